"""A year in review names what there was; a part that would be empty is not there at all."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.journal import Rating
from nextrep.services import demo, journal, year_review
from nextrep.storage.store import Store
from tests.services.past_steps import GOBLET, reps, train


def test_what_was_logged_is_counted_and_days_to_come_have_no_cell(store: Store, now: datetime) -> None:
    demo.fill(store, 30, 1, now)
    today = now.date()
    found = year_review.content(store, today.year, today)
    figures = {tile.title: tile.figure for tile in found.tiles}
    first = date(today.year, 1, 1).toordinal()
    assert figures["Sessions"] == str(len(store.sessions.done(first, today.toordinal())))
    assert figures["Days with a check-in"] == str(len(store.checkins.days(first, today.toordinal())))
    assert [grid.title for grid in found.grids] == ["Mood", "Training"]
    assert {grid.pixels.last for grid in found.grids} == {today.toordinal()}
    assert found.bests
    assert found.front.invented


def test_an_empty_part_is_left_out_without_a_word(store: Store, now: datetime) -> None:
    train(store, now - timedelta(days=2), (GOBLET, reps(8)))
    found = year_review.content(store, now.year, now.date())
    assert [grid.title for grid in found.grids] == ["Training"]
    assert found.bests == () and found.words == () and found.good == ()
    assert {tile.title for tile in found.tiles} == {"Sessions", "Time trained", "Working sets", "Exercises"}


def test_a_year_ends_with_its_last_day(store: Store, now: datetime) -> None:
    for day in (date(2025, 12, 31), date(2026, 1, 1)):
        journal.check_in(store, day.toordinal(), {Rating.MOOD: 50}, now)
    assert year_review.years(store, now.date()) == (2026, 2025)
    (grid,) = year_review.content(store, 2025, now.date()).grids
    assert list(grid.pixels.values) == [date(2025, 12, 31).toordinal()]
    assert grid.first == date(2025, 12, 1).toordinal(), "the months before the first record are not drawn"


def test_a_year_without_anything_is_said(store: Store, now: datetime) -> None:
    with pytest.raises(UserError, match="Nothing is recorded in 2026"):
        year_review.content(store, 2026, now.date())
