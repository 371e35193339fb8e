"""Keeping a window until its test is over."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget


def hold(qtbot: Any, widget: QWidget) -> None:
    """Let pytest-qt close `widget` at the end, and keep it until then.

    pytest-qt holds only a weak reference: without this a screen goes with the last line of the test, while a
    dialog of its own still waits for its deletion, and Qt then crashes.
    """
    qtbot.addWidget(widget, before_close_func=partial(_still_here, widget))


def _still_here(_held: QWidget, _widget: QWidget) -> None:
    """Do nothing; the partial around it holds the widget."""
