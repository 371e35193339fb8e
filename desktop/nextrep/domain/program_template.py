"""A program as shipped: its days, its weeks and what it asks of a person.

Doses are general training advice in the range of the ACSM progression models (2009, Med Sci Sports Exerc
41:687), not a treatment protocol.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from nextrep.domain.exercise_choices import ExerciseChoices
from nextrep.domain.exercises import Equipment, Pattern
from nextrep.domain.plan_parts import Part
from nextrep.domain.prescription import ProgressionRule
from nextrep.domain.text import tr


class Phase(StrEnum):
    """Phases of Mind and Muscle, as they are kept with its sessions."""

    FOUNDATION = "foundation"
    ADAPTATION = "adaptation"
    SUSTAINED = "sustained"


def phase_title(phase: str) -> str:
    """Return a phase as people read it; a program other than Mind and Muscle keeps its phases by name."""
    titles: dict[str, str] = {
        Phase.FOUNDATION: tr("Foundation"),
        Phase.ADAPTATION: tr("Progressive adaptation"),
        Phase.SUSTAINED: tr("Sustained practice"),
    }
    return titles.get(phase) or tr(phase)


@dataclass(frozen=True, slots=True)
class WeekRule:
    """What the sessions of some weeks look like.

    Attributes:
        first_week, last_week: from 1; the last rule may repeat (see ProgramTemplate.cycle_weeks).
        phase: a value of Phase, or the name of the phase in another program.
        sessions: sessions a week; 0 takes the person's choice.
        reps_low, reps_high, rir_low, rir_high: the range asked for.
        rest_s: rest in seconds.
        variant: which of the possible exercises is taken, so that later weeks bring new grips and stances.
        title: name of the block, for example "Strength".
        dose: words for the dose where sets × reps would not say it, or "".
        effort: how hard it is meant to be, in words, or "".
        load: share of the last usual load in tenths of a percent, None for the whole.
        extra: how many exercises at the beginning have one set more, so that the work grows in small steps.
        main: progression of the first exercise with a load, from intermediate on; None as the others.
    """

    first_week: int
    last_week: int
    phase: str
    sessions: int
    sets: int
    reps_low: int
    reps_high: int
    rir_low: int
    rir_high: int
    rest_s: int
    variant: int
    title: str = ""
    dose: str = ""
    effort: str = ""
    load: int | None = None
    extra: int = 0
    main: ProgressionRule | None = None

    @property
    def most_sets(self) -> int:
        """The most sets of an exercise."""
        return self.sets + bool(self.extra)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for an exercise.

    Attributes:
        sets, reps: its own (lowest, highest), else those of the week.
        cue: what to feel or where to breathe, or "".
    """

    pattern: Pattern
    sets: int | None = None
    reps: tuple[int, int] | None = None
    cue: str = ""


@dataclass(frozen=True, slots=True)
class TemplateDay:
    """A session of the program: its name and its exercises in order; a day off has only words (`note`)."""

    name: str
    slots: tuple[Slot, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProgramTemplate:
    """A program as shipped.

    Attributes:
        summary: what it is, in one sentence; `details` are further lines.
        days: its sessions in order. They begin anew each week, or go on from week to week if `rolling`.
            Without any it is a plan to fill by hand.
        rules: weeks in order; past the last week the last `cycle_weeks` weeks repeat.
        weeks: how long a plan of it is, 1-52.
        choices: the exercises to choose from.
        prefer: for each pattern the exercise keys that this program takes before all others.
        split: its sessions for days too close together for the whole body; empty where it has none.
        offsets: where its days are fixed, the days from the first one on (from 0) that have an entry in
            each seven days; empty where the person's weekdays count.
        ends: it is over after its last week.
        then: key of the program that goes on from here, or "".
        made_for: equipment it is meant for; without it something else takes the place.
        progression: how exercises with a load go on.
        grows: whether exercises with the own weight and holds go on to more, or stay as they are.
    """

    key: str
    title: str
    summary: str
    details: tuple[str, ...]
    days: tuple[TemplateDay, ...]
    rules: tuple[WeekRule, ...]
    weeks: int
    cycle_weeks: int
    choices: ExerciseChoices
    prefer: Mapping[Pattern, tuple[str, ...]] = field(default_factory=dict)
    split: Mapping[Part, TemplateDay] = field(default_factory=dict)
    rolling: bool = False
    offsets: tuple[int, ...] = ()
    ends: bool = False
    then: str = ""
    made_for: frozenset[Equipment] = frozenset()
    progression: ProgressionRule = ProgressionRule.DOUBLE
    grows: bool = True

    @property
    def by_hand(self) -> bool:
        """Whether it is filled by hand."""
        return not self.days

    @property
    def asks_weekdays(self) -> bool:
        """Whether the person's weekdays and minutes matter: fixed days are short and come as they are."""
        return not self.offsets and not self.by_hand

    @property
    def asks_sessions(self) -> bool:
        """Whether the person chooses how many sessions later weeks have."""
        return any(rule.sessions == 0 for rule in self.rules)

    @property
    def asks_weeks(self) -> bool:
        """Whether the person chooses how long a plan of it is."""
        return not self.ends

    def rule_for(self, week: int) -> WeekRule:
        """Return the rule for `week` (from 1); later weeks repeat the last cycle."""
        last = self.rules[-1].last_week
        if week > last:
            week = last - self.cycle_weeks + 1 + (week - last - 1) % self.cycle_weeks
        return next(rule for rule in self.rules if rule.first_week <= week <= rule.last_week)

    def day_for(self, in_week: int, in_all: int, part: Part = Part.WHOLE) -> TemplateDay:
        """Return the session that comes as number `in_week` of its week and `in_all` of the plan, from 0.

        `part` is what of the body it may train.
        """
        if part is not Part.WHOLE:
            return self.split[part]
        return self.days[(in_all if self.rolling else in_week) % len(self.days)]
