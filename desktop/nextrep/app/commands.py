"""The commands without a window. They call the same services as the screens and import no Qt."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from nextrep.app import clock, unlocking
from nextrep.app.paths import profile_folder
from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.text import tr, tr_n
from nextrep.domain.units import Unit
from nextrep.services import backups, transfer, upkeep
from nextrep.services.transfer import ImportReport
from nextrep.storage.store import Store

SKIPPED_SHOWN = 20


def run(options: argparse.Namespace) -> int:
    """Run the command of parsed options and return the exit code.

    Raises:
        UserError, KnownError: the input or its surroundings are at fault.
    """
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "import": _import,
        "export": _export,
        "report": _report,
        "companion": _companion,
        "sheet": _sheet,
        "program": _program,
        "calendar": _calendar,
        "demo": _demo,
        "backup": _backup,
        "restore": _restore,
        "check": _check,
        "screens": _screens,
    }
    return commands[options.command](options)


@contextmanager
def _profile(options: argparse.Namespace, *, make: bool, exclusive: bool) -> Iterator[Store]:
    folder = profile_folder(options.profile)
    if not make and not upkeep.exists(folder):
        raise UserError(tr("There is no profile in “{folder}”.", folder=folder))
    key = unlocking.key_of(folder, options)
    opened = upkeep.open_profile(folder, clock.now(), exclusive=exclusive, key=key)
    try:
        if note := upkeep.format_note(opened.store):
            print(f"nextrep: {note}", file=sys.stderr)
        yield opened.store
    finally:
        opened.close()


@contextmanager
def _profile_to_look_at(options: argparse.Namespace) -> Iterator[Store]:
    """Open the profile, or an empty stand-in where there is none yet, so that looking makes nothing."""
    folder = profile_folder(options.profile)
    if upkeep.exists(folder):
        with _profile(options, make=False, exclusive=False) as store:
            yield store
        return
    opened = upkeep.stand_in(folder, clock.now())
    try:
        yield opened.store
    finally:
        opened.close()


def _import(options: argparse.Namespace) -> int:
    # The file is read first, so that a profile is not made for a file that cannot be taken.
    with _profile_to_look_at(options) as store:
        log = transfer.read(store, Path(options.file), unit=Unit(options.unit) if options.unit else None)
        if options.drop_repeats:
            log = transfer.without_repeats(log)
        report = transfer.dry_run(store, log)
    if not options.dry_run:
        with _profile(options, make=True, exclusive=True) as store:
            backups.before_import(store, clock.now())
            report = transfer.keep(store, log, clock.local_zone()).value
    if options.json:
        print(json.dumps(_as_json(report)))
    else:
        _print(report, repeats=log.repeats, dry=options.dry_run)
    return 0


def _as_json(report: ImportReport) -> dict[str, object]:
    return {
        "format": report.format,
        "unit": str(report.unit),
        "sessions": report.sessions,
        "sets": report.sets,
        "exercises": report.exercises,
        "entries": report.entries,
        "warmups": report.warmups,
        "duplicates": report.duplicates,
        "skipped": [{"line": row.line, "reason": row.reason} for row in report.skipped],
    }


def _print(report: ImportReport, *, repeats: int, dry: bool) -> None:
    words = tr("would be taken") if dry else tr("taken")
    print(
        tr(
            "{format}, {unit}: {sets} sets {words} "
            "({sessions} sessions and {exercises} exercises in the file).",
            format=report.format,
            unit=report.unit,
            sets=report.sets,
            words=words,
            sessions=report.sessions,
            exercises=report.exercises,
        )
    )
    if report.duplicates:
        print(tr_n("{n} set was here already.", "{n} sets were here already.", report.duplicates))
    if repeats:
        print(
            tr(
                "{n} sets are in the file twice, session by session; --drop-repeats takes them once.",
                n=repeats,
            )
        )
    for warning in report.warnings:
        print(warning)
    if report.skipped:
        print(tr_n("{n} row was not taken:", "{n} rows were not taken:", len(report.skipped)))
    for row in report.skipped[:SKIPPED_SHOWN]:
        print(tr("  line {line}: {reason}", line=row.line, reason=row.reason))
    if len(report.skipped) > SKIPPED_SHOWN:
        print(tr("  … and {n} more; --json lists them all", n=len(report.skipped) - SKIPPED_SHOWN))


def _export(options: argparse.Namespace) -> int:
    from nextrep.services import export

    with _profile(options, make=False, exclusive=False) as store:
        sets = export.export(store, Path(options.file), options.format)
    print(tr_n("{n} set written.", "{n} sets written.", sets))
    return 0


def _report(options: argparse.Namespace) -> int:
    from nextrep.app import report_command

    # The password comes first, so that nothing is made that could not be locked.
    password = report_command.password(options)
    with _profile(options, make=False, exclusive=False) as store:
        made = report_command.make(store, options)
    report_command.write(made, Path(options.file), password)
    try:
        with _profile(options, make=False, exclusive=True) as store:
            report_command.record(store, made, Path(options.file), protected=password is not None)
    except KnownError as error:
        print(tr("This is not on the list of what was shared: {why}", why=error))
    return 0


def _companion(options: argparse.Namespace) -> int:
    from nextrep.app import companion_commands

    with _profile(options, make=False, exclusive=False) as store:
        choice = companion_commands.write_companion(store, options)
    try:
        with _profile(options, make=False, exclusive=True) as store:
            companion_commands.record(store, choice, options)
    except KnownError as error:
        print(tr("This is not on the list of what was shared: {why}", why=error))
    return 0


def _sheet(options: argparse.Namespace) -> int:
    from nextrep.reports.log_sheet.sheet import Paper
    from nextrep.services import log_sheet
    from nextrep.services.files import save_file

    today = clock.now().date()
    with _profile(options, make=False, exclusive=False) as store:
        offer = log_sheet.offer(store, today)
        first = options.week or (offer.weeks[offer.now].first_week if offer.weeks else 1)
        last = options.last or first
        if last < first:
            raise UserError(tr("The weeks end before they begin."), field="weeks")
        choice = log_sheet.SheetChoice(
            first, last, with_loads=options.weights, with_dates=not options.no_dates
        )
        sheet = log_sheet.content(store, choice, today)
    save_file(Path(options.file), log_sheet.render(sheet, paper=Paper[options.paper.upper()]))
    sessions = tr_n("{n} session", "{n} sessions", sum(bool(one.exercises) for one in sheet.sessions))
    weeks = str(first) if last == first else tr("{first}–{last}", first=first, last=last)
    print(tr("Log sheet written: week {weeks}, {sessions}.", weeks=weeks, sessions=sessions))
    return 0


def _program(options: argparse.Namespace) -> int:
    from nextrep.app import program_commands

    if options.action == "export":
        with _profile(options, make=False, exclusive=False) as store:
            return program_commands.export_program(store, options)
    # The file is read first, so that a profile is not made for a file that cannot be taken.
    found = program_commands.read_program(Path(options.file))
    with _profile(options, make=True, exclusive=True) as store:
        return program_commands.open_program(store, found, options)


def _calendar(options: argparse.Namespace) -> int:
    from nextrep.app import program_commands

    with _profile(options, make=False, exclusive=False) as store:
        return program_commands.export_calendar(store, options)


def _demo(options: argparse.Namespace) -> int:
    from nextrep.services import demo

    with _profile(options, make=True, exclusive=True) as store:
        sessions = demo.fill(store, options.weeks, options.seed, clock.now()).value
    print(tr("Invented data: {n} sessions. The profile says so on every screen and paper.", n=sessions))
    return 0


def _backup(options: argparse.Namespace) -> int:
    from nextrep.app import backup_commands

    with _profile(options, make=False, exclusive=False) as store:
        return backup_commands.back_up(store, options.out)


def _restore(options: argparse.Namespace) -> int:
    from nextrep.app import backup_commands

    return backup_commands.restore(profile_folder(options.profile), options)


def _check(options: argparse.Namespace) -> int:
    with _profile(options, make=False, exclusive=False) as store:
        problems = upkeep.check(store)
    if not problems:
        print(tr("The profile is whole."))
        return 0
    print(
        tr("nextrep: the profile is damaged. Keep a copy of its folder before anything else."),
        file=sys.stderr,
    )
    for problem in problems[:SKIPPED_SHOWN]:
        print(f"  {problem}", file=sys.stderr)
    return 1


def _screens(options: argparse.Namespace) -> int:
    from nextrep.app.screens import draw_screens

    folder = profile_folder(options.profile)
    files = draw_screens(
        folder,
        Path(options.folder),
        key=unlocking.key_of(folder, options),
        theme=options.theme,
        size=options.size,
        text_scale=options.text_scale,
    )
    for file in files:
        print(file)
    return 0
