"""Bringing in a log: what is said before, what is kept, and that nothing is kept on the way out."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nextrep.domain.backup_rotation import BackupKind
from nextrep.domain.changes import Changes
from nextrep.domain.units import Unit
from nextrep.services import backups, journal, restoring, transfer
from nextrep.storage.store import Store
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Jobs
from nextrep.ui.transfer import work
from nextrep.ui.transfer.import_dialog import ImportDialog, open_import
from tests.ui.fixtures_ui import ListReporter, make_context
from tests.ui.holding import hold
from tests.ui.names import nameless

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,"
    "Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
)


def row(day: int, order: int | str, weight: float, reps: float = 5, name: str = "Squat (Barbell)") -> str:
    return f'2024-03-{day:02} 18:00:00,"Legs",45m,"{name}",{order},{weight},{reps},0,0,"","",\n'


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Three sets on two days, one of an unknown exercise, and one row with impossible reps."""
    path = tmp_path / "strong.csv"
    rows = row(1, 1, 60), row(1, 2, 62.5), row(3, 1, 20, name="Moon lift"), row(3, 2, 20, reps=5000)
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    return path


@pytest.fixture
def context(tmp_path: Path, qapp: QApplication) -> Iterator[Context]:
    store = Store(tmp_path / "profile", now=NOW)
    made, _reporter = make_context(tmp_path, store, NOW)
    yield made
    store.close()


@pytest.fixture
def dialog(qtbot: QtBot, context: Context) -> ImportDialog:
    made = ImportDialog(context)
    hold(qtbot, made)
    made.show()
    return made


def facts(dialog: ImportDialog) -> dict[str, str]:
    return {name: label.text() for name, label in dialog._preview._facts.items()}


def test_a_file_is_described_before_anything_is_kept(
    context: Context, dialog: ImportDialog, log: Path
) -> None:
    dialog.load(log)
    assert facts(dialog) == {
        "origin": "strong.csv, a log of Strong",
        "span": "1 Mar 2024 to 3 Mar 2024",
        "sets": "3 sets in 2 sessions",
        "exercises": "1 known exercise; 1 becomes one of your own: Moon lift",
        "unit": "kg, your own unit; the file does not say",
    }
    table = dialog._preview.skipped.table.lines
    assert [table.index(0, 0).data(), table.rowCount()] == [5, 1]
    assert "1000" in table.index(0, 1).data()
    assert dialog.take.text() == "Bring in 3 sets"
    assert context.store.is_empty()


def test_bringing_in_keeps_all_tells_everyone_and_can_be_undone(
    qtbot: QtBot, context: Context, dialog: ImportDialog, log: Path
) -> None:
    told: list[Changes] = []
    context.bus.changed.connect(lambda changes, _who: told.append(changes))
    dialog.load(log)
    assert QApplication.focusWidget() is dialog.take or dialog.focusWidget() is dialog.take
    qtbot.keyClick(dialog.take, Qt.Key.Key_Return)
    assert context.store.sessions.count_done() == 2
    assert told
    assert told[-1].sets
    assert "3 sets of 2 exercises from Strong are in your log now." in dialog._done.text.text()
    assert dialog._done.skipped.isVisible()
    context.undo.undo()
    assert context.store.is_empty()
    assert not [known for known in context.store.exercises.all() if known.own]
    context.undo.redo()
    assert context.store.sessions.count_done() == 2
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_a_backup_of_what_was_there_comes_before_an_import(
    qtbot: QtBot, context: Context, dialog: ImportDialog, log: Path
) -> None:
    journal.write(context.store, NOW.date().toordinal(), "Walked.", NOW)
    dialog.load(log)
    qtbot.keyClick(dialog.take, Qt.Key.Key_Return)
    folder = context.store.folder
    [one] = backups.found(folder, NOW)
    inside = restoring.look(folder, one.path, NOW.tzinfo).inside
    assert one.about.kind is BackupKind.BEFORE_IMPORT
    assert inside is not None and (inside.entries, inside.sessions) == (1, 0)


def test_the_same_file_again_has_nothing_new(
    qtbot: QtBot, context: Context, dialog: ImportDialog, log: Path
) -> None:
    dialog.load(log)
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    dialog.load(log)
    assert not dialog.take.isEnabled()
    assert dialog.take.text() == "Nothing new to bring in"
    assert "Everything in this file is in your log already." in dialog._preview._notes.text()


def test_the_unit_can_be_said_where_the_file_does_not_say_it(
    qtbot: QtBot, context: Context, dialog: ImportDialog, log: Path
) -> None:
    dialog.load(log)
    qtbot.mouseClick(dialog._preview.units[Unit.LB], Qt.MouseButton.LeftButton)
    assert facts(dialog)["unit"] == "lb, as you chose"
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    units = {entry[9] for entry in context.store.sets.export_rows()}
    assert units == {"lb"}


