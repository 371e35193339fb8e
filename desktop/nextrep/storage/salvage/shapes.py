"""What the rows of each table look like on the disk, learned from a new profile of the same format."""

from __future__ import annotations

from dataclasses import dataclass

from playhouse.sqlcipher_ext import SqlCipherDatabase

from nextrep.storage.salvage.btree import Cell, Value

Named = dict[str, Value]
"""A row by the names of its columns; a column that is not in it has its default."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: whether it holds whole numbers rather than text, and whether it may be empty."""

    name: str
    of_numbers: bool
    may_be_empty: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """A table.

    Attributes:
        columns: in the order in which a row holds them.
        number: the column that is the row's own number, "" where rows have none.
        has_rowid: whether rows lie in a tree of a table rather than in one of an index.
    """

    table: str
    columns: tuple[Column, ...]
    number: str
    has_rowid: bool

    def named(self, cell: Cell) -> Named | None:
        """Return a stored row with its names, None if it is none of this table.

        Rows older than a column lack it, at their end.
        """
        if len(cell.values) > len(self.columns) or (cell.rowid is None) is self.has_rowid:
            return None
        row: Named = {}
        for column, value in zip(self.columns, cell.values, strict=False):
            if column.name == self.number:
                row[column.name] = cell.rowid
            elif not _fits(column, value):
                return None
            else:
                row[column.name] = value
        return row if row and (not self.number or self.number in row) else None


def shapes(database: SqlCipherDatabase, names: list[str]) -> list[Shape]:
    """Return the shapes of tables, those that others refer to first as far as `names` has it so."""
    found = []
    for name in names:
        rows = database.execute_sql(f"PRAGMA table_info({name})").fetchall()
        if not rows:
            continue  # of a later format
        has_rowid = not database.execute_sql("SELECT wr FROM pragma_table_list(?)", (name,)).fetchone()[0]
        keys = sorted((row for row in rows if row[5]), key=lambda row: row[5])
        is_number = has_rowid and len(keys) == 1 and keys[0][2].upper() == "INTEGER"
        # A table without row numbers is stored by its key.
        ordered = rows if has_rowid else [*keys, *(row for row in rows if not row[5])]
        columns = tuple(
            Column(row[1], row[2].upper() == "INTEGER", not row[3] and not row[5]) for row in ordered
        )
        found.append(Shape(name, columns, keys[0][1] if is_number else "", has_rowid))
    return found


def _fits(column: Column, value: Value) -> bool:
    if value is None:
        return column.may_be_empty
    # SQLite keeps text that is no number in a column of numbers, but nothing of ours writes any.
    return isinstance(value, int) if column.of_numbers else isinstance(value, str)
