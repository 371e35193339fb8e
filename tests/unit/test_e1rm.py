"""Estimated maxima against the published formulas, worked out by hand for 100 kg."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.e1rm import (
    MAX_REPS_FOR_E1RM,
    Formula,
    added_e1rm,
    e1rm,
    formula_title,
    formula_words,
    load_for,
)

F = Formula
KG = 1000

# 100 kg × 3, 5, 8, 10 and 12 reps, to a tenth of a kilogram.
PUBLISHED = {
    F.EPLEY: (110.0, 116.7, 126.7, 133.3, 140.0),
    F.BRZYCKI: (105.9, 112.5, 124.1, 133.3, 144.0),
    F.LOMBARDI: (111.6, 117.5, 123.1, 125.9, 128.2),
    F.WATHAN: (109.0, 116.6, 127.7, 134.7, 141.5),
    F.MAYHEW: (114.0, 119.0, 126.3, 130.9, 135.4),
    F.OCONNER: (107.5, 112.5, 120.0, 125.0, 130.0),
    F.LANDER: (107.2, 113.7, 125.1, 134.1, 144.4),
}


@pytest.mark.parametrize("formula", Formula)
def test_every_formula_gives_what_was_published(formula: Formula) -> None:
    found = [e1rm(100 * KG, reps, None, formula) for reps in (3, 5, 8, 10, 12)]
    assert [round(grams / KG, 1) for grams in found if grams is not None] == list(PUBLISHED[formula])


@pytest.mark.parametrize(
    ("grams", "reps", "rir", "expected"),
    [
        (100_000, 1, None, 100_000),
        (100_000, 1, 0, 100_000),
        (100_000, 1, 20, 110_000),
        (100_000, 5, 20, 123_333.3),
        (100_000, 12, 0, 140_000),
        (100_000, 13, None, None),
        (100_000, 11, 20, None),
        (100_000, 38, None, None),
        (0, 5, None, None),
        (-20_000, 5, None, None),
        (100_000, 0, None, None),
    ],
)
def test_reps_in_reserve_count_as_reps(
    grams: int, reps: int, rir: int | None, expected: float | None
) -> None:
    found = e1rm(grams, reps, rir)
    assert found == (None if expected is None else pytest.approx(expected, abs=0.1))


@pytest.mark.parametrize("formula", Formula)
@given(grams=st.integers(1, 1_000_000), reps=st.integers(1, 12))
def test_what_weight_for_how_many_reps_is_the_way_back(formula: Formula, grams: int, reps: int) -> None:
    maximum = e1rm(grams, reps, None, formula)
    assert maximum is not None
    assert load_for(maximum, reps, formula) == pytest.approx(grams)


@pytest.mark.parametrize("formula", Formula)
def test_more_reps_never_speak_for_less(formula: Formula) -> None:
    maxima = [e1rm(60 * KG, reps, None, formula) or 0 for reps in range(1, MAX_REPS_FOR_E1RM + 1)]
    assert maxima == sorted(maxima)
    assert maxima[0] == 60 * KG
    loads = [load_for(100 * KG, reps, formula) for reps in range(1, MAX_REPS_FOR_E1RM + 1)]
    assert loads == sorted(loads, reverse=True)


@pytest.mark.parametrize("reps", [0, -1, 13, 38])
def test_no_weight_for_reps_that_no_formula_is_made_for(reps: int) -> None:
    with pytest.raises(ValueError, match=str(reps)):
        load_for(100 * KG, reps)


class TestTheBodyIsLiftedToo:
    def test_the_estimate_is_made_on_both_and_the_body_taken_off_again(self) -> None:
        # 80 kg + 20 kg for 5 reps: 116.7 kg in all, so 36.7 kg could be added.
        assert added_e1rm(20 * KG, 5, body_grams=80 * KG) == pytest.approx(36_667, abs=1)

    def test_the_body_alone_has_one_too(self) -> None:
        assert added_e1rm(0, 10, body_grams=75 * KG) == pytest.approx(25 * KG)

    def test_with_much_help_it_is_the_help_still_needed(self) -> None:
        assert added_e1rm(-40 * KG, 6, body_grams=80 * KG) == pytest.approx(-32 * KG)

    def test_a_single_is_itself(self) -> None:
        assert added_e1rm(20 * KG, 1, body_grams=80 * KG) == 20 * KG

    @pytest.mark.parametrize(
        ("grams", "reps", "body"), [(20, 5, None), (20, 13, 80), (-80, 5, 80), (5, 0, 80)]
    )
    def test_without_a_body_weight_and_beyond_the_formulas_there_is_none(
        self, grams: int, reps: int, body: int | None
    ) -> None:
        assert added_e1rm(grams * KG, reps, body_grams=None if body is None else body * KG) is None


def test_every_formula_is_named_with_its_year() -> None:
    assert len({formula_title(formula) for formula in Formula}) == len(Formula)
    for formula in Formula:
        assert formula_title(formula) in formula_words(formula)
        assert formula_words(formula)[-4:].isdigit()
