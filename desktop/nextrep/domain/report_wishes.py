"""What is remembered of a report from one time to the next: JSON that a damaged text cannot break.

Neither a password nor the questions, nor which entries of the journal went in: those are chosen anew each
time (clinical.md, 4.5: nothing is shown that the person did not choose).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from nextrep.domain.report_sections import ReportPreset, ReportSection, sections_of

_LAST_ORDINAL = 3_652_059
"""31 December 9999, the last day that Python knows."""
_NAME_CHARS = 80


@dataclass(frozen=True, slots=True)
class ReportWishes:
    """How the person had the report last.

    Attributes:
        preset: whom it was for.
        sections: what was ticked.
        left_out: keys of questionnaires that were left out.
        period: key of a period, see services.report_periods; "" for none.
        days: first and last day (date ordinals) of a period of the person's own, None for one with a key.
        appointment: day (date ordinal) of the last appointment as the person set it, None where not set.
        name: what stood as the name, None where it was that of the profile.
        paper: "A4" or "LETTER", "" where none was chosen.
        grey: in shades of grey.
    """

    preset: ReportPreset = ReportPreset.GP
    sections: frozenset[ReportSection] = sections_of(ReportPreset.GP)
    left_out: frozenset[str] = frozenset()
    period: str = ""
    days: tuple[int, int] | None = None
    appointment: int | None = None
    name: str | None = None
    paper: str = ""
    grey: bool = False


def wishes_to_text(wishes: ReportWishes) -> str:
    """Return wishes as text."""
    row = {
        "preset": wishes.preset,
        "sections": [one for one in ReportSection if one in wishes.sections],
        "left_out": sorted(wishes.left_out),
        "period": wishes.period,
        "days": wishes.days,
        "appointment": wishes.appointment,
        "name": wishes.name,
        "paper": wishes.paper,
        "grey": wishes.grey,
    }
    return json.dumps(row, ensure_ascii=False)


def wishes_from_text(text: str) -> ReportWishes:
    """Return the wishes of a text; what cannot be read is as it comes."""
    try:
        row = json.loads(text) if text else {}
    except ValueError:
        row = {}
    if not isinstance(row, dict):
        return ReportWishes()
    preset = row.get("preset")
    known = ReportPreset(preset) if preset in set(ReportPreset) else ReportPreset.GP
    return ReportWishes(
        preset=known,
        sections=_sections(row.get("sections"), known),
        left_out=frozenset(_texts(row.get("left_out"))),
        period=_text(row.get("period")),
        days=_days(row.get("days")),
        appointment=_day(row.get("appointment")),
        name=row["name"][:_NAME_CHARS] if isinstance(row.get("name"), str) else None,
        paper=_text(row.get("paper")),
        grey=row.get("grey") is True,
    )


def _sections(value: Any, preset: ReportPreset) -> frozenset[ReportSection]:
    if not isinstance(value, list):
        return sections_of(preset)
    return frozenset(one for one in ReportSection if one in _texts(value))


def _texts(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _day(value: Any) -> int | None:
    fits = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= _LAST_ORDINAL
    return value if fits else None


def _days(value: Any) -> tuple[int, int] | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    first, last = _day(value[0]), _day(value[1])
    return None if first is None or last is None else (first, last)
