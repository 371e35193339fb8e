"""Amounts as people type them: "8–12", "1:30", "40 m", "62.5 %", and the percentages of a wave."""

from __future__ import annotations

import re
from decimal import Decimal

from nextrep.domain.errors import UserError
from nextrep.domain.prescription import PlannedKind, PlannedSet
from nextrep.domain.text import tr
from nextrep.domain.units import parse_decimal, plain

Range = tuple[int, int]

_RANGE = re.compile(r"(\d+)(?:\s*(?:-|–|—|−|to|…|\.\.)\s*(\d+))?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,3}):(\d{2})")
_TIME = re.compile(r"(\d+(?:[.,]\d+)?)\s*(s|sec|seconds?|m|min|minutes?|h|hours?)?\.?", re.IGNORECASE)
_LENGTH = re.compile(r"(\d+(?:[.,]\d+)?)\s*(m|metres?|meters?|km)?", re.IGNORECASE)
_WAVE_SET = re.compile(r"(\d+)\s*(\+?)\s*(?:×|x|\*|@|at)\s*(\d+(?:\.\d+)?)\s*%?", re.IGNORECASE)
_MINUTE = 60


def parse_range(text: str) -> Range:
    """Read "8–12", "8-12", "8 to 12" or "8".

    Raises:
        UserError: it is no such range, or upside down.
    """
    match = _RANGE.fullmatch(text.strip())
    if match is None:
        raise UserError(tr("Write a number, or a range like 8–12."))
    low, high = int(match[1]), int(match[2] or match[1])
    if low > high:
        raise UserError(
            tr("The range is upside down: {low} is more than {high}. Write {high}–{low}.", low=low, high=high)
        )
    return low, high


def range_text(value: Range) -> str:
    """Write a range as "8–12", or "8" where both ends are the same."""
    low, high = value
    return str(low) if low == high else f"{low}–{high}"


def parse_seconds(text: str) -> int:
    """Read "90", "90 s", "1:30" or "2 min" as seconds.

    Raises:
        UserError: it is no length of time.
    """
    clock = _CLOCK.fullmatch(text.strip())
    if clock is not None:
        return int(clock[1]) * _MINUTE + int(clock[2])
    match = _TIME.fullmatch(text.strip())
    if match is None:
        raise UserError(tr("Write a time like 90 s, 1:30 or 2 min."))
    unit = (match[2] or "s")[0].lower()
    return int(parse_decimal(match[1]) * {"s": 1, "m": _MINUTE, "h": _MINUTE * _MINUTE}[unit])


def seconds_text(seconds: int) -> str:
    """Write seconds as "45 s", "2 min" or "1:30"."""
    minutes, rest = divmod(seconds, _MINUTE)
    if not minutes:
        return tr("{n} s", n=rest)
    return f"{minutes}:{rest:02d}" if rest else tr("{n} min", n=minutes)


def parse_metres(text: str) -> int:
    """Read "40", "40 m" or "1.5 km" as metres.

    Raises:
        UserError: it is no distance.
    """
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        raise UserError(tr("Write a distance like 40 m or 1.5 km."))
    factor = 1000 if (match[2] or "m").lower() == "km" else 1
    return int(parse_decimal(match[1]) * factor)


def metres_text(metres: int) -> str:
    """Write metres as "40 m"."""
    return tr("{n} m", n=metres)


def parse_percent(text: str) -> int:
    """Read "62.5 %" as tenths of a percent.

    Raises:
        UserError: it is no number, or has more than one digit after the point.
    """
    tenths = parse_decimal(text.replace("%", "")) * 10
    if tenths != int(tenths) or not 1 <= tenths <= 1500:
        raise UserError(tr("Write a percentage up to 150, like 80 or 62.5."))
    return int(tenths)


def percent_words(tenths: int) -> str:
    """Write tenths of a percent as "62.5 %"."""
    return tr("{percent} %", percent=plain(Decimal(tenths) / 10))


def parse_wave(text: str) -> tuple[tuple[PlannedSet, ...], ...]:
    """Read a wave: a line for each session, as "5×65 %, 5×75 %, 5+×85 %"; + stands for as many as possible.

    Raises:
        UserError: a line cannot be read; the message names it.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(_wave_line(number, line) for number, line in enumerate(lines, start=1))


def wave_text(wave: tuple[tuple[PlannedSet, ...], ...]) -> str:
    """Write a wave as `parse_wave` reads it."""
    return "\n".join(", ".join(_wave_set(one) for one in line) for line in wave)


def _wave_line(number: int, line: str) -> tuple[PlannedSet, ...]:
    found = []
    for part in re.split(r"[,;]\s+|;", line):
        match = _WAVE_SET.fullmatch(part.strip())
        if match is None:
            raise UserError(
                tr("Line {number}: “{part}” is not like 5×65 % or 5+×85 %.", number=number, part=part.strip())
            )
        kind = PlannedKind.AMRAP if match[2] else PlannedKind.WORKING
        reps = int(match[1])
        found.append(PlannedSet(kind, reps, None if match[2] else reps, percent=parse_percent(match[3])))
    return tuple(found)


def _wave_set(one: PlannedSet) -> str:
    plus = "+" if one.kind is PlannedKind.AMRAP else ""
    percent = percent_words(one.percent) if one.percent is not None else percent_words(1000)
    return f"{one.reps_low}{plus}×{percent}"
