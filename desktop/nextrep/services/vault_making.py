"""Making an encrypted profile: a new one, or one of a plain profile; and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nextrep.domain.errors import KnownError
from nextrep.domain.passphrase import checked_passphrase
from nextrep.domain.recovery_key import RecoveryKey, new_recovery_key
from nextrep.domain.text import tr
from nextrep.domain.unlock_waiting import WrongTries
from nextrep.services import upkeep
from nextrep.storage.lock import ProfileLock
from nextrep.storage.store import Store
from nextrep.storage.vault import errors, header, system_keyring, tries
from nextrep.storage.vault.conversion import Conversion, convert
from nextrep.storage.vault.kdf import STANDARD, Cost
from nextrep.storage.vault.key import ProfileKey
from nextrep.storage.vault.slots import SlotKind, seal
from nextrep.storage.vault.state import State, state


def _nothing(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True, slots=True)
class NewVault:
    """What a profile that was just encrypted is opened with.

    Attributes:
        key: opens it now.
        recovery: opens it when the passphrase is forgotten; to be shown once, and kept nowhere by us.
    """

    key: ProfileKey
    recovery: RecoveryKey


def create(folder: Path, passphrase: str, now: datetime, *, cost: Cost = STANDARD) -> NewVault:
    """Make a new encrypted profile where there is none. Takes about a second: not for the thread of a window.

    Args:
        cost: of a try; tests take a small one.

    Raises:
        UserError: the passphrase is too short; `field` is "passphrase".
        KnownError: there is a profile already, or it cannot be written.
    """
    phrase = checked_passphrase(passphrase)
    if state(folder) is not State.NOTHING:
        raise KnownError(
            tr("There is a profile in this folder already."),
            safe=tr("It was not changed."),
            next_step=tr("Open it and encrypt it in Settings, or choose another folder."),
        )
    vault = NewVault(ProfileKey.new(), new_recovery_key())
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise errors.cannot_write_key_file(error) from None
    with ProfileLock(folder):
        header.write(folder, _header(vault, phrase, cost))
        Store(folder, now=now, key=vault.key).close()
    return vault


def encrypt(
    folder: Path,
    passphrase: str,
    now: datetime,
    progress: Callable[[int, int], None] = _nothing,
    *,
    cost: Cost = STANDARD,
) -> NewVault:
    """Encrypt the plain profile in `folder`, which must be closed. Takes seconds: not for a window's thread.

    Whatever stops it, the profile is afterwards whole, and either plain or encrypted. The plain database is
    kept in the folder `kept` until `delete_plain`.

    Args:
        progress: gets (done, total); may raise Cancelled, which leaves the profile plain.

    Raises:
        UserError: the passphrase is too short; `field` is "passphrase".
        KnownError: there is no plain profile, it is open elsewhere, or the disk is full.
    """
    phrase = checked_passphrase(passphrase)
    with _held(folder):
        if state(folder) is not State.PLAIN:
            raise _not_to_convert()
        vault = NewVault(ProfileKey.new(), new_recovery_key())
        conversion = Conversion(None, vault.key, _header(vault, phrase, cost))
        convert(folder, conversion, now, progress)
    tries.write(folder, WrongTries())
    return vault


def decrypt(
    folder: Path, key: ProfileKey, now: datetime, progress: Callable[[int, int], None] = _nothing
) -> None:
    """Make the encrypted profile in `folder`, which must be closed, a plain one that anyone can read.

    The encrypted database and its key file are kept in the folder `kept`. The keyring forgets the key.

    Raises:
        KnownError: there is no encrypted profile, it is open elsewhere, or the disk is full.
        Cancelled: `progress` raised it. In each case the profile is as it was.
    """
    with _held(folder):
        if state(folder) is not State.ENCRYPTED:
            raise _not_to_convert()
        convert(folder, Conversion(key, None), now, progress)
    with suppress(KnownError):
        system_keyring.forget(key.profile)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold the profile in `folder`, with nothing of an earlier conversion left."""
    if not upkeep.exists(folder):
        raise _not_to_convert()
    with ProfileLock(folder):
        upkeep.finish_restoring(folder, held=True)
        upkeep.mend_conversion(folder, held=True)
        yield


def _not_to_convert() -> KnownError:
    return KnownError(
        tr("There is nothing to convert in this folder."),
        safe=tr("Nothing was changed."),
        next_step=tr("Open the profile once, then try again."),
    )


def _header(vault: NewVault, phrase: str, cost: Cost) -> header.KeyHeader:
    return header.header_for(
        vault.key,
        seal(SlotKind.PASSPHRASE, phrase, vault.key, cost),
        seal(SlotKind.RECOVERY, vault.recovery.signs, vault.key, cost),
    )
