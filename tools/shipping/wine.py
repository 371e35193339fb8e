"""Windows as far as Linux has it: Wine in a bare Debian 13, used by an ordinary user.

Debian 12's Wine is too old for Qt. What Wine cannot prove stands in docs/releasing.md.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

from tools.console import MissingHereError, SetupError, say
from tools.shipping.roots import Root, bare, why_not

SUITE = "trixie"
COMPILER = "x86_64-w64-mingw32-gcc"
USER = "ann"
_LOADER = "/usr/lib/wine/wine64"
"""The 64-bit loader itself: Debian's `wine` looks for a 32-bit one first."""
_SERVER = "/usr/lib/wine/wineserver"
_PREFIX = f"/home/{USER}/.wine"
_STAND_IN = "installer/windows/wine/icuuc.c"
_SETTINGS = {
    "WINEPREFIX": _PREFIX,
    "WINEDEBUG": "-all",
    "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d;winedbg.exe=d",
    "WINELOADER": _LOADER,
}
"""No .NET, no browser, no menu entries in a home folder, and no debugger, which would wait for ever."""


class Wine:
    """One such system.

    Attributes:
        root: the Debian that it lies in.
        home: the person's folder as Windows names it.
    """

    home = PureWindowsPath("C:/users") / USER

    def __init__(self, root: Root) -> None:
        self.root = root

    def run(
        self,
        program: PureWindowsPath | str,
        *words: object,
        display: str = "",
        seconds: int = 120,
        env: dict[str, str] | None = None,
        cwd: PureWindowsPath | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run a Windows program without any network, wait for it, and return how it ended.

        What it started may run on; `stop` ends that.

        Args:
            program: its path as Windows writes it, or the name of one of Wine's own.
            display: the X screen for its windows, as ":7"; without one it can have none.
            seconds: how long it may take; one that takes longer is ended and has the exit code 124 or 137.
            env: variables on top of those of Wine; LC_ALL="de_DE.UTF-8" makes it a German system.
            cwd: the folder that it starts in; its own by default.
        """
        folder = self.path(cwd) if cwd else self.path(self.home)
        inside = f"/{folder.relative_to(self.root.folder)}"
        # A crash or a hung window must not hold up whoever waits.
        command = ["timeout", "--kill-after=10", str(seconds), _LOADER, str(program), *map(str, words)]
        shell = 'cd "$0" && exec "$@"'
        variables = {**_SETTINGS, **({"DISPLAY": display} if display else {}), **(env or {})}
        return self.root.attempt(
            "sh", "-c", shell, inside, *command,
            user=USER, env=variables, seconds=seconds + 60, network=False,
        )  # fmt: skip

    def path(self, place: PureWindowsPath | str) -> Path:
        r"""Return the place on this machine of a path on drive C:, whose spelling must be the file's own."""
        parts = PureWindowsPath(place).parts
        assert parts[0].lower() == "c:\\", place
        return self.root.path(_PREFIX).joinpath("drive_c", *parts[1:])

    def give(self, source: Path, place: PureWindowsPath | str) -> None:
        """Copy a file or a folder of this machine to `place`, which then belongs to the person."""
        target = self.path(place)
        missing = [folder for folder in target.parents if not folder.exists()]
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copy(source, target)
        top = missing[-1] if missing else target
        self.root.run("chown", "-R", f"{USER}:{USER}", f"/{top.relative_to(self.root.folder)}")

    def stop(self) -> None:
        """End everything that still runs in it."""
        for word in ("-k", "-w"):
            self.root.attempt("timeout", "30", _SERVER, word, user=USER, env=_SETTINGS)


@contextlib.contextmanager
def started(checkout: Path, name: str) -> Iterator[Wine]:
    """Give a fresh system for `name` and take it away afterwards.

    Raises:
        MissingHereError: it cannot be made here.
    """
    wine = fresh(checkout, name)
    try:
        yield wine
    finally:
        wine.stop()
        wine.root.remove()


def fresh(checkout: Path, name: str) -> Wine:
    """Return a fresh system, made by copying one that is kept in build/roots.

    Args:
        name: what it is for; an older one of that name is taken away.

    Raises:
        MissingHereError: it cannot be made here.
    """
    if reason := why_not():
        raise MissingHereError(f"Wine cannot be set up: {reason}.")
    kept = checkout / "build" / "roots" / "wine"
    if not kept.is_dir():
        _make(checkout).folder.rename(kept)
    root = Root(kept.with_name(f"wine-{name}"))
    if root.folder.is_dir():
        Wine(root).stop()
        root.remove()
    subprocess.run(["cp", "-a", "--reflink=auto", str(kept), str(root.folder)], check=True)
    return Wine(root)


def _make(checkout: Path) -> Root:
    if not shutil.which(COMPILER):
        raise MissingHereError(f"{COMPILER} is missing: apt-get install gcc-mingw-w64-x86-64")
    root = bare(checkout, SUITE, "wine")
    say("installing Wine into it (once; two minutes)")
    root.install("wine64", "wine", "locales", "fonts-dejavu-core")
    root.run("localedef", "-i", "de_DE", "-f", "UTF-8", "de_DE.UTF-8")
    root.run("apt-get", "clean")
    root.add_user(USER)
    done = root.attempt("timeout", "300", _LOADER, "wineboot", "--init", user=USER, env=_SETTINGS)
    wine = Wine(root)
    wine.stop()
    system = wine.path("C:/windows/system32")
    if done.returncode or not system.is_dir():
        raise SetupError(f"Wine did not start; it said:\n{done.stderr[-1500:]}")
    library = system / "icuuc.dll"
    subprocess.run(
        [COMPILER, "-shared", "-O1", "-s", "-o", str(library), str(checkout / _STAND_IN)], check=True
    )
    root.run("chown", f"{USER}:{USER}", f"/{library.relative_to(root.folder)}")
    return root
