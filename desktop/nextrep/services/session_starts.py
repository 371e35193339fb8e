"""The ways to begin a session: what is planned, what was done before, templates."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.session_template import SessionTemplate
from nextrep.services import program
from nextrep.services.program import PlannedView, ProgramView
from nextrep.storage.past import SessionSummary
from nextrep.storage.store import Store

RECENT = 4
"""So many earlier sessions are offered to be done again; all of them are one step away."""
OTHERS = 3
"""So many planned sessions are offered beside the next one, at most two of them from days gone by."""
MISSED, MISSED_DAYS = 2, 14


@dataclass(frozen=True, slots=True)
class Starts:
    """What can be begun with.

    Attributes:
        has_plan: whether a program is followed.
        next_up: today's or the next planned session.
        others: further planned sessions by day: the next ones, and those of the last 14 days still open.
        recent: the latest finished sessions, newest first.
        binned: how many things are in the bin.
    """

    has_plan: bool
    next_up: PlannedView | None
    others: tuple[PlannedView, ...]
    recent: tuple[SessionSummary, ...]
    templates: tuple[SessionTemplate, ...]
    binned: int


def starts(store: Store, today: int) -> Starts:
    """Return what a session can be begun with on a day (date ordinal)."""
    plan = program.current(store)
    return Starts(
        has_plan=plan is not None,
        next_up=plan.next_up(today) if plan is not None else None,
        others=others(plan, today) if plan is not None else (),
        recent=tuple(store.past.summaries(RECENT)),
        templates=tuple(store.templates.all()),
        binned=store.bin.count(),
    )


def others(plan: ProgramView, today: int, most: int = OTHERS) -> tuple[PlannedView, ...]:
    """Return planned sessions to begin with beside the next one, by day.

    Those that wait for the end of a pause are not among them, nor are days off and what is going on.
    """
    next_up = plan.next_up(today)
    waits_from = plan.program.paused_on
    open_ones = [
        one
        for one in plan.sessions
        if one.planned.is_open
        and one.planned.trains
        and not one.going_on
        and (waits_from is None or one.planned.day < waits_from)
        and (next_up is None or one.planned.id != next_up.planned.id)
    ]
    missed = [one for one in open_ones if today - MISSED_DAYS <= one.planned.day < today][-MISSED:]
    ahead = [one for one in open_ones if one.planned.day >= today]
    return (*missed, *ahead[: most - len(missed)])
