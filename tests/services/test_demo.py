"""Invented data: plausible, the same for the same seed, and never over a real record."""

from datetime import datetime
from pathlib import Path

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.journal import Rating
from nextrep.services import demo, journal, report, today, trend_view
from nextrep.storage.store import Store


def test_a_demo_is_plausible_and_says_so(store: Store, now: datetime) -> None:
    sessions = demo.fill(store, 12, 1, now).value
    assert 18 <= sessions <= 33
    shown = today.view(store, now)
    assert shown.invented
    assert shown.wins
    last = now.date().toordinal()
    view = trend_view.overview(store, last - 83, last)
    by_key = {series.key: series for series in view.series}
    assert 40 <= len(by_key["rating:mood"].points) < 84
    assert 40 <= len(by_key["sleep:tst"].points) < 84
    assert by_key["e1rm"].points[-1][1] > by_key["e1rm"].points[0][1]
    assert all(0 <= value <= 10 for _day, value in by_key["rating:mood"].points)
    assert view.planned
    assert store.problems() == []


def test_the_same_seed_gives_the_same_record(store: Store, now: datetime, tmp_path: Path) -> None:
    other = Store(tmp_path / "other", now=now)
    demo.fill(store, 6, 7, now)
    demo.fill(other, 6, 7, now)
    assert store.sets.export_rows() == other.sets.export_rows()
    assert store.checkins.all() == other.checkins.all()
    other.close()


def test_a_record_is_never_mixed_with_invention(store: Store, now: datetime) -> None:
    journal.check_in(store, 5, {Rating.MOOD: 50}, now)
    with pytest.raises(UserError, match="not empty"):
        demo.fill(store, 2, 1, now)
    assert store.sessions.count_done() == 0
    assert not report.content(store, report.default_choice(store, now.date()), now.date()).invented


@pytest.mark.parametrize("weeks", [0, 1561])
def test_weeks_out_of_range_are_refused(store: Store, now: datetime, weeks: int) -> None:
    with pytest.raises(UserError, match="1 to 1560"):
        demo.fill(store, weeks, 1, now)
    assert store.is_empty()


@pytest.mark.parametrize("weeks", [1, 2, 60])
def test_any_length_works(store: Store, now: datetime, weeks: int) -> None:
    demo.fill(store, weeks, 3, now)
    assert store.problems() == []
    content = report.content(store, report.default_choice(store, now.date()), now.date())
    assert content.checkins.logged > 0


def test_questionnaires_are_there_and_item_9_opens_nothing(store: Store, now: datetime) -> None:
    demo.fill(store, 20, 1, now)
    kept = store.assessments.all()
    assert {str(one.instrument) for one in kept} == {"phq-9", "gad-7", "who-5"}
    assert not any(one.harm() for one in kept)
    content = report.content(store, report.default_choice(store, now.date()), now.date())
    assert [row.title for row in content.scores.rows] == ["PHQ-9", "GAD-7", "WHO-5"]
