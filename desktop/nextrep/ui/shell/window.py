"""The main window: navigation, the screens, the status line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.settings.table import TEXT_SCALE, THEME, WINDOW_GEOMETRY
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.locking import LOCK
from nextrep.ui.runtime.restart import Restart
from nextrep.ui.safety.door import HelpDoor
from nextrep.ui.screens import SCREENS, ScreenSpec
from nextrep.ui.shell.gate import Gate
from nextrep.ui.shell.nav import NavBar
from nextrep.ui.shell.placing import place
from nextrep.ui.shell.reminders import ReminderTimer
from nextrep.ui.shell.screen_stack import ScreenStack
from nextrep.ui.shell.status import StatusLine
from nextrep.ui.shell.ways import Ways
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.screen import Screen

SMALLEST = (1024, 640)
USUAL = (1280, 800)
"""Sizes of the window in device-independent pixels."""


class MainWindow(QMainWindow):
    """The window. Screens are made on their first visit and kept.

    Attributes:
        import_requested: emitted when the person presses "Import".
        shown: emitted with the key of a screen once it is shown.
        lock_requested: emitted with a key of `runtime.locking`: what the person wants of the lock.
        stack: the screens. gate: opens and locks what they are of. ways: lead to them.
        help: opens Help now.
        reminders: says what the person wants to be reminded of.
        coming: what the person wants to see once this window is closed; None for nothing.
    """

    import_requested = Signal()
    shown = Signal(str)
    lock_requested = Signal(str)

    def __init__(
        self, context: Context, screens: Sequence[ScreenSpec] = SCREENS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.coming: Restart | None = None
        self._scale = current_theme().scale
        self.setWindowTitle("NextRep")
        self.setMinimumSize(*SMALLEST)
        self.nav = NavBar(screens)
        self._told_unsaved = ""
        self.stack = ScreenStack(context, screens)
        self.gate = Gate(self)
        self.status = StatusLine()
        self._lay_out()
        self.help = HelpDoor(self, self.stack.context_now)
        self.status.help_asked.connect(self.help.open)
        self.status.lock_asked.connect(self.ask_lock)
        self.reminders = ReminderTimer(self, self.stack.context_now)
        self.ways = Ways(self, screens)
        self.reminders.asked.connect(self.ways.go)
        self.reminders.unseen.connect(self.status.say)
        self.nav.chosen.connect(self.ways.choose)
        self.stack.navigate.connect(self.ways.go)
        self.stack.turned.connect(self.nav.set_current)
        self.stack.placed.connect(self._on_placed)
        self.stack.noted.connect(self._on_noted)
        self.stack.shown.connect(self.shown)
        self.status.undo_asked.connect(context.undo.undo)
        context.undo.undoTextChanged.connect(self.status.set_undo)
        context.operate.done.connect(self._on_done)
        context.operate.reversed.connect(self.status.clear)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_color_scheme)
        self._place()

    @property
    def current(self) -> str:
        """Key of the screen that is shown, "" before the first."""
        return self.stack.current

    @property
    def context(self) -> Context:
        """What the screens are given; without a store while there is no open profile."""
        return self.stack.context

    def screen_of(self, key: str) -> Screen | None:
        """Return a screen that was visited, else None."""
        return self.stack.screen_of(key)

    def show_screen(self, key: str, argument: object = None) -> None:
        """Go to a screen; `argument` goes to its `open`.

        Raises:
            KeyError: there is no such screen.
        """
        self.stack.go_to(key, argument)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place; once say what is not saved instead."""
        if self._stay_with_unsaved():
            event.ignore()
            return
        self.stack.stop_preloading()
        self.reminders.stop()
        self.stack.leave_current()
        settings = self.context.settings_machine
        settings.put(WINDOW_GEOMETRY, bytes(self.saveGeometry().data()))
        settings.save()
        super().closeEvent(event)

    def _stay_with_unsaved(self) -> bool:
        """Show what would be lost by closing; returns whether to stay for it. Who closes again means it."""
        for screen, key, lost in self.stack.unsaved():
            if lost != self._told_unsaved:
                self.show_screen(key)
                self._told_unsaved = lost
                words = tr("{what} is not saved yet. Close again to leave it out.", what=lost)
                screen.show_message(words, "warn")
                return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Make the screens anew in another text size, once whoever changed it has finished."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and current_theme().scale != self._scale:
            self._scale = current_theme().scale
            QTimer.singleShot(0, self.stack, self.stack.rebuild)

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.nav)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        self.setCentralWidget(middle)

    def _place(self) -> None:
        """Put the window where it was, or in its usual size as far as the display allows."""
        packed = self.context.settings_machine.get(WINDOW_GEOMETRY)
        if packed and self.restoreGeometry(QByteArray(packed)):
            return
        place(self, USUAL, SMALLEST)

    def ask_lock(self) -> None:
        """Ask for the lock, once there is a profile that can be locked."""
        if not self.gate.opening and not self.gate.locked:
            self.lock_requested.emit(LOCK)

    def leave_for(self, coming: Restart) -> None:
        """Close, and have another window come; who stays for something that is not saved stays here."""
        self.coming = coming
        if not self.close():
            self.coming = None

    def _on_done(self, label: str) -> None:
        self._told_unsaved = ""  # it can be written again: what waits then is another matter
        if label:
            time = self.context.now().strftime("%H:%M:%S")
            self.status.say(tr("Saved {time} · {label}", time=time, label=label))

    def _on_noted(self) -> None:
        """Say what the screen that is shown has to say about itself."""
        self.status.set_note(self.stack.note())

    def _on_placed(self) -> None:
        self._on_noted()
        self.status.come_last()

    def _on_color_scheme(self, _scheme: Qt.ColorScheme) -> None:
        settings = self.context.settings_machine
        app = QApplication.instance()
        if settings.get(THEME) == "system" and isinstance(app, QApplication):
            apply_theme(app, "system", settings.get(TEXT_SCALE) / 100)
