"""How long a planned session takes: estimated from what is asked, and from how long sessions took so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Protocol

from nextrep.domain.prescription import PLAIN, PlannedKind, PlannedSet, TargetDetails

SECONDS_PER_REP = 4
"""A usual tempo: about 2 s up and 2 s down (our estimate, as all of these; docs/method.md)."""
SECONDS_TO_SET_UP = 45
WARM_UP_SECONDS = 4 * 60
WARM_UP_SET_SECONDS = 90
"""A warm-up set with its short rest."""
SECONDS_TO_CHANGE = 15
"""From one exercise of a superset to the next in the same round."""
METRES_PER_SECOND = 1
"""A loaded carry at a walk."""
USUAL_REPS = 10
"""Where no number of reps is asked for."""

ENOUGH_SESSIONS = 5
SLOWEST, QUICKEST = 2.0, 0.5
"""From so many sessions on the person's own times count, within these limits."""


class Asked(Protocol):
    """What one exercise asks for: a Prescription or a Target."""

    @property
    def sets(self) -> int:
        """Working sets."""

    @property
    def reps_high(self) -> int | None:
        """Most reps."""

    @property
    def seconds(self) -> int | None:
        """Length of a timed set."""

    @property
    def rest_s(self) -> int:
        """Rest after a set."""

    @property
    def details(self) -> TargetDetails:
        """The rest of it."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How the person's sessions compare with the estimate.

    Attributes:
        factor: time taken by time estimated, 0.5-2; 1 until there are enough sessions.
        sessions: how many it was learned from, 0 while it is not.
    """

    factor: float = 1.0
    sessions: int = 0

    def minutes(self, seconds: float) -> int:
        """Return estimated seconds as minutes at this pace."""
        return round(seconds * self.factor / 60)


PLAIN_PACE = Pace()
"""The plain estimate."""


def pace_of(times: Sequence[tuple[float, float]]) -> Pace:
    """Learn a pace from sessions as (seconds taken, seconds estimated): the median of their ratios.

    Fewer than 5 sessions say nothing yet. The median is within 0.5-2, so that a clock left running and a day
    of one set change little.
    """
    ratios = [taken / estimated for taken, estimated in times if taken > 0 and estimated > 0]
    if len(ratios) < ENOUGH_SESSIONS:
        return PLAIN_PACE
    return Pace(min(SLOWEST, max(QUICKEST, median(ratios))), len(ratios))


def seconds_for(rows: Sequence[Asked]) -> int:
    """Estimate the seconds of a session.

    4 min to warm up; for each exercise 45 s to set up, 4 s a rep or the time of a timed set, the rest
    between sets and 90 s a warm-up set. A drop set follows without rest. Exercises of a superset share the
    rest after each round, with 15 s from one to the next.
    """
    total = WARM_UP_SECONDS
    rounds: dict[str, list[Asked]] = {}
    for row in rows:
        details = row.details
        if details is PLAIN:  # what most exercises are: nothing but sets of one kind
            total += SECONDS_TO_SET_UP + row.sets * _seconds_of(row) + max(row.sets - 1, 0) * row.rest_s
            continue
        total += SECONDS_TO_SET_UP + _warm_ups(details) * WARM_UP_SET_SECONDS + _work(row)
        if details.superset:
            rounds.setdefault(details.superset, []).append(row)
        else:
            total += _rests(row) * row.rest_s
    for group in rounds.values():
        most = max(_rests(row) for row in group)
        total += most * max(row.rest_s for row in group)
        total += (len(group) - 1) * (most + 1) * SECONDS_TO_CHANGE
    return total


def working_sets(row: Asked) -> int:
    """Return the sets that count: all but warm-ups."""
    rows = row.details.rows
    return sum(one.kind is not PlannedKind.WARMUP for one in rows) if rows else row.sets


def _warm_ups(details: TargetDetails) -> int:
    return details.warm_up + sum(one.kind is PlannedKind.WARMUP for one in details.rows)


def _work(row: Asked) -> int:
    rows = row.details.rows
    if not rows:
        return row.sets * _seconds_of(row)
    return sum(_seconds_of_set(one, row) for one in rows if one.kind is not PlannedKind.WARMUP)


def _rests(row: Asked) -> int:
    """Count the rests between working sets; none comes before a drop set."""
    kinds = [one.kind for one in row.details.rows if one.kind is not PlannedKind.WARMUP]
    if not row.details.rows:
        return max(row.sets - 1, 0)
    return sum(kind is not PlannedKind.DROP for kind in kinds[1:])


def _seconds_of(row: Asked) -> int:
    if row.seconds is not None:
        return row.seconds
    if row.details.distance_m is not None:
        return row.details.distance_m // METRES_PER_SECOND
    return (row.reps_high or USUAL_REPS) * SECONDS_PER_REP


def _seconds_of_set(one: PlannedSet, row: Asked) -> int:
    if one.seconds is not None:
        return one.seconds
    reps = one.reps_high or one.reps_low
    return reps * SECONDS_PER_REP if reps else _seconds_of(row)
