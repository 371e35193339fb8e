"""The calm card, line by line of section 4.1 of the research notes (clinical.md)."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from nextrep.domain.hard_days import PlanPart
from nextrep.domain.safety_triggers import item_9_opens_card, mood_opens_card, score_opens_card
from nextrep.services import hard_days, safety
from nextrep.ui.safety.card import SafetyCard
from tests.ui.names import nameless
from tests.ui.safety.conftest import NOW, said

NEVER = re.compile(
    r"!|\brisk|\bscore|\btotal|\bsevere|\bmild|\bmoderate|\bdepress|\bsuicid|\bsafe\b|\bfine\b|\bworry"
    r"|\bwell done|\bgood job|\bproud"
    r"|\bcongrat|\bstreak|\bwill be (ok|all|better|over)|\btold\b|\breported\b|\balert",
    re.IGNORECASE,
)


@pytest.fixture
def card(context, store, qtbot) -> SafetyCard:
    safety.choose_country(store, "AT")
    safety.set_emergency(store, "112")
    safety.write_own_lines(store, "Student line 555")
    safety.write_contacts(store, "Anna 0170 1")
    card = SafetyCard(context)
    qtbot.addWidget(card)
    card.resize(700, 700)
    card.show()
    return card


@pytest.mark.parametrize("value", [1, 2, 3])
def test_any_answer_above_0_opens_it(value: int) -> None:
    # 4.1.1: the same for 1, 2 and 3; the card is not even told which one it was.
    assert item_9_opens_card(value)


@pytest.mark.parametrize("value", [0, None])
def test_0_and_no_answer_lead_to_nothing_and_to_no_word(value: int | None) -> None:
    assert not item_9_opens_card(value)


def test_emergency_comes_first_then_lines_then_contacts_then_the_plan(card: SafetyCard) -> None:
    words = said(card)
    order = [
        "In danger now",
        "112",
        "142",
        "Telefonseelsorge",
        "Student line 555",
        "Anna 0170 1",
        "My plan for hard days",
        "This program works offline. Nobody sees this unless you show it.",
        "Go on",
    ]
    places = [words.index(one) for one in order]
    assert places == sorted(places)


def test_each_number_says_when_it_was_checked_and_that_it_can_change(card: SafetyCard) -> None:
    assert "Checked in October 2026. Numbers can change." in said(card)


def test_it_is_no_dialog_and_blocks_nothing(card: SafetyCard) -> None:
    # 4.1.2
    assert not isinstance(card, QDialog)
    assert not card.isWindow() or card.windowModality() == Qt.WindowModality.NonModal


def test_going_on_is_the_persons_doing_and_deletes_nothing(card: SafetyCard, store, qtbot) -> None:
    kept = safety.choices(store)
    with qtbot.waitSignal(card.went_on):
        qtbot.mouseClick(card.on_button, Qt.MouseButton.LeftButton)
    assert card.isVisible()
    assert safety.choices(store) == kept


@pytest.mark.parametrize("soft", [False, True])
def test_it_rates_nothing_promises_nothing_and_celebrates_nothing(context, qtbot, soft: bool) -> None:
    # 4.1.2, 4.1.7, 4.3: no label, no reassurance, no score, nobody was told
    card = SafetyCard(context, soft=soft)
    qtbot.addWidget(card)
    assert not NEVER.search(said(card)), said(card)


def test_the_softer_words_name_no_thoughts_and_show_the_same_contacts(context, store, card, qtbot) -> None:
    # 4.1.6
    soft = SafetyCard(context, soft=True)
    qtbot.addWidget(soft)
    soft.resize(700, 700)
    soft.show()
    assert "hurting yourself" in said(card)
    assert "hurting yourself" not in said(soft)
    assert said(soft.contacts) == said(card.contacts)


def test_what_opens_the_softer_card() -> None:
    # 4.1.6: published figures, one on each side of them
    assert [score_opens_card("phq9", total) for total in (19, 20)] == [False, True]
    assert [score_opens_card("gad7", total) for total in (14, 15)] == [False, True]
    assert [score_opens_card("who5", total) for total in (29, 28)] == [False, True]
    assert [score_opens_card("phq9", 10, before) for before in (6, 5, None)] == [False, True, False]
    assert not score_opens_card("gad7", 10, 0)
    assert not score_opens_card("unknown", 100)
    assert mood_opens_card([5, 0, 0, 0])
    for moods in ([0, 0], [0, 0, 1], [0, None, 0], [0, 0, None], []):
        assert not mood_opens_card(moods)


def test_a_new_profile_says_how_to_choose_and_what_holds_everywhere(context, qtbot) -> None:
    card = SafetyCard(context)
    qtbot.addWidget(card)
    words = said(card)
    assert "Call the emergency number where you are." in words
    assert "Choose a country" in words


def test_it_follows_what_is_changed_and_taken_back(card: SafetyCard, context, store) -> None:
    context.operate.run(lambda: safety.choose_country(store, "FR"), initiator=None)
    assert "3114" in said(card)
    context.undo.undo()
    assert "142" in said(card)
    assert "3114" not in said(card)


def test_a_line_that_is_not_sure_is_left_out_and_its_being_left_out_is_said(card, context, store) -> None:
    # 4.2
    context.operate.run(lambda: safety.choose_country(store, "GB"), initiator=None)
    assert "116 123" not in said(card)
    assert "2 numbers are left out" in said(card)
    context.operate.run(lambda: safety.show_line(store, "gb-samaritans", NOW.date()), initiator=None)
    assert "116 123" in said(card)
    assert "Checked by you in November 2026" in said(card)
    assert "1 number is left out" in said(card)


def test_contacts_and_plan_are_one_click_away(card: SafetyCard, store, qtbot, qapp) -> None:
    hard_days.write(store, PlanPart.SIGNS, "short nights")
    doors = (("My plan for hard days", "Plan for hard days"), ("Change contacts", "Help contacts"))
    for text, title in doors:
        (button,) = [one for one in card.findChildren(QPushButton) if one.text() == text]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        (dialog,) = [one for one in card.findChildren(QDialog) if one.isVisible()]
        assert dialog.windowTitle() == title
        dialog.reject()
        dialog.deleteLater()


def test_it_can_be_read_out(card: SafetyCard) -> None:
    assert nameless(card) == []
