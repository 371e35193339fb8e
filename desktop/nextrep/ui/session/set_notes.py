"""Notes on sets: asked for about a row, kept with its set, whatever is done meanwhile."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from nextrep.ui.session.conductor import Conductor
from nextrep.ui.session.rows import Row
from nextrep.ui.session.set_saver import SetSaver
from nextrep.ui.session.set_table import SetTable
from nextrep.ui.session.train_page import TrainPage
from nextrep.ui.session.words import row_title


class SetNotes(QObject):
    """Between the line that a note is written in and the set that it is about."""

    def __init__(self, page: TrainPage, conductor: Conductor, saver: SetSaver) -> None:
        super().__init__(conductor)
        self._page = page
        self._conductor = conductor
        self._saver = saver
        self._noted: tuple[SetTable, Row, int] | None = None  # what the note is about, with its id once done
        page.exercise.note_line.kept.connect(self._on_kept)
        page.exercise.note_line.left.connect(page.exercise.grid.focus_current)
        saver.logged.connect(self._on_logged)

    def ask(self, table: SetTable, row: int) -> None:
        """Let the person write a note on a set."""
        one = table.rows[row]
        self._noted = table, one, one.entry.id if one.entry is not None else 0
        self._page.exercise.note_line.ask(row_title(table.sheet, row), one.words)

    def _on_logged(self, row: Row, set_id: int) -> None:
        if self._noted is not None and self._noted[1] is row:
            self._noted = *self._noted[:2], set_id

    def _on_kept(self, words: str) -> None:
        """Keep the words with the set that they were asked for, wherever its row is by now."""
        if self._noted is None:
            return
        table, noted, set_id = self._noted
        row = table.rows.row_of(set_id) if set_id else None
        if row is None and noted in table.rows:
            row = table.rows.index(noted)
        if row is None or table is not self._conductor.table:
            return
        entry = table.rows[row].entry
        if entry is None:
            table.rows[row].note = words
            self._page.exercise.grid.sync()
        elif words != entry.draft.note and not self._saver.change(entry, replace(entry.draft, note=words)):
            self._page.exercise.note_line.ask(row_title(table.sheet, row), words)  # nobody writes it twice
            return
        self._page.exercise.grid.go_to(row)
