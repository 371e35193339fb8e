"""A quiet minute before training and two after it: how long they are, and what stands there when.

The lines say what to notice. None says what that does for a person: whether it does anything is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class QuietKind(StrEnum):
    """Arriving before the first set, or coming to an end after the last one."""

    ARRIVAL = "arrival"
    CLOSE = "close"

    @property
    def seconds(self) -> int:
        """How long it is."""
        return 60 if self is QuietKind.ARRIVAL else 120


def line_at(lines: Sequence[T], elapsed_ms: int, total_ms: int) -> T:
    """Return which of some lines stands there after `elapsed_ms` of `total_ms`; each has an equal share.

    The last one stays when the time is over.

    Raises:
        IndexError: there are no lines.
    """
    place = elapsed_ms * len(lines) // total_ms
    return lines[min(max(0, place), len(lines) - 1)]
