"""What stands in a report only where a person ticked it: journal entries, the list of sessions, the plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from nextrep.domain.figures import full, number, signed, weekday
from nextrep.domain.light_markdown import list_item, without_marks
from nextrep.domain.program import PlannedState
from nextrep.domain.text import tr
from nextrep.domain.training import Session
from nextrep.reports.content import PlanRow, SessionRow, WrittenEntry
from nextrep.services import catalog, session_list
from nextrep.storage.store import Store

PLAN_DAYS = 28
"""A plan is shown four weeks ahead: our convention."""


def entries(store: Store, chosen: Sequence[int]) -> tuple[WrittenEntry, ...]:
    """Return the chosen entries in the order of their days, as plain lines.

    An entry that is gone, or no longer marked as one that may go into a report, is left out.
    """
    found = []
    for entry_id in dict.fromkeys(chosen):
        try:
            entry = store.entries.get(entry_id)
        except KeyError:
            continue
        if entry.in_report:
            found.append(entry)
    found.sort(key=lambda entry: (entry.day, entry.id))
    return tuple(
        WrittenEntry(_day(entry.day), tuple(_plain(line) for line in entry.text.splitlines()))
        for entry in found
    )


def _plain(line: str) -> str:
    """Return a line without marks; an item of a list keeps a dot, so that it still reads as one."""
    item = list_item(line)
    dotted = item is not None and not item.following[:1].isdigit() and not item.empty
    return tr("• {item}", item=without_marks(line)) if dotted else without_marks(line)


def sessions(store: Store, done: Sequence[Session]) -> tuple[SessionRow, ...]:
    """Return a row for each session, the oldest first; what was not rated stays blank."""
    held = session_list.held(store, [session.id for session in done])
    rows = []
    for session in sorted(done, key=lambda one: (one.day, one.id)):
        contents = held.get(session.id)
        rows.append(
            SessionRow(
                day=_day(session.day),
                title=session.title,
                exercises=", ".join(contents.exercises) if contents else "",
                sets=str(contents.sets) if contents else "",
                minutes=str(round(session.duration_s / 60)) if session.duration_s else "",
                effort="" if session.effort is None else number(session.effort),
                felt=_felt(session),
            )
        )
    return tuple(rows)


def plan(store: Store, after: int) -> tuple[PlanRow, ...]:
    """Return the sessions that the current program has in the four weeks after a day (date ordinal)."""
    program = store.programs.current()
    if program is None:
        return ()
    names = {number: exercise.name for number, exercise in catalog.exercises_in_use(store).items()}
    ahead = [
        one
        for one in store.programs.planned_of(program.id)
        if after < one.day <= after + PLAN_DAYS and one.state is PlannedState.PLANNED and one.targets
    ]
    return tuple(
        PlanRow(_day(one.day), one.title, ", ".join(names[target.exercise_id] for target in one.targets))
        for one in sorted(ahead, key=lambda one: (one.day, one.id))
    )


def _day(day: int) -> str:
    on = date.fromordinal(day)
    return tr("{weekday} {date}", weekday=weekday(on), date=full(on))


def _felt(session: Session) -> str:
    if session.pleasant_before is None or session.pleasant_after is None:
        return ""
    before, after = session.pleasant_before, session.pleasant_after
    return tr("{before} to {after}", before=signed(before), after=signed(after))
