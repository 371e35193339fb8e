"""Series for charts: one value a day, gaps left open, units honoured."""

from dataclasses import replace
from datetime import datetime, timedelta

from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.journal import Rating
from nextrep.domain.sleep import Night
from nextrep.domain.training import SetDraft
from nextrep.domain.units import Load, Unit
from nextrep.services import (
    catalog,
    day_context,
    journal,
    preferences,
    questionnaires,
    session,
    trend_view,
    trends,
)
from nextrep.settings.table import E1RM_FORMULA, UNIT
from nextrep.storage.store import Store


def test_missing_days_have_no_point(store: Store, now: datetime) -> None:
    today = now.date().toordinal()
    for back, mood in ((9, 40), (8, 50), (0, 0)):
        journal.check_in(store, today - back, {Rating.MOOD: mood}, now)
    series = trends.rating_series(store, Rating.MOOD, today - 9, today)
    assert series.points == ((today - 9, 4.0), (today - 8, 5.0), (today, 0.0))
    view = trend_view.overview(store, today - 9, today)
    assert (view.logged.logged, view.logged.longest_gap) == (3, 7)


def test_strength_follows_the_chosen_exercise_and_unit(store: Store, now: datetime) -> None:
    for days, kilograms in ((8, 50), (1, 60)):
        at = now - timedelta(days=days)
        view = session.start_free(store, at).value
        for block, (key, load) in enumerate(
            (("goblet_squat", Load(kilograms * 1000, Unit.KG)), ("push_up", None))
        ):
            session.add_exercise(store, view.session.id, catalog.by_key(key))
            number = session.view(store, view.session.id).blocks[block].exercise_id
            session.log_set(
                store, view.session.id, SetDraft(number, block, load=load, reps=1 + block * 9), at
            )
        session.finish(store, view.session.id, at)
    today = now.date().toordinal()
    shown = trend_view.overview(store, today - 27, today)
    assert {choice.exercise.key for choice in shown.choices} == {"goblet_squat", "push_up"}
    squat, push = (
        next(c.exercise_id for c in shown.choices if c.exercise.key == key)
        for key in ("goblet_squat", "push_up")
    )
    assert [value for _d, value in trends.strength_series(store, squat, 1, today).points] == [50.0, 60.0]
    assert [value for _d, value in trends.strength_series(store, push, 1, today).points] == [10.0, 10.0]
    preferences.change(store, UNIT, "lb")
    pounds = trends.strength_series(store, squat, 1, today)
    assert [value for _d, value in pounds.points] == [110.2, 132.3]
    assert "lb" in pounds.detail
    assert "estimated 1RM (Epley)" in pounds.detail
    preferences.change(store, E1RM_FORMULA, "lander")
    assert "estimated 1RM (Lander)" in trends.strength_series(store, squat, 1, today).detail


def test_of_the_body_reps_are_shown_until_half_the_days_have_a_body_weight(
    store: Store, now: datetime
) -> None:
    numbers = []
    for days in (9, 6, 3):
        at = now - timedelta(days=days)
        numbers.append(session.start_free(store, at).value.session.id)
        session.add_exercise(store, numbers[-1], catalog.by_key("pull_up"))
        (block,) = session.view(store, numbers[-1]).blocks
        session.log_set(
            store, numbers[-1], SetDraft(block.exercise_id, 0, load=Load(20_000, Unit.KG), reps=5), at
        )
        session.finish(store, numbers[-1], at)
    pull_up, today = block.exercise_id, now.date().toordinal()

    def weigh(session_id: int) -> None:
        with store.transaction():
            store.sessions.update(replace(store.sessions.get(session_id), body_grams=80_000))

    weigh(numbers[0])
    reps = trends.strength_series(store, pull_up, 1, today)
    assert [value for _d, value in reps.points] == [5.0, 5.0, 5.0]
    weigh(numbers[1])
    added = trends.strength_series(store, pull_up, 1, today)
    assert [value for _d, value in added.points] == [36.7, 36.7]
    assert "added to the body" in added.detail


def test_an_empty_profile_has_empty_panels(store: Store, now: datetime) -> None:
    today = now.date().toordinal()
    view = trend_view.overview(store, today - 27, today)
    assert all(series.points == () for series in view.series)
    assert view.planned is None
    assert trends.span(store, today) == (today, today)


def test_a_record_of_nights_pain_or_questionnaires_alone_has_its_days(store: Store, now: datetime) -> None:
    today = now.date().toordinal()
    assert (trends.span(store, today), trends.last_recorded(store)) == ((today, today), None)
    day_context.set_pain(store, today - 20, "back", 4, now)
    assert trends.last_recorded(store) == today - 20
    night = Night(day=today - 9, zone=now.tzinfo, sol_min=10)
    journal.put_night(store, night.day, night, now)
    assert trends.last_recorded(store) == today - 9
    questionnaires.record_total(store, InstrumentKey.PHQ9, today - 30, 7, now)
    assert trends.span(store, today) == (today - 30, today)
    assert trends.last_recorded(store) == today - 9
