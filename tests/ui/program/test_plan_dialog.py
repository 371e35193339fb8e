"""The questions that make a plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nextrep.domain.exercises import Equipment, Level
from nextrep.domain.program import Answers, Program
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


def opened(qtbot: QtBot, context: Context, followed: Program | None = None) -> PlanDialog:
    dialog = PlanDialog(context, followed)
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
    dialog = opened(qtbot, context, program.create(context.store, answers, MONDAY).value)
    assert dialog.answers() == answers
    assert "stays in your log" in " ".join(label.text() for label in dialog.findChildren(type(dialog._lines)))


def test_every_control_has_a_name(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    click(qtbot, dialog.equipment.more)
    assert nameless(dialog) == []


def test_a_program_is_chosen_and_made_by_keyboard_alone(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    box = dialog.program.box
    dialog.program.setFocus()
    assert box.currentText() == "Mind and Muscle"
    assert dialog._later_asked.isVisible()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "7-day starter"
    assert "Day 2: rest" in dialog.program.details.text()
    assert "neither weekdays nor minutes" in box.accessibleDescription()
    hidden = (dialog._days_asked, dialog._minutes_asked, dialog._later_asked)
    assert not any(question.isVisible() for question in hidden)
    assert dialog._lines.text().startswith("Week 1: Monday, Wednesday, Friday and Sunday, about ")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    view = program.current(context.store)
    assert view is not None
    assert view.program.template == "seven_day_starter"
    assert program.heading(view.program) == "7-day starter"
    assert [one.planned.day - MONDAY.date().toordinal() for one in view.sessions] == [0, 2, 4, 6]
    assert [exercise.key for exercise, _target in view.sessions[0].exercises] == ["bodyweight_squat"]
    context.undo.undo()
    assert program.current(context.store) is None


def test_a_program_with_fixed_days_needs_no_weekday(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    click(qtbot, dialog.days[0], dialog.days[2], dialog.days[4])
    dialog.program.choose("one_set_a_day")
    assert not dialog._problem.isVisible()
    dialog.program.choose("full_body_3")
    assert dialog._problem.text() == "Choose at least one day."
    dialog.program.choose("one_set_a_day")
    click(qtbot, dialog.make)
    view = program.current(context.store)
    assert view is not None
    assert len(view.sessions) == 28
    again = opened(qtbot, context, view.program)
    assert again.program.template().key == "one_set_a_day"
    assert again.answers().weekdays == Answers().weekdays


def test_what_a_program_is_meant_for_is_said(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    dialog.program.choose("five_by_five")
    assert "meant for barbell, bench and rack; without them" in dialog._lines.text()
    dialog.program.choose("upper_lower_4")
    assert "meant for 4 days a week" in dialog._lines.text()
    click(qtbot, dialog.days[1])
    assert "meant for" not in dialog._lines.text()


def test_the_wheel_over_the_program_does_not_change_it(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    before = dialog.program.template()
    middle = QPointF(dialog.program.box.rect().center())
    wheel = QWheelEvent(
        middle,
        QPointF(dialog.program.box.mapToGlobal(middle.toPoint())),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(dialog.program.box, wheel)
    assert dialog.program.template() is before
