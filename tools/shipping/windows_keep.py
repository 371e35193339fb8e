"""What of the wheels and of Python goes into the program for Windows.

PyInstaller looks for what a program imports; here whole wheels are unpacked, so this says what of them stays
behind, on top of `packaging/keep.py`, which holds for every system. Names are places in a wheel.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType

_LEFT_KINDS = (
    ".pyi", ".pxd", ".pyx", ".h", ".hpp", ".lib", ".a", ".c", ".cpp", ".exe", ".cmake", ".qml", ".qmltypes",
    ".md", ".rst", ".f90", ".pth", "py.typed",
)  # fmt: skip
"""For developers. No package brings a program of its own that ours would start."""
_LEFT_FOLDERS = re.compile(
    r"/(tests?|testing|examples?|docs?|fuzzing|include|typesystems|glue|metatypes|qml|resources/icudtl"
    r"|scripts|_pyinstaller|__pycache__|pypdfium2_cli)/"
)
_LEFT_OF_PYSIDE = re.compile(
    r"PySide6/(resources/|qtwebengine|plugins/platforminputcontexts/|(Qt6|Qt)(DBus|Network)\.|lib/"
    r"|(vcamp140|vccorlib140|vcomp140)\.dll|Qt6OpenGL\.|pyside6qml)"
)
"""Its virtual keyboard needs QML; D-Bus and OpenGL are for Linux; nothing asks for the three of Microsoft."""
_OF_THE_RECORD = re.compile(
    r"\.dist-info/(METADATA|entry_points\.txt|(licenses?/.+)|[^/]*(LICEN|COPYING|NOTICE)[^/]*)$"
)
"""What of a package's record stays: its name and version, what it offers to others, its licences."""

PYTHON_FILES = (
    "python311.dll", "python3.dll", "vcruntime140.dll", "vcruntime140_1.dll", "libffi-8.dll", "sqlite3.dll",
    "_bz2.pyd", "_ctypes.pyd", "_decimal.pyd", "_elementtree.pyd", "_lzma.pyd", "_multiprocessing.pyd",
    "_queue.pyd", "_socket.pyd", "_sqlite3.pyd", "_uuid.pyd", "_zoneinfo.pyd", "pyexpat.pyd", "select.pyd",
    "unicodedata.pyd",
)  # fmt: skip
"""Of the embeddable package, unchanged: not the console programs, and nothing that speaks TLS. `_socket`,
`select` and `_multiprocessing` are there because email (for records of packages) and pyqtgraph import them;
nothing of ours does (import-linter)."""
PYTHON_LICENCE = "LICENSE.txt"
PYTHON_LIBRARY = "python311.zip"
_LEFT_OF_PYTHON = (
    "asyncio", "unittest", "pydoc_data", "idlelib", "msilib", "test", "tkinter", "turtle", "turtledemo",
    "wsgiref", "xmlrpc", "cgi", "cgitb", "mailbox", "pdb", "trace", "smtpd", "asynchat", "asyncore",
    "http.cookiejar", "http.cookies", "urllib.robotparser",
)  # fmt: skip
"""Of Python's library, on top of `EXCLUDED_MODULES`."""


class Keeper:
    """Decides for one checkout.

    Attributes:
        excluded: modules that are in no bundle.
    """

    def __init__(self, checkout: Path) -> None:
        rules = _rules(checkout)
        self.excluded: tuple[str, ...] = rules.EXCLUDED_MODULES
        self._for_all: Callable[..., bool] = rules.wanted

    def of_wheel(self, name: str) -> bool:
        """Return whether the file `name` of a wheel is to be in the program."""
        if ".dist-info/" in name:
            return bool(_OF_THE_RECORD.search(name))
        if ".data/" in name or name.endswith(_LEFT_KINDS) or _LEFT_FOLDERS.search(f"/{name}"):
            return False
        if _LEFT_OF_PYSIDE.match(name) or _is_of(name, self.excluded):
            return False
        return self._for_all(name, linux=False)

    def of_python(self, name: str) -> bool:
        """Return whether the compiled module `name` of Python's library is to be in the program."""
        return not _is_of(name, (*self.excluded, *_LEFT_OF_PYTHON))


def _is_of(name: str, modules: Iterable[str]) -> bool:
    """Return whether a file belongs to one of the modules, whether those are files or folders."""
    folder, _slash, file = name.rpartition("/")
    dotted = ".".join([*folder.split("/"), file.split(".")[0]] if folder else [file.split(".")[0]])
    return any(dotted == module or dotted.startswith(f"{module}.") for module in modules)


def _rules(checkout: Path) -> ModuleType:
    """Load packaging/keep.py, whose folder is no package: its name is another's on the package index."""
    spec = importlib.util.spec_from_file_location("nextrep_keep", checkout / "packaging" / "keep.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
