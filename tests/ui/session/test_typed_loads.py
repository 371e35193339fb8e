"""Loads are kept as they are typed, in the unit of the exercise, and steps lead to what there is to lift."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from nextrep.domain.exercises import Equipment
from nextrep.domain.owned import Bar, Owned
from nextrep.domain.plates import Pieces
from nextrep.domain.units import Load, Unit, load_of
from nextrep.services import owned, preferences, session
from nextrep.settings.table import EFFORT_SCALE
from nextrep.ui.session.columns import Column
from tests.ui.session.conftest import Hands, did, kg
from tests.ui.session.plans import begin_with, did_before, target

Key = Qt.Key
ENTER = Key.Key_Return
SQUAT, PRESS, BENCH = "goblet_squat", "dumbbell_bench_press", "barbell_bench_press"


def type_in(hands: Hands, unit: Unit) -> None:
    """Choose the unit of the exercise that is shown, by mouse as there is no key."""
    hands.click(hands.screen.train.exercise.buttons.more)
    (menu,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]
    (action,) = [one for one in menu.actions() if one.text() == f"Type this exercise in {unit}"]
    hands.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


class TestUnits:
    @pytest.fixture
    def two(self, hands: Hands) -> Hands:
        for key in (SQUAT, PRESS):
            did_before(hands, key, did(16, 8))
        begin_with(hands, (SQUAT, target(3)), (PRESS, target(2)))
        return hands

    def test_one_exercise_in_pounds_leaves_the_others_in_kilograms(self, two: Hands):
        type_in(two, Unit.LB)
        assert "Weight, lb" in [head.text() for head in two.grid.parts.heads]
        assert two.text(0, Column.LOAD) == "35.27"
        two.keys(Key.Key_Left, "45", ENTER)
        assert two.done[0].load == load_of(45, Unit.LB)
        two.keys(Key.Key_PageDown)
        assert "Weight, kg" in [head.text() for head in two.grid.parts.heads]
        assert two.text(0, Column.LOAD) == "16"

    def test_what_was_typed_never_drifts_however_often_the_unit_changes(self, two: Hands):
        two.keys("62,5", ENTER)
        type_in(two, Unit.LB)
        two.keys(Key.Key_Left, "137.5", ENTER)
        before = two.done
        assert [one.load for one in before] == [kg(62.5), load_of("137.5", Unit.LB)]
        for unit in (Unit.KG, Unit.LB) * 4:
            type_in(two, unit)
            two.keys(Key.Key_Up, Key.Key_Up, Key.Key_Right, "9", ENTER, Key.Key_Up, "8", ENTER)
        after = two.done
        assert [one.load for one in after] == [one.load for one in before]
        type_in(two, Unit.KG)
        assert (two.text(0, Column.LOAD), two.text(1, Column.LOAD)) == ("62.5", "62.37")
        type_in(two, Unit.LB)
        assert (two.text(0, Column.LOAD), two.text(1, Column.LOAD)) == ("137.79", "137.5")

    def test_a_suggestion_from_another_unit_is_taken_to_the_gram(self, hands: Hands):
        did_before(hands, SQUAT, replace(did(reps=8), load=load_of(45, Unit.LB)))
        begin_with(hands, (SQUAT, target(2, 8, 12)))
        asked = hands.view.blocks[0].suggestion.load
        assert asked == load_of(45, Unit.LB)
        assert hands.text(0, Column.LOAD) == "20.41"
        hands.keys(ENTER, ENTER)
        assert [one.load for one in hands.done] == [asked, asked]

    @pytest.mark.parametrize(
        ("typed", "shown", "load", "reps"),
        [
            (("20", Key.Key_Right, "7"), "44.09", kg(20), 7),
            (("22.5x6",), "49.6", kg(22.5), 6),
            (("+",), None, None, 8),
        ],
    )
    def test_what_is_typed_but_not_saved_is_the_same_load_in_the_new_unit(
        self, two: Hands, typed, shown, load, reps
    ):
        two.keys(*typed)
        wanted = two.screen.conductor.table.sheet.draft(0)
        type_in(two, Unit.LB)
        assert shown in {two.text(0, Column.LOAD), None}
        two.keys(ENTER)
        assert (two.done[0].load, two.done[0].reps) == (wanted.load, reps)
        assert load in {wanted.load, None}

    def test_sets_and_kinds_that_were_added_stay(self, two: Hands):
        two.keys("w", "8", ENTER, "a", "m")
        before = [(row.done, row.kind) for row in two.screen.conductor.table.rows]
        type_in(two, Unit.LB)
        assert [(row.done, row.kind) for row in two.screen.conductor.table.rows] == before
        two.context.operate.announce(preferences.change(two.store, EFFORT_SCALE, "rpe"), None)
        assert [(row.done, row.kind) for row in two.screen.conductor.table.rows] == before

    def test_what_is_no_number_stays_to_be_mended(self, two: Hands):
        two.keys("1.2.3")
        type_in(two, Unit.LB)
        assert two.text(0, Column.LOAD) == "1.2.3"

    def test_a_unit_written_with_the_number_counts_for_that_number(self, two: Hands):
        QApplication.clipboard().setText("45 lb")  # letters are commands, so this can only be pasted
        two.chord(Key.Key_V)
        two.keys(ENTER)
        assert two.done[0].load == load_of(45, Unit.LB)

    def test_the_unit_stays_with_the_exercise_and_can_be_taken_back(self, two: Hands):
        type_in(two, Unit.LB)
        assert two.view.blocks[0].unit is Unit.LB
        two.keys("u")
        assert two.view.blocks[0].unit is None
        assert two.text(0, Column.LOAD) == "16"


class TestWhatThereIsToLift:
    def test_steps_go_only_through_the_loads_of_the_own_bar_and_plates(self, hands: Hands):
        plates = tuple(Pieces(kg(size), 2) for size in (20, 10, 2.5))
        owned.save(hands.store, Owned(bars=(Bar(Equipment.BARBELL, kg(20)),), plates=plates))
        did_before(hands, BENCH, did(40, 8))
        begin_with(hands, (BENCH, target(2, 8, 12)))
        seen = [hands.text(0, Column.LOAD)]
        for _ in range(7):
            hands.keys("+")
            seen.append(hands.text(0, Column.LOAD))
        assert seen == ["40", "45", "60", "65", "80", "85", "85", "85"]
        for _ in range(8):
            hands.keys("-")
        assert hands.text(0, Column.LOAD) == "20", "the bar alone"
        hands.keys(ENTER)
        assert hands.done[0].load == kg(20)

    def test_dumbbells_of_two_units_are_stepped_through_as_they_are_marked(self, hands: Hands):
        owned.save(hands.store, Owned(dumbbells=(kg(8), load_of(25, Unit.LB), kg(14))))
        did_before(hands, SQUAT, did(8, 8))
        begin_with(hands, (SQUAT, target(3, 8, 12)))
        hands.keys("+")
        assert hands.text(0, Column.LOAD) == "11.34"
        hands.keys(ENTER)
        assert hands.done[0].load == load_of(25, Unit.LB), "as it is marked, not as it is shown"
        hands.keys("+", ENTER)
        assert hands.done[1].load == kg(14)

    def test_what_is_typed_may_be_anything(self, hands: Hands):
        owned.save(hands.store, Owned(dumbbells=(kg(8), kg(14))))
        did_before(hands, SQUAT, did(8, 8))
        begin_with(hands, (SQUAT, target(2)))
        hands.keys("11", "+")
        assert hands.text(0, Column.LOAD) == "14"
        hands.keys("11", ENTER)
        assert hands.done[0].load == kg(11)

    def test_a_pin_ends_at_its_heaviest(self, hands: Hands):
        owned.save(hands.store, Owned(machine=(kg(10), kg(20), kg(30))))
        did_before(hands, "leg_press", did(20, 8))
        begin_with(hands, ("leg_press", target(1, 8, 12)))
        hands.keys("+", "+", "+")
        assert hands.text(0, Column.LOAD) == "30"
        assert session.active(hands.store) is not None
        assert hands.done == []
        hands.keys("-", "-", "-", ENTER)
        assert hands.done[0].load == Load(10_000, Unit.KG)
