"""The editor of one exercise: what is typed is what the plan asks for, or is explained at its field."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from nextrep.domain.prescription import LoadRule, PlannedKind, PlannedSet, ProgressionRule
from nextrep.domain.training import EffortScale, SetDraft, Target
from nextrep.domain.units import Unit, load_of
from nextrep.services import catalog, preferences, session
from nextrep.settings.table import EFFORT_SCALE
from nextrep.ui.program.editor.dialog import ExerciseEditor
from nextrep.ui.program.screen import ProgramScreen
from nextrep.ui.runtime.context import Context
from tests.ui.names import nameless
from tests.ui.program.plan_screen import MONDAY, entry, first_of, menu_of, shown, view_of


def opened(qtbot: QtBot, screen: ProgramScreen, position: int = 0) -> ExerciseEditor:
    qtbot.mouseClick(screen._details.rows.row(position), Qt.MouseButton.LeftButton)
    editor = QApplication.activeModalWidget()
    assert isinstance(editor, ExerciseEditor)
    return editor


def save(qtbot: QtBot, editor: ExerciseEditor) -> bool:
    """Press Enter in the first field and tell whether the editor closed."""
    qtbot.keyClick(editor.amount.sets, Qt.Key.Key_Return)
    return not editor.isVisible()


def target(context: Context, session_place: int = 0, position: int = 0) -> Target:
    return view_of(context).sessions[session_place].exercises[position][1]


def problem(editor: ExerciseEditor, key: str) -> str:
    part = next(part for part in editor._parts if key in part.fields)
    return part.fields[key]._problem.text()


def choose(editor: ExerciseEditor, rule: LoadRule | ProgressionRule) -> None:
    box = editor.load.rule if isinstance(rule, LoadRule) else editor.progression.rule
    box.setCurrentIndex(box.findData(rule))


def log(context: Context, load: float, reps: int) -> None:
    """Do the first exercise of the plan once, before the plan begins."""
    at = MONDAY - timedelta(days=3)
    begun = session.start_planned(context.store, first_of(context).planned.id, at).value
    block = begun.blocks[0]
    draft = SetDraft(block.exercise_id, block.block, load=load_of(load, Unit.KG), reps=reps)
    session.log_set(context.store, begun.session.id, draft, at)
    session.finish(context.store, begun.session.id, at)


def test_enter_on_an_exercise_opens_it_and_escape_leaves_it_as_it_was(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    before = target(planned)
    row = screen._details.rows.row(0)
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    editor = QApplication.activeModalWidget()
    assert isinstance(editor, ExerciseEditor)
    assert nameless(editor) == []
    editor.amount.reps.setText("3–5")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert target(planned) == before
    assert planned.undo.count() == 0


def test_sets_reps_effort_and_rest_are_saved_in_one_step(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    before = target(planned)
    editor = opened(qtbot, screen)
    editor.amount.sets.setValue(4)
    editor.amount.reps.setText("6-8")
    editor.amount.effort.setText("1–2")
    editor.amount.rest.setText("2:30")
    assert save(qtbot, editor)
    after = target(planned)
    assert (after.sets, after.reps_low, after.reps_high) == (4, 6, 8)
    assert (after.rir_low, after.rir_high, after.rest_s) == (1, 2, 150)
    assert screen._details.rows.row(0).words.asked == "4 × 6–8 · 1–2 reps left"
    assert target(planned, 2) != after, "later sessions stay"
    assert screen.focusWidget() is screen._details.rows.row(0)
    planned.undo.undo()
    assert target(planned) == before
    assert planned.undo.count() == 1


def test_a_change_can_reach_all_later_sessions(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    editor = opened(qtbot, screen)
    assert editor.scope.isVisible()
    editor.amount.rest.setText("3 min")
    editor.scope.following.setChecked(True)
    assert save(qtbot, editor)
    same = [one for one in view_of(planned).sessions if one.planned.title == "Full body A"]
    exercise = first_of(planned).exercises[0][0]
    rests = {t.rest_s for one in same for e, t in one.exercises if e.key == exercise.key}
    assert rests == {180}
    planned.undo.undo()
    assert target(planned).rest_s != 180


def test_nothing_changed_is_no_step(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    editor = opened(qtbot, screen)
    assert save(qtbot, editor)
    assert planned.undo.count() == 0


def test_a_range_upside_down_is_explained_at_its_field(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    before = target(planned)
    editor = opened(qtbot, screen)
    editor.amount.reps.setText("12-8")
    assert not save(qtbot, editor)
    assert "upside down" in problem(editor, "reps")
    assert editor.focusWidget() is editor.amount.reps
    assert target(planned) == before
    editor.amount.reps.setText("")
    assert not save(qtbot, editor)
    assert problem(editor, "reps") == "Say how many reps, how long or how far."
    editor.amount.reps.setText("8-12")
    editor.amount.effort.setText("12")
    assert not save(qtbot, editor)
    assert "0 to 10" in problem(editor, "rir")


def test_time_and_distance_take_the_place_of_reps(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    editor = opened(qtbot, screen)
    qtbot.mouseClick(editor.amount.chips[1], Qt.MouseButton.LeftButton)
    assert not editor.amount.reps.isVisible()
    editor.amount.seconds.setText("1:15")
    assert save(qtbot, editor)
    assert (target(planned).seconds, target(planned).reps_low) == (75, None)
    editor = opened(qtbot, screen)
    qtbot.mouseClick(editor.amount.chips[2], Qt.MouseButton.LeftButton)
    assert save(qtbot, editor)
    assert target(planned).text() == "2 × 40 m"


def test_effort_is_asked_as_the_person_says_it(qtbot: QtBot, planned: Context) -> None:
    preferences.change(planned.store, EFFORT_SCALE, str(EffortScale.RPE))
    screen = shown(qtbot, planned)
    low, high = target(planned).rir_low, target(planned).rir_high
    assert low is not None and high is not None
    assert screen._details.rows.row(0).words.asked.endswith(f"RPE {10 - high}–{10 - low}")
    editor = opened(qtbot, screen)
    editor.amount.effort.setText("8–9")
    assert save(qtbot, editor)
    assert (target(planned).rir_low, target(planned).rir_high) == (1, 2)


def test_a_percentage_of_an_unknown_max_is_explained(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    editor = opened(qtbot, screen)
    choose(editor, LoadRule.PERCENT_E1RM)
    assert editor.load._unknown.isVisible()
    editor.load.percent.setText("75")
    assert not save(qtbot, editor)
    assert "known maximum" in problem(editor, "load")
    choose(editor, LoadRule.PERCENT_TM)
    editor.load.weight.setText("60")
    assert save(qtbot, editor)
    plan = target(planned).details.load
    assert (plan.rule, plan.percent, plan.load) == (LoadRule.PERCENT_TM, 750, load_of(60, Unit.KG))
    assert screen._details.rows.row(0).words.more == "75 % of training max 60 kg"


def test_a_max_that_the_log_knows_can_be_used(qtbot: QtBot, planned: Context) -> None:
    log(planned, 50, 5)
    screen = shown(qtbot, planned)
    screen._calendar.choose(("planned", view_of(planned).sessions[2].planned.id))
    editor = opened(qtbot, screen)
    choose(editor, LoadRule.PERCENT_E1RM)
    assert not editor.load._unknown.isVisible()
    editor.load.percent.setText("62.5")
    assert save(qtbot, editor)
    assert target(planned, 2).details.load.percent == 625


@pytest.mark.parametrize(
    ("rule", "field", "text", "missing", "shown_as"),
    [
        (LoadRule.FIXED, "weight", "16", "Say the weight.", "16 kg"),
        (LoadRule.BODYWEIGHT, "weight", "-20", "", "bodyweight with 20 kg of help"),
        (LoadRule.BAND, "band", "green", "Say which band.", "green"),
    ],
)
def test_each_load_rule_asks_for_what_it_needs(
    qtbot: QtBot, planned: Context, rule: LoadRule, field: str, text: str, missing: str, shown_as: str
) -> None:
    screen = shown(qtbot, planned)
    editor = opened(qtbot, screen)
    choose(editor, rule)
    editor.load.weight.setText("")
    if missing:
        assert not save(qtbot, editor)
        assert problem(editor, "load") == missing
    getattr(editor.load, field).setText(text)
    assert save(qtbot, editor)
    assert screen._details.rows.row(0).words.more == shown_as


def test_the_example_follows_what_is_typed(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    editor = opened(qtbot, screen)
    words = editor.progression._example.text()
    assert words
    seen = {words}
    for rule in (ProgressionRule.LINEAR, ProgressionRule.WAVE):
        choose(editor, rule)
        seen.add(editor.progression._example.text())
    assert len(seen) == 3
    editor.progression.wave.setPlainText("5×")
    assert editor.progression._example.text().startswith("None yet. Line 1:")
    assert not save(qtbot, editor)
    assert problem(editor, "wave").startswith("Line 1:")
    editor.reject()


def test_a_progression_keeps_what_it_needs_and_no_more(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    editor = opened(qtbot, screen)
    choose(editor, ProgressionRule.TOTAL)
    assert editor.progression.total.value() == 16, "2 sets of at least 8"
    editor.progression.total.setValue(0)
    assert not save(qtbot, editor)
    assert "in total" in problem(editor, "progression")
    editor.progression.total.setValue(30)
    editor.progression.misses.setValue(2)
    editor.progression.deload.setText("20 %")
    assert save(qtbot, editor)
    kept = target(planned).details.progression
    assert (kept.rule, kept.total, kept.misses, kept.deload) == (ProgressionRule.TOTAL, 30, 2, 200)
    editor = opened(qtbot, screen)
    choose(editor, ProgressionRule.NONE)
    assert not editor.progression.total.isVisible()
    assert save(qtbot, editor)
    kept = target(planned).details.progression
    assert (kept.total, kept.misses) == (None, 3)


def test_sets_one_by_one(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    editor = opened(qtbot, screen)
    editor.sets.on.setChecked(True)
    assert not editor.amount.sets.isEnabled()
    assert len(editor.sets._lines) == 2
    qtbot.mouseClick(editor.sets.add, Qt.MouseButton.LeftButton)
    first, _second, third = editor.sets._lines
    first.kind.setCurrentIndex(first.kind.findData(PlannedKind.WARMUP))
    first.percent.setText("50")
    third.kind.setCurrentIndex(third.kind.findData(PlannedKind.AMRAP))
    third.reps.setText("x")
    qtbot.mouseClick(editor.save, Qt.MouseButton.LeftButton)
    assert editor.isVisible()
    assert "a range like" in problem(editor, "rows")
    third.reps.setText("6")
    qtbot.mouseClick(editor.save, Qt.MouseButton.LeftButton)
    after = target(planned)
    assert after.sets == 2
    low, high = after.reps_low, after.reps_high
    assert low == 6
    assert after.details.rows == (
        PlannedSet(PlannedKind.WARMUP, 8, high, percent=500),
        PlannedSet(PlannedKind.WORKING, 8, high),
        PlannedSet(PlannedKind.AMRAP, 6, None),
    )
    editor = opened(qtbot, screen)
    editor.sets.on.setChecked(False)
    assert save(qtbot, editor)
    assert target(planned).details.rows == ()


def test_a_set_that_is_taken_out_closes_up(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    editor = opened(qtbot, screen)
    editor.sets.on.setChecked(True)
    qtbot.mouseClick(editor.sets._lines[0].remove, Qt.MouseButton.LeftButton)
    assert len(editor.sets._lines) == 1
    assert editor.target().sets == 1
    qtbot.mouseClick(editor.sets._lines[0].remove, Qt.MouseButton.LeftButton)
    assert not editor.sets.on.isChecked(), "without any set they are alike again"
    editor.reject()


def test_what_stands_around_the_sets_is_kept(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    editor = opened(qtbot, screen)
    editor.around.warm_up.setValue(2)
    editor.around.superset.setCurrentText("A")
    editor.around.cue.setText("Notice the breath")
    editor.around.note.setText("Left side first")
    editor.around.alternates.set_keys(("plank", "goblet_squat"))
    keys = editor.around.alternates
    keys.list.setCurrentRow(1)
    qtbot.keyClick(keys.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert save(qtbot, editor)
    details = target(planned).details
    assert (details.warm_up, details.superset) == (2, "A")
    assert (details.cue, details.note) == ("Notice the breath", "Left side first")
    assert details.alternates == ("goblet_squat", "plank")
    row = screen._details.rows.row(0)
    assert row.words.mark == "A"
    assert row.words.more == "2 warm-up sets"
    assert row.toolTip().startswith("Notice the breath\nLeft side first")
    assert "reps in reserve" in row.toolTip()


def test_keys_reorder_remove_and_add_exercises(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    rows = screen._details.rows
    names = [exercise.name for exercise, _target in first_of(planned).exercises]
    rows.focus_row(0)
    qtbot.keyClick(rows.row(0), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [e.name for e, _t in first_of(planned).exercises][:2] == [names[1], names[0]]
    assert screen.focusWidget() is rows.row(1)
    qtbot.keyClick(rows.row(1), Qt.Key.Key_Up)
    assert screen.focusWidget() is rows.row(0)
    qtbot.keyClick(rows.row(0), Qt.Key.Key_Delete)
    entry(menu_of(), "This session only")
    assert len(first_of(planned).exercises) == len(names) - 1
    assert screen.focusWidget() is rows.row(0)
    qtbot.mouseClick(screen._details.add_button, Qt.MouseButton.LeftButton)
    picker = QApplication.activeModalWidget()
    assert isinstance(picker, QDialog)
    qtbot.keyClicks(picker.field, "plank")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    entry(menu_of(), "This and all")
    same = [one for one in view_of(planned).sessions if one.planned.title == "Full body A"]
    assert all("plank" in one.exercises[-1][0].name.lower() for one in same[:2])


def test_no_equipment_at_hand_swaps_all_in_one_step(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    before = [exercise.key for exercise, _target in first_of(planned).exercises]
    qtbot.mouseClick(screen._details.bare_button, Qt.MouseButton.LeftButton)
    after = [exercise for exercise, _target in first_of(planned).exercises]
    assert [one.key for one in after] != before
    assert sum(bool(one.equipment) for one in after) < sum(
        bool(catalog.by_key(key).equipment) for key in before
    )
    planned.undo.undo()
    assert [exercise.key for exercise, _target in first_of(planned).exercises] == before
