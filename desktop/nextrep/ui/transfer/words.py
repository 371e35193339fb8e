"""What an import would do and what it did, in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from nextrep.domain.days import day_short
from nextrep.domain.imports import ImportedLog
from nextrep.domain.text import tr, tr_n
from nextrep.services.transfer import ImportReport, Preview


def counted(one: str, many: str, n: int) -> str:
    """Return a number with its noun, with separators: "1,903 sets"."""
    return tr(one if n == 1 else many, n=f"{n:,}")


def program_name(log_format: str) -> str:
    """Return the name of the program that a format comes from."""
    return {"strong": "Strong", "hevy": "Hevy", "fitnotes": "FitNotes"}.get(log_format, log_format)


def origin_text(path: Path, log: ImportedLog) -> str:
    """Return the file and the program it comes from."""
    return tr("{file}, a log of {program}", file=path.name, program=program_name(log.format))


def span_text(log: ImportedLog) -> str:
    """Return the first and the last day of a log."""
    days = [session.started.date() for session in log.sessions]
    first, last = min(days), max(days)
    return _day(first) if first == last else tr("{first} to {last}", first=_day(first), last=_day(last))


def _day(day: date) -> str:
    return f"{day_short(day.toordinal())} {day.year}"


def sets_text(preview: Preview) -> str:
    """Return how many sets and sessions the file holds, and how many warm-ups are among them."""
    log = preview.log
    total = preview.new_sets + preview.duplicates
    text = tr(
        "{sets} in {sessions}",
        sets=counted("{n} set", "{n} sets", total),
        sessions=counted("{n} session", "{n} sessions", len(log.sessions)),
    )
    if log.warmups:
        warmups = counted("{n} warm-up", "{n} warm-ups", log.warmups)
        text = tr("{sets}, {warmups} among them", sets=text, warmups=warmups)
    return text


def exercises_text(preview: Preview) -> str:
    """Return how many exercises are known, and which become the person's own."""
    known = counted("{n} known exercise", "{n} known exercises", len(preview.known))
    if not preview.unknown:
        return known
    own = tr_n("{n} becomes one of your own", "{n} become your own", len(preview.unknown))
    return tr("{known}; {own}: {names}", known=known, own=own, names=", ".join(preview.unknown))


def unit_text(log: ImportedLog) -> str:
    """Return the unit and where it comes from."""
    where = {
        "file": tr("{unit}, as the file says"),
        "guess": tr("{unit}, seen in the numbers; the file does not say"),
        "asked": tr("{unit}, as you chose"),
        "default": tr("{unit}, your own unit; the file does not say"),
    }[log.unit_source]
    return where.format(unit=log.unit)


def here_text(preview: Preview) -> str:
    """Say what is in the log already, "" where nothing is."""
    if not preview.duplicates:
        return ""
    if not preview.new_sets:
        return tr("Everything in this file is in your log already.")
    return tr(
        "{sets} of it are in your log already and are left as they are.",
        sets=counted("{n} set", "{n} sets", preview.duplicates),
    )


def take_text(n: int) -> str:
    """Name the button that keeps `n` sets."""
    return counted("Bring in {n} set", "Bring in {n} sets", n) if n else tr("Nothing new to bring in")


def repeats_text(log: ImportedLog, sessions: int) -> str:
    """Say how much of the file is there twice."""
    return tr(
        "{sessions} in this file twice, row for row ({sets}).",
        sessions=counted("{n} session is", "{n} sessions are", sessions),
        sets=counted("{n} set", "{n} sets", log.repeats),
    )


def done_lines(report: ImportReport) -> list[str]:
    """Say what was brought in."""
    lines = [
        tr(
            "{sets} of {exercises} from {program} are in your log now.",
            sets=counted("{n} set", "{n} sets", report.sets),
            exercises=counted("{n} exercise", "{n} exercises", report.exercises),
            program=program_name(report.format),
        )
    ]
    if report.duplicates:
        lines.append(
            tr(
                "{sets} were here already and were left as they are.",
                sets=counted("{n} set", "{n} sets", report.duplicates),
            )
        )
    if report.skipped:
        lines.append(counted("{n} row was not taken.", "{n} rows were not taken.", len(report.skipped)))
    return lines
