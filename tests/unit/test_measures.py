"""What a check-in asks, and what a day counts as."""

from __future__ import annotations

from dataclasses import replace
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.day_values import day_points, median_value
from nextrep.domain.errors import UserError
from nextrep.domain.journal import Rating
from nextrep.domain.measures import (
    MOST_TITLE,
    Measure,
    Rhythm,
    arranged,
    built_in,
    check_holds,
    check_measure,
    check_values,
    end_words,
    order_from_text,
    order_to_text,
)

KNOWN = {measure.key: measure for measure in built_in()}
TEA = Measure("own_1", "Tea", 0, 20, unit="cups")


def test_a_value_outside_its_scale_is_refused_by_name() -> None:
    with pytest.raises(UserError, match="Anxiety goes from 0 to 10") as caught:
        check_values({Rating.MOOD: 50, Rating.ANXIETY: 101}, KNOWN)
    assert caught.value.field == "anxiety"
    with pytest.raises(UserError, match="Tea goes from 0 to 20 cups"):
        check_values({"own_1": 201}, {**KNOWN, "own_1": TEA})
    with pytest.raises(UserError, match="no longer there"):
        check_values({"own_9": 1}, KNOWN)
    assert check_values({Rating.MOOD: 0}, KNOWN) == {Rating.MOOD: 0}


def test_the_six_that_come_along_are_asked_daily_but_two() -> None:
    rhythms = {one.measure.key: one.rhythm for one in arranged(built_in(), ())}
    assert [key for key, rhythm in rhythms.items() if rhythm is Rhythm.WEEKLY] == ["confidence", "clarity"]
    assert list(rhythms)[:4] == ["mood", "anxiety", "stress", "energy"]
    assert all((one.least, one.most, one.step) == (0, 100, 5) for one in built_in())


@pytest.mark.parametrize(
    ("low", "high", "step"),
    [(0, 1, 1), (35, 37, 1), (35, 42, 5), (-5, 5, 5), (0, 20, 10), (0, 100, 10), (0, 120, 20),
     (0, 500, 50), (0, 1000, 100), (0, 20_000, 2000), (-1_000_000, 1_000_000, 200_000)],
)  # fmt: skip
def test_steps_are_few_enough_to_aim_at(low: int, high: int, step: int) -> None:
    measure = Measure("own_1", "x", low, high)
    assert measure.step == step
    assert (measure.most - measure.least) / step <= 100


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"title": " \n\0 "}, "title", "a name"),
        ({"title": "mOOd"}, "title", "asked already"),
        ({"title": "old one"}, "title", "put away"),
        ({"title": "x" * (MOST_TITLE + 1)}, "title", "40 characters"),
        ({"low": 20}, "high", "above the low end"),
        ({"low": 21}, "high", "above the low end"),
        ({"high": 10**9}, "high", "between"),
        ({"unit": "x" * 13}, "unit", "12 characters"),
        ({"low_words": "x" * 31}, "low_words", "30 characters"),
    ],
)
def test_a_measure_that_makes_no_sense_says_where(wrong: dict[str, object], field: str, said: str) -> None:
    others = [*built_in(), Measure("own_2", "Old one", removed=True), TEA]
    with pytest.raises(UserError, match=said) as caught:
        check_measure(replace(TEA, **wrong), others)
    assert caught.value.field == field


def test_texts_of_a_measure_are_tidied_and_its_own_name_is_free() -> None:
    typed = replace(TEA, title="  Black\ttea\u202e \0", unit=" cups ")
    kept = check_measure(typed, [TEA])
    assert (kept.title, kept.unit) == ("Black tea", "cups")
    assert end_words(kept) == ("0 cups", "20 cups")
    assert end_words(Measure("own_2", "x", -5, 5)) == ("−5", "5")
    assert end_words(KNOWN["mood"]) == ("very low", "very good")


def test_ends_that_leave_an_answer_out_are_refused() -> None:
    check_holds(TEA, (0, 200))
    check_holds(TEA, None)
    for given_, field in (((-5, 10), "low"), ((0, 205), "high")):
        with pytest.raises(UserError, match="The ends have to hold them") as caught:
            check_holds(TEA, given_)
        assert caught.value.field == field


@given(st.lists(st.tuples(st.text(), st.sampled_from(Rhythm)), unique_by=lambda row: row[0]))
def test_an_order_comes_back_as_it_was(rows: list[tuple[str, Rhythm]]) -> None:
    assert order_from_text(order_to_text(tuple(rows))) == tuple(rows)


@pytest.mark.parametrize("text", ["", "{", "[1]", '[["mood"]]', '[["mood", "hourly"]]', "null", '{"a": 1}'])
def test_an_order_that_cannot_be_read_is_none(text: str) -> None:
    assert order_from_text(text) == ()


def test_an_order_names_some_and_the_others_follow() -> None:
    order = (("stress", Rhythm.OFF), ("own_7", Rhythm.DAILY), ("mood", Rhythm.WEEKLY))
    found = [(one.measure.key, one.rhythm) for one in arranged([*built_in(), TEA], order)]
    assert found[:3] == [("stress", Rhythm.OFF), ("mood", Rhythm.WEEKLY), ("anxiety", Rhythm.DAILY)]
    assert found[-1] == ("own_1", Rhythm.DAILY)


@given(st.lists(st.integers(-1000, 1000), min_size=1))
def test_the_median_is_a_stored_value_within_half_a_tenth(values: list[int]) -> None:
    assert 0 <= median_value(values) - median(values) <= 0.5


DAYS = st.integers(1, 6)
VALUE = st.integers(0, 100)


@given(st.dictionaries(DAYS, VALUE), st.lists(st.tuples(DAYS, VALUE)))
def test_a_day_counts_as_the_whole_else_as_the_median_of_its_moments(
    whole: dict[int, int], moments: list[tuple[int, int]]
) -> None:
    points = day_points(sorted(whole.items()), moments)
    assert [day for day, _value in points] == sorted({*whole, *(day for day, _value in moments)})
    for day, value in points:
        some = [one for other, one in moments if other == day]
        assert value == whole[day] if day in whole else value == median_value(some)
