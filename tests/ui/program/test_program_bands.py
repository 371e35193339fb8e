"""The quiet lines above the calendar, and what the screen is opened with."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nextrep.domain.program import Answers
from nextrep.services import handover, plan_weeks, program
from nextrep.services.handover import Overlap
from nextrep.ui.program.plan_dialog import PlanDialog
from nextrep.ui.runtime.context import Context
from tests.ui.program.plan_screen import FIRST, MONDAY, shown


def test_a_program_that_waits_is_named_and_can_be_let_go(qtbot: QtBot, planned: Context) -> None:
    program.create(
        planned.store, Answers(), MONDAY, start=MONDAY.date() + timedelta(weeks=1),
        key="full_body_3", overlap=Overlap.AFTER,
    )  # fmt: skip
    screen = shown(qtbot, planned)
    assert "Full body, 3 days" in screen._then.text()
    qtbot.mouseClick(screen._then.let_go, Qt.MouseButton.LeftButton)
    assert handover.waiting(planned.store) is None
    assert screen._then.isHidden()
    planned.undo.undo()
    assert handover.waiting(planned.store) is not None
    assert not screen._then.isHidden()


def test_today_can_send_for_going_on_after_a_pause(qtbot: QtBot, planned: Context) -> None:
    plan_weeks.pause(planned.store, FIRST)
    screen = shown(qtbot, planned)
    assert not screen._pause.isHidden()
    screen.open("resume")
    view = program.current(planned.store)
    assert view is not None
    assert view.program.paused_on is None
    assert screen._pause.isHidden()


def test_today_can_send_for_the_questions_with_a_program_chosen(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    screen.open("seven_day_starter")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PlanDialog)
    assert dialog.program.template().key == "seven_day_starter"
    dialog.reject()


def test_what_is_worth_a_look_is_said_at_the_bottom(qtbot: QtBot, context: Context) -> None:
    program.create(context.store, Answers((0, 1, 2)), MONDAY, key="full_body_3")
    screen = shown(qtbot, context)
    assert "to look at" in screen.note
