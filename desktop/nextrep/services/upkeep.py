"""Opening, locking and checking a profile."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from nextrep.domain.errors import KnownError
from nextrep.domain.figures import full
from nextrep.domain.text import tr
from nextrep.storage import damage
from nextrep.storage import seal as seals
from nextrep.storage.database import FILE_NAME
from nextrep.storage.lock import ProfileLock, held, host_name
from nextrep.storage.private import make_private
from nextrep.storage.restoring import SIGN
from nextrep.storage.seal import Seal
from nextrep.storage.store import Store
from nextrep.storage.vault.key import ProfileKey
from nextrep.storage.vault.state import CONVERSION

DAYS_BETWEEN_WHOLE_CHECKS = 30


@dataclass(slots=True)
class OpenProfile:
    """An open profile and, where it is written to, the lock that keeps other windows out.

    Attributes:
        seal: what the file was when it was last closed, None where nobody knows.
    """

    store: Store
    lock: ProfileLock | None
    seal: Seal | None = None

    def close(self) -> None:
        """Close the database and seal it, then let others in."""
        if self.lock is None:
            self.store.close()
            return
        roots: dict[str, int] = {}
        with suppress(KnownError):
            self.compare_seal()
            roots = self.store.roots()
        self.store.close()
        if not damage.marked(self.store.folder):  # else the seal would hide what was found
            seals.write(self.store.folder, roots)
        self.lock.release()

    def taken_over(self) -> KnownError | None:
        """Give a sign of life; returns what to say if another computer has opened the profile meanwhile.

        To be called each minute while a window is open.
        """
        other = self.lock.beat() if self.lock is not None else None
        return held(other, host_name()) if other is not None else None

    def is_well(self) -> bool:
        """Tell whether no damage is known of, the seal compared."""
        return self.compare_seal() and not damage.marked(self.store.folder)

    def compare_seal(self) -> bool:
        """Compare the file with its seal, once; returns whether it is as it was, as far as can be told.

        What is not is noted in the folder, so that the next start offers to mend it.
        """
        seal, self.seal = self.seal, None
        if seal is None:
            return True
        found: list[int] = []
        with suppress(OSError, KnownError):  # the drive is gone: no sign of damage
            found = seals.altered(self.store.folder, seal, self.store.content())
        if found:
            damage.mark(self.store.folder, [f"{damage.ALTERED} {page}" for page in found])
        return not found


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
            lock = ProfileLock(folder, now)
            make_private(folder)
        except OSError as error:
            raise _no_place(folder, error) from None
    try:
        finish_restoring(folder, held=exclusive)
        mend_conversion(folder, held=exclusive)
        if exclusive:
            damage.refuse_marked(folder)
        store = Store(folder, now=now, key=key)
        return OpenProfile(store, lock, seals.take(folder) if exclusive else None)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _no_place(folder: Path, error: OSError) -> KnownError:
    """Return what to say where no profile can be kept in a folder."""
    if isinstance(error, FileExistsError | NotADirectoryError):
        return KnownError(
            tr("“{folder}” is a file, or lies below one. NextRep keeps a record in a folder.", folder=folder),
            safe=tr("Nothing was changed."),
            next_step=tr("Give that file another name, or choose another folder with --profile."),
        )
    return KnownError(
        tr("NextRep cannot write to “{folder}”.", folder=folder),
        safe=tr("Nothing was changed."),
        next_step=tr(
            "Make it a folder that you may write to, or choose another folder with --profile: {why}.",
            why=error.strerror or str(error),
        ),
    )


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


def format_note(store: Store) -> str:
    """Return what to say once where the profile came to a new format when it was opened, else ""."""
    before = store.backup_before
    if before is None:
        return ""
    place = f"{before.parent.name}/{before.name}"
    return tr(
        "NextRep is a newer version, and your record came along. The backup from before: {file}", file=place
    )


def clock_note(store: Store, today: int) -> str:
    """Return what to say where the record is ahead of this computer's clock, "" where it is not.

    One day ahead is what a journey over the date line makes.

    Args:
        store: the profile.
        today: the day by the computer's clock, a date ordinal.
    """
    last = store.last_day()
    if last is None or last <= today + 1:
        return ""
    return tr(
        "This computer's clock says {today}; the record goes to {last}. Check the clock; nothing is changed.",
        today=full(date.fromordinal(today)),
        last=full(date.fromordinal(last)),
    )


def check(store: Store, *, whole: bool = True) -> list[str]:
    """Check the profile file, the `whole` of it or quickly; empty when all is well.

    A file that nobody has opened since it was closed is compared with its seal too.
    """
    problems = store.problems(whole=whole)
    seal = seals.read(store.folder)
    if seal is not None:
        with suppress(OSError):
            pages = seals.altered(store.folder, seal, store.content())
            problems += [f"{damage.ALTERED} {page}" for page in pages]
    return problems


def check_beside(profile: OpenProfile, *, whole: bool) -> bool:
    """Check the profile on a worker thread, beside an open window; returns whether it is well.

    What is wrong is noted in the folder, so that the next start offers to mend it.

    Args:
        whole: every index and reference too; otherwise the pages and rows.

    Raises:
        KnownError: it cannot be read now, for example because the drive is gone: no sign of damage.
    """
    store = profile.store
    with store.on_this_thread():
        problems = store.problems(whole=whole)
    if problems:
        damage.mark(store.folder, problems)
        return False
    return profile.compare_seal()


def note_damage(folder: Path) -> None:
    """Note in the folder that its profile is damaged, so that the next start offers to mend it."""
    if not damage.marked(folder):
        damage.mark(folder, ["met while it was read"])


def whole_check_is_due(last: int, today: int) -> bool:
    """Tell whether a month has gone since the whole file was checked, or the clock was set back since.

    Args:
        last, today: date ordinals; `last` 0 for never.
    """
    return not 0 <= today - last < DAYS_BETWEEN_WHOLE_CHECKS
