"""The small cards: the week, and what went well."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.services.today import TodayView, Win
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.today.words import week_text
from nextrep.ui.widgets.card import Card, clear_layout
from nextrep.ui.widgets.chips import Chip
from nextrep.ui.widgets.gauges import ProgressDots
from nextrep.ui.widgets.labels import Body, Muted, Secondary


class WeekCard(Card):
    """How many sessions of this week are done, and what is rested."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("This week"), parent)
        self._dots = ProgressDots()
        self._text, self._note = Body(), Secondary()
        for widget in (self._dots, self._text, self._note):
            self.add(widget)

    def show_week(self, view: TodayView) -> None:
        """Show the week of a view."""
        self._dots.set_progress(view.week_done, view.week_planned or 0)
        self._dots.setVisible(bool(view.week_done or view.week_planned))
        self._text.setText(week_text(view.week_done, view.week_planned))
        self._note.setText(view.rest_note)
        self._note.setVisible(bool(view.rest_note))


class WinsCard(Card):
    """Up to three things that went well lately."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Small wins"), parent)
        self._none = Muted(tr("What goes well will stand here, one set at a time."))
        self._holder = QWidget()
        self._rows = QVBoxLayout(self._holder)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(current_theme().px(8))
        self.add(self._none)
        self.add(self._holder)

    def show_wins(self, wins: Sequence[Win]) -> None:
        """Show them, or say that there will be some."""
        clear_layout(self._rows)
        for win in wins:
            row = QHBoxLayout()
            row.setSpacing(current_theme().px(12))
            row.addWidget(Chip(win.chip, "win" if win.record else "tint"))
            row.addWidget(Body(win.text), 1)
            self._rows.addLayout(row)
        self._holder.setVisible(bool(wins))
        self._none.setVisible(not wins)
