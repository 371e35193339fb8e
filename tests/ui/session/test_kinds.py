"""Every kind of set by keys, as a person types it: what is on the disk then, and what the screen says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from nextrep.domain.owned import Owned
from nextrep.domain.prescription import PlannedKind, PlannedSet, TargetDetails
from nextrep.domain.training import SetKind
from nextrep.domain.units import Load, Unit
from nextrep.services import owned, session
from nextrep.ui.session.columns import Column
from nextrep.ui.session.words import last_words
from tests.ui.session.conftest import Hands, did, kg
from tests.ui.session.plans import begin_with, did_before, target

Key = Qt.Key
ENTER = Key.Key_Return
BANDS = Owned(bands=("red", "blue", "black"))


def names(hands: Hands) -> list[str]:
    """What the sets of the exercise that is shown are called."""
    return [row.name.text() for row in hands.grid.parts.rows]


class TestBands:
    @pytest.fixture
    def banded(self, hands: Hands) -> Hands:
        owned.save(hands.store, BANDS)
        begin_with(hands, ("band_row", target(3, 12)))
        return hands

    def test_plus_and_minus_go_through_the_person_s_bands(self, banded: Hands):
        assert Column.LOAD not in banded.grid.parts.columns
        seen = [banded.text(0, Column.BAND)]
        for key in "+++++---":
            banded.keys(key)
            seen.append(banded.text(0, Column.BAND))
        assert seen == ["", "red", "blue", "black", "black", "black", "blue", "red", ""]
        banded.keys("+", ENTER)
        assert [(one.band, one.reps, one.load) for one in banded.done] == [("red", 12, None)]
        assert banded.text(1, Column.BAND) == "red", "the next set goes on with the same band"

    def test_a_click_offers_them_in_a_menu(self, banded: Hands):
        banded.click(banded.grid.cell(0, Column.BAND))
        (menu,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]
        assert [action.text() for action in menu.actions()] == ["No band", "red", "blue", "black"]
        banded.qtbot.mouseClick(
            menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[2]).center()
        )
        assert banded.text(0, Column.BAND) == "blue"
        banded.keys(ENTER)
        assert banded.done[0].band == "blue"

    def test_the_last_time_is_said_with_its_band(self, hands: Hands):
        owned.save(hands.store, BANDS)
        did_before(hands, "band_row", did(reps=12), did(reps=11))
        earlier = session.recent(hands.store, 1)[0]
        for entry in hands.store.sets.of_session(earlier.id):
            session.change_set(hands.store, entry.id, replace(entry.draft, band="red"))
        begin_with(hands, ("band_row", target(2, 12)))
        table = hands.screen.conductor.table
        assert [last_words(table.sheet, row) for row in range(2)] == ["red × 12", "red × 11"]
        assert hands.text(0, Column.BAND) == "red"

    def test_letters_do_not_write_into_a_band(self, banded: Hands):
        banded.keys("+", Key.Key_Left, "5", "z")
        assert banded.text(0, Column.BAND) == "red"


class TestHelp:
    @pytest.fixture
    def helped(self, hands: Hands) -> Hands:
        begin_with(hands, ("assisted_pull_up_machine", target(2, 6)))
        return hands

    def test_help_is_a_plain_number_and_more_of_it_is_less_load(self, helped: Hands):
        assert "Help, kg" in [head.text() for head in helped.grid.parts.heads]
        helped.keys(Key.Key_Left, "20", ENTER)
        assert helped.done[0].load == Load(-20_000, Unit.KG)
        assert helped.text(0, Column.LOAD) == helped.text(1, Column.LOAD) == "20"
        helped.keys("+")
        assert helped.text(1, Column.LOAD) == "22.5"
        helped.keys("-", "-", ENTER)
        assert [one.load.grams for one in helped.done] == [-20_000, -17_500]

    def test_less_help_ends_at_none(self, helped: Hands):
        helped.keys(Key.Key_Left, "2.5", "-", "-", "-")
        assert helped.text(0, Column.LOAD) == "0"
        helped.keys(ENTER)
        assert helped.done[0].load == Load(0, Unit.KG)

    def test_less_than_no_help_is_not_taken_for_a_weight(self, helped: Hands):
        helped.keys(Key.Key_Left, "-10", ENTER)
        assert helped.done == []
        assert helped.grid.parts.rows[0].problem.text()


class TestEachSide:
    @pytest.fixture
    def sided(self, hands: Hands) -> Hands:
        did_before(hands, "one_arm_dumbbell_row", did(16, 10))
        begin_with(hands, ("one_arm_dumbbell_row", target(2, 10)))
        return hands

    def test_both_sides_are_kept_and_the_lesser_counts(self, sided: Hands):
        sided.keys(Key.Key_Right, "10/9", ENTER)
        (first,) = sided.done
        assert (first.reps, first.reps_left, first.reps_right) == (9, 10, 9)
        assert sided.text(0, Column.REPS) == "10/9"
        sided.keys("10", ENTER)
        assert [(one.reps, one.reps_left) for one in sided.done] == [(9, 10), (10, None)]

    def test_sides_alike_are_one_number(self, sided: Hands):
        sided.keys(Key.Key_Right, "8/8", ENTER)
        assert (sided.done[0].reps, sided.done[0].reps_left) == (8, None)

    def test_a_correction_of_the_weight_keeps_both_sides(self, sided: Hands):
        sided.keys(Key.Key_Right, "7/9", ENTER, Key.Key_Up, Key.Key_Left, "18", ENTER)
        (first,) = sided.done
        assert (first.load, first.reps_left, first.reps_right, first.reps) == (kg(18), 7, 9, 7)

    @pytest.mark.parametrize("typed", ["10/9/8", "/9", "10/", "/"])
    def test_half_a_side_is_refused(self, sided: Hands, typed: str):
        sided.keys(Key.Key_Right, typed, ENTER)
        assert sided.done == []
        assert sided.grid.parts.rows[0].problem.text()
        assert sided.focus() is sided.grid.cell(0, Column.REPS)

    def test_where_sides_are_not_apart_there_is_one_number(self, hands: Hands):
        did_before(hands, "goblet_squat", did(16, 9))
        begin_with(hands, ("goblet_squat", target(1)))
        hands.keys(Key.Key_Right, "10/9", ENTER)
        assert hands.done == []
        assert hands.grid.parts.rows[0].problem.text()


class TestShortForms:
    @pytest.fixture
    def squat(self, hands: Hands) -> Hands:
        did_before(hands, "goblet_squat", did(16, 9))
        begin_with(hands, ("goblet_squat", target(3)))
        return hands

    @pytest.mark.parametrize(
        ("typed", "grams", "reps"),
        [
            ("100x5", 100_000, 5),
            ("100X5", 100_000, 5),
            ("100*5", 100_000, 5),
            ("62,5x5", 62_500, 5),
            ("62.5x12", 62_500, 12),
            ("5x", 16_000, 5),
            ("x5", 16_000, 5),
        ],
    )
    @pytest.mark.parametrize("field", [(), (Key.Key_Right,)])
    def test_weight_and_reps_in_one_word(self, squat: Hands, field, typed: str, grams: int, reps: int):
        squat.keys(*field, typed, ENTER)
        assert [(one.load.grams, one.reps) for one in squat.done] == [(grams, reps)]
        assert squat.text(0, Column.REPS) == str(reps), "what was typed gives way to what was kept"

    @pytest.mark.parametrize("typed", ["1x2x3", "x", "xx", "100x", "x0.5", "100x5.5", "1,2,3x5"])
    def test_what_is_not_clear_is_refused_at_its_field(self, squat: Hands, typed: str):
        squat.keys(typed, ENTER)
        if typed == "100x":  # reps by their sign
            assert [one.reps for one in squat.done] == [100]
            return
        assert squat.done == []
        assert squat.grid.parts.rows[0].problem.text()
        assert squat.text(0, Column.LOAD) == typed, "it stays to be mended"
        assert squat.grid.cell(0, Column.LOAD).property("problem")


class TestTimeAndDistance:
    @pytest.mark.parametrize(
        ("typed", "seconds"), [("45", 45), ("1:30", 90), ("0:07", 7), ("90:00", 5400), ("1440:00", 86_400)]
    )
    def test_time_in_seconds_or_minutes(self, hands: Hands, typed: str, seconds: int):
        begin_with(hands, ("plank", target(1, None, seconds=30)))
        hands.keys(typed, ENTER)
        assert [(one.seconds, one.reps, one.load) for one in hands.done] == [(seconds, None, None)]

    def test_a_carry_takes_metres_or_seconds_or_both(self, hands: Hands):
        details = TargetDetails(distance_m=40)
        begin_with(hands, ("farmers_carry", target(3, None, details=details)))
        columns = hands.grid.parts.columns
        assert columns[:3] == (Column.LOAD, Column.DISTANCE, Column.SECONDS)
        hands.keys(Key.Key_Left, "24", ENTER)  # 40 m as planned
        hands.keys(Key.Key_Right, Key.Key_Right, "35", ENTER)
        hands.keys(Key.Key_Left, Key.Key_Backspace, Key.Key_Right, "30", ENTER)
        done = [(one.load, one.distance_m, one.seconds) for one in hands.done]
        assert done == [(kg(24), 40, None), (kg(24), 40, 35), (kg(24), None, 30)]

    def test_a_carry_of_nothing_is_asked_about(self, hands: Hands):
        begin_with(hands, ("farmers_carry", target(1, None, details=TargetDetails(distance_m=40))))
        hands.keys(Key.Key_Left, "24", Key.Key_Right, Key.Key_Backspace, ENTER)
        assert hands.done == []
        assert "metres or the seconds" in hands.grid.parts.rows[0].problem.text()


class TestWhatASetIsFor:
    @pytest.fixture
    def squat(self, hands: Hands) -> Hands:
        did_before(hands, "goblet_squat", did(20, 8), did(20, 8))
        begin_with(hands, ("goblet_squat", target(2)))
        return hands

    def test_one_key_each_and_the_same_key_again_for_a_working_set(self, squat: Hands):
        kinds = {
            "w": "Warm-up",
            "d": "Drop set",
            "f": "1, failed rep",
            "m": "1, most reps",
            "r": "Rest-pause",
        }
        for key, name in kinds.items():
            squat.keys(key)
            assert names(squat)[0] == name
            squat.keys(key)
            assert names(squat)[0] == "1"

    @pytest.mark.parametrize(
        ("entry", "name"),
        [("Failed rep", "1, failed rep"), ("Most reps", "1, most reps"), ("Rest-pause", "Rest-pause")],
    )
    def test_by_mouse_the_rarer_kinds_are_in_a_menu(self, squat: Hands, entry: str, name: str):
        squat.click(squat.screen.train.exercise.buttons.more)
        (menu,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]
        (action,) = [one for one in menu.actions() if one.text() == entry]
        assert menu.actionGeometry(action).height() >= 44
        squat.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        assert names(squat)[0] == name

    def test_a_drop_set_is_no_set_of_its_own(self, squat: Hands):
        squat.keys("20x8", ENTER, "d")
        assert names(squat) == ["1", "Drop set", "2"]
        assert squat.text(1, Column.LOAD) == "16", "a fifth lighter, at a weight that exists"
        squat.keys("16x6", ENTER)
        assert names(squat) == ["1", "Drop set", "2"]
        assert [one.kind for one in squat.done] == [SetKind.WORKING, SetKind.DROP]
        assert squat.text(2, Column.LOAD) == "20", "the next set goes by the last full one"
        assert squat.screen.train.exercises.items[0].count_text() == "1 of 2 sets"
        squat.keys(ENTER)
        assert squat.screen.train.exercises.items[0].count_text() == "2 of 2 sets"

    def test_no_rest_begins_before_a_drop_that_is_planned(self, hands: Hands):
        rows = (PlannedSet(reps_low=8, reps_high=8), PlannedSet(PlannedKind.DROP, 10, 10, percent=800))
        did_before(hands, "goblet_squat", did(20, 8))
        begin_with(hands, ("goblet_squat", target(1, details=TargetDetails(rows=rows))))
        assert names(hands) == ["1", "Drop set"]
        hands.keys(ENTER)
        assert not hands.screen.train.rest.clock.running
        hands.keys(ENTER)
        assert [one.kind for one in hands.done] == [SetKind.WORKING, SetKind.DROP]

    def test_rest_pause_begins_with_a_third_after_a_few_breaths(self, squat: Hands):
        squat.keys("20x12", ENTER, "r")
        assert (squat.text(1, Column.LOAD), squat.text(1, Column.REPS)) == ("20", "4")
        squat.keys(ENTER)
        assert [(one.kind, one.reps) for one in squat.done] == [
            (SetKind.WORKING, 12),
            (SetKind.REST_PAUSE, 4),
        ]

    def test_a_failed_rep_and_a_warm_up_are_kept_as_such(self, squat: Hands):
        squat.keys("w", "8", ENTER, "f", Key.Key_Right, "7", ENTER)
        assert [(one.kind, one.reps) for one in squat.done] == [(SetKind.WARMUP, 8), (SetKind.FAILURE, 7)]
        assert names(squat)[:2] == ["Warm-up", "1, failed rep"]

    def test_as_many_as_possible_is_planned_and_kept_so(self, hands: Hands):
        rows = (PlannedSet(reps_low=5, reps_high=5), PlannedSet(PlannedKind.AMRAP, 5))
        did_before(hands, "goblet_squat", did(20, 5))
        begin_with(hands, ("goblet_squat", target(2, 5, details=TargetDetails(rows=rows))))
        assert names(hands) == ["1", "2, most reps"]
        assert hands.grid.parts.rows[1].plan.text().endswith("5+")
        hands.keys(ENTER, Key.Key_Right, "9", ENTER)
        assert [(one.kind, one.reps) for one in hands.done] == [(SetKind.WORKING, 5), (SetKind.AMRAP, 9)]
