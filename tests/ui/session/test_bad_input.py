"""What cannot be taken stays in its field, red, with the reason; nothing is saved, nothing is cut to fit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nextrep.domain.prescription import TargetDetails
from nextrep.domain.training import Effort, EffortScale
from nextrep.domain.units import Load, Unit
from nextrep.services import preferences
from nextrep.settings.table import EFFORT_SCALE, UNIT
from nextrep.ui.session.columns import Column
from tests.ui.session.conftest import Hands, did, kg
from tests.ui.session.plans import begin_with, did_before, target

Key = Qt.Key
ENTER = Key.Key_Return


@pytest.fixture
def squat(hands: Hands) -> Hands:
    did_before(hands, "goblet_squat", did(16, 9))
    begin_with(hands, ("goblet_squat", target(3)))
    return hands


def go_to(hands: Hands, column: Column) -> None:
    """Walk to a field with the arrows."""
    columns = hands.grid.parts.columns
    steps = columns.index(column) - columns.index(hands.grid.column)
    hands.keys(*[Key.Key_Right if steps > 0 else Key.Key_Left] * abs(steps))


def refused(hands: Hands, column: Column, typed: str, words: str) -> None:
    """Type in a field and press Enter; it is refused there, and may be typed anew."""
    before = hands.done
    go_to(hands, column)
    if not typed:
        hands.keys(Key.Key_Backspace)
    hands.keys(typed, ENTER)
    cell = hands.grid.cell(hands.grid.current, column)
    assert hands.done == before
    assert hands.text(hands.grid.current, column) == typed, "it is neither cut nor thrown away"
    assert words in hands.grid.parts.rows[hands.grid.current].problem.text()
    assert words in cell.accessibleDescription()
    assert cell.property("problem")
    assert hands.focus() is cell
    assert cell.selectedText() == typed, "the next digit replaces it"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1000.01", "up to 1000 kg"),
        ("1001", "up to 1000 kg"),
        ("99999999999999999999", "not a number"),
        ("1.2.3", "not a number"),
        (",", "not a number"),
        (".", "not a number"),
        ("-", "not a number"),
        ("-5", "from 0 up"),
        ("5/3", "not a number"),
        ("1:30", "not a number"),
        ("1x2x3", "is not clear"),
    ],
)
def test_a_weight(squat: Hands, typed: str, words: str):
    if typed.startswith("-"):  # − is the next lighter weight, but in an empty field
        squat.keys(Key.Key_Backspace)
    refused(squat, Column.LOAD, typed, words)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1001", "0 to 1000"),
        ("9999999999999999999999", "not a number"),
        ("8.5", "whole"),
        ("8,5", "whole"),
        ("", "Enter the reps"),
        ("1:30", "not a number"),
        ("8/7", "not a number"),
    ],
)
def test_reps(squat: Hands, typed: str, words: str):
    refused(squat, Column.REPS, typed, words)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("86401", "24 hours"),
        ("1440:01", "24 hours"),
        ("1:75", "not a number"),
        ("12.5", "whole"),
        ("", "Enter"),
    ],
)
def test_seconds(hands: Hands, typed: str, words: str):
    begin_with(hands, ("plank", target(1, None, seconds=30)))
    refused(hands, Column.SECONDS, typed, words)


@pytest.mark.parametrize(
    ("typed", "words"), [("200001", "200 km"), ("40.5", "whole"), ("4:0:0", "not a number")]
)
def test_metres(hands: Hands, typed: str, words: str):
    begin_with(hands, ("farmers_carry", target(1, None, details=TargetDetails(distance_m=40))))
    go_to(hands, Column.LOAD)
    hands.keys("24")
    refused(hands, Column.DISTANCE, typed, words)


@pytest.mark.parametrize(
    ("scale", "typed", "words"),
    [
        (EffortScale.RPE, "0", "1 to 10"),
        (EffortScale.RPE, "0,5", "1 to 10"),
        (EffortScale.RPE, "10.5", "1 to 10"),
        (EffortScale.RPE, "8.3", "halves"),
        (EffortScale.RPE, "8,25", "halves"),
        (EffortScale.RIR, "10.5", "0 to 10"),
        (EffortScale.RIR, "1.1", "halves"),
    ],
)
def test_effort(hands: Hands, scale: EffortScale, typed: str, words: str):
    preferences.change(hands.store, EFFORT_SCALE, str(scale))
    did_before(hands, "goblet_squat", did(16, 9))
    begin_with(hands, ("goblet_squat", target(2)))
    refused(hands, Column.EFFORT, typed, words)


@pytest.mark.parametrize("pasted", ["NaN", "inf", "-Infinity", "1e5", "٣", "five", "16 kg 5", "\u2007"])
def test_what_is_pasted_is_read_as_strictly_as_what_is_typed(squat: Hands, pasted: str):
    QApplication.clipboard().setText(pasted)
    go_to(squat, Column.REPS)
    squat.chord(Key.Key_V)
    squat.keys(ENTER)
    if pasted == "٣":
        assert [one.reps for one in squat.done] == [3], "digits of any script are digits"
        return
    assert squat.done == []
    assert squat.grid.parts.rows[0].problem.text()
    assert squat.focus() is squat.grid.cell(0, Column.REPS)


def test_a_step_from_what_is_no_weight_says_so(squat: Hands):
    squat.keys(Key.Key_Backspace, "-", "+")
    assert "not a number" in squat.grid.parts.rows[0].problem.text()
    assert squat.text(0, Column.LOAD) == "-"


def test_focus(squat: Hands):
    refused(squat, Column.FOCUS, "11", "0 to 10")


def test_a_refused_field_takes_the_next_digits_and_is_no_longer_red(squat: Hands):
    refused(squat, Column.REPS, "1001", "0 to 1000")
    squat.keys("10", ENTER)
    assert [one.reps for one in squat.done] == [10]
    assert squat.grid.parts.rows[0].problem.text() == ""
    assert not squat.grid.cell(0, Column.REPS).property("problem")


def test_a_refused_correction_leaves_what_is_kept(squat: Hands):
    squat.keys("16x8", ENTER, Key.Key_Up)
    refused(squat, Column.LOAD, "1001", "up to 1000 kg")
    assert [(one.load, one.reps) for one in squat.done] == [(kg(16), 8)]
    squat.keys(Key.Key_Escape)
    assert squat.text(0, Column.LOAD) == "16"
    assert squat.grid.parts.rows[0].problem.text() == ""


@pytest.mark.parametrize(
    ("typed", "grams"),
    [
        ("0", 0),
        ("1000", 1_000_000),
        ("62,5", 62_500),
        ("62.5", 62_500),
        ("0,001", 1),
        (".5", 500),
        ("1,250", 1250),
    ],
)
def test_the_ends_of_the_range_and_both_signs_are_taken_as_typed(squat: Hands, typed: str, grams: int):
    squat.keys(typed, Key.Key_Right, "1000", ENTER)
    assert [(one.load, one.reps) for one in squat.done] == [(Load(grams, Unit.KG), 1000)]


def test_reps_of_none_are_a_failed_attempt(squat: Hands):
    squat.keys("f", Key.Key_Right, "0", ENTER)
    assert [one.reps for one in squat.done] == [0]


@pytest.mark.parametrize(
    ("scale", "typed", "tenths"),
    [
        (EffortScale.RPE, "8,5", 85),
        (EffortScale.RPE, "1", 10),
        (EffortScale.RPE, "10", 100),
        (EffortScale.RIR, "0", 0),
        (EffortScale.RIR, "1.5", 15),
    ],
)
def test_effort_in_halves_is_kept_in_its_scale(hands: Hands, scale: EffortScale, typed: str, tenths: int):
    preferences.change(hands.store, EFFORT_SCALE, str(scale))
    did_before(hands, "goblet_squat", did(16, 9))
    begin_with(hands, ("goblet_squat", target(2)))
    go_to(hands, Column.EFFORT)
    hands.keys(typed, ENTER)
    assert [one.effort for one in hands.done] == [Effort(scale, tenths)]
    assert Decimal(hands.text(0, Column.EFFORT)) == Decimal(tenths) / 10


def test_in_pounds_the_limit_is_said_in_pounds(hands: Hands):
    preferences.change(hands.store, UNIT, "lb")
    did_before(hands, "goblet_squat", did(16, 9))
    begin_with(hands, ("goblet_squat", target(1)))
    refused(hands, Column.LOAD, "2205", "2204.62 lb")
    hands.keys("2204", ENTER)
    assert [one.load.unit for one in hands.done] == [Unit.LB]
