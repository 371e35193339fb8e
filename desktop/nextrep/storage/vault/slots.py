"""Slots: the database key, wrapped once for each thing that opens it.

A slot holds the key under AES-256-GCM, with a key that Argon2id derives from a passphrase. All that the
derivation depends on is part of what the cipher authenticates, so nothing of it can be changed unnoticed.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from enum import StrEnum

from nextrep.storage.vault.kdf import SALT_BYTES, Cost, derive
from nextrep.storage.vault.key import ProfileKey

NONCE_BYTES = 12
WRAPPED_BYTES = 32 + 16
"""The key and the tag of the cipher."""


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a name
    RECOVERY = "recovery"


class WrongSecret(Exception):  # noqa: N818 - not an error of the program
    """This passphrase or recovery key does not open the slot."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The database key as one passphrase wraps it."""

    kind: SlotKind
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes


def seal(kind: SlotKind, phrase: str, key: ProfileKey, cost: Cost) -> Slot:
    """Wrap `key` so that `phrase` opens it.

    Raises:
        KnownError: there is not enough memory.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    wrapping = derive(phrase.encode("utf-8"), salt, cost)
    wrapped = AESGCM(wrapping).encrypt(nonce, key.secret, _bound(kind, cost, salt, key.profile))
    return Slot(kind, cost, salt, nonce, wrapped)


def unseal(slot: Slot, phrase: str, profile: bytes) -> ProfileKey:
    """Return the key that a slot of `profile` holds.

    Raises:
        WrongSecret: `phrase` does not open it.
        KnownError: there is not enough memory.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    wrapping = derive(phrase.encode("utf-8"), slot.salt, slot.cost)
    try:
        secret = AESGCM(wrapping).decrypt(
            slot.nonce, slot.wrapped, _bound(slot.kind, slot.cost, slot.salt, profile)
        )
    except InvalidTag:
        raise WrongSecret from None
    return ProfileKey(secret, profile)


def _bound(kind: SlotKind, cost: Cost, salt: bytes, profile: bytes) -> bytes:
    """Return what the cipher authenticates beside the key."""
    parts = ["argon2id", str(kind), cost.memory_kib, cost.passes, cost.lanes, salt.hex(), profile.hex()]
    return json.dumps(parts).encode("ascii")
