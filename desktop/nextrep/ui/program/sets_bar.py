"""The sets of a muscle group as a bar: what it does as main mover, what it helps in, and two marks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nextrep.domain.advice import FEWEST_SETS, MOST_SETS
from nextrep.domain.exercises import MuscleGroup, group_title
from nextrep.domain.recovery import GroupSets
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import SECONDARY, Theme, current_theme
from nextrep.ui.widgets.body_map import mixed, sets_text

SHORT_SCALE, LONG_SCALE = 12.0, 22.0
"""Sets of a full bar: the short scale while no group has more, so that a light week can be read too."""
_ROOM_FOR_UNIT = 280
_HELPING = 0.42
"""How much of its colour the helping part has."""


def scale_for(most: float) -> float:
    """Return the sets that a full bar stands for when `most` is the largest value of the week."""
    if most <= SHORT_SCALE:
        return SHORT_SCALE
    return max(LONG_SCALE, most * 1.04)


def helping_colour(theme: Theme) -> QColor:
    """Return the colour of sets in which a muscle only helps."""
    return mixed(theme.color("sunken"), theme.color("primary"), _HELPING)


class SetsBar(QWidget):
    """One muscle group. The marks at 4 and 20 sets are drawn where the scale has them."""

    def __init__(self, group: MuscleGroup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = group
        self._sets, self._scale = GroupSets(), SHORT_SCALE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_sets(GroupSets(), SHORT_SCALE)

    def show_sets(self, sets: GroupSets, scale: float) -> None:
        """Show the sets of a week; `scale` is how many a full bar stands for."""
        self._sets, self._scale = sets, scale
        text = sets_text(self._group, sets)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        """One line of secondary text."""
        theme = current_theme()
        return QSize(theme.px(240), QFontMetrics(theme.font(SECONDARY)).height() + theme.px(6))

    def minimumSizeHint(self) -> QSize:
        """Names are cut before the bar disappears."""
        return QSize(current_theme().px(150), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw name, bar and value."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
        name_font = theme.font(SECONDARY)
        value_font = theme.font(SECONDARY, tabular=True)
        value, metrics = self._value_text(theme), QFontMetrics(value_font)
        words = max(theme.px(20), metrics.horizontalAdvance(self._widest(theme)))
        names = min(theme.px(86), int(self.width() * 0.4))
        gap, thick, height = theme.px(8), theme.px(8), self.height()
        bar = QRectF(names, (height - thick) / 2, max(0, self.width() - names - gap - words), thick)
        painter.setFont(name_font)
        painter.setPen(theme.color("ink"))
        name = QFontMetrics(name_font).elidedText(
            group_title(self._group), Qt.TextElideMode.ElideRight, names - gap
        )
        self._write(painter, QRectF(0, 0, names, height), name)
        painter.setFont(value_font)
        painter.setPen(theme.color("muted"))
        self._write(painter, QRectF(self.width() - words, 0, words, height), value)
        self._draw_bar(painter, theme, self._placed(bar))
        painter.end()

    def _value_text(self, theme: Theme) -> str:
        total = self._sets.total
        if self.width() < theme.px(_ROOM_FOR_UNIT):
            return f"{total:g}"
        return tr("{n} set", n=1) if total == 1 else tr("{n} sets", n=f"{total:g}")

    def _widest(self, theme: Theme) -> str:
        narrow = self.width() < theme.px(_ROOM_FOR_UNIT)
        return "88.5" if narrow else tr("{n} sets", n="88.5")

    def _placed(self, rect: QRectF) -> QRectF:
        """Return where a rectangle is drawn: from the right in languages that are read from there."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return QRectF(-rect.right(), rect.top(), rect.width(), rect.height())
        return rect

    def _write(self, painter: QPainter, rect: QRectF, text: str) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(self._placed(rect), Qt.AlignmentFlag.AlignVCenter | side, text)

    def _draw_bar(self, painter: QPainter, theme: Theme, track: QRectF) -> None:
        half = track.height() / 2
        painter.setPen(theme.color("line") if theme.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(track, half, half)
        painter.setPen(Qt.PenStyle.NoPen)
        shape = QPainterPath()
        shape.addRoundedRect(self._share(track, self._sets.total), half, half)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(track, helping_colour(theme))
        if self._sets.main:
            painter.fillRect(self._share(track, self._sets.main), theme.color("primary"))
        painter.restore()
        self._draw_marks(painter, theme, track)

    def _share(self, track: QRectF, sets: float) -> QRectF:
        """Return the part of the track that some sets take; anything above none can be seen."""
        width = min(1.0, sets / self._scale) * track.width()
        part = QRectF(track)
        part.setWidth(max(track.height(), width) if sets else 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            part.moveRight(track.right())
        return part

    def _draw_marks(self, painter: QPainter, theme: Theme, track: QRectF) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        over = theme.px(2)
        for sets in (FEWEST_SETS, MOST_SETS):
            if sets >= self._scale:
                continue
            along = sets / self._scale * track.width()
            x = round(track.right() - along if mirrored else track.left() + along) + 0.5
            # A pale edge on both sides keeps the mark in sight on the bar and beside it.
            painter.setPen(QPen(theme.color("surface"), 3))
            painter.drawLine(QPointF(x, track.top()), QPointF(x, track.bottom()))
            painter.setPen(QPen(theme.color("muted"), 1))
            painter.drawLine(QPointF(x, track.top() - over), QPointF(x, track.bottom() + over))
