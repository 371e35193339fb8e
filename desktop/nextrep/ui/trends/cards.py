"""The cards below the charts: how much was logged, how much was trained, and what this cannot show."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from nextrep.domain.figures import period as period_text
from nextrep.domain.text import tr, tr_n
from nextrep.services.trends import TrendsView
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.columns import Columns
from nextrep.ui.widgets.labels import Secondary, SmallTitle, Strong


class FactCard(Card):
    """A small heading, a fact, and a line about it."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self._fact, self._note = Strong(), Secondary()
        self.add(SmallTitle(heading))
        self.add(self._fact)
        self.add(self._note)
        self.setAccessibleName(heading)

    def say(self, fact: str, note: str) -> None:
        """Show a fact ("" for none) and a line about it."""
        self._fact.setText(fact)
        self._fact.setHidden(not fact)
        self._note.setText(note)
        self._note.setHidden(not note)


class TrendCards(Columns):
    """Three cards side by side, or below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.logged = FactCard(tr("How much is logged"))
        self.training = FactCard(tr("Training"))
        self.limits = FactCard(tr("What this cannot show"))
        super().__init__([(self.logged, 1), (self.training, 1), (self.limits, 1)], 720, parent, spacing=12)
        self.limits.say(
            "",
            tr(
                "One person's own ratings, with nothing to compare them to. "
                "They can show that things changed, not why they did."
            ),
        )

    def show_view(self, view: TrendsView) -> None:
        """Show the figures of a period."""
        self.logged.say(*logged_words(view))
        self.training.say(*training_words(view))


def picture_words(view: TrendsView, other: TrendsView | None = None) -> tuple[str, str]:
    """Return heading and small print of a saved picture: it must be understood without the program.

    Args:
        view: the period.
        other: the earlier one that stands beside it.
    """
    said, title = _behind(view), tr("Trends, {period}", period=_period(view))
    if other is not None:
        title = tr("Trends, {earlier} and {later}", earlier=_period(other), later=_period(view))
        said = tr("{earlier} · then {later}", earlier=_behind(other), later=said)
    note = tr("{said} · self-recorded by one person", said=said)
    if view.invented:
        note = tr("INVENTED DATA · {note}", note=note)
    return title, note


def _period(view: TrendsView) -> str:
    return period_text(date.fromordinal(view.first), date.fromordinal(view.last))


def _behind(view: TrendsView) -> str:
    """Say how much lies behind a period."""
    logged = tr("check-ins on {n} of {days} days", n=view.logged.logged, days=view.logged.days)
    return tr("{logged} · {sessions}", logged=logged, sessions=_all_sessions(view))


def logged_words(view: TrendsView) -> tuple[str, str]:
    """Say on how many days there is a check-in, and how long the longest gap is."""
    logged = view.logged
    if not logged.logged:
        return tr("No check-ins in this period"), tr("An empty day is a gap, not a zero.")
    fact = tr("{n} of {days} days ({percent} %)", n=logged.logged, days=logged.days, percent=logged.percent)
    gap = (
        tr_n("Longest gap {n} day.", "Longest gap {n} days.", logged.longest_gap)
        if logged.longest_gap
        else tr("No gap.")
    )
    if logged.paused:
        words = tr_n("{n} empty day lies in a pause.", "{n} empty days lie in a pause.", logged.paused)
        gap = tr("{gap} {pause}", gap=gap, pause=words)
    if logged.enough:
        return fact, gap
    return fact, tr("{gap} With fewer than 14 days or 70 %, read the lines with care.", gap=gap)


def training_words(view: TrendsView) -> tuple[str, str]:
    """Say how many sessions there were, and how many of them were planned."""
    all_done = _all_sessions(view)
    if view.planned is None:
        return all_done, tr("No session was planned in this period.")
    fact = tr("{kept} of {planned} planned sessions done", kept=view.kept, planned=view.planned)
    return fact, tr("{sessions}, planned or not.", sessions=all_done)


def _all_sessions(view: TrendsView) -> str:
    return tr_n("{n} session in all", "{n} sessions in all", view.done)
