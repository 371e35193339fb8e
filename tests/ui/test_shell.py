"""The window around the screens: going places, what is imported when, the status line, the last net."""

from __future__ import annotations

import sys
import threading
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from nextrep.domain.changes import Changes, Outcome
from nextrep.services.faults import LOG
from nextrep.ui.evidence.dialog import EvidenceDialog
from nextrep.ui.runtime.jobs import Jobs
from nextrep.ui.screens import SCREENS, ScreenSpec
from nextrep.ui.shell.crash import CrashHandler
from nextrep.ui.shell.dialogs import DialogReporter
from nextrep.ui.shell.message_dialog import MessageDialog
from nextrep.ui.shell.window import MainWindow
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.widgets.labels import Body
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.screen import Screen
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold


class Plain(Screen):
    """Counts what happens to it."""

    def __init__(self, context, parent=None):
        super().__init__(context, parent)
        self.refreshed = 0
        self.opened = []
        self.left = 0
        self.field = QLineEdit()
        self.set_content(self.field)

    def refresh(self):
        self.refreshed += 1

    def open(self, argument):
        self.opened.append(argument)

    def deactivate(self):
        self.left += 1


class OnlyNights(Plain):
    def concerns(self, changes):
        return changes.nights


@pytest.fixture
def specs(monkeypatch) -> list[ScreenSpec]:
    """The real list of screens, each standing for an empty one."""
    module = ModuleType("screens_of_a_test")
    module.Plain, module.OnlyNights = Plain, OnlyNights
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return [
        ScreenSpec(
            spec.key,
            spec.title,
            f"{module.__name__}:{'OnlyNights' if spec.key == 'trends' else 'Plain'}",
            spec.shortcut,
            spec.tab,
        )
        for spec in SCREENS
    ]


@pytest.fixture
def context(tmp_path: Path, qapp: QApplication):
    apply_theme(qapp, "light")
    return make_context(tmp_path)[0]


@pytest.fixture
def window(context, specs, qtbot, qapp) -> MainWindow:
    window = MainWindow(context, specs)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
        window.show_screen("today")
    yield window
    apply_theme(qapp, "light")


def button(window: MainWindow, key: str):
    return next(entry for entry in (*window.nav.tabs, *window.nav.tools) if entry.key == key)


def write(window: MainWindow, context, changes: Changes, initiator=None) -> None:
    def step() -> Outcome[int]:
        return Outcome(1, changes, undo=step, label="set 2")

    context.operate.run(step, initiator=initiator)


def test_every_registered_screen_has_its_own_key_and_shortcut():
    assert len({spec.key for spec in SCREENS}) == len(SCREENS)
    assert len({spec.shortcut for spec in SCREENS}) == len(SCREENS)
    assert [spec.key for spec in SCREENS if spec.tab] == [
        "today",
        "program",
        "session",
        "journal",
        "trends",
        "report",
    ]


def test_only_the_visited_screens_exist(window, qtbot):
    assert window.current == "today"
    assert window.screen_of("program") is None
    qtbot.mouseClick(button(window, "program"), Qt.MouseButton.LeftButton)
    assert window.current == "program"
    assert window.screen_of("program").isVisible()
    assert not window.screen_of("today").isVisible()


def test_the_current_entry_is_marked_for_eye_and_ear(window):
    window.show_screen("journal")
    marked = [entry.key for entry in (*window.nav.tabs, *window.nav.tools) if entry.isChecked()]
    assert marked == ["journal"]
    assert button(window, "journal").accessibleDescription() == "current screen"
    assert button(window, "today").accessibleDescription() == ""


def test_pressing_the_current_entry_keeps_it_marked(window, qtbot):
    qtbot.mouseClick(button(window, "today"), Qt.MouseButton.LeftButton)
    assert button(window, "today").isChecked()


