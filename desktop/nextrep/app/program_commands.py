"""The commands that pass a program on and open one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from nextrep.app import clock
from nextrep.domain.days import day_title
from nextrep.domain.errors import UserError
from nextrep.domain.shared_program import ProgramFileError, ReadProgram, problem_count
from nextrep.domain.text import tr, tr_n
from nextrep.services import calendar_export, opening, sharing
from nextrep.services.calendar_export import Told
from nextrep.services.opening import Choice, Instead, Overlap, Unknown
from nextrep.services.sharing import Wanted
from nextrep.storage.store import Store


def export_program(store: Store, options: argparse.Namespace) -> int:
    """Write the current program to a file and return the exit code.

    Raises:
        UserError: there is no program.
        KnownError: the file cannot be written.
    """
    wanted = Wanted(options.weights, not options.no_notes, not options.no_times)
    sharing.export_program(store, Path(options.file), wanted)
    contents = sharing.contents(store)
    assert contents is not None
    sessions = tr_n("{n} session", "{n} sessions", contents.sessions)
    print(tr("Program written: {title}, {sessions}.", title=contents.title, sessions=sessions))
    return 0


def export_calendar(store: Store, options: argparse.Namespace) -> int:
    """Write the current program to a calendar file and return the exit code.

    Raises:
        UserError: there is no program.
        KnownError: the file cannot be written.
    """
    told = Told(names=options.names, exercises=options.exercises)
    calendar_export.export_calendar(store, Path(options.file), clock.now(), told)
    entries = len(calendar_export.calendar_entries(store, told))
    print(tr_n("Calendar written: {n} entry.", "Calendar written: {n} entries.", entries))
    return 0


def read_program(path: Path) -> ReadProgram:
    """Read a program file; what is wrong in it is printed line by line.

    Raises:
        UserError: it cannot be taken.
    """
    try:
        return opening.read(path)
    except ProgramFileError as error:
        if len(error.problems) + error.more == 1:
            raise
        for problem in error.problems:
            place = tr("line {line}, column {column}", line=problem.line, column=problem.column)
            print(f"  {place}: {problem.text}", file=sys.stderr)
        count = problem_count(error)
        raise UserError(
            tr("“{name}” has {count}; nothing was changed.", name=path.name, count=count)
        ) from None


def open_program(store: Store, found: ReadProgram, options: argparse.Namespace) -> int:
    """Follow a program that was read and return the exit code.

    Raises:
        UserError: an exercise is not known and nobody said what becomes of it, or two programs would share
            days.
        KnownError: the profile cannot be written.
    """
    unknown = opening.unknown(store, found)
    if unknown and options.unknown is None:
        for one in unknown:
            print(_unknown_line(one), file=sys.stderr)
        raise UserError(
            tr_n(
                "{n} exercise is not known here. Say --unknown own to keep it, or --unknown out.",
                "{n} exercises are not known here. Say --unknown own to keep them, or --unknown out.",
                len(unknown),
            )
        )
    choices: dict[str, Choice] = {one.name: Instead(options.unknown) for one in unknown}
    now = clock.now()
    start = options.start or now.date()
    overlap = {"take-over": Overlap.TAKE_OVER, "after": Overlap.AFTER}.get(options.overlap)
    look = opening.look(
        store, found.program, choices, start, now, overlap=overlap, on_that_day=options.on_that_day
    )
    if look.overlaps is not None and overlap is None:
        raise UserError(
            tr(
                "“{title}” has sessions on these days. Say --overlap take-over, "
                "or --overlap after to begin after it.",
                title=look.overlaps.title,
            )
        )
    made = opening.open_program(
        store, found.program, choices, start, now, overlap=overlap, on_that_day=options.on_that_day
    ).value
    first = day_title(look.first_day, with_year=True)
    print(tr("{title} begins on {day}.", title=made.title, day=first))
    return 0


def _unknown_line(unknown: Unknown) -> str:
    likely = ", ".join(exercise.name for exercise in unknown.likely)
    text = tr("  line {line}: {name}", line=unknown.line, name=unknown.name)
    return tr("{text} (like {likely})", text=text, likely=likely) if likely else text
