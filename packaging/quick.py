"""Makes the frozen program start as quickly as the same from its sources.

Two things of PyInstaller cost a tenth of the time until the first window: it unpacks every module that is
imported, and it loads ctypes at the start of every program to find libraries for it. Here what the first
window imports lies unpacked in the archive, 1 MB more, and ctypes waits until somebody asks for it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

from PyInstaller.archive.writers import ZlibArchiveWriter
from PyInstaller.building import api

_FIRST = "import sys, nextrep.app.main, nextrep.app.window; print('\\n'.join(sorted(sys.modules)))"
_STORED, _PACKED = 0, 9
_CTYPES = "pyimod03_ctypes"


def modules_of_the_first_window(desktop: Path) -> frozenset[str]:
    """Return the names of all modules that the program imports before it makes its window."""
    env = {**os.environ, "PYTHONPATH": str(desktop), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", _FIRST], env=env, capture_output=True, text=True, check=True)
    return frozenset(done.stdout.split())


def make_quick(soon: frozenset[str]) -> None:
    """Let PyInstaller store the modules `soon` unpacked, pack the others well, and leave ctypes alone."""

    class Archive(ZlibArchiveWriter):  # type: ignore[misc] # has no types
        @classmethod
        def _write_entry(
            cls, file: BinaryIO, entry: tuple[str, str, str], codes: dict[str, object]
        ) -> object:
            cls._COMPRESSION_LEVEL = _STORED if entry[0] in soon else _PACKED
            return super()._write_entry(file, entry, codes)

    bootstrap = api.get_bootstrap_modules

    def modules() -> list[tuple[str, str, str]]:
        ours = str(Path(__file__).with_name("no_ctypes.py"))
        return [(name, ours if name == _CTYPES else path, kind) for name, path, kind in bootstrap()]

    api.ZlibArchiveWriter, api.get_bootstrap_modules = Archive, modules
