"""Opening, locking and checking a profile."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.storage.database import FILE_NAME
from nextrep.storage.lock import ProfileLock
from nextrep.storage.private import make_private
from nextrep.storage.restoring import SIGN
from nextrep.storage.store import Store
from nextrep.storage.vault.key import ProfileKey
from nextrep.storage.vault.state import CONVERSION


@dataclass(slots=True)
class OpenProfile:
    """An open profile and, where it is written to, the lock that keeps other windows out."""

    store: Store
    lock: ProfileLock | None

    def close(self) -> None:
        """Close the database, then let others in."""
        self.store.close()
        if self.lock is not None:
            self.lock.release()


def open_profile(
    folder: Path, now: datetime, *, exclusive: bool = True, key: ProfileKey | None = None
) -> OpenProfile:
    """Open or make the profile in `folder`.

    Args:
        exclusive: refuse when another window has it open; False to only read.
        key: opens an encrypted profile, see services.vault.unlock.

    Raises:
        Locked: the profile is encrypted, and there is no key.
        KnownError: says what is wrong, what is safe and what to do.
    """
    lock: ProfileLock | None = None
    if exclusive:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = ProfileLock(folder)
            make_private(folder)
        except OSError as error:
            raise KnownError(
                tr("NextRep cannot write to “{folder}”.", folder=folder),
                safe=tr("Nothing was changed."),
                next_step=tr("Choose another folder: {why}.", why=error.strerror or str(error)),
            ) from None
    try:
        finish_restoring(folder, held=exclusive)
        mend_conversion(folder, held=exclusive)
        return OpenProfile(Store(folder, now=now, key=key), lock)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def finish_restoring(folder: Path, *, held: bool) -> None:
    """Put a backup in place that was chosen before, see services.restoring.

    Args:
        held: the caller has locked the profile.

    Raises:
        KnownError: another window has the profile, or files cannot be moved.
    """
    if not (folder / SIGN).exists():
        return
    from nextrep.services.restoring import finish  # not needed to open a profile

    finish(folder, held=held)


def mend_conversion(folder: Path, *, held: bool) -> None:
    """Bring an encryption or decryption that was interrupted to an end; the profile is whole either way.

    Args:
        held: the caller has locked the profile; otherwise it is left alone where another window has.

    Raises:
        KnownError: what was left of it cannot be taken away.
    """
    if not (folder / CONVERSION).exists():
        return
    from nextrep.storage.vault.mending import mend  # not needed to open a profile

    if held:
        mend(folder)
        return
    with suppress(KnownError, OSError), ProfileLock(folder):
        mend(folder)


def exists(folder: Path) -> bool:
    """Tell whether `folder` holds a profile.

    Raises:
        KnownError: it cannot be looked into.
    """
    try:
        return (folder / FILE_NAME).exists()
    except OSError as error:
        raise KnownError(
            tr("NextRep cannot look into “{folder}”.", folder=folder),
            safe=tr("Nothing was changed."),
            next_step=tr("Choose another folder: {why}.", why=error.strerror or str(error)),
        ) from None


def stand_in(folder: Path, now: datetime) -> OpenProfile:
    """Open an empty profile in memory in place of the one that `folder` does not have yet."""
    return OpenProfile(Store(folder, now=now, in_memory=True), None)


def tidy(store: Store, now: datetime) -> None:
    """Take away what nobody waits for any more: what has been in the bin for 30 days, and empty sessions.

    What cannot be written now, on a full disk for example, is tried again at the next start.
    """
    from nextrep.services import session_past  # not needed to open a profile
    from nextrep.services.bin import purge

    with suppress(KnownError):
        purge(store, now)
        session_past.drop_left_empty(store, now)


def check(store: Store) -> list[str]:
    """Check the whole profile file; empty when all is well."""
    return store.problems()
