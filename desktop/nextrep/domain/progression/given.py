"""Loads that the plan names or computes: fixed, in percent, by the chart, a band, the body alone."""

from __future__ import annotations

from collections.abc import Sequence

from nextrep.domain.prescription import WHOLE, LoadRule
from nextrep.domain.progression.aims import cut, lowest
from nextrep.domain.progression.asks import Ask, asks_of, of_maximum
from nextrep.domain.progression.facts import Case, Suggestion
from nextrep.domain.progression.finish import finished, fresh_start
from nextrep.domain.progression.moves import Moved, gap_share, snap
from nextrep.domain.progression.said import (
    amount_said,
    gap_said,
    joined,
    load_said,
    percent_said,
    rounding_said,
    turn_said,
)
from nextrep.domain.progression.sources import Estimate, best_estimate, by_chart, maximum_of, share_of_maximum
from nextrep.domain.progression.standing import Standing, Turn
from nextrep.domain.text import tr
from nextrep.domain.units import Load


def given(case: Case, standing: Standing, asks: Sequence[Ask], aims: Sequence[int | None]) -> Suggestion:
    """Loads that the plan names or computes; progression moves the reps within their range."""
    plan = case.target.details.load
    share = gap_share(case.days_since)
    aims = cut(aims, share) if share and plan.rule in {LoadRule.BODYWEIGHT, LoadRule.BAND} else aims
    words = gap_said(case.days_since, None) if share else _reps_said(case, standing, asks)
    if plan.rule is LoadRule.FIXED and plan.load is not None:
        moved = snap(case, plan.load)
        planned = tr("{load} is planned.", load=load_said(plan.load))
        return finished(case, moved.load, aims, joined(planned, rounding_said(moved), words))
    if of_maximum(case.target):
        return _of_maximum(case, aims, words)
    if plan.rule is LoadRule.RPE_CHART:
        estimate = best_estimate(case, chart=True) or best_estimate(case)
        if estimate is None:
            return _no_maximum(case)
        moved = by_chart(case, estimate.maximum, case.days_since)
        reason = tr("By your best recent set and the effort asked for: {load}.", load=load_said(moved.load))
        return finished(case, moved.load, aims, joined(reason, rounding_said(moved), gap_only(case)))
    if plan.rule is LoadRule.BAND and plan.band:
        words = joined(_band_said(case, standing), words)
    return finished(case, None, aims, words or fresh_start(case).reason)


def _of_maximum(case: Case, aims: Sequence[int | None], words: str) -> Suggestion:
    found = maximum_of(case)
    if found is None:
        return _no_maximum(case)
    maximum = found.maximum if isinstance(found, Estimate) else found
    suggestion = finished(case, maximum, aims, "")
    share = case.target.details.load.percent or WHOLE
    reason = of_maximum_said(case, found, share, suggestion.load)
    return finished(case, maximum, aims, joined(reason, words))


def of_maximum_said(case: Case, found: Estimate | Load, share: int, load: Load | None) -> str:
    """Say of what maximum a load is a share, and that it was rounded."""
    maximum = found.maximum if isinstance(found, Estimate) else found
    exact = share_of_maximum(case, maximum, share)
    values = {"percent": percent_said(share), "maximum": load_said(maximum)}
    if case.target.details.load.rule is LoadRule.PERCENT_E1RM:
        words = tr("{percent} of an estimated maximum of {maximum}.", **values)
    else:
        words = tr("{percent} of a training max of {maximum}.", **values)
    gap = gap_share(case.days_since)
    rounded = "" if load is None or gap or case.target.details.rows else rounding_said(Moved(load, exact))
    return joined(words, rounded)


def gap_only(case: Case) -> str:
    """Say that a gap made it lighter, "" without one."""
    return gap_said(case.days_since, None) if gap_share(case.days_since) else ""


def _no_maximum(case: Case) -> Suggestion:
    start = fresh_start(case).reason
    if case.can_help:
        words = tr(
            "No maximum is known yet: a set of up to 12 reps and your body weight that day give one. {start}",
            start=start,
        )
    else:
        words = tr("No maximum is known yet: a set of up to 12 reps gives one. {start}", start=start)
    return finished(case, None, lowest(asks_of(case.target)), words)


def _reps_said(case: Case, standing: Standing, asks: Sequence[Ask]) -> str:
    if standing.turn is Turn.FIRST:
        return ""
    if standing.turn in {Turn.UP, Turn.TOPPED} and case.target.details.load.rule in {
        LoadRule.FIXED,
        LoadRule.BAND,
    }:
        return tr(
            "{amount} in every set last time: more would be possible.",
            amount=amount_said(asks[0], asks[0].high),
        )
    if case.target.details.load.rule is LoadRule.BODYWEIGHT or case.target.details.load.rule is LoadRule.BAND:
        return turn_said(case, standing, asks[0])
    return ""


def _band_said(case: Case, standing: Standing) -> str:
    band = case.target.details.load.band
    heavier = case.loads.next_band(band)
    if standing.turn in {Turn.UP, Turn.TOPPED} and heavier != band:
        return tr("The {band} band; the {heavier} one comes next.", band=band, heavier=heavier)
    return tr("The {band} band.", band=band)
