"""Changing the plan. Each use case is one step: read the plan, let domain say what follows, keep it whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nextrep.domain import plan_edits
from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise
from nextrep.domain.plan_edit import PlanEdit
from nextrep.domain.program import PlannedSession, PlannedState
from nextrep.domain.text import tr
from nextrep.domain.training import Target
from nextrep.services import catalog
from nextrep.storage.store import Store


def apply(store: Store, program_id: int, edit: PlanEdit) -> Outcome[PlanEdit]:
    """Keep an edit as one step that can be taken back.

    Returns:
        The edit as it was kept, with the ids of the sessions it made.
    """
    if edit.is_empty:
        return Outcome(edit)
    with store.transaction():
        kept = store.programs.apply(program_id, edit)
    return Outcome(
        kept,
        Changes(program=True),
        undo=lambda: apply(store, program_id, kept.reverse()),
        label=kept.label,
    )


def move(store: Store, planned_id: int, day: int) -> Outcome[PlanEdit]:
    """Put a planned session on another day (date ordinal).

    Raises:
        UserError: it is done already, or the day is more than two years away from the plan.
    """
    planned = _open_session(store, planned_id)
    return apply(store, planned.program_id, plan_edits.move(planned, day))


def swap(store: Store, first_id: int, second_id: int) -> Outcome[PlanEdit]:
    """Let two planned sessions change places.

    Raises:
        UserError: one of them is done already.
    """
    first, second = _open_session(store, first_id), _open_session(store, second_id)
    return apply(store, first.program_id, plan_edits.swap(first, second))


def remove(store: Store, planned_id: int) -> Outcome[PlanEdit]:
    """Take a planned session off the calendar.

    Raises:
        UserError: it is done already.
    """
    planned = _open_session(store, planned_id)
    return apply(store, planned.program_id, plan_edits.remove(planned))


def swap_exercise(store: Store, planned_id: int, position: int, exercise: Exercise) -> Outcome[PlanEdit]:
    """Put another exercise in the place of one, with the same sets and reps.

    Raises:
        UserError: the session is done already.
        IndexError: there is no such position.
    """
    planned = _open_session(store, planned_id)
    with store.transaction():
        number = catalog.number_of(store, exercise)
        target = replace(planned.targets[position], exercise_id=number)
        edit = plan_edits.put_targets(
            planned,
            _with(planned.targets, position, target),
            tr("swap to {exercise}", exercise=exercise.name),
        )
        outcome = apply(store, planned.program_id, edit)
    return replace(outcome, changes=Changes(program=True, exercises=True))


def _with(targets: Sequence[Target], position: int, target: Target) -> tuple[Target, ...]:
    return (*targets[:position], target, *targets[position + 1 :])


def _open_session(store: Store, planned_id: int) -> PlannedSession:
    planned = store.programs.planned(planned_id)
    if planned.state is PlannedState.DONE:
        raise UserError(tr("This session is done; it stays where it was."))
    return planned
