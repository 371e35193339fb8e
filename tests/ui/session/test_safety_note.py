"""The note before the first session: there once, away with one key, back when it is asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from nextrep.services import preferences
from nextrep.settings.table import SAFETY_NOTE_SEEN
from nextrep.ui.session.safety_note import SafetyNote
from tests.ui.names import nameless
from tests.ui.session.conftest import Hands, did, train

Key = Qt.Key


@pytest.fixture
def new(hands: Hands) -> Hands:
    """A person who has never trained with this program."""
    preferences.change(hands.store, SAFETY_NOTE_SEEN, False)
    hands.changed()
    return hands


def _note(hands: Hands) -> SafetyNote:
    return hands.screen.safety.note


def _words(note: SafetyNote) -> str:
    return "\n".join(label.text() for label in note.findChildren(QLabel))


def test_it_stands_where_a_session_starts_and_says_when_to_ask_and_when_to_stop(new: Hands) -> None:
    assert _note(new).isVisible()
    assert new.screen.start_page.isAncestorOf(_note(new))
    new.screen.open(("one_set", None))
    assert new.screen.train.isAncestorOf(_note(new))
    assert new.focus() is _note(new).close_button
    said = _words(_note(new))
    for word in ("professional", "heart", "pregnant", "chest", "fainting", "severe headache", "not advice"):
        assert word in said
    assert "!" not in said


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape, Key.Key_Space])
def test_one_key_puts_it_away_for_good(new: Hands, open_screen, key: Qt.Key) -> None:
    new.screen.open(("one_set", None))
    steps = new.context.undo.count()
    new.keys(key)
    assert not _note(new).isVisible()
    assert new.context.undo.count() == steps
    assert new.screen.train.before.pleasant.isAncestorOf(new.focus())
    new.changed()
    assert not _note(new).isVisible()
    assert preferences.read(new.store, SAFETY_NOTE_SEEN)


def test_before_a_session_the_keyboard_goes_from_it_to_the_next_thing_to_do(new: Hands) -> None:
    new.screen.activate()
    assert new.focus() is _note(new).close_button
    new.keys(Key.Key_Return)
    assert new.focus() is new.screen.start_page.start_button


def test_nobody_has_to_read_it_to_train(new: Hands) -> None:
    new.screen.open(("one_set", None))
    new.click(new.screen.train.before.close_button)
    new.grid.focus_current()
    new.keys(Key.Key_Return)
    assert len(new.done) == 1


def test_it_comes_back_from_the_settings(hands: Hands) -> None:
    hands.screen.open(("one_set", None))
    assert not _note(hands).isVisible()
    preferences.change(hands.store, SAFETY_NOTE_SEEN, False)
    hands.changed()
    assert _note(hands).isVisible()


def test_it_is_not_shown_over_a_session_of_the_past(new: Hands) -> None:
    number = train(new.store, new.now[0], "goblet_squat", did(16, 8))
    new.screen.open(("edit", number))
    assert not _note(new).isVisible()


def test_it_can_be_read_out_and_hit(new: Hands) -> None:
    assert nameless(_note(new)) == []
    assert _note(new).close_button.height() >= 44
