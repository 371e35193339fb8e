"""One narrow column in the middle of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from nextrep.ui.theme.theme import current_theme

_WIDTH = 420


def put_in_middle(page: QWidget, column: QLayout) -> None:
    """Fill `page` with `column`, as wide as a line is easy to read, somewhat above the middle."""
    px = current_theme().px
    middle = QWidget()
    middle.setLayout(column)
    middle.setMaximumWidth(px(_WIDTH))
    across = QHBoxLayout()
    across.addStretch(1)
    across.addWidget(middle, 1000)
    across.addStretch(1)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(*[px(24)] * 4)
    layout.addStretch(1)
    layout.addLayout(across)
    layout.addStretch(2)
