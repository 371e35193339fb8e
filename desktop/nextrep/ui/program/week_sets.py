"""Planned sets of a week for each muscle group, as bars or on a body map."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from nextrep.domain.advice import FEWEST_SETS, MOST_SETS
from nextrep.domain.exercises import MuscleGroup
from nextrep.domain.recovery import GroupSets
from nextrep.domain.text import tr
from nextrep.ui.program.sets_bar import SetsBar, helping_colour, scale_for
from nextrep.ui.theme.theme import SECONDARY, Theme, current_theme
from nextrep.ui.widgets.body_map import BodyMap, step_colour, step_titles
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary


class WeekSetsCard(Card):
    """Bars for the muscle groups, or a figure shaded by them.

    Attributes:
        group_chosen: emitted with the muscle group that is looked at on the body map, None for none.
    """

    group_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Sets a week by muscle"), parent)
        px = current_theme().px
        self._sets: dict[MuscleGroup, GroupSets] = {}
        self._week = Secondary()
        self._bars = {group: SetsBar(group) for group in MuscleGroup}
        self.map = BodyMap()
        self._said = Secondary()
        self._as_bars, self._as_body = ChipButton(tr("Bars"), checked=True), ChipButton(tr("Body"))
        self._choice = QButtonGroup(self)
        for button in (self._as_bars, self._as_body):
            self._choice.addButton(button)
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._as_bars)
        row.addWidget(self._as_body)
        self.add_corner(corner)
        self._as_bars.setAccessibleName(tr("Show the sets as bars"))
        self._as_body.setAccessibleName(tr("Show the sets on a body map"))
        self.add(self._week)
        self.body.setSpacing(px(4))
        self._bar_page, self._body_page = self._lay_out_bars(), self._lay_out_body()
        self.add(self._bar_page)
        self.add(self._body_page)
        self._body_page.hide()
        self._choice.buttonToggled.connect(self._on_choice)
        self.map.chosen.connect(self._on_group)

    def show_week(self, title: str, sets: Mapping[MuscleGroup, GroupSets]) -> None:
        """Show the sets of a week."""
        self._week.setText(title)
        self._sets = {group: sets.get(group, GroupSets()) for group in MuscleGroup}
        scale = scale_for(max(one.total for one in self._sets.values()))
        for group, bar in self._bars.items():
            bar.show_sets(self._sets[group], scale)
        self.map.show_sets(self._sets)
        self._say(self.map.group())

    def _lay_out_bars(self) -> QWidget:
        px = current_theme().px
        page, keys = QWidget(), QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in self._bars.values():
            column.addWidget(bar)
        flow = FlowLayout(keys, spacing=8)
        flow.addWidget(Swatch(_main_colour, tr("main mover")))
        flow.addWidget(Swatch(helping_colour, tr("helping, counts half")))
        flow.addWidget(Swatch(None, tr("marks at {low} and {high}", low=FEWEST_SETS, high=MOST_SETS)))
        column.addSpacing(px(6))
        column.addWidget(keys)
        return page

    def _lay_out_body(self) -> QWidget:
        px = current_theme().px
        page, keys = QWidget(), QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.map)
        column.addWidget(self._said)
        flow = FlowLayout(keys, spacing=8)
        for step, title in enumerate(step_titles()):
            flow.addWidget(Swatch(partial(_step_colour, step), title))
        column.addWidget(keys)
        return page

    def _on_choice(self, _button: ChipButton, _on: bool) -> None:
        body = self._as_body.isChecked()
        self._bar_page.setVisible(not body)
        self._body_page.setVisible(body)

    def _on_group(self, group: MuscleGroup | None) -> None:
        self._say(group)
        self.group_chosen.emit(group)

    def _say(self, group: MuscleGroup | None) -> None:
        self._said.setText(self.map.text_of(group) if group else tr("Point at a muscle to see its sets."))


class Swatch(QWidget):
    """A spot of colour, or a mark, with what it stands for."""

    def __init__(
        self, colour: Callable[[Theme], QColor] | None, text: str, parent: QWidget | None = None
    ) -> None:
        """Make the swatch; `colour` is asked each time it is drawn, None draws a mark."""
        super().__init__(parent)
        self._colour, self._text = colour, text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the spot and the words."""
        theme = current_theme()
        metrics = QFontMetrics(theme.font(SECONDARY))
        return QSize(theme.px(15) + metrics.horizontalAdvance(self._text) + 2, metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the spot and the words."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, mirrored = theme.px(10), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        spot = QRectF(self.width() - side if mirrored else 0, (self.height() - side) / 2, side, side)
        if self._colour is None:
            painter.setPen(theme.color("muted"))
            painter.drawLine(
                QPointF(spot.center().x(), spot.top()), QPointF(spot.center().x(), spot.bottom())
            )
        else:
            painter.setPen(theme.color("muted") if theme.high_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(theme))
            painter.drawRoundedRect(spot, theme.px(3), theme.px(3))
        painter.setPen(theme.color("muted"))
        painter.setFont(theme.font(SECONDARY))
        words = self.rect().adjusted(0 if mirrored else theme.px(15), 0, -theme.px(15) if mirrored else 0, 0)
        side_of_text = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | side_of_text, self._text)
        painter.end()


def _main_colour(theme: Theme) -> QColor:
    return theme.color("primary")


def _step_colour(step: int, theme: Theme) -> QColor:
    return step_colour(theme, step)
