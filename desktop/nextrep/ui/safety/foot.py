"""The buttons below a window of help: they go on in a second line where text is large."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import row_of
from nextrep.ui.widgets.flow import FlowLayout


def flow_foot(*buttons: QPushButton) -> QHBoxLayout:
    """Return the row for `put_together`."""
    px = current_theme().px
    holder = QWidget()
    flow = FlowLayout(holder)
    flow.setContentsMargins(px(24), px(8), px(24), px(16))
    for button in buttons:
        flow.addWidget(button)
    return row_of(holder, stretch=False)
