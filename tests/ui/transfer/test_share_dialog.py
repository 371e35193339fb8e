"""Passing a program on: what is said before, what is ticked, and what is then in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from nextrep.domain.plan_exercises import Scope
from nextrep.domain.prescription import LoadPlan, LoadRule
from nextrep.domain.program import Answers
from nextrep.domain.units import Unit, load_of
from nextrep.services import opening, plan_editing, program
from nextrep.storage.store import Store
from nextrep.ui.runtime.context import Context
from nextrep.ui.transfer.share_dialog import ShareDialog, open_share
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold
from tests.ui.names import nameless

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def context(tmp_path: Path, qapp: QApplication) -> Iterator[Context]:
    store = Store(tmp_path / "profile", now=NOW)
    made, _reporter = make_context(tmp_path, store, NOW)
    yield made
    store.close()


@pytest.fixture
def planned(context: Context) -> Context:
    """A plan with one fixed load and one note."""
    program.create(context.store, Answers(), NOW, weeks=2)
    one = context.store.programs.planned_of(1)[0]
    target = one.targets[0]
    details = replace(
        target.details, load=LoadPlan(LoadRule.FIXED, load=load_of(16, Unit.KG)), note="easy on the knee"
    )
    plan_editing.put_exercise(context.store, one.id, 0, replace(target, details=details), Scope.THIS)
    return context


def dialog_of(qtbot: QtBot, context: Context) -> ShareDialog:
    dialog = ShareDialog(context)
    hold(qtbot, dialog)
    dialog.show()
    return dialog


def save(dialog: ShareDialog, target: Path) -> str:
    asked = dialog.ask_file()
    assert asked is not None
    asked.fileSelected.emit(str(target))
    asked.close()
    return target.read_text(encoding="utf-8")


def test_the_persons_weights_stay_unless_they_are_ticked(
    qtbot: QtBot, planned: Context, tmp_path: Path
) -> None:
    dialog = dialog_of(qtbot, planned)
    assert dialog.program is not None
    assert dialog.program.weights.text() == "With my weights (1)"
    assert not dialog.program.weights.isChecked()
    target = tmp_path / "mine.nextrep"
    text = save(dialog, target)
    assert "16 kg" not in text
    assert "easy on the knee" in text
    assert dialog.message.text() == f"Saved: {target}"
    dialog.program.weights.click()
    dialog.program.notes.click()
    text = save(dialog, target)
    assert "load: 16 kg" in text
    assert "knee" not in text
    assert opening.read(target).program.title == "Mind and Muscle"


def test_what_would_leave_can_be_read_first(qtbot: QtBot, planned: Context) -> None:
    dialog = dialog_of(qtbot, planned)
    page = dialog.program
    assert page is not None
    assert not page.text.isVisible()
    page.show_text.click()
    assert page.text.isVisible()
    assert "16 kg" not in page.text.toPlainText()
    page.weights.click()
    assert "load: 16 kg" in page.text.toPlainText()
    page.show_text.click()
    assert not page.text.isVisible()


def test_what_the_plan_does_not_hold_is_not_asked(qtbot: QtBot, context: Context) -> None:
    program.create(context.store, Answers(), NOW, weeks=1)
    dialog = dialog_of(qtbot, context)
    page = dialog.program
    assert page is not None
    assert not any(box.isVisible() for box in (page.weights, page.notes, page.times))


def test_a_calendar_tells_only_what_is_ticked(qtbot: QtBot, planned: Context, tmp_path: Path) -> None:
    dialog = dialog_of(qtbot, planned)
    page = dialog.calendar
    assert page is not None
    dialog.as_calendar.click()
    assert page.isVisible()
    assert page._example.text() == "Training"
    text = save(dialog, tmp_path / "plan.ics")
    assert "Full body" not in text
    page.names.click()
    page.exercises.click()
    assert page._example.text() == "Full body A"
    assert page._detail.isVisible()
    text = save(dialog, tmp_path / "plan.ics")
    events = Calendar.from_ical(text).walk("VEVENT")
    assert len(events) == len(planned.store.programs.planned_of(1))
    assert page._detail.text() == str(events[0]["description"])


def test_the_suggested_name_is_that_of_the_program(qtbot: QtBot, planned: Context) -> None:
    dialog = dialog_of(qtbot, planned)
    for chip, name in (
        (dialog.as_program, "mind-and-muscle.nextrep"),
        (dialog.as_calendar, "mind-and-muscle.ics"),
    ):
        chip.click()
        asked = dialog.ask_file()
        assert isinstance(asked, QFileDialog)
        assert Path(asked.selectedFiles()[0]).name == name
        assert f".{asked.defaultSuffix()}" == Path(name).suffix
        asked.close()


def test_a_place_that_cannot_be_written_is_said(qtbot: QtBot, planned: Context, tmp_path: Path) -> None:
    dialog = dialog_of(qtbot, planned)
    asked = dialog.ask_file()
    assert asked is not None
    asked.fileSelected.emit(str(tmp_path / "nowhere" / "x.nextrep"))
    asked.close()
    assert "could not be written" in dialog.message.text()
    assert dialog.save.isEnabled()


def test_without_a_plan_there_is_nothing_to_share(qtbot: QtBot, context: Context) -> None:
    dialog = dialog_of(qtbot, context)
    assert dialog.ask_file() is None
    assert not dialog.save.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_it_goes_by_keyboard_and_everything_has_a_name(qtbot: QtBot, planned: Context) -> None:
    dialog = dialog_of(qtbot, planned)
    assert dialog.program is not None
    reached = set()
    for _ in range(20):
        focus = dialog.focusWidget()
        if focus is not None:
            reached.add(focus)
            qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert {dialog.as_program, dialog.program.weights, dialog.program.show_text, dialog.leave} <= reached
    assert nameless(dialog) == []
    dialog.as_calendar.click()
    assert nameless(dialog) == []


def test_it_opens_over_its_window(qtbot: QtBot, planned: Context) -> None:
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    window.resize(500, 400)
    hold(qtbot, window)
    dialog = open_share(planned, window)
    assert dialog.width() <= 500
    dialog.reject()
