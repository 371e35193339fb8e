"""The seconds of a set that was timed, for the row that was current when the timer was started."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nextrep.ui.session.columns import Column
from nextrep.ui.session.conductor import Conductor
from nextrep.ui.session.rows import Row
from nextrep.ui.session.set_table import SetTable
from nextrep.ui.session.train_page import TrainPage


class SetTiming(QObject):
    """Between the timer and the sets."""

    def __init__(self, page: TrainPage, conductor: Conductor) -> None:
        super().__init__(conductor)
        self._page = page
        self._conductor = conductor
        self._timed: tuple[SetTable, Row] | None = None  # what is being timed
        page.timer.began.connect(self._on_began)
        page.timer.stopped.connect(self._on_stopped)

    def _on_began(self) -> None:
        table = self._conductor.table
        if table is not None:
            self._timed = table, table.rows[self._page.exercise.grid.current]

    def _on_stopped(self, sides: list[int]) -> None:
        """Take what the timer measured for the row that was current when it was started.

        Of two sides the shorter one counts, as with reps.
        """
        if self._timed is None:
            return
        (table, row), self._timed = self._timed, None
        if row not in table.rows or Column.SECONDS not in table.sheet.columns:
            return
        place = table.rows.index(row)
        table.set_text(place, Column.SECONDS, str(min(sides)))
        if table is self._conductor.table:
            self._page.exercise.grid.go_to(place, Column.SECONDS)
