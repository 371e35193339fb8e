"""Changing sessions of the plan and their exercises.

Each use case is one step: read the plan, let domain say what follows, keep it whole.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nextrep.domain import plan_edits, plan_exercises
from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Exercise
from nextrep.domain.plan_edit import Plan, PlanEdit, changes_of
from nextrep.domain.plan_exercises import Scope
from nextrep.domain.prescription import PLAIN
from nextrep.domain.program import PlannedSession, PlannedState, SkipReason
from nextrep.domain.target_check import check_target
from nextrep.domain.text import tr
from nextrep.domain.training import Target
from nextrep.services import catalog, library, preferences
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


def plan(store: Store) -> Plan:
    """Return the current plan.

    Raises:
        UserError: there is none.
    """
    program = store.programs.current()
    if program is None:
        raise UserError(tr("There is no plan yet. Make one first."))
    active = store.sessions.active()
    return Plan(
        program=program,
        sessions=store.programs.planned_of(program.id),
        pauses=store.programs.pauses_of(program.id),
        going_on=active.planned_id if active else None,
    )


def open_session(store: Store, planned_id: int) -> PlannedSession:
    """Return a planned session that may change.

    Raises:
        UserError: it is done, or it is going on now.
        KeyError: there is none of that id.
    """
    planned = store.programs.planned(planned_id)
    if planned.state is PlannedState.DONE:
        raise UserError(tr("This session is done; it stays where it was."))
    active = store.sessions.active()
    if active is not None and active.planned_id == planned_id:
        raise UserError(tr("This session is going on. Finish it first."))
    return planned


def move(store: Store, planned_id: int, day: int) -> Outcome[PlanEdit]:
    """Put a planned session on another day (date ordinal).

    Raises:
        UserError: it is done or going on, or the day is more than two years away from the plan.
    """
    planned = open_session(store, planned_id)
    return apply(store, planned.program_id, plan_edits.move(planned, day))


def swap(store: Store, first_id: int, second_id: int) -> Outcome[PlanEdit]:
    """Let two planned sessions change places.

    Raises:
        UserError: one of them is done or going on.
    """
    first, second = open_session(store, first_id), open_session(store, second_id)
    return apply(store, first.program_id, plan_edits.swap(first, second))


def remove(store: Store, planned_id: int) -> Outcome[PlanEdit]:
    """Take a planned session off the calendar.

    Raises:
        UserError: it is done or going on.
    """
    planned = open_session(store, planned_id)
    return apply(store, planned.program_id, plan_edits.remove(planned))


def skip(store: Store, planned_id: int, reason: SkipReason = SkipReason.NOT_SAID) -> Outcome[PlanEdit]:
    """Leave a session out; it stays visible and counts as neither done nor failed.

    Raises:
        UserError: it is done or going on.
    """
    planned = open_session(store, planned_id)
    return apply(store, planned.program_id, plan_edits.skip(planned, reason))


def unskip(store: Store, planned_id: int) -> Outcome[PlanEdit]:
    """Take a session in again that was left out."""
    planned = open_session(store, planned_id)
    return apply(store, planned.program_id, plan_edits.unskip(planned))


def add_session(store: Store, day: int, title: str, copy_of: int | None = None) -> Outcome[PlanEdit]:
    """Add a session on a day (date ordinal), empty or with the exercises of another one.

    Returns:
        The edit; `made` has the id of the session.

    Raises:
        UserError: there is no plan, the title does not fit, or the day is too far away.
    """
    current = plan(store)
    targets = store.programs.planned(copy_of).targets if copy_of is not None else ()
    return apply(store, current.program.id, plan_edits.add(current, day, title, targets))


def change_session(
    store: Store, planned_id: int, *, title: str, minute: int | None, note: str
) -> Outcome[PlanEdit]:
    """Give a session another name, time of day (minute, None for none) or note.

    Raises:
        UserError: it is done or going on, or a value does not fit; `field` names it.
    """
    planned = open_session(store, planned_id)
    edit = plan_edits.change(planned, title=title, minute=minute, note=note)
    return apply(store, planned.program_id, edit)


def put_exercise(
    store: Store, planned_id: int, position: int, target: Target, scope: Scope = Scope.THIS
) -> Outcome[PlanEdit]:
    """Ask for something else in the place of an exercise.

    Raises:
        UserError: the session is done or going on, or a value does not fit; `field` names it.
        IndexError: there is no such position.
    """
    check_target(target, known_max=known_max(store, target.exercise_id))
    planned = open_session(store, planned_id)
    name = catalog.exercise_of(store, target.exercise_id).name
    label = tr("change of {exercise}", exercise=name)
    return apply(
        store,
        planned.program_id,
        plan_exercises.put(plan(store), planned, position, target, scope, label),
    )


def known_max(store: Store, exercise_id: int) -> bool:
    """Tell whether the log gives an estimated 1RM for an exercise."""
    yardstick = preferences.yardstick(store, catalog.exercise_of(store, exercise_id).measure)
    return any(yardstick.estimate(fact) is not None for fact in store.sets.facts(exercise_id))


def swap_exercise(
    store: Store, planned_id: int, position: int, exercise: Exercise, scope: Scope = Scope.THIS
) -> Outcome[PlanEdit]:
    """Put another exercise in the place of one, with the same sets and reps as far as its measure has them.

    Raises:
        UserError: the session is done or going on.
        IndexError: there is no such position.
    """
    planned = open_session(store, planned_id)
    label = tr("swap to {exercise}", exercise=exercise.name)

    def edit() -> PlanEdit:
        number = catalog.number_of(store, exercise)
        target = plan_exercises.asked_of(planned.targets[position], number, exercise)
        return plan_exercises.put(plan(store), planned, position, target, scope, label)

    return _with_exercises(store, planned.program_id, edit)


def add_exercise(
    store: Store, planned_id: int, exercise: Exercise, scope: Scope = Scope.THIS
) -> Outcome[PlanEdit]:
    """Add an exercise at the end of a session, asked for like the others of it.

    Raises:
        UserError: the session is done or going on, or has 30 exercises.
    """
    planned = open_session(store, planned_id)
    label = tr("addition of {exercise}", exercise=exercise.name)

    def edit() -> PlanEdit:
        target = _usual_target(planned, catalog.number_of(store, exercise), exercise)
        return plan_exercises.add(plan(store), planned, target, scope, label)

    return _with_exercises(store, planned.program_id, edit)


def remove_exercise(
    store: Store, planned_id: int, position: int, scope: Scope = Scope.THIS
) -> Outcome[PlanEdit]:
    """Take an exercise out of a session.

    Raises:
        UserError: the session is done or going on, or it is its only exercise.
        IndexError: there is no such position.
    """
    planned = open_session(store, planned_id)
    name = catalog.exercise_of(store, planned.targets[position].exercise_id).name
    label = tr("removal of {title}", title=name)
    edit = plan_exercises.remove(plan(store), planned, position, scope, label)
    return apply(store, planned.program_id, edit)


def move_exercise(
    store: Store, planned_id: int, position: int, to: int, scope: Scope = Scope.THIS
) -> Outcome[PlanEdit]:
    """Put an exercise at another place of the order.

    Raises:
        UserError: the session is done or going on.
        IndexError: there is no such position.
    """
    planned = open_session(store, planned_id)
    name = catalog.exercise_of(store, planned.targets[position].exercise_id).name
    label = tr("order of {exercise}", exercise=name)
    edit = plan_exercises.reorder(plan(store), planned, position, to, scope, label)
    return apply(store, planned.program_id, edit)


def swap_for(store: Store, planned_id: int, at_hand: frozenset[Equipment]) -> Outcome[PlanEdit]:
    """Put alternates in the place of all exercises that are not possible with what is at hand.

    An exercise without an alternate stays.

    Raises:
        UserError: the session is done or going on, or nothing can stand in.
    """
    planned = open_session(store, planned_id)

    def edit() -> PlanEdit:
        known = library.view(store)
        targets: list[Target] = []
        taken = {catalog.exercise_of(store, target.exercise_id).key for target in planned.targets}
        for target in planned.targets:
            exercise = catalog.exercise_of(store, target.exercise_id)
            possible = exercise.possible_with(at_hand)
            others = [] if possible else [entry.exercise for entry in known.stand_ins(exercise, at_hand)]
            other = next((one for one in others if one.key not in taken), None)
            if other is not None:
                taken.add(other.key)
                target = plan_exercises.asked_of(target, catalog.number_of(store, other), other)  # noqa: PLW2901
            targets.append(target)
        if tuple(targets) == planned.targets:
            raise UserError(tr("Nothing in this session needs other equipment, or nothing can stand in."))
        after = replace(planned, targets=tuple(targets))
        label = tr("other equipment for {title}", title=planned.title)
        return PlanEdit(label, changes_of([(planned, after)]))

    return _with_exercises(store, planned.program_id, edit)


def _with_exercises(store: Store, program_id: int, edit: Callable[[], PlanEdit]) -> Outcome[PlanEdit]:
    """Keep an edit that may give exercises their numbers, in the same transaction."""
    with store.transaction():
        outcome = apply(store, program_id, edit())
    return replace(outcome, changes=outcome.changes | Changes(exercises=True))


def _usual_target(planned: PlannedSession, exercise_id: int, exercise: Exercise) -> Target:
    like = planned.targets[0] if planned.targets else Target(0, 3, 8, 12, rir_low=2, rir_high=3)
    return plan_exercises.asked_of(replace(like, details=PLAIN), exercise_id, exercise)
