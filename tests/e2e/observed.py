"""The program, unchanged, with an onlooker: writes where everything stands on the screen to a file.

python observed.py FILE [arguments of nextrep]. A person sees where a button is; a test that types and
clicks with xdotool reads it from FILE, which is rewritten ten times a second while the program runs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from nextrep.app import window
from nextrep.app.main import main


def describe(widget: QWidget) -> dict[str, object]:
    """What a person sees of one widget: its words, its place, whether it can be used."""
    text = ""
    if isinstance(widget, QAbstractButton | QLabel | QLineEdit):
        text = widget.text()
    elif isinstance(widget, QPlainTextEdit):
        text = widget.toPlainText()
    seen = widget.visibleRegion().boundingRect()
    corner = widget.mapToGlobal(QPoint(seen.x(), seen.y()))
    return {
        # A button by any class is a button to a person.
        "kind": "Button" if isinstance(widget, QAbstractButton) else type(widget).__name__,
        "name": widget.accessibleName() or text.replace("&", ""),
        "text": text,
        "x": corner.x(),
        "y": corner.y(),
        "width": seen.width(),
        "height": seen.height(),
        "enabled": widget.isEnabled(),
        "focus": widget.hasFocus(),
        "checked": isinstance(widget, QAbstractButton) and widget.isChecked(),
    }


def cells(table: QTableView) -> Iterator[dict[str, object]]:
    """The cells of a table that say something of their own, such as the days of a calendar."""
    port, model = table.viewport(), table.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            words = model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
            place = table.visualRect(model.index(row, column)).intersected(port.rect())
            place = place.intersected(port.visibleRegion().boundingRect())
            if words and not place.isEmpty():
                corner = port.mapToGlobal(place.topLeft())
                yield {
                    "kind": "Cell",
                    "name": words,
                    "text": words,
                    "x": corner.x(),
                    "y": corner.y(),
                    "width": place.width(),
                    "height": place.height(),
                    "enabled": table.isEnabled(),
                    "focus": table.hasFocus() and table.currentIndex() == model.index(row, column),
                    "checked": False,
                }


class Onlooker(QObject):
    """Writes what is visible, as a whole file at a time."""

    def __init__(self, target: Path, app: QApplication) -> None:
        super().__init__(app)
        self._target = target
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(100)

    def look(self) -> None:
        there = [w for w in QApplication.allWidgets() if w.isVisible() and not w.visibleRegion().isEmpty()]
        seen = [describe(widget) for widget in there]
        seen += [cell for widget in there if isinstance(widget, QTableView) for cell in cells(widget)]
        half_done = self._target.with_suffix(".part")
        self._looks += 1
        half_done.write_text(json.dumps({"look": self._looks, "seen": seen}), encoding="utf-8")
        half_done.replace(self._target)


if __name__ == "__main__":
    make = window.make_application

    def make_and_look() -> QApplication:
        app = make()
        app.onlooker = Onlooker(Path(sys.argv[1]), app)  # type: ignore[attr-defined]
        return app

    window.make_application = make_and_look
    sys.exit(main(sys.argv[2:]))
