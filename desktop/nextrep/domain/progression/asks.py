"""What a target asks of each set."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nextrep.domain.prescription import WHOLE, LoadRule, PlannedKind, PlannedSet, ProgressionRule
from nextrep.domain.training import SetDraft, Target

DROP_SHARE = 800
"""A drop set without a share of its own takes 80 % of the first working set. Our convention."""

_NOT_COUNTED = (PlannedKind.WARMUP, PlannedKind.DROP)


class Amount(StrEnum):
    """What is counted in a set."""

    REPS = "reps"
    SECONDS = "seconds"
    METRES = "metres"


@dataclass(frozen=True, slots=True)
class Ask:
    """What one set must show.

    Attributes:
        low, high: range of reps, seconds or metres, both 1 or more.
        share: tenths of a percent of the first working load.
    """

    of: Amount
    low: int
    high: int
    share: int = WHOLE

    def done(self, one: SetDraft) -> int | None:
        """Return what a set showed, None where it was measured otherwise."""
        return {Amount.REPS: one.reps, Amount.SECONDS: one.seconds, Amount.METRES: one.distance_m}[self.of]


def planned_sets(target: Target, wave: tuple[PlannedSet, ...] = ()) -> tuple[PlannedSet, ...]:
    """Return every set that a target asks for, one by one; `wave` are those of the session of a wave."""
    details = target.details
    if wave:
        return wave
    if details.rows:
        return details.rows
    kind = PlannedKind.WORKING if target.seconds is None else PlannedKind.TIMED
    high = target.reps_high if target.reps_high is not None else target.reps_low
    one = PlannedSet(kind, target.reps_low, high, target.seconds)
    if details.progression.rule is ProgressionRule.TOP_BACKOFF:
        back_off = PlannedSet(
            PlannedKind.BACKOFF, target.reps_low, high, target.seconds, details.progression.back_off
        )
        return (one, *(back_off,) * (target.sets - 1))
    return (one,) * max(1, target.sets)


def counted(rows: tuple[PlannedSet, ...]) -> tuple[PlannedSet, ...]:
    """Return the planned sets that decide: no warm-ups and no drop sets."""
    return tuple(row for row in rows if row.kind not in _NOT_COUNTED)


def share_of(row: PlannedSet, target: Target) -> int:
    """Return the share of the first working load that a set asks for, in tenths of a percent."""
    if of_maximum(target):
        return WHOLE
    if row.percent is not None:
        return row.percent
    usual = {PlannedKind.BACKOFF: target.details.progression.back_off, PlannedKind.DROP: DROP_SHARE}
    return usual.get(row.kind, WHOLE)


def of_maximum(target: Target) -> bool:
    """Tell whether the percentages of the sets are of a maximum, not of the first working set."""
    return target.details.load.rule in {LoadRule.PERCENT_E1RM, LoadRule.PERCENT_TM} or (
        target.details.progression.rule is ProgressionRule.WAVE
    )


def asks_of(target: Target, wave: tuple[PlannedSet, ...] = ()) -> tuple[Ask, ...]:
    """Return what each counted set must show; empty where the target asks for nothing that counts."""
    metres = target.details.distance_m
    found = []
    for row in counted(planned_sets(target, wave)):
        share = share_of(row, target)
        low = row.reps_low if row.reps_low is not None else row.reps_high
        if row.seconds is not None:
            found.append(Ask(Amount.SECONDS, row.seconds, row.seconds, share))
        elif metres is not None:
            found.append(Ask(Amount.METRES, metres, metres, share))
        elif low is not None:
            top = low if row.kind is PlannedKind.AMRAP or row.reps_high is None else row.reps_high
            found.append(Ask(Amount.REPS, max(1, low), max(1, low, top), share))
    return tuple(found)


def alike(one: Target, other: Target) -> bool:
    """Tell whether two targets ask for the same reps, time or distance of a set."""
    return _gist(one) == _gist(other)


def _gist(target: Target) -> tuple[object, ...]:
    high = target.reps_high if target.reps_high is not None else target.reps_low
    return (target.reps_low, high, target.seconds, target.details.distance_m)
