"""What can be noted about a day: amounts as typed, what is offered, words that are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.day_context import DayContext, Pain, check_pain, check_tag, starting_tags, suggestions
from nextrep.domain.day_topics import (
    AMOUNTS,
    OFFERED,
    YES_NO,
    Topic,
    amount_text,
    check_fact,
    parse_amount,
    topics_from_data,
    topics_to_data,
)
from nextrep.domain.errors import UserError


@given(st.sampled_from(list(AMOUNTS)), st.data())
def test_an_amount_that_is_shown_is_read_as_the_same(topic: Topic, data: st.DataObject) -> None:
    amount = AMOUNTS[topic]
    value = data.draw(st.integers(amount.low, amount.high))
    assert parse_amount(topic, amount_text(topic, value)) == value


@pytest.mark.parametrize(
    ("topic", "text", "kept"),
    [
        (Topic.OUTDOORS, "45", 45),
        (Topic.OUTDOORS, "1:30", 90),
        (Topic.OUTDOORS, "1 h 30", 90),
        (Topic.OUTDOORS, "2h", 120),
        (Topic.ALCOHOL, "1,5", 3),
        (Topic.ALCOHOL, "0", 0),
        (Topic.CYCLE_DAY, "day 12", 12),
    ],
)
def test_amounts_are_read_as_people_type_them(topic: Topic, text: str, kept: int) -> None:
    assert parse_amount(topic, text) == kept


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        (Topic.OUTDOORS, "1441"),
        (Topic.OUTDOORS, "a while"),
        (Topic.OUTDOORS, "-5"),
        (Topic.ALCOHOL, "1.25"),
        (Topic.ALCOHOL, "41"),
        (Topic.CYCLE_DAY, "0"),
        (Topic.CYCLE_DAY, "61"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(topic: Topic, text: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_amount(topic, text)
    assert caught.value.field == str(topic)


def test_yes_and_no_are_all_that_such_a_fact_can_be() -> None:
    assert [check_fact(topic, 1) for topic in YES_NO] == [1] * len(YES_NO)
    for topic in (*YES_NO, Topic.TAGS):
        with pytest.raises(UserError):
            check_fact(topic, 2)


@given(st.sets(st.sampled_from(list(Topic))))
def test_what_is_asked_for_comes_back_as_it_was_chosen(chosen: set[Topic]) -> None:
    assert topics_from_data(topics_to_data(chosen)) == chosen


def test_what_weighs_on_some_is_off_until_they_want_it() -> None:
    assert topics_from_data(None) == OFFERED
    assert not OFFERED & {Topic.BODY_WEIGHT, Topic.CYCLE_DAY, Topic.ALCOHOL, Topic.CAFFEINE_LATE}
    assert topics_to_data(OFFERED) == {}


def test_tags_have_their_spaces_in_order_and_are_not_endless() -> None:
    assert check_tag("  long \t walk ") == "long walk"
    for text in ("", "  ", "x" * 41, "a\0b"):
        with pytest.raises(UserError):
            check_tag(text)
    assert check_pain("Left  knee", 0) == Pain("Left knee", 0)
    with pytest.raises(UserError):
        check_pain("Knee", 11)


def test_own_words_come_before_those_that_come_with_the_program_and_none_twice() -> None:
    found = suggestions(["Slept Well", "sea"], starting_tags())
    assert found[:2] == ("Slept Well", "sea")
    assert [word.casefold() for word in found].count("slept well") == 1


@pytest.mark.parametrize(
    ("context", "offered"),
    [
        (DayContext(1), False),
        (DayContext(1, facts={Topic.ILL: 0}), False),
        (DayContext(1, facts={Topic.ILL: 1}), True),
        (DayContext(1, pain=(Pain("Knee", 3),)), False),
        (DayContext(1, pain=(Pain("Knee", 4),)), True),
    ],
)
def test_rest_is_offered_when_ill_or_from_a_pain_of_four(context: DayContext, offered: bool) -> None:
    assert context.may_offer_rest is offered
