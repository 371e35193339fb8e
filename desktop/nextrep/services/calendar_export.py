"""The plan for a calendar program: what of it is told, and under which lasting names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise
from nextrep.domain.program import PlannedSession, PlannedState, Program, minutes_for
from nextrep.domain.text import tr
from nextrep.exchange.calendar_file import SUFFIX, CalendarEntry, EntryState, calendar_bytes
from nextrep.services import catalog
from nextrep.services.files import save_file
from nextrep.storage.store import Store

__all__ = ["SUFFIX", "Told", "calendar_entries", "export_calendar"]


@dataclass(frozen=True, slots=True)
class Told:
    """What a calendar, which others may look into, is told.

    Attributes:
        names: the names of program and sessions, and the days off; else every session is "Training".
        exercises: the exercises of each session.
    """

    names: bool = False
    exercises: bool = False


def export_calendar(store: Store, target: Path, now: datetime, told: Told | None = None) -> Path:
    """Write the current program to a calendar file and return the file.

    Raises:
        UserError: there is no program.
        KnownError: the file cannot be written; an older one is left as it was.
    """
    told = told or Told()
    program = _current(store)
    title = program.title if told.names else tr("Training")
    save_file(target, calendar_bytes(calendar_entries(store, told), title, now))
    return target


def calendar_entries(store: Store, told: Told) -> list[CalendarEntry]:
    """Return an entry for each planned session, those that were left out or taken off as cancelled.

    Raises:
        UserError: there is no program.
    """
    program = _current(store)
    exercises = catalog.exercises_in_use(store)
    return [
        _entry(program, one, exercises, told)
        for one in store.programs.planned_of(program.id)
        if one.trains or told.names
    ]


def _current(store: Store) -> Program:
    program = store.programs.current()
    if program is None:
        raise UserError(tr("There is no program to put into a calendar yet."))
    return program


def _entry(
    program: Program, planned: PlannedSession, exercises: dict[int, Exercise], told: Told
) -> CalendarEntry:
    lines = [planned.note] if planned.note and told.names and not planned.trains else []
    if told.exercises:
        lines += [
            tr("{exercise}, {sets}", exercise=exercises[target.exercise_id].name, sets=target.text())
            for target in planned.targets
        ]
    return CalendarEntry(
        uid=f"{program.uid}-{planned.id}",
        day=planned.day,
        minute=planned.minute,
        minutes=minutes_for(planned.targets),
        title=planned.title if told.names else tr("Training"),
        text="\n".join(lines),
        state=_state(program, planned),
    )


def _state(program: Program, planned: PlannedSession) -> EntryState:
    if planned.state in {PlannedState.SKIPPED, PlannedState.REMOVED}:
        return EntryState.CANCELLED
    waits = program.paused_on is not None and planned.day >= program.paused_on
    return EntryState.TENTATIVE if waits and planned.is_open else EntryState.CONFIRMED
