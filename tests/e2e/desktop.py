"""Hands and eyes for tests: a virtual screen, the program in a process of its own, keys, clicks, pictures.

Nothing here sleeps for a fixed time: `until` asks again and again until it is so, or a deadline passes.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

REPO = Path(__file__).resolve().parents[2]
T = TypeVar("T")


def until(predicate: Callable[[], T], timeout: float = 30, what: str | Callable[[], str] = "") -> T:
    """Return the first truthy answer of `predicate`, asked every 50 ms.

    Args:
        timeout: seconds until AssertionError.
        what: what is waited for, for the message; a function is asked at the end, when it is known.
    """
    deadline = time.monotonic() + timeout
    while not (answer := predicate()):
        if time.monotonic() >= deadline:
            words = what() if callable(what) else what
            raise AssertionError(f"waited {timeout:g} s for {words or predicate}")
        time.sleep(0.05)
    return answer


@dataclass
class Display:
    """A virtual screen with a window manager; `name` is for DISPLAY, for example ":7"."""

    name: str
    _helpers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @classmethod
    @contextlib.contextmanager
    def start(cls, size: str = "1366x900") -> Iterator[Display]:
        """Start Xvfb on a free display and openbox on it; stop both afterwards."""
        read_end, write_end = os.pipe()
        command = [
            "Xvfb",
            "-displayfd",
            str(write_end),
            "-screen",
            "0",
            f"{size}x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ]
        server = subprocess.Popen(command, pass_fds=[write_end], stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        screen = cls(f":{number}", [server])
        try:
            screen._helpers.append(subprocess.Popen(["openbox"], env=screen.env(), stderr=subprocess.DEVNULL))
            until(screen._has_window_manager, what="the window manager")
            yield screen
        finally:
            for helper in reversed(screen._helpers):
                helper.terminate()
                helper.wait(timeout=10)

    def env(self, **more: str) -> dict[str, str]:
        """The environment of a program on this screen."""
        unwanted = {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "QT_SCALE_FACTOR"}
        base = {name: value for name, value in os.environ.items() if name not in unwanted}
        return {
            **base,
            "DISPLAY": self.name,
            "PYTHONPATH": str(REPO / "desktop"),
            "PYTHONUNBUFFERED": "1",
            **more,
        }

    def xdotool(self, *words: str) -> str:
        """Run xdotool and return what it prints; an exit code other than 0 gives ""."""
        done = subprocess.run(
            ["xdotool", *words], env=self.env(), capture_output=True, text=True, check=False, timeout=30
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    def windows(self, title: str) -> list[str]:
        """Ids of the visible windows whose title matches the regular expression `title`."""
        return self.xdotool("search", "--onlyvisible", "--name", title).split()

    def picture(self, path: Path) -> Path:
        """Save what the screen shows as PNG; Qt takes the picture, so no other program is needed."""
        subprocess.run([sys.executable, "-c", _GRAB, str(path)], env=self.env(), check=True, timeout=60)
        return path

    def _has_window_manager(self) -> bool:
        return bool(self.xdotool("get_num_desktops"))


@dataclass
class Program:
    """NextRep in a process of its own, on a virtual screen and with a profile of its own.

    Attributes:
        log: file that takes what the process prints.
        window: id of the window that keys and clicks go to.
    """

    display: Display
    process: subprocess.Popen[bytes]
    log: Path
    window: str = ""

    @classmethod
    @contextlib.contextmanager
    def start(
        cls,
        display: Display,
        profile: Path,
        *,
        title: str = "NextRep",
        arguments: Sequence[str] = (),
        **env: str,
    ) -> Iterator[Program]:
        """Start the program, wait for its window, and end it afterwards if it still runs."""
        log = profile.with_suffix(".output.txt")
        command = [sys.executable, "-m", "nextrep", "--profile", str(profile), *arguments]
        with log.open("ab") as sink:
            process = subprocess.Popen(command, env=display.env(**env), stdout=sink, stderr=sink)
        program = cls(display, process, log)
        try:
            program.wait_for_window(title)
            yield program
        finally:
            if process.poll() is None:
                program.kill()

    def wait_for_window(self, title: str, timeout: float = 60) -> str:
        """Wait for a visible window titled `title` (a regular expression), activate it and return its id."""

        def find() -> str:
            assert self.process.poll() is None, f"the program ended:\n{self.printed()}"
            return next(iter(self.display.windows(title)), "")

        self.window = until(find, timeout, f"a window titled {title!r}")
        self.activate()
        return self.window

    def activate(self) -> None:
        """Give the keyboard to the window and wait until it, or a dialog over it, has it."""
        self.display.xdotool("windowactivate", self.window)
        until(self.has_keyboard, what="the keyboard focus")

    def has_keyboard(self) -> bool:
        """Whether a window of the program has the keyboard; between two windows none has for a moment."""
        return self.display.xdotool("getactivewindow", "getwindowpid") == str(self.process.pid)

    def keys(self, *names: str) -> None:
        """Press keys or chords by their X names, one after the other: keys("ctrl+s", "Return")."""
        self.display.xdotool("key", "--clearmodifiers", "--delay", "40", *names)

    def write(self, text: str) -> None:
        """Type text; the pause between letters is what keeps umlauts from being lost."""
        self.display.xdotool("type", "--delay", "60", text)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click at a point of the window, counted from its upper left corner."""
        self.display.xdotool(
            "mousemove", "--sync", "--window", self.window, str(x), str(y), "click", str(button)
        )

    def titles(self) -> list[str]:
        """Titles of all visible windows of the screen."""
        found = self.display.windows(".+")
        return [title for one in found if (title := self.display.xdotool("getwindowname", one))]

    def printed(self) -> str:
        """What the process printed so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def kill(self) -> None:
        """End the process the hard way, as a power cut would, and wait until it is gone."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=30)

    def wait(self, timeout: float = 30) -> int:
        """Wait until the program ended by itself and return its exit code."""
        return self.process.wait(timeout=timeout)


_GRAB = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "xcb"
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
assert app.primaryScreen().grabWindow(0).save(sys.argv[1], "PNG")
"""
