"""From loads and aims to a suggestion."""

from __future__ import annotations

from collections.abc import Sequence

from nextrep.domain.prescription import PlannedKind, PlannedSet
from nextrep.domain.progression.facts import Case, Suggestion
from nextrep.domain.progression.rows import build
from nextrep.domain.progression.said import first_time
from nextrep.domain.text import tr
from nextrep.domain.units import Load


def finished(
    case: Case,
    first: Load | None,
    aims: Sequence[int | None],
    reason: str,
    *,
    wave: tuple[PlannedSet, ...] = (),
    exercise_key: str | None = None,
) -> Suggestion:
    """Return the suggestion; see `rows.build` for `first` and `aims`."""
    rows = build(case, first, aims, wave)
    working = next((row for row in rows if row.kind is not PlannedKind.WARMUP), None)
    return Suggestion(
        load=working.load if working is not None else first,
        reps=working.reps if working is not None else None,
        reason=reason or tr("As planned."),
        rows=rows,
        seconds=working.seconds if working is not None else None,
        exercise_key=exercise_key,
    )


def fresh_start(case: Case) -> Suggestion:
    """Return the suggestion for the first time."""
    return finished(case, None, (), first_time(case.exercise))
