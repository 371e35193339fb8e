"""How much of the program the calendar shows, and how a week shown alone shares its room."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

_ROOMY_DAY = 3
"""How many times the room of an empty day a day with sessions gets, where there is room."""


class Span(Enum):
    """How much of the program the calendar shows."""

    MONTH = "month"
    WEEK = "week"


def day_widths(busy: Sequence[bool], room: int, least: int) -> list[int]:
    """Return the widths of the days of a week in px: most of the room goes to those that have sessions.

    Args:
        busy: which days have sessions.
        room: all the width there is.
        least: what no day goes below, even where the room does not suffice.
    """
    full, empty = sum(busy), len(busy) - sum(busy)
    if not full:
        return [max(least, room // len(busy))] * len(busy)
    slim = max(least, room // (empty + _ROOMY_DAY * full))
    wide = max(least, (room - slim * empty) // full)
    return [wide if on else slim for on in busy]
