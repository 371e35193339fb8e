"""Rest between sessions for the same muscles, and weekly sets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from nextrep.domain.exercises import Exercise, MuscleGroup

REST_HOURS = 48
"""Rest for the same muscle groups: 48 h between sessions, a convention of ACSM guidance, shown as something
to look at and never enforced (docs/method.md)."""

NOON = 12 * 60
"""Minute of the day at which a session is taken to happen that has no time."""

GROUPS = tuple(MuscleGroup)
"""In their order; going through the type itself is slow where it is done for every session of a plan."""

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


@dataclass(frozen=True, slots=True)
class Bout:
    """Muscle groups trained at one time.

    Attributes:
        session: id for the caller; what was done has numbers below 0, so that it cannot be taken for a plan.
        day: date ordinal; `minute` of the day, None where no time is known.
        main: groups of the primary muscles; `helping` those that only help.
    """

    session: int
    day: int
    minute: int | None
    title: str
    main: frozenset[MuscleGroup]
    helping: frozenset[MuscleGroup]

    @property
    def order(self) -> tuple[int, int, int]:
        """Sorts bouts by time; what has no time of day stands at noon."""
        return self.day, NOON if self.minute is None else self.minute, self.session


Muscles = tuple[frozenset[MuscleGroup], frozenset[MuscleGroup]]
"""Groups of the primary muscles of an exercise, and those that only help."""


def muscles_of(exercise: Exercise) -> Muscles:
    """Return the muscle groups of an exercise."""
    return frozenset(exercise.groups), frozenset(exercise.secondary_groups)


def bout_of(session: int, day: int, minute: int | None, title: str, muscles: Iterable[Muscles]) -> Bout:
    """Return the bout that exercises with these muscles make."""
    main: set[MuscleGroup] = set()
    helping: set[MuscleGroup] = set()
    for works, helps in muscles:
        main |= works
        helping |= helps
    return Bout(session, day, minute, title, frozenset(main), frozenset(helping - main))


@dataclass(frozen=True, slots=True)
class Rest:
    """A muscle group that comes again `hours` (below 48) after another bout.

    Attributes:
        helping: it is the main mover in only one of the two, and helps in the other.
    """

    group: MuscleGroup
    hours: int
    before: Bout
    helping: bool


def hours_apart(before: Bout, after: Bout) -> int:
    """Return whole hours between two bouts.

    Whole days where one of them has no time of day: evening training does not make noon of the day after
    next too early.
    """
    days = after.day - before.day
    if before.minute is None or after.minute is None:
        return 24 * days
    return max(0, (24 * 60 * days + after.minute - before.minute) // 60)


def rests_before(bout: Bout, earlier: Sequence[Bout], *, helping: bool = True) -> list[Rest]:
    """Find the muscle groups of a bout that have had less than 48 h, each with its latest bout before.

    Args:
        bout: what comes.
        earlier: what comes before it, by time.
        helping: whether groups count that only help in one of the two.
    """
    found: dict[MuscleGroup, Rest] = {}
    lighter: dict[MuscleGroup, Rest] = {}
    for before in reversed(earlier):
        if bout.day - before.day > REST_HOURS // 24:
            break
        hours = hours_apart(before, bout)
        if hours >= REST_HOURS:
            continue
        for group in bout.main & before.main:
            found.setdefault(group, Rest(group, hours, before, helping=False))
        if not helping:
            continue
        for group in (bout.main & before.helping) | (bout.helping & before.main):
            lighter.setdefault(group, Rest(group, hours, before, helping=True))
    lighter.update(found)
    if not lighter:
        return []
    return [lighter[group] for group in GROUPS if group in lighter]


def rested_at(work: Iterable[Work], group: MuscleGroup) -> datetime | None:
    """Return when `group` has had its 48 h since it was last a main mover, None if it never was."""
    times = [item.at for item in work if group in item.exercise.groups]
    return max(times) + timedelta(hours=REST_HOURS) if times else None


@dataclass(frozen=True, slots=True)
class GroupSets:
    """Sets of a muscle group: as main mover, and as helper, where each counts one half."""

    main: int = 0
    helping: int = 0

    @property
    def total(self) -> float:
        """Sets as they are counted."""
        return self.main + self.helping * HELPING_SHARE


def sets_by_group(rows: Iterable[tuple[Exercise, int]]) -> dict[MuscleGroup, GroupSets]:
    """Add up the sets of each muscle group, those of main movers and of helpers apart."""
    main = dict.fromkeys(MuscleGroup, 0)
    helping = dict.fromkeys(MuscleGroup, 0)
    for exercise, sets in rows:
        for group in exercise.groups:
            main[group] += sets
        for group in exercise.secondary_groups:
            helping[group] += sets
    return {group: GroupSets(main[group], helping[group]) for group in MuscleGroup}
