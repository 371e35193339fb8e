"""Runs the program and ends it with 99 at the first socket that could reach a network.

python watched.py WORDS…

Python tells its audit hooks of every socket, look-up of a name and connection that it makes, whichever module
asks. What a library in C does by itself is not heard here; tests/e2e/test_no_network.py hears that too.
"""

from __future__ import annotations

import os
import sys

LOCAL_FAMILIES = {1}
"""AF_UNIX, for D-Bus and the screen."""
LOOK_UPS = ("socket.getaddrinfo", "socket.gethostby", "socket.getnameinfo", "urllib.", "ftplib.", "smtplib.")


def watch(event: str, given: tuple[object, ...]) -> None:
    reaches_out = event == "socket.__new__" and given[1] not in LOCAL_FAMILIES
    if reaches_out or event.startswith(LOOK_UPS):
        os.write(2, f"REACHED OUT: {event} {given[1:]}\n".encode())
        os._exit(99)


if __name__ == "__main__":
    sys.addaudithook(watch)
    if sys.argv[1] == "--reach-out":
        import socket

        socket.socket(socket.AF_INET)
    from nextrep.app.main import main

    sys.exit(main(sys.argv[1:]))
