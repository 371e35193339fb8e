"""Values and differences as words, to one decimal, with the unit of their outcome."""

from __future__ import annotations

from nextrep.domain.figures import number
from nextrep.domain.journal import Direction
from nextrep.domain.series import Figure
from nextrep.domain.text import tr
from nextrep.domain.trends.findings import Estimate

SMALLEST = 0.05
"""What is smaller rounds to 0 at one decimal."""


def signed(value: float) -> str:
    """Return one decimal with its sign: "+0.6", "−0.2", "0.0"."""
    if abs(value) < SMALLEST:
        return "0.0"
    return f"+{value:.1f}" if value > 0 else f"−{-value:.1f}"


def size_text(value: float, figure: Figure) -> str:
    """Return a difference without its sign and with its unit: "0.6 points", or "less than 0.1 points"."""
    if 0 < abs(value) < SMALLEST:
        return tr("less than {size}", size=_with_unit("0.1", figure))
    size = f"{abs(value):.1f}"
    return _with_unit(size, figure)


def change_text(value: float, figure: Figure) -> str:
    """Return a difference with sign and unit: "+0.6 points", or "just above 0" for what rounds to 0."""
    return _side_of_nothing(value) or _with_unit(signed(value), figure)


def _with_unit(size: str, figure: Figure) -> str:
    return {
        Figure.PLAIN: tr("{n} points", n=size),
        Figure.HOURS: tr("{n} hours", n=size),
        Figure.PERCENT: tr("{n} percentage points", n=size),
        Figure.MINUTES: tr("{n} minutes", n=size),
    }[figure]


def value_text(value: float, figure: Figure) -> str:
    """Return a value with its unit: "6.5", "7.2 h", "88 %", "20 min"."""
    shown = number(value)
    return {
        Figure.PLAIN: shown,
        Figure.HOURS: tr("{n} h", n=shown),
        Figure.PERCENT: tr("{n} %", n=shown),
        Figure.MINUTES: tr("{n} min", n=shown),
    }[figure]


def interval_text(found: Estimate) -> str:
    """Return "likely between −0.2 and +1.0"; an end that rounds to 0 says on which side it lies."""
    return tr("likely between {low} and {high}", low=_end(found.low), high=_end(found.high))


def _end(value: float) -> str:
    return _side_of_nothing(value) or signed(value)


def _side_of_nothing(value: float) -> str:
    """Return on which side of 0 a value lies that would be said as 0, "" for any other."""
    if 0 < value < SMALLEST:
        return tr("just above 0")
    return tr("just below 0") if -SMALLEST < value < 0 else ""


def direction_text(direction: Direction | None) -> str:
    """Return "higher is better", "lower is better", or "" where neither is."""
    if direction is None:
        return ""
    return tr("higher is better") if direction is Direction.HIGHER_IS_BETTER else tr("lower is better")
