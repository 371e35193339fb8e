"""The companion of a report as tidy CSV (clinical.md 3.2): one value of a measure a row, and their meanings.

Columns: date, time, measure, value, unit, source, note. Dates and times are ISO 8601, times local to where
they were recorded, decimals have a point, the separator is a comma, lines end with CR LF (RFC 4180). What was
not filled in has no row. All figures of page 1 of the report can be worked out from the rows; a test does so.

The file begins with a byte order mark: without one, spreadsheets take UTF-8 for an old code page and spoil
every letter that is not English. Programs know the mark ("utf-8-sig" in Python; pandas by itself).

Words that a spreadsheet would take for a formula, those that begin with = + - @ or a control sign, get an
apostrophe before them. Figures are written here and begin with a digit, or with a minus before one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from nextrep.domain.companion import Companion, Step, no_step
from nextrep.domain.events import event_words
from nextrep.exchange.tidy_measures import meaning
from nextrep.exchange.tidy_rows import (
    Row,
    answer_rows,
    figure,
    night_rows,
    row,
    session_rows,
)

HEADER = ("date", "time", "measure", "value", "unit", "source", "note")
DICTIONARY_HEADER = ("measure", "unit", "lowest", "highest", "better", "meaning")
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")


def table(companion: Companion, step: Step = no_step) -> bytes:
    """Return all rows, in the order of time within each part; `step` is called for each."""
    return _written(HEADER, (_guarded(one) for one in _counted(companion, step)))


def dictionary(companion: Companion, step: Step = no_step) -> bytes:
    """Return what each measure of the table means, only those that are in it; `step` as for the table."""
    there = dict.fromkeys(one.measure for one in _counted(companion, step))
    return _written(DICTIONARY_HEADER, ((name, *meaning(name)) for name in there))


def _counted(companion: Companion, step: Step) -> Iterator[Row]:
    for one in rows(companion):
        step()
        yield one


def rows(companion: Companion) -> Iterator[Row]:
    """Return the rows before they are written."""
    yield from _about(companion)
    yield from answer_rows(companion.answered)
    yield from _daily(companion)
    for night in companion.nights:
        yield from night_rows(night)
    for session in companion.sessions:
        yield from session_rows(session)
    yield from _plan(companion)
    yield from _strength(companion)
    yield from _words(companion)


def _about(companion: Companion) -> Iterator[Row]:
    first, last = date.fromordinal(companion.first), date.fromordinal(companion.last)
    yield row(companion.first, "period_first_day", first.isoformat(), "", "report")
    yield row(companion.last, "period_last_day", last.isoformat(), "", "report")
    yield row(companion.last, "program_version", companion.app_version, "", "NextRep")
    if companion.invented:
        yield row(companion.last, "invented_data", "1", "", "NextRep")
    for question in companion.questions:
        yield row(companion.last, "to_talk_about", "", "", "self-report", note=question)


def _daily(companion: Companion) -> Iterator[Row]:
    for day in companion.logged:
        yield row(day, "checkin_logged", "1", "day", "self-report")
    for day in companion.paused:
        yield row(day, "tracking_paused", "1", "day", "self-report")
    for series in companion.ratings:
        for day, value in series.points:
            yield row(day, f"rating_{series.key}", figure(value), "0-10", "self-report")
    for day, grams in companion.weights:
        yield row(day, "body_weight", figure(grams / 1000), "kg", "self-report")


def _plan(companion: Companion) -> Iterator[Row]:
    for planned in companion.planned:
        yield row(planned.day, "session_planned", "1", "session", "plan", note=planned.title)
        if planned.done:
            yield row(planned.day, "session_planned_done", "1", "session", "plan", note=planned.title)
    if companion.phase is not None:
        week, phase = companion.phase
        yield row(companion.last, "plan_week", figure(week), "week", "plan", note=phase)
    for planned in companion.upcoming:
        yield row(planned.day, "session_upcoming", "1", "session", "plan", note=planned.title)


def _strength(companion: Companion) -> Iterator[Row]:
    for line in companion.strength:
        for day, value in line.points:
            yield row(day, str(line.measure), figure(value), line.unit, "training log", note=line.exercise)


def _words(companion: Companion) -> Iterator[Row]:
    for event in companion.events:
        last = "" if event.last is None else date.fromordinal(event.last).isoformat()
        yield row(event.first, "event_last_day", last, "", "self-report", note=event_words(event))
    for entry in companion.entries:
        at = entry.written_at.strftime("%H:%M:%S")
        yield row(entry.day, "journal_entry", "", "", "self-report", time=at, note=entry.text)


def _guarded(one: Row) -> Row:
    """Guard the words; figures, days and measures are written by the program."""
    return one._replace(note=guarded(one.note))


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, without signs that CSV cannot hold."""
    kept = "".join(sign for sign in text if sign in "\t\n\r" or sign >= " ")
    return f"'{kept}" if kept.lstrip(" ").startswith(_RISKY) else kept


def _written(header: tuple[str, ...], lines: Iterable[Iterable[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(lines)
    return out.getvalue().encode("utf-8-sig", "replace")


__all__ = ["DICTIONARY_HEADER", "HEADER", "Row", "dictionary", "guarded", "rows", "table"]
