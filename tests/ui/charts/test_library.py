"""pyqtgraph comes late, lighter than by itself, and also where the lighter way does not work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def run(repo: Path, code: str) -> str:
    """Run `code` in a Python of its own, because a library is loaded once for each."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(repo / "desktop"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


WORKS = """
import sys
from PySide6 import QtCore, QtWidgets
app = QtWidgets.QApplication([])
from nextrep.ui.charts import library
{prepare}
assert not library.is_loaded()
library.load()
library.load()
assert library.is_loaded()
import pyqtgraph as pg
view = pg.GraphicsView(); view.setCentralItem(pg.ViewBox(enableMenu=False)); view.show(); app.processEvents()
assert "QObject" in dir(QtCore), "Qt lists its names again"
print(len(vars(sys.modules["pyqtgraph.Qt.QtWidgets"])))
view.close()
"""
BROKEN = """
def broken(self): raise AttributeError("other insides")
library._LookedUpOnDemand.__enter__ = broken
"""


def test_only_the_names_in_use_are_looked_up(repo: Path) -> None:
    light = int(run(repo, WORKS.format(prepare="")))
    plain = int(run(repo, WORKS.format(prepare=BROKEN)))
    assert light < plain / 2


@pytest.mark.parametrize("screen", ["trends", "report"])
def test_opening_the_screens_module_loads_nothing_heavy(repo: Path, screen: str) -> None:
    heavy = ("pyqtgraph", "numpy", "reportlab", "pypdfium2", "pikepdf", "ssl", "http.client")
    code = f"import sys; import nextrep.ui.{screen}.screen; print([n for n in {heavy} if n in sys.modules])"
    assert run(repo, code) == "[]"


def test_it_can_be_loaded_beside_the_window(repo: Path) -> None:
    code = """
import threading
from PySide6 import QtCore, QtGui, QtWidgets
app = QtWidgets.QApplication([])
from nextrep.ui.charts import library
workers = [threading.Thread(target=library.load) for _ in range(3)]
[w.start() for w in workers]; [w.join() for w in workers]
from nextrep.ui.charts.stack import ChartStack
stack = ChartStack(); stack.show(); app.processEvents(); stack.close()
print(library.is_loaded())
"""
    assert run(repo, code) == "True"
