"""Small series for the tests of the charts."""

from __future__ import annotations

from datetime import date

from nextrep.domain.event_marks import event_marks
from nextrep.domain.events import Event, EventKind
from nextrep.domain.journal import Direction
from nextrep.domain.series import Figure, Points, Series
from nextrep.services.trends import Mark

FIRST = date(2026, 8, 31).toordinal()
"""A Monday."""
LAST = FIRST + 83


def mood(points: Points) -> Series:
    return Series(
        "mood", "Mood", "as it was", points, Direction.HIGHER_IS_BETTER, low=0, high=10,
        family="mood",
    )  # fmt: skip


def sleep(points: Points) -> Series:
    return Series("sleep", "Sleep", "hours asleep", points, figure=Figure.HOURS, family="sleep")


def sessions(points: Points) -> Series:
    return Series("sessions", "Sessions", "a week", points, low=0, bars=True, join_days=7, family="strength")


def steady(value: float, first: int = FIRST, last: int = LAST) -> Points:
    return tuple((day, value) for day in range(first, last + 1))


def three_panels() -> tuple[Series, ...]:
    weeks = tuple((FIRST + 7 * week, float(week % 4)) for week in range(12))
    return sessions(weeks), mood(steady(6.5)), sleep(((FIRST + 52, 7 + 10 / 60), (FIRST + 60, 8.0)))


EVENTS = event_marks(
    [
        Event(1, EventKind.MEDICATION_STARTED, "sertraline", FIRST + 10, None, "50 mg"),
        Event(2, EventKind.TRAVEL, "Lisbon", FIRST + 40, FIRST + 46),
    ],
    FIRST,
    LAST,
)
MARKS = (Mark(FIRST + 28, "Progressive adaptation"),)
