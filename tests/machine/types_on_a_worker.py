"""Defines types of Qt on a worker beside a window that is painted over and over; 0 if it survives."""

from __future__ import annotations

import itertools
import threading

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from nextrep.ui.runtime.qt_types import make_room

SHEETS = ("QPushButton { color: red }", "QPushButton { color: blue }")
AS_MANY_AS_ALL_SCREENS = 1_150

app = QApplication([])
make_room()
window = QWidget()
layout = QVBoxLayout(window)
for number in range(60):
    layout.addWidget(type(f"Button{number}", (QPushButton,), {})("x"))
window.show()
kept: list[type] = []
rounds = itertools.count(1)


def define() -> None:
    kept.extend(type(f"Late{number}", (QObject,), {}) for number in range(AS_MANY_AS_ALL_SCREENS))


worker = threading.Thread(target=define)


def paint() -> None:
    now = next(rounds)
    window.setStyleSheet(SHEETS[now % 2])
    if now == 2:
        worker.start()
    if now > 4 and not worker.is_alive():
        app.quit()


timer = QTimer()
timer.timeout.connect(paint)
timer.start(0)
app.exec()
