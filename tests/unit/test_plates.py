"""Plates: never more than there are, never above what was asked, and as near as can be."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.plates import Pieces, fine, load_from_fine, pile
from nextrep.domain.units import Load, Unit, load_of


def kg(value: float | str) -> Load:
    return load_of(value, Unit.KG)


def lb(value: float | str) -> Load:
    return load_of(value, Unit.LB)


PLATES = st.lists(
    st.builds(
        Pieces,
        st.sampled_from([kg("0.125"), kg(1.25), kg(2), kg(2.5), kg(5), kg(7), kg(20), lb(2.5), lb(45)]),
        st.integers(1, 7),
    ),
    max_size=4,
)


def by_hand(plates: list[Pieces], places: int) -> dict[int, int]:
    """Every sum for one place with the fewest plates that make it, by trying everything."""
    counts: dict[Load, int] = {}
    for each in plates:
        counts[each.load] = counts.get(each.load, 0) + each.count
    best: dict[int, int] = {}
    for numbers in product(*(range(count // places + 1) for count in counts.values())):
        total = sum(number * fine(load) for number, load in zip(numbers, counts, strict=True))
        best[total] = min(best.get(total, 999), sum(numbers))
    return best


@given(PLATES, st.sampled_from([1, 2]))
def test_every_sum_is_found_and_made_of_the_fewest_plates_there_are(
    plates: list[Pieces], places: int
) -> None:
    made = pile(plates, places)
    expected = by_hand(plates, places)
    assert made.sums == set(expected)
    owned: dict[Load, int] = {}
    for each in plates:
        owned[each.load] = owned.get(each.load, 0) + each.count
    for amount, fewest in expected.items():
        used = made.fewest(amount)
        assert len(used) == fewest
        assert sum(map(fine, used)) == amount
        assert list(used) == sorted(used, key=fine, reverse=True)
        assert all(used.count(load) * places <= owned[load] for load in used)


def test_a_handful_of_small_plates_stands_in_for_one_that_greed_would_miss() -> None:
    """wger says "impossible" to 11 kg a side from plates of 2 and 5 kg."""
    made = pile([Pieces(kg(5), 4), Pieces(kg(2), 6)], places=2)
    assert made.fewest(fine(kg(11))) == (kg(5), kg(2), kg(2), kg(2))


def test_two_equal_plates_are_fewer_than_three_different_ones() -> None:
    made = pile([Pieces(kg(size), 4) for size in (25, 20, 10, 5)], places=2)
    assert made.fewest(fine(kg(40))) == (kg(20), kg(20))


def test_what_cannot_be_made_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\d"):
        pile([Pieces(kg(10), 4)], places=2).fewest(fine(kg(15)))


def test_an_odd_plate_stays_on_the_floor() -> None:
    made = pile([Pieces(kg(20), 3)], places=2)
    assert sorted(made.sums) == [0, fine(kg(20))]
    assert len(pile([Pieces(kg(20), 3)], places=1).sums) == 4


def test_two_handles_share_the_plates() -> None:
    made = pile([Pieces(kg(2.5), 8)], places=2, shared_by=2)
    assert sorted(made.sums) == [0, fine(kg(2.5)), fine(kg(5))]


def test_pounds_add_up_without_rounding() -> None:
    bar_and_plates = fine(lb(45)) + 2 * fine(lb(45))
    assert load_from_fine(bar_and_plates, Unit.LB) == lb(135)
    assert lb(45).grams * 3 != lb(135).grams, "whole grams would be one off"


@given(st.integers(0, 1_500_000))
def test_kilograms_are_exact(grams: int) -> None:
    assert load_from_fine(fine(Load(grams, Unit.KG)), Unit.KG).grams == grams


def test_too_many_odd_plates_are_refused_before_they_cost_time() -> None:
    odd = [Pieces(Load(1_000 + 2**power, Unit.KG), 98) for power in range(16)]
    with pytest.raises(UserError, match="too many"):
        _all = pile(odd, places=2).sums
