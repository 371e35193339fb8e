"""Which part of the body each session trains, where days are too close together for the whole of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntFlag

from nextrep.domain.exercises import MuscleGroup
from nextrep.domain.recovery import REST_HOURS

REST_MINUTES = REST_HOURS * 60


class Part(IntFlag):
    """What a session trains. Parts that share nothing may come right after each other."""

    NOTHING = 0
    PUSH = 1
    PULL = 2
    LOWER = 4
    UPPER = 3
    WHOLE = 7


_GROUPS = {
    Part.PUSH: frozenset({MuscleGroup.CHEST, MuscleGroup.SHOULDERS, MuscleGroup.ARMS}),
    Part.PULL: frozenset({MuscleGroup.BACK}),
    Part.LOWER: frozenset(
        {
            MuscleGroup.QUADS,
            MuscleGroup.HAMSTRINGS,
            MuscleGroup.GLUTES,
            MuscleGroup.CALVES,
            MuscleGroup.CORE,
        }
    ),
}


def groups_of(part: Part) -> frozenset[MuscleGroup]:
    """Return the muscle groups that may be main movers in a session for `part`."""
    return frozenset(group for one, groups in _GROUPS.items() if one & part for group in groups)


_WORTH = {Part.WHOLE: 4, Part.UPPER: 2, Part.LOWER: 2, Part.PUSH: 1, Part.PULL: 1}
"""Movements (squat, hinge, push, pull) that a part has."""

_Cost = tuple[int, int, int, int]
_Trail = tuple[Part, "_Trail | None"]


@dataclass(frozen=True, slots=True)
class _State:
    """What the next choice depends on: the last two parts, what the week has had, and which half is ahead."""

    last: tuple[Part, ...] = ()
    week: Part = Part.NOTHING
    ahead: int = 0


def parts_for(starts: Sequence[int], weeks: Sequence[int]) -> list[Part]:
    """Give each session its part.

    Sessions 48 h or more from the next ones train the whole body. Where they are closer, neighbours share
    nothing (upper and lower body in turn; push, lower, pull where even the one after next is too close), each
    week still has all of the body, and upper and lower body come equally often. So full rest costs no day.

    Args:
        starts: when each session begins, in minutes from any day, rising.
        weeks: the week of each session, rising.
    """
    best: dict[_State, tuple[_Cost, _Trail | None]] = {_State(): ((0, 0, 0, 0), None)}
    for index, week in enumerate(weeks):
        ends = index + 1 == len(weeks) or weeks[index + 1] != week
        near = [back for back in (1, 2) if _close(starts, index - back, index)]
        found: dict[_State, tuple[_Cost, _Trail | None]] = {}
        for state, (cost, trail) in best.items():
            for part in _options(starts, index):
                after, more = _step(state, part, near, ends=ends)
                total = (cost[0] + more[0], cost[1] + more[1], cost[2] + more[2], cost[3] + more[3])
                if after not in found or total < found[after][0]:
                    found[after] = total, (part, trail)
        best = found
    _cost, last = min(best.values(), key=lambda item: item[0])
    return _unwound(last)


def _close(starts: Sequence[int], before: int, after: int) -> bool:
    inside = before >= 0 and after < len(starts)
    return inside and starts[after] - starts[before] < REST_MINUTES


def _options(starts: Sequence[int], index: int) -> tuple[Part, ...]:
    if not (_close(starts, index - 1, index) or _close(starts, index, index + 1)):
        return (Part.WHOLE,)
    if any(_close(starts, first, first + 2) for first in (index - 2, index - 1, index)):
        return (Part.UPPER, Part.LOWER, Part.PUSH, Part.PULL)
    return (Part.UPPER, Part.LOWER)


def _step(state: _State, part: Part, near: Sequence[int], *, ends: bool) -> tuple[_State, _Cost]:
    """Return the state after a choice and what it costs: clashes, a week not whole, work lost, imbalance."""
    clashes = sum(bool(part & state.last[-back]) for back in near)
    week = state.week | part
    lean = (bool(part & Part.UPPER) - bool(part & Part.LOWER)) + state.ahead
    ahead = max(-2, min(2, lean))
    cost = (clashes, int(ends and week != Part.WHOLE), _WORTH[Part.WHOLE] - _WORTH[part], abs(lean))
    return _State((*state.last, part)[-2:], Part.NOTHING if ends else week, ahead), cost


def _unwound(trail: _Trail | None) -> list[Part]:
    parts: list[Part] = []
    while trail is not None:
        part, trail = trail
        parts.append(part)
    return parts[::-1]
