"""Times of day as people type them."""

from __future__ import annotations

import re

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr

_PATTERN = re.compile(r"(\d{1,2})(?:\s*[:.,h ]\s*(\d{2}))?\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE)
_DIGITS = re.compile(r"(\d{1,2})(\d{2})\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE)
_NOON = 12


def parse_clock(text: str) -> int:
    """Return the minutes after midnight, 0 to 1439, of "23:10", "2310", "23.10", "7", "11pm" or "6:50 am".

    Raises:
        UserError: it is not a time of day.
    """
    cleaned = text.strip()
    match = _DIGITS.fullmatch(cleaned) or _PATTERN.fullmatch(cleaned)
    if match is None:
        raise UserError(tr("Write the time like 23:10."))
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if half:
        if not 1 <= hour <= _NOON:
            raise UserError(tr("With am or pm the hour is 1 to 12."))
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if hour > 23 or minute > 59:
        raise UserError(tr("A time of day is between 00:00 and 23:59."))
    return hour * 60 + minute


def clock_text(minutes: int) -> str:
    """Return "23:10" for minutes after midnight; a day later counts as the same time."""
    hour, minute = divmod(minutes % 1440, 60)
    return f"{hour:02d}:{minute:02d}"
