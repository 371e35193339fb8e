"""What a day was like: kept one thing at a time, taken back exactly, and never filled in by itself."""

from datetime import datetime

import pytest

from nextrep.domain.day_context import DayContext, Pain
from nextrep.domain.day_topics import OFFERED, Topic
from nextrep.domain.errors import UserError
from nextrep.domain.units import Load, Unit
from nextrep.services import day_context, preferences
from nextrep.settings.table import BODY_WEIGHT_GRAMS
from nextrep.storage.store import Store


@pytest.fixture
def day(now: datetime) -> int:
    return now.date().toordinal()


def test_a_day_begins_with_nothing_said(store: Store, day: int) -> None:
    shown = day_context.view(store, day)
    assert shown.context == DayContext(day)
    assert shown.context.empty
    assert shown.topics == OFFERED
    assert "slept well" in shown.offered_tags


def test_yes_no_and_not_said_are_three_things(store: Store, day: int, now: datetime) -> None:
    day_context.set_fact(store, day, Topic.ILL, 0, now)
    day_context.set_fact(store, day, Topic.WATER, 1, now)
    assert store.contexts.get(day).facts == {Topic.ILL: 0, Topic.WATER: 1}
    day_context.set_fact(store, day, Topic.ILL, None, now)
    assert store.contexts.get(day).facts == {Topic.WATER: 1}
    assert day_context.export_rows(store) == [{"date": "2026-11-22", "water": True}]


def test_tags_that_are_used_most_are_suggested_first(store: Store, day: int, now: datetime) -> None:
    for back in range(3):
        day_context.set_tag(store, day - back, "sea", on=True, now=now)
    day_context.set_tag(store, day, "Work", on=True, now=now)
    day_context.set_tag(store, day - 1, "work", on=True, now=now)
    assert store.contexts.tags() == ["sea", "Work"]
    assert day_context.view(store, day).tags[:3] == ("sea", "Work", "slept well")
    day_context.set_tag(store, day, "WORK", on=False, now=now)
    day_context.set_tag(store, day - 1, "Work", on=False, now=now)
    assert store.contexts.tags() == ["sea"]  # a slip of the pen is not offered for ever


def test_pain_can_be_in_several_places(store: Store, day: int, now: datetime) -> None:
    day_context.set_pain(store, day, "Left  knee", 5, now)
    day_context.set_pain(store, day, "head", 2, now)
    day_context.set_pain(store, day, "left knee", 3, now)
    assert store.contexts.get(day).pain == (Pain("Head", 2), Pain("Left knee", 3))
    assert day_context.view(store, day).places[0] == "Head"
    day_context.set_pain(store, day, "Head", None, now)
    assert store.contexts.get(day).pain == (Pain("Left knee", 3),)


def test_every_step_can_be_taken_back_and_done_again(store: Store, day: int, now: datetime) -> None:
    steps = (
        lambda: day_context.set_tag(store, day, "sea", on=True, now=now),
        lambda: day_context.set_fact(store, day, Topic.OUTDOORS, 45, now),
        lambda: day_context.set_pain(store, day, "Head", 4, now),
        lambda: day_context.set_weight(store, day, Load(81_500, Unit.KG), now),
    )
    for step in steps:
        before = store.contexts.get(day), preferences.read(store, BODY_WEIGHT_GRAMS)
        done = step()
        after = store.contexts.get(day), preferences.read(store, BODY_WEIGHT_GRAMS)
        assert done.undo is not None
        undone = done.undo()
        assert (store.contexts.get(day), preferences.read(store, BODY_WEIGHT_GRAMS)) == before
        assert undone.undo is not None
        undone.undo()
        assert (store.contexts.get(day), preferences.read(store, BODY_WEIGHT_GRAMS)) == after


def test_the_newest_weight_is_what_estimates_go_by(store: Store, day: int, now: datetime) -> None:
    pounds = Load(81_647, Unit.LB)
    day_context.set_weight(store, day - 1, pounds, now)
    assert preferences.read(store, BODY_WEIGHT_GRAMS) == 81_647
    assert store.contexts.get(day - 1).weight == pounds  # as typed
    day_context.set_weight(store, day - 5, Load(90_000, Unit.KG), now)
    day_context.set_weight(store, day - 1, None, now)
    assert preferences.read(store, BODY_WEIGHT_GRAMS) == 81_647
    preferences.change(store, BODY_WEIGHT_GRAMS, 80_000)
    assert store.contexts.get(day).weight is None


def test_weight_can_be_hidden_again_without_losing_what_was_noted(
    store: Store, day: int, now: datetime
) -> None:
    day_context.choose(store, OFFERED | {Topic.BODY_WEIGHT})
    day_context.set_weight(store, day, Load(81_500, Unit.KG), now)
    hidden = day_context.choose(store, OFFERED)
    assert Topic.BODY_WEIGHT not in day_context.topics(store)
    assert store.contexts.get(day).weight == Load(81_500, Unit.KG)
    assert hidden.undo is not None
    hidden.undo()
    assert Topic.BODY_WEIGHT in day_context.topics(store)


def test_nothing_is_written_when_something_is_wrong(store: Store, day: int, now: datetime) -> None:
    for wrong in (
        lambda: day_context.set_tag(store, day, " ", on=True, now=now),
        lambda: day_context.set_fact(store, day, Topic.OUTDOORS, 2000, now),
        lambda: day_context.set_fact(store, day + 1, Topic.ILL, 1, now),
        lambda: day_context.set_pain(store, day, "", 3, now),
        lambda: day_context.set_weight(store, day, Load(5_000, Unit.KG), now),
    ):
        with pytest.raises(UserError):
            wrong()
    assert store.is_empty()


def test_what_is_as_it_was_is_no_step(store: Store, day: int, now: datetime) -> None:
    day_context.set_fact(store, day, Topic.ILL, 1, now)
    again = day_context.set_fact(store, day, Topic.ILL, 1, now)
    assert again.undo is None


def test_export_names_what_a_figure_is(store: Store, day: int, now: datetime) -> None:
    day_context.set_fact(store, day, Topic.ALCOHOL, 3, now)
    day_context.set_fact(store, day, Topic.OUTDOORS, 45, now)
    day_context.set_pain(store, day, "Head", 0, now)
    day_context.set_weight(store, day, Load(81_647, Unit.LB), now)
    assert day_context.export_rows(store) == [
        {
            "date": "2026-11-22",
            "alcohol_drinks": 1.5,
            "outdoors_min": 45,
            "pain": [{"place": "Head", "level": 0}],
            "body_weight": "180.00",
            "body_weight_unit": "lb",
        }
    ]
