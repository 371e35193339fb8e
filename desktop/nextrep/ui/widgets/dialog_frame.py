"""What large dialogs have in common: a page, buttons below it, and a size that their window has room for."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import row_of
from nextrep.ui.widgets.flow import FlowLayout


def new_foot() -> QHBoxLayout:
    """Return the row for the buttons of a dialog."""
    px = current_theme().px
    foot = QHBoxLayout()
    foot.setContentsMargins(px(24), px(8), px(24), px(16))
    foot.setSpacing(px(12))
    return foot


def flow_foot(*buttons: QPushButton) -> QHBoxLayout:
    """Return a row of buttons for `put_together` that goes on in a second line where text is large."""
    px = current_theme().px
    holder = QWidget()
    flow = FlowLayout(holder)
    flow.setContentsMargins(px(24), px(8), px(24), px(16))
    for button in buttons:
        flow.addWidget(button)
    return row_of(holder, stretch=False)


def put_together(dialog: QDialog, page: QWidget, foot: QHBoxLayout) -> None:
    """Fill a dialog with its page and the buttons below it."""
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(page, 1)
    layout.addLayout(foot)


def fit(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog a size (device-independent pixels), but none beyond the window it stands over."""
    parent = dialog.parentWidget()
    if parent is not None:
        room = parent.window().size()
        width, height = min(width, room.width()), min(height, room.height())
    dialog.resize(width, height)
