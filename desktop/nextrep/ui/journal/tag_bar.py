"""The tags of a day: those used most as chips, any other by typing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.services import day_context
from nextrep.services.day_context import DayContextView
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.fields import FieldProblem
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.screen import Screen
from nextrep.ui.widgets.words_line import WordsLine

LINE_WIDTH = 96


class TagBar(QWidget):
    """Chips that are on or off, and a line for other words. Each change is kept at once.

    Attributes:
        kept: emitted after a change.
        line: where other words are typed.
    """

    kept = Signal()

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._screen = screen
        self._day = 0
        self.chips: dict[str, ChipButton] = {}
        self.line = WordsLine(tr("Another tag"), tr("+ tag"))
        self.line.setFixedWidth(px(LINE_WIDTH))
        self._problem = FieldProblem()
        self._problem.hide()
        self.flow = FlowLayout(spacing=4)
        self.flow.addWidget(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addLayout(self.flow)
        layout.addWidget(self._problem)
        self.line.taken.connect(self._on_taken)
        self.line.textEdited.connect(self._clear_problem)

    def show_view(self, view: DayContextView) -> None:
        """Show a day. On the same day chips stay where they are: one may be under the pointer."""
        if view.context.day != self._day:
            self._day = view.context.day
            self.line.clear()
            self._clear_problem()
            if tuple(self.chips) != view.offered_tags:
                self._drop(tuple(self.chips))
        for tag in view.offered_tags:
            if tag not in self.chips:
                self._add(tag)
        known = {tag.casefold() for tag in view.context.tags}
        for tag, chip in self.chips.items():
            chip.setChecked(tag.casefold() in known)
        self.line.offer(view.tags)

    def _add(self, tag: str) -> None:
        chip = ChipButton(tag.replace("&", "&&"), mark=True)
        chip.setAccessibleName(tag)
        chip.clicked.connect(partial(self._on_chip, tag))
        self.chips[tag] = chip
        self.flow.removeWidget(self.line)
        self.flow.addWidget(chip)
        self.flow.addWidget(self.line)
        chips = list(self.chips.values())
        for before, after in pairwise((*chips, self.line)):
            QWidget.setTabOrder(before, after)

    def _drop(self, tags: Sequence[str]) -> None:
        for tag in tags:
            chip = self.chips.pop(tag)
            self.flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()

    def _on_chip(self, tag: str) -> None:
        self._set(tag, on=self.chips[tag].isChecked())

    def _on_taken(self, words: str) -> None:
        if self._set(words, on=True):
            self.line.clear()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, tag: str, *, on: bool) -> bool:
        context = self._screen.context
        call = partial(day_context.set_tag, context.store, self._day, tag, on=on, now=context.now())
        kept = context.operate.run(call, initiator=self._screen, on_error=self._show_problem)
        if kept is not None:
            self._clear_problem()
            self.kept.emit()
        return kept is not None

    def _show_problem(self, message: str, _field: str = "") -> None:
        self._problem.setText(message)
        self._problem.show()

    def _clear_problem(self, _text: str = "") -> None:
        self._problem.hide()
