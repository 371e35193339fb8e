"""What the files of a profile folder say about whether it is encrypted, before anything is opened."""

from __future__ import annotations

from collections import Counter
from enum import Enum, auto
from pathlib import Path

from nextrep.storage.vault import header
from nextrep.storage.vault.key import PROFILE_BYTES

DATABASE = "nextrep.db"
CONVERSION = "nextrep.converting"
"""A file that stands in the folder while a profile is encrypted or decrypted: see conversion.py."""
PLAIN_START = b"SQLite format 3\0"
_PAGE = 4096
_MOST_UNEVEN = 400.0
"""Chi-squared of the bytes of one page against an even spread, with 255 degrees of freedom: random bytes stay
below 400 except once in a hundred million pages; text, databases and zeros are in the thousands."""


class State(Enum):
    """What is in a profile folder."""

    NOTHING = auto()
    """No database, or an empty file, and no key."""
    PLAIN = auto()
    ENCRYPTED = auto()
    """A key file, and a database that is not a plain one or not there yet."""
    KEY_MISSING = auto()
    """A database that looks encrypted, and no key file."""
    SWAPPED = auto()
    """A key file, and a plain database that no conversion explains."""


def state(folder: Path) -> State:
    """Return what is in `folder`. A file that cannot be read counts as a plain one: opening it says why."""
    start = first_page(folder / DATABASE)
    plain = start.startswith(PLAIN_START)
    if header.exists(folder):
        if not plain:
            return State.ENCRYPTED
        return State.PLAIN if (folder / CONVERSION).exists() else State.SWAPPED
    if not start:
        return State.NOTHING
    return State.KEY_MISSING if not plain and looks_random(start) else State.PLAIN


def first_page(file: Path) -> bytes:
    """Return the first page of a file, or less where it has less; nothing where it cannot be read."""
    try:
        with file.open("rb") as source:
            return source.read(_PAGE)
    except OSError:
        return b""


def looks_random(page: bytes) -> bool:
    """Tell whether a page is as even as encrypted ones are."""
    if len(page) < _PAGE:
        return False
    expected = len(page) / 256
    counts = Counter(page)
    return sum((counts[byte] - expected) ** 2 / expected for byte in range(256)) < _MOST_UNEVEN


def begins_as(folder: Path, profile: bytes) -> bool:
    """Tell whether the database in `folder` begins with the salt of `profile`, or is not there yet."""
    start = first_page(folder / DATABASE)
    return not start or start[:PROFILE_BYTES] == profile
