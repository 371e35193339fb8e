"""Packs the laid out program for Windows into one installer, as installer/windows/nextrep.nsi says."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Literal

from tools.console import MissingHereError, SetupError
from tools.shipping.figures import size_of
from tools.shipping.launcher import numbers
from tools.shipping.source import epoch

Packing = Literal["lzma", "zlib", "off"]
TOOLS = {"makensis": "nsis", "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64"}
"""What is needed beside Python, and the Debian package that brings it."""
SCRIPT = "installer/windows/nextrep.nsi"


def need_tools() -> None:
    """Make sure that all there is to compile and to pack with is here, before minutes go by.

    Raises:
        MissingHereError: something is not; it says what brings it.
    """
    absent = [package for tool, package in TOOLS.items() if not shutil.which(tool)]
    if absent:
        raise MissingHereError(f"An installer for Windows takes more: apt-get install {' '.join(absent)}")


def pack(checkout: Path, tree: Path, version: str, target: Path, packing: Packing) -> Path:
    """Write the installer of `tree` and return its path; the same tree gives the same bytes.

    Args:
        tree: the laid out program with its launchers.
        target: the file to write.
        packing: "lzma" for a release (small, two minutes), "zlib" for others, "off" for trials.

    Raises:
        MissingHereError: a tool is missing.
        SetupError: it failed, or had something to warn of.
    """
    need_tools()
    pictures = checkout / "build" / "windows" / "launcher"
    work = checkout / "build" / "windows" / "nsis"
    work.mkdir(parents=True, exist_ok=True)
    files = work / "files.nsh"
    files.write_text(file_list(tree), encoding="utf-8")
    licence = work / "LICENSE.txt"
    # NSIS takes a text for UTF-8 only where it says so at its beginning.
    licence.write_text((checkout / "LICENSE").read_text(encoding="utf-8"), "utf-8-sig", newline="\r\n")
    target.parent.mkdir(parents=True, exist_ok=True)
    known = {
        "STAGE": tree, "FILES_LIST": files, "OUT": target, "VERSION": version, "NUMBERS": numbers(version),
        "SIZE_KB": size_of(tree) // 1024, "PACKING": packing, "LICENCE": licence,
        "ICON": pictures / "nextrep.ico", "SIDE": pictures / "side.bmp",
    }  # fmt: skip
    for path in (known["ICON"], known["SIDE"], licence):
        os.utime(
            str(path), (epoch(checkout), epoch(checkout))
        )  # the installer has the times of all its files
    done = subprocess.run(
        ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8",
         *(f"-D{name}={value}" for name, value in known.items()), str(checkout / SCRIPT)],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch(checkout))},
        capture_output=True, text=True, errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        raise SetupError(f"makensis failed; it said:\n{(done.stdout + done.stderr)[-2500:]}")
    return target


def file_list(tree: Path) -> str:
    """Return the lines of NSIS that unpack every file of `tree` into nextrep-new, in an order of names.

    NSIS itself would take them in the order that the file system has. Files of a kind lie together: they pack
    better so.
    """
    lines = []
    folders = sorted({path.parent for path in tree.rglob("*") if path.is_file()})
    for folder in folders:
        inside = "\\".join(["$INSTDIR", "nextrep-new", *folder.relative_to(tree).parts])
        lines.append(f'SetOutPath "{_safe(inside)}"')
        files = [path for path in folder.iterdir() if path.is_file()]
        files.sort(key=lambda path: (path.suffix, path.name))
        lines += [f'File "{_safe(str(path))}"' for path in files]
    return "\n".join(lines) + "\n"


def _safe(path: str) -> str:
    """Return a path as NSIS reads it: only "$INSTDIR" is a word of its own."""
    head, rest = ("$INSTDIR", path[8:]) if path.startswith("$INSTDIR") else ("", path)
    return head + rest.replace("$", "$$")
