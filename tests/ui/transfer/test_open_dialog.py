"""Opening a program: what is said before, what is asked, and that nothing is kept on the way out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nextrep.domain.program import Answers
from nextrep.services import catalog, handover, program
from nextrep.storage.store import Store
from nextrep.ui.runtime.context import Context
from nextrep.ui.transfer.open_dialog import OpenProgramDialog, open_program_file
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold
from tests.ui.names import nameless

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
FILE = """\
nextrep-program: 1
title: Two days
weeks: 2
phases:
  - phase: Base
    weeks:
      - week: 1-2
        sessions:
          - session: Full body A
            day: Monday
            exercises:
              - exercise: Goblet squat
                sets: 3
                reps: 8-12
              - exercise: Moon lift
                sets: 2
                reps: 5
          - session: Full body B
            day: Friday
            exercises:
              - exercise: Gobblet squat
                sets: 3
                reps: 8-12
"""


@pytest.fixture
def context(tmp_path: Path, qapp: QApplication) -> Iterator[Context]:
    store = Store(tmp_path / "profile", now=NOW)
    made, _reporter = make_context(tmp_path, store, NOW)
    yield made
    store.close()


@pytest.fixture
def dialog(qtbot: QtBot, context: Context) -> OpenProgramDialog:
    made = OpenProgramDialog(context)
    hold(qtbot, made)
    made.show()
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "two-days.nextrep"
    path.write_text(FILE, encoding="utf-8")
    return path


def facts(dialog: OpenProgramDialog) -> dict[str, str]:
    return {name: label.text() for name, label in dialog.looking._facts.items()}


def titles(context: Context) -> list[str]:
    current = context.store.programs.current()
    return [one.title for one in context.store.programs.planned_of(current.id)] if current else []


def exercises(context: Context) -> list[str]:
    current = context.store.programs.current()
    assert current is not None
    known = catalog.exercises_in_use(context.store)
    planned = context.store.programs.planned_of(current.id)
    return [known[target.exercise_id].name for one in planned[:2] for target in one.targets]


def settle(dialog: OpenProgramDialog, *texts: str) -> None:
    for field, text in zip(dialog.looking.fields, texts, strict=True):
        field.setCurrentText(text)


def test_a_file_is_described_and_nothing_is_kept(
    context: Context, dialog: OpenProgramDialog, file: Path
) -> None:
    dialog.load(file)
    assert facts(dialog) == {
        "file": "two-days.nextrep",
        "size": "2 weeks, 2 sessions a week, 3 exercises",
        "minutes": "about 11 to 15 minutes",
        "equipment": "",
        "own": "",
    }
    assert dialog.looking._days.text() == (
        "The first session is on Monday 30 November, the last on Friday 11 December 2026."
    )
    assert dialog.looking._unknown_title.text() == "2 exercises are not known here"
    assert not dialog.take.isEnabled()
    dialog.leave.click()
    assert context.store.programs.current() is None


def test_each_unknown_exercise_is_asked_for(
    qtbot: QtBot, context: Context, dialog: OpenProgramDialog, file: Path
) -> None:
    dialog.load(file)
    moon, typo = dialog.looking.fields
    assert moon.unknown.line == 15
    assert typo.itemText(0) == "Goblet squat"
    typo.setCurrentIndex(0)
    assert dialog.looking._left.text() == "1 exercise is to be settled first."
    moon.setCurrentText("Keep it as my own")
    assert facts(dialog)["own"] == "“Moon lift” becomes one of your own exercises."
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert titles(context) == ["Full body A", "Full body B"] * 2
    assert exercises(context) == ["Goblet squat", "Moon lift", "Goblet squat"]
    context.undo.undo()
    assert context.store.programs.current() is None
    context.undo.redo()
    assert titles(context) == ["Full body A", "Full body B"] * 2


def test_any_exercise_can_be_typed_and_words_that_are_none_do_not_count(
    context: Context, dialog: OpenProgramDialog, file: Path
) -> None:
    dialog.load(file)
    settle(dialog, "no such thing", "leg press")
    assert dialog.looking.count_left() == 1
    settle(dialog, "Leave it out", "leg press")
    dialog.take.click()
    assert exercises(context) == ["Goblet squat", "Leg press"]


def test_a_name_is_found_while_it_is_typed_slips_included(
    qtbot: QtBot, dialog: OpenProgramDialog, file: Path
) -> None:
    dialog.load(file)
    field = dialog.looking.fields[0]
    qtbot.keyClicks(field, "goblte")
    completer = field.completer()
    assert completer is not None
    model = completer.completionModel()
    assert "Goblet squat" in [model.index(row, 0).data() for row in range(model.rowCount())]
    completer.popup().hide()


def test_all_can_become_own_at_once(dialog: OpenProgramDialog, file: Path) -> None:
    dialog.load(file)
    dialog.looking.fields[1].setCurrentIndex(0)
    dialog.looking.all_own.click()
    assert [field.currentText() for field in dialog.looking.fields] == ["Keep it as my own", "Goblet squat"]
    assert dialog.take.isEnabled()


def test_sessions_of_which_nothing_is_left_are_said(dialog: OpenProgramDialog, file: Path) -> None:
    dialog.load(file)
    settle(dialog, "Leave it out", "Leave it out")
    assert dialog.looking._left_out.text() == "2 sessions have no exercise left and are left out."
    only = FILE.replace("Goblet squat", "Sun lift")
    file.write_text(only, encoding="utf-8")
    dialog.load(file)
    settle(dialog, *["Leave it out"] * 3)
    assert not dialog.take.isEnabled()
    assert "Nothing of this program" in dialog.looking.problem.text()
    settle(dialog, *["Keep it as my own"] * 3)
    assert dialog.take.isEnabled()
    assert not dialog.looking.problem.isVisible()


def test_it_says_what_it_takes_the_place_of(context: Context, dialog: OpenProgramDialog, file: Path) -> None:
    program.create(context.store, Answers(), NOW, weeks=2)
    dialog.load(file)
    page = dialog.looking
    assert page._overlap_title.text() == "“Mind and Muscle” has sessions on these days"
    assert page._overlap_words.text() == (
        "From Monday 30 November on, “Mind and Muscle” leaves the calendar: 4 sessions of it are still to do "
        "then. What you have trained stays in your log. Undo (Ctrl+Z) brings them back."
    )
    assert "Dumbbells" in facts(dialog)["equipment"]
    page.after.click()
    assert page._overlap_words.text() == "“Mind and Muscle” goes on as it is until its last session."
    assert "The first session is on Monday 14 December" in page._days.text()
    settle(dialog, "Leave it out", "Leave it out")
    dialog.take.click()
    waiting = handover.waiting(context.store)
    assert waiting is not None and waiting.title == "Two days"


def test_the_start_can_be_chosen(context: Context, dialog: OpenProgramDialog, file: Path) -> None:
    dialog.load(file)
    settle(dialog, "Leave it out", "Leave it out")
    dialog.looking.start.setDate(QDate(2026, 12, 2))
    assert "Monday 7 December" in dialog.looking._days.text()
    dialog.looking.on_that_day.click()
    assert "Wednesday 2 December" in dialog.looking._days.text()
    dialog.take.click()
    current = context.store.programs.current()
    assert current is not None
    first = context.store.programs.planned_of(current.id)[0]
    assert first.day == datetime(2026, 12, 2).toordinal()  # noqa: DTZ001


def test_a_bad_file_names_lines_and_can_be_read_again(dialog: OpenProgramDialog, file: Path) -> None:
    file.write_text(FILE.replace("Monday", "Moonday").replace("reps: 5", "reps: 9-5"), encoding="utf-8")
    dialog.load(file)
    page = dialog.choosing
    assert dialog.pages.currentWidget() is page
    assert page.problem.text() == "“two-days.nextrep” has 2 things to mend. Nothing was changed."
    model = page.problems.table.lines
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [10, 17]
    assert "“Moonday” is not a weekday" in model.index(0, 1).data()
    page.problems.table.copy_all.click()
    assert QGuiApplication.clipboard().text().startswith("line 10, column 18\t“Moonday”")
    file.write_text(FILE, encoding="utf-8")
    page.again.click()
    assert dialog.pages.currentWidget() is dialog.looking


def test_one_mistake_is_said_in_one_sentence(dialog: OpenProgramDialog, file: Path) -> None:
    file.write_text(FILE.replace("program: 1", "program: 2"), encoding="utf-8")
    dialog.load(file)
    assert "A newer NextRep made this file" in dialog.choosing.problem.text()
    assert not dialog.choosing.problems.isVisible()


def test_a_file_that_is_gone_says_so(dialog: OpenProgramDialog, tmp_path: Path) -> None:
    dialog.load(tmp_path / "gone.nextrep")
    assert "gone.nextrep" in dialog.choosing.problem.text()


def test_one_file_can_be_dropped(dialog: OpenProgramDialog, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    rest = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), *rest)
    dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    dialog.dropEvent(QDropEvent(QPoint(5, 5), *rest))
    assert facts(dialog)["file"] == file.name


def test_it_goes_by_keyboard_alone(
    qtbot: QtBot, context: Context, dialog: OpenProgramDialog, file: Path
) -> None:
    dialog.load(file)
    first = dialog.focusWidget()
    assert first is dialog.looking.fields[0]
    qtbot.keyClicks(first, "Keep it as my own")
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    second = dialog.focusWidget()
    assert second is dialog.looking.fields[1]
    qtbot.keyClick(second, Qt.Key.Key_Down)
    assert second.currentText() == "Goblet squat"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert titles(context)


def test_everything_has_a_name(dialog: OpenProgramDialog, file: Path) -> None:
    assert nameless(dialog) == []
    dialog.load(file)
    assert nameless(dialog) == []


def test_it_opens_over_its_window(qtbot: QtBot, context: Context) -> None:
    window = QWidget()
    window.resize(500, 400)
    hold(qtbot, window)
    dialog = open_program_file(context, window)
    assert dialog.width() <= 500
    dialog.reject()
