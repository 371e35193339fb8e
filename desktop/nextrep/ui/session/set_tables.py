"""A table of sets for each exercise of the session that is shown."""

from __future__ import annotations

from nextrep.services.session import BlockView, SessionView
from nextrep.ui.session.habits import Habits
from nextrep.ui.session.set_table import SetTable


class SetTables:
    """Keeps what was typed in an exercise while another one is shown, and while the session is read anew."""

    def __init__(self) -> None:
        self._tables: dict[int, SetTable] = {}

    def __contains__(self, block: int) -> bool:
        return block in self._tables

    def __getitem__(self, block: int) -> SetTable:
        return self._tables[block]

    def get(self, block: int) -> SetTable | None:
        """Return the table of an exercise, None where there is none of that number."""
        return self._tables.get(block)

    def clear(self) -> None:
        """Forget all of them, and what was typed in them."""
        self._tables.clear()

    def take(self, view: SessionView, habits: Habits) -> None:
        """Have a table for each exercise; one that is still the same keeps what was typed."""
        self._tables = {block.block: self._table_of(block, habits) for block in view.blocks}

    def _table_of(self, block: BlockView, habits: Habits) -> SetTable:
        known, unit = self._tables.get(block.block), block.unit or habits.unit
        wanted = (block.exercise, unit, habits.scale, habits.loads)
        if known is not None and (_made_for(known) == wanted or known.rows.unsaved):
            # What is not written yet stays as it was typed.
            if known.block != block:
                known.merge(block)
            return known
        table = SetTable(block, unit, habits.scale, habits.loads)
        if known is not None and known.block.exercise_id == block.exercise_id:
            table.take_over(known)
        return table


def _made_for(table: SetTable) -> tuple[object, ...]:
    """Return what a table was made for; for something else there must be another one."""
    sheet = table.sheet
    return (sheet.block.exercise, sheet.unit, sheet.scale, sheet.loads)
