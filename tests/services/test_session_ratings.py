"""How a session feels before and after: kept with its time, asked once, and taken back."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.training import SetDraft
from nextrep.services import session, session_ratings
from nextrep.storage.store import Store

BERLIN = ZoneInfo("Europe/Berlin")
MINUTE = timedelta(minutes=1)


def _trained(store: Store, now: datetime, **answers: object) -> int:
    """Do one set and finish ten minutes later."""
    view = session.start_one_set(store, now - 10 * MINUTE).value
    session.log_set(store, view.session.id, SetDraft(view.blocks[0].exercise_id, 0, reps=10), now)
    session.finish(store, view.session.id, now, **answers)
    return view.session.id


def test_a_rating_before_keeps_when_it_was_given(store: Store, now: datetime) -> None:
    number = session.start_one_set(store, now).value.session.id
    session_ratings.rate_before(store, number, -2, None, now + MINUTE)
    session_ratings.rate_before(store, number, -2, 3, now + 2 * MINUTE)
    kept = store.sessions.get(number)
    assert (kept.pleasant_before, kept.activated_before) == (-2, 3)
    assert kept.rated_before_at == now + 2 * MINUTE


def test_the_same_answer_again_is_no_step_and_keeps_its_time(store: Store, now: datetime) -> None:
    number = session.start_one_set(store, now).value.session.id
    session_ratings.rate_before(store, number, 0, None, now)
    assert session_ratings.rate_before(store, number, 0, None, now + MINUTE).undo is None
    assert store.sessions.get(number).rated_before_at == now


def test_taking_both_answers_back_leaves_no_time(store: Store, now: datetime) -> None:
    number = session.start_one_set(store, now).value.session.id
    session_ratings.rate_before(store, number, 4, None, now)
    back = session_ratings.rate_before(store, number, None, None, now + MINUTE)
    assert store.sessions.get(number).rated_before_at is None
    assert back.undo is not None
    back.undo()
    kept = store.sessions.get(number)
    assert (kept.pleasant_before, kept.rated_before_at) == (4, now)


@pytest.mark.parametrize(
    ("pleasant", "activated", "field"),
    [(6, None, "pleasant"), (-6, 3, "pleasant"), (None, 0, "activated"), (0, 7, "activated")],
)
def test_what_is_on_no_scale_is_refused_at_its_field(
    store: Store, now: datetime, pleasant: int | None, activated: int | None, field: str
) -> None:
    number = session.start_one_set(store, now).value.session.id
    for rate in (session_ratings.rate_before, session_ratings.rate_after):
        with pytest.raises(UserError) as caught:
            rate(store, number, pleasant, activated, now)
        assert caught.value.field == field
    assert store.sessions.get(number) == session.view(store, number).session


def test_a_finish_keeps_what_was_answered_and_when(store: Store, now: datetime) -> None:
    number = _trained(store, now, pleasant=1, activated=5, effort=4, note="Quiet head.")
    kept = store.sessions.get(number)
    assert (kept.pleasant_after, kept.activated_after, kept.effort) == (1, 5, 4)
    assert (kept.rated_after_at, kept.note) == (now, "Quiet head.")
    for wrong in ({"activated": 0}, {"pleasant": -6}, {"effort": 11}):
        view = session.start_one_set(store, now).value
        session.log_set(store, view.session.id, SetDraft(view.blocks[0].exercise_id, 0, reps=1), now)
        with pytest.raises(UserError):
            session.finish(store, view.session.id, now, **wrong)
        session.discard(store, view.session.id, now)


def test_a_finished_session_is_rated_later_and_that_can_be_taken_back(store: Store, now: datetime) -> None:
    number = _trained(store, now, effort=6)
    assert store.sessions.get(number).rated_after_at is None
    done = session_ratings.rate_after(store, number, 3, 2, now + 12 * MINUTE)
    kept = store.sessions.get(number)
    assert (kept.pleasant_after, kept.activated_after, kept.effort) == (3, 2, 6)
    assert kept.rated_after_at == now + 12 * MINUTE
    assert done.undo is not None
    again = done.undo()
    assert store.sessions.get(number).rated_after_at is None
    assert again.undo is not None
    again.undo()
    assert store.sessions.get(number).pleasant_after == 3


# --- when to ask


def test_it_is_asked_from_ten_minutes_to_an_hour_after_the_end(store: Store, now: datetime) -> None:
    number = _trained(store, now)
    asked = []
    for minutes in (0, 9, 10, 30, 59, 60, 120):
        question = session_ratings.after_question(store, now + minutes * MINUTE)
        asked.append(None if question is None else question.asked)
        if question is not None:
            assert question.session.id == number
            assert question.changes_at == now + (60 if question.asked else 10) * MINUTE
    assert asked == [False, False, True, True, True, None, None]


def test_it_is_asked_at_the_right_instant_when_the_clocks_change(store: Store) -> None:
    # 25 October 2026, 02:55 in summer time: at 03:00 it is 02:00 again.
    end = datetime(2026, 10, 25, 0, 55, tzinfo=UTC).astimezone(BERLIN)
    _trained(store, end)
    for minutes, expected in ((9, False), (10, True), (59, True), (60, None)):
        now = (end.astimezone(UTC) + minutes * MINUTE).astimezone(BERLIN)
        question = session_ratings.after_question(store, now)
        assert (None if question is None else question.asked) is expected


def test_it_is_not_asked_without_a_session_or_after_an_answer(store: Store, now: datetime) -> None:
    later = now + 20 * MINUTE
    assert session_ratings.after_question(store, later) is None
    started = session.start_one_set(store, now).value.session.id
    assert session_ratings.after_question(store, later) is None
    session.discard(store, started, now)
    _trained(store, now, pleasant=2)  # one answer at the finish is an answer
    assert session_ratings.after_question(store, later) is None


def test_half_an_answer_from_the_card_leaves_the_other_half_open(store: Store, now: datetime) -> None:
    number = _trained(store, now)
    later = now + 20 * MINUTE
    session_ratings.rate_after(store, number, 1, None, later)
    question = session_ratings.after_question(store, later)
    assert question is not None and question.asked
    session_ratings.rate_after(store, number, 1, 4, later)
    assert session_ratings.after_question(store, later) is None


def test_put_aside_it_is_asked_no_more_until_the_next_session(store: Store, now: datetime) -> None:
    later = now + 20 * MINUTE
    number = _trained(store, now)
    aside = session_ratings.put_aside(store, number)
    assert session_ratings.after_question(store, later) is None
    assert aside.undo is not None
    again = aside.undo()
    assert session_ratings.after_question(store, later) is not None
    assert again.undo is not None
    again.undo()
    other = _trained(store, now + 30 * MINUTE)
    question = session_ratings.after_question(store, now + 45 * MINUTE)
    assert question is not None and question.session.id == other
