"""Questionnaires are scored by the published rules, and nothing is said of the person."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.instruments import HARM_CODE, InstrumentKey, all_instruments, by_codes, instrument
from nextrep.domain.score_words import change_lines, direction_text, score_lines, total_text
from nextrep.domain.scoring import Care, care, change, score, score_of_total

PHQ9, PHQ8, PHQ2, GAD7, GAD2, WHO5 = (instrument(key) for key in InstrumentKey)
ABOUT_A_PERSON = r"you are|you have|patient|diagnos|normal|depress|disorder|risk|well done|congrat|!"


def answers(values: str) -> dict[int, int]:
    """Answers in the order of the items; a point is one that is missing."""
    return {number: int(value) for number, value in enumerate(values, 1) if value != "."}


@pytest.mark.parametrize(
    ("of", "given_", "total", "band"),
    [
        (PHQ9, "000000000", 0, "minimal"),
        (PHQ9, "111100000", 4, "minimal"),
        (PHQ9, "111110000", 5, "mild"),
        (PHQ9, "222220000", 10, "moderate"),
        (PHQ9, "222222200", 14, "moderate"),
        (PHQ9, "333330000", 15, "moderately severe"),
        (PHQ9, "333333200", 20, "severe"),
        (PHQ9, "333333333", 27, "severe"),
        (PHQ8, "33333333", 24, "at or above the cut-off of 10"),
        (PHQ2, "12", 3, "at or above the cut-off of 3"),
        (GAD7, "2222200", 10, "moderate"),
        (GAD7, "3333300", 15, "severe"),
        (GAD2, "11", 2, "below the cut-off of 3"),
        (WHO5, "00000", 0, "at or below the cut-off of 28"),
        (WHO5, "22111", 28, "at or below the cut-off of 28"),
        (WHO5, "33222", 48, "above the cut-off of 28, at or below that of 50"),
        (WHO5, "33331", 52, "above the cut-off of 50"),
        (WHO5, "55555", 100, "above the cut-off of 50"),
    ],
)
def test_a_whole_form_adds_up_and_names_the_published_band(of, given_, total, band):
    found = score(of, answers(given_))
    assert (found.total, found.prorated) == (total, False)
    assert found.band is not None and found.band.title == band


@pytest.mark.parametrize(
    ("of", "given_", "total"),
    [
        (PHQ9, ".11111111", 9),
        (PHQ9, "2.1111110", 9),  # 8 x 9 / 8
        (PHQ9, "..2222221", 17),  # 13 x 9 / 7 = 16.71
        (PHQ9, "..1111100", 6),  # 5 x 9 / 7 = 6.43
        (PHQ8, "1.......", None),
        (PHQ8, "..111110", 7),  # 5 x 8 / 6 = 6.67
        (GAD7, "11111..", 7),
        (GAD7, "1111...", None),
        (PHQ9, "...111111", None),
        (PHQ2, "1.", None),
        (GAD2, ".1", None),
        (WHO5, "5555.", None),
        (PHQ9, ".........", None),
    ],
)
def test_missing_answers_count_as_the_mean_of_the_others_or_leave_no_total(of, given_, total):
    found = score(of, answers(given_))
    assert found.total == total
    assert found.prorated is (total is not None)
    assert bool(found.why) is (total is None)


def test_half_a_point_goes_up():
    assert score(PHQ8, answers("1111113.")).total == 10  # 9 x 8 / 7 = 10.29
    assert score(PHQ9, answers(".30001000")).total == 5  # 4 x 9 / 8 = 4.5


def test_item_9_is_never_filled_in_and_the_other_eight_are_the_phq_8():
    found = score(PHQ9, answers("22222111."))
    assert (found.total, found.band) == (None, None)
    assert found.instead is not None
    assert (found.instead.key, found.instead.total) == (InstrumentKey.PHQ8, 13)
    words = score_lines(PHQ9, found)
    assert words[0] == "Item 9 has no answer. It is never filled in, so there is no PHQ-9 total."
    assert "Your PHQ-8 answers add up to 13 of 24." in words
    assert score(PHQ9, answers("11111....")).instead is None


@pytest.mark.parametrize(("number", "value"), [(10, 1), (0, 1), (1, 4), (1, -1)])
def test_answers_that_are_not_on_the_form_are_refused_at_their_item(number, value):
    with pytest.raises(UserError) as caught:
        score(PHQ9, {number: value})
    assert caught.value.field == str(number)


@pytest.mark.parametrize(("of", "total"), [(PHQ9, 28), (PHQ9, -1), (WHO5, 13), (WHO5, 101)])
def test_a_total_that_cannot_be_is_refused(of, total):
    with pytest.raises(UserError):
        score_of_total(of, total)


@given(st.sampled_from(all_instruments()), st.data())
def test_every_total_is_in_range_and_in_exactly_one_band(of, data):
    value = st.integers(0, of.most)
    numbers = [item.number for item in of.items]
    given_ = data.draw(st.dictionaries(st.sampled_from(numbers), value))
    found = score(of, given_)
    if found.total is not None:
        assert 0 <= found.total <= of.highest
        assert sum(band.low <= found.total <= band.high for band in of.bands) == 1
        assert found.prorated == (len(given_) < len(of.items))


@pytest.mark.parametrize(
    ("of", "earlier", "later", "reached", "open_"),
    [
        (PHQ9, 15, 9, [5, 6], []),
        (PHQ9, 15, 10, [5], [6]),
        (PHQ9, 9, 15, [5, 6], []),
        (PHQ9, 10, 10, [], [5, 6]),
        (GAD7, 12, 8, [4, 4], [6]),
        (GAD7, 12, 6, [4, 4, 6], []),
        (WHO5, 32, 40, [], [10]),
        (WHO5, 32, 44, [10], []),
        (PHQ2, 6, 0, [], []),
    ],
)
def test_a_change_is_held_against_the_published_sizes(of, earlier, later, reached, open_):
    found = change(of, (100, earlier), (114, later))
    assert found.points == later - earlier
    assert [one.points for one in found.reached] == reached
    assert [one.points for one in found.not_reached] == open_


def test_two_totals_less_than_two_weeks_apart_are_held_against_nothing():
    found = change(PHQ9, (100, 20), (113, 5))
    assert (found.comparable, found.reached, found.not_reached) == (False, (), ())
    assert "less than 14 days apart" in " ".join(change_lines(found, 100))


def test_a_change_over_the_turn_of_a_year_names_the_year():
    day = date(2025, 4, 1).toordinal()
    assert change_lines(change(PHQ9, (day, 9), (day + 30, 4)), day)[0] == "5 points lower than on 1 Apr."
    assert (
        change_lines(change(PHQ9, (day, 9), (day + 400, 4)), day)[0] == "5 points lower than on 1 Apr 2025."
    )


@pytest.mark.parametrize("value", [1, 2, 3])
def test_any_answer_above_0_to_item_9_comes_before_the_score(value):
    given_ = {9: value}
    assert care(PHQ9, given_, None, None) is Care.BEFORE
    assert care(PHQ9, {**given_, **dict.fromkeys(range(1, 9), 3)}, 26, 1) is Care.BEFORE


@pytest.mark.parametrize(
    ("of", "total", "before", "expected"),
    [
        (PHQ9, 20, None, Care.BESIDE),
        (PHQ9, 19, None, None),
        (PHQ9, 10, 5, Care.BESIDE),
        (PHQ9, 9, 5, None),
        (PHQ9, 0, 0, None),
        (GAD7, 15, None, Care.BESIDE),
        (GAD7, 14, 0, None),
        (WHO5, 28, None, Care.BESIDE),
        (WHO5, 32, None, None),
        (PHQ2, 6, None, None),
    ],
)
def test_the_softer_card_stands_beside_high_totals(of, total, before, expected):
    assert care(of, {9: 0} if of == PHQ9 else {}, total, before) is expected


def test_every_word_is_about_the_total():
    said = []
    for of in all_instruments():
        for total in range(0, of.highest + 1, of.factor):
            said += [*score_lines(of, score_of_total(of, total)), direction_text(of)]
            said += change_lines(change(of, (100, 0), (120, total)), 100)
        said += [total_text(of, score(of, {})), *score_lines(of, score(of, {}))]
        said += [item.label for item in of.items]
    assert [line for line in said if re.search(ABOUT_A_PERSON, line, re.IGNORECASE)] == []
    assert (
        "The published band for 10 to 14 is called “moderate” (Kroenke 2001, J Gen Intern Med 16:606)."
        in said
    )


def test_codes_name_the_longest_questionnaire_that_is_whole():
    codes = {item.code for item in PHQ9.items}
    assert by_codes(frozenset(codes)) == PHQ9
    assert by_codes(frozenset(codes - {HARM_CODE})) == PHQ8
    assert by_codes(frozenset({item.code for item in PHQ9.items[:2]})) == PHQ2
    assert by_codes(frozenset({HARM_CODE, ""})) is None


def test_the_published_response_adds_up(shared):
    """Its choices are read from a published questionnaire, so that none of its words stand here."""
    folder = shared / "data" / "fhir"
    form = json.loads((folder / "fhir_phq9_lforms_r4.json").read_text(encoding="utf-8"))
    [response] = folder.glob("*response*.json")
    given_ = json.loads(response.read_text(encoding="utf-8"))["item"]
    worth = {
        option["valueCoding"]["display"].casefold(): extension["valueDecimal"]
        for option in form["item"][0]["answerOption"]
        for extension in option["extension"]
        if extension["url"].endswith("ordinalValue")
    }
    found = {
        int(item["linkId"][-1]): worth[item["answer"][0]["valueCoding"]["display"].casefold()]
        for item in given_
    }
    assert len(found) == 9
    assert score(PHQ9, found).total == 27
    assert care(PHQ9, found, 27, None) is Care.BEFORE
