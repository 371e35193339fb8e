"""What a person types about their weights: read, checked, written, kept."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment
from nextrep.domain.owned import MAX_SIZES, Bar, Owned, check_owned
from nextrep.domain.owned_data import owned_from_data, owned_to_data
from nextrep.domain.owned_text import (
    loads_text,
    names_text,
    parse_load,
    parse_loads,
    parse_names,
    parse_pieces,
    pieces_text,
)
from nextrep.domain.owned_words import owned_lines, presets
from nextrep.domain.plates import Pieces
from nextrep.domain.units import Load, Unit, load_of


def kg(value: float | str) -> Load:
    return load_of(value, Unit.KG)


def lb(value: float | str) -> Load:
    return load_of(value, Unit.LB)


@pytest.mark.parametrize(
    ("typed", "unit", "expected"),
    [
        ("2, 4, 6", Unit.KG, (kg(2), kg(4), kg(6))),
        ("6; 2\n4,", Unit.KG, (kg(2), kg(4), kg(6))),
        ("2,5; 5, 7,5", Unit.KG, (kg(2.5), kg(5), kg(7.5))),
        ("2–8 by 2", Unit.KG, (kg(2), kg(4), kg(6), kg(8))),
        ("2-8 by 2 lb", Unit.KG, (lb(2), lb(4), lb(6), lb(8))),
        ("2 kg to 4 kg by 0,5", Unit.LB, (kg(2), kg(2.5), kg(3), kg(3.5), kg(4))),
        ("5 – 10 / 5", Unit.LB, (lb(5), lb(10))),
        ("20, 45 LBS", Unit.KG, (kg(20), lb(45))),
        ("4, 4, 2–4 by 2", Unit.KG, (kg(2), kg(4))),
        ("0.125", Unit.KG, (Load(125, Unit.KG),)),
        ("7 - 7 by 1", Unit.KG, (kg(7),)),
    ],
)
def test_a_list_of_weights_is_read_as_people_write_it(
    typed: str, unit: Unit, expected: tuple[Load, ...]
) -> None:
    assert parse_loads(typed, unit) == expected


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("2, four, 6", "“four” is not a weight"),
        ("2,4,6", "put a blank after each comma"),
        ("2–20", "say the step too"),
        ("20–2 by 2", "the lighter end comes first"),
        ("2–21 by 2", "the last is 20"),
        ("2 kg–20 lb by 2", "one unit"),
        ("1–400 by 1", "more than 200"),
        ("1–150 by 1, 151–300 by 1", "more than 200"),
        ("0", "above 0"),
        ("501", "up to 500 kg"),
        ("2–8 by 0", "above 0"),
        ("1.0001", "3 decimals at most"),
        ("1.125 lb", "2 decimals at most"),
        ("-5", "“-5” is not a weight"),
        ("1e9", "is not a weight"),
        ("2 until 20 by 2", "is not a weight"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_do(typed: str, says: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_loads(typed, Unit.KG)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("4 × 20, 2 x 10", (Pieces(kg(20), 4), Pieces(kg(10), 2))),
        ("2*2,5; 12X1.25 kg", (Pieces(kg(2.5), 2), Pieces(kg(1.25), 12))),
        ("10, 20", (Pieces(kg(20), 2), Pieces(kg(10), 2))),
        ("2 × 20, 2 × 20", (Pieces(kg(20), 4),)),
        ("2 × 45 lb, 2 × 20", (Pieces(lb(45), 2), Pieces(kg(20), 2))),
    ],
)
def test_plates_are_counted_and_one_without_a_count_is_a_pair(
    typed: str, expected: tuple[Pieces, ...]
) -> None:
    assert parse_pieces(typed, Unit.KG) == expected


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("0 × 20", "count from 1 to 99"),
        ("100 × 20", "count from 1 to 99"),
        ("60 × 20, 60 × 20", "count from 1 to 99"),
        ("two × 20", "“two × 20”: write how many"),
        ("4 × twenty", "“twenty” is not a weight"),
    ],
)
def test_a_count_that_cannot_be_is_named(typed: str, says: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_pieces(typed, Unit.KG)
    assert says in str(caught.value)


def test_one_weight_where_one_belongs() -> None:
    assert parse_load(" 2,5 ", Unit.KG) == kg(2.5)
    with pytest.raises(UserError, match="One weight"):
        parse_load("2, 3", Unit.KG)


WEIGHTS = st.one_of(
    st.builds(Load, st.integers(1, 500_000), st.just(Unit.KG)),
    st.builds(lambda n: load_of(f"{n / 100:.2f}", Unit.LB), st.integers(1, 110_000)),
)


@given(st.lists(WEIGHTS, max_size=12, unique=True), st.sampled_from(Unit))
def test_what_is_written_is_read_as_the_same_weights(loads: list[Load], unit: Unit) -> None:
    assert set(parse_loads(loads_text(loads, unit), unit)) == set(loads)


@given(st.lists(st.builds(Pieces, WEIGHTS, st.integers(1, 99)), max_size=6, unique_by=lambda p: p.load))
def test_what_is_written_is_read_as_the_same_plates(pieces: list[Pieces]) -> None:
    assert set(parse_pieces(pieces_text(pieces, Unit.KG), Unit.KG)) == set(pieces)


@pytest.mark.parametrize(
    ("typed", "unit", "written"),
    [
        ("2, 4, 6, 8, 10", Unit.KG, "2–10 by 2"),
        ("2, 4, 6", Unit.KG, "2, 4, 6"),
        ("1–10 by 1, 12–20 by 2, 25", Unit.KG, "1–10 by 1, 12–20 by 2, 25"),
        ("2–10 by 2 lb", Unit.KG, "2–10 by 2 lb"),
        ("2.5–10 by 2.5, 3 kg", Unit.LB, "2.5, 5, 3 kg, 7.5, 10"),
    ],
)
def test_even_steps_are_written_as_a_range(typed: str, unit: Unit, written: str) -> None:
    assert loads_text(parse_loads(typed, unit), unit) == written


def test_bands_are_names_in_their_order() -> None:
    assert parse_names(" light,  very   heavy;, green ") == ("light", "very heavy", "green")
    assert names_text(("light", "very heavy")) == "light, very heavy"


@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.key)
def test_every_preset_is_valid_and_survives_being_kept_and_typed(preset) -> None:
    owned = check_owned(preset.owned)
    assert owned_from_data(json.loads(json.dumps(owned_to_data(owned)))) == owned
    for unit in Unit:
        assert parse_loads(loads_text(owned.dumbbells, unit), unit) == owned.dumbbells
        assert parse_pieces(pieces_text(owned.plates, unit), unit) == owned.plates


def test_everything_survives_being_kept() -> None:
    owned = Owned(
        bars=(Bar(Equipment.BARBELL, kg(20)), Bar(Equipment.EZ_BAR, lb(25))),
        plates=(Pieces(kg("0.125"), 2),),
        collar=kg(2.5),
        dumbbells=(kg(2), lb(45)),
        handles=Pieces(kg(2), 2),
        handle_plates=(Pieces(kg(1.25), 8),),
        kettlebells=(kg(16),),
        machine=(kg(5),),
        cable=(kg(2.5),),
        add_ons=(kg(1.25),),
        bands=("grün",),
    )
    assert owned_from_data(json.loads(json.dumps(owned_to_data(owned)))) == owned
    assert owned_to_data(Owned()) == {}


@pytest.mark.parametrize(
    "data",
    [
        {"plates": [{"grams": 20_000, "unit": "stone", "count": 2}]},
        {"plates": [{"grams": 20_000, "unit": "kg"}]},
        {"plates": [{"grams": 20.5, "unit": "kg", "count": 2}]},
        {"plates": [{"grams": True, "unit": "kg", "count": 2}]},
        {"plates": 3},
        {"bars": [{"kind": "bench", "load": {"grams": 1, "unit": "kg"}}]},
        {"bars": [{"kind": "broom", "load": {"grams": 1, "unit": "kg"}}]},
        {"bands": [7]},
        {"collar": []},
        {"dumbbells": [{"grams": -1, "unit": "kg"}]},
    ],
)
def test_damaged_data_is_refused(data: dict) -> None:
    with pytest.raises(UserError):
        owned_from_data(data)


@pytest.mark.parametrize(
    ("owned", "field"),
    [
        (Owned(plates=(Pieces(kg(20), 0),)), "plates"),
        (Owned(plates=tuple(Pieces(kg(n), 1) for n in range(1, MAX_SIZES + 2))), "plates"),
        (Owned(bars=tuple(Bar(Equipment.EZ_BAR, kg(n)) for n in range(1, 10))), "ez bar"),
        (Owned(bars=(Bar(Equipment.BENCH, kg(20)),)), "bars"),
        (Owned(handles=Pieces(kg(2), 5)), "handles"),
        (Owned(collar=kg(0)), "collar"),
        (Owned(machine=(kg(501),)), "machine"),
        (Owned(bands=("a", "a")), "bands"),
        (Owned(bands=("a" * 61,)), "bands"),
    ],
)
def test_what_is_out_of_range_names_its_field(owned: Owned, field: str) -> None:
    with pytest.raises(UserError) as caught:
        check_owned(owned)
    assert caught.value.field == field


def test_what_there_is_to_lift_is_said_in_lines() -> None:
    assert owned_lines(presets()[2].owned)[:2] == (
        "Barbell: 20 to 415 kg, steps from 2.5 kg.",
        "EZ bar: 10 to 405 kg, steps from 2.5 kg.",
    )
    assert owned_lines(Owned(kettlebells=(kg(16),))) == ("Kettlebells: 16 kg.",)
    assert "usually sold" in owned_lines(Owned())[0]


def test_a_set_in_each_unit_is_said_in_both_and_a_mixture_once() -> None:
    dumbbells = presets()[2].owned.dumbbells + presets()[3].owned.dumbbells
    assert owned_lines(Owned(dumbbells=dumbbells)) == (
        "Dumbbells: 2 to 40 kg, steps from 1 kg.",
        "Dumbbells: 5 to 100 lb, steps from 5 lb.",
    )
    bar = (Bar(Equipment.BARBELL, kg(20)),)
    mixed = Owned(bars=bar, plates=(Pieces(kg(10), 2), Pieces(lb(25), 2)))
    assert owned_lines(mixed) == ("Barbell: 20 to 62.68 kg, steps from 2.68 kg.",)


def test_an_answer_that_lacks_its_other_half_says_which() -> None:
    assert "add your plates" in owned_lines(Owned(bars=(Bar(Equipment.BARBELL, kg(20)),)))[0]
    assert "weight of your bar" in owned_lines(Owned(plates=(Pieces(kg(20), 2),)))[0]
    assert "weight of the handle" in owned_lines(Owned(handle_plates=(Pieces(kg(2), 4),)))[0]
    assert "pin" in owned_lines(Owned(add_ons=(kg(1),)))[0]
