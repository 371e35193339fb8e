"""Shipped programs, read from resources/programs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from nextrep.domain.exercise_choices import ExerciseChoices
from nextrep.domain.exercises import Equipment, Pattern
from nextrep.domain.plan_parts import Part
from nextrep.domain.prescription import WHOLE, ProgressionRule
from nextrep.domain.program import MAX_WEEKS, MIN_WEEKS, WEEKDAYS
from nextrep.domain.program_template import ProgramTemplate, Slot, TemplateDay, WeekRule
from nextrep.resources.choices import load_choices
from nextrep.resources.paths import read_json

PROGRAMS = (
    "mind_and_muscle",
    "seven_day_starter",
    "one_set_a_day",
    "return_after_a_break",
    "full_body_3",
    "upper_lower_4",
    "five_by_five",
    "dumbbell_double_progression",
    "own",
)
"""Keys of the shipped programs, in the order in which they are offered."""

LABEL = "General training advice"


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
    raw: dict[str, Any] = read_json(f"programs/{key}.json")
    template = ProgramTemplate(
        key=raw["key"],
        title=raw["title"],
        summary=raw["summary"],
        details=tuple(raw.get("details", ())),
        days=tuple(map(_day, raw["days"])),
        rules=tuple(map(_rule, raw["rules"])),
        weeks=raw["weeks"],
        cycle_weeks=raw["cycle_weeks"],
        choices=load_choices(),
        prefer={Pattern(name): tuple(keys) for name, keys in raw.get("prefer", {}).items()},
        split={Part[name.upper()]: _day(day) for name, day in raw.get("split", {}).items()},
        rolling=raw.get("rolling", False),
        offsets=tuple(raw.get("offsets", ())),
        ends=raw.get("ends", False),
        then=raw.get("then", ""),
        made_for=frozenset(map(Equipment, raw.get("made_for", ()))),
        progression=ProgressionRule(raw.get("progression", ProgressionRule.DOUBLE)),
        grows=raw.get("grows", True),
    )
    problems = list(_problems(template, raw))
    if problems:
        raise ValueError(f"{template.key}: {'; '.join(problems)}")
    return template


def _day(raw: dict[str, Any]) -> TemplateDay:
    return TemplateDay(raw["name"], tuple(map(_slot, raw["patterns"])), raw.get("note", ""))


def _slot(raw: str | dict[str, Any]) -> Slot:
    """Read a place of a session: the name of a pattern, or an object with what is its own."""
    if isinstance(raw, str):
        return Slot(Pattern(raw))
    reps = raw.get("reps")
    own_reps = (reps[0], reps[1]) if reps else None
    return Slot(Pattern(raw["pattern"]), raw.get("sets"), own_reps, raw.get("cue", ""))


def _rule(row: dict[str, Any]) -> WeekRule:
    main = row.get("main")
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
        effort=row.get("effort", ""),
        load=row.get("load"),
        extra=row.get("extra", 0),
        main=ProgressionRule(main) if main else None,
    )


def _problems(template: ProgramTemplate, raw: dict[str, Any]) -> Iterator[str]:
    if raw["label"] != LABEL:
        yield f"is not labelled {LABEL!r}"
    if not MIN_WEEKS <= template.weeks <= MAX_WEEKS:
        yield "weeks out of range"
    if template.then and template.then not in PROGRAMS:
        yield f"goes on with an unknown program: {template.then}"
    if list(template.offsets) != sorted({o for o in template.offsets if 0 <= o < WEEKDAYS}):
        yield "offsets are days 0 to 6 in order"
    yield from _rule_problems(template)
    yield from _day_problems(template, template.choices)


def _rule_problems(template: ProgramTemplate) -> Iterator[str]:
    week = 1
    for rule in template.rules:
        if rule.first_week != week or rule.last_week < rule.first_week:
            yield f"week {week} has no rule or two"
        week = rule.last_week + 1
        if rule.reps_low > rule.reps_high or rule.rir_low > rule.rir_high or rule.sets < 1:
            yield f"week {rule.first_week}: a range is upside down or there is no set"
        if rule.load is not None and not 100 <= rule.load < WHOLE:
            yield f"week {rule.first_week}: a share of the load is 100 to 999 tenths of a percent"
    if template.by_hand and template.rules:
        yield "has rules and no days"
    if not template.by_hand and not 1 <= template.cycle_weeks < week:
        yield "cycle_weeks out of range"


def _day_problems(template: ProgramTemplate, choices: ExerciseChoices) -> Iterator[str]:
    days = (*template.days, *template.split.values())
    wanted = {slot.pattern for day in days for slot in day.slots}
    if missing := wanted - set(choices.usual):
        yield f"no exercises for {sorted(missing)}"
    if unknown := set(template.prefer) - set(choices.usual):
        yield f"prefers exercises of no pattern: {sorted(unknown)}"
    if template.split and set(template.split) != {Part.UPPER, Part.LOWER, Part.PUSH, Part.PULL}:
        yield "a split has upper, lower, push and pull"
    if any(not day.slots and not day.note for day in days):
        yield "a day without exercises has its words"
