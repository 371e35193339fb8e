"""What a person can do with single sessions of a plan. Nothing that was done is ever touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nextrep.domain.errors import UserError
from nextrep.domain.plan_edit import Plan, PlanEdit, SessionChange, changes_of
from nextrep.domain.prescription import MAX_NOTE_CHARS
from nextrep.domain.program import MINUTES_A_DAY, PlannedSession, PlannedState, SkipReason
from nextrep.domain.text import tr
from nextrep.domain.training import Target

FARTHEST_DAYS = 730
"""A session is moved by two years at most, so that a slip in a date is caught."""

FARTHEST_START_DAYS = 3653
"""A program begins within ten years of today, for the same reason."""

MAX_TITLE_CHARS = 60


def move(planned: PlannedSession, day: int) -> PlanEdit:
    """Put a session on another day (date ordinal).

    Raises:
        UserError: the day is more than two years away from where the plan has it.
    """
    check_distance(day - planned.first_day)
    return PlanEdit(
        tr("move of {title}", title=planned.title), changes_of([(planned, replace(planned, day=day))])
    )


def check_distance(days: int) -> None:
    """Refuse a step that can only be a slip.

    Raises:
        UserError: it is more than two years.
    """
    if abs(days) > FARTHEST_DAYS:
        raise UserError(tr("Choose a day within two years of the plan."), field="day")


def check_start(day: int, today: int) -> None:
    """Refuse a first day (date ordinal) that can only be a slip.

    Raises:
        UserError: it is more than ten years away.
    """
    if abs(day - today) > FARTHEST_START_DAYS:
        raise UserError(tr("Choose a first day within ten years of today."), field="start")


def swap(first: PlannedSession, second: PlannedSession) -> PlanEdit:
    """Let two sessions change places."""
    return PlanEdit(
        tr("swap of {first} and {second}", first=first.title, second=second.title),
        changes_of([(first, replace(first, day=second.day)), (second, replace(second, day=first.day))]),
    )


def remove(planned: PlannedSession) -> PlanEdit:
    """Take a session off the calendar."""
    after = replace(planned, state=PlannedState.REMOVED, skipped=None)
    return PlanEdit(tr("removal of {title}", title=planned.title), changes_of([(planned, after)]))


def skip(planned: PlannedSession, reason: SkipReason) -> PlanEdit:
    """Leave a session out; it stays on the calendar and counts as neither done nor failed."""
    after = replace(planned, state=PlannedState.SKIPPED, skipped=reason)
    return PlanEdit(tr("leaving out {title}", title=planned.title), changes_of([(planned, after)]))


def unskip(planned: PlannedSession) -> PlanEdit:
    """Take a session in again that was left out."""
    after = replace(planned, state=PlannedState.PLANNED, skipped=None)
    return PlanEdit(tr("taking in {title}", title=planned.title), changes_of([(planned, after)]))


def add(plan: Plan, day: int, title: str, targets: Sequence[Target]) -> PlanEdit:
    """Add a session on a day. Its week and phase are those of what is planned around that day.

    Raises:
        UserError: the title is empty or too long, or the day is more than two years from the program.
    """
    check_distance(day - max(plan.program.start_day, min(day, _last_day(plan))))
    near = min(plan.sessions, key=lambda one: (abs(one.day - day), one.id), default=None)
    week = plan.week_of(day)
    if near is not None:
        # After a pause the weeks of the program lag behind the calendar, and the neighbour knows by how much.
        week = near.week + week - plan.week_of(near.day)
    made = PlannedSession(
        id=0,
        program_id=plan.program.id,
        day=day,
        week=max(1, week),
        phase=near.phase if near else "",
        title=checked_title(title),
        state=PlannedState.PLANNED,
        targets=tuple(targets),
        first_day=day,
        minute=plan.program.answers.time_of((day - 1) % 7),
    )
    return PlanEdit(tr("new session {title}", title=made.title), (SessionChange(None, made),))


def change(planned: PlannedSession, *, title: str, minute: int | None, note: str) -> PlanEdit:
    """Give a session another name, time of day (minute, None for none) or note.

    Raises:
        UserError: the title is empty or too long, the time is not one of a day, or the note too long.
    """
    if minute is not None and not 0 <= minute < MINUTES_A_DAY:
        raise UserError(tr("A time of day goes from 0:00 to 23:59."), field="minute")
    if len(note) > MAX_NOTE_CHARS:
        raise UserError(tr("A note goes up to {n} characters.", n=MAX_NOTE_CHARS), field="note")
    after = replace(planned, title=checked_title(title), minute=minute, note=note.strip())
    return PlanEdit(tr("change of {title}", title=planned.title), changes_of([(planned, after)]))


def checked_title(title: str) -> str:
    """Return a title without blanks around it.

    Raises:
        UserError: it is empty or too long.
    """
    clean = " ".join(title.split())
    if not 1 <= len(clean) <= MAX_TITLE_CHARS:
        raise UserError(tr("A name has 1 to {n} characters.", n=MAX_TITLE_CHARS), field="title")
    return clean


def _last_day(plan: Plan) -> int:
    end = plan.program.start_day + 7 * plan.program.weeks - 1
    return max([end, *(one.day for one in plan.sessions)])
