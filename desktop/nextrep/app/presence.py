"""One window for each profile: who starts the program a second time gets the window that is open.

The window holds a lock for as long as it is there, locked or not, and looks into a folder of the profile. A
second start that finds the lock held puts what it was started with into that folder, and ends once it was
taken. It is all files, because that works alike on each system and needs no network; the folder is its
owner's alone, so other people and other profiles stay apart by themselves.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from nextrep.storage.lock import host_name, lock_handle

FOLDER = "asked"
LOCK = "window.lock"
WAIT_S = 5.0
"""How long a window may take to answer; one that does not is said to be open as before."""
_LOOK_S = 0.03
_MOST_BYTES = 65_536
_ACTIVATION = "XDG_ACTIVATION_TOKEN"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a second start wants of the window.

    Attributes:
        file: a program to look at; None to come to the front only.
        token: by which Wayland lets the window come to the front, "" where there is none.
    """

    file: Path | None = None
    token: str = ""


class Presence:
    """Says that there is a window on a profile, and takes what second starts want of it.

    Attributes:
        inbox: the folder that they write to.
    """

    def __init__(self, profile: Path) -> None:
        self.inbox = profile / FOLDER
        self._handle = -1

    @property
    def held(self) -> bool:
        """Whether this process is the window of the profile."""
        return self._handle >= 0

    def take(self) -> bool:
        """Be the window of the profile; returns False where another one of this person is.

        Where nothing can be written there is no saying it: opening the profile then tells what is wrong.
        """
        try:
            self.inbox.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self.inbox / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        try:
            lock_handle(handle)
        except OSError:
            os.close(handle)
            return False
        self._handle = handle
        with suppress(OSError):
            os.ftruncate(handle, 0)
            os.write(handle, json.dumps({"host": host_name(), "process": os.getpid()}).encode())
        self.wishes()  # of starts that a window before this one left waiting
        return True

    def wishes(self) -> list[Wish]:
        """Take what was asked for since the last time, the oldest first."""
        taken = []
        with suppress(OSError):
            for request in sorted(self.inbox.glob("*.json")):
                wish = _read(request)
                with suppress(OSError):
                    request.unlink()
                    taken.append(wish)
        return taken

    def release(self) -> None:
        """Let another window be the one of the profile."""
        if self.held:
            os.close(self._handle)
            self._handle = -1


def ask(profile: Path, file: Path | None, seconds: float = WAIT_S) -> bool:
    """Ask the window that is open on a profile to come to the front; returns whether it heard.

    Args:
        profile: the profile's folder.
        file: a program that it is to show, None for none.
        seconds: how long to wait for it.
    """
    inbox = profile / FOLDER
    if not _may_come(inbox / LOCK):
        return False
    request = inbox / f"{time.time_ns():020d}-{os.getpid()}.json"
    part = request.with_suffix(".part")
    words = {"file": str(file) if file is not None else None, "token": os.environ.get(_ACTIVATION, "")}
    try:
        part.write_text(json.dumps(words), encoding="utf-8")
        part.replace(request)
    except OSError:
        with suppress(OSError):
            part.unlink()
        return False
    end = time.monotonic() + seconds
    while request.exists():
        if time.monotonic() > end:
            try:
                request.unlink()
            except OSError:
                return not request.exists()  # it was taken at the last moment
            return False
        time.sleep(_LOOK_S)
    return True


def _may_come(lock: Path) -> bool:
    """Let the window of this computer come to the front, which Windows allows only who was started last."""
    try:
        holder = json.loads(lock.read_bytes()[:_MOST_BYTES])
        host, process = str(holder["host"]), int(holder["process"])
    except (OSError, ValueError, KeyError, TypeError):
        return True  # it has only just come, or says nothing: asking does no harm
    if host != host_name():
        return False
    if sys.platform == "win32":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.windll.user32.AllowSetForegroundWindow(process)
    return True


def _read(request: Path) -> Wish:
    """Return what a request says; one that makes no sense only brings the window to the front."""
    try:
        words = json.loads(request.read_bytes()[:_MOST_BYTES])
        file, token = words["file"], words["token"]
    except (OSError, ValueError, KeyError, TypeError):
        return Wish()
    return Wish(Path(file) if isinstance(file, str) else None, token if isinstance(token, str) else "")
