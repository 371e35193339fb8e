"""What to do next time, as a pure function of the log: the rule of the plan applied to the past times."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nextrep.domain.e1rm import Formula
from nextrep.domain.exercises import Exercise
from nextrep.domain.loads import Loads
from nextrep.domain.prescription import PlannedKind, ProgressionRule
from nextrep.domain.progression.asks import asks_of
from nextrep.domain.progression.facts import Case, Exposure, SuggestedSet, Suggestion, usable
from nextrep.domain.progression.finish import finished
from nextrep.domain.progression.laddered import laddered
from nextrep.domain.progression.moves import gap_share, less, snap
from nextrep.domain.progression.said import first_time, gap_said
from nextrep.domain.progression.stepping import stepping
from nextrep.domain.progression.timed import timed
from nextrep.domain.progression.waves import waves
from nextrep.domain.text import tr
from nextrep.domain.training import SetDraft, Target
from nextrep.domain.units import Load, Unit


def suggest(
    exercise: Exercise,
    target: Target | None,
    history: Sequence[Exposure],
    loads: Loads,
    today: int,
    *,
    exercise_of: Callable[[str], Exercise] | None = None,
    unit: Unit = Unit.KG,
    formula: Formula = Formula.EPLEY,
) -> Suggestion:
    """Suggest every set of the next time, with its reason.

    Args:
        target: what is planned; None asks for the same as last time.
        history: the past times of the exercise, oldest first; a wave needs all of its own.
        today: local date ordinal.
        exercise_of: gives the exercises of a ladder their names; KeyError where there is none.
        unit: for a load of which nothing is known.
        formula: of estimated maxima.
    """
    past = usable(history)
    if target is None:
        return _again(exercise, past, loads, today, unit)
    case = Case(exercise, target, past, loads, today, unit, exercise_of, formula)
    rule = target.details.progression.rule
    if rule is ProgressionRule.WAVE:
        return waves(case)
    if not asks_of(target):
        return finished(case, None, (), tr("As planned."))
    plainly_timed = target.seconds is not None and not target.details.rows
    if plainly_timed and rule not in {ProgressionRule.LINEAR, ProgressionRule.NONE}:
        return timed(case)
    if rule is ProgressionRule.LADDER:
        return laddered(case)
    return stepping(case)


def _again(exercise: Exercise, past: Sequence[Exposure], loads: Loads, today: int, unit: Unit) -> Suggestion:
    """Without a plan it is the last time again, a little lighter after a gap."""
    if not past:
        return Suggestion(None, None, first_time(exercise))
    empty = Target(0, 1, None, None)
    case = Case(exercise, empty, tuple(past), loads, today, unit)
    share = gap_share(case.days_since)
    rows = tuple(_row(case, one, share) for one in past[-1].judged)
    reason = gap_said(case.days_since, _heaviest(rows)) if share else tr("The same as last time.")
    return Suggestion(rows[0].load, rows[0].reps, reason, rows, rows[0].seconds)


def _row(case: Case, one: SetDraft, share: int) -> SuggestedSet:
    load = one.load
    if share and load is not None and load.grams:
        load = snap(case, less(load, share)).load
    kind = PlannedKind.WORKING if one.reps is not None else PlannedKind.TIMED
    return SuggestedSet(kind, load, one.reps or None, None, one.seconds)


def _heaviest(rows: Sequence[SuggestedSet]) -> Load | None:
    return max((row.load for row in rows if row.load is not None), key=lambda load: load.grams, default=None)
