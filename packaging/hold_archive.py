"""Runs before the frozen program on Linux: what is imported late comes from the program that was started.

Installing a newer package puts other files in the place of these while a window is open. PyInstaller opens its
archive of modules anew, by name, for every import, and would read the new one at the places of the old: the
window died in the middle of a session. A file that is open stays what it was, whatever its name stands for now.
"""

import os
import sys
import zipimport

import pyimod02_importers  # PyInstaller's own, in every frozen program


def _held(path: str) -> str:
    """Open a file for as long as the program runs, and return another name of it, which stays."""
    name = f"/proc/self/fd/{os.open(path, os.O_RDONLY)}"
    return name if os.path.exists(name) else path


def _hold() -> None:
    modules = pyimod02_importers.pyz_archive
    modules._filename = _held(modules._filename)
    library = os.path.join(sys._MEIPASS, "base_library.zip")
    held, read = _held(library), zipimport._get_data

    def read_held(archive: str, entry: object) -> bytes:
        return read(held if archive == library else archive, entry)

    zipimport._get_data = read_held


if sys.platform.startswith("linux"):
    _hold()
