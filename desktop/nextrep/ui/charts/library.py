"""Loads pyqtgraph late and cheaply, so that the first window does not wait for it."""

from __future__ import annotations

import importlib
import sys
import threading
from types import ModuleType
from typing import Any

_MIRRORED = ("QtCore", "QtGui", "QtWidgets")
_LOADING = threading.Lock()


def is_loaded() -> bool:
    """Whether pyqtgraph stands ready, so that charts can be built without waiting."""
    return getattr(sys.modules.get("pyqtgraph"), "ViewBox", None) is not None


def load() -> None:
    """Import numpy and pyqtgraph; safe on a worker thread, free when already done.

    pyqtgraph copies every name of three Qt modules into modules of its own. PySide makes its classes when
    they are first asked for, so the copying makes thousands of classes that nobody needs and is half of the
    import. We put modules there that look names up on demand. That touches pyqtgraph's insides: where it
    does not work, the plain import does.
    """
    with _LOADING:
        if is_loaded():
            return
        try:
            with _LookedUpOnDemand():
                importlib.import_module("pyqtgraph.Qt")
            importlib.import_module("pyqtgraph")
        except (AttributeError, ImportError, KeyError, TypeError):
            forget()
            importlib.import_module("pyqtgraph")


def forget() -> None:
    """Take a half-made pyqtgraph out of Python's table of modules."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "pyqtgraph"]:
        del sys.modules[name]


class _Mirror(ModuleType):
    """Looks like a Qt module; takes each name from it when it is asked for."""

    def __init__(self, name: str, source: ModuleType) -> None:
        super().__init__(name)
        self.__dict__["_source"] = source

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name not in {"__version__", "__version_info__"}:
            raise AttributeError(name)
        value = getattr(self.__dict__["_source"], name)
        self.__dict__[name] = value
        return value


class _LookedUpOnDemand:
    """While it lasts, Qt's modules list no names, so that there is nothing to copy."""

    def __init__(self) -> None:
        self._sources = {name: importlib.import_module(f"PySide6.{name}") for name in _MIRRORED}

    def __enter__(self) -> None:
        for name, source in self._sources.items():
            sys.modules[f"pyqtgraph.Qt.{name}"] = _Mirror(f"pyqtgraph.Qt.{name}", source)
            source.__dict__["__dir__"] = list

    def __exit__(self, *_failure: object) -> None:
        for source in self._sources.values():
            source.__dict__.pop("__dir__", None)
