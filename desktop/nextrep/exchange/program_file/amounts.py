"""Amounts of a program file with their units, as text and back: reps, effort, time, distance, percent, load.

Every reader raises UserError with plain words; ranges are those of the domain.
"""

from __future__ import annotations

import re
from decimal import Decimal

from nextrep.domain.errors import UserError
from nextrep.domain.prescription import MAX_PERCENT
from nextrep.domain.text import tr
from nextrep.domain.training import MAX_DISTANCE_M, MAX_PLANNED_REPS, MAX_SECONDS
from nextrep.domain.units import Load, Unit, load_of, parse_load, plain
from nextrep.exchange.program_file.values import short, span, span_text, tidy

MAX_RIR = 10


def reps(text: str) -> tuple[int, int | None]:
    """Read reps: a number, a range or "8+".

    Raises:
        UserError: see span.
    """
    return span(text, 0, MAX_PLANNED_REPS)


def effort(text: str) -> tuple[int | None, int | None]:
    """Read reps in reserve from "RIR 2-3", "RIR 2+", "RIR up to 3" or "RPE 7-8" (RIR = 10 - RPE).

    Raises:
        UserError: it is none of these.
    """
    found = re.fullmatch(r"(rir|rpe) (up to )?([0-9+ -]+)", tidy(text).lower())
    if found is None:
        raise UserError(tr("“{text}” is not an effort like RIR 2-3 or RPE 8.", text=short(text)))
    first, last = span(found[3], 0, MAX_RIR)
    if found[2]:
        first, last = 0, first
        if found[1] == "rir":
            return None, last
    if found[1] == "rir":
        return first, last
    # The harder end of an RPE range is the lower end of the reserve; "RPE 8+" leaves at most 2.
    return (0 if last is None else MAX_RIR - last), MAX_RIR - first


def effort_text(low: int | None, high: int | None) -> str:
    """Write what `effort` reads."""
    if low is None:
        return f"RIR up to {high}"
    return f"RIR {span_text(low, high)}"


def duration(text: str, high: int = MAX_SECONDS, low: int = 0) -> int:
    """Read seconds from "90 s", "2 min", "1:30" or "1 h"; a bare number is seconds.

    Raises:
        UserError: it is none of these, or outside of the range.
    """
    clean = tidy(text).lower()
    seconds: int | None = None
    if found := re.fullmatch(r"([0-9]{1,6}) ?(s|sec|seconds|min|minutes|h|hours)?", clean):
        seconds = int(found[1]) * {"s": 1, "m": 60, "h": 3600}[(found[2] or "s")[0]]
    elif found := re.fullmatch(r"([0-9]{1,4}):([0-5][0-9])", clean):
        seconds = int(found[1]) * 60 + int(found[2])
    if seconds is None:
        raise UserError(tr("“{text}” is not a time like 90 s, 2 min or 1:30.", text=short(text)))
    if not low <= seconds <= high:
        raise UserError(
            tr(
                "“{text}” lies outside {low} to {high}.",
                text=short(text),
                low=duration_text(low),
                high=duration_text(high),
            )
        )
    return seconds


def duration_text(seconds: int) -> str:
    """Write what `duration` reads."""
    if seconds and seconds % 3600 == 0:
        return f"{seconds // 3600} h"
    return f"{seconds // 60} min" if seconds >= 120 and seconds % 60 == 0 else f"{seconds} s"


def distance(text: str) -> int:
    """Read metres from "40 m" or "1.5 km".

    Raises:
        UserError: it is neither, or outside 1 m to 200 km.
    """
    found = re.fullmatch(r"([0-9]{1,6})(?:[.,]([0-9]{1,3}))? ?(m|km)", tidy(text).lower())
    if found is None:
        raise UserError(tr("“{text}” is not a distance like 40 m or 2 km.", text=short(text)))
    exact = Decimal(f"{found[1]}.{found[2] or 0}") * (1000 if found[3] == "km" else 1)
    if exact != int(exact) or not 1 <= exact <= MAX_DISTANCE_M:
        raise UserError(tr("“{text}” is not in whole metres from 1 m to 200 km.", text=short(text)))
    return int(exact)


def percent(text: str, low: int = 1, high: int = MAX_PERCENT) -> int:
    """Read tenths of a percent from "62.5 %".

    Raises:
        UserError: it is none, finer than a tenth, or outside of the range.
    """
    found = re.fullmatch(r"([0-9]{1,4})(?:[.,]([0-9]))?0* ?(?:%|percent)", tidy(text).lower())
    if found is None:
        raise UserError(tr("“{text}” is not a percentage like 75 % or 62.5 %.", text=short(text)))
    tenths = int(found[1]) * 10 + int(found[2] or 0)
    if not low <= tenths <= high:
        raise UserError(
            tr(
                "“{text}” lies outside {low} to {high}.",
                text=short(text),
                low=percent_text(low),
                high=percent_text(high),
            )
        )
    return tenths


def percent_text(tenths: int) -> str:
    """Write what `percent` reads."""
    return f"{plain(Decimal(tenths) / 10)} %"


def load(text: str) -> Load:
    """Read a load with its unit: "16 kg", "62.5 kg", "35 lb"; below 0 it is help.

    Raises:
        UserError: it is none, has no unit, or is over 1,500 kg.
    """
    clean = tidy(text).lower()
    if not clean.endswith(("kg", "kgs", "lb", "lbs")):
        raise UserError(tr("“{text}” is not a weight like 16 kg or 35 lb.", text=short(text)))
    found = parse_load(clean, Unit.KG)
    if found is None or not any(c.isdigit() for c in clean):
        raise UserError(tr("“{text}” is not a weight like 16 kg or 35 lb.", text=short(text)))
    return found


def load_text(value: Load) -> str:
    """Write a load with as many decimals as its grams need."""
    exact = Decimal(value.grams) / value.unit.grams
    for places in range(2, 7):
        shown = exact.quantize(Decimal(1).scaleb(-places))
        if load_of(shown, value.unit) == value:
            return f"{plain(shown)} {value.unit}"
    raise AssertionError(value)
