"""The phases of a plan as it is now: those of its program until weeks or phases were put in or taken out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from nextrep.domain.plan_summary import PhaseDose
from nextrep.domain.text import tr
from nextrep.services import program
from nextrep.services.program import PlannedView, ProgramView


def phases(view: ProgramView) -> tuple[PhaseDose, ...]:
    """Return what each phase asks for, in order."""
    shipped = program.phases(view.program)
    weeks = _phase_of_weeks(view)
    if all(dose.phase == weeks[week] for dose in shipped for week in weeks if dose.holds(week)):
        return shipped
    runs = [[week for week, _phase in run] for _key, run in groupby(weeks.items(), key=lambda one: one[1])]
    return tuple(_dose(view, run, weeks[run[0]]) for run in runs)


def _phase_of_weeks(view: ProgramView) -> dict[int, str]:
    """Return the phase of each week of the program; a week without sessions belongs to the one before it."""
    said: dict[int, str] = {}
    for one in view.sessions:
        said.setdefault(one.planned.week, one.planned.phase)
    found: dict[int, str] = {}
    phase = said[min(said)] if said else ""
    for week in range(1, view.program.weeks + 1):
        phase = found[week] = said.get(week, phase)
    return found


def _dose(view: ProgramView, weeks: Sequence[int], phase: str) -> PhaseDose:
    inside = [one for one in view.sessions if one.planned.week in weeks and one.exercises]
    a_week = Counter(one.planned.week for one in inside)
    usual = Counter(a_week.values()).most_common(1)
    sets, reps = _spans(inside)
    return PhaseDose(
        phase=phase,
        first_week=weeks[0],
        last_week=weeks[-1],
        sessions=usual[0][0] if usual else 0,
        sets=sets,
        reps=reps,
        blocks=(),
        words="" if reps[1] else tr("as planned"),
    )


def _spans(sessions: Sequence[PlannedView]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the lowest and highest sets and reps; zeros where there are none."""
    targets = [target for one in sessions for _exercise, target in one.exercises]
    sets = [target.sets for target in targets]
    reps = [n for target in targets for n in (target.reps_low, target.reps_high) if n is not None]
    return _span(sets), _span(reps)


def _span(values: Sequence[int]) -> tuple[int, int]:
    return (min(values), max(values)) if values else (0, 0)
