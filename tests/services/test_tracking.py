"""Pausing all tracking: nothing is asked for, nothing is lost, and what was paused is said."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from nextrep.domain.assessments import Answer
from nextrep.domain.errors import UserError
from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.journal import Rating
from nextrep.domain.tracking_pause import TrackingPause
from nextrep.domain.training import SetDraft
from nextrep.services import (
    export,
    journal,
    questionnaires,
    session,
    session_ratings,
    today,
    tracking,
    trend_view,
)
from nextrep.storage.store import Store


def test_it_begins_and_ends_and_all_of_it_can_be_taken_back(store: Store, now: datetime) -> None:
    day = now.date().toordinal()
    begun = tracking.pause(store, day - 5)
    over = tracking.go_on(store, day)
    assert tracking.pauses(store) == (TrackingPause(day - 5, day - 1),)
    assert begun.value == TrackingPause(day - 5)
    assert begun.label
    assert over.label
    assert over.undo is not None
    back = over.undo()
    assert tracking.paused(store, day) == TrackingPause(day - 5)
    assert begun.undo is not None
    begun.undo()
    assert tracking.pauses(store) == ()
    assert back.undo is not None
    back.undo()
    assert tracking.pauses(store) == (TrackingPause(day - 5, day - 1),)


def test_a_day_that_is_over_is_refused_and_nothing_is_kept(store: Store, now: datetime) -> None:
    day = now.date().toordinal()
    with pytest.raises(UserError):
        tracking.pause(store, day, day - 1)
    assert tracking.paused(store, day) is None


def test_while_paused_nothing_is_asked_and_all_can_be_written(store: Store, now: datetime) -> None:
    day = now.date().toordinal()
    subject = questionnaires.Subject(InstrumentKey.WHO5)
    questionnaires.answer(store, subject, None, "1", Answer(5, 1), day - 20, now)
    done = session.start_one_set(store, now).value
    session.log_set(store, done.session.id, SetDraft(done.blocks[0].exercise_id, 0, reps=10), now)
    session.finish(store, done.session.id, now)
    later = now + timedelta(minutes=15)
    assert questionnaires.due(store, day) != ()
    tracking.pause(store, day)
    assert questionnaires.due(store, day) == ()
    assert session_ratings.after_question(store, later) is None
    assert today.view(store, now).paused == TrackingPause(day)
    journal.rate(store, day, {Rating.MOOD: 40}, now)
    checkin = journal.day_view(store, day).checkin
    assert checkin is not None
    assert checkin.values == {Rating.MOOD: 40}
    tracking.go_on(store, day)
    assert questionnaires.due(store, day) != ()


def test_a_paused_day_stays_a_day_and_is_said(store: Store, now: datetime, tmp_path: Path) -> None:
    day = now.date().toordinal()
    journal.rate(store, day - 9, {Rating.MOOD: 40}, now)
    tracking.pause(store, day - 6)
    journal.rate(store, day - 2, {Rating.MOOD: 50}, now)
    logged = trend_view.read(store, (), day - 9, day).logged
    assert (logged.logged, logged.days, logged.longest_gap, logged.paused) == (2, 10, 6, 6)
    export.export(store, tmp_path / "all.json", "json")
    record = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    first = (now.date() - timedelta(days=6)).isoformat()
    assert record["tracking_pauses"] == [{"first": first, "last": None}]
