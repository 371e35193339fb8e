"""Unlocking by the system's keyring: whoever is logged in opens the profile without its passphrase."""

from __future__ import annotations

from pathlib import Path

from nextrep.storage.vault import errors, header, system_keyring
from nextrep.storage.vault.key import ProfileKey


def has_keyring() -> bool:
    """Tell whether this computer has a keyring. May wait for it: not for the thread of a window."""
    return system_keyring.available()


def remember(folder: Path, key: ProfileKey) -> None:
    """Put the key of the profile in `folder` into the system's keyring.

    Raises:
        KnownError: there is no keyring, or it does not take it; or the key is not the one of this profile.
    """
    if not header.read(folder).fits(key):
        raise errors.another_profile()
    system_keyring.keep(key)


def unlock_by_keyring(folder: Path) -> ProfileKey | None:
    """Return the key of the profile in `folder`, None where no keyring has it. May wait for the keyring.

    Raises:
        KnownError: the key file is missing, damaged or too new.
    """
    found = header.read(folder)
    key = system_keyring.find(found.profile)
    return key if key is not None and found.fits(key) else None


def forget(folder: Path) -> None:
    """Take the key of the profile in `folder` out of the keyring, if it is in it.

    Raises:
        KnownError: the key file cannot be read, or the keyring does not let go of it.
    """
    system_keyring.forget(header.read(folder).profile)
