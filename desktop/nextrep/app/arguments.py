"""The command line: what can be asked for."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date

import nextrep
from nextrep.domain.report_sections import ReportSection
from nextrep.domain.text import tr
from nextrep.settings.table import LARGEST_TEXT, SMALLEST_TEXT

PROGRAM_FILE_END = ".nextrep"
LAST_WEEK = 999
"""A plan is 52 weeks at most when it is made, but weeks can be repeated and put in."""


def parsed(words: Sequence[str]) -> argparse.Namespace:
    """Return what is asked for; ends the program with 2 on wrong usage.

    Describing every command costs some milliseconds, which a start of the window without any does not wait
    for.
    """
    if program_file := _program_file(words):
        options = _of_window().parse_args(words[:-1])
        options.file = program_file
        return options
    window_alone = not words or (len(words) == 2 and words[0] == "--profile")
    return (_of_window() if window_alone else parser()).parse_args(words)


def _program_file(words: Sequence[str]) -> str | None:
    """Return the program file that the window is to open: what a desktop hands over is no command."""
    at = 0
    while at < len(words) and words[at].startswith("-"):
        at += 2 if words[at] in {"--profile", "--passphrase-file"} else 1
    alone = at == len(words) - 1 and words[at].lower().endswith(PROGRAM_FILE_END)
    return words[at] if alone else None


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; it ends the program with 2 on wrong usage."""
    root = _of_window()
    commands = root.add_subparsers(metavar=tr("COMMAND"))
    _import(commands)
    _export(commands)
    _report(commands)
    _companion(commands)
    _sheet(commands)
    _program(commands)
    _calendar(commands)
    _demo(commands)
    _screens(commands)
    _backup(commands)
    check = commands.add_parser("check", help=tr("check that the profile is whole"))
    check.set_defaults(command="check")
    for sub in commands.choices.values():
        # Also after the command; SUPPRESS keeps what was given before it.
        _of_every_command(sub)
    return root


def _of_every_command(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--profile", metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    sub.add_argument("--passphrase-file", metavar="FILE", default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def _of_window() -> argparse.ArgumentParser:
    """Return the parser of what the window takes."""
    root = argparse.ArgumentParser(
        prog="nextrep",
        description=tr(
            "Plan strength training, log it, keep a journal, see trends, print a report. Offline."
        ),
        epilog=tr("nextrep FILE.nextrep opens the window with the program in that file."),
    )
    root.add_argument("--version", action="version", version=f"NextRep {nextrep.__version__}")
    root.add_argument("--profile", metavar="DIR", help=tr("folder of the profile (made if missing)"))
    root.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help=tr("unlock the profile with the passphrase in this file, one line of UTF-8"),
    )
    root.add_argument(
        "--smoke",
        metavar="OUT",
        help=tr("prove this installation: use two invented profiles in the new folder OUT, and end"),
    )
    root.set_defaults(command="window", file=None)
    return root


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives its type no public name


def _import(commands: Commands[argparse.ArgumentParser]) -> None:
    sub = commands.add_parser("import", help=tr("bring in a log of Strong, Hevy or FitNotes"))
    sub.add_argument("file", metavar="FILE")
    sub.add_argument(
        "--unit", choices=("kg", "lb"), help=tr("unit of the weights where the file does not say")
    )
    sub.add_argument("--dry-run", action="store_true", help=tr("only say what would be done"))
    sub.add_argument("--json", action="store_true", help=tr("print one JSON object"))
    sub.add_argument(
        "--drop-repeats", action="store_true", help=tr("take a session that is in the file twice only once")
    )
    sub.set_defaults(command="import")


def _export(commands: Commands[argparse.ArgumentParser]) -> None:
    sub = commands.add_parser("export", help=tr("write every set to a file"))
    sub.add_argument("file", metavar="FILE")
    sub.add_argument("--format", choices=("csv", "json"), required=True)
    sub.set_defaults(command="export")


def _report(commands: Commands[argparse.ArgumentParser]) -> None:
    sub = commands.add_parser("report", help=tr("write the clinician's report as PDF"))
    sub.add_argument("file", metavar="OUT.pdf")
    _choice(sub)
    sub.add_argument("--paper", choices=("a4", "letter"), default="a4")
    sub.add_argument("--grey", action="store_true", help=tr("in shades of grey"))
    locked = tr("lock it with the password that stands in this file, one line of UTF-8")
    sub.add_argument("--password-file", metavar="FILE", help=locked)
    sub.set_defaults(command="report")


def _companion(commands: Commands[argparse.ArgumentParser]) -> None:
    sub = commands.add_parser(
        "companion", help=tr("write a report's data for programs: .json is FHIR, .csv a table, .zip both")
    )
    sub.add_argument("file", metavar="OUT.json|OUT.csv|OUT.zip")
    _choice(sub)
    sub.add_argument("--name", help=tr("name or initials; otherwise the name for reports in Settings"))
    sub.add_argument("--with-body-weight", action="store_true", help=tr("with body weights"))
    sub.set_defaults(command="companion")


def _choice(sub: argparse.ArgumentParser) -> None:
    """Add what a report and its companion let choose alike."""
    sub.add_argument("--from", dest="first", type=_date, metavar="DATE", help=tr("first day, YYYY-MM-DD"))
    sub.add_argument("--to", dest="last", type=_date, metavar="DATE", help=tr("last day, YYYY-MM-DD"))
    without = tr("leave out totals and answers of questionnaires")
    sub.add_argument("--without-questionnaires", action="store_true", help=without)
    names = ", ".join(ReportSection)
    sub.add_argument(
        "--include",
        type=_sections,
        metavar="NAMES",
        help=tr("what is in it, with commas between: {names}", names=names),
    )
    sub.add_argument(
        "--entries",
        type=_days,
        metavar="DATES",
        help=tr("days whose journal entries are in it, where they are marked for it"),
    )


