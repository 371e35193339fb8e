"""A training log from another program, read but not yet kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from nextrep.domain.training import Effort, SetKind
from nextrep.domain.units import Load, Unit


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that was not taken. `line` is the line in the file, from 1 (the header)."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ImportedSet:
    """One set of a file.

    Attributes:
        exercise: the name exactly as written in the file.
        block: counts up each time the exercise changes or starts again within its session, from 0.
        line: line in the file where its row starts, from 1.
    """

    exercise: str
    block: int
    line: int
    kind: SetKind = SetKind.WORKING
    load: Load | None = None
    reps: int | None = None
    seconds: int | None = None
    distance_m: int | None = None
    effort: Effort | None = None
    note: str = ""
    exercise_note: str = ""


@dataclass(frozen=True, slots=True)
class ImportedSession:
    """One session of a file.

    Attributes:
        started: local wall time without zone, as in the file; midnight where the file has only a date.
        has_time: False where the file has only a date.
        duration_s: seconds, None when unknown or implausible (over 12 hours: a forgotten timer).
    """

    title: str
    started: datetime
    sets: tuple[ImportedSet, ...]
    has_time: bool = True
    duration_s: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ImportedLog:
    """Everything a file holds.

    Attributes:
        format: "strong", "hevy" or "fitnotes".
        unit: the unit of the loads; unit_source: "file" (the file says so), "guess" (seen in the
            numbers), "asked" (the caller gave it) or "default".
        rows: data rows in the file, blank lines not counted. Every row is in exactly one of
            sessions' sets and skipped.
        unknown_columns: headers that were not understood and are left out.
        repeats: sets of sessions that are in the file twice, row for row.
        sessions_in_file, exercises_in_file: distinct start and title, and distinct names as written,
            over all readable rows, those that were not taken included.
    """

    format: str
    unit: Unit
    unit_source: str
    sessions: tuple[ImportedSession, ...]
    skipped: tuple[SkippedRow, ...] = ()
    rows: int = 0
    unknown_columns: tuple[str, ...] = ()
    repeats: int = 0
    warnings: tuple[str, ...] = field(default_factory=tuple)
    sessions_in_file: int = 0
    exercises_in_file: int = 0

    def sets(self) -> Iterator[ImportedSet]:
        """Yield every set, session by session."""
        for session in self.sessions:
            yield from session.sets

    @property
    def exercise_names(self) -> tuple[str, ...]:
        """Distinct exercise names as written, in order of appearance."""
        return tuple(dict.fromkeys(one.exercise for one in self.sets()))

    @property
    def warmups(self) -> int:
        """Number of warm-up sets."""
        return sum(one.kind is SetKind.WARMUP for one in self.sets())
