"""Choosing an exercise by what one types."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from nextrep.domain.exercises import Equipment, Exercise, Measure
from nextrep.services import catalog, library, library_editing
from nextrep.storage.store import Store
from nextrep.ui.library.picker import ExercisePicker
from nextrep.ui.runtime.context import Context
from tests.ui.fixtures_ui import NOON, make_context
from tests.ui.names import nameless

Key = Qt.Key


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    store = Store(tmp_path / "profile", now=NOON)
    yield make_context(tmp_path, store, NOON)[0]
    store.close()


@pytest.fixture
def over(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def shown(picker: ExercisePicker) -> list[str]:
    model = picker.list.exercises
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def opened(context: Context, over: QWidget, **wishes: object) -> tuple[ExercisePicker, list[Exercise]]:
    picker = ExercisePicker(context, over, title="Choose", **wishes)
    chosen: list[Exercise] = []
    picker.chosen.connect(chosen.append)
    picker.open()
    return picker, chosen


def test_typing_and_enter_choose(context: Context, over: QWidget, qtbot) -> None:
    picker, chosen = opened(context, over)
    assert len(shown(picker)) == len(catalog.library().all)
    qtbot.keyClicks(picker.field, "gobelt sq")
    assert shown(picker)[0] == "Goblet squat"
    qtbot.keyClick(picker.field, Key.Key_Return)
    assert [exercise.key for exercise in chosen] == ["goblet_squat"]
    assert not picker.isVisible()


def test_arrows_move_in_the_list_while_typing(context: Context, over: QWidget, qtbot) -> None:
    picker, chosen = opened(context, over)
    qtbot.keyClicks(picker.field, "deadlift")
    second = shown(picker)[1]
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Enter):
        qtbot.keyClick(picker.field, key)
    assert [exercise.name for exercise in chosen] == [second]


def test_a_click_chooses_once(context: Context, over: QWidget, qtbot) -> None:
    picker, chosen = opened(context, over)
    middle = picker.list.visualRect(picker.list.exercises.index(2, 0)).center()
    third = shown(picker)[2]
    qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert [exercise.name for exercise in chosen] == [third]


def test_escape_chooses_nothing(context: Context, over: QWidget, qtbot) -> None:
    picker, chosen = opened(context, over)
    qtbot.keyClick(picker.field, Key.Key_Escape)
    assert chosen == []
    assert not picker.isVisible()


def test_only_what_is_possible_unless_all_is_wanted(context: Context, over: QWidget, qtbot) -> None:
    picker, _chosen = opened(context, over, at_hand=frozenset({Equipment.DUMBBELL}))
    qtbot.keyClicks(picker.field, "bench press")
    assert "Barbell bench press" not in shown(picker)
    qtbot.mouseClick(picker.only_at_hand, Qt.MouseButton.LeftButton)
    assert "Barbell bench press" in shown(picker)
    picker.close()


def test_what_fits_comes_first_and_what_is_left_out_does_not_come(
    context: Context, over: QWidget, qtbot
) -> None:
    first = [catalog.by_key("push_up"), catalog.by_key("plank")]
    library_editing.set_hidden(context.store, catalog.by_key("plank"), on=True)
    left_out = frozenset({"knee_push_up"})
    picker, _chosen = opened(context, over, first=first, first_title="Fitting", leave_out=left_out)
    assert shown(picker) == ["Push-up"]
    assert picker.heading.text() == "Fitting"
    qtbot.keyClicks(picker.field, "knee push-up")
    assert "Knee push-up" not in shown(picker)[:-3]
    picker.close()


def test_a_new_name_can_become_ones_own(context: Context, over: QWidget, qtbot) -> None:
    picker, chosen = opened(context, over)
    qtbot.keyClicks(picker.field, "Hallway zebra")
    assert [line for line in shown(picker) if line.startswith("Add “Hallway zebra” as my own")] == shown(
        picker
    )
    qtbot.keyClick(picker.field, Key.Key_Up)
    qtbot.keyClick(picker.field, Key.Key_Down)
    qtbot.keyClick(picker.field, Key.Key_Return)
    assert (chosen[0].name, chosen[0].measure) == ("Hallway zebra", Measure.BODYWEIGHT)
    assert library.view(context.store).get(chosen[0].key) is None, "kept by whoever asked"


@pytest.mark.parametrize("typed", ["bench press (barbell)", "GOBLET SQUAT"])
def test_a_known_name_is_not_offered_as_ones_own(context: Context, over: QWidget, qtbot, typed: str) -> None:
    picker, _chosen = opened(context, over)
    qtbot.keyClicks(picker.field, typed)
    assert not any(line.startswith("Add ") for line in shown(picker))
    picker.close()


def test_one_can_clear_what_was_typed(context: Context, over: QWidget, qtbot) -> None:
    picker, _chosen = opened(context, over, may_make=False)
    qtbot.keyClicks(picker.field, "qqqq")
    assert shown(picker) == []
    assert "Nothing like that" in picker.heading.text()
    clear = picker.field.childAt(QPoint(picker.field.width() - 20, picker.field.height() // 2))
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert len(shown(picker)) > 500
    picker.close()


def test_everything_has_a_name(context: Context, over: QWidget) -> None:
    library_editing.set_favourite(context.store, catalog.by_key("goblet_squat"), on=True)
    picker, _chosen = opened(context, over, at_hand=frozenset())
    assert nameless(picker) == []
    picker.only_at_hand.setChecked(False)
    words = picker.list.exercises.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Goblet squat, Quads · dumbbells, favourite"
    picker.close()
