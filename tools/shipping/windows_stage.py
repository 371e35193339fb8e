"""Lays out the program for Windows, on any system: what the installer then packs as it is.

    NextRep.exe, nextrep-cli.exe    the launchers
    nextrep-files/                  Python, unchanged and signed, with its library; the licences
    nextrep-files/packages/         the wheels, as far as they are wanted
    nextrep-files/program/          NextRep itself, with its data

All of ours is compiled and has no source beside it, as in the frozen program for Linux.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tools.console import SetupError, say
from tools.shipping import windows_wheels
from tools.shipping.source import commit, epoch
from tools.shipping.windows_keep import PYTHON_FILES, PYTHON_LIBRARY, PYTHON_LICENCE, Keeper

FILES = "nextrep-files"
"""The folder that an upgrade replaces as a whole. No other program has one of this name."""
_SEARCH_PATH = "python311._pth"
_COMPILE = (
    "import compileall, py_compile, sys\n"
    "good = compileall.compile_dir(sys.argv[1], quiet=2, stripdir=sys.argv[1], legacy=True, force=True,\n"
    "    workers=0, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)\n"
    "sys.exit(not good)\n"
)


def stage(checkout: Path, python: Path, embedded: Path) -> Path:
    """Lay out everything but the launchers and return the folder; the same commit gives the same files.

    Args:
        python: an interpreter with pip, which fetches the packages of the lock.
        embedded: the files of Python for Windows.

    Raises:
        SetupError: something cannot be had, or there is no Python 3.11 to compile with.
    """
    tree = checkout / "build" / "windows" / "stage"
    shutil.rmtree(tree, ignore_errors=True)
    files = tree / FILES
    files.mkdir(parents=True)
    keeper = Keeper(checkout)
    wheels = windows_wheels.fetch(checkout, python, checkout / "build" / "windows" / "wheels")
    say("laying out the program for Windows")
    _lay_python(embedded, files, keeper)
    for wheel in wheels:
        _unpack(wheel, files / "packages", keeper)
    _lay_program(checkout, files / "program")
    for folder in ("packages", "program"):
        _compile(files / folder, python)
    shutil.copy(checkout / "LICENSE", files / "LICENSE.txt")
    shutil.copy(checkout / "docs" / "licences.md", files)  # About sends people there
    return tree


def settle(tree: Path, when: int) -> None:
    """Give every file below `tree` the time `when`, and rights that do not depend on who builds."""
    for path in sorted(tree.rglob("*"), reverse=True):
        path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (when, when))


def _lay_python(embedded: Path, files: Path, keeper: Keeper) -> None:
    for name in PYTHON_FILES:
        shutil.copy(embedded / name, files)
    shutil.copy(embedded / PYTHON_LICENCE, files / "PYTHON-LICENSE.txt")
    # With this file Python looks nowhere else: not in the registry, the environment or other Pythons.
    places = (PYTHON_LIBRARY, ".", "packages", "program")
    (files / _SEARCH_PATH).write_text("".join(f"{place}\n" for place in places), newline="\r\n")
    with (
        zipfile.ZipFile(embedded / PYTHON_LIBRARY) as whole,
        zipfile.ZipFile(files / PYTHON_LIBRARY, "w") as kept,
    ):
        for name in sorted(whole.namelist()):
            if keeper.of_python(name):
                # Stored as it is: the installer packs everything together, which is smaller.
                kept.writestr(zipfile.ZipInfo(name), whole.read(name))


def _unpack(wheel: Path, into: Path, keeper: Keeper) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if not name.endswith("/") and keeper.of_wheel(name):
                archive.extract(name, into)


def _lay_program(checkout: Path, into: Path) -> None:
    no_caches = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(checkout / "desktop" / "nextrep", into / "nextrep", ignore=no_caches)
    shutil.copytree(checkout / "resources", into / "nextrep" / "_data", ignore=no_caches)
    shutil.copy(checkout / "packaging" / "no_opengl.py", into)
    shutil.copy(checkout / "installer" / "windows" / "launch.py", into / "nextrep_launch.py")
    built = {"commit": commit(checkout), "at": epoch(checkout)}
    (into / "nextrep" / "_data" / "build.json").write_text(json.dumps(built) + "\n", encoding="utf-8")


def _compile(folder: Path, python: Path) -> None:
    """Put compiled files in the place of the sources below `folder`.

    Raises:
        SetupError: there is no Python of the version that the program runs with, or a source is no Python.
    """
    done = subprocess.run(
        [compiler(python), "-I", "-c", _COMPILE, str(folder)],
        env={**os.environ, "PYTHONHASHSEED": "0"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SetupError(f"Not everything could be compiled; Python said:\n{done.stdout[-2000:]}")
    for source in folder.rglob("*.py"):
        source.unlink()


def compiler(python: Path) -> str:
    """Return a Python 3.11, whose compiled files the Python 3.11 of Windows reads.

    Raises:
        SetupError: there is none here.
    """
    for candidate in (str(python), sys.executable, "python3.11"):
        if shutil.which(candidate):
            probe = [candidate, "-I", "-c", "import sys; print(sys.version_info[:2] == (3, 11))"]
            if subprocess.run(probe, capture_output=True, text=True, check=False).stdout.strip() == "True":
                return candidate
    raise SetupError("Python 3.11 is missing, which compiles the program for the Python 3.11 of Windows.")
