"""What was done, as the planner needs it: how long sessions took, and which muscles worked when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from nextrep.domain.duration import Pace, pace_of, seconds_for
from nextrep.domain.program import PlannedSession
from nextrep.domain.recovery import Bout, Muscles, bout_of
from nextrep.domain.training import Session
from nextrep.storage.store import Store
from nextrep.storage.times import from_ms

SESSIONS_FOR_PACE = 20
"""The last so many sessions say how long sessions take."""


def pace(planned: Iterable[PlannedSession], done: Mapping[int, Session]) -> Pace:
    """Return how long the last 20 planned sessions took, by their estimate."""
    times = [
        (float(session.duration_s), float(seconds_for(one.targets)))
        for one in planned
        if (session := done.get(one.id)) is not None and session.duration_s
    ]
    return pace_of(times[-SESSIONS_FOR_PACE:])


def bouts(store: Store, first: int, last: int, muscles: Mapping[int, Muscles]) -> list[Bout]:
    """Return what was trained on some days (date ordinals), by its sets, by time.

    It has no time of day: evening training does not make noon of the day after next too early.
    """
    rows = [
        (session_id, from_ms(at, zone).date().toordinal(), muscles[exercise_id])
        for session_id, at, zone, exercise_id, _sets in store.sets.work(first, last)
    ]
    found = [
        # Sessions done get negative numbers, so that they cannot be taken for planned ones.
        bout_of(-session_id, day, None, "", [row[2] for row in some])
        for (session_id, day), some in groupby(rows, key=lambda row: row[:2])
    ]
    return sorted(found, key=lambda bout: bout.order)
