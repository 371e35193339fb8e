"""A lighter week: half the sets, four fifths of the load, more in reserve.

A planned lighter week is usual every 4 to 8 weeks at about 60–80 % of the load and half the sets (practice of
published programs, see docs/method.md).
"""

from __future__ import annotations

from dataclasses import replace

from nextrep.domain.prescription import WHOLE, LoadRule, PlannedKind, PlannedSet
from nextrep.domain.training import Target

SHARE = 800
"""Load of a lighter week in tenths of a percent."""

MORE_IN_RESERVE = 2
MOST_IN_RESERVE = 6


def lighter(target: Target) -> Target:
    """Return what a lighter week asks for in place of `target`; one that is lighter already stays."""
    details = target.details
    if details.load.lighter:
        return target
    load = details.load
    if load.rule in (LoadRule.LAST, LoadRule.PERCENT_E1RM, LoadRule.PERCENT_TM):
        load = replace(load, percent=(load.percent or WHOLE) * SHARE // WHOLE)
    warm_ups = [row for row in details.rows if row.kind is PlannedKind.WARMUP]
    working = [row for row in details.rows if row.kind is not PlannedKind.WARMUP]
    of_maximum = load.rule in (LoadRule.PERCENT_E1RM, LoadRule.PERCENT_TM)
    fewer = [_row(row, of_maximum=of_maximum) for row in working[: _half(len(working))]]
    rows = (*warm_ups, *fewer) if working else details.rows
    return replace(
        target,
        sets=_half(target.sets),
        rir_low=_more(target.rir_low),
        rir_high=_more(target.rir_high),
        details=replace(details, load=load, rows=rows),
    )


def _half(sets: int) -> int:
    return max(1, (sets + 1) // 2)


def _more(rir: int | None) -> int | None:
    return None if rir is None else max(rir, min(rir + MORE_IN_RESERVE, MOST_IN_RESERVE))


def _row(row: PlannedSet, *, of_maximum: bool) -> PlannedSet:
    """Lighten a set that has its own share of a maximum; nobody goes to the limit in a lighter week."""
    kind = PlannedKind.WORKING if row.kind is PlannedKind.AMRAP else row.kind
    percent = row.percent * SHARE // WHOLE if of_maximum and row.percent is not None else row.percent
    return replace(row, kind=kind, percent=percent)
