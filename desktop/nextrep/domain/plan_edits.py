"""What a person can do with a plan. Each function says what would change; nothing done is ever touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nextrep.domain.errors import UserError
from nextrep.domain.plan_edit import PlanEdit, SessionChange
from nextrep.domain.program import PlannedSession, PlannedState
from nextrep.domain.text import tr
from nextrep.domain.training import Target

FARTHEST_DAYS = 730
"""A session is moved by two years at most, so that a slip in a date is caught."""


def move(planned: PlannedSession, day: int) -> PlanEdit:
    """Put a session on another day (date ordinal).

    Raises:
        UserError: the day is more than two years away.
    """
    if abs(day - planned.day) > FARTHEST_DAYS:
        raise UserError(tr("Choose a day within two years of the plan."), field="day")
    label = tr("move of {title}", title=planned.title)
    if day == planned.day:
        return PlanEdit(label)
    return PlanEdit(label, (SessionChange(planned, replace(planned, day=day)),))


def swap(first: PlannedSession, second: PlannedSession) -> PlanEdit:
    """Let two sessions change places."""
    return PlanEdit(
        tr("swap of {first} and {second}", first=first.title, second=second.title),
        (
            SessionChange(first, replace(first, day=second.day)),
            SessionChange(second, replace(second, day=first.day)),
        ),
    )


def remove(planned: PlannedSession) -> PlanEdit:
    """Take a session off the calendar."""
    label = tr("removal of {title}", title=planned.title)
    if planned.state is PlannedState.REMOVED:
        return PlanEdit(label)
    return PlanEdit(label, (SessionChange(planned, replace(planned, state=PlannedState.REMOVED)),))


def put_targets(planned: PlannedSession, targets: Sequence[Target], label: str) -> PlanEdit:
    """Give a session other exercises."""
    return PlanEdit(label, (SessionChange(planned, replace(planned, targets=tuple(targets))),))
