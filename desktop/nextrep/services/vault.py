"""Encrypted profiles: making, unlocking, and changing what unlocks them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import ceil
from pathlib import Path

from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.passphrase import FIELD, checked_passphrase, composed
from nextrep.domain.recovery_key import FIELD as RECOVERY_FIELD
from nextrep.domain.recovery_key import RecoveryKey, new_recovery_key, read_recovery_key
from nextrep.domain.text import tr, tr_n
from nextrep.domain.unlock_waiting import WrongTries, seconds_left
from nextrep.storage.lock import ProfileLock
from nextrep.storage.store import Store
from nextrep.storage.vault import errors, header, tries
from nextrep.storage.vault.errors import Locked
from nextrep.storage.vault.kdf import STANDARD, Cost
from nextrep.storage.vault.key import ProfileKey
from nextrep.storage.vault.slots import SlotKind, WrongSecret, seal, unseal
from nextrep.storage.vault.state import State, state

__all__ = [
    "STANDARD",
    "Cost",
    "Locked",
    "NewVault",
    "ProfileKey",
    "RecoveryKey",
    "create",
    "is_encrypted",
    "unlock",
    "unlock_by_recovery",
    "wait_left",
]


@dataclass(frozen=True, slots=True)
class NewVault:
    """What a profile that was just encrypted is opened with.

    Attributes:
        key: opens it now.
        recovery: opens it when the passphrase is forgotten; to be shown once, and kept nowhere by us.
    """

    key: ProfileKey
    recovery: RecoveryKey


def is_encrypted(folder: Path) -> bool:
    """Tell whether the profile in `folder` needs a key. Costs two looks at files."""
    return state(folder) in {State.ENCRYPTED, State.KEY_MISSING}


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


def _header(vault: NewVault, phrase: str, cost: Cost) -> header.KeyHeader:
    return header.header_for(
        vault.key,
        seal(SlotKind.PASSPHRASE, phrase, vault.key, cost),
        seal(SlotKind.RECOVERY, vault.recovery.signs, vault.key, cost),
    )


def wait_left(folder: Path, now: datetime) -> float:
    """Return the seconds until a passphrase is taken again; 0 where it is taken at once."""
    return seconds_left(tries.read(folder), now)


def unlock(folder: Path, passphrase: str, now: datetime) -> ProfileKey:
    """Return the key of the profile in `folder`. Takes half a second: not for the thread of a window.

    Raises:
        UserError: the passphrase is wrong, or it is too early to try again; `field` is "passphrase".
        KnownError: the key file is missing, damaged or too new, or there is not enough memory.
    """
    wrong = tr("This is not the passphrase of this profile. Look at Caps Lock and the keyboard's language.")
    return _unlock(folder, SlotKind.PASSPHRASE, composed(passphrase), now, UserError(wrong, field=FIELD))


def unlock_by_recovery(folder: Path, text: str, now: datetime) -> ProfileKey:
    """Return the key of the profile in `folder` for a recovery key as it was typed.

    Raises:
        UserError: it is mistyped or of another profile, or it is too early; `field` is "recovery".
        KnownError: as `unlock`.
    """
    recovery = read_recovery_key(text)
    wrong = tr("This recovery key is well typed, but it is not the one of this profile, or no longer.")
    return _unlock(folder, SlotKind.RECOVERY, recovery.signs, now, UserError(wrong, field=RECOVERY_FIELD))


def _unlock(folder: Path, kind: SlotKind, phrase: str, now: datetime, wrong: UserError) -> ProfileKey:
    """Open a slot.

    A try is counted before it is made: ending the program while it is made does not make it undone.
    """
    found = header.read(folder)
    slot = found.slot(kind)
    if slot is None:
        raise wrong
    before = tries.read(folder)
    left = ceil(seconds_left(before, now))
    if left:
        said = tr_n("Wait {n} second, then try again.", "Wait {n} seconds, then try again.", left)
        raise UserError(said, field=wrong.field)
    tries.write(folder, WrongTries(before.count + 1, now))
    try:
        key = unseal(slot, phrase, found.profile)
    except WrongSecret:
        raise wrong from None
    except KnownError:  # no memory: nothing was tried
        tries.write(folder, before)
        raise
    tries.write(folder, WrongTries())
    if not found.fits(key):
        raise errors.key_file_changed(tr("it holds the key of another profile"))
    return key
