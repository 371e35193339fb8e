"""Small wins of a period: a quiet page, which may also be empty without a word about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from nextrep.domain.days import day_short
from nextrep.domain.figures import period as period_text
from nextrep.domain.text import tr, tr_n
from nextrep.services import period_wins
from nextrep.services.period_wins import GOOD_NIGHT, PeriodWins
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton, SecondaryButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.chips import Chip
from nextrep.ui.widgets.dialog_frame import fit, new_foot, put_together
from nextrep.ui.widgets.labels import Body, Muted, PageTitle
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store

_WIDTH, _HEIGHT = 560, 620


@dataclass(frozen=True, slots=True)
class ReadWins:
    """A job: reads what went well from `first` to `last` (date ordinals)."""

    store: Store
    first: int
    last: int

    def __call__(self, progress: Progress) -> PeriodWins:
        """Do the work.

        Raises:
            KnownError: the profile cannot be read.
        """
        with self.store.on_this_thread():
            return period_wins.read(self.store, self.first, self.last, progress.check)


class WinsDialog(QDialog):
    """What went well between two days.

    Attributes:
        day_asked: emitted with a day (date ordinal) whose words the person wants to read.
    """

    day_asked = Signal(int)

    def __init__(self, context: Context, first: int, last: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Small wins"))
        px = current_theme().px
        self._page = ScrollPage()
        self._page.body.setSpacing(px(12))
        self._page.body.addWidget(PageTitle(tr("Small wins")))
        days = date.fromordinal(first), date.fromordinal(last)
        self._page.body.addWidget(Muted(period_text(*days)))
        self._message = InlineMessage(dismissable=False)
        self._page.body.addWidget(self._message)
        self._page.body.addStretch(1)
        self.close_button = SecondaryButton(tr("Close"))
        self.close_button.clicked.connect(self.accept)
        foot = new_foot()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        put_together(self, self._page, foot)
        fit(self, px(_WIDTH), px(_HEIGHT))
        context.jobs.run(
            ReadWins(context.store, first, last), then=self.show_wins, failed=self._failed, owner=self
        )

    def show_wins(self, wins: PeriodWins) -> None:
        """Show what there is."""
        self._add(tr("You came"), self._sessions(wins))
        self._add(
            tr("Bests"), [_side_by_side(Chip(chip, "win"), Body(words)) for _day, chip, words in wins.bests]
        )
        self._add(tr("Low days kept small"), [Body(_days(wins.small))] if wins.small else [])
        nights = tr_n(
            "{n} night that you rated {good} or better.",
            "{n} nights that you rated {good} or better.",
            wins.nights,
            good=GOOD_NIGHT,
        )
        self._add(tr("Sleep"), [Body(nights)] if wins.nights else [])
        self._add(tr("Your words"), [self._word(day, words) for day, _entry, words in wins.words])

    def _sessions(self, wins: PeriodWins) -> list[QWidget]:
        if not wins.sessions:
            return []
        done = tr_n("{n} session.", "{n} sessions.", wins.sessions)
        if not wins.kept:
            return [Body(done)]
        return [Body(tr("{done} {kept} of them stood in the plan.", done=done, kept=wins.kept))]

    def _word(self, day: int, words: str) -> QWidget:
        link = LinkButton(day_short(day))
        link.setAccessibleName(tr("Read {day} in the journal", day=day_short(day)))
        link.clicked.connect(partial(self._on_day, day))
        return _side_by_side(link, Body(words))

    def _add(self, heading: str, rows: Sequence[QWidget]) -> None:
        if not rows:
            return
        card = Card(heading)
        for row in rows:
            card.add(row)
        self._page.body.insertWidget(self._page.body.count() - 1, card)

    def _failed(self, error: BaseException) -> None:
        self._message.show_message(str(error), "error")

    def _on_day(self, day: int) -> None:
        self.day_asked.emit(day)
        self.accept()


def _side_by_side(first: QWidget, second: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(current_theme().px(12))
    row.addWidget(first)
    row.addWidget(second, 1)
    return holder


def _days(days: Sequence[int]) -> str:
    return ", ".join(day_short(day) for day in days)
