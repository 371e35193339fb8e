"""What people type for a set, read without guessing: "100x5", "5x", "10/9", "1:30"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr
from nextrep.domain.units import parse_decimal

TIMES = "x×*"
_TIMES = re.compile(f"[{re.escape(TIMES)}]", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,4}):([0-5]?\d)(?:[.,]0*)?")
_FAR_OUT = 10**6
"""Whole numbers beyond this are cut to it: out of every range, yet small enough to compare."""


@dataclass(frozen=True, slots=True)
class Reps:
    """Reps as typed: of both sides where they differ, `reps` is then the lesser."""

    reps: int
    left: int | None = None
    right: int | None = None


def is_short(text: str) -> bool:
    """Tell whether a text names load and reps at once, or reps by their sign: "100x5", "5x", "x5"."""
    return bool(_TIMES.search(text))


def split_short(text: str) -> tuple[str, str]:
    """Return load and reps of a text that `is_short`; the load is "" where reps alone are named ("5x", "x5").

    Raises:
        UserError: it is neither.
    """
    parts = [part.strip() for part in _TIMES.split(text)]
    if len(parts) == 2 and any(parts):
        load, reps = parts
        return (load, reps) if load and reps else ("", load or reps)
    raise UserError(tr("“{text}” is not clear. Write for example 100x5 or 5x.", text=text.strip()))


def read_reps(text: str, *, sides: bool) -> Reps:
    """Read reps: a whole number, and where an exercise is done side by side also "10/9" for left and right.

    Raises:
        UserError: it is neither; `field` is "reps".
    """
    parts = text.split("/")
    if sides and len(parts) == 2 and all(part.strip() for part in parts):
        left, right = (_reps(part) for part in parts)
        return Reps(min(left, right), left, right) if left != right else Reps(left)
    return Reps(_reps(text))


def _reps(text: str) -> int:
    return whole(text, tr("Reps are whole numbers."), "reps")


def read_seconds(text: str) -> int:
    """Read a time in whole seconds, or in minutes and seconds ("1:30").

    Raises:
        UserError: it is neither; `field` is "seconds".
    """
    clock = _CLOCK.fullmatch(text.strip())
    if clock is not None:
        return int(clock[1]) * 60 + int(clock[2])
    return whole(text, tr("Write whole seconds, or minutes as in 1:30."), "seconds")


def whole(text: str, problem: str, field: str) -> int:
    """Read a whole number; one that is far out of every range stays out of it.

    Raises:
        UserError: it is no number, or (with the words of `problem`) no whole one.
    """
    try:
        number = parse_decimal(text)
    except UserError as error:
        raise UserError(str(error), field=field) from None
    if number != number.to_integral_value():
        raise UserError(problem, field=field)
    return int(min(max(number, Decimal(-_FAR_OUT)), Decimal(_FAR_OUT)))
