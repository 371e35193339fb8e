"""Windows machines for trials, which are Wine: how something is installed there, used, and looked at."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path, PureWindowsPath

from tests.e2e.desktop import Display, until
from tests.install.machines import picture_of_something, picture_place, sums
from tools.shipping.wine import USER, Wine

PROGRAMS = Wine.home / "AppData" / "Local" / "Programs"
PLACE = PROGRAMS / "NextRep"
"""Where the installer puts the program unless it is told."""
PROFILE = Wine.home / "AppData" / "Local" / "NextRep"
LINK = Wine.home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/NextRep.lnk"
UNINSTALLER = "uninstall-nextrep.exe"
ENTRY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\NextRep"
KIND = r"HKCU\Software\Classes\NextRep.Program"


class Machine:
    """One of them, with a screen.

    Attributes:
        wine: the system.
        display: what its windows are seen on.
        checkout: whose build/pictures take the pictures.
    """

    def __init__(self, wine: Wine, display: Display, checkout: Path) -> None:
        self.wine = wine
        self.display = display
        self.checkout = checkout

    def put(self, installer: Path) -> PureWindowsPath:
        """Copy an installer to the person's downloads and return its place."""
        place = Wine.home / "Downloads" / installer.name
        self.wine.give(installer, place)
        return place

    def run(self, program: PureWindowsPath, *words: object, seconds: int = 300) -> int:
        """Run a program to its end and return its exit code."""
        return self.wine.run(program, *words, display=self.display.name, seconds=seconds).returncode

    def install(self, installer: Path, *words: str, into: PureWindowsPath | None = None) -> int:
        """Install without any question and return the exit code.

        Args:
            into: another folder than the one that the installer takes by itself.
        """
        # NSIS wants all that follows /D= without quotes, which Wine puts around a word with spaces in it.
        place = f"/D={into}".split(" ") if into else []
        return self.run(self.put(installer), "/S", *words, *place)

    def uninstall(self, place: PureWindowsPath = PLACE) -> None:
        """Remove the program without any question and wait until it is gone."""
        assert self.run(place / UNINSTALLER, "/S") == 0
        until(lambda: not self.there(place / UNINSTALLER), 240, "the end of the uninstaller")

    def there(self, place: PureWindowsPath) -> bool:
        """Whether there is a file or folder."""
        return self.wine.path(place).exists()

    def tree(self, place: PureWindowsPath = PLACE) -> dict[str, str]:
        """What lies in a folder, with the SHA-256 of each file."""
        return sums(self.wine.path(place))

    def registry(self, key: str) -> dict[str, str]:
        """The values of a key of the registry; none where there is no such key."""
        found = self.wine.run("reg", "query", key).stdout
        return dict(re.findall(r"^ {4}(\S+) +REG_\w+ +(.*?)\r?$", found, re.MULTILINE))

    def smoke(self, place: PureWindowsPath, name: str) -> dict[str, object]:
        """Run the smoke test of an installed program, look at the screen meanwhile, and return its record."""
        out, picture = Wine.home / f"smoke-{name}", picture_place(self.checkout, f"windows-{name}")
        with self.beside(place / "NextRep.exe", "--smoke", out) as run:
            until(lambda: run.done() or self.seen("NextRep", picture), 120, "a window with something in it")
            ended = run.result()
        record = self.wine.path(out / "smoke.json")
        assert record.exists(), ended.stdout + ended.stderr
        found: dict[str, object] = json.loads(record.read_text(encoding="utf-8"))
        assert (ended.returncode, found["why"]) == (0, ""), found
        assert picture.exists(), "the program was done before anybody saw its window"
        return found

    def seen(self, title: str, picture: Path) -> bool:
        """Whether a window of this title shows something; the picture is kept."""
        return bool(self.display.windows(title)) and picture_of_something(self.display, picture)

    @contextmanager
    def beside(
        self, program: PureWindowsPath, *words: object, seconds: int = 300, language: str = ""
    ) -> Iterator[Future[subprocess.CompletedProcess[str]]]:
        """Run a program while the test goes on; whatever still runs in the end is ended.

        Args:
            language: the locale of the person, as "de_DE.UTF-8".
        """
        env = {"LC_ALL": language} if language else None
        with ThreadPoolExecutor(1) as pool:
            yield pool.submit(
                self.wine.run, program, *words, display=self.display.name, seconds=seconds, env=env
            )
            self.wine.stop()

    def page(self, name: str, before: bytes = b"") -> bytes:
        """Wait until the screen shows something else than `before` and stands still; keep and return it."""
        picture = picture_place(self.checkout, f"windows-{name}")
        last = b""

        def still() -> bool:
            nonlocal last
            something = picture_of_something(self.display, picture)
            now = picture.read_bytes()
            settled = something and now == last and now != before
            last = now
            return settled

        until(still, 120, f"the page {name}")
        return last

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self.display.xdotool("key", "--clearmodifiers", "--delay", "80", *keys)


@contextmanager
def small_drive(machine: Machine, place: PureWindowsPath, megabytes: int) -> Iterator[None]:
    """Give the folder `place` a file system of its own of that size."""
    folder = machine.wine.path(place)
    folder.mkdir(parents=True)
    owner = machine.wine.root.run("id", "-u", USER).strip()
    options = f"size={megabytes}m,uid={owner},gid={owner},mode=0755"
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        machine.wine.stop()
        subprocess.run(["umount", str(folder)], check=True)
        shutil.rmtree(folder)
