"""Measures from outside how soon a program's first window shows something: run inside a bare system.

    python3 first_window.py ROUNDS PROFILE WORDS... -- WORDS...

It starts Xvfb, then each command in turn, ROUNDS times after a warm one, with a copy of PROFILE in the place
of {profile}, and prints their times in milliseconds as JSON. It looks through Xlib: nothing is put into the
programs. "Shows" is the first point of a mapped window that is no longer black.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE_S = 60
_LOOK_S = 0.001
_SMALLEST = 300
"""Width in pixels from which on a window is the program's, not a helper of Qt's."""
_VIEWABLE, _Z_PIXMAP, _ALL_PLANES = 2, 2, ctypes.c_ulong(-1).value


class _Attributes(ctypes.Structure):
    """XWindowAttributes of Xlib, as far as it is read; the rest is room."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border", "depth")),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("klass", "bit_gravity", "win_gravity", "backing_store")),
        *((name, ctypes.c_ulong) for name in ("planes", "pixel")),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("map_installed", "map_state")),
        ("room", ctypes.c_char * 256),
    )


class Eyes:
    """Looks at the windows of one display."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        for name in ("XOpenDisplay", "XGetImage"):
            getattr(self._x, name).restype = ctypes.c_void_p
        for name in ("XDefaultRootWindow", "XGetPixel"):
            getattr(self._x, name).restype = ctypes.c_ulong
        # A window may go while it is looked at: that is no reason to end.
        self._calm = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda _d, _e: 0)
        self._x.XSetErrorHandler(self._calm)
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))

    def shows(self) -> bool:
        """Whether a window of the program is there and has been painted."""
        return any(self._painted(window) for window in self._windows())

    def _windows(self) -> list[int]:
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        found = ctypes.POINTER(ctypes.c_ulong)()
        asked = (ctypes.byref(one) for one in (root, parent, found, count))
        if not self._x.XQueryTree(self._display, self._root, *asked):
            return []
        windows = [found[number] for number in range(count.value)]
        self._x.XFree(found)  # which takes nothing for nothing
        return windows

    def _painted(self, number: int) -> bool:
        window, seen = ctypes.c_ulong(number), _Attributes()
        self._x.XGetWindowAttributes(self._display, window, ctypes.byref(seen))
        if seen.map_state != _VIEWABLE or seen.width < _SMALLEST:
            return False
        place = (ctypes.c_int(seen.width // 2), ctypes.c_int(seen.height // 2))
        one = (ctypes.c_uint(1), ctypes.c_uint(1), ctypes.c_ulong(_ALL_PLANES), ctypes.c_int(_Z_PIXMAP))
        image = self._x.XGetImage(self._display, window, *place, *one)
        if not image:
            return False
        pixel = self._x.XGetPixel(ctypes.c_void_p(image), 0, 0)
        self._x.XDestroyImage(ctypes.c_void_p(image))
        return bool(pixel & 0xFFFFFF)


@contextmanager
def screen() -> Iterator[str]:
    """Start Xvfb on a free display and give its name."""
    read_end, write_end = os.pipe()
    words = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1366x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=[write_end], stderr=subprocess.DEVNULL)
    os.close(write_end)
    try:
        with os.fdopen(read_end) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def measured(words: list[str], profile: Path, eyes: Eyes, display: str) -> float:
    """Start a program on a copy of `profile` and return after how many milliseconds its window showed."""
    with tempfile.TemporaryDirectory() as place:
        copy = shutil.copytree(profile, Path(place) / "profile")
        words = [word.replace("{profile}", str(copy)) for word in words]
        began = time.monotonic()
        program = subprocess.Popen(words, env={**os.environ, "DISPLAY": display}, start_new_session=True)
        try:
            while not eyes.shows():
                if time.monotonic() - began > PATIENCE_S or program.poll() is not None:
                    raise SystemExit(f"{words[0]} showed no window")
                time.sleep(_LOOK_S)
            return 1000 * (time.monotonic() - began)
        finally:
            if sys.platform != "win32":  # nobody runs it there, but its types are read there
                os.killpg(program.pid, signal.SIGKILL)
            program.wait()


def main(words: list[str]) -> int:
    """Take turns with the commands and print all times."""
    rounds, profile, rest = int(words[0]), Path(words[1]), words[2:]
    middle = rest.index("--")
    commands = (rest[:middle], rest[middle + 1 :])
    times: tuple[list[float], list[float]] = ([], [])
    with screen() as display:
        eyes = Eyes(display)
        for number in range(rounds + 1):  # the first start of each warms what the system keeps in memory
            for command, found in zip(commands, times):
                took = measured(command, profile, eyes, display)
                if number:
                    found.append(took)
    sys.stdout.write(json.dumps(times) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
