"""A picture of a loaded bar, or of plates on one hook: each plate with its number, both sides alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nextrep.domain.loading import Loading
from nextrep.domain.text import tr
from nextrep.domain.units import Load, Unit
from nextrep.ui.theme.theme import SECONDARY, Theme, current_theme

_COLOURS = {
    Unit.KG: {"25": "anxiety", "20": "sleep", "15": "win", "10": "primary", "5": "surface"},
    Unit.LB: {"55": "anxiety", "45": "sleep", "35": "win", "25": "primary", "10": "surface"},
}
"""Roles nearest to the colours of competition plates (IPF technical rules: 25 red, 20 blue, 15 yellow, 10
green, 5 white) and of bumper plates in pounds. The number on each plate says the same."""
_OTHER = "sunken"
_TALL_GRAMS = 20_000
"""From here on all plates have the same diameter, as on a real bar."""
_LEAST_HEIGHT = 0.44
_CORNER = 3
_GAP = 1.5
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Lengths in px at 100 %."""

    height: int
    bare: int
    least_width: int
    most_width: int
    hand: int
    text: int


@dataclass(frozen=True, slots=True)
class _Look:
    """Colours of a plate by their roles."""

    fill: str
    outline: str
    ink: str


_SMALL = _Sizes(height=56, bare=44, least_width=13, most_width=26, hand=26, text=11)
_LARGE = _Sizes(height=140, bare=56, least_width=18, most_width=40, hand=96, text=14)


