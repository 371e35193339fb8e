"""From the rows of a table to a log: the part that is the same for every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from nextrep.domain.errors import Cancelled
from nextrep.domain.imports import ImportedLog, SkippedRow
from nextrep.domain.text import tr, tr_n
from nextrep.domain.units import Unit
from nextrep.exchange.builder import SessionBuilder
from nextrep.exchange.columns import SECONDS, Layout, Names
from nextrep.exchange.dates import DateReader
from nextrep.exchange.durations import parse_duration
from nextrep.exchange.marks import MarkReader
from nextrep.exchange.measures import MeasureReader
from nextrep.exchange.repeats import count_repeats
from nextrep.exchange.table import Table
from nextrep.exchange.units import choose_unit

_TICK = 2000
_ASSISTED = "(assisted)"


@dataclass(frozen=True, slots=True)
class Format:
    """One program's layout.

    Attributes:
        name: as in ImportedLog.format.
        title: the program's name, also the title of sessions that have none.
        names: our fields and what their columns are called.
        required: fields without which a file is not of this format.
        escaped_lines: notes hold line ends as a backslash and an n.
    """

    name: str
    title: str
    names: Names
    required: tuple[str, ...]
    escaped_lines: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """What the caller of an import wants, and how to tell it how far the reading is."""

    unit: Unit | None
    default_unit: Unit
    progress: Callable[[int, int], None] | None = None
    cancelled: Callable[[], bool] | None = None

    def tick(self, done: int, total: int) -> None:
        """Report progress.

        Raises:
            Cancelled: the caller wants to stop.
        """
        if self.cancelled is not None and self.cancelled():
            raise Cancelled
        if self.progress is not None:
            self.progress(done, total)


def read_rows(table: Table, layout: Layout, form: Format, request: Request) -> ImportedLog:
    """Read every row of a table.

    Raises:
        Cancelled: the caller stopped it.
    """
    choice = choose_unit(table, layout, request.unit, request.default_unit)
    reading = _Reading(table, layout, form, MeasureReader(layout, choice.unit))
    total = len(table.rows)
    for number, (line, cells) in enumerate(zip(table.lines, table.rows, strict=True)):
        if not number % _TICK:
            request.tick(number, total)
        reason = reading.take(line, cells)
        if reason:
            reading.skipped.append(SkippedRow(line, reason))
    request.tick(total, total)
    sessions = tuple(
        sorted(
            (finished for builder in reading.sessions() if (finished := builder.finish(form.title)).sets),
            key=lambda session: session.started,
        )
    )
    units = Counter(one.load.unit for session in sessions for one in session.sets if one.load is not None)
    unit_warnings = [choice.warning] if choice.warning and units else []
    return ImportedLog(
        format=form.name,
        unit=units.most_common(1)[0][0] if units else choice.unit,
        unit_source=choice.source,
        sessions=sessions,
        skipped=tuple(sorted(reading.skipped, key=lambda row: row.line)),
        rows=total + len(table.bad),
        unknown_columns=tuple(_left_out(table, layout)),
        repeats=count_repeats(form.name, sessions),
        warnings=(*table.warnings, *unit_warnings, *reading.warnings()),
        sessions_in_file=sum(1 for _ in reading.sessions()),
        exercises_in_file=len(reading.exercises),
    )


class _Reading:
    """One pass over the rows of a table."""

    def __init__(self, table: Table, layout: Layout, form: Format, measures: MeasureReader) -> None:
        self.skipped = list(table.bad)
        self.exercises: dict[str, bool] = {}  # name to whether its load is help
        self._measures = measures
        self._marks = MarkReader(layout)
        self._escaped_lines = form.escaped_lines
        self._start = layout.at("start")
        self._dates = DateReader({cells[self._start] for cells in table.rows})
        self._key = layout.cells("start", "title")
        self._by_key: dict[tuple[str, ...], SessionBuilder | None] = {}
        self._by_start: dict[tuple[datetime, str], SessionBuilder] = {}
        self._end = layout.at("end")
        self._duration = layout.at("duration")
        self._seconds_per_unit = SECONDS.get(layout.unit.get("duration", ""), 1)
        self._exercise = layout.at("exercise")
        self._note = layout.at("note")
        self._exercise_note = layout.at("exercise_note")
        self._session_note = layout.at("session_note")
        self._category = layout.at("category")
        self._unsure: dict[str, None] = {}

    def sessions(self) -> Iterable[SessionBuilder]:
        """Return the sessions so far, those without a set included."""
        return self._by_start.values()

    def take(self, line: int, cells: list[str]) -> str:
        """Take one row as a set; return why it is none, or "" when it is one."""
        session = self._session(cells)
        if session is None:
            return self._bad_date(cells[self._start])
        exercise = cells[self._exercise]
        assisted = self.exercises.get(exercise)
        if assisted is None:
            if not exercise.strip():
                return tr("There is no exercise name in this row.")
            assisted = self.exercises[exercise] = _ASSISTED in exercise.casefold()
        if cells[self._session_note]:
            session.add_note(self._text(cells[self._session_note]))
        if cells[self._category]:
            session.categories[cells[self._category].strip()] = None
        exercise_note = self._text(cells[self._exercise_note])
        mark = self._marks.read(cells)
        measure = self._measures.read(cells, assisted=assisted)
        reason = mark.skip
        if not reason and mark.is_word and (isinstance(measure, str) or not measure.reps):
            reason = tr("“{word}” is not a set.", word=mark.unsure)
        if not reason and isinstance(measure, str):
            reason = measure
        if reason or isinstance(measure, str):
            if exercise_note:
                session.add_exercise_note(exercise, exercise_note)
            return reason
        if mark.unsure:
            self._unsure[mark.unsure] = None
        session.add(exercise, line, mark, measure, self._text(cells[self._note]), exercise_note)
        return ""

    def _session(self, cells: list[str]) -> SessionBuilder | None:
        key = self._key(cells)
        try:
            return self._by_key[key]
        except KeyError:
            session = self._by_key[key] = self._open(cells, *key)
            return session

    def _open(self, cells: list[str], start: str, title: str) -> SessionBuilder | None:
        when = self._dates.read(start)
        if when is None:
            return None
        started, has_time = when
        title = title.strip()
        session = self._by_start.setdefault((started, title), SessionBuilder(title, started, has_time))
        session.set_duration(self._length(cells, started))
        return session

    def _length(self, cells: list[str], started: datetime) -> int | None:
        seconds = parse_duration(cells[self._duration], self._seconds_per_unit)
        if seconds is None and cells[self._end]:
            end = self._dates.read(cells[self._end])
            if end is not None and end[1]:
                seconds = int((end[0] - started).total_seconds())
        return seconds

    def _text(self, note: str) -> str:
        if not note:
            return note
        return (note.replace("\\n", "\n") if self._escaped_lines else note).strip()

    @staticmethod
    def _bad_date(text: str) -> str:
        if not text.strip():
            return tr("There is no date in this row.")
        return tr("“{text}” is not a date that NextRep can read.", text=text.strip()[:40])

    def warnings(self) -> Iterator[str]:
        """Yield what was taken in a way that the person should know about."""
        if self._dates.doubtful:
            yield tr("Dates such as “{example}” were read with the day first.", example=self._dates.doubtful)
        too_long = sum(session.too_long for session in self.sessions())
        if too_long:
            yield tr_n(
                "{n} session has a length that cannot be right, such as a timer left running. "
                "The session is kept without it.",
                "{n} sessions have a length that cannot be right, such as a timer left running. "
                "The sessions are kept without it.",
                too_long,
            )
        if self._measures.guessed_distances:
            yield tr("The file does not say the unit of its distances. They follow the unit of the weights.")
        if self._measures.bad_efforts:
            yield tr("Some effort values are not from 0 to 10. Their sets are kept without them.")
        if self._unsure:
            words = ", ".join(f"“{word}”" for word in self._unsure)
            yield tr("Set types that NextRep does not know were taken as working sets: {words}.", words=words)


def _left_out(table: Table, layout: Layout) -> Iterator[str]:
    """Yield the headers of columns that hold something and have no place in NextRep."""
    for column in layout.unknown:
        if any(cells[column].strip() for cells in table.rows):
            yield table.header[column].strip()
