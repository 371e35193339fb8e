"""Gathers rows into sessions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from nextrep.domain.imports import ImportedSession, ImportedSet
from nextrep.domain.training import SetKind
from nextrep.exchange.marks import Mark
from nextrep.exchange.measures import Measure

MAX_DURATION_S = 12 * 3600
"""A longer session is a timer that nobody stopped."""

_TITLE_CATEGORIES = 3


@dataclass(slots=True)
class SessionBuilder:
    """One session while its rows come in, which need not be next to each other.

    Attributes:
        categories: what the session was about, for a title where the file has none.
        too_long: the file's duration was over MAX_DURATION_S or negative and is left out.
    """

    title: str
    started: datetime
    has_time: bool
    duration_s: int | None = None
    too_long: bool = False
    categories: dict[str, None] = field(default_factory=dict)
    _notes: dict[str, None] = field(default_factory=dict)
    _sets: list[ImportedSet] = field(default_factory=list)
    _exercise: str | None = None
    _order: int | None = None
    _block: int = 0
    _warmups_from: int | None = None
    _waiting_notes: dict[str, str] = field(default_factory=dict)

    def add(
        self, exercise: str, line: int, mark: Mark, measure: Measure, note: str, exercise_note: str
    ) -> None:
        """Add one set."""
        if self._waiting_notes:
            exercise_note = _joined(self._waiting_notes.pop(exercise, ""), exercise_note)
        self._sets.append(
            ImportedSet(
                exercise,
                self._block_of(exercise, mark),
                line,
                mark.kind,
                measure.load,
                measure.reps,
                measure.seconds,
                measure.distance_m,
                measure.effort,
                note,
                exercise_note,
            )
        )

    def _block_of(self, exercise: str, mark: Mark) -> int:
        """Return the block of the next set: a new one when the exercise changes or starts over.

        Warm-ups carry a letter instead of a number, so whether they open a repetition of the exercise
        shows only at the number after them; then they move to the new block.
        """
        if exercise != self._exercise:
            self._block += self._exercise is not None
            self._exercise, self._order, self._warmups_from = exercise, mark.order, None
            if mark.order is None and mark.kind is SetKind.WARMUP:
                self._warmups_from = len(self._sets)
        elif mark.order is None:
            if mark.kind is not SetKind.WARMUP:
                self._warmups_from = None
            elif self._warmups_from is None:
                self._warmups_from = len(self._sets)
        else:
            if self._order is not None and mark.order <= self._order:
                self._block += 1
                if self._warmups_from is not None:
                    moved = [replace(one, block=self._block) for one in self._sets[self._warmups_from :]]
                    self._sets[self._warmups_from :] = moved
            self._order, self._warmups_from = mark.order, None
        return self._block

    def add_note(self, note: str) -> None:
        """Add a note about the whole session; files repeat it on many rows."""
        self._notes[note] = None

    def add_exercise_note(self, exercise: str, note: str) -> None:
        """Add a note from a row that is no set, to the exercise's last set or, before any, to its next."""
        for position in range(len(self._sets) - 1, -1, -1):
            one = self._sets[position]
            if one.exercise == exercise:
                self._sets[position] = replace(one, exercise_note=_joined(one.exercise_note, note))
                return
        self._waiting_notes[exercise] = _joined(self._waiting_notes.get(exercise, ""), note)

    def set_duration(self, seconds: int | None) -> None:
        """Keep a duration in seconds if it is plausible; the first one that is known counts."""
        if seconds is None or self.duration_s is not None:
            return
        if 0 <= seconds <= MAX_DURATION_S:
            self.duration_s = seconds
        else:
            self.too_long = True

    def finish(self, fallback_title: str) -> ImportedSession:
        """Return the session; its title is the file's, or its first categories, or `fallback_title`."""
        title = self.title or ", ".join(list(self.categories)[:_TITLE_CATEGORIES]) or fallback_title
        return ImportedSession(
            title,
            self.started,
            tuple(self._sets),
            self.has_time,
            self.duration_s,
            "\n".join(self._notes),
        )


def _joined(first: str, second: str) -> str:
    return f"{first}\n{second}" if first and second else first or second
