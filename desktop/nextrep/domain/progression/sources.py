"""Loads that do not come from the last time: from a maximum, from the chart, or as planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from nextrep.domain.e1rm import added_e1rm, e1rm
from nextrep.domain.prescription import WHOLE, LoadRule
from nextrep.domain.progression.chart import maximum_by_chart, share_at
from nextrep.domain.progression.facts import Case, Exposure
from nextrep.domain.progression.judging import weight
from nextrep.domain.progression.moves import (
    USUAL_RIR,
    Moved,
    gap_share,
    less,
    rir_of,
    snap,
    within,
)
from nextrep.domain.training import SetDraft, Target
from nextrep.domain.units import Load, Unit, load_of

MAX_SHARE_OF_E1RM = 900
"""A training max is 90 % of the e1RM where the plan names none (as in 5/3/1)."""

BEST_WITHIN_DAYS = 84
"""The best set of so many days before the last time gives the e1RM. Our convention."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A maximum and the set that it comes from."""

    maximum: Load
    from_set: SetDraft


def best_estimate(
    case: Case, history: Sequence[Exposure] | None = None, *, chart: bool = False
) -> Estimate | None:
    """Return the highest e1RM of the latest twelve weeks of a history; None where there is none.

    By the person's formula, or by the chart of efforts, for which a set that was not rated says nothing.
    Where the body is lifted too it is what could be added, and only times with a body weight say something.

    Args:
        history: part of the past; all of the case if None.
    """
    history = case.history if history is None else history
    found: Estimate | None = None
    for one in history:
        if one.day < history[-1].day - BEST_WITHIN_DAYS:
            continue
        for each in one.judged:
            grams = estimate_of(case, each, one.body_grams, chart=chart)
            if grams is None or (each.load is None and not case.can_help):
                continue
            maximum = within(rough(grams, each.load.unit if each.load is not None else case.unit))
            if found is None or maximum.grams > found.maximum.grams:
                found = Estimate(maximum, each)
    return found


def maximum_by(case: Case, one: SetDraft, body_grams: int | None) -> float | None:
    """Return the e1RM in grams that a set speaks for; of the body, what could be added to it.

    Args:
        body_grams: body weight on that day, None where it is not known.
    """
    if case.can_help:
        return added_e1rm(weight(one), one.reps or 0, rir_of(one), case.formula, body_grams=body_grams)
    return e1rm(weight(one), one.reps or 0, rir_of(one), case.formula)


def estimate_of(case: Case, one: SetDraft, body_grams: int | None, *, chart: bool) -> float | None:
    """Return the maximum in grams that one set speaks for."""
    if not chart:
        return maximum_by(case, one, body_grams)
    rir, body = rir_of(one), body_grams or 0
    if rir is None or (case.can_help and not body):
        return None
    body = body if case.can_help else 0
    whole = maximum_by_chart(body + weight(one), one.reps or 0, rir)
    return None if whole is None else whole - body


def training_max(case: Case) -> Estimate | Load | None:
    """Return the training max that the plan names, else 90 % of the e1RM with the set it comes from."""
    named = case.target.details.load.load
    if named is not None:
        return named
    found = best_estimate(case)
    if found is None:
        return None
    return Estimate(share_of_maximum(case, found.maximum, MAX_SHARE_OF_E1RM), found.from_set)


def maximum_of(case: Case) -> Estimate | Load | None:
    """Return the maximum that percentages are of, by the rule of the load."""
    if case.target.details.load.rule is LoadRule.PERCENT_TM:
        return training_max(case)
    return best_estimate(case)


def of_maximum(case: Case, maximum: Load, share: int, days: int) -> Moved:
    """Return a share (tenths of a percent) of a maximum that exists; after a gap less of it."""
    exact = share_of_maximum(case, maximum, share)
    return snap(case, within(less(exact, gap_share(days))))


def by_chart(case: Case, maximum: Load, days: int) -> Moved:
    """Return the load for the lowest reps and the lowest reps in reserve asked for."""
    share = share_at(lowest_reps(case.target), reserve(case.target) * 10)
    body = case.body_grams
    exact = rough((maximum.grams + body) * share - body, maximum.unit)
    return snap(case, within(less(exact, gap_share(days))))


def rough(grams: float, unit: Unit) -> Load:
    """Return an estimate to the hundredth of its unit: a gram less must not cost a whole plate."""
    return load_of((Decimal(str(grams)) / unit.grams).quantize(Decimal("0.01")), unit)


def share_of_maximum(case: Case, maximum: Load, share: int) -> Load:
    """Return a share of a maximum in tenths of a percent.

    Of an estimate with the body it is a share of body and load together, less the body: 80 % of a maximum of
    30 kg on 70 kg are 10 kg. A maximum that the plan names is taken as it stands.
    """
    body = 0 if case.target.details.load.load is not None else case.body_grams
    return rough((maximum.grams + body) * share / WHOLE - body, maximum.unit)


def lowest_reps(target: Target) -> int:
    """Return the bottom of the rep range, 1 where there is none."""
    rows = (row.reps_low for row in target.details.rows)
    return max(1, target.reps_low or next((reps for reps in rows if reps), 1))


def reserve(target: Target) -> int:
    """Return the reps in reserve asked for, two where nothing is said."""
    return target.rir_low if target.rir_low is not None else USUAL_RIR
