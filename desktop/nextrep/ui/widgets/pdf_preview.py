"""Shows the pages of the finished PDF as they will print."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.runtime.jobs import JobHandle, Jobs
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.focus_ring import draw_ring
from nextrep.ui.widgets.pdf_pages import DrawPages, Page

WIDEST = 780
"""Pixels at 100 % beyond which a wider page only makes the eye travel."""
_MARGIN = 24
_REDRAW_MS = 120
_SHADOW = 8
_SHADOW_STEPS = ((7, 3), (6, 3), (5, 4), (4, 5), (3, 6), (2, 7), (1, 9))
"""Rings of the shadow: how far out in pixels, and how dark of 255."""


class PageView(QWidget):
    """One page: white paper with a shadow."""

    def __init__(self, page: Page, number: int, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._picture: QImage | None = None
        self._width = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Page {number} of {count}", number=number, count=count))
        self.setAccessibleDescription(page.text)

    @property
    def picture(self) -> QImage | None:
        """What is shown, None before it is drawn."""
        return self._picture

    def set_width(self, width: int) -> None:
        """Set the width of the paper in pixels of the layout."""
        self._width = width
        self.setFixedSize(
            width + 2 * _SHADOW, round(width * self._page.height / self._page.width) + 2 * _SHADOW
        )

    def set_picture(self, picture: QImage) -> None:
        """Show what the page looks like."""
        self._picture = picture
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow, paper and print."""
        painter = QPainter(self)
        paper = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        for out, dark in _SHADOW_STEPS:
            painter.setBrush(QColor(0, 0, 0, dark))
            painter.drawRoundedRect(paper.adjusted(-out, -out + 2, out, out), out, out)
        painter.fillRect(paper, Qt.GlobalColor.white)
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(paper, self._picture)
        painter.end()


class Preview(QScrollArea):
    """The pages below each other, as wide as there is room; scrolls with the usual keys."""

    def __init__(self, jobs: Jobs, name: str, parent: QWidget | None = None) -> None:
        """Make an empty preview; `name` is read out to screen readers."""
        super().__init__(parent)
        self._jobs = jobs
        self._pdf = b""
        self._drawing: JobHandle | None = None
        self._drawn_width = 0
        self.pages: tuple[PageView, ...] = ()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        inside = QWidget()
        inside.setObjectName("page")
        inside.setAutoFillBackground(False)
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(current_theme().px(8))
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REDRAW_MS)
        self._soon.timeout.connect(self._draw)

    @property
    def pdf(self) -> bytes:
        """The bytes that are shown."""
        return self._pdf

    def show_pdf(self, pdf: bytes, pages: Sequence[Page]) -> None:
        """Show another PDF; where one was shown its place on the page stays."""
        self._pdf = pdf
        sizes = [(page.width, page.height) for page in pages]
        if [(view._page.width, view._page.height) for view in self.pages] != sizes:  # noqa: SLF001 - same module
            for view in self.pages:
                self._column.removeWidget(view)
                view.hide()
                view.deleteLater()
            self.pages = tuple(PageView(page, i, len(pages)) for i, page in enumerate(pages, start=1))
            for view in self.pages:
                self._column.addWidget(view)
        for view, page in zip(self.pages, pages, strict=True):
            view.setAccessibleDescription(page.text)
        self._fit()
        self._draw()

    def minimumSizeHint(self) -> QSize:
        """Enough to tell what it is."""
        px = current_theme().px
        return QSize(px(260), px(360))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages, and draw them anew once the size has settled."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sunken desk that the pages lie on."""
        super().paintEvent(event)
        draw_ring(self, current_theme().px(12), ground="sunken")

    def _fit(self) -> None:
        theme = current_theme()
        room = self.viewport().width() - 2 * theme.px(_MARGIN) - 2 * _SHADOW
        width = max(theme.px(120), min(theme.px(WIDEST), room))
        for view in self.pages:
            view.set_width(width)
        if self.pages and self._drawn_width not in {0, self._pixels(width)}:
            self._soon.start()

    def _draw(self) -> None:
        self._soon.stop()
        if not self.pages:
            return
        if self._drawing is not None:
            self._drawing.cancel()
        self._drawn_width = self._pixels(self.pages[0].width() - 2 * _SHADOW)
        self._drawing = self._jobs.run(DrawPages(self._pdf, self._drawn_width), then=self._show, owner=self)

    def _show(self, pictures: tuple[QImage, ...]) -> None:
        self._drawing = None
        for view, picture in zip(self.pages, pictures, strict=False):
            view.set_picture(picture)

    def _pixels(self, width: int) -> int:
        return max(1, round(width * self.devicePixelRatioF()))
