"""Shows the pages of the finished PDF as they will print."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QImage, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from nextrep.ui.runtime.jobs import JobHandle, Jobs
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.focus_ring import draw_ring
from nextrep.ui.widgets.pdf_page_view import SHADOW, PageView
from nextrep.ui.widgets.pdf_pages import DrawPages, Page

WIDEST = 780
"""Pixels at 100 % beyond which a wider page only makes the eye travel."""
_MARGIN = 24
_REDRAW_MS = 120


class Preview(QScrollArea):
    """The pages below each other, as wide as there is room; scrolls with the usual keys.

    Only pages in view and their neighbours are drawn and kept: a hundred pages take the memory of a few.

    Attributes:
        moved: emitted with the number (from 1) of the page that is looked at, and how many there are.
    """

    moved = Signal(int, int)

    def __init__(self, jobs: Jobs, name: str, parent: QWidget | None = None) -> None:
        """Make an empty preview; `name` is read out to screen readers."""
        super().__init__(parent)
        self._jobs = jobs
        self._pdf = b""
        self._drawing: JobHandle | None = None
        self._drawn_width = 0
        self._drawn: set[int] = set()
        self._at = (0, 0)
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
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def pdf(self) -> bytes:
        """The bytes that are shown."""
        return self._pdf

    def show_pdf(self, pdf: bytes, pages: Sequence[Page]) -> None:
        """Show another PDF; where one was shown its place on the page stays."""
        self._pdf = pdf
        self._drawn.clear()
        self._keep_views(len(pages))
        views = list(self.pages)
        for number, page in enumerate(pages, start=1):
            if number <= len(views):
                views[number - 1].set_page(page, number, len(pages))
            else:
                views.append(PageView(page, number, len(pages)))
                self._column.addWidget(views[-1])
        self.pages = tuple(views)
        self._fit()
        self._draw()
        self._say_place()

    def go_to(self, number: int) -> None:
        """Show a page (from 1) from its top."""
        if 1 <= number <= len(self.pages):
            self.verticalScrollBar().setValue(self._tops()[number - 1] - current_theme().px(8))

    def current(self) -> int:
        """Return the number (from 1) of the page that takes the upper middle of the view, 0 without pages."""
        line = self.verticalScrollBar().value() + self.viewport().height() // 3
        above = [number for number, top in enumerate(self._tops(), start=1) if top <= line]
        return above[-1] if above else min(1, len(self.pages))

    def _keep_views(self, count: int) -> None:
        """Take away the views of pages that are no more; what stays does not flicker."""
        for view in self.pages[count:]:
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.pages = self.pages[:count]

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
        room = self.viewport().width() - 2 * theme.px(_MARGIN) - 2 * SHADOW
        width = max(theme.px(120), min(theme.px(WIDEST), room))
        for view in self.pages:
            view.set_width(width)
        if (
            self.pages
            and self._drawn_width
            and (self._drawn_width != self._pixels(width) or not self._drawn.issuperset(self._near()))
        ):
            self._soon.start()

    def _tops(self) -> list[int]:
        """Return where the pages begin; known before Qt has laid them out."""
        top, tops = self._column.contentsMargins().top(), []
        for view in self.pages:
            tops.append(top)
            top += view.height() + self._column.spacing()
        return tops

    def _near(self) -> tuple[int, ...]:
        """Return the pages (from 0) in view and their neighbours."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        places = zip(self._tops(), self.pages, strict=True)
        seen = [n for n, (at, view) in enumerate(places) if at <= bottom and at + view.height() >= top]
        first, last = (seen[0], seen[-1]) if seen else (0, 0)
        return tuple(range(max(0, first - 1), min(len(self.pages), last + 2)))

    def _draw(self) -> None:
        """Draw what is near and not drawn yet."""
        self._soon.stop()
        if not self.pages:
            return
        if self._drawing is not None:
            self._drawing.cancel()
        width = self._pixels(self.pages[0].width() - 2 * SHADOW)
        if width != self._drawn_width:
            self._drawn.clear()
        self._drawn_width = width
        near = self._near()
        for number, view in enumerate(self.pages):
            if number not in near:
                self._drawn.discard(number)
                view.set_picture(None)
        wanted = tuple(number for number in near if number not in self._drawn)
        if wanted:
            job = DrawPages(self._pdf, width, wanted)
            self._drawing = self._jobs.run(job, then=self._show, owner=self)

    def _show(self, pictures: dict[int, QImage]) -> None:
        self._drawing = None
        for number, picture in pictures.items():
            self.pages[number].set_picture(picture)
            self._drawn.add(number)

    def _on_scrolled(self, _value: int) -> None:
        self._say_place()
        if not self._drawn.issuperset(self._near()):
            self._soon.start()

    def _say_place(self) -> None:
        at = (self.current(), len(self.pages))
        if at != self._at:
            self._at = at
            self.moved.emit(*at)

    def _pixels(self, width: int) -> int:
        return max(1, round(width * self.devicePixelRatioF()))
