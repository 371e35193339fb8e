"""Rows that were read and have no place in the new profile: kept beside it, readable, and said in numbers."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

from nextrep.storage.salvage.shapes import Named
from nextrep.storage.salvage.writing import Leftover
from nextrep.storage.vault.connection import KeyedDatabase
from nextrep.storage.vault.key import ProfileKey

LEFTOVER_FILE = "not-placed.csv"
LEFTOVER_DATABASE = "not-placed.db"
"""In an encrypted profile: a table `leftover` under the profile's own key."""


def write_leftovers(folder: Path, leftovers: list[Leftover]) -> None:
    """Write rows without a place as a table that any program can read, for the owner only.

    Raises:
        OSError: it cannot be written.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["table", "why", "content"])
    for row in leftovers:
        writer.writerow([row.table, row.why, _content(row.values)])
    handle = os.open(folder / LEFTOVER_FILE, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8-sig", newline="") as file:
        file.write(text.getvalue())
        file.flush()
        os.fsync(file.fileno())


def _content(values: Named) -> str:
    texts = (f"{name}: {value!s}" for name, value in values.items() if value not in {None, ""})
    # A program for tables takes a text that begins with one of these for a formula.
    return "; ".join(texts).lstrip("=+-@")


def keep_leftovers(folder: Path, leftovers: list[Leftover], key: ProfileKey) -> None:
    """Keep rows without a place encrypted, as nothing of an encrypted profile may lie open."""
    file = folder / LEFTOVER_DATABASE
    os.close(os.open(file, os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o600))
    database = KeyedDatabase(str(file), key=key, pragmas={"synchronous": "FULL"}, timeout=3)
    database.connect()
    try:
        with database.atomic():
            database.execute_sql("CREATE TABLE leftover (name TEXT, why TEXT, content TEXT)")
            for row in leftovers:
                values = (row.table, row.why, _content(row.values))
                database.execute_sql("INSERT INTO leftover VALUES (?, ?, ?)", values)
    finally:
        database.close()
        database.forget_key()
