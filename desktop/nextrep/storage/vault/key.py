"""The key of an encrypted profile's database."""

from __future__ import annotations

import hashlib
import hmac
import secrets

SECRET_BYTES = 32
PROFILE_BYTES = 16


class ProfileKey:
    """The random key that the pages of a database are encrypted with, and the profile that it belongs to.

    It never changes while a profile stays encrypted: passphrase and recovery key only wrap it.

    Attributes:
        profile: 16 random bytes that name the profile. They are also the salt with which SQLCipher begins the
            file, so that a file of another profile is known by its first bytes, and a file whose first bytes
            are lost can still be read.
    """

    __slots__ = ("_secret", "profile")

    def __init__(self, secret: bytes, profile: bytes) -> None:
        if len(secret) != SECRET_BYTES or len(profile) != PROFILE_BYTES:
            raise ValueError
        self._secret = bytearray(secret)
        self.profile = profile

    @classmethod
    def new(cls) -> ProfileKey:
        """Return the key of a new profile, from the system's random numbers."""
        return cls(secrets.token_bytes(SECRET_BYTES), secrets.token_bytes(PROFILE_BYTES))

    @property
    def secret(self) -> bytes:
        """The 32 bytes.

        Raises:
            ValueError: the key was wiped.
        """
        if not self._secret:
            raise ValueError
        return bytes(self._secret)

    @property
    def passphrase(self) -> str:
        """The key and the salt in SQLCipher's raw form, which takes them without deriving anything."""
        return f"x'{self.secret.hex()}{self.profile.hex()}'"

    @property
    def check(self) -> bytes:
        """32 bytes that tell this key from another one and say nothing about it."""
        return hmac.digest(self.secret, b"NextRep profile " + self.profile, hashlib.sha256)

    def wipe(self) -> None:
        """Overwrite the key in memory, as far as Python allows: it may have copied it elsewhere."""
        for place in range(len(self._secret)):
            self._secret[place] = 0
        self._secret.clear()

    def __repr__(self) -> str:
        return "ProfileKey(…)"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ProfileKey):
            return NotImplemented
        return self.profile == other.profile and hmac.compare_digest(self.secret, other.secret)

    __hash__ = None  # type: ignore[assignment] # what is wiped is not the same any more
