"""Compiles the two Windows programs that are ours: NextRep.exe, and nextrep-cli.exe for command lines.

They differ in one thing: Windows gives the second a console, and the first none.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from tools.console import MissingHereError, SetupError
from tools.shipping.source import epoch
from tools.shipping.windows_stage import FILES

PREFIX = "x86_64-w64-mingw32-"
WINDOW, COMMAND = "NextRep.exe", "nextrep-cli.exe"
ESSENTIAL = (
    "python311.dll", "python3.dll", "python311.zip", "python311._pth", "vcruntime140.dll",
    "program/nextrep_launch.pyc", "program/no_opengl.pyc", "program/nextrep/__init__.pyc",
    "program/nextrep/app/main.pyc", "packages/PySide6/Qt6Core.dll", "packages/PySide6/Qt6Gui.dll",
    "packages/PySide6/Qt6Widgets.dll", "packages/PySide6/plugins/platforms/qwindows.dll",
)  # fmt: skip
"""What must be there, at its size, before Python could say anything; for other modules launch.py speaks."""
_REPLACEABLE = "packages/PySide6/"
"""Where Qt lies: people have the right to put another build of it there, which has another size."""


def add_launchers(checkout: Path, tree: Path, version: str, python: Path) -> list[Path]:
    """Compile both into `tree`, which holds the staged program, and return their paths.

    Args:
        python: an interpreter with Qt, which draws the icon.

    Raises:
        MissingHereError: the compiler is missing.
        SetupError: it failed.
    """
    if not shutil.which(f"{PREFIX}gcc"):
        raise MissingHereError(f"{PREFIX}gcc is missing: apt-get install gcc-mingw-w64-x86-64")
    work = checkout / "build" / "windows" / "launcher"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    source = checkout / "installer" / "windows"
    _run([python, "-m", "tools.shipping.icons", checkout / "resources/icons/nextrep.svg", work], checkout)
    manifest = (source / "launcher.manifest").read_text(encoding="utf-8")
    (work / "launcher.manifest").write_text(manifest.replace("@NUMBERS@", numbers(version)), encoding="utf-8")
    (work / "essential.h").write_text(_essential(tree / FILES), encoding="utf-8")
    shutil.copy(source / "launcher.rc", work)
    return [
        _compile(checkout, work, tree / WINDOW, version, "NextRep", ("-mwindows",)),
        _compile(
            checkout, work, tree / COMMAND, version, "NextRep (command line)", ("-mconsole", "-DCONSOLE")
        ),
    ]


def numbers(version: str) -> str:
    """Return the four numbers that Windows takes for a version: "0.1.0" -> "0.1.0.0"."""
    parts = [*re.findall(r"\d+", version)[:3], "0", "0", "0"]
    return ".".join([*parts[:3], "0"])


def _compile(
    checkout: Path, work: Path, target: Path, version: str, what: str, kind: tuple[str, ...]
) -> Path:
    (work / "version.h").write_text(
        f"#define VERSION_NUMBERS {numbers(version).replace('.', ',')}\n"
        f'#define VERSION_TEXT "{version}"\n#define DESCRIPTION "{what}"\n'
        f'#define FILE_NAME "{target.name}"\n',
        encoding="utf-8",
    )
    resources = work / f"{target.stem}.o"
    _run([f"{PREFIX}windres", "-I", work, work / "launcher.rc", resources], work)
    _run(
        [f"{PREFIX}gcc", "-std=c11", "-O2", "-Wall", "-Wextra", "-Werror", "-municode", *kind, "-static",
         # The time of linking would stand in the file.
         "-s", "-Wl,--no-insert-timestamp", "-I", work, "-o", target,
         checkout / "installer/windows/launcher.c", resources, "-lshell32"],
        work, SOURCE_DATE_EPOCH=str(epoch(checkout)),
    )  # fmt: skip
    return target


def _essential(files: Path) -> str:
    """Return the C table of the files that must be whole, with 0 for those that may have any size.

    Raises:
        SetupError: the staged program lacks one.
    """
    lacking = [name for name in ESSENTIAL if not (files / name).is_file()]
    if lacking:
        raise SetupError(f"The program for Windows lacks {', '.join(lacking)}.")
    sizes = {
        name: 0 if name.startswith(_REPLACEABLE) else (files / name).stat().st_size for name in ESSENTIAL
    }
    inside = [(f"{FILES}/{name}".replace("/", r"\\"), size) for name, size in sizes.items()]
    rows = "".join(f'    {{L"{name}", {size}}},\n' for name, size in inside)
    return (
        f'#define PYTHON "{inside[0][0]}"\n'
        f"static const struct {{ const wchar_t *name; DWORD size; }} essential[] = {{\n{rows}}};\n"
    )


def _run(command: list[object], folder: Path, **more: str) -> None:
    done = subprocess.run(
        [str(word) for word in command], cwd=folder, env={**os.environ, **more},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SetupError(f"{command[0]} failed; it said:\n{(done.stderr + done.stdout)[-2000:]}")
