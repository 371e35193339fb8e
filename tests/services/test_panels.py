"""What the panels of Trends draw, from sets and answers that were really kept."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from nextrep.domain.day_topics import Topic
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Pattern
from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.panels import Panel, PanelKind, PanelView, built_in_views
from nextrep.domain.series import monday_of
from nextrep.domain.training import SetDraft, SetKind
from nextrep.domain.units import Load, Unit
from nextrep.services import (
    catalog,
    day_context,
    demo,
    panel_choices,
    panels,
    questionnaires,
    session,
    trends,
)
from nextrep.storage.store import Store

KIND = PanelKind


def trained(store: Store, at: datetime, *, effort: int | None = 6) -> int:
    """Two sets of 10 × 20 kg goblet squats (a warm-up before), one of 12 push-ups; returns the squat's id."""
    view = session.start_free(store, at).value
    number = view.session.id
    for key in ("goblet_squat", "push_up"):
        session.add_exercise(store, number, catalog.by_key(key))
    squat, push = (block.exercise_id for block in session.view(store, number).blocks)
    load = Load(20_000, Unit.KG)
    for draft in (
        SetDraft(squat, 0, kind=SetKind.WARMUP, load=load, reps=5),
        SetDraft(squat, 0, load=load, reps=10, focus=7),
        SetDraft(squat, 0, load=Load(22_000, Unit.KG), reps=8, focus=9),
        SetDraft(push, 1, reps=12, focus=2),
    ):
        session.log_set(store, number, draft, at)
    session.finish(store, number, at + timedelta(minutes=30), effort=effort)
    return squat


def values(store: Store, panel: Panel, last: int, exercise: int | None = None) -> list[float]:
    return [value for _day, value in panels.series(store, panel, last - 27, last, exercise).points]


def test_training_is_added_up_by_day_and_by_week(store: Store, now: datetime) -> None:
    squat = trained(store, now - timedelta(days=7))
    trained(store, now, effort=None)
    today = now.date().toordinal()
    assert values(store, Panel(KIND.BEST_SET), today, squat) == [22.0, 22.0]
    assert values(store, Panel(KIND.VOLUME), today) == [376.0, 376.0]
    assert values(store, Panel(KIND.VOLUME, str(squat)), today) == [376.0, 376.0]
    assert values(store, Panel(KIND.VOLUME, str(Pattern.SQUAT)), today) == [376.0, 376.0]
    assert values(store, Panel(KIND.VOLUME, str(Pattern.HINGE)), today) == []
    assert values(store, Panel(KIND.FOCUS), today) == [7.0, 7.0]
    assert values(store, Panel(KIND.MUSCLE_SETS, "quads"), today) == [0.0, 0.0, 2.0, 2.0]
    assert values(store, Panel(KIND.MUSCLE_SETS, "chest"), today) == [0.0, 0.0, 1.0, 1.0]
    load = panels.series(store, Panel(KIND.LOAD), today - 27, today, None)
    assert load.points == ((monday_of(today - 7), 180.0),), "a session without its effort says nothing"


def test_a_panel_whose_exercise_is_not_there_is_empty(store: Store, now: datetime) -> None:
    today = now.date().toordinal()
    assert values(store, Panel(KIND.E1RM), today) == []
    assert values(store, Panel(KIND.BEST_SET), today) == []
    assert values(store, Panel(KIND.BEST_SET, "999"), today) == []


def test_the_best_set_says_what_it_counts_and_that_there_is_none(store: Store, now: datetime) -> None:
    squat = trained(store, now - timedelta(days=30))
    push = next(
        one.exercise_id
        for one in trends.strength_choices(store, 1, now.date().toordinal())
        if one.exercise_id != squat
    )
    today = now.date().toordinal()
    long, short = today - 60, today - 20
    loaded = panels.series(store, Panel(KIND.BEST_SET, str(squat)), long, today, None)
    assert (loaded.detail, loaded.unit) == ("heaviest set, Goblet squat, kg", "kg")
    counted = panels.series(store, Panel(KIND.BEST_SET, str(push)), long, today, None)
    assert (counted.detail, counted.unit) == ("most reps in a set, Push-up", "reps")
    nothing = panels.series(store, Panel(KIND.BEST_SET, str(squat)), short, today, None)
    assert (nothing.points, nothing.detail) == ((), "no sets in this period, Goblet squat")


