"""One set where sets are not alike, as a short line: "warm-up 5 at 50 %", "amrap 5+ at 85 %"."""

from __future__ import annotations

import re

from nextrep.domain.errors import UserError
from nextrep.domain.prescription import PlannedKind, PlannedSet
from nextrep.domain.text import tr
from nextrep.exchange.program_file import amounts, values

_KINDS = "|".join(re.escape(str(kind)) for kind in PlannedKind)
_LINE = re.compile(rf"(?:({_KINDS})\b)? ?(.*?) ?(?:(?:\bat|@) ?([0-9., ]+(?:%|percent)))?")
_TIME = re.compile(r"[0-9]+ ?(s|sec|seconds|min|minutes|h|hours)|[0-9]+:[0-9]{2}")


def read_set(text: str) -> PlannedSet:
    """Read one set; without a kind it is a working set.

    Raises:
        UserError: it cannot be read, or a number is outside its range.
    """
    found = _LINE.fullmatch(values.tidy(text).lower())
    if found is None:
        raise UserError(tr("“{text}” is not a set like 5 at 75 %.", text=text[:40]))
    kind = PlannedKind(found[1]) if found[1] else PlannedKind.WORKING
    share = amounts.percent(found[3]) if found[3] else None
    low: int | None = None
    high: int | None = None
    seconds: int | None = None
    parts = [part.strip() for part in found[2].split("/")] if found[2] else []
    if not parts:
        raise UserError(tr("“{text}” is not a set like 5 at 75 %.", text=text[:40]))
    for part in parts:
        if _TIME.fullmatch(part):
            seconds = amounts.duration(part, low=1)
        else:
            low, high = amounts.reps(part)
    return PlannedSet(kind, low, high, seconds, share)


def write_set(row: PlannedSet) -> str:
    """Write what `read_set` reads."""
    parts = [] if row.kind is PlannedKind.WORKING else [str(row.kind)]
    asked = []
    if row.reps_low is not None:
        asked.append(values.span_text(row.reps_low, row.reps_high))
    if row.seconds is not None:
        asked.append(amounts.duration_text(row.seconds))
    if asked:
        parts.append(" / ".join(asked))
    if row.percent is not None:
        parts.append(f"at {amounts.percent_text(row.percent)}")
    return " ".join(parts)