@pytest.mark.parametrize("spec", SCREENS, ids=lambda spec: spec.key)
def test_shortcuts_go_places(window, qtbot, spec):
    window.activateWindow()
    key = getattr(Qt.Key, f"Key_{spec.shortcut[-1]}") if spec.shortcut[-1] != "," else Qt.Key.Key_Comma
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.current == spec.key)


def test_after_a_move_tab_finds_the_first_field_of_the_screen(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_screen("journal")
    assert QApplication.focusWidget() is window.stack
    qtbot.keyClick(window.stack, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.screen_of("journal").field


def test_the_name_of_the_place_follows_where_the_screen_takes_the_keyboard_itself(window, qtbot, monkeypatch):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    monkeypatch.setattr(Plain, "activate", lambda screen: screen.field.setFocus())
    window.show_screen("journal")
    assert QApplication.focusWidget() is window.screen_of("journal").field
    assert window.stack.accessibleName() == "Journal"


def test_a_screen_can_send_the_person_on_with_something_in_hand(window):
    window.screen_of("today").navigate.emit("session", 42)
    assert window.current == "session"
    assert window.screen_of("session").opened == [42]
    assert window.screen_of("today").left == 1


def test_import_is_asked_for_not_a_place(window, qtbot):
    with qtbot.waitSignal(window.import_requested):
        qtbot.mouseClick(button(window, "import"), Qt.MouseButton.LeftButton)
    assert window.current == "today"


def test_a_screen_reads_once_and_again_only_when_stale(window, context):
    today = window.screen_of("today")
    assert today.refreshed == 1
    window.show_screen("program")
    window.show_screen("today")
    assert today.refreshed == 1
    window.show_screen("program")
    write(window, context, Changes(sets=True))
    write(window, context, Changes(sets=True))
    assert today.refreshed == 1  # out of sight, it waits
    window.show_screen("today")
    assert today.refreshed == 2


def test_a_screen_in_sight_follows_others_but_not_itself(window, context):
    today = window.screen_of("today")
    write(window, context, Changes(sets=True), initiator=today)
    assert today.refreshed == 1
    write(window, context, Changes(sets=True))
    assert today.refreshed == 2
    context.undo.undo()
    assert today.refreshed == 3


def test_a_screen_ignores_what_does_not_concern_it(window, context):
    window.show_screen("trends")
    trends = window.screen_of("trends")
    write(window, context, Changes(sets=True))
    assert trends.refreshed == 1
    write(window, context, Changes(nights=True))
    assert trends.refreshed == 2


def test_the_status_line_says_what_was_saved_and_offers_to_undo(window, context, qtbot):
    assert "Everything stays on this computer" in window.status.text()
    write(window, context, Changes(sets=True))
    assert window.status.text() == "Saved 12:00:00 · set 2"
    undo = window.status._undo
    assert undo.text() == "Undo: set 2"
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert not undo.isVisible()
    assert context.undo.canRedo()
    assert "Everything stays on this computer" in window.status.text()


def test_undo_and_redo_from_the_keyboard(window, context, qtbot):
    window.activateWindow()
    write(window, context, Changes(sets=True))
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not context.undo.canUndo()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_Z, both)
    assert context.undo.canUndo()


def test_errors_of_a_screen_stand_at_its_top(window):
    today = window.screen_of("today")
    today.show_error("The weight is 0 to 500 kg.")
    message = today.findChild(InlineMessage)
    assert message.isVisible()
    assert message.mapTo(today, message.rect().topLeft()).y() < today.field.y()
    today.clear_message()
    assert not message.isVisible()


def test_a_screen_that_cannot_be_imported_leaves_the_rest_standing(context, qtbot):
    broken = ScreenSpec("today", lambda: "Today", "nextrep.ui.no_such_screen:Nothing", "Ctrl+1")
    window = MainWindow(context, [broken])
    qtbot.addWidget(window)
    window.show()
    window.show_screen("today")
    texts = [label.text() for label in window.stack.currentWidget().findChildren(Body)]
    assert "Today could not be opened" in texts
    assert [type(error) for error in context.jobs._crash.errors] == [ModuleNotFoundError]


@pytest.mark.parametrize(("width", "scale"), [(1024, 1.0), (1280, 1.0), (1024, 1.5), (1024, 2.0), (700, 2.0)])
def test_navigation_fits_and_loses_nothing(context, specs, qtbot, qapp, width, scale):
    apply_theme(qapp, "light", scale)
    window = MainWindow(context, specs)
    qtbot.addWidget(window)
    window.setMinimumSize(0, 0)
    window.resize(width, 640)
    window.show()
    window.show_screen("report")
    nav = window.nav
    assert window.width() == width
    seen = [entry for entry in (*nav.tabs, *nav.tools) if entry.isVisible()]
    for entry in seen:
        assert entry.geometry().right() <= nav.width()
        assert entry.width() >= entry.fontMetrics().horizontalAdvance(entry.text())
    in_menu = [action.data() for action in nav._menu.actions()] if nav.more.isVisible() else []
    assert sorted([entry.key for entry in seen] + in_menu) == sorted(
        ["today", "program", "session", "journal", "trends", "report", "import", "preferences"]
        + (["evidence", "help"] if nav.more.isVisible() else [])
    )
    assert button(window, "report").isVisible()
    apply_theme(qapp, "light")


def test_what_went_into_more_still_works(window, qtbot, qapp):
    apply_theme(qapp, "light", 2.0)
    window.resize(1024, 640)
    qtbot.waitUntil(window.nav.more.isVisible)
    entries = {action.data(): action for action in window.nav._menu.actions()}
    entries["preferences"].trigger()
    assert window.current == "preferences"
    with qtbot.waitSignal(window.import_requested):
        entries["import"].trigger()
    entries["evidence"].trigger()
    (known,) = window.findChildren(EvidenceDialog)
    assert known.isVisible()
    known.close()


def test_another_text_size_makes_the_screens_anew(window, qtbot, qapp):
    before = window.screen_of("today")
    apply_theme(qapp, "light", 1.5)
    qtbot.waitUntil(lambda: window.screen_of("today") is not before)
    assert before.left == 1
    assert window.current == "today"
    assert window.screen_of("today").isVisible()


def test_another_colour_leaves_the_screens_alone(window, qtbot, qapp):
    before = window.screen_of("today")
    apply_theme(qapp, "dark")
    qapp.processEvents()
    assert window.screen_of("today") is before


def test_closing_remembers_and_lets_the_screen_save(window, context, specs, qtbot, monkeypatch):
    monkeypatch.setattr("nextrep.ui.shell.window.SMALLEST", (300, 200))
    window.setMinimumSize(300, 200)
    window.resize(640, 480)  # the display of tests without one is 800 wide
    window.show_screen("journal")
    window.close()
    assert window.screen_of("journal").left == 1
    again = MainWindow(context, specs)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (640, 480)


class SecretError(Exception):
    pass


def boom(diary: str) -> None:
    raise SecretError(f"could not save {diary}")


@pytest.fixture
def handler(tmp_path: Path, qapp):
    handler = CrashHandler(tmp_path)
    handler.install()
    yield handler
    handler.uninstall()


def test_a_bug_is_logged_without_private_words_and_shown_once(handler, tmp_path, qtbot, window):
    handler.set_window(window)
    for _ in range(3):
        try:
            boom("I felt low today")
        except SecretError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    log = (tmp_path / LOG).read_text(encoding="utf-8")
    assert log.count("SecretError") == 3
    assert "boom" in log
    assert "test_shell.py" in log
    assert "felt low" not in log
    assert str(tmp_path.home()) not in log
    (dialog,) = window.findChildren(MessageDialog)
    assert not dialog.isModal()
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert "SecretError" in copied
    assert "felt low" not in copied
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_a_log_that_cannot_be_written_does_not_make_it_worse(tmp_path, qtbot, window, capsys):
    (tmp_path / "logs").write_text("a file where a folder should be")
    handler = CrashHandler(tmp_path)
    handler.set_window(window)
    handler.crash(SecretError("private"))
    (dialog,) = window.findChildren(MessageDialog)
    assert "SecretError" in capsys.readouterr().err
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_the_log_does_not_grow_for_ever(tmp_path, qtbot, window, monkeypatch):
    monkeypatch.setattr("nextrep.services.faults.LOG_LIMIT", 500)
    handler = CrashHandler(tmp_path)
    handler.set_window(window)
    for _ in range(50):
        handler.crash(SecretError("private"))
    assert sum(file.stat().st_size for file in (tmp_path / "logs").iterdir()) < 2000
    (dialog,) = window.findChildren(MessageDialog)
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_screens_imported_ahead_leave_a_broken_one_for_its_visit(
    context, specs, qtbot, monkeypatch, tmp_path
):
    (tmp_path / "late_screen.py").write_text("from nextrep.ui.widgets.screen import Screen as Late\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr("nextrep.ui.shell.preloading.PRELOAD_MS", 0)
    broken = ScreenSpec("program", lambda: "Program", "nextrep.ui.no_such_screen:Nothing", "Ctrl+2")
    late = ScreenSpec("report", lambda: "Report", "late_screen:Late", "Ctrl+6")
    window = MainWindow(context, [specs[0], broken, late])
    qtbot.addWidget(window)
    window.stack.preload()
    qtbot.waitUntil(late.loaded)
    assert context.jobs._crash.errors == []
    monkeypatch.delitem(sys.modules, "late_screen")


def test_the_window_stands_before_its_first_screen(context, specs, qtbot):
    window = MainWindow(context, specs)
    qtbot.addWidget(window)
    window.gate.start("today", lambda: context)
    assert window.isVisible()
    assert window.screen_of("today") is None
    assert button(window, "today").isChecked()
    qtbot.waitUntil(lambda: window.current == "today")
    assert window.screen_of("today").isVisible()
    assert window.screen_of("today").refreshed == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the installed program has the icon there")
def test_the_window_brings_its_icon_for_a_plain_window_manager(context, specs, qtbot):
    window = MainWindow(context, specs)
    qtbot.addWidget(window)
    window.gate.start("today", lambda: context)
    qtbot.waitUntil(lambda: window.current == "today")
    picture = window.windowIcon().pixmap(32, 32).toImage()
    assert (picture.width(), picture.height()) == (32, 32)
    assert picture.pixelColor(16, 4).alpha() > 0


class Held:
    """Lets a module be imported when the test says so."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name, self.begun, self.go_on = name, threading.Event(), threading.Event()
        setattr(sys, f"_held_{name}", self)
        (folder / f"{name}.py").write_text(
            "import sys\nfrom nextrep.ui.widgets.screen import Screen\n"
            f"sys._held_{name}.begun.set()\nassert sys._held_{name}.go_on.wait(30)\n"
            "class Late(Screen):\n    def refresh(self):\n        pass\n"
        )

    def forget(self) -> None:
        self.go_on.set()
        delattr(sys, f"_held_{self.name}")
        sys.modules.pop(self.name, None)


@pytest.fixture
def slow(tmp_path, qapp, qtbot, monkeypatch):
    """A window whose two screens are imported on workers, each when the test says so."""
    folder = tmp_path / "modules"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    first, second = Held(folder, "held_first"), Held(folder, "held_second")
    context = replace(make_context(tmp_path)[0], jobs=Jobs(DialogReporter()))
    window = MainWindow(
        context,
        [
            ScreenSpec("today", lambda: "Today", "held_first:Late", "Ctrl+1"),
            ScreenSpec("journal", lambda: "Journal", "held_second:Late", "Ctrl+4"),
        ],
    )
    hold(qtbot, window)
    yield window, first, second
    first.forget()
    second.forget()
    context.jobs.shutdown()


def test_a_key_pressed_while_the_first_screen_is_imported_is_not_lost(slow, qtbot):
    window, first, second = slow
    window.gate.start("today", lambda: window.context)
    qtbot.waitUntil(first.begun.is_set)
    window.show_screen("journal")
    first.go_on.set()
    qtbot.waitUntil(lambda: window.context.jobs.active == 1)
    assert window.current == ""
    assert window.screen_of("journal") is None, "the class of another screen"
    second.go_on.set()
    qtbot.waitUntil(lambda: window.current == "journal")
    assert type(window.screen_of("journal")).__module__ == "held_second"


def test_a_screen_that_is_being_imported_beside_the_window_does_not_hold_it_up(slow, qtbot):
    window, first, second = slow
    first.go_on.set()
    window.gate.start("today", lambda: window.context)
    qtbot.waitUntil(lambda: window.current == "today")
    qtbot.waitUntil(second.begun.is_set)  # ahead of its first visit
    window.show_screen("journal")
    assert window.current == "today", "it would have waited for the import"
    second.go_on.set()
    qtbot.waitUntil(lambda: window.current == "journal")


def test_a_screen_that_comes_after_the_lock_stays_away(slow, qtbot):
    window, first, _second = slow
    window.gate.start("today", lambda: window.context)
    qtbot.waitUntil(first.begun.is_set)
    cover = QLineEdit()
    window.gate.put_away(cover)
    first.go_on.set()
    qtbot.waitUntil(lambda: window.context.jobs.active == 0)
    assert window.stack.currentWidget() is cover
    assert window.screen_of("today") is None


NAMED_ROLES = {
    "Button",
    "CheckBox",
    "RadioButton",
    "EditableText",
    "SpinBox",
    "ComboBox",
    "Slider",
    "ButtonMenu",
}


def nameless(interface) -> list[str]:
    found = []
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is None or child.state().invisible:
            continue
        if child.role().name in NAMED_ROLES and not child.text(QAccessible.Text.Name):
            found.append(child.role().name)
        found += nameless(child)
    return found


def test_every_control_of_the_window_has_a_name(window, context, qapp):
    window.screen_of("today").field.setAccessibleName("A field of the test")
    write(window, context, Changes(sets=True))
    apply_theme(qapp, "light", 2.0)
    interface = QAccessible.queryAccessibleInterface(window)
    assert nameless(interface) == []
    window.screen_of("today").field.setAccessibleName("")
    assert nameless(interface) == ["EditableText"]  # the walk does find one


def test_what_is_not_saved_is_said_before_the_window_closes(window, qtbot, monkeypatch):
    window.show_screen("session")
    session = window.screen_of("session")
    monkeypatch.setattr(session, "unsaved", lambda: "Set 1 of Goblet squat")
    window.show_screen("trends")
    assert not window.close()
    assert window.current == "session"
    assert "Set 1 of Goblet squat is not saved yet" in session._message.text()
    assert window.close(), "who closes again means it"


def test_a_set_of_the_same_name_is_said_again_once_something_was_saved(window, context, monkeypatch):
    window.show_screen("session")
    monkeypatch.setattr(window.screen_of("session"), "unsaved", lambda: "Set 1 of Goblet squat")
    assert not window.close()
    write(window, context, Changes(sets=True))
    assert not window.close(), "it is another one by now"
    assert window.close()


def test_what_is_not_saved_outlives_another_text_size(window, qtbot, qapp, monkeypatch):
    window.show_screen("session")
    session = window.screen_of("session")
    monkeypatch.setattr(session, "unsaved", lambda: "Set 1 of Goblet squat")
    window.show_screen("trends")
    other = window.screen_of("trends")
    apply_theme(qapp, "light", 1.5)
    qtbot.waitUntil(lambda: window.screen_of("trends") is not other)
    assert window.screen_of("session") is session
