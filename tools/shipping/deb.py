"""Makes the frozen program a Debian package.

What it needs is read from its binaries, and nothing runs when it is installed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from tools.console import MissingHereError, SetupError
from tools.shipping import desktop_files
from tools.shipping.debian_copyright import copyright_text
from tools.shipping.desktop_files import PACKAGE
from tools.shipping.elf_needs import packages_needed
from tools.shipping.roots import Root
from tools.shipping.settled import settle
from tools.shipping.source import epoch

SUMMARY = "strength training and a journal of mood and sleep, offline"
DESCRIPTION = """\
 NextRep plans a strength program, logs each set, keeps a journal of mood,
 anxiety, sleep and confidence, shows how these move together, and prints a
 report for a doctor or therapist. It never uses the network. Removing or
 purging this package keeps what its users saved in their home directories."""
_RECOMMENDS = (
    "fonts-dejavu-core | fonts-noto-core, libwayland-client0, libwayland-cursor0, libwayland-egl1, "
    "libgl1-mesa-dri"
)
_SUGGESTS = "libenchant-2-2, cups, xdg-utils"


def build_deb(checkout: Path, frozen: Path, root: Root, version: str, out: Path, *, release: bool) -> Path:
    """Write nextrep_VERSION_amd64.deb into `out` and return its path; the same tree gives the same bytes.

    Args:
        frozen: the frozen program, inside `root`.
        root: the bare system it was built in, which has the libraries that it names.
        release: compress as far as it goes (xz, two minutes), not quickly (zstd, seconds).

    Raises:
        SetupError: a library that it needs belongs to no package, or dpkg-deb failed.
    """
    if not shutil.which("dpkg-deb"):
        raise MissingHereError("dpkg-deb is missing; a Debian package is made on Debian.")
    tree = checkout / "build" / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    _lay_out(checkout, frozen, root, tree, version)
    size = sum(path.lstat().st_size for path in (tree / "usr").rglob("*") if path.is_file()) // 1024
    control = tree / "DEBIAN"
    control.mkdir()
    needs = packages_needed(root, frozen)
    (control / "control").write_text(_control(version, size, needs), encoding="utf-8")
    (control / "md5sums").write_text(_sums(tree), encoding="utf-8")
    settle(tree, epoch(checkout), frozenset({tree / "usr/lib" / PACKAGE / PACKAGE}))
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{PACKAGE}_{version}_amd64.deb"
    compression = ["-Zxz", "-z9"] if release else ["-Zzstd", "-z6"]
    done = subprocess.run(
        ["dpkg-deb", "--root-owner-group", *compression, "-b", str(tree), str(target)],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch(checkout))},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SetupError(f"dpkg-deb failed; it said:\n{done.stderr[-1500:]}")
    return target


def _lay_out(checkout: Path, frozen: Path, root: Root, tree: Path, version: str) -> None:
    share = tree / "usr/share"
    shutil.copytree(frozen, tree / "usr/lib" / PACKAGE, symlinks=True)
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin" / PACKAGE).symlink_to(f"../lib/{PACKAGE}/{PACKAGE}")
    desktop_files.lay_out(checkout, root, share, version)
    (share / "lintian/overrides").mkdir(parents=True)
    shutil.copy(checkout / "installer/linux/lintian-overrides", share / "lintian/overrides" / PACKAGE)
    documents = share / "doc" / PACKAGE
    documents.mkdir(parents=True)
    inside = f"usr/lib/{PACKAGE}"
    (documents / "copyright").write_text(copyright_text(checkout, frozen, inside), encoding="utf-8")
    (documents / "NOTICES.txt").symlink_to(f"../../../lib/{PACKAGE}/_internal/resources/licences/NOTICES.txt")
    shutil.copy(checkout / "docs/licences.md", documents)
    news = (checkout / "CHANGELOG.md").read_text(encoding="utf-8")
    desktop_files.zipped(documents / "NEWS.gz", news)
    built = datetime.fromtimestamp(epoch(checkout), UTC)
    entry = f"{PACKAGE} ({version}) unstable; urgency=medium\n\n"
    entry += "  * What changed for those who use it stands in NEWS.gz beside this file.\n\n"
    entry += (
        f" -- The NextRep maintainers <maintainers@nextrep.invalid>  {built:%a, %d %b %Y %H:%M:%S} +0000\n"
    )
    desktop_files.zipped(documents / "changelog.gz", entry)


def _control(version: str, size: int, needs: list[str]) -> str:
    return (
        f"Package: {PACKAGE}\nVersion: {version}\nArchitecture: amd64\n"
        "Maintainer: The NextRep maintainers <maintainers@nextrep.invalid>\n"
        f"Installed-Size: {size}\nDepends: {', '.join(needs)}\n"
        f"Recommends: {_RECOMMENDS}\nSuggests: {_SUGGESTS}\n"
        f"Section: misc\nPriority: optional\nDescription: {SUMMARY}\n{DESCRIPTION}\n"
    )


def _sums(tree: Path) -> str:
    files = sorted(path for path in (tree / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    lines = (
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(tree)}\n"
        for path in files
    )
    return "".join(lines)
