"""What the days of a period say, and beside each figure what it cannot say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.domain.trends import caveats, said
from nextrep.domain.trends.said import Section
from nextrep.domain.trends.words import Said
from nextrep.ui.runtime.clipboard import copy_private
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.trends.findings_reading import FindingsReading
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import Card, clear_layout, row_of
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.columns import Columns
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, Secondary, SmallTitle

_LEAST = 720
"""Narrowest width for two columns of findings, px at 100 %."""


class SaidBlock(QWidget):
    """One finding: its question, its label, what was found, and what that cannot say."""

    def __init__(self, one: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(SmallTitle(one.heading))
        if one.label:
            column.addWidget(Secondary(one.label))
        for line in one.lines:
            column.addWidget(Body(line))
        for caveat in one.caveats:
            column.addWidget(Secondary(caveat))
        column.addStretch(1)
        self.setAccessibleName(one.heading)
        self.setAccessibleDescription(" ".join((one.label, *one.lines, *one.caveats)).strip())


class FindingsCard(Card):
    """What is said of one thing at a time, chosen by chips: outcomes, sessions, questionnaires.

    Attributes:
        chips: one for each section, the outcomes settled in advance first.
        copy: puts all that is said on the clipboard.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What these days say"), parent)
        self.chips: tuple[ChipButton, ...] = ()
        self._sections: tuple[Section, ...] = ()
        self._chosen = ""
        self._holder = QWidget()
        self._chip_row = FlowLayout(self._holder, spacing=4)
        self._body = QVBoxLayout()
        self._body.setSpacing(current_theme().px(16))
        self._several = Secondary(caveats.several())
        self.copy = LinkButton(tr("Copy what is said"))
        self.copy.clicked.connect(self._on_copy)
        self.add(self._holder)
        self.body.addLayout(self._body)
        self.add(self._several)
        self.body.addLayout(row_of(self.copy))

    def show_reading(self, reading: FindingsReading) -> None:
        """Show findings; what was looked at stays where it is there again."""
        found = reading.found
        self._sections = said.sections(reading.outcomes, found.around, found.scores)
        if self._chosen not in {one.key for one in self._sections}:
            self._chosen = self._sections[0].key
        self._show_chips()
        self._show()

    def text(self) -> str:
        """Return all that is said, to read or to copy."""
        return said.plain_text(self._sections)

    def _show_chips(self) -> None:
        names = [(one.key, one.title) for one in self._sections]
        if [(chip.property("section"), chip.text()) for chip in self.chips] != names:
            clear_layout(self._chip_row)
            chips = []
            for key, title in names:
                chip = ChipButton(title)
                chip.setProperty("section", key)
                chip.clicked.connect(partial(self._on_chip, key))
                self._chip_row.addWidget(chip)
                chips.append(chip)
            self.chips = tuple(chips)
            for before, after in pairwise((*self.chips, self.copy)):
                self.setTabOrder(before, after)
        for chip in self.chips:
            chip.setChecked(chip.property("section") == self._chosen)

    def _show(self) -> None:
        clear_layout(self._body)
        section = next(one for one in self._sections if one.key == self._chosen)
        blocks = [SaidBlock(one) for one in section.said]
        for pair in (blocks[at : at + 2] for at in range(0, len(blocks), 2)):
            self._body.addWidget(_side_by_side(pair))

    def _on_chip(self, key: str) -> None:
        self._chosen = key
        self._show_chips()
        self._show()

    def _on_copy(self) -> None:
        copy_private(self.text())


def _side_by_side(blocks: Sequence[QWidget]) -> QWidget:
    parts = [*blocks, QWidget()] if len(blocks) == 1 else list(blocks)
    return Columns([(part, 1) for part in parts], _LEAST, spacing=24)