def test_scores_stand_with_their_published_bands(store: Store, now: datetime) -> None:
    today = now.date().toordinal()
    for back, total in ((20, 15), (3, 9)):
        questionnaires.record_total(store, InstrumentKey.PHQ9, today - back, total, now)
    found = panels.series(store, Panel(KIND.SCORE, "phq-9"), today - 27, today, None)
    assert found.points == ((today - 20, 15.0), (today - 3, 9.0))
    assert [(zone.low, zone.high) for zone in found.zones] == [(0, 4), (5, 9), (10, 14), (15, 19), (20, 27)]
    assert found.scores
    assert (found.low, found.high) == (0, 27)


def test_every_panel_that_is_offered_can_be_drawn(store: Store, now: datetime) -> None:
    demo.fill(store, 8, 3, now)
    today = now.date().toordinal()
    offered = panel_choices.choices(store, today - 55, today)
    assert len({one.panel.key for one in offered}) == len(offered)
    drawn = [panels.series(store, one.panel, today - 55, today, None) for one in offered]
    assert all(one.key for one in drawn)
    assert sum(bool(one.points) for one in drawn) > len(drawn) / 2


def test_a_measure_of_ones_own_has_a_panel_in_its_own_unit(store: Store, now: datetime) -> None:
    demo.fill(store, 8, 3, now)
    today = now.date().toordinal()
    [choice] = [one for one in panel_choices.choices(store, 1, today) if one.title == "Walking"]
    found = panels.series(store, choice.panel, today - 27, today, None)
    assert (found.low, found.high, found.direction) == (0, 120, "higher is better")
    assert found.detail.startswith("min · ")
    assert any(value > 10 for _day, value in found.points)
    assert panels.series(store, Panel(KIND.RATING, "own_99"), 1, today, None).points == ()


def test_views_are_kept_changed_and_taken_back(store: Store) -> None:
    mine = PanelView(panels.new_key(store), " Evenings ", (Panel(KIND.RATING, "mood"),))
    kept = panels.save_view(store, mine)
    assert [view.title for view in panels.views(store)][-1] == "Evenings"
    assert panels.new_key(store) == "own_2"
    overview = built_in_views()[0]
    panels.save_view(store, PanelView(overview.key, "", (Panel(KIND.FOCUS),)))
    assert panels.views(store)[0].panels == (Panel(KIND.FOCUS),)
    panels.remove_view(store, overview.key)
    assert panels.views(store)[0] == overview
    gone = panels.remove_view(store, "own_1")
    assert panels.views(store) == built_in_views()
    assert gone.undo is not None
    gone.undo()
    assert panels.views(store)[-1].title == "Evenings"
    assert kept.label
    with pytest.raises(UserError):
        panels.save_view(store, PanelView("own_2", "evenings", (Panel(KIND.FOCUS),)))


def test_what_is_noted_about_days_can_be_drawn_while_it_is_asked_for(store: Store, now: datetime) -> None:
    today = now.date().toordinal()
    monday = monday_of(today) - 14
    for place, level in (("Knee", 3), ("Head", 6)):
        day_context.set_pain(store, monday, place, level, now)
    for day, ill in ((monday, 1), (monday + 1, 0), (monday + 9, 0)):
        day_context.set_fact(store, day, Topic.ILL, ill, now)
    day_context.set_fact(store, monday, Topic.ALCOHOL, 3, now)
    assert values(store, Panel(KIND.DAY, "pain"), today) == [6.0]
    ill = panels.series(store, Panel(KIND.DAY, "ill"), today - 27, today, None)
    assert ill.points == ((monday, 1.0), (monday + 7, 0.0)), "a week without an answer has no value"
    assert ill.bars
    drinks = Panel(KIND.DAY, "alcohol")
    assert values(store, drinks, today) == [], "what is not asked for is not brought up"
    assert drinks not in [one.panel for one in panel_choices.choices(store, 1, today)]
    day_context.choose(store, [*day_context.topics(store), Topic.ALCOHOL])
    assert values(store, drinks, today) == [1.5]
    assert drinks in [one.panel for one in panel_choices.choices(store, 1, today)]


def test_a_panel_of_the_view_has_a_name_when_these_days_would_not_offer_it(
    store: Store, now: datetime
) -> None:
    squat = trained(store, now - timedelta(days=90))
    today = now.date().toordinal()
    kept = (Panel(KIND.BEST_SET, str(squat)), Panel(KIND.DAY, "alcohol"), Panel(KIND.RATING, "own_99"))
    names = {one.panel.key: one.title for one in panel_choices.choices(store, today - 27, today, kept)}
    assert [names[one.key] for one in kept] == [
        "Best set, Goblet squat",
        "Alcohol",
        "Something that is no longer there",
    ]
