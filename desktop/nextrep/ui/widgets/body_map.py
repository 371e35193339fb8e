"""A figure from the front and from behind, its muscle groups shaded by their sets in a week."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nextrep.domain.advice import FEWEST_SETS, MOST_SETS
from nextrep.domain.exercises import MuscleGroup, group_title
from nextrep.domain.recovery import GroupSets
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import SECONDARY, Theme, current_theme
from nextrep.ui.widgets.body_shapes import HALF_WIDTH, HEIGHT, Figure, back, front

MIDDLE_SETS = 10
"""From here on a group is shown fully trained: between the floor and the most."""

_FIGURE_WIDTH = 2 * HALF_WIDTH
_USUAL_HEIGHT, _LEAST_HEIGHT = 290, 180
_STEPS = (0.0, 0.34, 0.66, 1.0)
"""How much of the colour a step has, from no sets to a full week."""
_MANY = 0.8


def step_of(sets: float) -> int:
    """Return the shade of a number of sets: 0 none, 1 a few, 2 from 4, 3 from 10, 4 above 20."""
    if sets <= 0:
        return 0
    return 1 + sum((sets >= FEWEST_SETS, sets >= MIDDLE_SETS, sets > MOST_SETS))


def step_titles() -> tuple[str, ...]:
    """Return what the shades stand for."""
    return (
        tr("none"),
        tr("under {n}", n=FEWEST_SETS),
        tr("{low}–{high}", low=FEWEST_SETS, high=MIDDLE_SETS - 1),
        tr("{low}–{high}", low=MIDDLE_SETS, high=MOST_SETS),
        tr("over {n}", n=MOST_SETS),
    )


def step_colour(theme: Theme, step: int) -> QColor:
    """Return the colour of a shade; above 20 sets it is that of things to look at."""
    if step >= len(_STEPS):
        return mixed(_untrained(theme), theme.color("warn"), _MANY)
    return mixed(_untrained(theme), theme.color("primary"), _STEPS[step])


class BodyMap(QWidget):
    """The map. Point at a muscle group, or go from one to the next with the arrow keys.

    Attributes:
        chosen: emitted with the muscle group that is pointed at or chosen, None for none.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sets: Mapping[MuscleGroup, GroupSets] = {}
        self._hovered: MuscleGroup | None = None
        self._chosen: MuscleGroup | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._say()

    def show_sets(self, sets: Mapping[MuscleGroup, GroupSets]) -> None:
        """Shade by the sets of a week."""
        self._sets = sets
        self._say()
        self.update()

    def group(self) -> MuscleGroup | None:
        """Return the muscle group that is pointed at, else the one that is chosen."""
        return self._hovered or self._chosen

    def choose(self, group: MuscleGroup | None) -> None:
        """Choose a muscle group, as a click does; None for none."""
        if group is self._chosen:
            return
        self._chosen = group
        self._tell()

    def hasHeightForWidth(self) -> bool:
        """It keeps its proportions."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the figures are at this width, within limits."""
        px = current_theme().px
        figures = (width - px(24)) / (2 * _FIGURE_WIDTH) * HEIGHT
        return round(min(px(_USUAL_HEIGHT), max(px(_LEAST_HEIGHT), figures))) + self._caption()

    def sizeHint(self) -> QSize:
        """Two figures side by side."""
        px = current_theme().px
        return QSize(px(300), px(_USUAL_HEIGHT) + self._caption())

    def minimumSizeHint(self) -> QSize:
        """Small, but still to be told apart."""
        px = current_theme().px
        return QSize(px(150), px(_LEAST_HEIGHT) + self._caption())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both figures, what is chosen, and the focus."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for figure, caption, area in self._figures():
            transform = _fit(area)
            painter.save()
            painter.setTransform(transform, combine=True)
            self._draw(painter, theme, figure, transform.m11())
            painter.restore()
            painter.setPen(theme.color("muted"))
            painter.setFont(theme.font(SECONDARY))
            below = QRectF(area.left(), self.height() - self._caption(), area.width(), self._caption())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, caption)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from group to group, Home and End to the first and last, Escape to none."""
        groups = list(MuscleGroup)
        at = groups.index(self._chosen) if self._chosen else None
        key = event.key()
        if key in {Qt.Key.Key_Right, Qt.Key.Key_Down}:
            self.choose(groups[0 if at is None else (at + 1) % len(groups)])
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Up}:
            self.choose(groups[-1 if at is None else at - 1])
        elif key == Qt.Key.Key_Home:
            self.choose(groups[0])
        elif key == Qt.Key.Key_End:
            self.choose(groups[-1])
        elif key == Qt.Key.Key_Escape and self._chosen is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is under the mouse."""
        self._point(self._group_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse; beside the figures, nothing."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.choose(self._group_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._point(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say the sets of a group in its tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            group = self._group_at(QPointF(event.pos()))
            if group is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.text_of(group), self, QRect())
            return True
        return super().event(event)

    def text_of(self, group: MuscleGroup) -> str:
        """Return for example "Chest: 9 sets, 7 as main mover and 4 helping"."""
        return sets_text(group, self._sets.get(group, GroupSets()))

    def _point(self, group: MuscleGroup | None) -> None:
        if group is not self._hovered:
            self._hovered = group
            self._tell()

    def _tell(self) -> None:
        self._say()
        self.update()
        self.chosen.emit(self.group())
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _say(self) -> None:
        group = self._chosen
        name = tr("Body map of the week’s sets")
        self.setAccessibleName(f"{name}: {self.text_of(group)}" if group else name)
        self.setAccessibleDescription("\n".join(self.text_of(one) for one in MuscleGroup))

    def _caption(self) -> int:
        theme = current_theme()
        return QFontMetrics(theme.font(SECONDARY)).height() + theme.px(8)

    def _figures(self) -> tuple[tuple[Figure, str, QRectF], ...]:
        px = current_theme().px
        height = self.height() - self._caption() - px(4)
        width = min((self.width() - px(12)) / 2, height / HEIGHT * _FIGURE_WIDTH * 1.15)
        middle = self.width() / 2
        left = QRectF(middle - width, px(4), width, height)
        right = QRectF(middle, px(4), width, height)
        areas = (right, left) if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else (left, right)
        return (front(), tr("Front"), areas[0]), (back(), tr("Back"), areas[1])

    def _group_at(self, point: QPointF) -> MuscleGroup | None:
        for figure, _caption, area in self._figures():
            if area.contains(point):
                inverse, _possible = _fit(area).inverted()
                return figure.group_at(inverse.map(point))
        return None

    def _draw(self, painter: QPainter, theme: Theme, figure: Figure, scale: float) -> None:
        painter.setPen(QPen(theme.color("line"), 1 / scale))
        painter.setBrush(_skin(theme))
        painter.drawPath(figure.outline)
        for group, path in figure.groups.items():
            sets = self._sets.get(group, GroupSets()).total
            painter.setBrush(step_colour(theme, step_of(sets)))
            painter.setPen(
                QPen(theme.color("muted"), 0.8 / scale) if theme.high_contrast else Qt.PenStyle.NoPen
            )
            painter.drawPath(path)
        shown = self.group()
        if shown in figure.groups:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("ink"), 1.6 / scale))
            painter.drawPath(figure.groups[shown])


def sets_text(group: MuscleGroup, sets: GroupSets) -> str:
    """Say the sets of a muscle group, and how many of them it only helped in."""
    total = f"{sets.total:g}"
    if not sets.total:
        return tr("{muscle}: no sets", muscle=group_title(group))
    if not sets.helping:
        return tr("{muscle}: {total} sets", muscle=group_title(group), total=total)
    return tr(
        "{muscle}: {total} sets, from {main} as main mover and {helping} helping",
        muscle=group_title(group),
        total=total,
        main=sets.main,
        helping=sets.helping,
    )


def _fit(area: QRectF) -> QTransform:
    scale = min(area.width() / _FIGURE_WIDTH, area.height() / HEIGHT)
    return QTransform.fromTranslate(area.center().x(), area.top()).scale(scale, scale)


def _skin(theme: Theme) -> QColor:
    return mixed(theme.color("surface"), theme.color("muted"), 0.10 if theme.dark else 0.08)


def _untrained(theme: Theme) -> QColor:
    return mixed(theme.color("surface"), theme.color("muted"), 0.26 if theme.dark else 0.20)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return a colour between two; `share` (0 to 1) is how much it has of the other."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )
