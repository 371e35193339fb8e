"""Which sessions of a block share a table: those of one kind, over a few weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import TypeVar

from nextrep.reports.log_sheet.content import SheetExercise, SheetSession

WEEKS_A_PAGE = 4
MOST_COLUMNS = 5
"""With more, a box has no room for a load and its reps."""
_ALIKE = 0.5
"""Share of the exercises of the smaller session that two sessions of one table have in common."""

T = TypeVar("T")
Key = tuple[str, int]
"""An exercise, and which time it comes in its session (from 0)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One exercise over the columns of a table; None where a session does without it."""

    cells: tuple[SheetExercise | None, ...]

    @property
    def asked_for(self) -> list[SheetExercise]:
        """The cells that have something in them; there is always one."""
        return [cell for cell in self.cells if cell is not None]


@dataclass(frozen=True, slots=True)
class Table:
    """Sessions of one kind: a column for each, a row for each exercise."""

    title: str
    columns: tuple[SheetSession, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A few weeks of one phase with their tables."""

    phase: str
    first_week: int
    last_week: int
    tables: tuple[Table, ...]


def spans(sessions: Sequence[SheetSession]) -> tuple[Span, ...]:
    """Cut sessions with exercises into spans of up to 5 weeks of one phase, and these into tables."""
    found = []
    trains = [session for session in sessions if session.exercises]
    for phase, some in groupby(trains, key=lambda session: session.phase):
        of_phase = list(some)
        for weeks in _shared(sorted({session.week for session in of_phase})):
            inside = [session for session in of_phase if session.week in weeks]
            found.append(Span(phase, weeks[0], weeks[-1], tuple(_tables(inside))))
    return tuple(found)


def _shared(weeks: list[int]) -> list[list[int]]:
    """Share weeks among pages as evenly as can be; five still go on one."""
    pages = 1 if len(weeks) == MOST_COLUMNS else ceil(len(weeks) / WEEKS_A_PAGE)
    return _cut(weeks, pages)


def _cut(things: list[T], parts: int) -> list[list[T]]:
    """Cut a list into parts of nearly the same length."""
    each, more = divmod(len(things), max(parts, 1))
    cut: list[list[T]] = []
    start = 0
    for index in range(parts):
        end = start + each + (index < more)
        cut.append(things[start:end])
        start = end
    return cut


def _tables(sessions: Sequence[SheetSession]) -> list[Table]:
    kinds: list[list[SheetSession]] = []
    for session in sessions:
        kind = next((kind for kind in kinds if _alike(kind[0], session)), None)
        if kind is None:
            kinds.append([session])
        else:
            kind.append(session)
    return [_table(part) for kind in kinds for part in _cut(kind, ceil(len(kind) / MOST_COLUMNS))]


def _alike(one: SheetSession, other: SheetSession) -> bool:
    """Whether two sessions go by the same name and are mostly the same."""
    keys, more = {e.key for e in one.exercises}, {e.key for e in other.exercises}
    return one.title == other.title and len(keys & more) >= _ALIKE * min(len(keys), len(more))


def _table(columns: Sequence[SheetSession]) -> Table:
    cells = [_by_key(session) for session in columns]
    order: list[Key] = []
    for of_column in cells:
        before = -1
        for key in of_column:
            if key in order:
                before = order.index(key)
            else:
                before += 1
                order.insert(before, key)  # what is new stands after what it follows in its own session
    rows = tuple(Row(tuple(of_column.get(key) for of_column in cells)) for key in order)
    return Table(columns[0].title, tuple(columns), rows)


def _by_key(session: SheetSession) -> dict[Key, SheetExercise]:
    found: dict[Key, SheetExercise] = {}
    for exercise in session.exercises:
        times = sum(key == exercise.key for key, _time in found)
        found[exercise.key, times] = exercise
    return found
