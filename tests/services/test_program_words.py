"""A plan before it is made, its phases in words, what was moved, and what was done beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import MuscleGroup
from nextrep.domain.program import Answers
from nextrep.domain.program_template import ProgramTemplate
from nextrep.domain.training import SetDraft
from nextrep.services import plan_editing, plan_preview, program, session
from nextrep.storage.store import Store

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "profile", now=NOW)
    yield opened
    opened.close()


def test_a_preview_says_what_create_then_makes(store: Store) -> None:
    answers = Answers((0, 3), frozenset(), minutes=40)
    preview = plan_preview.preview(answers, NOW.date(), program.TEMPLATE)
    assert store.is_empty(), "a preview keeps nothing"
    program.create(store, answers, NOW)
    made = program.current(store)
    assert made is not None
    assert preview.sessions == len(made.sessions)
    assert preview.first_day == made.sessions[0].planned.day == NOW.date().toordinal()
    first_weeks = [one.minutes for one in made.sessions if one.planned.week <= 4]
    assert preview.spans[0].minutes == (min(first_weeks), max(first_weeks))
    low, high = preview.spans[0].minutes
    assert preview.spans[0].text() == f"Weeks 1–4: Monday and Thursday, about {low}–{high} min each"


def test_a_preview_names_the_muscles_that_would_rest_less_than_two_days() -> None:
    close = plan_preview.preview(Answers((0, 1, 2)), NOW.date(), "full_body_3").close
    assert MuscleGroup.BACK in close
    assert not plan_preview.preview(Answers((0, 2, 4)), NOW.date(), "full_body_3").close


def test_mind_and_muscle_takes_turns_where_days_are_close() -> None:
    preview = plan_preview.preview(Answers((0, 1, 2)), NOW.date(), program.TEMPLATE)
    assert preview.split
    assert not preview.close
    assert not plan_preview.preview(Answers((0, 2, 4)), NOW.date(), program.TEMPLATE).split


@pytest.mark.parametrize(
    ("answers", "field"), [(Answers(weekdays=()), "weekdays"), (Answers(minutes=5), "minutes")]
)
def test_a_preview_refuses_what_create_refuses(answers: Answers, field: str) -> None:
    with pytest.raises(UserError) as caught:
        plan_preview.preview(answers, NOW.date(), program.TEMPLATE)
    assert caught.value.field == field


def test_phases_say_weeks_sessions_and_dose(store: Store) -> None:
    made = program.create(store, Answers((0, 2, 4), sessions_later=2), NOW).value
    assert [dose.text() for dose in program.phases(made)] == [
        "weeks 1–4 · 2 a week · 2–3 × 8–12 · light to moderate",
        "weeks 5–8 · 3 a week · 3–4 × 6–10 · last reps challenging",
        "from week 9 · 2 a week · in blocks",
    ]
    assert "strength and hypertrophy" in program.phases(made)[2].blocks_text()
    assert [dose.holds(9) for dose in program.phases(made)] == [False, False, True]


def test_phases_do_not_promise_more_sessions_than_there_are_days(store: Store) -> None:
    made = program.create(store, Answers((2,)), NOW).value
    assert {dose.sessions for dose in program.phases(made)} == {1}


def test_a_moved_session_knows_where_it_was_until_it_is_back(store: Store) -> None:
    program.create(store, Answers((0, 2, 4)), NOW)
    view = program.current(store)
    assert view is not None
    assert {one.moved_from for one in view.sessions} == {None}
    planned = view.sessions[3].planned
    outcome = plan_editing.move(store, planned.id, planned.day + 1)
    moved = program.current(store)
    assert moved is not None
    assert {one.planned.id: one.moved_from for one in moved.sessions if one.moved_from} == {
        planned.id: planned.day
    }
    assert outcome.undo is not None
    outcome.undo()
    back = program.current(store)
    assert back is not None
    assert {one.moved_from for one in back.sessions} == {None}


def test_evening_training_does_not_make_the_day_after_next_too_early(store: Store) -> None:
    program.create(store, Answers((0, 2, 4)), NOW)
    first, second = program.current(store).sessions[:2]
    evening = NOW.replace(hour=20)
    ours = session.start_planned(store, first.planned.id, evening).value.session.id
    session.log_set(store, ours, _one_set(store, ours), evening)
    session.finish(store, ours, evening + timedelta(minutes=30))
    plan_editing.move(store, second.planned.id, first.planned.day + 2)
    assert program.current(store).sessions[1].short_rests == ()
    plan_editing.move(store, second.planned.id, first.planned.day + 1)
    assert {rest.hours for rest in program.current(store).sessions[1].short_rests} == {24}


def test_sessions_beside_the_plan_are_those_of_its_weeks_without_a_place_in_it(store: Store) -> None:
    program.create(store, Answers((0, 2, 4)), NOW)
    view = program.current(store)
    assert view is not None
    ours = session.start_planned(store, view.sessions[0].planned.id, NOW).value.session.id
    session.log_set(store, ours, _one_set(store, ours), NOW)
    session.finish(store, ours, NOW + timedelta(minutes=30))
    free = session.start_one_set(store, NOW + timedelta(hours=1)).value.session.id
    session.log_set(store, free, _one_set(store, free), NOW + timedelta(hours=1))
    session.finish(store, free, NOW + timedelta(hours=2))
    again = program.current(store)
    assert again is not None
    assert [one.id for one in program.done_beside(store, again)] == [free]


def _one_set(store: Store, session_id: int) -> SetDraft:
    block = session.view(store, session_id).blocks[0]
    return SetDraft(block.exercise_id, block.block, reps=10)


def test_a_late_start_begins_in_the_next_week(store: Store) -> None:
    friday = date(2026, 11, 27)
    preview = plan_preview.preview(Answers((0, 2, 4)), friday, program.TEMPLATE)
    assert preview.first_day == date(2026, 11, 30).toordinal()


def test_fixed_days_begin_on_the_day_chosen_and_stay_where_they_were_put(store: Store) -> None:
    thursday = date(2026, 11, 26)
    made = program.create(store, Answers(), NOW, start=thursday, key="seven_day_starter").value
    assert program.heading(made) == "7-day starter"
    assert [dose.text() for dose in program.phases(made)] == [
        "week 1 · 4 a week · from ten squats to 2 × 8–12"
    ]
    view = program.current(store)
    assert view is not None
    assert view.program.answers.begins == thursday.weekday()
    assert [one.planned.day - thursday.toordinal() for one in view.sessions] == list(range(7))
    assert [one.planned.trains for one in view.sessions] == [True, False] * 3 + [True]
    assert [view.week_of(one.planned.day) for one in view.sessions] == [1, 1, 1, 1, 2, 2, 2]
    assert {one.planned.phase for one in view.sessions} == {"First steps"}
    assert {one.moved_from for one in view.sessions} == {None}
    plan_editing.move(store, view.sessions[2].planned.id, thursday.toordinal() + 3)
    moved = program.current(store)
    assert moved is not None
    assert [one.moved_from for one in moved.sessions if one.moved_from] == [thursday.toordinal() + 2]


def test_a_plan_from_before_there_were_fixed_days_is_read(store: Store) -> None:
    made = program.create(store, Answers((1, 4)), NOW).value
    with store.transaction():
        store.programs._sql("UPDATE program SET answers = json_remove(answers, '$.begins')")
    view = program.current(store)
    assert view is not None
    assert view.program == made


@pytest.mark.parametrize("template", program.templates(), ids=lambda template: template.key)
def test_every_program_is_made_as_it_was_previewed_and_can_be_undone(
    store: Store, template: ProgramTemplate
) -> None:
    answers = Answers((0, 1, 3, 4), minutes=45)
    preview = plan_preview.preview(answers, NOW.date(), template.key)
    outcome = program.create(store, answers, NOW, key=template.key)
    view = program.current(store)
    assert view is not None
    assert view.program.title == template.title
    assert sum(one.planned.trains for one in view.sessions) == preview.sessions
    assert view.program.weeks == template.weeks
    assert sum(dose.holds(1) for dose in program.phases(view.program)) == 1
    assert outcome.undo is not None
    outcome.undo()
    assert program.current(store) is None
