"""How a past time went: met, kept, short, lighter than planned, or missed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from nextrep.domain.progression.asks import Ask
from nextrep.domain.training import SetDraft
from nextrep.domain.units import Load

UNIT_SLACK = 250
"""Grams that a load in another unit than the planned one may be off: 132 lb stands for 60 kg."""

Asked = Sequence[Load] | None
"""The load asked of each set, or None where loads do not count (bodyweight, bands)."""


class Verdict(StrEnum):
    """What a past time counts as."""

    MET = "met"
    KEPT = "kept"
    SHORT = "short"
    LIGHTER = "lighter"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict, and the load that it holds for (None where loads do not count)."""

    verdict: Verdict
    load: Load | None = None


def weight(one: SetDraft) -> int:
    """Return the grams of a set; without a load it is the body alone."""
    return one.load.grams if one.load is not None else 0


def reaches(one: SetDraft, asked: Load) -> bool:
    """Tell whether a set was at least as heavy as asked."""
    return weight(one) + _slack(one, asked) >= asked.grams


def is_heavier(one: SetDraft, asked: Load) -> bool:
    """Tell whether a set was heavier than asked."""
    return weight(one) - _slack(one, asked) > asked.grams


def judge(sets: Sequence[SetDraft], asks: Sequence[Ask], asked: Asked, *, top: bool) -> Judged:
    """Judge one past time by what was asked of it.

    Met: every set asked for was done with its reps and its load; kept: at least with the lowest reps of its
    range. A set heavier than asked may have fewer reps, and a spare attempt does no harm. A day with fewer
    sets that all reached their reps, or with a single set of several, is short: neither good nor bad. Lighter
    sets never meet anything.

    Args:
        sets: what was done, at least one set.
        asks: what was asked of each set, at least one.
        asked: the load of each ask.
        top: whether the top of a range must be reached to meet it, not its bottom.
    """
    first = asked[0] if asked is not None else None
    if len(sets) == 1 < len(asks):
        return Judged(Verdict.SHORT, first)
    for verdict in (Verdict.MET, Verdict.KEPT):
        good = _good(sets, asks, asked, top=top and verdict is Verdict.MET)
        if good:
            return Judged(verdict, _level(good, first))
    each = [(one, *_ask_at(index, asks, asked)) for index, one in enumerate(sets)]
    if any(_failed(one, ask, load) for one, ask, load in each):
        return Judged(Verdict.MISSED, first)
    if len(sets) < len(asks):
        return Judged(Verdict.SHORT, first)
    if any(load is not None and not reaches(one, load) for one, _ask, load in each):
        return Judged(Verdict.LIGHTER, first)
    return Judged(Verdict.KEPT, first)


def judge_top(sets: Sequence[SetDraft], asks: Sequence[Ask], asked: Asked) -> Judged:
    """Judge by the heaviest set alone; the back-off sets only have to be there."""
    best = max(sets, key=lambda one: (weight(one), asks[0].done(one) or 0))
    found = judge([best], asks[:1], asked[:1] if asked is not None else None, top=True)
    if len(sets) == 1 < len(asks) or (len(sets) < len(asks) and found.verdict is not Verdict.MISSED):
        return Judged(Verdict.SHORT, asked[0] if asked is not None else None)
    return found


def judge_total(sets: Sequence[SetDraft], asks: Sequence[Ask], asked: Asked, total: int) -> Judged:
    """Judge by the reps of all sets together; sets that are too light add nothing.

    Two sets may do what was planned for more: what is asked for is the sum.
    """
    first = asked[0] if asked is not None else None
    if len(sets) == 1 < len(asks):
        return Judged(Verdict.SHORT, first)
    heavy = [one for one in sets if first is None or reaches(one, first)]
    if sum(asks[0].done(one) or 0 for one in heavy) >= total:
        return Judged(Verdict.MET, first)
    found = judge(sets, asks, asked, top=False)
    return Judged(Verdict.KEPT, first) if found.verdict is Verdict.MET else found


def _good(sets: Sequence[SetDraft], asks: Sequence[Ask], asked: Asked, *, top: bool) -> list[SetDraft]:
    """Return the sets that meet every ask, one for each, the heaviest first; empty where one is not met.

    Where all asks are the same their order does not matter; else the sets count in the order of doing.
    """
    if len(set(asks)) == 1:
        ask, load = _ask_at(0, asks, asked)
        good = sorted((one for one in sets if _meets(one, ask, load, top=top)), key=weight, reverse=True)
        return good[: len(asks)] if len(good) >= len(asks) else []
    tried = list(sets)
    while len(tried) > len(asks) and (idle := next((one for one in tried if not _any(one)), None)):
        tried.remove(idle)
    if len(tried) < len(asks):
        return []
    first = tried[: len(asks)]
    met = all(_meets(one, *_ask_at(index, asks, asked), top=top) for index, one in enumerate(first))
    return first if met else []


def _meets(one: SetDraft, ask: Ask, load: Load | None, *, top: bool) -> bool:
    enough = (ask.done(one) or 0) >= (ask.high if top else ask.low)
    return enough and (load is None or reaches(one, load))


def _level(good: Sequence[SetDraft], first: Load | None) -> Load | None:
    """Return the load that all of `good` had: the asked one, or a heavier one if all were heavier."""
    if first is None:
        return None
    least = min(good, key=weight)
    return least.load if least.load is not None and is_heavier(least, first) else first


def _failed(one: SetDraft, ask: Ask, load: Load | None) -> bool:
    return (ask.done(one) or 0) < ask.low and not (load is not None and is_heavier(one, load))


def _ask_at(index: int, asks: Sequence[Ask], asked: Asked) -> tuple[Ask, Load | None]:
    place = min(index, len(asks) - 1)
    return asks[place], asked[place] if asked is not None else None


def _any(one: SetDraft) -> bool:
    return bool(one.reps or one.seconds or one.distance_m)


def _slack(one: SetDraft, asked: Load) -> int:
    return UNIT_SLACK if one.load is not None and one.load.unit is not asked.unit else 0
