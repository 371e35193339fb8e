"""The pages of an encrypted database, read without SQLCipher, which stops at the first damaged one.

Each page ends with 16 bytes of IV and an HMAC-SHA512 over text, IV and page number; the first one begins with
the salt instead of SQLite's own mark. AES-256 in CBC mode, as SQLCipher 4 writes it.
Source of the layout: https://www.zetetic.net/sqlcipher/design/
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable

from nextrep.storage.vault.key import PROFILE_BYTES, ProfileKey

RESERVED = 80
"""Bytes at the end of a page that are not SQLite's."""
_IV, _MARK = 16, b"SQLite format 3\0"


def reader(key: ProfileKey) -> Callable[[int, bytes], bytes | None]:
    """Return what turns a page's number and bytes into its plain text, or None where they are damaged."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    secret = key.secret
    salt = bytes(byte ^ 0x3A for byte in key.profile)
    seal_key = hashlib.pbkdf2_hmac("sha512", secret, salt, 2, 32)

    def read(number: int, raw: bytes) -> bytes | None:
        start = PROFILE_BYTES if number == 1 else 0
        text, iv, seal = raw[start:-RESERVED], raw[-RESERVED : -RESERVED + _IV], raw[-RESERVED + _IV :]
        sealed = hmac.digest(seal_key, text + iv + number.to_bytes(4, "little"), "sha512")
        if not hmac.compare_digest(sealed, seal):
            return None
        opened = Cipher(algorithms.AES(secret), modes.CBC(iv)).decryptor()
        plain = opened.update(text) + opened.finalize()
        return (_MARK if number == 1 else b"") + plain + raw[-RESERVED:]

    return read
