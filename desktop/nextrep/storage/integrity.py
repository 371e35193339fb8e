"""Whether a database file is whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from nextrep.domain.contents import Contents
from nextrep.storage.contents import contents_of
from nextrep.storage.database import APPLICATION_ID, DATABASE_ERRORS, is_damage
from nextrep.storage.migrations import LATEST
from nextrep.storage.vault.connection import use_key
from nextrep.storage.vault.key import ProfileKey

MOST_PROBLEMS = 100
"""SQLite stops after so many; the first few say it all."""


def problems(connection: Any, *, whole: bool) -> list[str]:
    """Return what SQLite finds wrong; empty when all is well.

    Args:
        connection: an open connection of the driver.
        whole: look into every index and every reference too, rather than at the pages and rows alone. On an
            encrypted profile the seal of every page is checked as well.
    """
    try:
        check = "integrity_check" if whole else "quick_check"
        found = [row[0] for row in connection.execute(f"PRAGMA {check}({MOST_PROBLEMS})").fetchall()]
        loose: list[Any] = []
        if whole:
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
            if connection.execute("PRAGMA cipher_status").fetchone() == ("1",):
                found += [row[0] for row in connection.execute("PRAGMA cipher_integrity_check").fetchall()]
    except UnicodeDecodeError as error:  # names and texts within the driver's words are decoded too
        return [str(error)]
    except DATABASE_ERRORS as error:
        if not is_damage(str(error)):
            raise
        return [str(error)]
    wrong = [text for text in found if text != "ok"]
    return wrong + [f"{row[0]}: row {row[1]} refers to a missing {row[2]}" for row in loose]


def look(file: Path, key: ProfileKey | None = None) -> Contents | None:
    """Return what a copy of a profile holds, None where it is not whole, not one of ours or of another key.

    The file is not changed.
    """
    try:
        connection = dbapi2.connect(f"{file.resolve().as_uri()}?immutable=1", uri=True)
    except DATABASE_ERRORS:
        return None
    try:
        if key is not None:
            use_key(connection, key)
        ours = connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        known = 0 < connection.execute("PRAGMA user_version").fetchone()[0] <= LATEST
        if not (ours and known) or problems(connection, whole=True):
            return None
        return contents_of(connection)
    except DATABASE_ERRORS:
        return None
    finally:
        connection.close()
