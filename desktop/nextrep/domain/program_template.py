"""A program as shipped: its days, its weeks and what it asks of a person.

Doses are general training advice in the range of the ACSM progression models (2009, Med Sci Sports Exerc
41:687), not a treatment protocol.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nextrep.domain.exercises import Equipment, Pattern
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


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for an exercise. `sets` and `reps` (lowest, highest) are its own, else those of the week."""

    pattern: Pattern
    sets: int | None = None
    reps: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class TemplateDay:
    """A session of the program: its name and its exercises in order."""

    name: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class ProgramTemplate:
    """A program as shipped.

    Attributes:
        summary: what it is, in one sentence; `details` are further lines, for example its days off.
        days: its sessions in order. They begin anew each week, or go on from week to week if `rolling`.
        rules: weeks in order; past the last week the last `cycle_weeks` weeks repeat.
        weeks: how long a plan of it is, 1-52.
        choices: for each pattern the exercise keys in order of preference.
        offsets: where its days are fixed, the days from the first one on (from 0) that have a session in
            each seven days; empty where the person's weekdays count.
        ends: it is over after its last week.
        made_for: equipment it is meant for; without it something else takes the place.
    """

    key: str
    title: str
    summary: str
    details: tuple[str, ...]
    days: tuple[TemplateDay, ...]
    rules: tuple[WeekRule, ...]
    weeks: int
    cycle_weeks: int
    choices: dict[Pattern, tuple[str, ...]]
    rolling: bool = False
    offsets: tuple[int, ...] = ()
    ends: bool = False
    made_for: frozenset[Equipment] = frozenset()

    @property
    def asks_weekdays(self) -> bool:
        """Whether the person's weekdays and minutes matter: fixed days are short and come as they are."""
        return not self.offsets

    @property
    def asks_sessions(self) -> bool:
        """Whether the person chooses how many sessions later weeks have."""
        return any(rule.sessions == 0 for rule in self.rules)

    def rule_for(self, week: int) -> WeekRule:
        """Return the rule for `week` (from 1); later weeks repeat the last cycle."""
        last = self.rules[-1].last_week
        if week > last:
            week = last - self.cycle_weeks + 1 + (week - last - 1) % self.cycle_weeks
        return next(rule for rule in self.rules if rule.first_week <= week <= rule.last_week)

    def day_for(self, in_week: int, in_all: int) -> TemplateDay:
        """Return the session that comes as number `in_week` of its week and `in_all` of the plan, from 0."""
        return self.days[(in_all if self.rolling else in_week) % len(self.days)]
