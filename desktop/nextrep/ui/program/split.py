"""A wide part and a narrow one beside it, below it where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.page import ScrollPage

_NARROW = 940
_USUAL = 1180
"""Widths in px at 100 %: below the first the parts go below each other, below the second the side is slim."""
_UNLIMITED = 16_777_215


class Split(QWidget):
    """The side scrolls by itself while it stands beside the main part, and with the page below it."""

    def __init__(self, main: QWidget, side: ScrollPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current_theme().px(16))
        self._layout.addWidget(main, 1)
        self._layout.addWidget(side)
        side.page.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Ask for no more height than is needed: both parts scroll."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        px = current_theme().px
        narrow = self._narrow()
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._layout.direction() != direction:
            self._layout.setDirection(direction)
        if narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(_UNLIMITED)
        else:
            self._side.setFixedWidth(px(364) if self.width() >= px(_USUAL) else px(256))
        self._fit_side()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Below the main part the side is as tall as what is in it."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize} and watched is self._side.page:
            self._fit_side()
        return super().eventFilter(watched, event)

    def _narrow(self) -> bool:
        return self.width() < current_theme().px(_NARROW)

    def _fit_side(self) -> None:
        page = self._side.page
        height = max(page.heightForWidth(page.width()), page.sizeHint().height()) if self._narrow() else 0
        if self._side.minimumHeight() != height:
            self._side.setMinimumHeight(height)
