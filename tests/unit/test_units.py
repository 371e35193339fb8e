"""Loads: exact in grams, shown as typed."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.units import Load, Unit, load_of, parse_decimal, parse_load


@pytest.mark.parametrize(
    ("typed", "unit", "grams", "shown"),
    [
        ("62,5", Unit.KG, 62_500, "62.5 kg"),
        ("62.50", Unit.KG, 62_500, "62.5 kg"),
        ("135 lb", Unit.KG, 61_235, "135 lb"),
        ("20kg", Unit.LB, 20_000, "20 kg"),
        ("−20", Unit.KG, -20_000, "-20 kg"),
        ("44.09245243697551", Unit.LB, 20_000, "44.09 lb"),
        ("1,000.0", Unit.KG, 1_000_000, "1000 kg"),
    ],
)
def test_a_load_is_read_and_shown_as_typed(typed: str, unit: Unit, grams: int, shown: str) -> None:
    load = parse_load(typed, unit)
    assert load is not None
    assert load.grams == grams
    assert load.text() == shown


def test_blank_is_bodyweight() -> None:
    assert parse_load("  ", Unit.KG) is None


@pytest.mark.parametrize("typed", ["abc", "1..2", "nan", "inf", "1e40", "1e999999", "1501", "-3400 lb"])
def test_what_is_no_load_is_refused_in_words(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_load(typed, Unit.KG)
    assert str(caught.value)


@given(st.integers(min_value=0, max_value=300_000), st.sampled_from(list(Unit)))
def test_what_is_typed_with_two_decimals_comes_back(hundredths: int, unit: Unit) -> None:
    typed = Decimal(hundredths) / 100
    assert load_of(typed, unit).value() == typed


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_is_refused(text: str) -> None:
    with contextlib.suppress(UserError):
        assert parse_decimal(text).is_finite()


def test_kilograms_and_pounds_convert_exactly() -> None:
    assert Load(100_000, Unit.KG).value(Unit.LB) == Decimal("220.46")
