"""What `dev.py build` makes, and how large and how quick it came out beside the limits."""

from __future__ import annotations

import hashlib
import shutil
import time
from pathlib import Path

from tools.console import call, say

KINDS = ("wheel", "deb", "all")
DEB_MB, INSTALLED_MB, BUILD_S = 55, 185, 300
"""Limits: of the package with release compression, of what it takes installed, of a build without that."""
_MB = 1_000_000
SUMS = "SHA256SUMS"


def build_wheel(root: Path, python: Path, env: dict[str, str]) -> int:
    """Build the wheel into dist/ and beside it the bill of its parts; return an exit code."""
    # Files of an earlier build would be taken into the wheel.
    for left in (root / "build" / "lib", root / "desktop" / "nextrep.egg-info"):
        shutil.rmtree(left, ignore_errors=True)
    built = call(python, "-m", "build", "--wheel", "--no-isolation", "--outdir", root / "dist", root)
    return built or call(python, "-m", "tools.bill", root / "dist", env=env, cwd=root)


def build_package(root: Path, python: Path, *, release: bool) -> Path:
    """Freeze the program and make the Debian package of it in dist/; say how it came out; return its path.

    Args:
        python: an interpreter with pip, which fetches the packages.
        release: compress as far as it goes.

    Raises:
        SetupError: something is missing here, or a step failed.
    """
    from tools.deb import build_deb, version_of
    from tools.freezing import freeze

    began = time.monotonic()
    frozen, inside = freeze(root, python)
    say("packing")
    package = build_deb(root, frozen, inside, version_of(root), root / "dist", release=release)
    seconds = time.monotonic() - began
    size, installed = package.stat().st_size / _MB, size_of(root / "build" / "deb" / "usr") / _MB
    say(f"{package.name}: {seconds:.0f} s")
    say(_beside("size", size, DEB_MB, "MB", counts=release))
    say(_beside("installed", installed, INSTALLED_MB, "MB"))
    say(_beside("time", seconds, BUILD_S, "s", counts=not release))
    return package


def size_of(folder: Path) -> int:
    """Return the bytes of all files below `folder`, links left out."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _beside(what: str, value: float, limit: float, unit: str, *, counts: bool = True) -> str:
    """Return a line with a figure and its limit; `counts` is False where the limit is for another build."""
    if not counts:
        return f"  {what}: {value:.1f} {unit} (the limit of {limit:g} {unit} is for the other compression)"
    verdict = "ok" if value <= limit else "TOO MUCH"
    return f"  {what}: {value:.1f} {unit} of {limit:g} {unit}: {verdict}"


def write_sums(folder: Path) -> Path:
    """Write SHA256SUMS over all files of `folder`, as `sha256sum --check` reads it, and return its path."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != SUMS)
    lines = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)
    target = folder / SUMS
    target.write_text("".join(lines), encoding="utf-8")
    return target
