"""Programs for tests: any that a plan can hold."""

from __future__ import annotations

import string

from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Exercise, Level, Measure, Muscle, Pattern
from nextrep.domain.prescription import (
    LoadPlan,
    LoadRule,
    PlannedKind,
    PlannedSet,
    Progression,
    ProgressionRule,
    TargetDetails,
)
from nextrep.domain.program import Prescription
from nextrep.domain.shared_program import SharedProgram, SharedSession
from nextrep.domain.target_check import check_target
from nextrep.domain.training import Target
from nextrep.domain.units import Load, Unit, load_of

PRINTED = st.characters(exclude_categories=("Cc", "Cs"))
NASTY = st.sampled_from(
    (
        "no", "yes", "null", "~", "18:30", "1e3", "0o7", "2026-11-22", "- dash", "#x", "a: b", "a #b", "'q'",
        '"q"', "&a", "*a", "!t", "{b}", "[c]", "%d", "@e", "`f`", "<<", "=", "|", ">", "?", ": x", "a:",
        "---",        "...", "\u2028", "\u0085x", "\ufeff", "👩‍🦽 lift", "עליית", "日本語",
    )
)  # fmt: skip


def line(most: int, least: int = 0) -> st.SearchStrategy[str]:
    """Words on one line, as names and titles are kept."""
    made = (NASTY | st.text(PRINTED, max_size=most)).map(_clean)
    return made.filter(lambda text: least <= len(text) <= most)


def _clean(text: str) -> str:
    return " ".join("".join(" " if c < " " or "\x7f" <= c <= "\x9f" else c for c in text).split())


def note() -> st.SearchStrategy[str]:
    """Words on several lines."""
    return st.lists(line(40), max_size=3).map("\n".join).map(str.strip)


NAMES = line(60, 1)
WORD = st.text(string.ascii_letters, min_size=3, max_size=12)


def loads() -> st.SearchStrategy[Load]:
    return st.builds(Load, st.integers(1, 1_000_000), st.sampled_from(Unit)) | st.builds(
        load_of, st.decimals("0.25", "600", places=2), st.sampled_from(Unit)
    )


def reps() -> st.SearchStrategy[tuple[int, int | None]]:
    pairs = st.tuples(st.integers(1, 999), st.integers(1, 999)).map(lambda pair: tuple(sorted(pair)))
    return pairs | st.tuples(st.integers(1, 999), st.none())


@st.composite
def planned_sets(draw: st.DrawFn) -> PlannedSet:
    low, high = draw(reps() | st.just((None, None)))
    seconds = draw(st.none() | st.integers(1, 86400)) if low is not None else draw(st.integers(1, 86400))
    share = draw(st.none() | st.integers(1, 1500))
    return PlannedSet(draw(st.sampled_from(PlannedKind)), low, high, seconds, share)


def load_plans() -> st.SearchStrategy[LoadPlan]:
    return st.builds(
        LoadPlan,
        rule=st.sampled_from(LoadRule),
        percent=st.none() | st.integers(10, 1500),
        load=st.none() | loads(),
        band=line(30),
    )


def progressions() -> st.SearchStrategy[Progression]:
    return st.builds(
        Progression,
        rule=st.sampled_from(ProgressionRule),
        step=st.none() | loads(),
        misses=st.integers(1, 6),
        deload=st.integers(10, 500),
        back_off=st.integers(100, 1000),
        total=st.none() | st.integers(1, 999),
        wave=st.lists(st.lists(planned_sets(), min_size=1, max_size=4).map(tuple), max_size=3).map(tuple),
        ladder=st.lists(NAMES, max_size=3).map(tuple),
        seconds_step=st.integers(1, 600),
        seconds_high=st.integers(1, 86400),
    )


def details() -> st.SearchStrategy[TargetDetails]:
    return st.builds(
        TargetDetails,
        distance_m=st.none() | st.integers(1, 200_000),
        load=load_plans(),
        progression=progressions(),
        rows=st.lists(planned_sets(), max_size=4).map(tuple),
        warm_up=st.integers(0, 6),
        superset=st.sampled_from(("", "A", "B")),
        alternates=st.lists(NAMES, max_size=3).map(tuple),
        note=note(),
        cue=note(),
    )


@st.composite
def rows(draw: st.DrawFn, names: st.SearchStrategy[str] = NAMES) -> Prescription:
    low, high = draw(reps() | st.just((None, None)))
    rir = draw(st.sampled_from(((None, None), (2, None), (None, 3), (2, 2), (0, 10), (1, 3))))
    row = Prescription(
        exercise_key=draw(names),
        sets=draw(st.integers(1, 50)),
        reps_low=low,
        reps_high=high,
        seconds=draw(st.none() | st.integers(1, 86400)),
        rir_low=rir[0],
        rir_high=rir[1],
        rest_s=draw(st.integers(0, 3600)),
        details=draw(st.just(TargetDetails()) | details()),
    )
    if not possible(row):
        row = Prescription(row.exercise_key, row.sets, 8, 12, None, rir[0], rir[1], row.rest_s)
    return row


def possible(row: Prescription) -> bool:
    """Whether a person could plan it."""
    reps, rir = (row.reps_low, row.reps_high), (row.rir_low, row.rir_high)
    target = Target(0, row.sets, *reps, row.seconds, *rir, row.rest_s, row.details)
    try:
        check_target(target, known_max=True)
    except UserError:
        return False
    return True


def own_exercises() -> st.SearchStrategy[Exercise]:
    return st.builds(
        Exercise,
        key=st.just(""),
        name=NAMES,
        pattern=st.sampled_from(Pattern),
        measure=st.sampled_from(Measure),
        primary=st.lists(st.sampled_from((Muscle.CHEST, Muscle.LATS)), unique=True).map(tuple),
        secondary=st.lists(st.sampled_from((Muscle.BICEPS, Muscle.CALVES)), unique=True).map(tuple),
        equipment=st.lists(st.sampled_from(Equipment), unique=True, max_size=3).map(tuple),
        unilateral=st.booleans(),
        level=st.sampled_from(Level),
        note=note(),
        cue=note(),
    )


def sessions() -> st.SearchStrategy[SharedSession]:
    return st.builds(
        SharedSession,
        week=st.integers(1, 104),
        day=st.integers(0, 6),
        phase=line(40),
        title=line(60, 1),
        exercises=st.lists(rows(), max_size=4).map(tuple),
        minute=st.none() | st.integers(0, 1439),
        note=note(),
    )


@st.composite
def programs(draw: st.DrawFn) -> SharedProgram:
    made = sorted(draw(st.lists(sessions(), max_size=8)), key=lambda one: (one.week, one.day))
    last = max((one.week for one in made), default=1)
    return SharedProgram(
        title=draw(line(80, 1)),
        weeks=draw(st.integers(last, 104)),
        sessions=tuple(made),
        own=tuple(draw(st.lists(own_exercises(), max_size=3))),
        template=draw(st.sampled_from(("", "mind_and_muscle"))),
    )
