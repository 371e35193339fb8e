"""The load of the current set: how to make it, and the next ones that exist."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nextrep.domain.exercises import Equipment
from nextrep.domain.loads import Loads
from nextrep.domain.owned import Bar, Owned
from nextrep.domain.plates import Pieces
from nextrep.domain.units import Unit, load_of
from nextrep.services import catalog, session
from nextrep.storage.store import Store
from nextrep.ui.session.columns import Column
from nextrep.ui.session.keys import Command
from nextrep.ui.session.load_card import LoadCard
from nextrep.ui.session.set_table import SetTable
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.theme.theme import current_theme
from tests.ui.names import nameless
from tests.ui.session.conftest import MORNING, Hands, kg

GYM = Owned(
    bars=(Bar(Equipment.BARBELL, kg(20)),),
    plates=tuple(Pieces(kg(size), 4) for size in (20, 10, 2.5)),
    machine=(kg(10), kg(20), kg(30)),
    bands=("red", "blue"),
)
Shown = Callable[..., tuple[LoadCard, SetTable]]


@pytest.fixture
def shown(qtbot, qapp, store: Store) -> Shown:
    apply_theme(qapp, "light")

    def show(key: str, load: str | None = None, owned: Owned = GYM, unit: Unit = Unit.KG):
        view = session.active(store) or session.start_free(store, MORNING).value
        session.add_exercise(store, view.session.id, catalog.by_key(key))
        block = session.view(store, view.session.id).blocks[-1]
        table = SetTable(block, unit, None, Loads(owned))
        if load is not None:
            table.set_text(0, Column.LOAD, load)
        card = LoadCard()
        qtbot.addWidget(card)
        card.setFixedWidth(current_theme().px(250))
        card.show_row(table.sheet, 0)
        return card, table

    return show


def test_a_bar_is_shown_with_its_plates_in_one_line_and_as_a_picture(shown: Shown):
    card, _table = shown("barbell_bench_press", "65")
    assert card.load.text() == "65 kg"
    assert card.how.text().replace("\u00a0", " ") == "Bar 20 kg, each side 20 + 2.5"
    assert not card.plates.isHidden()
    assert (card.lighter.text(), card.heavier.text()) == ("↓ 60", "↑ 70")
    assert card.lighter.accessibleName() == "Down to 60 kg"
    assert not nameless(card)


def test_what_cannot_be_made_is_not_shown_as_if_it_could(shown: Shown):
    card, _table = shown("barbell_bench_press", "62")
    assert card.how.text().replace("\u00a0", " ") == "Nearest: 60 kg. Bar 20 kg, each side 20"
    assert "1 kg a side is missing for 62 kg." in card.how.toolTip()


def test_it_follows_each_edit(shown: Shown):
    card, table = shown("barbell_bench_press", "60")
    table.set_text(0, Column.LOAD, "20")
    card.show_row(table.sheet, 0)
    assert card.load.text() == "20 kg"
    assert card.lighter.text() == "Lightest" and not card.lighter.isEnabled()
    assert card.heavier.text() == "↑ 25" and card.heavier.isEnabled()
    table.set_text(0, Column.LOAD, "2x")
    card.show_row(table.sheet, 0)
    assert not card.how.isVisibleTo(card) and card.plates.isHidden()
    table.set_text(0, Column.LOAD, "150")
    card.show_row(table.sheet, 0)
    assert card.heavier.text() == "Heaviest" and not card.heavier.isEnabled()


def test_without_a_word_on_what_there_is_the_usual_steps_are_named(shown: Shown):
    card, _table = shown("barbell_bench_press", "60", Owned())
    assert (card.lighter.text(), card.heavier.text()) == ("↓ 57.5", "↑ 62.5")
    assert card.how.isHidden() and card.plates.isHidden()
    card, _table = shown("push_up", None, Owned())
    assert card.load.text() == "No extra weight"
    assert card.heavier.text() == "↑ 2.5"


def test_help_is_a_plain_number_as_in_its_field(shown: Shown):
    card, _table = shown("assisted_pull_up_machine", "20")
    assert card.load.text() == "20 kg of help"
    assert (card.lighter.text(), card.heavier.text()) == ("↓ 10", "↑ 30")


def test_a_band_has_a_name_and_no_numbers(shown: Shown):
    card, table = shown("band_squat")
    assert card.load.text() == "No band chosen"
    table.set_text(0, Column.BAND, "red")
    card.show_row(table.sheet, 0)
    assert card.load.text() == "red band"
    assert (card.lighter.text(), card.heavier.text()) == ("Lighter", "Heavier")
    assert card.heavier.isEnabled()


def test_pounds_are_shown_in_pounds(shown: Shown):
    pounds = Owned(
        bars=(Bar(Equipment.BARBELL, load_of(45, Unit.LB)),),
        plates=(Pieces(load_of(45, Unit.LB), 4), Pieces(load_of(2.5, Unit.LB), 2)),
    )
    card, _table = shown("barbell_bench_press", "135", pounds, Unit.LB)
    assert card.load.text() == "135 lb"
    assert card.how.text() == "Bar 45 lb, each side 45"
    assert (card.lighter.text(), card.heavier.text()) == ("↓ 50", "↑ 140")


def test_its_buttons_ask_for_what_the_keys_do(shown: Shown, qtbot):
    card, _table = shown("barbell_bench_press", "60")
    with qtbot.waitSignal(card.asked) as lighter:
        card.lighter.click()
    with qtbot.waitSignal(card.asked) as heavier:
        card.heavier.click()
    assert (lighter.args, heavier.args) == ([Command.LIGHTER], [Command.HEAVIER])
    with qtbot.waitSignal(card.tools_asked):
        card.tools_button.click()


@pytest.mark.parametrize("load", ["60", "172.5", "1000", "61.25"])
def test_it_stays_in_its_column_with_targets_that_can_be_hit(shown: Shown, load: str):
    card, _table = shown("barbell_bench_press", load)
    px = current_theme().px
    assert card.minimumSizeHint().width() <= px(250)
    for button in (card.lighter, card.heavier, card.tools_button):
        assert button.sizeHint().height() >= px(44)


def test_on_the_screen_it_goes_with_the_row(planned: Hands):
    card = planned.screen.train.load
    assert card.load.text() == "16 kg"
    planned.click(card.heavier)
    assert planned.text(0, Column.LOAD) == "18" == card.load.text().removesuffix(" kg")
    assert (card.lighter.text(), card.heavier.text()) == ("↓ 16", "↑ 20")
