"""The history of one exercise, time by time, for who stands before its next set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from nextrep.domain.training import SetDraft
from nextrep.services import catalog, preferences
from nextrep.storage.store import Store

TIMES = 12
"""So many times are shown."""


@dataclass(frozen=True, slots=True)
class Time:
    """One time that an exercise was done.

    Attributes:
        day: date ordinal of the session.
        drafts: its sets in the order of doing, warm-ups left out.
        e1rm: the best estimated 1RM of that time in grams, None where none can be given.
        note: what was written about it that day, "" for nothing.
    """

    session_id: int
    day: int
    drafts: tuple[SetDraft, ...]
    e1rm: float | None
    note: str


def history(store: Store, exercise_id: int, before_session: int = 0, limit: int = TIMES) -> list[Time]:
    """Return the latest times that an exercise was done in finished sessions before a session, newest first.

    Args:
        store: the profile.
        exercise_id: number of the exercise.
        before_session: only what was done before it; 0 for everything.
        limit: so many times at most.

    Raises:
        KeyError: there is no exercise of that number.
    """
    exercise = catalog.exercise_of(store, exercise_id)
    yardstick = preferences.yardstick(store, exercise.measure)
    rows = store.history.times(exercise_id, before_session, limit)
    times = []
    for session_id, some in groupby(rows, key=lambda row: row[0].session_id):
        entries, facts, notes = zip(*some, strict=True)
        estimates = [one for one in map(yardstick.estimate, facts) if one is not None]
        times.append(
            Time(
                session_id,
                facts[0].day,
                tuple(entry.draft for entry in entries),
                max(estimates, default=None),
                _note([*notes, *(entry.draft.note for entry in entries)]),
            )
        )
    return times


def _note(words: Iterable[str]) -> str:
    """Return the words about the exercise, then those about its sets, each once."""
    return " · ".join(dict.fromkeys(one.strip() for one in words if one.strip()))
