"""Runs before the frozen program on Linux: what is imported late comes from the program that was started.

Installing a newer package puts other files in the place of these while a window is open. PyInstaller opens
its archive of modules anew, by name, for every import, and would read the new one at the places of the old:
the window died in the middle of a session. An open file stays what it was, whatever its name stands for now.
"""
# Neither PyInstaller nor zipimport has a public way to say where it reads from.
# ruff: noqa: SLF001

import os
import sys
import zipimport
from pathlib import Path

import pyimod02_importers  # PyInstaller's own, in every frozen program


def _held(path: str) -> str:
    """Open a file for as long as the program runs, and return another name of it, which stays."""
    name = f"/proc/self/fd/{os.open(path, os.O_RDONLY)}"
    return name if Path(name).exists() else path


def _hold() -> None:
    modules = pyimod02_importers.pyz_archive
    modules._filename = _held(modules._filename)
    library = str(Path(sys._MEIPASS, "base_library.zip"))
    held, read = _held(library), zipimport._get_data

    def read_held(archive: str, entry: object) -> bytes:
        return read(held if archive == library else archive, entry)

    zipimport._get_data = read_held


if sys.platform.startswith("linux"):
    _hold()
