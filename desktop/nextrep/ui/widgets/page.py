"""A page that scrolls when it must."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from nextrep.ui.theme.theme import current_theme


class ScrollPage(QScrollArea):
    """A transparent page with the standard margins that never scrolls sideways.

    Attributes:
        page: the widget inside.
        body: its vertical layout; add to it.
    """

    def __init__(self, parent: QWidget | None = None, *, margins: bool = True) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page = QWidget()
        self.page.setObjectName("page")
        self.body = QVBoxLayout(self.page)
        self.body.setSpacing(px(16))
        if margins:
            self.body.setContentsMargins(px(24), px(20), px(24), px(20))
        else:
            self.body.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self.page)
        self.viewport().setAutoFillBackground(False)
        self.page.setAutoFillBackground(False)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move the focus and bring what has it into view."""
        moved = super().focusNextPrevChild(forward)
        focus = self.page.focusWidget()
        if moved and focus is not None:
            self.ensureWidgetVisible(focus)
        return moved

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """Bring into view what the keys reach from outside; Qt does so only for steps within the page."""
        if now is None or not self.page.isAncestorOf(now) or not self.isVisible():
            return
        came_in = before is None or not self.page.isAncestorOf(before)
        if came_in and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.ensureWidgetVisible(now)


def reveal(widget: QWidget) -> None:
    """Bring a widget into view in the page around it, once everything has found its place."""
    around: QWidget | None = widget
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        QTimer.singleShot(0, widget, partial(_reveal, around, widget))


def _reveal(area: QScrollArea, widget: QWidget) -> None:
    if widget.isVisible():
        area.ensureWidgetVisible(widget, 0, current_theme().px(40))
