"""Whether two databases hold the same, which a copy must prove before it takes the place of the other."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_SPACE = 2**256
_EVERY = 2000


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a database holds, for comparing.

    Attributes:
        versions: application id and format.
        schema: kind, name, table and SQL of everything in it.
        tables: rows of each table, and a sum over them in which their order plays no part.
    """

    versions: tuple[int, int]
    schema: frozenset[tuple[object, ...]]
    tables: dict[str, tuple[int, int]]

    @property
    def rows(self) -> int:
        """Rows of all tables."""
        return sum(count for count, _sum in self.tables.values())


def contents(connection: Any, tick: Callable[[int], None]) -> Contents:
    """Read a whole database.

    Args:
        connection: of the driver.
        tick: told how many rows were read since it was told last; may raise to stop.
    """
    schema = frozenset(
        connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'"
        ).fetchall()
    )
    names = sorted(
        str(name)
        for kind, name, _table, sql in schema
        if kind == "table" and not str(sql).upper().startswith("CREATE VIRTUAL")
    )
    versions = (_number(connection, "application_id"), _number(connection, "user_version"))
    return Contents(versions, schema, {name: _table(connection, name, tick) for name in names})


def _table(connection: Any, name: str, tick: Callable[[int], None]) -> tuple[int, int]:
    quoted = name.replace('"', '""')
    cursor = connection.execute(f'SELECT * FROM "{quoted}"')
    count = total = 0
    while rows := cursor.fetchmany(_EVERY):
        for row in rows:
            digest = hashlib.sha256(repr(row).encode("utf-8", "surrogatepass")).digest()
            total = (total + int.from_bytes(digest, "big")) % _SPACE
        count += len(rows)
        tick(len(rows))
    return count, total


def problems(connection: Any, *, encrypted: bool) -> list[str]:
    """Return what SQLite, and SQLCipher for every encrypted page, find wrong; empty when all is well."""
    checks = ["integrity_check"] + (["cipher_integrity_check"] if encrypted else [])
    found = [str(row[0]) for check in checks for row in connection.execute(f"PRAGMA {check}").fetchall()]
    return [text for text in found if text != "ok"]


def _number(connection: Any, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
