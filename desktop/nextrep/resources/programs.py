"""Shipped programs, read from resources/programs."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from nextrep.domain.exercises import Equipment, Pattern
from nextrep.domain.program import MAX_WEEKS, MIN_WEEKS, WEEKDAYS
from nextrep.domain.program_template import ProgramTemplate, Slot, TemplateDay, WeekRule
from nextrep.resources.paths import path

PROGRAMS = (
    "mind_and_muscle",
    "seven_day_starter",
    "one_set_a_day",
    "return_after_a_break",
    "full_body_3",
    "upper_lower_4",
    "five_by_five",
    "dumbbell_double_progression",
)
"""Keys of the shipped programs, in the order in which they are offered."""

LABEL = "General training advice"
CHOICES_FILE = "exercises/choices.json"


def load_programs() -> tuple[ProgramTemplate, ...]:
    """Return the shipped programs in the order in which they are offered (see load_program)."""
    return tuple(load_program(key) for key in PROGRAMS)


@lru_cache(maxsize=len(PROGRAMS))
def load_program(key: str) -> ProgramTemplate:
    """Read a shipped program, once.

    Raises:
        KnownError: the file is missing.
        ValueError, KeyError: it does not hold a program (a fault of ours; a test reads every one).
    """
    raw = _read(f"programs/{key}.json")
    template = ProgramTemplate(
        key=raw["key"],
        title=raw["title"],
        summary=raw["summary"],
        details=tuple(raw.get("details", ())),
        days=tuple(TemplateDay(day["name"], tuple(map(_slot, day["patterns"]))) for day in raw["days"]),
        rules=tuple(_rule(row) for row in raw["rules"]),
        weeks=raw["weeks"],
        cycle_weeks=raw["cycle_weeks"],
        choices=_choices(raw.get("prefer", {})),
        rolling=raw.get("rolling", False),
        offsets=tuple(raw.get("offsets", ())),
        ends=raw.get("ends", False),
        made_for=frozenset(map(Equipment, raw.get("made_for", ()))),
    )
    _check(template, raw)
    return template


def _read(name: str) -> dict[str, Any]:
    raw: dict[str, Any] = json.loads(path(name).read_text(encoding="utf-8"))
    return raw


def _slot(raw: str | dict[str, Any]) -> Slot:
    """Read a place of a session: the name of a pattern, or an object with its own sets and reps."""
    if isinstance(raw, str):
        return Slot(Pattern(raw))
    reps = raw.get("reps")
    return Slot(Pattern(raw["pattern"]), raw.get("sets"), (reps[0], reps[1]) if reps else None)


def _choices(prefer: dict[str, list[str]]) -> dict[Pattern, tuple[str, ...]]:
    """Return the usual exercises of each pattern, those that a program prefers before them."""
    return {
        Pattern(name): tuple(dict.fromkeys((*prefer.get(name, ()), *usual)))
        for name, usual in _read(CHOICES_FILE).items()
    }


def _rule(row: dict[str, Any]) -> WeekRule:
    return WeekRule(
        first_week=row["weeks"][0],
        last_week=row["weeks"][1],
        phase=row["phase"],
        sessions=row["sessions"],
        sets=row["sets"],
        reps_low=row["reps"][0],
        reps_high=row["reps"][1],
        rir_low=row["rir"][0],
        rir_high=row["rir"][1],
        rest_s=row["rest_s"],
        variant=row["variant"],
        title=row.get("title", ""),
        dose=row.get("dose", ""),
    )


def _check(template: ProgramTemplate, raw: dict[str, Any]) -> None:
    """Refuse what generation could not use.

    Raises:
        ValueError: with the program and what is wrong.
    """
    problems = list(_problems(template, raw))
    if problems:
        raise ValueError(f"{template.key}: {'; '.join(problems)}")


def _problems(template: ProgramTemplate, raw: dict[str, Any]) -> list[str]:
    found: list[str] = []
    week = 1
    for rule in template.rules:
        if rule.first_week != week or rule.last_week < rule.first_week:
            found.append(f"week {week} has no rule or two")
        week = rule.last_week + 1
        if rule.reps_low > rule.reps_high or rule.rir_low > rule.rir_high or rule.sets < 1:
            found.append(f"week {rule.first_week}: a range is upside down or there is no set")
    wanted = {slot.pattern for day in template.days for slot in day.slots}
    if missing := wanted - set(template.choices):
        found.append(f"no exercises for {sorted(missing)}")
    if unknown := set(raw.get("prefer", {})) - {str(pattern) for pattern in template.choices}:
        found.append(f"prefers exercises of no pattern: {sorted(unknown)}")
    if raw["label"] != LABEL:
        found.append(f"is not labelled {LABEL!r}")
    if not MIN_WEEKS <= template.weeks <= MAX_WEEKS or not 1 <= template.cycle_weeks < week:
        found.append("weeks or cycle_weeks out of range")
    if list(template.offsets) != sorted({o for o in template.offsets if 0 <= o < WEEKDAYS}):
        found.append("offsets are days 0 to 6 in order")
    return found
