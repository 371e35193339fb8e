"""What a session came to, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.domain.units import Unit
from nextrep.services.session import SessionView
from nextrep.ui.session.controls import TallLink, TallPrimary
from nextrep.ui.session.feeling_words import change_words
from nextrep.ui.session.words import sets_words, volume_words
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card, clear_layout, row_of
from nextrep.ui.widgets.chips import Chip
from nextrep.ui.widgets.labels import Body, PageTitle, Secondary, SmallTitle
from nextrep.ui.widgets.page import ScrollPage


class SummaryPage(ScrollPage):
    """What the session came to. What there is nothing of takes no room.

    Attributes:
        back_button: goes back to Today.
        quiet_button: asks for two quiet minutes first.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PageTitle()
        self.figures = Body()
        self.wins, self.records = _Lines(tr("Small wins")), _Lines(tr("Records"))
        self.feeling = _Lines(tr("How it felt"))
        self.note = Body()
        self.back_button = TallPrimary(tr("Back to Today"))
        self.quiet_button = TallLink(tr("Two quiet minutes"))
        card = Card(roomy=True)
        card.body.setSpacing(current_theme().px(16))
        for part in (self.figures, self.wins, self.records, self.feeling, self.note):
            card.add(part)
        card.add(Secondary(tr("Saved.")))
        card.body.addLayout(row_of(self.back_button, self.quiet_button))
        self.body.addWidget(self._title)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def show_view(
        self, view: SessionView, unit: Unit, wins: Sequence[str], records: Sequence[tuple[str, str]]
    ) -> None:
        """Show a finished session.

        Args:
            view: the session.
            unit: of weights.
            wins: small wins, each a sentence.
            records: what each is the best of, for its chip, and what was done.
        """
        session = view.session
        self._title.setText(tr("{title} is done", title=session.title))
        parts = [sets_words(view.set_count)]
        if view.grams:
            parts.append(volume_words(view.grams, unit))
        if session.duration_s is not None:
            parts.append(tr("{n} min", n=max(1, round(session.duration_s / 60))))
        if session.effort is not None:
            parts.append(tr("effort {n} of 10", n=session.effort))
        self.figures.setText(" · ".join(parts))
        self.wins.show_lines([("", text) for text in wins])
        self.records.show_lines(records)
        self.feeling.show_lines([("", line) for line in change_words(session).splitlines()])
        self.note.setText(session.note)
        self.note.setVisible(bool(session.note))
        self.verticalScrollBar().setValue(0)


class _Lines(QWidget):
    """A small heading and a few lines, some with a chip before the words."""

    def __init__(self, title: str) -> None:
        super().__init__()
        px = current_theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addWidget(SmallTitle(title))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(6))
        layout.addLayout(self._rows)

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show lines of a chip ("" for none) and words, or nothing at all."""
        clear_layout(self._rows)
        for chip, text in lines:
            row = QHBoxLayout()
            row.setSpacing(current_theme().px(12))
            if chip:
                row.addWidget(Chip(chip, "win"))
            row.addWidget(Body(text), 1)
            self._rows.addLayout(row)
        self.setVisible(bool(lines))
