"""Laws that hold for every history and every plan."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from nextrep.domain.loads import Loads
from nextrep.domain.owned import Owned
from nextrep.domain.prescription import (
    LoadPlan,
    LoadRule,
    PlannedKind,
    PlannedSet,
    Progression,
    ProgressionRule,
    TargetDetails,
)
from nextrep.domain.progression import Exposure, Suggestion, example, rule_title, rule_words, suggest
from nextrep.domain.training import MAX_REPS, MAX_SECONDS, Effort, EffortScale, SetDraft, SetKind, Target
from nextrep.domain.units import MAX_LOAD_GRAMS, Load, Unit
from tests.unit.progression.past import BENCH, DAY, GOBLET, HELPED, LIBRARY, PLANK, PUSH_UP, SQUAT, kg, sets

R = ProgressionRule
EXERCISES = (
    BENCH,
    GOBLET,
    HELPED,
    PLANK,
    PUSH_UP,
    SQUAT,
    LIBRARY.get("farmers_carry"),
    LIBRARY.get("pull_up"),
)
LOADS = (Loads(), Loads(Owned(dumbbells=(kg(4), kg(10), kg(16)))))
STEPS = (R.DOUBLE, R.LINEAR, R.TOP_BACKOFF, R.RPE)

loads = st.builds(Load, st.integers(-40_000, 200_000), st.sampled_from(Unit))
any_load = (
    st.none() | loads | st.builds(Load, st.integers(-MAX_LOAD_GRAMS, MAX_LOAD_GRAMS), st.sampled_from(Unit))
)
efforts = st.none() | st.builds(Effort, st.sampled_from(EffortScale), st.integers(0, 100))
planned = st.builds(
    PlannedSet,
    st.sampled_from(PlannedKind),
    st.none() | st.integers(0, 20),
    st.none() | st.integers(20, 30),
    st.none() | st.integers(1, 90),
    st.none() | st.integers(1, 1500),
)
progressions = st.builds(
    Progression,
    rule=st.sampled_from(R),
    step=st.none() | st.builds(Load, st.integers(1, 20_000), st.sampled_from(Unit)),
    misses=st.integers(1, 6),
    deload=st.integers(10, 500),
    back_off=st.integers(100, 1000),
    total=st.none() | st.integers(1, 200),
    wave=st.lists(st.lists(planned, max_size=3).map(tuple), max_size=4).map(tuple),
    ladder=st.sampled_from([(), ("knee_push_up", "push_up", "decline_push_up"), ("push_up", "own_gone")]),
    seconds_step=st.integers(1, 600),
    seconds_high=st.integers(1, 900),
)
plans = st.builds(
    LoadPlan,
    st.sampled_from(LoadRule),
    st.none() | st.integers(1, 1500),
    any_load,
    st.sampled_from(["", "light"]),
)
details = st.builds(
    TargetDetails,
    distance_m=st.none() | st.integers(1, 400),
    load=plans,
    progression=progressions,
    rows=st.lists(planned, max_size=4).map(tuple),
    warm_up=st.integers(0, 6),
)


@st.composite
def targets(draw, of=details) -> Target:
    low = draw(st.none() | st.integers(0, 20))
    high = None if low is None else draw(st.none() | st.integers(low, 40))
    rir = draw(st.none() | st.integers(0, 6))
    return Target(
        1,
        draw(st.integers(1, 6)),
        low,
        high,
        draw(st.none() | st.integers(0, 300)),
        rir,
        rir,
        details=draw(of),
    )


wild_sets = st.builds(
    SetDraft,
    exercise_id=st.just(1),
    block=st.just(0),
    kind=st.sampled_from(SetKind),
    load=any_load,
    reps=st.none() | st.integers(0, 40) | st.sampled_from([999, 877_777]),
    seconds=st.none() | st.integers(0, 300),
    distance_m=st.none() | st.integers(0, 400),
    effort=efforts,
)


@st.composite
def histories(draw, today=DAY) -> list[Exposure]:
    of = targets()
    days = sorted(draw(st.lists(st.integers(today - 200, today), max_size=8)))
    usual = draw(of)
    asked = st.sampled_from([usual, None]) | of
    return [Exposure(day, draw(asked), tuple(draw(st.lists(wild_sets, max_size=5)))) for day in days]


def check(found: Suggestion) -> None:
    assert found.reason.strip()
    for row in found.rows:
        assert row.reps is None or 0 < row.reps <= MAX_REPS
        assert row.seconds is None or 0 <= row.seconds <= MAX_SECONDS
        assert row.load is None or abs(row.load.grams) <= MAX_LOAD_GRAMS
    working = [row for row in found.rows if row.kind is not PlannedKind.WARMUP]
    if working:
        assert (found.load, found.reps, found.seconds) == (
            working[0].load,
            working[0].reps,
            working[0].seconds,
        )


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(EXERCISES),
    targets(),
    histories(),
    st.sampled_from(LOADS),
    st.integers(-5, 400),
    st.sampled_from(Unit),
)
def test_there_is_always_an_answer_with_a_reason_and_always_the_same(
    exercise, asked, times, owned, later, unit
):
    first = suggest(exercise, asked, times, owned, DAY + later, unit=unit, exercise_of=LIBRARY.get)
    check(first)
    check(suggest(exercise, None, times, owned, DAY + later))
    assert (
        suggest(exercise, asked, list(times), owned, DAY + later, unit=unit, exercise_of=LIBRARY.get) == first
    )


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(EXERCISES), targets(), st.sampled_from(LOADS), st.sampled_from(Unit))
def test_every_plan_has_an_example(exercise, asked, owned, unit):
    assert example(exercise, asked, owned, unit).strip()


def test_every_rule_has_a_title_and_a_sentence():
    assert len({rule_title(rule) for rule in R}) == len(R)
    assert all(rule_words(rule).endswith(".") for rule in R)


# Ordinary plans and days, for the laws about what counts as what.


@st.composite
def steady(draw):
    """A plan by a rule that steps, and days that went somehow, all at most 13 days apart."""
    rule = draw(st.sampled_from(STEPS))
    low = draw(st.integers(3, 12))
    high = draw(st.integers(low, low + 5))
    n = draw(st.integers(2, 5))
    asked = Target(
        1, n, low, high, details=TargetDetails(progression=Progression(rule, misses=draw(st.integers(1, 4))))
    )
    start = draw(st.integers(8, 40)) * 2
    times = []
    for _ in range(draw(st.integers(1, 5))):
        load = kg(start + draw(st.sampled_from([0, 0, 0, 2, -2])))
        reps = draw(st.lists(st.integers(0, high + 3), min_size=1, max_size=n + 1))
        times.append(sets(load, *reps, rir=draw(st.sampled_from([None, 0, 2, 4]))))
    return asked, times


def asked_after(asked: Target, times, today: int = DAY) -> Suggestion:
    days = [Exposure(today - 3 * (len(times) - n), asked, time) for n, time in enumerate(times)]
    return suggest(GOBLET, asked, days, Loads(), today)


@settings(max_examples=60, deadline=None)
@given(steady(), st.data())
def test_a_lighter_day_never_raises_the_load(plan, data):
    asked, times = plan
    before = asked_after(asked, times)
    grams = data.draw(st.integers(0, before.load.grams - 1))
    reps = data.draw(st.lists(st.integers(0, 40), min_size=1, max_size=6))
    rir = data.draw(st.sampled_from([None, 0, 5, 10]))
    after = asked_after(asked, [*times, sets(Load(grams, Unit.KG), *reps, rir=rir)])
    assert after.load.grams <= before.load.grams


@settings(max_examples=60, deadline=None)
@given(steady(), st.data())
def test_a_short_day_changes_neither_load_nor_reps(plan, data):
    asked, times = plan
    before = asked_after(asked, times)
    n = data.draw(st.integers(1, asked.sets - 1))
    fewest = 0 if n == 1 else asked.reps_high
    reps = data.draw(st.lists(st.integers(fewest, asked.reps_high + 3), min_size=n, max_size=n))
    after = asked_after(asked, [*times, sets(before.load, *reps)])
    assert after.load == before.load
    repeated = asked_after(asked, [*times, sets(before.load, *reps), sets(before.load, *reps)])
    assert repeated.load == before.load


@settings(max_examples=60, deadline=None)
@given(steady())
def test_misses_in_a_row_always_bring_it_at_least_one_step_down(plan):
    asked, times = plan
    now = asked_after(asked, times)
    for _ in range(asked.details.progression.misses):
        times = [*times, sets(now.load, *[asked.reps_low - 1] * asked.sets)]
    down = asked_after(asked, times)
    assert down.load.grams <= now.load.grams - 2000 or now.load.grams == 0
    assert down.reason


@settings(max_examples=60, deadline=None)
@given(steady(), st.integers(14, 400))
def test_after_a_gap_nothing_is_heavier_than_the_last_time(plan, days):
    asked, times = plan
    times = [*times, sets(60, *[asked.reps_high] * asked.sets)]
    exposures = [Exposure(DAY - 3 * (len(times) - n), asked, time) for n, time in enumerate(times)]
    back = suggest(GOBLET, asked, exposures, Loads(), exposures[-1].day + days)
    assert back.load.grams < 60_000
    assert back.load.grams % 2000 == 0
    longer = suggest(GOBLET, asked, exposures, Loads(), exposures[-1].day + days + 60)
    assert longer.load.grams <= back.load.grams


@settings(max_examples=60, deadline=None)
@given(
    steady(), st.integers(100, 990), st.lists(st.integers(0, 30), min_size=1, max_size=5), st.integers(0, 80)
)
def test_a_lighter_week_is_as_if_it_had_not_been(plan, percent, reps, kilograms):
    asked, times = plan
    days = [Exposure(DAY - 3 * (len(times) - n) - 2, asked, time) for n, time in enumerate(times)]
    easy = replace(asked, details=replace(asked.details, load=LoadPlan(percent=percent)))
    week = Exposure(DAY - 1, easy, sets(kilograms, *reps))
    assert suggest(GOBLET, asked, [*days, week], Loads(), DAY) == suggest(GOBLET, asked, days, Loads(), DAY)


@settings(max_examples=60, deadline=None)
@given(
    steady(), st.lists(wild_sets.filter(lambda one: one.kind in (SetKind.WARMUP, SetKind.DROP)), max_size=4)
)
def test_warm_ups_and_drop_sets_change_nothing(plan, noise):
    asked, times = plan
    noisy = [(*noise, *time, *noise) for time in times]
    assert asked_after(asked, noisy) == asked_after(asked, times)


@settings(max_examples=60, deadline=None)
@given(steady(), st.integers(-60, -1), st.integers(0, 40))
def test_greater_help_never_is_progress(plan, kilograms, more):
    asked, _ = plan
    start = sets(kilograms, *[asked.reps_low] * asked.sets)
    helped = sets(kilograms - more - 1, *[asked.reps_high + 5] * asked.sets)
    before = [Exposure(DAY - 6, asked, start)]
    was = suggest(HELPED, asked, before, Loads(), DAY)
    now = suggest(HELPED, asked, [*before, Exposure(DAY - 3, asked, helped)], Loads(), DAY)
    assert now.load.grams <= was.load.grams
