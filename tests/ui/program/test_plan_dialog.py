"""The questions that make a plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nextrep.domain.exercises import Equipment, Level
from nextrep.domain.program import Answers
from nextrep.services import program
from nextrep.storage.store import Store
from nextrep.ui.program.plan_dialog import PlanDialog
from nextrep.ui.runtime.context import Context
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold
from tests.ui.names import nameless

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def context(tmp_path: Path, qapp: QApplication) -> Iterator[Context]:
    store = Store(tmp_path / "profile", now=MONDAY)
    made, _reporter = make_context(tmp_path, store, MONDAY)
    yield made
    store.close()


def opened(qtbot: QtBot, context: Context, answers: Answers | None = None) -> PlanDialog:
    dialog = PlanDialog(context, answers)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    hold(qtbot, dialog)
    dialog.show()
    return dialog


def click(qtbot: QtBot, *widgets: object) -> None:
    for widget in widgets:
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_answers_go_into_the_plan_as_given(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    click(qtbot, dialog.days[0], dialog.days[1], dialog.days[3])
    click(qtbot, dialog.equipment.presets[2], dialog.levels.button(1), dialog.later.button(2))
    dialog.minutes.setValue(60)
    made: list[bool] = []
    dialog.made.connect(lambda: made.append(True))
    click(qtbot, dialog.make)
    view = program.current(context.store)
    assert view is not None
    assert view.program.answers == Answers(
        (1, 2, 3, 4), frozenset({Equipment.DUMBBELL}), Level.INTERMEDIATE, 60, 4
    )
    assert made == [True]
    assert not dialog.isVisible()


def test_the_plan_is_said_in_words_before_it_is_made(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    assert dialog._lines.text().startswith("Weeks 1–4: Monday and Friday, about ")
    assert "The first one: Monday 23 November." in dialog._lines.text()
    click(qtbot, dialog.days[4], dialog.days[3])
    assert dialog._lines.text().startswith("Weeks 1–4: Monday and Thursday, about ")
    assert context.store.is_empty()


def test_days_close_together_are_mentioned(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    assert "48 h" not in dialog._lines.text()
    click(qtbot, dialog.days[4], dialog.days[1])
    assert "less than 48 h rest" in dialog._lines.text()


def test_without_a_day_there_is_no_plan_and_a_reason(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    click(qtbot, dialog.days[0], dialog.days[2], dialog.days[4])
    assert dialog._problem.text() == "Choose at least one day."
    assert not dialog._summary.isVisible()
    click(qtbot, dialog.make)
    assert dialog.isVisible()
    assert program.current(context.store) is None
    click(qtbot, dialog.days[5])
    assert not dialog._problem.isVisible()
    assert dialog._summary.isVisible()


def test_pieces_and_usual_places_agree(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    field = dialog.equipment
    click(qtbot, field.presets[1])
    assert field.items() == {Equipment.BAND, Equipment.BACKPACK}
    click(qtbot, field.more)
    field.boxes[Equipment.BAND].click()
    assert field.items() == {Equipment.BACKPACK}
    assert not any(chip.isChecked() for chip in field.presets)
    field.boxes[Equipment.BACKPACK].click()
    assert [chip.isChecked() for chip in field.presets] == [True, False, False, False]


def test_enter_in_a_field_makes_the_plan_too(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    qtbot.keyClick(dialog.minutes, Qt.Key.Key_Return)
    assert program.current(context.store) is not None


def test_the_answers_of_the_plan_in_force_are_offered_again(qtbot: QtBot, context: Context) -> None:
    answers = Answers((1, 5), frozenset({Equipment.KETTLEBELL}), Level.EXPERT, 55, 2)
    dialog = opened(qtbot, context, answers)
    assert dialog.answers() == answers
    assert "stays in your log" in " ".join(label.text() for label in dialog.findChildren(type(dialog._lines)))


def test_every_control_has_a_name(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    click(qtbot, dialog.equipment.more)
    assert nameless(dialog) == []
