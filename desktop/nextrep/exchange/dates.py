"""Dates as other programs write them, which is as the phone's language does."""

# ruff: noqa: RUF001, RUF003 - words of many alphabets
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime

from nextrep.exchange.months import MONTH_OF, fold

_LONGEST = 64
_FIRST_YEAR, _LAST_YEAR = 1950, 2199

_WEEKDAY = r"(?:[^\W\d_]+\.?,?\s+)?"
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})\s*[日일.]?")
_NUMERIC = re.compile(rf"{_WEEKDAY}(\d{{1,2}})\s*([-/.])\s*(\d{{1,2}})\s*\2\s*(\d{{4}}|\d{{2}})(?!\d)")
_DAY_MONTH = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})(?:\.|st|nd|rd|th|er|o)?[\s/-]*(?:de\s+|of\s+)?([^\W\d_]+)\.?,?[\s/-]*(?:del?\s+)?(\d{{4}})"
)
_MONTH_DAY = re.compile(rf"{_WEEKDAY}([^\W\d_]+)\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})")
_TIME = re.compile(
    r"(?:[\s,]*[^\W\d_]{1,4}\.?){0,3}?[\s,]*"  # "T", "at", "um", "à", "a las", "kl.", "г."
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?\s?m\.?)?"
    r"\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2})?\s*"
)
_NO_TIME = re.compile(r"[\s,]*(?:г\.?)?")
_HALF_BEFORE = re.compile(r"(上午|午前|오전|下午|午後|오후)\s*([\d:]+)")
_MORNING = ("上午", "午前", "오전")

When = tuple[datetime, bool]


class DateReader:
    """Reads the dates of one file.

    A date such as 05/06/2026 is read in the order that the file's other dates prove; where none does,
    the day comes first.

    Attributes:
        doubtful: an example of a date that could be read either way, "" when there is none.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._cache: dict[str, When | None] = {}
        self.doubtful = ""
        day_first = month_first = False
        example = ""
        for text in texts:
            if found := _NUMERIC.match(_tidy(text)):
                first, separator, second = int(found[1]), found[2], int(found[3])
                day_first |= first > 12
                month_first |= second > 12
                if separator != "." and max(first, second) <= 12 and first != second:
                    example = example or text
        self._month_first = month_first and not day_first
        if day_first == month_first:
            self.doubtful = example

    def read(self, text: str) -> When | None:
        """Return the wall time as written and whether a time of day was given; None if it is no date.

        An offset from UTC is left out: the time stays the one that is written.
        """
        try:
            return self._cache[text]
        except KeyError:
            when = self._cache[text] = self._read(_tidy(text))
            return when

    def _read(self, text: str) -> When | None:
        found = self._find_date(text)
        if found is None:
            return None
        year, month, day, rest = found
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            return None
        hour = minute = second = 0
        has_time = not _NO_TIME.fullmatch(rest)
        if has_time:
            clock = _TIME.fullmatch(rest)
            if clock is None:
                return None
            hour, minute, second = (int(clock[name] or 0) for name in ("hour", "minute", "second"))
            half = (clock["half"] or "")[:1]
            if half and hour <= 12:
                hour = hour % 12 + (12 if half == "p" else 0)
        try:
            return datetime(year, month, day, hour, minute, second), has_time  # noqa: DTZ001 - wall time
        except ValueError:
            return None

    def _find_date(self, text: str) -> tuple[int, int, int, str] | None:
        if found := _YEAR_FIRST.match(text):
            return int(found[1]), int(found[2]), int(found[3]), text[found.end() :]
        if found := _NUMERIC.match(text):
            day, month = int(found[1]), int(found[3])
            swap = month > 12 or (self._month_first and day <= 12)
            year = int(found[4])
            if swap:
                day, month = month, day
            return year + 2000 if year < 100 else year, month, day, text[found.end() :]
        if (found := _DAY_MONTH.match(text)) and (number := MONTH_OF.get(fold(found[2]))):
            return int(found[3]), number, int(found[1]), text[found.end() :]
        if (found := _MONTH_DAY.match(text)) and (number := MONTH_OF.get(fold(found[1]))):
            return int(found[3]), number, int(found[2]), text[found.end() :]
        return None


def _tidy(text: str) -> str:
    """Small letters, plain spaces and digits, "pm" after the time: 下午7:00 becomes 7:00 pm."""
    if len(text) > _LONGEST:
        return ""
    # NFKC turns the narrow no-break space U+202F and its kin into plain spaces.
    tidy = unicodedata.normalize("NFKC", text).casefold().strip().replace("\u200e", "").replace("\u200f", "")
    return _HALF_BEFORE.sub(lambda half: f"{half[2]} {'am' if half[1] in _MORNING else 'pm'}", tidy)
