"""How long to wait after wrong passphrases.

It slows down a hand at the keyboard. Who has a copy of the files tries elsewhere, and is slowed down by the
key derivation alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

FREE_TRIES = 2
LONGEST_S = 30


@dataclass(frozen=True, slots=True)
class WrongTries:
    """Wrong passphrases since the last right one, and when the last of them was given."""

    count: int = 0
    last_at: datetime | None = None


def wait_after(count: int) -> int:
    """Return the seconds to wait after so many wrong passphrases: 0, 0, 1, 2, 4 … 30."""
    if count <= FREE_TRIES:
        return 0
    return int(min(2 ** min(count - FREE_TRIES - 1, 10), LONGEST_S))


def seconds_left(tries: WrongTries, now: datetime) -> float:
    """Return how many seconds are left to wait.

    A clock that was set back makes nobody wait longer than once more.
    """
    if tries.last_at is None:
        return 0.0
    wait = float(wait_after(tries.count))
    return min(max(wait - (now - tries.last_at).total_seconds(), 0.0), wait)
