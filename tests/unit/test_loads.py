"""Loads that exist: of each thing, for each exercise, in each unit."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Exercise, Measure, Muscle, Pattern
from nextrep.domain.loads import Loads, usual_step
from nextrep.domain.owned import Bar, Owned
from nextrep.domain.owned_words import presets
from nextrep.domain.plates import Pieces, fine
from nextrep.domain.stock import Source, source_of
from nextrep.domain.units import Load, Unit, load_of
from nextrep.resources.exercises import load_exercises

LIBRARY = load_exercises()


def kg(value: float | str) -> Load:
    return load_of(value, Unit.KG)


def lb(value: float | str) -> Load:
    return load_of(value, Unit.LB)


def exercise(*equipment: Equipment, measure: Measure = Measure.LOADED) -> Exercise:
    return Exercise("x", "X", Pattern.HORIZONTAL_PRESS, measure, (Muscle.CHEST,), equipment=equipment)


BENCH = exercise(Equipment.BARBELL, Equipment.BENCH, Equipment.RACK)
CURL = exercise(Equipment.DUMBBELL)
PRESS_DOWN = exercise(Equipment.CABLE)
LEG_PRESS = exercise(Equipment.MACHINE)
PULL_UP = exercise(Equipment.PULL_UP_BAR, measure=Measure.BODYWEIGHT)
ASSISTED = exercise(Equipment.MACHINE, measure=Measure.ASSISTED)
BACKPACK = exercise(Equipment.BACKPACK)
BAND = exercise(Equipment.BAND)


def bar(*weights: Load) -> tuple[Bar, ...]:
    return tuple(Bar(Equipment.BARBELL, weight) for weight in weights)


def pairs(*weights: Load, count: int = 2) -> tuple[Pieces, ...]:
    return tuple(Pieces(weight, count) for weight in weights)


# --- nothing said ---


@pytest.mark.parametrize(
    ("what", "load", "above", "at_most"),
    [
        (BENCH, kg(61), kg(63.5), kg(60)),
        (CURL, kg(15), kg(17), kg(14)),
        (CURL, lb(32), lb(37), lb(30)),
        (BENCH, lb(135), lb(140), lb(135)),
        (exercise(Equipment.KETTLEBELL), kg(17), kg(21), kg(16)),
        (BACKPACK, kg(5.2), kg(5.7), kg(5)),
        (ASSISTED, kg(-22), kg(-19.5), kg(-22.5)),
        (ASSISTED, kg(-2), kg(0), kg(-2.5)),
    ],
)
def test_without_a_word_the_usual_steps_count(what: Exercise, load: Load, above: Load, at_most: Load) -> None:
    loads = Loads()
    assert loads.above(what, load) == above
    assert loads.at_most(what, load) == at_most
    assert not loads.is_heaviest(what, load)
    assert loads.loadable(what) == ()
    assert loads.sides(what, load) is None


@given(st.integers(1, 60))
def test_the_usual_steps_do_not_drift_in_pounds(steps: int) -> None:
    load = lb(45)
    for _step in range(steps):
        load = Loads().above(BENCH, load)
    assert load == lb(45 + 5 * steps)
    assert Loads().at_most(BENCH, load) == load
    for _step in range(steps):
        load = Loads().below(BENCH, load)
    assert load == lb(45)


def test_a_barbell_squat_takes_bigger_steps() -> None:
    squat = LIBRARY.get("back_squat")
    assert usual_step(squat, Unit.KG) == kg(5)
    assert usual_step(squat, Unit.LB) == lb(10)


# --- bars and plates ---


@given(
    st.lists(st.sampled_from([kg(20), kg(15), kg(7.5), lb(45)]), min_size=1, max_size=2, unique=True),
    st.lists(
        st.builds(
            Pieces,
            st.sampled_from([kg(1.25), kg(2), kg(5), kg(10), kg(15), lb(2.5), lb(35)]),
            st.integers(1, 6),
        ),
        min_size=1,
        max_size=4,
    ),
    st.integers(0, 160_000),
    st.sampled_from(Unit),
)
def test_a_barbell_load_is_made_of_what_is_owned_and_as_near_as_can_be(
    bars: list[Load], plates: list[Pieces], grams: int, unit: Unit
) -> None:
    owned = Owned(bars=bar(*bars), plates=tuple(plates))
    wanted = Load(grams, unit)
    counts: dict[Load, int] = {}
    for each in plates:
        counts[each.load] = counts.get(each.load, 0) + each.count
    by_hand = {
        fine(one) + 2 * sum(number * fine(load) for number, load in zip(numbers, counts, strict=True))
        for one in bars
        for numbers in product(*(range(count // 2 + 1) for count in counts.values()))
    }
    per_gram = fine(kg("0.001"))
    # Between kilograms and pounds, what shows the same with two decimals is the same.
    near = 5 * per_gram
    made = Loads(owned).at_most(BENCH, wanted)
    reachable = [total for total in by_hand if total <= fine(wanted) + near]
    best = max(reachable, default=min(by_hand))
    assert abs(best - fine(made)) <= near
    if min(by_hand) <= fine(wanted):
        assert fine(made) <= fine(wanted) + near
    told = Loads(owned).sides(BENCH, wanted)
    assert told is not None and told.made == made and told.base in bars
    assert all(2 * told.plates.count(load) <= counts[load] for load in told.plates)
    assert abs(fine(told.base) + 2 * sum(map(fine, told.plates)) - fine(made)) <= near


@given(st.integers(0, 200_000))
def test_the_steps_of_a_barbell_go_up_and_down_the_same_stairs(grams: int) -> None:
    loads = Loads(Owned(bars=bar(kg(20)), plates=pairs(kg(20), kg(10), kg(5), kg(1.25), count=4)))
    load = Load(grams, Unit.KG)
    stairs = loads.loadable(BENCH)
    assert loads.above(BENCH, load).grams == min((g for g in stairs if g > grams), default=grams)
    assert loads.below(BENCH, load).grams == max((g for g in stairs if g < grams), default=grams)
    assert loads.at_most(BENCH, load).grams == max((g for g in stairs if g <= grams), default=stairs[0])
    assert loads.is_heaviest(BENCH, load) == (grams >= stairs[-1])
    assert loads.is_lightest(BENCH, load) == (grams <= stairs[0])


def test_what_is_missing_is_said_with_the_nearest_load_not_above() -> None:
    """wger answers 60 kg from plates of 10 and 15 with 50 kg and no word."""
    told = Loads(Owned(bars=bar(kg(20)), plates=pairs(kg(10), kg(15)))).sides(BENCH, kg(60))
    assert told is not None
    assert (told.made, told.base, told.plates, told.missing) == (kg(50), kg(20), (kg(15),), kg(5))
    assert told.text() == "20 kg bar and on each side 15 kg: 50 kg. 5 kg a side is missing for 60 kg."


def test_enough_of_the_small_plates_make_what_greed_calls_impossible() -> None:
    owned = Owned(bars=bar(kg(20)), plates=(Pieces(kg(5), 2), Pieces(kg(2), 6)))
    told = Loads(owned).sides(BENCH, kg(42))
    assert told is not None
    assert told.missing is None
    assert told.text() == "20 kg bar and on each side 5 kg + 2 kg + 2 kg + 2 kg: 42 kg."


def test_nothing_is_lighter_than_the_bar() -> None:
    loads = Loads(Owned(bars=bar(kg(20), kg(15)), plates=pairs(kg(5))))
    assert loads.at_most(BENCH, kg(12)) == kg(15)
    assert loads.is_lightest(BENCH, kg(15)) and not loads.is_lightest(BENCH, kg(20))
    told = loads.sides(BENCH, kg(12))
    assert told is not None
    assert told.text() == "15 kg bar. It is the lightest there is; 12 kg is less."


def test_the_heaviest_stays_and_says_so() -> None:
    loads = Loads(Owned(bars=bar(kg(20)), plates=pairs(kg(20))))
    assert loads.above(BENCH, kg(20)) == kg(60)
    assert loads.above(BENCH, kg(60)) == kg(60)
    assert loads.is_heaviest(BENCH, kg(60)) and not loads.is_heaviest(BENCH, kg(59))
    assert loads.above(BENCH, kg(80)) == kg(80), "an older, heavier log is no reason to go down"


def test_collars_are_on_every_bar_but_the_smith_machine() -> None:
    bars = (Bar(Equipment.BARBELL, kg(20)), Bar(Equipment.SMITH_MACHINE, kg(15)))
    loads = Loads(Owned(bars=bars, plates=pairs(kg(10)), collar=kg(2.5)))
    assert loads.loadable(BENCH) == (25_000, 45_000)
    assert loads.loadable(exercise(Equipment.SMITH_MACHINE)) == (15_000, 35_000)


def test_each_kind_of_bar_has_its_own_weight_and_the_plates_are_the_same() -> None:
    bars = (Bar(Equipment.EZ_BAR, kg(8)), Bar(Equipment.TRAP_BAR, kg(25)))
    loads = Loads(Owned(bars=bars, plates=pairs(kg(5))))
    assert loads.loadable(exercise(Equipment.EZ_BAR)) == (8_000, 18_000)
    assert loads.loadable(exercise(Equipment.TRAP_BAR)) == (25_000, 35_000)
    assert loads.loadable(BENCH) == (), "nobody said that there is a straight bar"


def test_a_bar_without_plates_takes_the_usual_steps_from_its_own_weight() -> None:
    loads = Loads(Owned(bars=bar(kg(7))))
    assert loads.at_most(BENCH, kg(5)) == kg(7)
    assert loads.at_most(BENCH, kg(12.4)) == kg(12)
    assert loads.above(BENCH, kg(12)) == kg(14.5)
    assert loads.below(BENCH, kg(8)) == kg(7)
    assert not loads.is_heaviest(BENCH, kg(400))


def test_pounds_on_the_bar_stay_pounds() -> None:
    loads = Loads(Owned(bars=bar(lb(45)), plates=pairs(lb(45), lb(10), lb(2.5), count=4)))
    assert loads.at_most(BENCH, lb(135)) == lb(135)
    assert loads.above(BENCH, lb(135)) == lb(140)
    assert loads.below(BENCH, lb(135)) == lb(95), "two pairs of 10 and of 2.5 are all that is left"
    off_by_a_gram = Load(lb(180).grams - 1, Unit.LB)
    assert off_by_a_gram.text() == "180 lb"
    assert loads.at_most(BENCH, off_by_a_gram) == lb(180), "a rounded percentage is not a step lower"


def test_a_bar_in_pounds_with_plates_in_kilograms_is_told_in_the_unit_asked_for() -> None:
    loads = Loads(Owned(bars=bar(lb(45)), plates=pairs(kg(20))))
    assert loads.at_most(BENCH, kg(100)) == Load(60_412, Unit.KG)
    assert loads.at_most(BENCH, lb(200)).text() == "133.19 lb"
    assert loads.at_most(BENCH, kg("60.41")) == Load(60_412, Unit.KG), "as it shows, so it was typed"


# --- all the rest ---


def test_dumbbells_are_counted_one_by_one() -> None:
    loads = Loads(Owned(dumbbells=(kg(2), kg(4), kg(10))))
    assert loads.above(CURL, kg(4)) == kg(10)
    assert loads.at_most(CURL, kg(9.9)) == kg(4)
    told = loads.sides(CURL, kg(9))
    assert told is not None and told.text() == "4 kg dumbbell. 5 kg is missing for 9 kg."


def test_a_dumbbell_comes_back_as_it_is_marked() -> None:
    loads = Loads(Owned(dumbbells=(kg(10), lb(45))))
    assert loads.above(CURL, kg(10)) == lb(45)
    assert loads.at_most(CURL, kg("20.41")) == lb(45)
    assert loads.is_heaviest(CURL, kg("20.41"))


def test_handles_share_their_plates_and_stand_beside_fixed_dumbbells() -> None:
    owned = Owned(dumbbells=(kg(3),), handles=Pieces(kg(2), 2), handle_plates=pairs(kg(1.25), kg(5), count=4))
    loads = Loads(owned)
    assert loads.loadable(CURL) == (2_000, 3_000, 4_500, 12_000, 14_500)
    told = loads.sides(CURL, kg(14.5))
    assert told is not None and told.text() == "2 kg handle and on each side 5 kg + 1.25 kg: 14.5 kg."


def test_pins_take_add_ons_once() -> None:
    loads = Loads(Owned(machine=(kg(5), kg(10)), add_ons=(kg(1.25), kg(2.5))))
    expected = (5_000, 6_250, 7_500, 8_750, 10_000, 11_250, 12_500, 13_750)
    assert loads.loadable(LEG_PRESS) == expected
    assert loads.loadable(PRESS_DOWN) == expected, "a cable without its own goes by the machines"
    told = loads.sides(LEG_PRESS, kg(8.75))
    assert told is not None and told.text() == "5 kg by the pin + 2.5 kg + 1.25 kg: 8.75 kg."


def test_less_help_is_heavier_and_none_is_the_end() -> None:
    loads = Loads(Owned(machine=(kg(5), kg(10), kg(20))))
    assert loads.above(ASSISTED, kg(-20)) == kg(-10)
    assert loads.above(ASSISTED, kg(-5)) == kg(0)
    assert loads.is_heaviest(ASSISTED, kg(0))
    assert loads.at_most(ASSISTED, kg(-12)) == kg(-20)
    assert loads.below(ASSISTED, kg(-10)) == kg(-20)
    told = loads.sides(ASSISTED, kg(-12))
    assert told is not None and told.made == kg(-20) and told.missing is None


def test_plates_on_a_belt_hang_one_by_one() -> None:
    loads = Loads(Owned(bars=bar(kg(20)), plates=pairs(kg(5), count=3)))
    assert loads.loadable(PULL_UP) == (0, 5_000, 10_000, 15_000)
    told = loads.sides(PULL_UP, kg(12))
    assert told is not None and told.text() == "5 kg + 5 kg: 10 kg. 2 kg is missing for 12 kg."
    assert loads.above(PULL_UP, kg(-10)) == kg(-7.5), "help of a band has no plates"


@pytest.mark.parametrize(
    ("key", "source"),
    [
        ("back_squat", Source.BARBELL),
        ("board_press", Source.BARBELL),
        ("inverted_row", Source.LOOSE),
        ("ez_bar_curl", Source.EZ_BAR),
        ("trap_bar_carry", Source.TRAP_BAR),
        ("smith_machine_bench_press", Source.SMITH_MACHINE),
        ("dumbbell_bench_press", Source.DUMBBELL),
        ("farmers_carry", Source.DUMBBELL),
        ("kettlebell_swing", Source.KETTLEBELL),
        ("weighted_pull_up", Source.LOOSE),
        ("plate_front_raise", Source.LOOSE),
        ("sled_push", Source.LOOSE),
        ("sandbag_carry", Source.USUAL),
        ("incline_cable_chest_press", Source.CABLE),
        ("leg_press", Source.MACHINE),
        ("assisted_pull_up_machine", Source.HELP),
        ("assisted_pull_up_band", Source.USUAL),
        ("backpack_squat", Source.BACKPACK),
        ("band_squat", Source.USUAL),
        ("push_up", Source.LOOSE),
        ("back_extension", Source.LOOSE),
    ],
)
def test_the_equipment_says_what_an_exercise_is_loaded_with(key: str, source: Source) -> None:
    assert source_of(LIBRARY.get(key)) is source


@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.key)
def test_every_exercise_of_the_library_has_loads_that_go_up_and_down(preset) -> None:
    loads = Loads(preset.owned).check()
    for one in LIBRARY.all:
        for asked in (kg(-30), kg(0), kg(17.3), lb(95), kg(1_400)):
            exists = loads.at_most(one, asked)
            higher, lower = loads.above(one, exists), loads.below(one, exists)
            assert lower.grams <= exists.grams <= higher.grams
            assert (higher.grams == exists.grams) == loads.is_heaviest(one, exists)
            assert loads.at_most(one, exists) == exists, "what exists stays as it is"


def test_in_a_gym_with_a_set_in_each_unit_nothing_is_mixed() -> None:
    kilograms, pounds = presets()[2].owned, presets()[3].owned
    both = replace(
        kilograms,
        bars=kilograms.bars + pounds.bars,
        plates=kilograms.plates + pounds.plates,
        dumbbells=kilograms.dumbbells + pounds.dumbbells,
    )
    loads = Loads(both).check()
    for what in (BENCH, CURL, PULL_UP):
        assert loads.loadable(what, Unit.KG) == Loads(kilograms).loadable(what)
        assert loads.loadable(what, Unit.LB) == Loads(pounds).loadable(what, Unit.LB)
    assert loads.above(BENCH, kg(100)) == kg(102.5)
    assert loads.above(BENCH, lb(225)) == lb(230)


def test_between_mixed_plates_a_few_grams_are_no_step() -> None:
    """A pair of 5 lb is 36 g more than a pair of 2.25 kg."""
    loads = Loads(Owned(bars=bar(kg(20)), plates=(*pairs(kg(2.25), kg(5)), Pieces(lb(5), 2))))
    assert loads.loadable(BENCH)[:3] == (20_000, 24_500, 24_536)
    assert loads.above(BENCH, kg(24.5)) == kg("29.036")
    assert loads.below(BENCH, kg("24.536")) == kg(20)
    assert loads.at_most(BENCH, kg(25)) == kg("24.536"), "the nearest is still the nearest"


def test_bands_go_from_light_to_heavy() -> None:
    loads = Loads(Owned(bands=("light", "medium", "heavy")))
    assert loads.next_band("light") == "medium"
    assert loads.next_band("heavy") == "heavy"
    assert loads.next_band("the green one") == "the green one"
    assert loads.at_most(BAND, kg(6)) == kg(5)


def test_what_cannot_be_added_up_names_its_field() -> None:
    odd = tuple(Pieces(Load(1_000 + 2**power, Unit.KG), 98) for power in range(16))
    with pytest.raises(UserError) as caught:
        Loads(Owned(handles=Pieces(kg(2), 1), handle_plates=odd)).check()
    assert caught.value.field == "handle_plates"


def test_the_answer_does_not_depend_on_what_was_asked_before() -> None:
    owned = presets()[2].owned
    asked_before, fresh = Loads(owned), Loads(owned)
    for grams in range(0, 100_000, 7_000):
        asked_before.above(BENCH, Load(grams, Unit.KG))
    assert asked_before == fresh and hash(asked_before) == hash(fresh)
    assert asked_before.above(BENCH, kg(40)) == fresh.above(BENCH, kg(40)) == kg(42.5)
