"""Several check-ins a day: what is kept, what a day counts as, and what each way of looking at it sees."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.journal import CheckIn, Rating
from nextrep.domain.measures import Measure, Rhythm
from nextrep.services import export, journal, low_mood, measures, moments, report, today, trends
from nextrep.storage.store import Store

MOOD, ENERGY = str(Rating.MOOD), str(Rating.ENERGY)


def _day(now: datetime) -> int:
    return now.date().toordinal()


def test_a_moment_is_noted_changed_moved_and_removed_and_all_is_taken_back(
    store: Store, now: datetime
) -> None:
    early = now - timedelta(minutes=80)
    noted = moments.note(store, early.replace(second=41), {MOOD: 40, ENERGY: None}, now)
    number = noted.value.id
    assert store.moments.get(number).at == early
    rated = moments.rate(store, number, {ENERGY: 0})
    moved = moments.move(store, number, early + timedelta(minutes=5), now)
    gone = moments.remove(store, number)
    assert store.moments.of_day(_day(now)) == []
    seen = []
    back = [gone, moved, rated, noted]
    redo = []
    for outcome in back:
        redo.append(outcome.undo())
        found = store.moments.get(number)
        seen.append(found and (found.at, found.values))
    assert seen == [
        (early + timedelta(minutes=5), {MOOD: 40, ENERGY: 0}),
        (early, {MOOD: 40, ENERGY: 0}),
        (early, {MOOD: 40}),
        None,
    ]
    for outcome in reversed(redo):
        outcome.undo()
    assert store.moments.of_day(_day(now)) == []
    assert noted.label == "check-in at 08:10"


def test_what_cannot_be_is_refused_and_nothing_is_kept(store: Store, now: datetime) -> None:
    with pytest.raises(UserError, match="still to come") as caught:
        moments.note(store, now + timedelta(minutes=1), {MOOD: 40}, now)
    assert caught.value.field == "time"
    with pytest.raises(UserError, match="Mood goes from 0 to 10"):
        moments.note(store, now, {MOOD: 101}, now)
    assert moments.note(store, now, {MOOD: None}, now).undo is None
    assert store.is_empty()
    number = moments.note(store, now, {MOOD: 40}, now).value.id
    with pytest.raises(UserError, match="still to come"):
        moments.move(store, number, now + timedelta(hours=2), now)


def test_a_moment_without_answers_is_none(store: Store, now: datetime) -> None:
    number = moments.note(store, now, {MOOD: 40}, now).value.id
    emptied = moments.rate(store, number, {MOOD: None})
    assert store.is_empty()
    emptied.undo()
    assert store.moments.get(number).values == {MOOD: 40}


def test_every_view_goes_by_the_day_as_a_whole_and_else_by_its_moments(store: Store, now: datetime) -> None:
    day = _day(now)
    for back, values in ((0, (20, 45)), (1, (20, 90, 60)), (2, (10,))):
        for hour, value in enumerate(values):
            moments.note(store, now - timedelta(days=back, hours=hour), {MOOD: value}, now)
    journal.check_in(store, day - 2, {MOOD: 70}, now)
    journal.check_in(store, day - 5, {ENERGY: 50}, now)
    expected = {day - 2: 70, day - 1: 60, day: 33}
    assert dict(store.checkins.points(MOOD, day - 9, day)) == expected
    assert store.checkins.of_days(MOOD, [day, day - 1, day - 2, day - 5]) == expected
    assert journal.month_view(store, day - 9, day).mood == expected
    assert dict(trends.rating_series(store, MOOD, day - 9, day).points)[day] == 3.3
    assert store.checkins.days(day - 9, day) == [day - 5, day - 2, day - 1, day]
    assert store.checkins.span() == (day - 5, day)
    content = report.content(store, report.default_choice(store, now.date()), now.date())
    assert content.checkins.logged == 4
    view = journal.day_view(store, day)
    assert view.checkin is None  # the form of the day as a whole is still empty
    assert [moment.values[MOOD] for moment in view.moments] == [45, 20]


def test_weekly_ones_come_back_after_a_week_and_stay_for_the_day(store: Store, now: datetime) -> None:
    day = _day(now)
    clarity = str(Rating.CLARITY)

    def weekly() -> list[str]:
        return [one.key for one in measures.asked_on(store, day).weekly]

    assert weekly() == ["confidence", "clarity"]
    journal.check_in(store, day - 7, {clarity: 10}, now)
    assert "clarity" in weekly()
    journal.check_in(store, day, {clarity: 10}, now)
    assert "clarity" in weekly()
    moments.note(store, now - timedelta(days=6), {clarity: 10}, now)
    assert weekly() == ["confidence"]
    assert [one.key for one in today.view(store, now).questions.weekly] == ["confidence"]
    assert [one.key for one in journal.day_view(store, day).questions.weekly] == ["confidence", "clarity"]


def test_an_own_measure_is_asked_answered_put_away_and_comes_back(store: Store, now: datetime) -> None:
    day = _day(now)
    tea = measures.add(store, Measure("", "Tea", 0, 20, unit="cups"), now).value
    assert tea.key == "own_1"
    journal.rate(store, day, {tea.key: 35}, now)
    measures.set_rhythm(store, tea.key, Rhythm.WEEKLY)
    measures.put_in_order(store, [tea.key, "stress"])
    order = [one.measure.key for one in measures.questions(store)]
    assert order[:3] == ["own_1", "stress", "mood"]
    away = measures.remove(store, tea.key)
    assert [one.title for one in measures.removed(store)] == ["Tea"]
    assert [one.key for one in measures.of_day(store, day).other] == ["own_1"]
    assert measures.of_day(store, day - 1).other == ()
    journal.rate(store, day, {MOOD: 50}, now)
    assert store.checkins.get(day).values == {"own_1": 35, MOOD: 50}
    with pytest.raises(UserError, match="put away"):
        measures.add(store, Measure("", "tea", 0, 5), now)
    away.undo()
    assert [one.measure.key for one in measures.questions(store)] == order
    series = trends.rating_series(store, tea.key, day, day)
    assert (series.title, series.points, series.low, series.high) == ("Tea", ((day, 3.5),), 0, 20)


def test_ends_cannot_leave_out_what_was_answered(store: Store, now: datetime) -> None:
    tea = measures.add(store, Measure("", "Tea", 0, 20), now).value
    moments.note(store, now, {tea.key: 120}, now)
    with pytest.raises(UserError, match="answers from 12 to 12"):
        measures.change(store, Measure(tea.key, "Tea", 0, 11))
    changed = measures.change(store, Measure(tea.key, "Green tea", 0, 12))
    assert measures.known(store)[tea.key].title == "Green tea"
    changed.undo()
    assert measures.known(store)[tea.key] == tea


def test_the_order_as_it_came_is_kept_as_nothing(store: Store, now: datetime) -> None:
    before = measures.questions(store)
    turned = measures.set_rhythm(store, MOOD, Rhythm.OFF)
    assert MOOD not in [one.key for one in measures.of_day(store, _day(now)).every]
    measures.set_rhythm(store, MOOD, Rhythm.DAILY)
    assert measures.questions(store) == before
    assert measures.set_rhythm(store, MOOD, Rhythm.DAILY).undo is None
    assert turned.undo is not None


def test_moments_and_own_measures_leave_with_the_record(store: Store, now: datetime, tmp_path: Path) -> None:
    tea = measures.add(store, Measure("", "Tea", 0, 20, unit="cups"), now).value
    moments.note(store, now, {MOOD: 45, tea.key: 30}, now)
    export.export(store, tmp_path / "all.json", "json")
    record = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert record["moments"] == [
        {"date": "2026-11-22", "at": "2026-11-22T09:30+01:00", "values": {"mood": 4.5, "own_1": 3.0}}
    ]
    assert record["ratings"] == []
    [measure] = record["own_measures"]
    assert (measure["name"], measure["to"], measure["unit"]) == ("Tea", 20, "cups")


@pytest.mark.parametrize("last", [0, 1, 2])
def test_three_days_of_lowest_mood_hold_whichever_is_filled_in_last(
    store: Store, now: datetime, last: int
) -> None:
    day = _day(now)
    for back in (0, 1, 2):
        if back != last:
            journal.rate(store, day - back, {MOOD: 0}, now)
    assert not low_mood.opens_card(store, day, now)
    moments.note(store, now - timedelta(days=last), {MOOD: 0}, now)
    assert low_mood.opens_card(store, day - last, now)
    low_mood.note_opened(store, now)
    assert not low_mood.opens_card(store, day - last, now)
    assert low_mood.opens_card(store, day - last, now + timedelta(days=1))
    assert not low_mood.holds(store, day - last, now + timedelta(days=20))


def test_a_gap_or_a_half_is_no_row_of_lowest_days(store: Store, now: datetime) -> None:
    day = _day(now)
    for back, value in ((0, 0), (1, 5), (2, 0), (4, 0), (5, 0)):
        journal.rate(store, day - back, {MOOD: value}, now)
    assert not any(low_mood.holds(store, day - back, now) for back in range(7))


def test_days_of_thirty_years_are_merged_with_their_moments(store: Store, now: datetime) -> None:
    day = _day(now)
    with store.transaction():
        rows = [(CheckIn(day - back, {MOOD: back % 101}), now) for back in range(2, 11_000)]
        store.checkins.insert_many(rows)
    moments.note(store, now, {MOOD: 5}, now)
    moments.note(store, now - timedelta(days=2), {MOOD: 100}, now)
    points = store.checkins.points(MOOD, 1, day)
    assert (len(points), points[-1], points[-2]) == (10_999, (day, 5), (day - 2, 2))
