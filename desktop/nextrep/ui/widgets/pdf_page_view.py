"""One page of a finished PDF on the desk."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nextrep.domain.text import tr
from nextrep.ui.widgets.pdf_pages import Page

SHADOW = 8
"""Pixels around the paper."""
_STEPS = ((7, 3), (6, 3), (5, 4), (4, 5), (3, 6), (2, 7), (1, 9))
"""Rings of the shadow: how far out in pixels, and how dark of 255."""


class PageView(QWidget):
    """One page: white paper with a shadow."""

    def __init__(self, page: Page, number: int, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QImage | None = None
        self._width = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_page(page, number, count)

    @property
    def picture(self) -> QImage | None:
        """What is shown, None before it is drawn."""
        return self._picture

    def set_width(self, width: int) -> None:
        """Set the width of the paper in pixels of the layout."""
        self._width = width
        self.setFixedSize(
            width + 2 * SHADOW, round(width * self._page.height / self._page.width) + 2 * SHADOW
        )

    def set_page(self, page: Page, number: int, count: int) -> None:
        """Stand for another page; its picture stays until there is a new one."""
        self._page = page
        self.setAccessibleName(tr("Page {number} of {count}", number=number, count=count))
        self.setAccessibleDescription(page.text)

    def set_picture(self, picture: QImage | None) -> None:
        """Show what the page looks like, None for white paper."""
        self._picture = picture
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow, paper and print."""
        painter = QPainter(self)
        paper = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        for out, dark in _STEPS:
            painter.setBrush(QColor(0, 0, 0, dark))
            painter.drawRoundedRect(paper.adjusted(-out, -out + 2, out, out), out, out)
        painter.fillRect(paper, Qt.GlobalColor.white)
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(paper, self._picture)
        painter.end()
