"""Faults of the data of other programs (their trackers and sources are named), shown not to be here."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.series import per_week
from nextrep.domain.training import SetDraft
from nextrep.domain.units import Load, Unit, load_of, parse_load
from nextrep.exchange.reader import read_log
from nextrep.services import catalog, session, trends
from nextrep.storage.store import Store

BERLIN = ZoneInfo("Europe/Berlin")


def train(store: Store, at: datetime, *sets: tuple[Load, int], key: str = "goblet_squat") -> int:
    """Write a finished session of one exercise."""
    view = session.start_free(store, at).value
    session.add_exercise(store, view.session.id, catalog.by_key(key))
    number = session.view(store, view.session.id).blocks[0].exercise_id
    for load, reps in sets:
        session.log_set(store, view.session.id, SetDraft(number, 0, load=load, reps=reps), at)
    session.finish(store, view.session.id, at + timedelta(minutes=20))
    return view.session.id


def kg(kilograms: float) -> Load:
    return Load(round(kilograms * 1000), Unit.KG)


class TestNothingIsLostOrDoubled:
    def test_two_sessions_of_one_day_are_two(self, store: Store, now: datetime) -> None:
        """LiftLog#933 (a workout was replaced by a duplicate); wger's TODO on sessions of one date."""
        first = train(store, now, (kg(16), 9))
        second = train(store, now, (kg(20), 5))
        assert [one.id for one in session.recent(store, 5)] == [second, first]
        assert [session.view(store, one).set_count for one in (first, second)] == [1, 1]

    def test_repeating_a_session_leaves_it_as_it_was(self, store: Store, now: datetime) -> None:
        """LiftLog#933."""
        first = train(store, now - timedelta(days=2), (kg(16), 9), (kg(16), 8))
        before = session.view(store, first)
        again = session.repeat(store, first, now).value
        assert again.session.id != first
        session.log_set(store, again.session.id, SetDraft(again.blocks[0].exercise_id, 0, reps=3), now)
        assert session.view(store, first) == before

    def test_a_finished_session_is_there_after_the_next_start(self, store: Store, now: datetime) -> None:
        """astashov/liftosaur#319: a finished workout was missing from the history."""
        done = train(store, now, (kg(16), 9))
        again = Store(store.folder, now=now + timedelta(days=1))
        try:
            assert [(one.id, one.sets, one.grams) for one in session.recent(again, 5)] == [(done, 1, 144_000)]
            assert session.active(again) is None
        finally:
            again.close()

    def test_the_same_set_is_in_the_log_once_however_often_it_is_taken_back(
        self, store: Store, now: datetime
    ) -> None:
        """wger-project/flutter#1289."""
        view = session.start_one_set(store, now).value
        draft = SetDraft(view.blocks[0].exercise_id, 0, reps=10)
        outcome = session.log_set(store, view.session.id, draft, now)
        entry = outcome.value
        for _ in range(3):
            assert outcome.undo is not None
            outcome = outcome.undo()
            assert store.sets.of_session(view.session.id) == []
            assert outcome.undo is not None
            outcome = outcome.undo()
            assert store.sets.of_session(view.session.id) == [entry]


class TestNumbers:
    @pytest.mark.parametrize("typed", ["62.5", "7,25", "0.5", "1.125"])
    def test_a_weight_is_more_than_a_whole_number(self, store: Store, now: datetime, typed: str) -> None:
        """workout.cool keeps weights as integers."""
        load = parse_load(typed, Unit.KG)
        assert load is not None
        kept = store.sets.of_session(train(store, now, (load, 5)))[0].draft.load
        assert kept == load
        assert kept.grams == round(float(typed.replace(",", ".")) * 1000)

    def test_the_last_week_of_a_year_is_not_the_last_week_of_another(self) -> None:
        """wger counts statistics by the number of the week without the year."""
        days = [date(2025, 12, 29).toordinal(), date(2026, 12, 28).toordinal(), date(2027, 1, 2).toordinal()]
        weeks = per_week(days, days[0], days[-1])
        assert [count for _week, count in weeks if count] == [1, 2]
        assert len(weeks) == 53

    def test_sets_in_pounds_count(self, store: Store, now: datetime) -> None:
        """wger leaves sets in pounds out of its statistics ("TODO: filter for lb")."""
        done = train(store, now, (load_of(45, Unit.LB), 10), (kg(20), 10))
        assert session.view(store, done).grams == load_of(45, Unit.LB).grams * 10 + 200_000
        assert session.recent(store, 1)[0].grams == session.view(store, done).grams

    def test_a_chart_of_kilograms_and_pounds_is_in_one_unit(self, store: Store, now: datetime) -> None:
        """workout.cool draws 135 lb above 100 kg."""
        train(store, now - timedelta(days=2), (kg(100), 1))
        train(store, now - timedelta(days=1), (load_of(135, Unit.LB), 1))
        today = now.date().toordinal()
        exercise = trends.strength_choices(store, 1, today)[0].exercise_id
        points = trends.strength_series(store, exercise, 1, today).points
        assert [value for _day, value in points] == [100.0, 61.2]


ROW = {
    "Date": "2026-05-05 18:00:00",
    "Workout Name": "Legs",
    "Duration": "40m",
    "Exercise Name": "Squat (Barbell)",
    "Set Order": "1",
    "Weight": "102.5",
    "Reps": "5",
}
"""A row of a file that Strong writes."""


class TestImports:
    @pytest.mark.parametrize("weight", ["102.5", '"102,5"'])
    def test_the_decimal_sign_does_not_depend_on_the_dates(self, tmp_path, weight: str) -> None:
        """openScale#506: German dates with English decimals."""
        path = tmp_path / "strong.csv"
        names = [*ROW, "Distance", "Seconds", "Notes", "Workout Notes", "RPE"]
        row = ROW | {"Date": "05.05.2026 18:00", "Weight": weight}
        path.write_text(",".join(names) + "\n" + ",".join(row.get(name, "") for name in names) + "\n")
        (read,) = read_log(path, unit=Unit.KG, default_unit=Unit.KG).sessions
        assert read.sets[0].load == kg(102.5)
        assert (read.started.year, read.started.month, read.started.day) == (2026, 5, 5)
