"""What reminders know of a profile, and what is kept of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from nextrep.domain.assessments import Answer
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment
from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.journal import Rating
from nextrep.domain.program import Answers
from nextrep.domain.reminders import ReminderKind, ReminderWishes
from nextrep.domain.training import SetDraft
from nextrep.services import (
    backups,
    journal,
    plan_weeks,
    preferences,
    program,
    questionnaires,
    reminders,
    session,
    tracking,
)
from nextrep.services.backups import Place
from nextrep.settings.table import QUIET_FROM, QUIET_TO, REMIND_BACKUP, REMINDERS_SHOWN
from nextrep.storage.store import Store

K = ReminderKind


def _next(store: Store, now: datetime) -> tuple[ReminderKind, datetime] | None:
    found = reminders.coming(store, now)
    return (found.kind, found.at) if found is not None else None


def test_nothing_is_on_at_first(store: Store, now: datetime) -> None:
    assert reminders.wishes(store, now.date().toordinal()) == ReminderWishes()
    assert not reminders.any_on(store)
    assert reminders.coming(store, now) is None


def test_a_check_in_comes_at_its_time_and_a_pause_silences_it(store: Store, now: datetime) -> None:
    day = now.date().toordinal()
    evening = now.replace(hour=20, minute=0)
    reminders.set_time(store, K.CHECK_IN, 20 * 60, now)
    assert _next(store, now) == (K.CHECK_IN, evening)
    tracking.pause(store, day, day + 1)
    assert _next(store, now) is None
    after = now + timedelta(days=2)
    assert _next(store, after) == (K.CHECK_IN, evening + timedelta(days=2)), "it ends by itself"
    tracking.go_on(store, day)
    journal.rate(store, day, {Rating.MOOD: 40}, now)
    assert _next(store, now) == (K.CHECK_IN, evening + timedelta(days=1))


def test_what_was_shown_is_kept_and_not_shown_again(store: Store, now: datetime) -> None:
    day = now.date().toordinal()
    reminders.set_time(store, K.CHECK_IN, 9 * 60, now - timedelta(hours=1))
    assert _next(store, now) == (K.CHECK_IN, now)
    tomorrow = now.replace(hour=9, minute=0) + timedelta(days=1)
    said = reminders.coming(store, now, {K.CHECK_IN: day})
    assert said is not None
    assert said.at == tomorrow, "even where it could not be kept"
    reminders.keep_shown(store, K.CHECK_IN, day)
    reminders.keep_shown(store, K.BACKUP, day - 3)
    assert reminders.facts(store, day).shown == {K.CHECK_IN: day, K.BACKUP: day - 3}
    assert _next(store, now) == (K.CHECK_IN, tomorrow)


@pytest.mark.parametrize("text", ["[", "3", "[]", '{"check_in": "x", "tea": 3}'])
def test_what_cannot_be_read_was_not_shown(store: Store, now: datetime, text: str) -> None:
    with store.transaction():
        store.settings.put(REMINDERS_SHOWN, text)
    assert reminders.facts(store, now.date().toordinal()).shown == {}


def test_training_comes_on_days_with_a_session_that_waits(store: Store, now: datetime) -> None:
    answers = Answers((0, 2, 4), frozenset({Equipment.DUMBBELL, Equipment.BENCH}))
    program.create(store, answers, now, start=now.date())
    view = program.current(store)
    assert view is not None
    first, second = [one.planned for one in view.sessions if one.planned.trains][:2]
    reminders.set_time(store, K.TRAINING, 9 * 60, now)
    found = _next(store, now)
    assert found is not None
    assert found[1].date().toordinal() == first.day
    started = session.start_planned(store, first.id, now).value
    session.log_set(store, started.session.id, SetDraft(started.blocks[0].exercise_id, 0, reps=10), now)
    session.finish(store, started.session.id, now)
    found = _next(store, now)
    assert found is not None
    assert found[1].date().toordinal() == second.day
    plan_weeks.pause(store, now.date().toordinal())
    assert _next(store, now) is None, "a plan that is paused asks for nothing"


def test_a_questionnaire_comes_fourteen_days_after_the_last_one(store: Store, now: datetime) -> None:
    day = now.date().toordinal()
    reminders.set_time(store, K.QUESTIONNAIRE, 18 * 60, now)
    assert _next(store, now) is None, "nothing was ever filled in"
    who5 = questionnaires.Subject(InstrumentKey.WHO5)
    questionnaires.answer(store, who5, None, "1", Answer(5, 1), day - 4, now)
    assert _next(store, now) == (K.QUESTIONNAIRE, now.replace(hour=18, minute=0) + timedelta(days=10))


def test_a_copy_elsewhere_comes_once_a_week_until_there_is_one_and_then_after_two(
    store: Store, now: datetime, tmp_path: Path
) -> None:
    day = now.date().toordinal()
    reminders.set_time(store, K.BACKUP, 19 * 60, now)
    assert _next(store, now) is None, "there is nothing to copy"
    journal.rate(store, day, {Rating.MOOD: 40}, now)
    evening = now.replace(hour=19, minute=0)
    assert _next(store, now) == (K.BACKUP, evening)
    reminders.keep_shown(store, K.BACKUP, day)
    assert _next(store, now) == (K.BACKUP, evening + timedelta(days=7))
    backups.make(store, now)
    assert _next(store, now) == (K.BACKUP, evening + timedelta(days=7)), "on the same disk it is none"
    backups.make(store, now, Place(tmp_path, copied=True))
    assert _next(store, now) == (K.BACKUP, evening + timedelta(days=14))


def test_a_time_in_the_quiet_hours_is_refused_at_its_field(store: Store, now: datetime) -> None:
    with pytest.raises(UserError, match="quiet hours") as caught:
        reminders.set_time(store, K.BACKUP, 23 * 60, now)
    assert caught.value.field == "backup"
    assert preferences.read(store, REMIND_BACKUP) == -1


def test_quiet_hours_that_would_swallow_a_reminder_are_refused_at_theirs(store: Store, now: datetime) -> None:
    reminders.set_time(store, K.CHECK_IN, 20 * 60, now)
    with pytest.raises(UserError, match="20:00") as caught:
        reminders.set_quiet(store, QUIET_FROM, 19 * 60)
    assert caught.value.field == "quiet_from"
    kept = reminders.set_quiet(store, QUIET_TO, 6 * 60)
    assert preferences.read(store, QUIET_TO) == 6 * 60
    assert kept.undo is not None
    kept.undo()
    assert preferences.read(store, QUIET_TO) == 8 * 60


def test_one_that_is_switched_on_after_its_time_begins_tomorrow_and_is_taken_back_whole(
    store: Store, now: datetime
) -> None:
    outcome = reminders.set_time(store, K.CHECK_IN, 9 * 60, now)
    assert _next(store, now) == (K.CHECK_IN, now.replace(hour=9, minute=0) + timedelta(days=1))
    assert outcome.undo is not None
    back = outcome.undo()
    assert not reminders.any_on(store)
    assert reminders.facts(store, now.date().toordinal()).shown == {}
    assert back.undo is not None
    back.undo()
    assert reminders.any_on(store)
    reminders.set_time(store, K.CHECK_IN, None, now)
    assert not reminders.any_on(store)


def test_a_session_that_goes_on_is_not_interrupted_and_one_left_open_silences_nothing(
    store: Store, now: datetime
) -> None:
    assert not reminders.training_now(store, now)
    session.start_free(store, now)
    assert reminders.training_now(store, now + timedelta(hours=1))
    assert not reminders.training_now(store, now + timedelta(hours=13))
