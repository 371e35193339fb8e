"""How large and how quick a build came out, beside its limits."""

from __future__ import annotations

from pathlib import Path

from tools.console import say

MB = 1_000_000
DEB_MB, SETUP_MB, INSTALLED_MB, BUILD_S = 55, 45, 185, 300
"""Limits: of the Debian package and the Windows installer as released, of what the program takes installed,
and of the build of one target without the compression of a release."""
START_RATIO = 1.15
"""Limit: the first window of the installed program against the same from the checkout."""


def report(package: Path, installed: Path, seconds: float, *, limit_mb: float | None, release: bool) -> None:
    """Print size, installed size and time of one build.

    Args:
        package: the file that people download.
        installed: the folder with what it installs.
        seconds: how long its build took.
        limit_mb: of the package with release compression, in millions of bytes; None where there is none.
        release: whether it was compressed as far as it goes.
    """
    say(f"{package.name}: {seconds:.0f} s")
    size = package.stat().st_size / MB
    say(
        f"  size: {size:.1f} MB" if limit_mb is None else beside("size", size, limit_mb, "MB", counts=release)
    )
    say(beside("installed", size_of(installed) / MB, INSTALLED_MB, "MB"))
    say(beside("time", seconds, BUILD_S, "s", counts=not release))


def report_start(installed_ms: float, checkout_ms: float, *, steady: bool = True) -> None:
    """Print how soon the first window shows, installed and from the checkout, both in milliseconds.

    Args:
        steady: False where this machine was so busy that the times lie far apart.
    """
    ratio = installed_ms / checkout_ms
    verdict = "ok" if ratio <= START_RATIO else "TOO MUCH"
    verdict += "" if steady else ", but this machine was busy and the times lie far apart: measure it again"
    say(
        f"  first window: {installed_ms:.0f} ms, from the checkout {checkout_ms:.0f} ms:"
        f" {ratio:.2f} × of {START_RATIO} ×: {verdict}"
    )


def beside(what: str, value: float, limit: float, unit: str, *, counts: bool = True) -> str:
    """Return a line with a figure and its limit; `counts` is False where the limit is for another build."""
    if not counts:
        return f"  {what}: {value:.1f} {unit} (the limit of {limit:g} {unit} is for the other compression)"
    verdict = "ok" if value <= limit else "TOO MUCH"
    room = f", {limit - value:.1f} {unit} to spare" if value <= limit else ""
    return f"  {what}: {value:.1f} {unit} of {limit:g} {unit}: {verdict}{room}"


def size_of(folder: Path) -> int:
    """Return the bytes of all files below `folder`, links left out."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