class PlatesView(QWidget):
    """Draws a `Loading`. What it shows stands in its accessible description too."""

    def __init__(self, parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(parent)
        self._sizes = _LARGE if large else _SMALL
        self._loading: Loading | None = None
        self.setAccessibleName(tr("Plates"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_loading(self, loading: Loading | None) -> None:
        """Draw a load; hidden where nothing is put together (a dumbbell, a pin alone, nothing known)."""
        if loading == self._loading:
            return
        before, self._loading = self._loading, loading
        shown = loading is not None and (bool(loading.plates) or loading.places > 1)
        self.setAccessibleDescription(loading.how() if shown and loading is not None else "")
        if before is None or loading is None or bool(before.plates) != bool(loading.plates):
            self.updateGeometry()
        self.setVisible(shown)
        self.update()

    def sizeHint(self) -> QSize:
        """Height of the largest plate, or of the bar alone; it takes the width that there is."""
        px, sizes = current_theme().px, self._sizes
        plates = self._loading is not None and self._loading.plates
        return QSize(px(200), px(sizes.height if plates else sizes.bare))

    def minimumSizeHint(self) -> QSize:
        """As wide as a bar with one plate a side."""
        return QSize(current_theme().px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar and its plates."""
        if self._loading is None:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw = _Drawing(painter, theme, self._sizes, QRectF(self.rect()))
        if self._loading.places > 1:
            draw.bar(self._loading)
        else:
            draw.hook(self._loading)
        painter.end()


class _Drawing:
    """One painting of one load."""

    def __init__(self, painter: QPainter, theme: Theme, sizes: _Sizes, room: QRectF) -> None:
        self._painter, self._theme, self._sizes, self._room = painter, theme, sizes, room
        self._font = theme.font(sizes.text, 600, tabular=True)
        self._metrics = QFontMetricsF(self._font)
        self._middle = room.center().y()

    def bar(self, loading: Loading) -> None:
        """Draw a bar from the front, the same on both sides; its own weight stands in the middle."""
        px, all_room, middle = self._theme.px, self._room, self._middle
        label = loading.base.text() if loading.base is not None else ""
        hand = max(px(self._sizes.hand), self._label_width(label) + px(10))
        centre, inner = all_room.center().x(), hand / 2
        self._rod(all_room.left() + 1, all_room.right() - 1, px(4))
        self._rod(centre - inner, centre + inner, px(6))
        above = QRectF(centre - inner, all_room.top(), hand, middle - px(4) - all_room.top())
        self._label(above, label, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        room = all_room.width() / 2 - inner - px(18)
        pieces = self._pieces(loading.plates, room)
        width = self._width(len(pieces), room)
        for index, (plate, count) in enumerate(pieces):
            out = inner + px(4) + index * (width + _GAP)
            self._plate(centre + out, width, plate, count)
            self._plate(centre - out - width, width, plate, count)
        end = inner + px(4) + len(pieces) * (width + _GAP)
        for side in (-1, 1):
            self._block(centre + side * (inner + px(2)), px(4), px(16))  # the shoulder that plates lean on
            if loading.collar is not None:
                self._block(centre + side * (end + px(4)), px(6), px(18))

    def hook(self, loading: Loading) -> None:
        """Draw plates in a row on a pin or a belt; the pin's own weight stands before them."""
        px, middle = self._theme.px, self._middle
        label = loading.base.text() if loading.base is not None else ""
        start = self._room.left() + px(4)
        head = self._label_width(label) + px(16) if label else px(12)
        room = self._room.right() - start - head - px(20)
        pieces = self._pieces(loading.plates, room)
        width = self._width(len(pieces), room)
        self._rod(start + head, start + head + px(16) + len(pieces) * (width + _GAP), px(4))
        if label:
            box = QRectF(start, middle - px(14), head, px(28))
            self._box(box, self._look("surface"))
            self._label(box, label, Qt.AlignmentFlag.AlignCenter)
        else:  # the ring that plates hang from
            self._painter.setPen(QPen(self._theme.color("muted"), 2))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawEllipse(QPointF(start + head / 2, middle), head / 2, head / 2)
        for index, (plate, count) in enumerate(pieces):
            self._plate(start + head + px(8) + index * (width + _GAP), width, plate, count)

    def _pieces(self, plates: Sequence[Load], room: float) -> list[tuple[Load, int]]:
        """Return each plate; where there is no room for all, each size with its number."""
        if plates and room / len(plates) < self._theme.px(self._sizes.least_width) + _GAP:
            return [(plate, len(list(equal))) for plate, equal in groupby(plates)]
        return [(plate, 1) for plate in plates]

    def _width(self, count: int, room: float) -> float:
        """Return how wide each of so many plates can be."""
        return min(self._theme.px(self._sizes.most_width), max(2.0, room / max(count, 1) - _GAP))

    def _plate(self, left: float, width: float, plate: Load, count: int) -> None:
        share = _LEAST_HEIGHT + (1 - _LEAST_HEIGHT) * min(1.0, sqrt(plate.grams / _TALL_GRAMS))
        height = (self._room.height() - 2) * share
        shape = QRectF(left, self._middle - height / 2, width, height)
        number = plate.text(with_unit=False)
        look = self._look(_COLOURS[plate.unit].get(number, _OTHER))
        self._box(shape, look)
        text = number if count == 1 else tr("{n} × {plate}", n=count, plate=number)
        painter, metrics = self._painter, self._metrics
        painter.setFont(self._font)
        painter.setPen(self._theme.color(look.ink))
        if metrics.horizontalAdvance(text) + 4 <= width:
            painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, text)
        elif metrics.capHeight() + 2 <= width:
            painter.save()
            painter.translate(shape.center())
            painter.rotate(-90)
            painter.drawText(QRectF(-height / 2, -width / 2, height, width), _CENTRED, text)
            painter.restore()

    def _look(self, role: str) -> _Look:
        """Return how a plate is drawn; a light yellow needs dark figures and an outline."""
        if role == "win" and not self._theme.dark:
            return _Look("wintint", "win", "ink")
        if role in {_OTHER, "surface"}:
            return _Look(role, "muted", "ink")
        return _Look(role, "muted" if self._theme.high_contrast else role, "on_primary")

    def _box(self, shape: QRectF, look: _Look) -> None:
        self._painter.setPen(QPen(self._theme.color(look.outline), 1))
        self._painter.setBrush(self._theme.color(look.fill))
        radius = self._theme.px(_CORNER)
        self._painter.drawRoundedRect(shape.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _block(self, x: float, width: float, height: float) -> None:
        """Draw what holds the plates: the shoulder of the bar, or a collar."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.color("muted"))
        shape = QRectF(x - width / 2, self._middle - height / 2, width, height)
        self._painter.drawRoundedRect(shape, 1.5, 1.5)

    def _rod(self, left: float, right: float, thick: float) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.color("muted"))
        self._painter.drawRoundedRect(QRectF(left, self._middle - thick / 2, right - left, thick), 2, 2)

    def _label_width(self, text: str) -> float:
        return QFontMetricsF(self._theme.font(SECONDARY, 500)).horizontalAdvance(text)

    def _label(self, room: QRectF, text: str, where: Qt.AlignmentFlag) -> None:
        self._painter.setFont(self._theme.font(SECONDARY, 500))
        self._painter.setPen(self._theme.color("ink"))
        self._painter.drawText(room, where, text)
