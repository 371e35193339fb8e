"""What a person can do with whole weeks of a plan. Only what is still to do changes; what was done stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from nextrep.domain.errors import UserError
from nextrep.domain.lighter import lighter
from nextrep.domain.plan_edit import Pause, Plan, PlanEdit, SessionChange, changes_of
from nextrep.domain.plan_edits import check_distance
from nextrep.domain.program import PlannedSession, PlannedState, Program, SessionDraft
from nextrep.domain.text import tr, tr_n
from nextrep.domain.training import Target

LONGEST_PLAN = 104
"""Weeks that a plan may grow to; what is asked for at its making is less (program.MAX_WEEKS)."""


def shift_week(plan: Plan, planned: PlannedSession, days: int) -> PlanEdit:
    """Move a session and what comes after it in its week by some days, earlier or later.

    Raises:
        UserError: more than two years.
    """
    check_distance(days)
    rest = [one for one in plan.free() if one.week == planned.week and one.day >= planned.day]
    label = tr("shift of week {n}", n=planned.week)
    return PlanEdit(label, changes_of((one, replace(one, day=one.day + days)) for one in rest))


def shift_all(plan: Plan, planned: PlannedSession, days: int) -> PlanEdit:
    """Move a session and everything after it by some days, earlier or later.

    Raises:
        UserError: more than two years.
    """
    check_distance(days)
    rest = [one for one in plan.free() if one.day >= planned.day]
    return PlanEdit(tr("shift of the plan"), changes_of((one, _shifted(one, days)) for one in rest))


def pause(plan: Plan, day: int) -> PlanEdit:
    """Let the program rest from a day (date ordinal) on, until it is resumed.

    Raises:
        UserError: it is paused already.
    """
    if plan.program.paused_on is not None:
        raise UserError(tr("The plan is paused already."))
    return PlanEdit(tr("pause"), program=(plan.program, replace(plan.program, paused_on=day)))


def resume(plan: Plan, day: int) -> PlanEdit:
    """Go on with a program that rests.

    What was to come moves by whole weeks, so that the first of it is on `day` or after and every session
    keeps its weekday.

    Raises:
        UserError: it does not rest.
    """
    since = plan.program.paused_on
    if since is None:
        raise UserError(tr("The plan does not rest."))
    waiting = [one for one in plan.free() if one.day >= since]
    first = min((one.day for one in waiting), default=day)
    weeks = max(0, -((first - day) // 7))
    kept = plan.pauses
    if day > since:
        kept = (*kept, Pause(since, day - 1))
    return PlanEdit(
        tr("going on after the pause"),
        changes_of((one, _shifted(one, 7 * weeks)) for one in waiting),
        program=(plan.program, replace(plan.program, paused_on=None)),
        pauses=(plan.pauses, kept) if kept != plan.pauses else None,
    )


def repeat_week(plan: Plan, week: int, times: int = 1) -> PlanEdit:
    """Do a week again right after itself, once or more; what follows comes later.

    Raises:
        UserError: the week has no sessions, or the plan would be longer than 104 weeks.
    """
    _check_room(plan, week + 1, times)
    copies = _copies(plan, week, times, lambda target: target)
    return _insert(plan, week + 1, times, copies, tr("repeat of week {n}", n=week))


def insert_lighter_week(plan: Plan, before_week: int) -> PlanEdit:
    """Put a lighter week before a week: the sessions of the week before it, lighter (see domain.lighter).

    Raises:
        UserError: there is no week before it to take the sessions from, or the plan would be too long.
    """
    copies = _copies(plan, before_week - 1, 1, lighter)
    return _insert(plan, before_week, 1, copies, tr("lighter week before week {n}", n=before_week))


def insert_weeks(plan: Plan, before_week: int, weeks: int) -> PlanEdit:
    """Put empty weeks before a week.

    Raises:
        UserError: the plan would be longer than 104 weeks.
    """
    label = tr_n(
        "{n} new week before week {week}", "{n} new weeks before week {week}", weeks, week=before_week
    )
    return _insert(plan, before_week, weeks, [], label)


def insert_phase(
    plan: Plan, before_week: int, drafts: Sequence[tuple[SessionDraft, Sequence[Target]]], title: str
) -> PlanEdit:
    """Put a phase before a week.

    Args:
        plan: the plan.
        before_week: from 1; one more than the last week puts it at the end.
        drafts: its sessions; their days count from 0, the Monday of its first week, their weeks from 1.
        title: the name of the phase.

    Raises:
        UserError: the phase is empty, or the plan would be longer than 104 weeks.
    """
    if not drafts:
        raise UserError(tr("This phase has no sessions."))
    monday = _monday(plan, before_week)
    made = [
        PlannedSession(
            id=0,
            program_id=plan.program.id,
            day=monday + draft.day,
            week=before_week + draft.week - 1,
            phase=draft.phase,
            title=draft.title,
            state=PlannedState.PLANNED,
            targets=tuple(targets),
            first_day=monday + draft.day,
            minute=draft.minute,
            note=draft.note,
        )
        for draft, targets in drafts
    ]
    weeks = max(draft.week for draft, _targets in drafts)
    return _insert(plan, before_week, weeks, made, tr("new phase {title}", title=title))


def remove_weeks(plan: Plan, first: int, last: int, today: int) -> PlanEdit:
    """Take weeks out; what follows comes earlier, but not before `today` (date ordinal).

    A week of which something was done keeps that and its place.

    Raises:
        UserError: these are no weeks, or nothing in them is still to do.
    """
    if not 1 <= first <= last:
        raise UserError(tr("Choose a week of the plan."), field="week")
    inside = [one for one in plan.free() if first <= one.week <= last]
    begun = {one.week for one in plan.sessions if not one.is_open and one.state is not PlannedState.REMOVED}
    gone = [week for week in range(first, last + 1) if week not in begun and week <= plan.program.weeks]
    if not inside and not gone:
        raise UserError(tr("Nothing in these weeks is still to do."))
    after = [one for one in plan.free() if one.week > last]
    room = (min(one.day for one in after) - today) // 7 if after else 0
    back = max(0, min(len(gone), room))
    pairs: list[tuple[PlannedSession, PlannedSession]] = []
    pairs += [(one, replace(one, state=PlannedState.REMOVED)) for one in inside]
    pairs += [(one, replace(_shifted(one, -7 * back), week=one.week - len(gone))) for one in after]
    label = tr_n("removal of week {first}", "removal of weeks {first}–{last}", last - first + 1, first=first,
                 last=last)  # fmt: skip
    return PlanEdit(label, changes_of(pairs), _longer(plan.program, -len(gone)))


def _copies(plan: Plan, week: int, times: int, change: Callable[[Target], Target]) -> list[PlannedSession]:
    """Copy what a week has, as it was planned, into the weeks after it."""
    sources = [one for one in plan.sessions if one.week == week and one.state is not PlannedState.REMOVED]
    if not sources:
        raise UserError(tr("Week {n} has no sessions.", n=week))
    return [
        replace(
            one,
            id=0,
            day=one.first_day + 7 * step,
            first_day=one.first_day + 7 * step,
            week=week + step,
            state=PlannedState.PLANNED,
            skipped=None,
            targets=tuple(change(target) for target in one.targets),
        )
        for step in range(1, times + 1)
        for one in sources
    ]


def _insert(plan: Plan, before_week: int, weeks: int, made: Iterable[PlannedSession], label: str) -> PlanEdit:
    """Make room for some weeks before a week and put sessions there."""
    _check_room(plan, before_week, weeks)
    after = [one for one in plan.free() if one.week >= before_week]
    moved = changes_of((one, replace(_shifted(one, 7 * weeks), week=one.week + weeks)) for one in after)
    new = tuple(SessionChange(None, one) for one in made)
    return PlanEdit(label, moved + new, _longer(plan.program, weeks))


def _check_room(plan: Plan, before_week: int, weeks: int) -> None:
    """Refuse weeks that would leave a hole behind the end of the plan, or make it too long."""
    last = max([plan.program.weeks, *(one.week for one in plan.sessions)])
    if weeks < 1 or not 1 <= before_week <= last + 1:
        raise UserError(tr("Choose a week of the plan."), field="week")
    if plan.program.weeks + weeks > LONGEST_PLAN:
        raise UserError(tr("A plan has at most {n} weeks.", n=LONGEST_PLAN), field="weeks")


def _longer(program: Program, weeks: int) -> tuple[Program, Program] | None:
    if not weeks:
        return None
    return program, replace(program, weeks=max(1, program.weeks + weeks))


def _shifted(planned: PlannedSession, days: int) -> PlannedSession:
    """Move a session together with the place that the plan gives it."""
    return replace(planned, day=planned.day + days, first_day=planned.first_day + days)


def _monday(plan: Plan, week: int) -> int:
    """Return the Monday on which a week begins, or would begin if it had sessions."""
    near = min(
        (one for one in plan.sessions if one.state is not PlannedState.REMOVED),
        key=lambda one: abs(one.week - week),
        default=None,
    )
    if near is None:
        return plan.program.start_day + 7 * (week - 1)
    monday = near.first_day - (near.first_day - plan.program.start_day) % 7
    return monday + 7 * (week - near.week)
