"""One small series of every kind that a panel can draw."""

from __future__ import annotations

from nextrep.domain.grouping import grouped
from nextrep.domain.journal import Direction
from nextrep.domain.series import Bin, Figure, Series, Zone
from tests.ui.charts.examples import FIRST, LAST, mood, steady

BANDS = (Zone(0, 4, "minimal"), Zone(5, 9, "mild"), Zone(10, 14, "moderate"), Zone(15, 27, "severe"))


def scores() -> Series:
    return Series(
        "score:x", "PHQ-9", "3 times", ((FIRST + 10, 16.0), (FIRST + 40, 12.0), (FIRST + 70, 4.0)),
        Direction.LOWER_IS_BETTER, 0, 27, join_days=366, family="mood", scores=True, zones=BANDS,
    )  # fmt: skip


def planned() -> Series:
    weeks = tuple(range(FIRST, LAST, 7))
    return Series(
        "sessions", "Sessions", "a week", tuple((week, float(n % 3)) for n, week in enumerate(weeks)), low=0,
        bars=True, join_days=7, family="strength", planned=tuple((week, 3.0) for week in weeks),
    )  # fmt: skip


def both_sides() -> Series:
    points = ((FIRST + 2, -2.0), (FIRST + 9, 3.0), (FIRST + 16, 1.0))
    return Series("around", "Around a session", "after minus before", points, join_days=28, family="mood")


def efficiency() -> Series:
    points = ((FIRST, 85.0), (FIRST + 1, 92.5))
    return Series("sleep:se", "Sleep efficiency", "", points, figure=Figure.PERCENT, family="sleep")


def minutes() -> Series:
    points = ((FIRST, 35.0), (FIRST + 1, 0.0))
    return Series("sleep:sol", "Falling asleep", "", points, figure=Figure.MINUTES, family="sleep", low=0)


def weekly_mood() -> Series:
    """Values of 4 and 6 on alternate days in the first six weeks, then nothing for two, then 5."""
    early = tuple((day, 4.0 if day % 2 else 6.0) for day in range(FIRST, FIRST + 42))
    return grouped(mood(early + steady(5.0, FIRST + 56, LAST)), Bin.WEEK)


def every_kind() -> tuple[Series, ...]:
    return scores(), planned(), both_sides(), efficiency(), minutes(), weekly_mood(), mood(steady(6.5))
