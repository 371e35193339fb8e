"""A page that scrolls by itself, or is as high as what is in it where the page around it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.page import ScrollPage

_LEAST = 160


class WholePage(ScrollPage):
    """Beside another part it scrolls; in a pile it is shown as a whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=False)
        self._whole = False
        self.page.installEventFilter(self)

    def set_whole(self, whole: bool) -> None:
        """Show all of it without scrolling, or let it scroll."""
        self._whole = whole
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As wide as what is in it: it never scrolls sideways."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self.page.minimumSizeHint().width() + bar, current_theme().px(_LEAST))

    def sizeHint(self) -> QSize:
        """No higher than it must be: the room is that of the window."""
        return self.minimumSizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the height of what is in it when that has changed."""
        # Qt calls this up to the end, when nothing of Python's is left on the object.
        if event.type() == QEvent.Type.LayoutRequest and watched is getattr(self, "page", None):
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self.page.layout()
        wanted = 0
        if self._whole and layout is not None:
            width = self.viewport().width()
            wanted = (
                layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
            )
        self.setMinimumHeight(max(0, wanted))
