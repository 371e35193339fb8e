"""Looking into the copy of a profile that a backup holds, without changing it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from nextrep.storage.migrations import LATEST
from nextrep.storage.vault.connection import use_key
from nextrep.storage.vault.key import ProfileKey

APPLICATION_ID = 0x4E585250
"""As in storage.database, which needs this module."""
_MOST_PROBLEMS = 3


@dataclass(frozen=True, slots=True)
class Inside:
    """What a profile holds.

    Attributes:
        format: its version.
        sessions: that are done.
        check_ins: days with one.
        entries: of the journal.
        first_day, last_day: date ordinals of the first and last day with any of these or a night; None where
            there is none.
    """

    format: int
    sessions: int
    check_ins: int
    entries: int
    first_day: int | None
    last_day: int | None


class NotAProfile(Exception):  # noqa: N818 - says what the file is
    """The file is no profile, is damaged, or the key does not open it."""


class TooNew(Exception):  # noqa: N818 - says what the file is
    """The profile has a later format than this program knows."""


def check_copy(file: Path, key: ProfileKey | None, *, whole: bool) -> str:
    """Return what is wrong with the copy of a profile, "" where all is well.

    Args:
        file: the copy, which nobody else has open.
        key: of an encrypted one.
        whole: read every page; otherwise the schema alone.
    """
    try:
        connection = _open(file, key)
        try:
            _format(connection)
            if whole:
                found = [str(row[0]) for row in connection.execute("PRAGMA quick_check").fetchall()]
                return "; ".join([one for one in found if one != "ok"][:_MOST_PROBLEMS])
        finally:
            connection.close()
    except (NotAProfile, TooNew, dbapi2.DatabaseError) as error:
        return str(error) or type(error).__name__
    return ""


def look_into(file: Path, key: ProfileKey | None) -> Inside:
    """Return what the copy of a profile holds, of any format that this program knows.

    Args:
        file: the copy, which nobody else has open.
        key: of an encrypted one.

    Raises:
        NotAProfile: it is none, is damaged, or the key is another one.
        TooNew: a newer NextRep made it.
    """
    try:
        connection = _open(file, key)
        try:
            version = _format(connection)
            days = [
                connection.execute(f"SELECT min(day), max(day) FROM {table}").fetchone()
                for table in ("session", "checkin", "entry", "night")
            ]
            return Inside(
                version,
                _count(connection, "session WHERE state = 'done'"),
                _count(connection, "checkin"),
                _count(connection, "entry"),
                min((first for first, _last in days if first is not None), default=None),
                max((last for _first, last in days if last is not None), default=None),
            )
        finally:
            connection.close()
    except dbapi2.DatabaseError as error:
        raise NotAProfile(str(error)) from None


def _open(file: Path, key: ProfileKey | None) -> Any:
    # Immutable: the header says WAL, and no log or shared memory shall be made beside it.
    connection = dbapi2.connect(f"{file.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None)
    if key is not None:
        use_key(connection, key)
    return connection


def _format(connection: Any) -> int:
    """Return the version of a profile.

    Raises:
        NotAProfile, TooNew: it is none that this program knows.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotAProfile
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > LATEST:
        raise TooNew
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return version


def _count(connection: Any, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
