"""Where it hurts and how much: any number of places, in own words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.day_context import Pain
from nextrep.domain.day_topics import Topic, topic_title
from nextrep.domain.errors import UserError
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import IconButton
from nextrep.ui.widgets.card import clear_layout
from nextrep.ui.widgets.chips import Chip
from nextrep.ui.widgets.fields import FieldProblem, NumberField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary
from nextrep.ui.widgets.words_line import WordsLine

PLACE_WIDTH, LEVEL_WIDTH = 128, 64


def parse_level(text: str) -> int:
    """Read a level of pain, 0 to 10.

    Raises:
        UserError: it is none.
    """
    if not text.isdecimal() or int(text) > 10:
        raise UserError(tr("A whole number from 0 to 10."), field=str(Topic.PAIN))
    return int(text)


class PainField(QWidget):
    """A place, a level; Enter takes both. Below are those of the day, each with a way to take it out.

    Attributes:
        given: emitted with a place and its level (int), or None to take the place out.
    """

    given = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._shown: tuple[Pain, ...] = ()
        self.place = WordsLine(tr("Pain: where"), tr("where"))
        self.place.setFixedWidth(px(PLACE_WIDTH))
        self.level = NumberField(parse_level, name=tr("Pain: how much, 0 to 10"))
        self.level.setPlaceholderText(tr("0–10"))
        self.level.setFixedWidth(px(LEVEL_WIDTH))
        self.problem = FieldProblem()
        self.problem.hide()
        label = Secondary(topic_title(Topic.PAIN), wrap=False)
        label.setBuddy(self.place)
        self._flow = FlowLayout(spacing=4)
        row = QHBoxLayout()
        row.setSpacing(px(4))
        row.setContentsMargins(px(4), 0, 0, 0)
        for widget in (label, self.place, self.level):
            row.addWidget(widget)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addLayout(row)
        layout.addLayout(self._flow)
        layout.addWidget(self.problem)
        self.place.taken.connect(self._on_place)
        self.level.valueChanged.connect(self._on_level)
        self.level.problemChanged.connect(self.show_problem)

    def show_pain(self, pain: Sequence[Pain], places: Sequence[str]) -> None:
        """Show the pain of a day, and what places can be chosen."""
        self.place.offer(places)
        if tuple(pain) == self._shown:
            return
        self._shown = tuple(pain)
        clear_layout(self._flow)
        for one in pain:
            self._flow.addWidget(self._row(one))

    def clear(self) -> None:
        """Empty both lines."""
        self.place.clear()
        self.level.setValue(None)
        self.show_problem("")

    def show_problem(self, message: str) -> None:
        """Say what was not taken; "" for nothing."""
        self.problem.setText(message)
        self.problem.setVisible(bool(message))

    def _row(self, pain: Pain) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Chip(tr("{place} {level} of 10", place=pain.place, level=pain.level)))
        gone = IconButton("close", tr("Take out: {place}", place=pain.place))
        gone.setProperty("small", True)
        gone.clicked.connect(partial(self.given.emit, pain.place, None))
        layout.addWidget(gone)
        return row

    def _on_place(self, _words: str) -> None:
        if self.level.text():
            self.level.commit()
        self.level.setFocus(Qt.FocusReason.OtherFocusReason)
        self._give()

    def _on_level(self, _level: object) -> None:
        self._give()

    def _give(self) -> None:
        place, level = self.place.text().strip(), self.level.value()
        if place and level is not None:
            self.given.emit(place, level)
        elif level is not None:
            self.show_problem(tr("Where does it hurt? A word or two are enough."))
