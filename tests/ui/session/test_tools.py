"""Plates, warm-up and maximum over the session: typed, worked out, and taken only where asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from nextrep.domain.e1rm import Formula
from nextrep.domain.exercises import Equipment
from nextrep.domain.owned import Bar, Owned
from nextrep.domain.owned_words import presets
from nextrep.domain.plates import Pieces
from nextrep.domain.units import Load, Unit, load_of
from nextrep.services import catalog, owned, preferences, session
from nextrep.settings.table import E1RM_FORMULA
from nextrep.storage.store import Store
from nextrep.ui.session.tool_fields import LiveField
from nextrep.ui.session.tools_dialog import ToolsDialog
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.theme.theme import current_theme
from tests.ui.fixtures_ui import make_context
from tests.ui.names import nameless
from tests.ui.session.conftest import MORNING, did, kg, train

BENCH = "barbell_bench_press"
BARS = (Bar(Equipment.BARBELL, kg(20)), Bar(Equipment.BARBELL, kg(15)))
GYM = Owned(bars=BARS[:1], plates=tuple(Pieces(kg(size), 4) for size in (20, 10, 5, 2.5)))
Tools = Callable[..., ToolsDialog]


@pytest.fixture
def opened(qtbot, qapp: QApplication, store: Store, tmp_path: Path) -> Iterator[Tools]:
    apply_theme(qapp, "light")
    context, _reporter = make_context(tmp_path, store, MORNING)
    kept: list[ToolsDialog] = []  # or the collector takes a dialog whose page alone is looked at

    def show(
        key: str = BENCH,
        load: Load | None = None,
        reps: int | None = None,
        unit: Unit = Unit.KG,
        number: int = 1,
    ) -> ToolsDialog:
        dialog = ToolsDialog(context, catalog.by_key(key), number, load, reps, unit)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        kept.append(dialog)
        return dialog

    yield show
    kept.clear()
    apply_theme(qapp, "light")


def texts(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


class TestPlates:
    def test_a_weight_is_typed_and_how_to_make_it_is_said_at_once(self, qtbot, store, opened):
        owned.save(store, GYM)
        dialog = opened(load=kg(60))
        page = dialog.plates
        assert dialog.focusWidget() is page.weight
        assert page.how.text() == "20 kg bar and on each side 20 kg: 60 kg."
        qtbot.keyClicks(page.weight, "92,5")
        assert page.how.text() == "20 kg bar and on each side 20 kg + 10 kg + 5 kg: 90 kg."
        assert page.why.text() == "1.25 kg a side is missing for 92.5 kg. The next one up is 95 kg."
        assert page.plates.isVisible() and not page.assumed.isVisible()

    def test_the_fault_of_others_is_said(self, store, opened):
        """wger makes 50 kg of 60 without a word."""
        owned.save(store, Owned(bars=BARS[:1], plates=(Pieces(kg(10), 2), Pieces(kg(15), 2))))
        page = opened(load=kg(60)).plates
        assert page.how.text() == "20 kg bar and on each side 15 kg: 50 kg."
        assert page.why.text() == "5 kg a side is missing for 60 kg. The next one up is 70 kg."
        page.weight.setText("300")
        assert page.why.text() == "115 kg a side is missing for 300 kg."
        page.weight.setText("10")
        assert page.why.text() == "It is the lightest there is; 10 kg is less."

    def test_steps_go_to_what_exists(self, store, opened):
        owned.save(store, GYM)
        page = opened(load=kg(60)).plates
        assert (page.lighter.text(), page.heavier.text()) == ("↓ 55 kg", "↑ 65 kg")
        page.heavier.click()
        assert page.weight.text() == "65"
        page.weight.setText("20")
        assert not page.lighter.isEnabled()

    def test_one_of_several_bars_can_be_chosen(self, store, opened):
        owned.save(store, replace(GYM, bars=BARS))
        page = opened(load=kg(65)).plates
        assert [chip.text() for chip in page.bar.chips] == ["Any", "20 kg", "15 kg"]
        page.bar.chips[2].click()
        assert page.how.text() == "15 kg bar and on each side 20 kg + 5 kg: 65 kg."
        page.bar.chips[1].click()
        assert page.how.text() == "20 kg bar and on each side 20 kg + 2.5 kg: 65 kg."

    def test_pounds_can_be_typed_and_another_unit_changes_no_load(self, store, opened):
        owned.save(store, GYM)
        dialog = opened(load=kg(60))
        page = dialog.plates
        for _times in range(5):
            dialog.unit.chips[1].click()
            assert page.weight.text() == "132.28"
            dialog.unit.chips[0].click()
        assert page.weight.text() == "60" and page.weight.now() == kg(60)
        page.weight.setText("135 lb")
        assert page.weight.now() == load_of(135, Unit.LB)
        assert page.how.text().endswith("60 kg (132.28 lb).")

    def test_who_said_nothing_sees_a_usual_gym_and_is_told(self, opened):
        page = opened(load=kg(100)).plates
        assert page.how.text() == "20 kg bar and on each side 25 kg + 15 kg: 100 kg."
        assert page.assumed.isVisible() and "What I have to lift with" in page.assumed.text()

    def test_what_is_no_number_is_said_at_the_field_and_shows_nothing(self, qtbot, store, opened):
        owned.save(store, GYM)
        page = opened(load=kg(60)).plates
        qtbot.keyClicks(page.weight, "6o")
        assert not page.how.isVisible() and not page.plates.isVisible()
        qtbot.keyClick(page.weight, Qt.Key.Key_Tab)
        assert page.weight.problem() == "“6o” is not a number."

    def test_an_exercise_with_a_band_says_that_there_is_nothing_to_put_together(self, opened):
        page = opened("band_squat").plates
        assert "no bar, no plates, no pin" in page.nothing.text()
        assert not page.plates.isVisible()

    def test_help_is_typed_as_a_plain_number(self, store, opened):
        owned.save(store, Owned(machine=(kg(10), kg(20))))
        page = opened("assisted_pull_up_machine", kg(-20)).plates
        assert page.weight.text() == "20"
        assert page.how.text() == "20 kg of help."
        page.lighter.click()
        assert page.weight.text() == "10"


class TestWarmUp:
    def test_the_ramp_is_shown_and_taken_on_asking(self, qtbot, store, opened):
        owned.save(store, GYM)
        dialog = opened(load=kg(100), reps=5)
        dialog.tabs.setCurrentWidget(dialog.warm_up)
        page = dialog.warm_up
        assert dialog.focusWidget() is page.weight
        shown = texts(page)
        for line in ("20 kg × 5", "40 kg × 5", "60 kg × 5", "80 kg × 3", "Bar 20 kg, each side 20 + 10"):
            assert line in shown
        assert page.add_button.text() == "Add 4 warm-up sets to the session"
        with qtbot.waitSignal(dialog.warm_ups_chosen) as chosen:
            page.add_button.click()
        assert [(one.load, one.reps) for one in chosen.args[0]] == [
            (kg(20), 5),
            (kg(40), 5),
            (kg(60), 5),
            (kg(80), 3),
        ]
        assert not dialog.isVisible()

    def test_a_number_of_sets_can_be_asked_for(self, store, opened):
        owned.save(store, GYM)
        dialog = opened(load=kg(100), reps=8)
        dialog.tabs.setCurrentWidget(dialog.warm_up)
        dialog.warm_up.sets.chips[1].click()
        assert [one.load for one in dialog.warm_up.found()] == [kg(60)]
        assert dialog.warm_up.add_button.text() == "Add 1 warm-up set to the session"

    @pytest.mark.parametrize(
        ("key", "load", "words"),
        [
            (BENCH, None, "Type the weight of a working set."),
            (BENCH, kg(20), "light enough to begin with"),
            ("push_up", None, "a few easy reps"),
            ("plank", None, "A shorter hold does it."),
        ],
    )
    def test_where_there_is_none_it_says_why(self, store, opened, key, load, words):
        owned.save(store, GYM)
        dialog = opened(key, load)
        dialog.tabs.setCurrentWidget(dialog.warm_up)
        assert words in dialog.warm_up.nothing.text()
        assert not dialog.warm_up.add_button.isVisible()


class TestMaximum:
    def test_a_set_gives_an_estimate_with_its_formula_and_loads_that_exist(self, store, opened):
        owned.save(store, presets()[2].owned)
        dialog = opened(load=kg(100), reps=5)
        dialog.tabs.setCurrentWidget(dialog.maximum)
        page = dialog.maximum
        assert page.result.text() == "About 116.7 kg for one rep"
        assert "Epley 1985" in page.formula.text()
        shown = texts(page)
        assert {"115 kg", "107.5 kg", "82.5 kg"} <= set(shown)
        assert any("Formulas differ by some percent" in text for text in shown)

    def test_reps_left_count_and_another_formula_is_named(self, store, opened):
        preferences.change(store, E1RM_FORMULA, str(Formula.BRZYCKI))
        dialog = opened(load=kg(100), reps=3)
        page = dialog.maximum
        page.left.setText("2")
        assert page.result.text() == "About 112.5 kg for one rep"
        assert "Brzycki 1993" in page.formula.text()
        page.reps.setText("1")
        page.left.setText("")
        assert page.result.text() == "About 100 kg for one rep"

    @pytest.mark.parametrize(
        ("reps", "left", "words"),
        [
            ("13", "", "Above 12 reps"),
            ("10", "2.5", "Above 12 reps"),
            ("", "", "Type the weight and the reps"),
        ],
    )
    def test_where_none_is_given_it_says_why(self, opened, reps, left, words):
        dialog = opened(load=kg(100))
        dialog.tabs.setCurrentWidget(dialog.maximum)
        page = dialog.maximum
        page.reps.setText(reps)
        page.left.setText(left)
        assert words in page.nothing.text()
        assert not page.result.isVisible()

    def test_the_body_is_lifted_too(self, opened):
        dialog = opened("pull_up", kg(10), 5)
        page = dialog.maximum
        assert "body weight" in page.nothing.text()
        page.body_weight.setText("80")
        assert page.result.text() == "About 25 kg on top of the body for one rep"

    def test_a_load_beyond_all_measure_is_refused_in_words(self, opened):
        page = opened(load=kg(1000), reps=12).maximum
        assert page.nothing.text() == "Weight goes up to 1000 kg."

    def test_a_time_has_none(self, opened):
        assert opened("plank").maximum.nothing.text() == "A time has no maximum for one rep."


class TestDialog:
    def test_without_a_load_the_last_time_is_taken(self, store, opened):
        train(store, MORNING, BENCH, did(60, 8), did(70, 6))
        dialog = opened(number=_number(store))
        assert dialog.plates.weight.now() == kg(70)
        assert (dialog.maximum.weight.now(), dialog.maximum.reps.now()) == (kg(70), 6)

    def test_everything_goes_by_keys(self, qtbot, store, opened):
        owned.save(store, GYM)
        dialog = opened(load=kg(100), reps=5)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert dialog.tabs.currentWidget() is dialog.warm_up
        for _step in range(20):
            if dialog.focusWidget() is dialog.warm_up.add_button:
                break
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        with qtbot.waitSignal(dialog.warm_ups_chosen):
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    def test_enter_in_a_field_leaves_it_open_and_escape_puts_it_away(self, qtbot, opened):
        dialog = opened(load=kg(60))
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        assert dialog.isVisible()
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    def test_every_control_has_a_name_and_can_be_hit(self, store, opened):
        owned.save(store, replace(GYM, bars=BARS))
        dialog = opened(load=kg(100), reps=5)
        least = current_theme().px(44)
        for index in range(3):
            dialog.tabs.setCurrentIndex(index)
            assert not nameless(dialog)
            page = dialog.tabs.widget(index)
            targets = [*page.findChildren(LiveField), *page.findChildren(QAbstractButton)]
            for target in [one for one in targets if one.isVisible()]:
                assert target.height() >= least, target.accessibleName() or target.text()
            assert dialog.tabs.tabBar().tabRect(index).height() >= least

    def test_large_text_scrolls_and_nothing_is_wider_than_its_page(self, qapp, store, opened):
        owned.save(store, replace(GYM, bars=BARS))
        apply_theme(qapp, "dark", 2.0)
        dialog = opened(load=kg(92.5), reps=5)
        dialog.resize(1024, 640)
        for index in range(3):
            dialog.tabs.setCurrentIndex(index)
            page = dialog.tabs.widget(index)
            qapp.processEvents()
            assert page.page.minimumSizeHint().width() <= page.viewport().width()
            assert page.verticalScrollBar().maximum() > 0


def _number(store: Store) -> int:
    view = session.view(store, session.recent(store, 1)[0].id)
    return view.blocks[0].exercise_id
