"""Invented past times of an exercise, and what is asked next."""

from __future__ import annotations

from dataclasses import replace

from nextrep.domain.loads import Loads
from nextrep.domain.prescription import LoadPlan, Progression, ProgressionRule, TargetDetails
from nextrep.domain.progression import Exposure, Suggestion, suggest
from nextrep.domain.training import Effort, EffortScale, SetDraft, SetKind, Target
from nextrep.domain.units import Load, Unit, load_of
from nextrep.resources.exercises import load_exercises

LIBRARY = load_exercises()
GOBLET = LIBRARY.get("goblet_squat")
SQUAT = LIBRARY.get("back_squat")
BENCH = LIBRARY.get("barbell_bench_press")
PUSH_UP = LIBRARY.get("push_up")
PLANK = LIBRARY.get("plank")
HELPED = LIBRARY.get("assisted_pull_up_machine")
DAY = 740_000
STEP_DAYS = 3


def target(sets=3, low=8, high=10, *, seconds=None, rir=None, **details) -> Target:
    """A target; `details` are those of TargetDetails."""
    return Target(1, sets, low, high, seconds, rir, rir, details=TargetDetails(**details))


def ruled(
    rule: ProgressionRule, sets=3, low=8, high=10, *, load=None, rows=(), seconds=None, rir=None, **more
):
    """A target with a progression; `more` are the attributes of Progression."""
    plan = load or LoadPlan()
    return target(
        sets, low, high, seconds=seconds, rir=rir, load=plan, rows=rows, progression=Progression(rule, **more)
    )


def kg(value) -> Load:
    return load_of(value, Unit.KG)


def lb(value) -> Load:
    return load_of(value, Unit.LB)


def sets(load, *reps, rir=None, kind=SetKind.WORKING) -> tuple[SetDraft, ...]:
    """Sets of reps at one load (a number is kilograms)."""
    what = load if isinstance(load, Load) or load is None else kg(load)
    effort = None if rir is None else Effort(EffortScale.RIR, int(rir * 10))
    return tuple(SetDraft(1, 0, kind=kind, load=what, reps=n, effort=effort) for n in reps)


def holds(*seconds, load=None) -> tuple[SetDraft, ...]:
    return tuple(SetDraft(1, 0, load=load, seconds=n) for n in seconds)


def past(asked: Target | None, *times, first: int | None = None, every: int = STEP_DAYS) -> list[Exposure]:
    """Past times, three days apart, the last of them three days before DAY."""
    start = DAY - every * len(times) if first is None else first
    return [
        time if isinstance(time, Exposure) else Exposure(start + every * n, asked, tuple(time))
        for n, time in enumerate(times)
    ]


def after(exercise, asked, *times, loads=None, today=DAY, **more) -> Suggestion:
    """What is asked after these times, each judged by the same target."""
    return suggest(exercise, asked, past(asked, *times), loads or Loads(), today, **more)


def work(found: Suggestion) -> list[tuple[str | None, int | None]]:
    """Loads and reps of every set that is no warm-up."""
    return [(row.load.text() if row.load else None, row.reps) for row in found.rows if row.kind != "warm-up"]


def lighter(asked: Target, percent: int = 800) -> Target:
    """The same, lighter on purpose."""
    return replace(asked, details=replace(asked.details, load=LoadPlan(percent=percent)))
