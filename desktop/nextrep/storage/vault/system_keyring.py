"""The system's keyring, which may keep the key of a profile so that no passphrase is asked for.

Whoever is logged in as this person can then open the profile. Most desktops have one, and few servers; where
there is none, or it fails, the passphrase opens the profile as ever.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any, TypeVar

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.storage.vault.key import SECRET_BYTES, ProfileKey

T = TypeVar("T")

SERVICE = "NextRep"
_OF_THE_SYSTEM = ("SecretService", "libsecret", "kwallet", "macOS", "Windows")
"""Modules of keyring.backends that hand the key to the system. Others, from add-on packages, may write it
into a file that anyone can read."""


def available() -> bool:
    """Tell whether there is a keyring. May wait for another program: not for the thread of a window."""
    return _keyring() is not None


def keep(key: ProfileKey) -> None:
    """Put the key into the keyring.

    Raises:
        KnownError: there is none, or it does not take it.
    """
    keyring = _keyring()
    if keyring is None:
        raise _failed(tr("there is none"))
    if hasattr(keyring, "persist"):
        # Windows would take it along to every computer that a company lets this person work at.
        keyring.persist = "local machine"
    text = b64encode(key.secret).decode("ascii")
    _asked(lambda: keyring.set_password(SERVICE, key.profile.hex(), text))


def find(profile: bytes) -> ProfileKey | None:
    """Return the key of a profile, None where no keyring has it or the keyring fails."""
    keyring = _keyring()
    if keyring is None:
        return None
    try:
        text = _asked(lambda: keyring.get_password(SERVICE, profile.hex()))
        secret = b64decode(text or "", validate=True)
    except (KnownError, ValueError):
        return None
    return ProfileKey(secret, profile) if len(secret) == SECRET_BYTES else None


def forget(profile: bytes) -> None:
    """Take the key of a profile out of the keyring; nothing happens where it is not in it.

    Raises:
        KnownError: it may be in it, and stays there.
    """
    keyring = _keyring()
    if keyring is not None and _asked(lambda: keyring.get_password(SERVICE, profile.hex())) is not None:
        _asked(lambda: keyring.delete_password(SERVICE, profile.hex()))


def _keyring() -> Any:
    """Return the system's keyring, None where there is none."""
    try:
        return _asked(_first_trusted)
    except KnownError:
        return None


def _first_trusted() -> Any:
    import keyring

    found: Any = keyring.get_keyring()
    inside = getattr(found, "backends", None) or [found]
    trusted = [one for one in inside if type(one).__module__.rpartition(".")[2] in _OF_THE_SYSTEM]
    return trusted[0] if trusted else None


def _asked(question: Callable[[], T]) -> T:
    """Return the keyring's answer.

    Raises:
        KnownError: it fails. Each system's keyring does so with errors of its own, and of its libraries.
    """
    try:
        return question()
    except Exception as error:  # noqa: BLE001 - see above
        raise _failed(type(error).__name__) from None


def _failed(why: str) -> KnownError:
    return KnownError(
        tr("The system's keyring does not answer as it should."),
        safe=tr("The passphrase opens the profile as before."),
        next_step=tr("Unlock the keyring of your desktop and try again: {why}.", why=why),
    )
