"""Templates: copied from a session, started from, renamed, deleted and brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise, Measure, Pattern
from nextrep.domain.program import Answers
from nextrep.domain.training import SetDraft, SetKind
from nextrep.services import catalog, library_editing, preferences, program, session, session_templates
from nextrep.services.session_source import Source, SourceKind
from nextrep.settings.table import REST_SECONDS
from nextrep.storage.store import Store
from tests.services.past_steps import GOBLET, PLANK, log, reps, train, undo

CRAWL = Exercise("", "Hallway crawl", Pattern.CORE, Measure.LOADED, ())


def start(store: Store, template_id: int, now: datetime) -> session.SessionView:
    return session.start_from(store, Source(SourceKind.TEMPLATE, template_id), now).value


def test_where_nothing_was_planned_it_asks_for_what_was_done(store: Store, now: datetime) -> None:
    warm_up = reps(12, load=8, kind=SetKind.WARMUP)
    failed = reps(3, kind=SetKind.FAILURE)
    number = train(
        store,
        now - timedelta(days=2),
        (GOBLET, [*warm_up, *reps(10, 8, 9), *failed]),
        (PLANK, [SetDraft(0, 0, seconds=40), SetDraft(0, 0, seconds=30)]),
    )
    preferences.change(store, REST_SECONDS, 75)
    template = session_templates.copy_of_session(store, number, now, "Short one").value
    view = start(store, template.id, now)
    assert view.session.title == "Short one"
    squat, plank = (block.target for block in view.blocks)
    assert squat is not None
    assert plank is not None
    assert (squat.sets, squat.reps_low, squat.reps_high, squat.rest_s) == (3, 8, 10, 75)
    assert squat.details.warm_up == 1
    assert (plank.sets, plank.seconds) == (2, 30)
    assert [block.exercise.key for block in view.blocks] == ["goblet_squat", "plank"]


def test_what_was_planned_is_asked_for_again(store: Store, now: datetime) -> None:
    program.create(store, Answers(), now)
    current = program.current(store)
    assert current is not None
    planned = current.sessions[0].planned
    view = session.start_planned(store, planned.id, now).value
    template = session_templates.copy_of_session(store, view.session.id, now).value
    session.discard(store, view.session.id, now)
    assert template.title == planned.title
    assert [block.target for block in start(store, template.id, now).blocks] == [
        block.target for block in view.blocks
    ]


def test_a_template_survives_merging_and_deleting_of_its_exercises(store: Store, now: datetime) -> None:
    crawl = library_editing.add(store, CRAWL).value
    number = train(store, now, (crawl, reps(10)))
    template = session_templates.copy_of_session(store, number, now).value
    session.discard(store, number, now)
    library_editing.delete(store, crawl)
    (block,) = start(store, template.id, now).blocks
    assert block.exercise == crawl
    library_editing.merge(store, crawl, GOBLET)
    session.discard(store, store.sessions.active_id(), now)
    (block,) = start(store, template.id, now).blocks
    assert block.exercise.key == "goblet_squat"


def test_names_have_their_limits_and_changes_can_be_taken_back(store: Store, now: datetime) -> None:
    number = train(store, now, (GOBLET, reps(10)))
    before = log(store)
    made = session_templates.copy_of_session(store, number, now)
    template, kept = made.value, session_templates.every(store)
    for wrong in ("  ", "x" * 121):
        with pytest.raises(UserError) as caught:
            session_templates.rename(store, template.id, wrong)
        assert caught.value.field == "title"
    renamed = session_templates.rename(store, template.id, " Legs  at home ")
    assert [one.title for one in session_templates.every(store)] == ["Legs at home"]
    deleted = session_templates.delete(store, template.id)
    assert session_templates.every(store) == []
    undo(deleted)
    undo(renamed)
    assert session_templates.every(store) == kept
    undo(made)
    assert log(store) == before


def test_a_session_without_exercises_makes_no_template(store: Store, now: datetime) -> None:
    number = session.start_free(store, now).value.session.id
    with pytest.raises(UserError, match="no exercise"):
        session_templates.copy_of_session(store, number, now)


def test_a_session_with_a_very_long_or_no_name_makes_one_too(store: Store, now: datetime) -> None:
    number = train(store, now, (GOBLET, reps(10)))
    for title, expected in (("x" * 300, "x" * 120), ("", "Session")):
        with store.transaction():
            store.sessions.update(replace(store.sessions.get(number), title=title))
        assert session_templates.copy_of_session(store, number, now).value.title == expected


def test_a_repeat_leaves_words_and_left_out_exercises_behind(store: Store, now: datetime) -> None:
    number = train(store, now, (GOBLET, reps(10)), (PLANK, [SetDraft(0, 0, seconds=30)]))
    with store.transaction():
        block = store.blocks.of_session(number)[0]
        store.blocks.update(number, replace(block, note="knee", skipped=True))
        store.blocks.delete(number, 1)
        store.blocks.add(number, replace(store.blocks.of_session(number)[0], block=4))
    view = session.repeat(store, number, now).value
    assert [(one.block, one.note, one.skipped) for one in view.blocks] == [(0, "", False), (1, "", False)]
    assert catalog.exercise_of(store, view.blocks[0].exercise_id) == GOBLET
