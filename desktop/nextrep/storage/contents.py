"""Counting what a database file holds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nextrep.domain.contents import Contents

_COUNTS = (
    "SELECT count(*) FROM session WHERE state = 'done'",
    "SELECT count(*) FROM workset",
    "SELECT count(*) FROM checkin",
    "SELECT count(*) FROM night",
    "SELECT count(*) FROM entry",
    "SELECT count(*) FROM assessment",
)
_LAST = ("session", "checkin", "night", "entry", "assessment")


def contents_of(connection: Any) -> Contents:
    """Count through an open connection of the driver, whose format is the newest or an older one.

    Raises:
        DATABASE_ERRORS: a page cannot be read.
    """
    has = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    counts = [
        int(connection.execute(query).fetchone()[0]) if query.split()[3] in has else 0 for query in _COUNTS
    ]
    days = [
        connection.execute(f"SELECT max(day) FROM {table}").fetchone()[0] for table in _LAST if table in has
    ]
    last = max((int(day) for day in days if day is not None), default=None)
    return replace(Contents(*counts), last_day=last)
