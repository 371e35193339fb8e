"""How it stands with the backups, and what is said about that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from nextrep.services.backups import BackupFile, Place, found, is_own
from nextrep.storage import backup_log
from nextrep.storage.store import Store

__all__ = ["OLD_AFTER_DAYS", "Standing", "last_outside", "old_outside", "put_aside", "standing"]

OLD_AFTER_DAYS = 30
"""So many days after the last backup outside this computer a line says so, and again after it was put aside
(our convention). A reminder that was asked for comes sooner, see services.reminders."""


_OWN = Place()


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with the backups.

    Attributes:
        last: the newest in the profile's own folder and the chosen one; None for none.
        outside: day (date ordinal) of the last one outside this computer; None for none.
        missed: day on which the chosen folder could last not be written to; None where it can.
        old: whether to say that the last one outside is old, or that there is none.
    """

    last: BackupFile | None
    outside: int | None
    missed: int | None
    old: bool


def standing(store: Store, now: datetime, place: Place = _OWN) -> Standing:
    """Return how it stands with the backups of this profile at `now` (aware)."""
    log = backup_log.read(store.folder)
    own = [one for one in found(store.folder, now, place) if is_own(store, one)]
    return Standing(
        last=own[0] if own else None,
        outside=log.outside or None,
        missed=log.missed or None,
        old=_is_old(store, log, now.date().toordinal()),
    )


def old_outside(store: Store, today: int) -> tuple[bool, int | None]:
    """Tell whether to say that the last backup outside this computer is old, and the day of that one."""
    log = backup_log.read(store.folder)
    return _is_old(store, log, today), log.outside or None


def put_aside(store: Store, today: int) -> None:
    """Say nothing more of it for some weeks from `today` (a date ordinal) on."""
    backup_log.write(store.folder, replace(backup_log.read(store.folder), aside=today))


def last_outside(store: Store) -> int | None:
    """Return the day (date ordinal) of the last backup outside this computer, None for none."""
    return backup_log.read(store.folder).outside or None


def _is_old(store: Store, log: backup_log.BackupLog, today: int) -> bool:
    """Old is what is further away than some weeks, in either direction: a clock may have been set back."""
    if log.aside and abs(today - log.aside) < OLD_AFTER_DAYS:
        return False
    if log.outside:
        return abs(today - log.outside) >= OLD_AFTER_DAYS
    first = store.first_day()
    return first is not None and today - first >= OLD_AFTER_DAYS
