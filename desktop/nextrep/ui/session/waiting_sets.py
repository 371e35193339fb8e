"""Sets that could not be written: they wait in the order of doing, as they were done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.domain.training import SetDraft
from nextrep.ui.session.rows import Row
from nextrep.ui.session.set_table import SetTable
from nextrep.ui.session.unsaved_band import UnsavedBand
from nextrep.ui.session.words import row_title


@dataclass(slots=True, eq=False)
class WaitingSet:
    """A set that is to be written.

    Attributes:
        at: when it was done, aware.
        draft: the set as it was done.
    """

    table: SetTable
    row: Row
    at: datetime
    draft: SetDraft
    error: KnownError

    @property
    def place(self) -> int | None:
        """Where its row stands, None where it is gone."""
        return self.table.rows.index(self.row) if self.row in self.table.rows else None


class WaitingSets:
    """Keeps what waits, and has the band say so."""

    def __init__(self, band: UnsavedBand) -> None:
        self._band = band
        self._sets: list[WaitingSet] = []

    def __iter__(self) -> Iterator[WaitingSet]:
        """Go through those that wait now; they may be taken out meanwhile."""
        return iter(tuple(self._sets))

    def __bool__(self) -> bool:
        return bool(self._sets)

    def find(self, row: Row) -> WaitingSet | None:
        """Return what waits in a row."""
        return next((one for one in self._sets if one.row is row), None)

    def add(self, table: SetTable, row: Row, draft: SetDraft, at: datetime, error: KnownError) -> None:
        """Let a set wait, for the first time or again."""
        table.sheet.hold(row, draft)
        known = self.find(row)
        if known is None:
            self._sets.append(WaitingSet(table, row, at, draft, error))
        else:
            known.draft, known.error = draft, error
        self._say()

    def take_out(self, row: Row) -> None:
        """Forget a row: it is on the disk, or no longer wanted."""
        row.unsaved = False
        known = self.find(row)
        if known is not None:
            self._sets.remove(known)
            self._say()

    def clear(self) -> None:
        """Forget all of them."""
        for one in self:
            self.take_out(one.row)

    def title(self) -> str:
        """Return what the first of them is called, "" where none waits."""
        for one in self:
            if (place := one.place) is not None:
                exercise = one.table.block.exercise.name
                return tr("{set} of {exercise}", set=row_title(one.table.sheet, place), exercise=exercise)
        return ""

    def _say(self) -> None:
        title = self.title()
        if title:
            self._band.say(title, self._sets[0].error, more=len(self._sets) - 1)
        else:
            self._band.clear()
