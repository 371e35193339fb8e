"""What a plan asks for, in words."""

from __future__ import annotations

from nextrep.domain.prescription import WHOLE, LoadPlan, LoadRule, TargetDetails
from nextrep.domain.text import tr, tr_n
from nextrep.domain.training import EffortScale, Target
from nextrep.domain.units import Unit


def asked_text(target: Target, scale: EffortScale = EffortScale.RIR) -> str:
    """Return for example "3 × 6–10 · 2–3 reps left", or "3 × 6–10 · RPE 7–8"."""
    effort = effort_text(target, scale)
    return tr("{sets} · {effort}", sets=target.text(), effort=effort) if effort else target.text()


def effort_text(target: Target, scale: EffortScale = EffortScale.RIR) -> str:
    """Return for example "2–3 reps left" or "RPE 7–8"; "" where nothing is asked."""
    if target.rir_low is None:
        return ""
    low, high = target.rir_low, target.rir_low if target.rir_high is None else target.rir_high
    if scale is EffortScale.RPE:
        return tr("RPE {rpe}", rpe=_span(10 - high, 10 - low))
    if low == high:
        return tr_n("{n} rep left", "{n} reps left", low)
    return tr("{left} reps left", left=_span(low, high))


def details_text(details: TargetDetails, unit: Unit) -> str:
    """Return what differs from the usual, for example "16 kg · 2 warm-up sets"; "" for nothing."""
    words = [load_text(details.load, unit)]
    if details.warm_up:
        words.append(tr_n("{n} warm-up set", "{n} warm-up sets", details.warm_up))
    if details.rows:
        words.append(tr("sets one by one"))
    return tr(" · ").join(word for word in words if word)


def load_text(plan: LoadPlan, unit: Unit) -> str:
    """Return the load that is asked for in words; "" for the usual, as last time."""
    percent = percent_text(plan.percent) if plan.percent is not None else ""
    load = plan.load.text() if plan.load is not None else ""
    if plan.rule is LoadRule.LAST:
        return tr("{percent} of last time", percent=percent) if plan.percent not in {None, WHOLE} else ""
    if plan.rule is LoadRule.PERCENT_E1RM:
        return tr("{percent} of e1RM", percent=percent) if percent else ""
    if plan.rule is LoadRule.PERCENT_TM:
        base = tr("training max {load}", load=load) if load else tr("training max")
        return tr("{percent} of {base}", percent=percent, base=base) if percent else base
    if plan.rule is LoadRule.RPE_CHART:
        return tr("by RPE")
    if plan.rule is LoadRule.BODYWEIGHT:
        return _bodyweight(plan, unit)
    return plan.band if plan.rule is LoadRule.BAND else load


def percent_text(tenths: int) -> str:
    """Return tenths of a percent as for example "62.5 %"."""
    whole, rest = divmod(tenths, 10)
    return tr("{percent} %", percent=f"{whole}.{rest}" if rest else whole)


def _bodyweight(plan: LoadPlan, unit: Unit) -> str:
    grams = plan.load.grams if plan.load is not None else 0
    if plan.load is None or not grams:
        return tr("bodyweight")
    shown = plan.load.text(unit).lstrip("-")
    if grams < 0:
        return tr("bodyweight with {load} of help", load=shown)
    return tr("bodyweight + {load}", load=shown)


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"
