"""Effort-guided loads: what the sets of the last time and their rated effort say, one step at a time."""

from __future__ import annotations

from collections.abc import Sequence

from nextrep.domain.plates import fine
from nextrep.domain.progression.chart import maximum_by_chart, share_at
from nextrep.domain.progression.facts import Case
from nextrep.domain.progression.judging import reaches, weight
from nextrep.domain.progression.moves import Moved, rir_of, up
from nextrep.domain.progression.said import load_said
from nextrep.domain.progression.sources import lowest_reps, reserve
from nextrep.domain.text import tr
from nextrep.domain.training import SetDraft, Target
from nextrep.domain.units import Load


def by_effort(case: Case, load: Load, sets: Sequence[SetDraft], target: Target) -> Moved:
    """Return the next load: a step up or down where the chart says so, else the same.

    Each rated set speaks for a maximum (the chart); their mean gives the load for the lowest reps with the
    reserve asked for. A step up is taken when that load reaches it, a step down when it is below the last
    load by half a step, so that it does not swing to and fro. More than one step is never taken: a single
    rating is too rough for it. Our convention.
    """
    wanted = wanted_grams(case, load, sets, target)
    if wanted is None:
        return Moved(load, load)
    heavier = up(case, load, target.details.progression.step)
    if fine(heavier.load) > fine(load) and wanted >= heavier.load.grams:
        return heavier
    lighter = case.lowest(case.loads.below(case.exercise, load))
    if fine(lighter) < fine(load) and wanted < (load.grams + lighter.grams) / 2:
        return Moved(lighter, lighter)
    return Moved(load, load)


def wanted_grams(case: Case, load: Load, sets: Sequence[SetDraft], target: Target) -> float | None:
    """Return the load in grams that the rated sets speak for; None where none was rated.

    Body and load are lifted together, where the body weight is known.
    """
    body = case.body_grams
    rated = [(one, rir) for one in sets if reaches(one, load) and (rir := rir_of(one)) is not None]
    found = [maximum_by_chart(body + weight(one), one.reps or 0, rir) for one, rir in rated]
    known = [grams for grams in found if grams is not None]
    if not known:
        return None
    return sum(known) / len(known) * share_at(lowest_reps(target), reserve(target) * 10) - body


def effort_said(case: Case, before: Load, after: Load, sets: Sequence[SetDraft], target: Target) -> str:
    """Say what the rated effort led to."""
    load = load_said(after)
    if wanted_grams(case, before, sets, target) is None:
        return tr("{load} again. Rate the effort of a set, and the load follows it.", load=load)
    if fine(after) > fine(before):
        return tr("There was more in reserve than asked for, so {load} today.", load=load)
    if fine(after) < fine(before):
        return tr("There was less in reserve than asked for, so {load} today.", load=load)
    return tr("The effort was as asked for, so {load} again.", load=load)
