"""What one has to lift with: chosen with a click, typed with the keyboard, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nextrep.domain.exercises import Equipment
from nextrep.domain.owned import Bar, Owned
from nextrep.domain.owned_words import presets
from nextrep.domain.plates import Pieces
from nextrep.domain.units import Unit, load_of
from nextrep.services import catalog, owned, preferences
from nextrep.settings.table import UNIT
from nextrep.storage.store import Store
from nextrep.ui.preferences.owned_card import ListField, OwnedCard
from nextrep.ui.preferences.screen import PreferencesScreen
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.fields import LabelledField
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold
from tests.ui.names import nameless

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def context(tmp_path: Path, qapp: QApplication) -> Iterator[Context]:
    store = Store(tmp_path / "profile", now=NOW)
    made, _reporter = make_context(tmp_path, store, NOW)
    yield made
    store.close()


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> PreferencesScreen:
    made = PreferencesScreen(context)
    hold(qtbot, made)
    made.resize(1280, 720)
    made.show()
    made.activate()
    return made


@pytest.fixture
def card(screen: PreferencesScreen) -> OwnedCard:
    return screen.owned


def type_in(qtbot: QtBot, field: ListField, text: str) -> None:
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def said_at(field: ListField) -> str:
    holder = field.parentWidget()
    assert isinstance(holder, LabelledField)
    return holder._problem.text() if holder._problem.isVisible() else ""


def test_at_first_it_is_calm_and_says_what_counts(card: OwnedCard) -> None:
    assert card.places.chips["nothing"].isChecked()
    assert "usually sold" in card.summary.text()
    assert not card.lists.isVisible()


def test_a_usual_place_is_one_click_and_one_undo(qtbot: QtBot, context: Context, card: OwnedCard) -> None:
    qtbot.mouseClick(card.places.chips["gym_kg"], Qt.MouseButton.LeftButton)
    assert owned.read(context.store) == presets()[2].owned
    assert "Barbell: 20 to 415 kg" in card.summary.text()
    assert card.fields["dumbbells"].text() == "2–10 by 1, 12–40 by 2"
    context.undo.undo()
    assert owned.read(context.store) == Owned()
    assert card.places.chips["nothing"].isChecked()
    assert card.fields["dumbbells"].text() == ""
    context.undo.redo()
    assert card.places.chips["gym_kg"].isChecked()


def test_lists_are_typed_with_the_keyboard_alone_and_decide_the_next_load(
    qtbot: QtBot, context: Context, card: OwnedCard
) -> None:
    card.toggle.setFocus()
    qtbot.keyClick(card.toggle, Qt.Key.Key_Space)
    assert card.lists.isVisible()
    type_in(qtbot, card.fields["barbell"], "20")
    assert "add your plates" in card.summary.text()
    type_in(qtbot, card.fields["plates"], "2 x 10, 4*2,5")
    type_in(qtbot, card.fields["dumbbells"], "2, 4, 6, 8; 45 lb")
    type_in(qtbot, card.fields["bands"], "light,  heavy")
    assert owned.read(context.store) == Owned(
        bars=(Bar(Equipment.BARBELL, load_of(20, Unit.KG)),),
        plates=(Pieces(load_of(10, Unit.KG), 2), Pieces(load_of("2.5", Unit.KG), 4)),
        dumbbells=(*(load_of(n, Unit.KG) for n in (2, 4, 6, 8)), load_of(45, Unit.LB)),
        bands=("light", "heavy"),
    )
    assert card.fields["plates"].text() == "2 × 10, 4 × 2.5"
    assert card.fields["dumbbells"].text() == "2–8 by 2, 45 lb"
    assert card.places.chips["own"].isChecked()
    bench = catalog.by_key("barbell_bench_press")
    assert owned.loads(context.store).above(bench, load_of(40, Unit.KG)) == load_of(45, Unit.KG)


def test_what_cannot_be_read_is_said_at_the_field_and_nothing_is_lost(
    qtbot: QtBot, context: Context, card: OwnedCard
) -> None:
    card.toggle.click()
    plates = card.fields["plates"]
    type_in(qtbot, plates, "4 x 20")
    type_in(qtbot, plates, "4 x 20, 2 by ten")
    assert "“2 by ten” is not a weight" in said_at(plates)
    assert plates.text() == "4 x 20, 2 by ten"
    type_in(qtbot, card.fields["kettlebells"], "16")
    assert plates.text() == "4 x 20, 2 by ten", "another list that is kept leaves it alone"
    kept = owned.read(context.store)
    assert kept.plates == (Pieces(load_of(20, Unit.KG), 4),)
    assert kept.kettlebells == (load_of(16, Unit.KG),)
    type_in(qtbot, plates, "4 x 20, 2 x 10")
    assert said_at(plates) == ""
    assert len(owned.read(context.store).plates) == 2


def test_a_number_out_of_range_is_said_at_its_field(qtbot: QtBot, context: Context, card: OwnedCard) -> None:
    card.toggle.click()
    handles = card.fields["handles"]
    for _again in range(2):
        type_in(qtbot, handles, "7 x 2")
        assert "Count from 1 to 4" in said_at(handles)
    assert owned.read(context.store) == Owned()
    type_in(qtbot, handles, "2 x 2, 2 x 3")
    assert "One kind of handle" in said_at(handles)
    type_in(qtbot, handles, "")
    assert said_at(handles) == ""


def test_a_place_chosen_after_a_mistake_takes_its_words_away(qtbot: QtBot, card: OwnedCard) -> None:
    card.toggle.click()
    type_in(qtbot, card.fields["dumbbells"], "some")
    assert said_at(card.fields["dumbbells"])
    qtbot.mouseClick(card.places.chips["dumbbells"], Qt.MouseButton.LeftButton)
    assert said_at(card.fields["dumbbells"]) == ""
    assert card.fields["dumbbells"].text() == "2–24 by 2"


def test_a_half_typed_list_is_kept_when_the_screen_is_left(
    qtbot: QtBot, context: Context, screen: PreferencesScreen
) -> None:
    field = screen.owned.fields["machine"]
    screen.owned.toggle.click()
    qtbot.keyClicks(field, "5-50 by 5")
    assert owned.read(context.store) == Owned()
    screen.deactivate()
    assert len(owned.read(context.store).machine) == 10


def test_in_pounds_what_is_in_kilograms_says_so(context: Context, card: OwnedCard) -> None:
    context.operate.run(lambda: owned.save(context.store, presets()[1].owned), initiator=None)
    assert card.fields["dumbbells"].text() == "2–24 by 2"
    context.operate.run(lambda: preferences.change(context.store, UNIT, "lb"), initiator=None)
    assert card.fields["dumbbells"].text() == "2–24 by 2 kg"
    assert "lb" in card.unit_hint.text()
    card.toggle.click()
    card.fields["dumbbells"].commit()
    assert owned.read(context.store) == presets()[1].owned


def test_own_lists_open_without_changing_anything(qtbot: QtBot, context: Context, card: OwnedCard) -> None:
    qtbot.mouseClick(card.places.chips["own"], Qt.MouseButton.LeftButton)
    assert card.lists.isVisible()
    assert owned.read(context.store) == Owned()
    assert not context.undo.canUndo()


def test_every_list_has_a_name_and_stands_in_the_order_of_the_keyboard(
    qtbot: QtBot, screen: PreferencesScreen, card: OwnedCard
) -> None:
    card.toggle.click()
    assert nameless(screen) == []
    seen: list[str] = []
    card.toggle.setFocus()
    for _key in card.fields:
        qtbot.keyClick(QApplication.focusWidget() or card, Qt.Key.Key_Tab)
        focused = screen.window().focusWidget()
        seen.append(focused.line.key if isinstance(focused, ListField) else "elsewhere")
    assert seen == list(card.fields)
