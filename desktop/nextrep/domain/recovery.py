"""Rest between sessions for the same muscles, and weekly sets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from nextrep.domain.exercises import Exercise, MuscleGroup

REST_HOURS = 48
"""Rest for the same muscle groups: 48 h between sessions, a convention of ACSM guidance, shown as something
to look at and never enforced (docs/method.md)."""

HELPING_SHARE = 0.5
"""A set counts half for muscles that only help (the convention of Liftosaur)."""


@dataclass(frozen=True, slots=True)
class Work:
    """Sets of one exercise at one time. `session` identifies the session for the caller."""

    session: int
    at: datetime
    exercise: Exercise
    sets: int


@dataclass(frozen=True, slots=True)
class ShortRest:
    """A muscle group that comes again in `session` after only `hours` (below 48)."""

    session: int
    group: MuscleGroup
    hours: int


def short_rests(work: Iterable[Work]) -> list[ShortRest]:
    """Find muscle groups trained as main movers again within 48 h, one row per session and group."""
    last: dict[MuscleGroup, tuple[datetime, int]] = {}
    found: dict[tuple[int, MuscleGroup], ShortRest] = {}
    for item in sorted(work, key=lambda w: (w.at, w.session)):
        for group in item.exercise.groups:
            before = last.get(group)
            if before is not None and before[1] != item.session:
                rest = item.at - before[0]
                if rest < timedelta(hours=REST_HOURS):
                    hours = int(rest / timedelta(hours=1))
                    found.setdefault((item.session, group), ShortRest(item.session, group, hours))
            if before is None or before[1] != item.session:
                last[group] = (item.at, item.session)
    return list(found.values())


def rested_at(work: Iterable[Work], group: MuscleGroup) -> datetime | None:
    """Return when `group` has had its 48 h since it was last a main mover, None if it never was."""
    times = [item.at for item in work if group in item.exercise.groups]
    return max(times) + timedelta(hours=REST_HOURS) if times else None


def weekly_sets(rows: Sequence[tuple[Exercise, int]]) -> dict[MuscleGroup, float]:
    """Add up the sets of each muscle group; main movers count 1, helpers one half."""
    total = dict.fromkeys(MuscleGroup, 0.0)
    for exercise, sets in rows:
        for group in exercise.groups:
            total[group] += sets
        for group in exercise.secondary_groups:
            total[group] += sets * HELPING_SHARE
    return total
