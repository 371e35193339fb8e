"""A typical level in words. Apart from the block that draws it, so that no drawing library comes with it."""

from __future__ import annotations

from nextrep.domain.figures import clock, number
from nextrep.domain.series import DAYS_FOR_LEVEL, Level
from nextrep.domain.text import tr
from nextrep.reports.content import TypicalRow


def level_text(row: TypicalRow, level: Level | None, needed: int) -> str:
    """Return for example "6 (5–7)", or a dash and why there is none."""
    if level is None:
        if row.unit:
            return tr("–  fewer than {n} nights logged", n=needed)
        return tr("–  fewer than {n} days logged", n=needed)
    said = tr(
        "{median} ({lower}–{upper})",
        median=value_text(level.median, row.unit),
        lower=value_text(level.lower, row.unit, bare=True),
        upper=value_text(level.upper, row.unit, bare=True),
    )
    if level.n >= DAYS_FOR_LEVEL:
        return said
    if row.unit:
        return tr("{value}, provisional, n {n}", value=said, n=level.n)
    return tr("{value}, only {n} days", value=said, n=level.n)


def value_text(value: float, unit: str, *, bare: bool = False) -> str:
    """Return a value in its unit: ratings "6.5", hours "6 h 50", percent "86 %"; bare without the unit."""
    if unit == "h":
        said = clock(value * 60)
        return said if bare else tr("{hours} h", hours=said)
    if unit == "%":
        said = number(value, 0)
        return said if bare else tr("{percent} %", percent=said)
    return number(value)