def _sheet(commands: Commands[argparse.ArgumentParser]) -> None:
    sub = commands.add_parser("sheet", help=tr("write a log sheet to print and to write on as PDF"))
    sub.add_argument("file", metavar="OUT.pdf")
    sub.add_argument("--week", type=_week, metavar="N", help=tr("week of the plan; otherwise the next one"))
    sub.add_argument("--to", dest="last", type=_week, metavar="M", help=tr("last week of several"))
    sub.add_argument("--paper", choices=("a4", "letter"), default="a4")
    sub.add_argument(
        "--weights", action="store_true", help=tr("with the loads of the plan and the last time")
    )
    sub.add_argument("--no-dates", action="store_true", help=tr("without the planned days"))
    sub.set_defaults(command="sheet")


def _program(commands: Commands[argparse.ArgumentParser]) -> None:
    sub = commands.add_parser("program", help=tr("pass the program on as a file, or open one"))
    sub.set_defaults(command="program")
    actions = sub.add_subparsers(metavar=tr("ACTION"), required=True)
    write = actions.add_parser("export", help=tr("write the program to a file that can be passed on"))
    write.add_argument("file", metavar="FILE.nextrep")
    write.add_argument("--weights", action="store_true", help=tr("with your own weights"))
    write.add_argument("--no-notes", action="store_true", help=tr("without your notes"))
    write.add_argument("--no-times", action="store_true", help=tr("without times of day"))
    write.set_defaults(action="export")
    take = actions.add_parser("open", help=tr("follow a program from a file"))
    take.add_argument("file", metavar="FILE.nextrep")
    take.add_argument("--start", type=_date, metavar="DATE", help=tr("first day; otherwise today"))
    take.add_argument(
        "--on-that-day", action="store_true", help=tr("let the first session be on that very day")
    )
    take.add_argument(
        "--unknown", choices=("own", "out"), help=tr("keep unknown exercises as your own, or leave them out")
    )
    take.add_argument(
        "--overlap", choices=("take-over", "after"), help=tr("what becomes of the program you follow now")
    )
    take.set_defaults(action="open")
    for action in (write, take):
        _of_every_command(action)


def _calendar(commands: Commands[argparse.ArgumentParser]) -> None:
    sub = commands.add_parser("calendar", help=tr("write the plan for a calendar program"))
    sub.add_argument("file", metavar="FILE.ics")
    sub.add_argument("--names", action="store_true", help=tr("with the names of the sessions"))
    sub.add_argument("--exercises", action="store_true", help=tr("with the exercises"))
    sub.set_defaults(command="calendar")


def _demo(commands: Commands[argparse.ArgumentParser]) -> None:
    sub = commands.add_parser("demo", help=tr("fill an empty profile with invented data"))
    sub.add_argument("--weeks", type=int, required=True, metavar="N")
    sub.add_argument("--seed", type=int, default=1, metavar="S")
    sub.set_defaults(command="demo")


def _backup(commands: Commands[argparse.ArgumentParser]) -> None:
    make = commands.add_parser("backup", help=tr("write a backup of the whole record, in one file"))
    make.add_argument("out", metavar="OUT", nargs="?", help=tr("a file or a folder; otherwise the profile's"))
    make.set_defaults(command="backup")
    back = commands.add_parser("restore", help=tr("put a backup in the place of the record, which is kept"))
    back.add_argument("file", metavar="FILE")
    back.add_argument("--dry-run", action="store_true", help=tr("only say what is in it"))
    back.set_defaults(command="restore")


def _screens(commands: Commands[argparse.ArgumentParser]) -> None:
    sub = commands.add_parser("screens", help=tr("draw every screen to PNG files, without a display"))
    sub.add_argument("folder", metavar="OUTDIR")
    sub.add_argument("--theme", choices=("light", "dark"), default="light")
    sub.add_argument("--size", type=_size, default=(1280, 800), metavar="WxH")
    sub.add_argument("--text-scale", type=_scale, default=1.0, metavar="F")
    sub.set_defaults(command="screens")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(tr("“{text}” is not a date like 2026-11-22", text=text)) from None


def _sections(text: str) -> frozenset[ReportSection]:
    known = {str(section): section for section in ReportSection}
    words = [word.strip().lower() for word in text.split(",") if word.strip()]
    for word in words:
        if word not in known:
            said = tr("“{word}” is none of {names}", word=word, names=", ".join(known))
            raise argparse.ArgumentTypeError(said)
    if not words:
        raise argparse.ArgumentTypeError(tr("name at least one of {names}", names=", ".join(known)))
    return frozenset(known[word] for word in words)


def _days(text: str) -> tuple[date, ...]:
    return tuple(_date(word.strip()) for word in text.split(","))


def _week(text: str) -> int:
    if not (text.isdecimal() and 1 <= int(text) <= LAST_WEEK):
        raise argparse.ArgumentTypeError(tr("a week goes from 1 to {last}", last=LAST_WEEK))
    return int(text)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (
        width.isdigit() and height.isdigit() and 320 <= int(width) <= 8000 and 240 <= int(height) <= 8000
    ):
        raise argparse.ArgumentTypeError(tr("“{text}” is not a size like 1280x800", text=text))
    return int(width), int(height)


def _scale(text: str) -> float:
    low, high = SMALLEST_TEXT / 100, LARGEST_TEXT / 100
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not low <= scale <= high:
        raise argparse.ArgumentTypeError(tr("text scale goes from {low:g} to {high:g}", low=low, high=high))
    return scale
