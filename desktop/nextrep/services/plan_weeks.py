"""Changing whole weeks of the plan: shifts, pauses, repeats, phases."""

from __future__ import annotations

from dataclasses import replace

from nextrep.domain import plan_weeks
from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.phase_making import phase_drafts
from nextrep.domain.plan_edit import PlanEdit
from nextrep.domain.program_template import phase_title
from nextrep.domain.text import tr
from nextrep.resources.programs import load_program, load_programs
from nextrep.services import catalog
from nextrep.services.plan_editing import apply, open_session, plan
from nextrep.services.program import target_of
from nextrep.storage.store import Store


def shift_week(store: Store, planned_id: int, days: int) -> Outcome[PlanEdit]:
    """Move a session and what comes after it in its week by some days, earlier or later.

    Raises:
        UserError: the session is done or going on, or the shift is more than two years.
    """
    planned = open_session(store, planned_id)
    return apply(store, planned.program_id, plan_weeks.shift_week(plan(store), planned, days))


def shift_all(store: Store, planned_id: int, days: int) -> Outcome[PlanEdit]:
    """Move a session and everything after it by some days, earlier or later.

    Raises:
        UserError: the session is done or going on, or the shift is more than two years.
    """
    planned = open_session(store, planned_id)
    return apply(store, planned.program_id, plan_weeks.shift_all(plan(store), planned, days))


def pause(store: Store, day: int) -> Outcome[PlanEdit]:
    """Let the program rest from a day (date ordinal) on, until it is resumed.

    Raises:
        UserError: there is no plan, or it is paused already.
    """
    current = plan(store)
    return apply(store, current.program.id, plan_weeks.pause(current, day))


def resume(store: Store, day: int) -> Outcome[PlanEdit]:
    """Go on with a program that rests; what was to come moves by whole weeks to `day` and after.

    Raises:
        UserError: there is no plan, or it does not rest.
    """
    current = plan(store)
    return apply(store, current.program.id, plan_weeks.resume(current, day))


def repeat_week(store: Store, week: int, times: int = 1) -> Outcome[PlanEdit]:
    """Do a week of the program (from 1) again right after itself, once or more.

    Raises:
        UserError: there is no plan, the week has no sessions, or the plan would be too long.
    """
    current = plan(store)
    return apply(store, current.program.id, plan_weeks.repeat_week(current, week, times))


def insert_lighter_week(store: Store, before_week: int) -> Outcome[PlanEdit]:
    """Put a lighter week before a week of the program.

    Raises:
        UserError: there is no plan, no week before it, or the plan would be too long.
    """
    current = plan(store)
    return apply(store, current.program.id, plan_weeks.insert_lighter_week(current, before_week))


def insert_weeks(store: Store, before_week: int, weeks: int) -> Outcome[PlanEdit]:
    """Put empty weeks before a week of the program.

    Raises:
        UserError: there is no plan, or it would be too long.
    """
    current = plan(store)
    return apply(store, current.program.id, plan_weeks.insert_weeks(current, before_week, weeks))


def insert_phase(store: Store, before_week: int, template_key: str, phase: str) -> Outcome[PlanEdit]:
    """Put a phase of a shipped program before a week, made for the answers of the current plan.

    Raises:
        UserError: there is no plan, the phase has no sessions, or the plan would be too long.
        KeyError: there is no such program or phase.
    """
    current = plan(store)
    template = load_program(template_key)
    drafts = phase_drafts(template, current.program.answers, phase, catalog.by_key)
    with store.transaction():
        rows = [(draft, [target_of(store, row) for row in draft.exercises]) for draft in drafts]
        edit = plan_weeks.insert_phase(current, before_week, rows, phase_title(phase))
        outcome = apply(store, current.program.id, edit)
    return replace(outcome, changes=outcome.changes | Changes(exercises=True))


def phases_to_insert() -> list[tuple[str, str, str]]:
    """Return every phase of the shipped programs as (program key, phase, words for it)."""
    found = []
    for template in load_programs():
        for phase in dict.fromkeys(rule.phase for rule in template.rules):
            words = tr("{program}: {phase}", program=tr(template.title), phase=phase_title(phase))
            found.append((template.key, phase, words))
    return found


def remove_weeks(store: Store, first: int, last: int, today: int) -> Outcome[PlanEdit]:
    """Take weeks of the program out (both counted); what follows comes earlier, but not before today.

    Raises:
        UserError: there is no plan, the weeks are upside down, or nothing in them is still to do.
    """
    if first > last:
        raise UserError(tr("The first week comes after the last."), field="week")
    current = plan(store)
    return apply(store, current.program.id, plan_weeks.remove_weeks(current, first, last, today))
