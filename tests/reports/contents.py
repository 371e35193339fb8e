"""Invented report contents, from nothing to ten years."""

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from nextrep.domain.journal import Direction
from nextrep.domain.series import Points, Series, first_and_last, monday_of, per_week, sufficiency
from nextrep.domain.trends.findings import AroundSessions, outcome_of
from nextrep.domain.trends.sessions import around_sessions
from nextrep.domain.trends.short_words import short_trend
from nextrep.domain.trends.trend import trend
from nextrep.reports.content import (
    DayColumn,
    ReportContent,
    StrengthRow,
    Training,
    TypicalRow,
    WeekRow,
)

UP, DOWN = Direction.HIGHER_IS_BETTER, Direction.LOWER_IS_BETTER
QUESTIONS = (
    "Is it safe to go to four sessions a week while the dose changes?",
    "Waking at four most nights since the start of May. What could help?",
)


def empty(first: date = date(2026, 3, 2), last: date = date(2026, 5, 24)) -> ReportContent:
    """A person who logged nothing in the period."""
    return ReportContent(
        name="",
        first=first,
        last=last,
        printed=last + timedelta(days=1),
        app_version="0.1.0",
        invented=False,
        checkins=sufficiency([], first.toordinal(), last.toordinal()),
        nights=sufficiency([], first.toordinal(), last.toordinal()),
        typical=(),
        panels=(),
        training_days=(),
        last_days=tuple(
            DayColumn(last.toordinal() - i, None, None, None, False) for i in reversed(range(14))
        ),
        training=Training(0, 0, None, None, 0, "", AroundSessions(())),
        strength=(),
        weeks=tuple(
            WeekRow(week, 0, None, None, None, None, 0, None)
            for week, _n in per_week([], first.toordinal(), last.toordinal())
        ),
    )


def filled(
    days: int = 84, *, share: float = 0.75, seed: int = 7, gaps: tuple[tuple[int, int], ...] = ()
) -> ReportContent:
    """A person who logged about `share` of `days`, nothing within `gaps` (offsets from the first day)."""
    dice = random.Random(seed)
    last = date(2026, 5, 24)
    first = last - timedelta(days=days - 1)
    start = first.toordinal()
    logged = [
        start + i for i in range(days) if dice.random() < share and not any(a <= i <= b for a, b in gaps)
    ]
    trained = tuple(start + i for i in range(days) if i % 7 in (0, 2, 4) and dice.random() < 0.85)
    mood = _walk(dice, logged, 4.5, 6.5)
    anxiety = _walk(dice, logged, 6.5, 4.0)
    sleep = tuple((day, round(value * 60) / 60) for day, value in _walk(dice, logged, 6.3, 7.0, spread=0.7))
    efficiency = tuple((day, 80 + 2 * (value - 6)) for day, value in sleep)
    lifts = tuple((day, 40 + 12 * i / len(trained) + dice.uniform(-1, 1)) for i, day in enumerate(trained))
    pairs = tuple(
        (before := dice.randint(-2, 2), before + dice.choice((0, 1, 1, 2, -1))) for _day in trained[::2]
    )
    panels = (
        Series("mood", "Mood", "0–10", mood, UP, 0, 10),
        Series("anxiety", "Anxiety", "0–10", anxiety, DOWN, 0, 10),
        Series("sleep", "Sleep", "hours asleep · 63 nights", sleep),
        Series("strength", "Strength", "estimated 1RM, goblet squat, kg", lifts, join_days=28),
        Series(
            "sessions", "Sessions a week", "", per_week(trained, start, last.toordinal()), low=0, bars=True
        ),
    )
    return replace(
        empty(first, last),
        name="Sam Rivera",
        checkins=sufficiency(logged, start, last.toordinal()),
        nights=sufficiency([day for day, _ in sleep], start, last.toordinal()),
        typical=(
            TypicalRow("Mood", str(UP), "", *first_and_last(mood)),
            TypicalRow("Anxiety", str(DOWN), "", *first_and_last(anxiety)),
            TypicalRow("Sleep", "", "h", *first_and_last(sleep)),
            TypicalRow("Sleep efficiency", str(UP), "%", *first_and_last(efficiency)),
        ),
        panels=tuple(panel for panel in panels if panel.points),
        trends=tuple(
            short_trend(one.key, outcome_of(one), trend(one.points, start, last.toordinal()))
            for one in panels[:3]
        ),
        training_days=trained,
        last_days=tuple(
            _column(last.toordinal() - i, mood, anxiety, sleep, trained) for i in reversed(range(14))
        ),
        training=Training(
            len(trained) + 2,
            len(trained),
            len(trained) + 5,
            38,
            11 * len(trained),
            "Weeks 5–8: build",
            around_sessions(pairs),
        ),
        strength=(
            StrengthRow("Goblet squat", "estimated 1RM", "34 kg", "47 kg", "+38 %", 24),
            StrengthRow("Dumbbell bench press", "estimated 1RM", "17.5 kg", "21.3 kg", "+22 %", 22),
            StrengthRow("Push-up", "most reps", "8 reps", "15 reps", "+7 reps", 19),
            StrengthRow("Plank", "longest time", "30 s", "75 s", "+45 s", 12),
        ),
        weeks=_weeks(start, last.toordinal(), mood, anxiety, sleep, efficiency, trained),
        questions=QUESTIONS,
    )


def _walk(dice: random.Random, days: list[int], begin: float, end: float, spread: float = 1.3) -> Points:
    span = max(days[-1] - days[0], 1) if days else 1
    level = ((day, begin + (end - begin) * (day - days[0]) / span) for day in days)
    return tuple((day, min(max(round(2 * dice.gauss(value, spread)) / 2, 0), 10)) for day, value in level)


def _column(day: int, mood: Points, anxiety: Points, sleep: Points, trained: tuple[int, ...]) -> DayColumn:
    hours = dict(sleep).get(day)
    return DayColumn(
        day,
        dict(mood).get(day),
        dict(anxiety).get(day),
        None if hours is None else round(hours * 60),
        day in trained,
    )


def _weeks(
    first: int,
    last: int,
    mood: Points,
    anxiety: Points,
    sleep: Points,
    efficiency: Points,
    trained: tuple[int, ...],
) -> tuple[WeekRow, ...]:
    mondays = [*range(monday_of(first), last + 1, 7), monday_of(last) + 7]
    rows = []
    for monday, after in pairwise(mondays):
        parts = [
            [v for day, v in points if monday <= day < after] for points in (mood, anxiety, sleep, efficiency)
        ]
        middles = [median(values) if values else None for values in parts]
        done = sum(monday <= day < after for day in trained)
        hours = middles[2]
        rows.append(
            WeekRow(
                monday,
                len(parts[0]),
                middles[0],
                middles[1],
                None if hours is None else round(hours * 60),
                middles[3],
                done,
                38 if done else None,
            )
        )
    return tuple(rows)
