"""A person at the screen: looks for words, clicks where they stand, types."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.e2e.desktop import Display, Program, until

Seen = dict[str, Any]


@dataclass
class Person:
    """Uses one running program by what is visible, with real keys and clicks.

    Attributes:
        program: the process and its window.
    """

    program: Program
    _onlooker: Path

    @classmethod
    @contextlib.contextmanager
    def start(
        cls, display: Display, profile: Path, title: str = "^NextRep$", before: Sequence[str] = ()
    ) -> Iterator[Person]:
        """Start the program on `profile`, wait for a window titled `title`, and end it afterwards.

        Args:
            before: a command that runs the program in its own place, such as `unshare -n`.
        """
        # Two programs on one profile must not write what they see to one file.
        onlooker = profile.with_suffix(f".{uuid.uuid4().hex}.seen.json")
        log = profile.with_suffix(".output.txt")
        script = Path(__file__).with_name("observed.py")
        command = [*before, sys.executable, str(script), str(onlooker), "--profile", str(profile)]
        home = profile.with_name("home")
        home.mkdir(exist_ok=True)
        # A home of its own shows what is written outside the profile.
        env = display.env(HOME=str(home), XDG_RUNTIME_DIR=str(home))
        with log.open("ab") as sink:
            process = subprocess.Popen(command, env=env, stdout=sink, stderr=sink)
        program = Program(display, process, log)
        try:
            program.wait_for_window(title)
            yield cls(program, onlooker)
        finally:
            if process.poll() is None:
                program.kill()

    def all_seen(self) -> list[Seen]:
        """Everything visible at the last look."""
        seen: list[Seen] = self._last_look()["seen"]
        return seen

    def _last_look(self) -> dict[str, Any]:
        try:
            found: dict[str, Any] = json.loads(self._onlooker.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {"look": 0, "seen": []}
        return found

    def _wait_for_new_look(self) -> None:
        """Wait until the screen was looked at anew: a look may have begun before the last key."""
        number = self._last_look()["look"]
        until(lambda: self._last_look()["look"] > number + 1, what="the program to turn")

    def find(self, words: str, kind: str = "", *, part: bool = False) -> Seen | None:
        """Return the visible widget with exactly these words (or containing them), None if there is none."""
        for seen in self.all_seen():
            named = words in (seen["name"], seen["text"])
            if (named or (part and words in f"{seen['name']}\n{seen['text']}")) and kind in seen["kind"]:
                return seen
        return None

    def see(self, words: str, kind: str = "", *, part: bool = False, timeout: float = 30) -> Seen:
        """Wait until something with these words is visible and return it."""

        def look() -> Seen | None:
            assert self.program.process.poll() is None, self.program.printed()
            return self.find(words, kind, part=part)

        found = until(look, timeout, lambda: f"“{words}” to be seen; visible: {self._words()}")
        assert found is not None
        return found

    def click(self, words: str, kind: str = "Button", *, part: bool = False) -> None:
        """Click in the middle of what has these words, once it can be used and stands still."""

        def still() -> Seen | None:
            self._wait_for_new_look()
            before = self.see(words, kind, part=part)
            self._wait_for_new_look()
            after = self.find(words, kind, part=part)
            return after if after and after["enabled"] and _place(before) == _place(after) else None

        seen = until(still, what=f"“{words}” to stand still")
        assert seen is not None
        x, y = seen["x"] + seen["width"] // 2, seen["y"] + seen["height"] // 2
        self.program.display.xdotool("mousemove", "--sync", str(x), str(y), "click", "1")

    def keys(self, *names: str) -> None:
        """Press keys, once the program listens."""
        self._wait_for_new_look()
        until(self.program.has_keyboard, what="the keyboard focus")
        self.program.keys(*names)

    def tab_to(self, words: str) -> None:
        """Press Tab until what has these words has the keyboard; the page follows it."""
        for _press in range(60):
            seen = self.find(words)
            if seen is not None and seen["focus"]:
                return
            self.keys("Tab")
            self._wait_for_new_look()
        raise AssertionError(f"Tab does not lead to {words}")

    def write(self, text: str) -> None:
        """Type text."""
        self.program.write(text)

    def until(self, predicate: Callable[[], object], what: str) -> None:
        """Wait until something is so."""
        until(predicate, 30, lambda: f"{what}; visible: {self._words()}")

    def _words(self) -> str:
        return " | ".join(sorted({str(seen["name"]) for seen in self.all_seen() if seen["name"]}))[:1500]


def _place(seen: Seen) -> tuple[int, int, int, int]:
    return seen["x"], seen["y"], seen["width"], seen["height"]
