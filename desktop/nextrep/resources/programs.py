"""Shipped programs, read from resources/programs."""

from __future__ import annotations

import json
from typing import Any

from nextrep.domain.exercises import Pattern
from nextrep.domain.program import Phase, ProgramTemplate, WeekRule
from nextrep.resources.paths import path


def load_program(key: str) -> ProgramTemplate:
    """Read a shipped program.

    Raises:
        KnownError: the file is missing.
        ValueError, KeyError: it does not hold a program (a fault of ours; a test reads every one).
    """
    raw = json.loads(path(f"programs/{key}.json").read_text(encoding="utf-8"))
    template = ProgramTemplate(
        key=raw["key"],
        title=raw["title"],
        days=tuple((day["name"], tuple(map(Pattern, day["patterns"]))) for day in raw["days"]),
        rules=tuple(_rule(row) for row in raw["rules"]),
        cycle_weeks=raw["cycle_weeks"],
        choices={Pattern(name): tuple(keys) for name, keys in raw["choices"].items()},
    )
    _check(template)
    return template


def _rule(row: dict[str, Any]) -> WeekRule:
    return WeekRule(
        first_week=row["weeks"][0],
        last_week=row["weeks"][1],
        phase=Phase(row["phase"]),
        sessions=row["sessions"],
        sets=row["sets"],
        reps_low=row["reps"][0],
        reps_high=row["reps"][1],
        rir_low=row["rir"][0],
        rir_high=row["rir"][1],
        rest_s=row["rest_s"],
        variant=row["variant"],
        title=row.get("title", ""),
    )


def _check(template: ProgramTemplate) -> None:
    week = 1
    for rule in template.rules:
        if rule.first_week != week or rule.last_week < rule.first_week:
            raise ValueError(f"{template.key}: week {week} has no rule or two")
        week = rule.last_week + 1
    wanted = {pattern for _name, patterns in template.days for pattern in patterns}
    if missing := wanted - set(template.choices):
        raise ValueError(f"{template.key}: no exercises for {sorted(missing)}")
