"""Reminders: off at first, never in quiet hours, never twice on a day, in words that tell nobody anything."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.reminders import (
    ReminderFacts,
    ReminderKind,
    ReminderWishes,
    checked,
    next_reminder,
    reminder_words,
)

K = ReminderKind
BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 28).toordinal()


def clock(hour: int, minute: int = 0, day: int = 28) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=BERLIN)


def evening(**more) -> ReminderWishes:
    return ReminderWishes({K.CHECK_IN: 20 * 60}, **more)


def at(wishes: ReminderWishes, facts: ReminderFacts, now: datetime) -> datetime | None:
    found = next_reminder(wishes, facts, now)
    return None if found is None else found.at


def test_nothing_comes_unless_it_is_asked_for() -> None:
    due = ReminderFacts(training=frozenset({TODAY}), questionnaire=TODAY - 9, backup=TODAY - 9)
    assert next_reminder(ReminderWishes(), due, clock(12)) is None


def test_a_check_in_comes_at_its_time_and_not_again_on_that_day() -> None:
    assert at(evening(), ReminderFacts(), clock(12)) == clock(20)
    assert at(evening(), ReminderFacts(shown={K.CHECK_IN: TODAY}), clock(20, 1)) == clock(20, day=29)


def test_who_has_checked_in_is_not_asked_on_that_day() -> None:
    assert at(evening(), ReminderFacts(checked_in=TODAY), clock(12)) == clock(20, day=29)
    assert at(evening(), ReminderFacts(checked_in=TODAY - 3), clock(12)) == clock(20)


def test_a_time_that_passed_while_the_computer_was_off_comes_now_but_not_a_day_later() -> None:
    assert at(evening(), ReminderFacts(), clock(21, 10)) == clock(21, 10)
    assert at(evening(), ReminderFacts(shown={K.CHECK_IN: TODAY - 9}), clock(9)) == clock(20)


def test_in_quiet_hours_it_goes_with_its_day() -> None:
    assert at(evening(), ReminderFacts(), clock(23)) == clock(20, day=29)
    assert at(evening(), ReminderFacts(), clock(3)) == clock(20)


def test_what_stays_due_waits_for_the_end_of_the_quiet_hours() -> None:
    wishes = ReminderWishes({K.BACKUP: 9 * 60})
    assert at(wishes, ReminderFacts(backup=TODAY - 2), clock(23)) == clock(8, day=29)
    assert at(wishes, ReminderFacts(backup=TODAY - 2), clock(10)) == clock(10)


def test_quiet_hours_within_a_day_and_none_at_all() -> None:
    noon = ReminderWishes({K.BACKUP: 9 * 60}, quiet_from=12 * 60, quiet_to=14 * 60)
    assert at(noon, ReminderFacts(backup=TODAY), clock(12)) == clock(14)
    assert at(noon, ReminderFacts(backup=TODAY), clock(14)) == clock(14)
    never = evening(quiet_from=0, quiet_to=0)
    assert at(never, ReminderFacts(), clock(23)) == clock(23)


def test_training_comes_on_planned_days_alone() -> None:
    wishes = ReminderWishes({K.TRAINING: 17 * 60})
    planned = ReminderFacts(training=frozenset({TODAY - 1, TODAY + 2}))
    assert at(wishes, planned, clock(12)) == clock(17, day=30)
    assert at(wishes, ReminderFacts(training=frozenset({TODAY - 1})), clock(12)) is None
    assert at(wishes, ReminderFacts(training=frozenset({TODAY})), clock(23)) is None


def test_a_questionnaire_comes_when_it_may_be_filled_in_and_a_week_later_at_the_earliest() -> None:
    wishes = ReminderWishes({K.QUESTIONNAIRE: 18 * 60})
    assert at(wishes, ReminderFacts(), clock(12)) is None
    assert at(wishes, ReminderFacts(questionnaire=TODAY + 1), clock(12)) == clock(18, day=29)
    again = ReminderFacts(questionnaire=TODAY - 1, shown={K.QUESTIONNAIRE: TODAY - 1})
    assert at(wishes, again, clock(12)) == clock(18) + timedelta(days=6)
    new = ReminderFacts(questionnaire=TODAY, shown={K.QUESTIONNAIRE: TODAY - 2})
    assert at(wishes, new, clock(12)) == clock(18)


def test_the_first_one_is_told_and_a_pause_silences_all() -> None:
    both = {K.CHECK_IN: 20 * 60, K.BACKUP: 19 * 60}
    found = next_reminder(ReminderWishes(both), ReminderFacts(backup=TODAY), clock(12))
    assert found is not None
    assert found.kind is K.BACKUP
    assert next_reminder(ReminderWishes(both, paused=True), ReminderFacts(backup=TODAY), clock(12)) is None


def test_an_hour_that_the_clocks_skip_is_made_up_for() -> None:
    wishes = ReminderWishes({K.CHECK_IN: 150}, quiet_from=0, quiet_to=0)
    night = datetime(2027, 3, 28, 1, 0, tzinfo=BERLIN)
    assert at(wishes, ReminderFacts(), night) == datetime(2027, 3, 28, 3, 30, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("minute", "words"), [(1440, "23:59"), (-1, "23:59"), (23 * 60, "quiet"), (60, "quiet")]
)
def test_a_time_that_could_never_come_is_refused_at_its_field(minute: int, words: str) -> None:
    with pytest.raises(UserError, match=words) as caught:
        checked(ReminderWishes({K.TRAINING: minute}))
    assert caught.value.field == "training"


def test_a_time_outside_the_quiet_hours_is_taken() -> None:
    assert checked(evening()) == evening()
    assert checked(ReminderWishes()).times == {}


MINUTES = st.integers(0, 1439)


@given(
    kind=st.sampled_from(list(K)),
    minute=MINUTES,
    quiet=st.tuples(MINUTES, MINUTES),
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1)),  # noqa: DTZ001 - a zone is put to it
    zone=st.sampled_from(("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")),
)
def test_it_never_comes_in_the_past_in_quiet_hours_or_twice_on_a_day(
    kind, minute, quiet, moment, zone
) -> None:
    now = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    today = now.date().toordinal()
    wishes = ReminderWishes({kind: minute}, *quiet)
    facts = ReminderFacts(training=frozenset({today, today + 1}), questionnaire=today, backup=today)
    found = next_reminder(wishes, facts, now)
    if found is None:
        assert wishes.quiet_at(minute) or kind is K.TRAINING
        return
    assert found.at.astimezone(UTC) >= now.astimezone(UTC)
    skipped = found.at.astimezone(UTC).astimezone(ZoneInfo(zone)) != found.at
    assert not wishes.quiet_at(found.at.hour * 60 + found.at.minute) or skipped
    after = ReminderFacts(
        training=facts.training,
        questionnaire=today,
        backup=today,
        shown={kind: found.at.date().toordinal()},
    )
    then = next_reminder(wishes, after, found.at)
    assert then is None or then.at.date() > found.at.date()


def test_the_words_tell_nothing_to_whoever_looks_over_a_shoulder() -> None:
    words = [reminder_words(kind) for kind in K]
    assert len(set(words)) == len(K)
    for text in words:
        assert not re.search(
            r"mood|anxi|sleep|health|feel|questionnaire|PHQ|GAD|depress|stress|therap|medic|check-in|train|pain|!",
            text,
            re.IGNORECASE,
        )
