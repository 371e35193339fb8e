"""A change of format is tried on a copy first: what goes wrong there leaves the profile as it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.storage import integrity
from nextrep.storage.vault.connection import KeyedDatabase

_COPY = ".nextrep-rehearsal.db"


def rehearse(
    database: KeyedDatabase, folder: Path, change: Callable[[KeyedDatabase], None], backup: Path
) -> None:
    """Make a copy of a profile, change that and look whether it is whole afterwards.

    Args:
        database: the profile, open; encrypted copies are made of encrypted ones.
        folder: where the copy is, for as long as this takes.
        change: brings a database to the new format, in the caller's transaction; raises KnownError where
            something is missing then.
        backup: the backup that was made before, which is named if it goes wrong.

    Raises:
        KnownError: the profile cannot be brought to the new format, or there is no room for the copy.
    """
    copy = folder / _COPY
    copy.unlink(missing_ok=True)
    trial = KeyedDatabase(str(copy), key=database.key, pragmas={"foreign_keys": 1}, timeout=3)
    try:
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL, 0o600))  # SQLite takes an empty file
        database.execute_sql("VACUUM INTO ?", (str(copy),))
        trial.connect()
        before = integrity.problems(trial.connection(), whole=True)
        wrong = before or _tried(trial, change)
    finally:
        trial.close()
        trial.forget_key()
        copy.unlink(missing_ok=True)
        copy.with_name(f"{_COPY}-journal").unlink(missing_ok=True)
    if wrong:
        raise _does_not_work(backup, wrong[0])


def _tried(trial: KeyedDatabase, change: Callable[[KeyedDatabase], None]) -> list[str]:
    """Change the copy; returns what is wrong with it then, or why it could not be changed."""
    from nextrep.storage.database import DATABASE_ERRORS, is_damage  # which needs this module

    try:
        with trial.atomic("EXCLUSIVE"):
            change(trial)
        return integrity.problems(trial.connection(), whole=True)
    except KnownError:
        return [tr("a table or a column is missing afterwards")]
    except DATABASE_ERRORS as error:
        # A full disk or a damaged page is said as such.
        if is_damage(str(error)) or "full" in str(error).lower():
            raise
        return [str(error)]


def _does_not_work(backup: Path, why: str) -> KnownError:
    return KnownError(
        tr("This profile could not be brought to the format of this NextRep."),
        safe=tr(
            "It was tried on a copy; the profile is as it was, and “{file}” in its backups has it too.",
            file=backup.name,
        ),
        next_step=tr(
            "Go on with the NextRep that you had before, and tell us about it. (What was said: {why})",
            why=why,
        ),
    )
