"""What a period says: gathered once, handed to `domain.trends`, and given back as plain facts.

Reading and reckoning belong on a worker thread: twelve weeks take some hundredths of a second, thirty years
about one second. numpy is imported when something is reckoned and not before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.journal import Direction, Rating
from nextrep.domain.panels import Panel, PanelKind, SleepFigure
from nextrep.domain.series import Figure, Series
from nextrep.domain.sleep import Night
from nextrep.domain.text import tr
from nextrep.domain.training import Session
from nextrep.domain.trends.findings import AroundSessions, OutcomeFindings, ScoreChange
from nextrep.domain.trends.scores import score_change
from nextrep.services import panels, questionnaires, tracking
from nextrep.storage.store import Store


@dataclass(frozen=True, slots=True)
class Findings:
    """What the days `first` to `last` (date ordinals) say.

    Attributes:
        outcomes: mood, anxiety, then sleep efficiency or quality: settled in advance, always these.
        around: how it felt before and after the sessions of the period.
        scores: questionnaires with two totals or more in the period.
    """

    first: int
    last: int
    outcomes: tuple[OutcomeFindings, ...]
    around: AroundSessions
    scores: tuple[ScoreChange, ...]


def view(store: Store, first: int, last: int) -> Findings:
    """Return all findings of a period."""
    from nextrep.domain.trends.outcomes import find
    from nextrep.domain.trends.sessions import around_sessions

    done = store.sessions.done(first, last)
    trained = {session.day for session in done}
    paused = tracking.days_paused(store, first, last)
    ratings = [_rating(store, one, first, last) for one in (Rating.MOOD, Rating.ANXIETY)]
    outcomes = [*ratings, sleep_outcome(store.nights.between(first, last))]
    return Findings(
        first=first,
        last=last,
        outcomes=tuple(find(series, trained, first, last, paused, fixed=True) for series in outcomes),
        around=around_sessions(pairs(done)),
        scores=tuple(_scores(store, first, last)),
    )


def of_series(store: Store, series: Series, first: int, last: int) -> OutcomeFindings:
    """Return the findings of a daily series that the person chose besides what `view` holds.

    They say themselves that this was after looking. So does sleep quality beside sleep efficiency: one of the
    two alone was settled in advance.

    Args:
        store: where it is.
        series: a rating or a figure of the night, as `services.panels.series` gives it.
        first: date ordinal.
        last: date ordinal.
    """
    from nextrep.domain.trends.outcomes import find

    trained = set(store.sessions.days(first, last))
    return find(series, trained, first, last, tracking.days_paused(store, first, last))


def _rating(store: Store, rating: Rating, first: int, last: int) -> Series:
    return panels.series(store, Panel(PanelKind.RATING, str(rating)), first, last, None)


def sleep_outcome(nights: Sequence[Night]) -> Series:
    """Return the sleep efficiency of nights, or their quality where more nights have one.

    Which of the two follows from how many nights there are and never from how they were, so that the choice
    cannot favour an answer. Efficiencies that are only the most they can be are left out: whoever takes to
    writing shorter nights would seem to sleep better.
    """
    efficiency = tuple(
        (night.day, night.efficiency)
        for night in nights
        if night.efficiency is not None and not night.at_most
    )
    quality = tuple((night.day, float(night.quality)) for night in nights if night.quality is not None)
    better = Direction.HIGHER_IS_BETTER
    if len(quality) > len(efficiency):
        key = Panel(PanelKind.SLEEP, str(SleepFigure.QUALITY)).key
        return Series(key, tr("Sleep quality"), "", quality, better, 0, 10, family="sleep")
    return Series(
        Panel(PanelKind.SLEEP, str(SleepFigure.SE)).key,
        tr("Sleep efficiency"),
        "",
        efficiency,
        better,
        0,
        100,
        family="sleep",
        figure=Figure.PERCENT,
    )


def pairs(done: Sequence[Session]) -> list[tuple[int, int]]:
    """Return how pleasant it felt before and after those sessions that were rated both times."""
    return [
        (session.pleasant_before, session.pleasant_after)
        for session in done
        if session.pleasant_before is not None and session.pleasant_after is not None
    ]


def _scores(store: Store, first: int, last: int) -> list[ScoreChange]:
    found = []
    for key in InstrumentKey:
        lines = questionnaires.history(store, questionnaires.Subject(key))
        totals = [
            (line.assessment.day, line.score.total)
            for line in reversed(lines)
            if line.score is not None and line.score.total is not None
        ]
        change = score_change(key, [one for one in totals if first <= one[0] <= last])
        if change is not None:
            found.append(change)
    return found
