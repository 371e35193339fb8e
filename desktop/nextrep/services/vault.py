"""Encrypted profiles: making, unlocking, and changing what unlocks them."""

from __future__ import annotations

from datetime import datetime
from math import ceil
from pathlib import Path

from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.passphrase import FIELD, checked_passphrase, composed
from nextrep.domain.recovery_key import FIELD as RECOVERY_FIELD
from nextrep.domain.recovery_key import RecoveryKey, new_recovery_key, read_recovery_key
from nextrep.domain.text import tr, tr_n
from nextrep.domain.unlock_waiting import WrongTries, seconds_left
from nextrep.services.vault_keyring import forget, has_keyring, remember, unlock_by_keyring
from nextrep.services.vault_making import NewVault, create, decrypt, encrypt
from nextrep.storage.vault import errors, header, tries
from nextrep.storage.vault.errors import Locked
from nextrep.storage.vault.kdf import STANDARD, Cost
from nextrep.storage.vault.key import ProfileKey
from nextrep.storage.vault.plain_left import delete as delete_plain
from nextrep.storage.vault.plain_left import plain_left
from nextrep.storage.vault.slots import SlotKind, WrongSecret, seal, unseal
from nextrep.storage.vault.state import State, state

__all__ = [
    "STANDARD",
    "Cost",
    "Locked",
    "NewVault",
    "ProfileKey",
    "RecoveryKey",
    "change_passphrase",
    "create",
    "decrypt",
    "delete_plain",
    "encrypt",
    "forget",
    "has_keyring",
    "is_encrypted",
    "new_recovery",
    "plain_left",
    "remember",
    "unlock",
    "unlock_by_keyring",
    "unlock_by_recovery",
    "wait_left",
]


def is_encrypted(folder: Path) -> bool:
    """Tell whether the profile in `folder` needs a key. Costs two looks at files."""
    return state(folder) in {State.ENCRYPTED, State.KEY_MISSING}


def change_passphrase(folder: Path, key: ProfileKey, new: str, *, cost: Cost = STANDARD) -> None:
    """Let a new passphrase open the profile instead of the one before. Takes half a second.

    The database is not written anew. Older backups have the key file of their time, and open with the
    passphrase of their time.

    Raises:
        UserError: the new one is too short; `field` is "passphrase".
        KnownError: the key file is damaged or cannot be written; the passphrase is the one before.
    """
    _put_slot(folder, key, SlotKind.PASSPHRASE, checked_passphrase(new), cost)


def new_recovery(folder: Path, key: ProfileKey, *, cost: Cost = STANDARD) -> RecoveryKey:
    """Return a new recovery key; the one before does not open the profile any more. Takes half a second.

    Raises:
        KnownError: the key file is damaged or cannot be written; the recovery key is the one before.
    """
    recovery = new_recovery_key()
    _put_slot(folder, key, SlotKind.RECOVERY, recovery.signs, cost)
    return recovery


def _put_slot(folder: Path, key: ProfileKey, kind: SlotKind, phrase: str, cost: Cost) -> None:
    found = header.read(folder)
    if not found.fits(key):
        raise errors.another_profile()
    header.write(folder, found.with_slot(seal(kind, phrase, key, cost)))


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
