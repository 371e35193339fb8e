"""Checks and tests run one after the other, with a summary at the end that a person or CI can read."""

from __future__ import annotations

import re
import subprocess
import threading
import time
from collections import Counter
from pathlib import Path

from tools.console import call, on_terminal, say
from tools.ending import end_tree

_COUNT = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|xpassed)\b")
_CLOSING = re.compile(r"^=*\s*(\d+ \w+.* in [\d.]+s.*?)\s*=*$")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class Steps:
    """What ran, how it ended and how long it took."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._rows: list[tuple[str, bool, float, str]] = []
        self._counts: Counter[str] = Counter()
        self._left_out: list[str] = []

    def run(self, title: str, command: list[object], env: dict[str, str]) -> None:
        """Run one command; it fails by its exit code."""
        self._start(title)
        began = time.monotonic()
        code = call(*command, cwd=self._root, env=env)
        self._rows.append((title, code == 0, time.monotonic() - began, ""))

    def left_out(self, title: str, why: str) -> None:
        """Say loudly, now and at the end, that something was not done."""
        self._start(f"LEFT OUT: {title}: {why}")
        self._left_out.append(f"{title}: {why}")

    def pytest(
        self, title: str, command: list[object], env: dict[str, str], *, limit: float | None = None
    ) -> None:
        """Run pytest, showing its lines as they come and keeping its closing one.

        Args:
            limit: seconds after which it is ended, with all that it started, and counts as left out: a slow
                machine is no fault of the program.
        """
        self._start(title)
        began = time.monotonic()
        words = [str(word) for word in command] + (["--color=yes"] if on_terminal() else [])
        closing = ""
        with subprocess.Popen(
            words,
            cwd=self._root,
            env=env,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as process:
            guard = threading.Timer(limit or 0, end_tree, [process.pid])
            guard.daemon = True  # who stops dev.py does not wait for it
            if limit is not None:
                guard.start()
            for line in process.stdout or ():
                print(line, end="", flush=True)
                found = _CLOSING.match(_COLOUR.sub("", line).strip())
                closing = found.group(1) if found else closing
            process.wait()
            guard.cancel()
        if limit is not None and time.monotonic() - began >= limit and process.returncode:
            self.left_out(title, f"ended after {limit:.0f} s, which is the most it may take")
            return
        for count, word in _COUNT.findall(closing):
            self._counts[word.rstrip("s")] += int(count)
        # Exit code 5 is "no test ran", which here means that tests were lost.
        self._rows.append((title, process.returncode == 0, time.monotonic() - began, closing))

    def summary(self) -> int:
        """Print how each step ended and return 0 only when all went well."""
        print()
        for title, good, seconds, closing in self._rows:
            line = f"{title}: {closing}" if closing else title
            print(f"  {'ok' if good else 'FAILED':<6}  {seconds:6.1f} s  {line}")
        for line in self._left_out:
            print(f"  LEFT OUT          {line}")
        good = all(row[1] for row in self._rows)
        print()
        if self._counts:
            failed = self._counts["failed"] + self._counts["error"]
            passed, skipped = self._counts["passed"] + self._counts["xfailed"], self._counts["skipped"]
            print(f"tests: {passed} passed, {failed} failed, {skipped} skipped")
        say("all is well" if good else "something failed: see above")
        return 0 if good else 1

    def _start(self, title: str) -> None:
        print(flush=True)
        say(title)
