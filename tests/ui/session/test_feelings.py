"""How it feels, before and after: one key each, as many as one likes, none at all if not."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from nextrep.domain.training import SessionState
from nextrep.ui.session.feelings import BeforeCard
from tests.ui.holding import hold
from tests.ui.names import nameless
from tests.ui.session.conftest import MORNING, Hands, did, plan, train

Key = Qt.Key
ENTER = Key.Key_Return


@pytest.fixture
def begun(hands: Hands) -> Hands:
    """A planned session just started, with the question before it open."""
    train(hands.store, MORNING - timedelta(days=3), "goblet_squat", did(16, 9), did(16, 8))
    hands.screen.open(("start_planned", plan(hands.store, MORNING)))
    return hands


def _before(hands: Hands) -> tuple[int | None, int | None]:
    kept = hands.view.session
    return kept.pleasant_before, kept.activated_before


@pytest.mark.parametrize(
    ("key", "pleasant"), [("0", 0), ("5", 5), ("q", -1), ("w", -2), ("t", -5), ("T", -5)]
)
def test_one_key_answers_the_first_question_and_goes_on_to_the_second(
    begun: Hands, key: str, pleasant: int
) -> None:
    before = begun.screen.train.before
    before.focus()
    begun.keys(key)
    assert _before(begun) == (pleasant, None)
    assert before.isVisible()
    assert before.activated.isAncestorOf(begun.focus())


def test_two_keys_answer_both_and_the_keyboard_is_at_the_first_set(begun: Hands) -> None:
    before = begun.screen.train.before
    assert before.pleasant.isAncestorOf(begun.focus())  # it is asked at once
    begun.later(seconds=30)
    begun.keys("3", "4")
    assert _before(begun) == (3, 4)
    assert begun.view.session.rated_before_at == begun.now[0]
    assert not before.isVisible()
    assert begun.focus() is begun.grid.cell(0, begun.grid.column)
    begun.context.undo.undo()
    assert _before(begun) == (3, None)


@pytest.mark.parametrize("key", [ENTER, Key.Key_Escape])
def test_enter_or_escape_skips_and_keeps_what_was_said(begun: Hands, key: Qt.Key) -> None:
    before = begun.screen.train.before
    before.focus()
    begun.keys(key)
    assert not before.isVisible()
    assert _before(begun) == (None, None)
    begun.click(begun.screen.train.felt.change_button)
    begun.keys("e", key)
    assert not before.isVisible()
    assert _before(begun) == (-3, None)


def test_the_card_takes_the_keyboard_where_an_answer_is_missing(begun: Hands) -> None:
    before = begun.screen.train.before
    before.focus()
    begun.keys("1")
    begun.grid.focus_current()
    before.focus()
    assert before.activated.isAncestorOf(begun.focus())


def test_a_key_held_down_answers_once(begun: Hands) -> None:
    before = begun.screen.train.before
    before.focus()
    begun.keys("2")
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_2, Qt.KeyboardModifier.NoModifier, "2", True)
    QApplication.sendEvent(begun.focus(), held)
    assert _before(begun) == (2, None)


def test_a_letter_with_control_is_no_answer(begun: Hands) -> None:
    begun.screen.train.before.focus()
    begun.chord(Key.Key_W)
    assert _before(begun) == (None, None)


def test_keys_are_shown_where_they_work(begun: Hands) -> None:
    before = begun.screen.train.before
    before.focus()
    assert all(step.key_shown() for step in before.pleasant.steps)
    assert not any(step.key_shown() for step in before.activated.steps)
    assert [step.key for step in before.pleasant.steps] == list("trewq012345")
    begun.keys("0")
    assert not any(step.key_shown() for step in before.pleasant.steps)
    assert all(step.key_shown() for step in before.activated.steps)
    begun.grid.focus_current()
    assert not any(step.key_shown() for step in before.activated.steps)


def test_the_card_can_be_read_out_and_hit(begun: Hands) -> None:
    before = begun.screen.train.before
    assert nameless(before) == []
    for scale in (before.pleasant, before.activated):
        assert all(step.width() >= 44 and step.height() >= 44 for step in scale.steps)
        assert all(step.accessibleDescription() for step in scale.steps)


def test_the_card_finds_back_when_its_room_gets_less(qtbot) -> None:
    card = BeforeCard()
    hold(qtbot, card)
    card.show()
    for width in (1300, 930, 480):
        qtbot.waitUntil(partial(_fits, card, width))


def _fits(card: BeforeCard, width: int) -> bool:
    card.resize(width, 400)
    inside = (card.rect().contains(_place(step, card)) for step in card.pleasant.steps)
    return card.width() == width and all(inside)


def _place(step: QWidget, card: QWidget) -> QRect:
    return QRect(step.mapTo(card, step.rect().topLeft()), step.size())


# --- at the end


def _finish(hands: Hands) -> int:
    """Do a set and ask to finish; returns the session."""
    hands.grid.focus_current()
    hands.keys(ENTER)
    number = hands.view.session.id
    hands.screen.train.finish_button.setFocus()
    hands.keys(ENTER)
    return number


def test_enter_finishes_with_everything_empty(begun: Hands) -> None:
    number = _finish(begun)
    begun.keys(ENTER)
    done = begun.store.sessions.get(number)
    assert done.state is SessionState.DONE
    assert (done.pleasant_after, done.activated_after, done.effort, done.note) == (None, None, None, "")
    assert done.rated_after_at is None


def test_three_keys_and_a_line_answer_everything(begun: Hands) -> None:
    number = _finish(begun)
    begun.later(minutes=17)
    begun.keys("w", "5", "t", "Went well.", ENTER)
    done = begun.store.sessions.get(number)
    assert (done.pleasant_after, done.activated_after, done.effort, done.note) == (-2, 5, 10, "Went well.")
    assert done.rated_after_at == done.ended_at == begun.now[0]


def test_enter_finishes_from_any_question(begun: Hands) -> None:
    number = _finish(begun)
    begun.keys("2", ENTER)
    assert begun.store.sessions.get(number).pleasant_after == 2


def test_escape_from_the_line_goes_back_to_training(begun: Hands) -> None:
    number = _finish(begun)
    begun.keys("0", "1", "7", "x", Key.Key_Escape)
    assert begun.store.sessions.get(number).state is SessionState.ACTIVE
    assert begun.screen.pages.currentWidget() is begun.screen.train


def _words(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel)] if part.isVisible() else []


def test_the_summary_says_both_feelings_and_only_what_there_is(begun: Hands) -> None:
    begun.screen.train.before.focus()
    begun.keys("1", "2")
    _finish(begun)
    begun.keys("3", "4", ENTER)
    summary = begun.screen.summary
    assert _words(summary.feeling) == [
        "How it felt",
        "Pleasant: +1 before, +3 after",
        "Activated: 2 before, 4 after",
    ]
    assert _words(summary.wins) == ["Small wins", "You showed up."]
    assert not summary.records.isVisible()
    assert not summary.note.isVisible()


def test_the_summary_names_records_and_wins(begun: Hands) -> None:
    begun.keys(Key.Key_Escape, "18")
    _finish(begun)
    begun.keys(ENTER)
    summary = begun.screen.summary
    assert _words(summary.records) == ["Records", "Heaviest set", "Goblet squat 18 kg × 9"]
    assert "Goblet squat: the heaviest so far, 18 kg × 9." in _words(summary.wins)
    assert not summary.feeling.isVisible()
