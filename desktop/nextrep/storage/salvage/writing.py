"""Putting rows that were read into a new profile: whatever its rules refuse is told, never dropped."""

from __future__ import annotations

from dataclasses import dataclass, field

from playhouse.sqlcipher_ext import SqlCipherDatabase

from nextrep.storage.database import DATABASE_ERRORS
from nextrep.storage.salvage.btree import Cell
from nextrep.storage.salvage.reading import Read
from nextrep.storage.salvage.shapes import Named, Shape


@dataclass(frozen=True, slots=True)
class Leftover:
    """A row that was read and has no place in the new profile.

    Attributes:
        table: "" where it cannot be told.
        why: what the rules of the profile say, in SQLite's words.
    """

    table: str
    why: str
    values: Named


@dataclass(slots=True)
class Written:
    """What became of the rows.

    Attributes:
        rows: in the new profile, by table.
        leftovers: the others.
    """

    rows: dict[str, int] = field(default_factory=dict)
    leftovers: list[Leftover] = field(default_factory=list)


def put(database: SqlCipherDatabase, read: Read, written: Written) -> None:
    """Write the rows of one table; foreign keys are off, `settle` looks after them."""
    written.rows.setdefault(read.shape.table, 0)
    for row in read.rows:
        try:
            database.execute_sql(_insert(read.shape, row), tuple(row.values()))
        except DATABASE_ERRORS as error:
            if not _is_there(database, read.shape, row):
                written.leftovers.append(Leftover(read.shape.table, str(error), row))
        except UnicodeEncodeError as error:
            written.leftovers.append(Leftover(read.shape.table, str(error), row))
    written.leftovers += [unplaced(cell, read.shape.table) for cell in read.strange]


def settle(database: SqlCipherDatabase, tables: list[Shape], written: Written) -> None:
    """Take out rows whose session, day or program could not be read, until the rest belongs together."""
    again = True
    while again:
        again = False
        for shape in tables:
            for link in database.execute_sql(f"PRAGMA foreign_key_list({shape.table})").fetchall():
                again |= _settle(database, shape, link, written)
    for shape in tables:
        (count,) = database.execute_sql(f"SELECT count(*) FROM {shape.table}").fetchone()
        written.rows[shape.table] = int(count)


def unplaced(cell: Cell, table: str = "") -> Leftover:
    """Return a stored row that is of no table, or only nearly of this one."""
    values: Named = {} if cell.rowid is None else {"row": cell.rowid}
    values |= {str(place): value for place, value in enumerate(cell.values, 1)}
    return Leftover(table, "does not fit", values)


def _insert(shape: Shape, row: Named) -> str:
    marks = ", ".join("?" * len(row))
    return f"INSERT INTO {shape.table} ({', '.join(row)}) VALUES ({marks})"


def _is_there(database: SqlCipherDatabase, shape: Shape, row: Named) -> bool:
    """Tell whether exactly this row is there already: a damaged tree can lead to a page twice."""
    same = " AND ".join(f"{name} IS ?" for name in row)
    try:
        query = f"SELECT EXISTS (SELECT 1 FROM {shape.table} WHERE {same})"
        return bool(database.execute_sql(query, tuple(row.values())).fetchone()[0])
    except DATABASE_ERRORS:
        return False


def _settle(database: SqlCipherDatabase, shape: Shape, link: tuple[object, ...], written: Written) -> bool:
    """Look after one reference of a table; returns whether something was taken out."""
    _, _, parent, column, other, _, when_gone, _ = link
    lost = f"{column} IS NOT NULL AND {column} NOT IN (SELECT {other or 'rowid'} FROM {parent})"
    if when_gone == "SET NULL":
        database.execute_sql(f"UPDATE {shape.table} SET {column} = NULL WHERE {lost}")
        return False
    names = [each.name for each in shape.columns]
    found = database.execute_sql(f"SELECT {', '.join(names)} FROM {shape.table} WHERE {lost}").fetchall()
    if not found:
        return False
    why = f"its {parent} could not be read"
    written.leftovers += [Leftover(shape.table, why, dict(zip(names, row, strict=True))) for row in found]
    database.execute_sql(f"DELETE FROM {shape.table} WHERE {lost}")
    return True