def test_a_file_that_says_its_unit_leaves_no_choice(dialog: ImportDialog, tmp_path: Path) -> None:
    path = tmp_path / "fitnotes.csv"
    path.write_text(
        "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"
        "2024-03-01,Deadlift,Back,100,5,,,\n"
    )
    dialog.load(path)
    assert facts(dialog)["unit"] == "kg, as the file says"
    assert not dialog._preview._unit_row.isVisible()


def test_sessions_that_are_there_twice_are_taken_once_only_if_asked(
    qtbot: QtBot, context: Context, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "twice.csv"
    session = row(1, 1, 60) + row(1, 2, 62.5)
    path.write_text(HEADER + session + session + row(3, 1, 65), encoding="utf-8")
    dialog.load(path)
    assert dialog._preview._repeats.text() == "1 session is in this file twice, row for row (2 sets)."
    assert not dialog._preview.once.isChecked()
    assert dialog.take.text() == "Bring in 5 sets"
    dialog._preview.once.click()
    assert dialog.take.text() == "Bring in 3 sets"
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert len(context.store.sets.export_rows()) == 3


def test_a_file_that_is_no_log_says_why_and_asks_for_another(
    context: Context, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "shopping.csv"
    path.write_text("milk,2\n")
    dialog.load(path)
    assert dialog.pages.currentWidget() is dialog._choose
    assert "shopping.csv" in dialog._choose.problem.text()
    assert dialog._choose.problem.isVisible()
    assert context.store.is_empty()


def test_a_file_that_is_gone_says_so(dialog: ImportDialog, tmp_path: Path) -> None:
    dialog.load(tmp_path / "gone.csv")
    assert "gone.csv" in dialog._choose.problem.text()


def test_cancelling_the_preview_keeps_nothing(
    qtbot: QtBot, context: Context, dialog: ImportDialog, log: Path
) -> None:
    dialog.load(log)
    qtbot.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert context.store.is_empty()


def test_rows_that_are_not_taken_can_be_copied(qtbot: QtBot, dialog: ImportDialog, log: Path) -> None:
    dialog.load(log)
    qtbot.mouseClick(dialog._preview.skipped.table.copy_all, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("5\t")


def test_one_file_can_be_dropped_on_the_dialog(dialog: ImportDialog, log: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(log))])
    actions, button, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(5, 5), actions, data, button, keys)
    dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    dialog.dropEvent(QDropEvent(QPoint(5, 5), actions, data, button, keys))
    assert dialog.take.text() == "Bring in 3 sets"


def test_what_is_no_file_is_not_taken(dialog: ImportDialog) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/log.csv")])
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    dialog.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_every_control_has_a_name(dialog: ImportDialog, log: Path) -> None:
    assert nameless(dialog) == []
    dialog.load(log)
    assert nameless(dialog) == []


class Held:
    """A service that waits until the test lets it go on."""

    def __init__(self, call: object) -> None:
        self._call = call
        self.begun, self.go = threading.Event(), threading.Event()

    def __call__(self, *args: object, **values: object) -> object:
        self.begun.set()
        assert self.go.wait(20)
        return self._call(*args, **values)


@pytest.fixture
def threaded(context: Context) -> Iterator[Context]:
    """The same context with real worker threads."""
    jobs = Jobs(ListReporter())
    yield Context(
        store=context.store,
        bus=context.bus,
        jobs=jobs,
        operate=context.operate,
        undo=context.undo,
        now=context.now,
        settings_machine=context.settings_machine,
    )
    assert jobs.shutdown()


def test_reading_can_be_cancelled(
    qtbot: QtBot, threaded: Context, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(transfer.read)
    monkeypatch.setattr(work.transfer, "read", held)
    dialog = ImportDialog(threaded)
    hold(qtbot, dialog)
    dialog.show()
    dialog.load(log)
    assert held.begun.wait(20)
    assert dialog._progress is not None
    qtbot.mouseClick(dialog._progress.cancel_button, Qt.MouseButton.LeftButton)
    assert dialog.pages.currentWidget() is dialog._choose
    with qtbot.waitSignal(threaded.jobs.idle):
        held.go.set()
    assert dialog.pages.currentWidget() is dialog._choose
    assert threaded.store.is_empty()


def test_closing_while_sets_are_kept_stops_and_keeps_nothing(
    qtbot: QtBot, threaded: Context, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ImportDialog(threaded)
    hold(qtbot, dialog)
    dialog.show()
    dialog.load(log)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog._preview)
    held = Held(transfer.keep)
    monkeypatch.setattr(work.transfer, "keep", held)
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert held.begun.wait(20)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "it stays until the answer is there"
    held.go.set()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert threaded.store.is_empty()
    assert threaded.undo.count() == 0


def test_keeping_in_a_worker_is_announced_and_undoable(qtbot: QtBot, threaded: Context, log: Path) -> None:
    parent = QWidget()
    hold(qtbot, parent)
    parent.resize(1000, 700)
    parent.show()
    dialog = open_import(threaded, parent)
    dialog.load(log)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog._preview)
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog._done)
    assert threaded.store.sessions.count_done() == 2
    assert threaded.undo.undoText() == "import of 3 sets"
    dialog.close()
    threaded.undo.undo()
    assert threaded.store.is_empty()
