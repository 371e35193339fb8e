"""The main window: navigation, the screens, the status line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.settings.table import TEXT_SCALE, THEME, WINDOW_GEOMETRY
from nextrep.ui.evidence.door import open_evidence
from nextrep.ui.runtime import memory
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.runtime.locking import LOCK, LOCK_KEYS
from nextrep.ui.runtime.restart import RESTART, Restart
from nextrep.ui.safety.door import HelpDoor
from nextrep.ui.screens import SCREENS, ScreenSpec
from nextrep.ui.shell.nav import EVIDENCE, HELP, IMPORT, NavBar
from nextrep.ui.shell.placing import place
from nextrep.ui.shell.reminders import QUESTIONNAIRES, REMINDER, ReminderTimer
from nextrep.ui.shell.status import StatusLine
from nextrep.ui.shell.waiting import FailedPage, WaitingPage
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.screen import Screen

SMALLEST = (1024, 640)
USUAL = (1280, 800)
"""Sizes of the window in device-independent pixels."""
PRELOAD_MS = 300
"""How long after the request screens are imported: an import beside the first paint would hold it up."""


class MainWindow(QMainWindow):
    """The window. Screens are made on their first visit and kept.

    Attributes:
        import_requested: emitted when the person presses "Import".
        shown: emitted with the key of a screen once it is shown.
        lock_requested: emitted with a key of `runtime.locking`: what the person wants of the lock.
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
        self._context = context
        self._specs = {spec.key: spec for spec in screens}
        self._screens: dict[str, Screen] = {}
        self._current = ""
        self._cover: QWidget | None = None
        self.coming: Restart | None = None
        self._wanted: tuple[str, object] = ("", None)
        self._prepare: Callable[[], Context | None] | None = None
        self._reopen: Callable[[], Context | None] | None = None
        self._preload_timer = QTimer(self)
        self._preload_timer.setSingleShot(True)
        self._preload_timer.setInterval(PRELOAD_MS)
        self._preload_timer.timeout.connect(self._preload_now)
        self._scale = current_theme().scale
        self.setWindowTitle("NextRep")
        self.setMinimumSize(*SMALLEST)
        self.nav = NavBar(screens)
        self._told_unsaved = ""
        self.stack = QStackedWidget()
        self.stack.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.status = StatusLine()
        self._waiting = WaitingPage()
        self.stack.addWidget(self._waiting)
        self._lay_out()
        self._add_shortcuts(screens)
        self.help = HelpDoor(self, self._context_now)
        self.status.help_asked.connect(self.help.open)
        self.status.lock_asked.connect(self._on_lock)
        self.reminders = ReminderTimer(self, self._context_now)
        self.reminders.asked.connect(self._on_navigate)
        self.reminders.unseen.connect(self.status.say)
        self.nav.chosen.connect(self._on_chosen)
        self.status.undo_asked.connect(context.undo.undo)
        context.undo.undoTextChanged.connect(self.status.set_undo)
        context.operate.done.connect(self._on_done)
        context.operate.reversed.connect(self._on_reversed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_color_scheme)
        self._place()

    @property
    def current(self) -> str:
        """Key of the screen that is shown, "" before the first."""
        return self._current

    def screen_of(self, key: str) -> Screen | None:
        """Return a screen that was visited, else None."""
        return self._screens.get(key)

    def start(self, key: str, prepare: Callable[[], Context | None]) -> None:
        """Show the window at once, and its first screen right after the first paint.

        Args:
            prepare: called in between; returns the context with the opened profile, or None when it could
                not be opened and the person was told.
        """
        self._prepare = self._reopen = prepare
        self._wanted = (key, None)
        self.nav.set_current(key)
        self._waiting.painted.connect(self._on_first_paint)
        self.show()

    def show_instead(self, page: QWidget) -> None:
        """Show a page in place of the screens, for as long as the profile cannot be opened."""
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.nav.hide()

    def go_on(self) -> None:
        """Try again to open the profile, and show the screens in place of the page that stood there."""
        page = self.stack.currentWidget()
        self._uncover()
        self._prepare = self._reopen
        self.nav.show()
        self.stack.setCurrentWidget(self._waiting)
        if page is not None and page is not self._waiting:
            self.stack.removeWidget(page)
            page.deleteLater()
        self._on_first_paint()

    def show_screen(self, key: str, argument: object = None) -> None:
        """Go to a screen; `argument` goes to its `open`.

        Raises:
            KeyError: there is no such screen.
        """
        spec = self._specs[key]
        self._wanted = (key, argument)
        if self._prepare is not None or self._cover is not None:
            return  # the profile is not open; the screen asked for last comes once it is
        if key in self._screens or spec.loaded():
            self._show_wanted(spec.load())
            return
        self.nav.set_current(key)
        self._waiting.begin(spec.title())
        self.stack.setCurrentWidget(self._waiting)
        self._context.jobs.run(
            _Loading(spec), then=self._show_wanted, failed=self._on_load_failed, owner=self
        )

    def put_away(self, cover: QWidget) -> None:
        """Take everything of the person out of the window, and show `cover` in its place.

        What is half typed is saved first, as on going to another screen. Open dialogs are closed. What could
        be taken back cannot be any more: the steps hold words of the person.
        """
        from nextrep.ui.shell.covering import close_others  # not before the first paint

        self.leave_current()
        self.reminders.stop()
        close_others(self)
        for screen in self._screens.values():
            self.stack.removeWidget(screen)
            screen.deleteLater()
        self._screens = {}
        if self._current:  # else something is still on its way, such as a file from the start
            self._wanted = (self._current, None)
        self._current = ""
        self._context.undo.clear()
        self._uncover()
        self._cover = cover
        self._context = replace(self._context, store=None)  # type: ignore[arg-type] # nothing reads it now
        self.stack.addWidget(cover)
        self.stack.setCurrentWidget(cover)
        self.nav.hide()
        self.status.set_note("")
        self.status.say(tr("Locked · Everything stays on this computer"))
        self.status.set_lockable(on=False)

    def take_up(self, context: Context) -> None:
        """Show the screen that was shown before `put_away`, of a profile that is open again."""
        self._uncover()
        self._prepare = None
        self._context = context
        self.nav.show()
        self.show_screen(self._wanted[0] or "today", self._wanted[1])
        self.reminders.look()
        self.preload()

    def _uncover(self) -> None:
        cover, self._cover = self._cover, None
        if cover is not None:
            self.stack.removeWidget(cover)
            cover.deleteLater()

    def preload(self) -> None:
        """Import the other screens beside the window, soon after the first paint, for quick first visits."""
        self._preload_timer.start()

    def _preload_now(self) -> None:
        specs = [spec for spec in self._specs.values() if not spec.loaded()]
        self._context.jobs.run(_Preloading(specs), then=_settle, failed=_nothing, owner=self)

    def leave_current(self) -> None:
        """Let the current screen put down what is half done."""
        screen = self._screens.get(self._current)
        if screen is not None:
            screen.deactivate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place; once say what is not saved instead."""
        if self._stay_with_unsaved():
            event.ignore()
            return
        self._preload_timer.stop()
        self.reminders.stop()
        self.leave_current()
        settings = self._context.settings_machine
        settings.put(WINDOW_GEOMETRY, bytes(self.saveGeometry().data()))
        settings.save()
        super().closeEvent(event)

    def _stay_with_unsaved(self) -> bool:
        """Show what would be lost by closing; returns whether to stay for it. Who closes again means it."""
        for key, screen in self._screens.items():
            lost = screen.unsaved()
            if lost and lost != self._told_unsaved:
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
            QTimer.singleShot(0, self, self._rebuild)

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.nav)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        self.setCentralWidget(middle)

    def _add_shortcuts(self, screens: Sequence[ScreenSpec]) -> None:
        for spec in screens:
            action = QAction(spec.title(), self)
            action.setShortcut(QKeySequence(spec.shortcut))
            action.setData(spec.key)
            action.triggered.connect(self._on_shortcut)
            self.addAction(action)
        importing = QAction(tr("Import"), self)
        importing.setShortcut(QKeySequence("Ctrl+O"))
        importing.triggered.connect(self.import_requested)
        undo = self._context.undo.createUndoAction(self)
        undo.setShortcut(QKeySequence("Ctrl+Z"))
        redo = self._context.undo.createRedoAction(self)
        redo.setShortcut(QKeySequence("Ctrl+Shift+Z"))
        locking = QAction(tr("Lock"), self)
        locking.setShortcut(QKeySequence("Ctrl+L"))
        locking.triggered.connect(self._on_lock)
        self.addActions([importing, undo, redo, locking])

    def _place(self) -> None:
        """Put the window where it was, or in its usual size as far as the display allows."""
        packed = self._context.settings_machine.get(WINDOW_GEOMETRY)
        if packed and self.restoreGeometry(QByteArray(packed)):
            return
        place(self, USUAL, SMALLEST)

    def _show_wanted(self, screen_class: type[Screen]) -> None:
        """Show the screen that was asked for last; an import that ends late must not take the person away."""
        key, argument = self._wanted
        spec = self._specs[key]
        if self._cover is not None or not spec.loaded() or spec.load() is not screen_class:
            return  # locked meanwhile, or another screen was asked for, which is on its way
        screen = self._screens.get(key)
        try:
            if screen is None:
                screen = screen_class(self._context, self.stack)
                screen.navigate.connect(self._on_navigate)
                screen.noted.connect(self._on_noted)
                self.stack.addWidget(screen)
                self._screens[key] = screen
            if key != self._current:
                self.leave_current()
            self._current = key
            self.stack.setCurrentWidget(screen)
            screen.activate()
            if argument is not None:
                screen.open(argument)
            self._on_noted()
            self.status.come_last()
            self._focus_content(screen)
        finally:
            self._waiting.end()
            self.nav.set_current(self._current)
        self.shown.emit(key)

    def _focus_content(self, screen: Screen) -> None:
        """Bring the keyboard to the screen, so that Tab finds its first field, unless it chose one itself."""
        self.stack.setAccessibleName(self._specs[self._current].title())
        focus = QApplication.focusWidget()
        if focus is None or not screen.isAncestorOf(focus):
            self.stack.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_first_paint(self) -> None:
        if self._prepare is None:
            return
        ready = self._prepare()
        if ready is None:
            return
        self._prepare = None
        self._context = ready
        self.show_screen(*self._wanted)
        self.reminders.look()
        self.preload()

    def _on_load_failed(self, _error: BaseException) -> None:
        """Say so in place; the crash hook has the details."""
        key, _ = self._wanted
        self._waiting.end()
        page = FailedPage(self._specs[key].title())
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self._current = ""

    def _on_lock(self) -> None:
        if self._prepare is None:
            self._on_navigate(LOCK, None)

    def _on_chosen(self, key: str) -> None:
        self._on_navigate(key, None)

    def _on_navigate(self, key: str, argument: object) -> None:
        if key == HELP:
            self.help.open()
        elif self._cover is not None:
            return  # locked: nothing else has a place to go
        elif key in LOCK_KEYS:
            self.lock_requested.emit(key)
        elif key == IMPORT:
            self.import_requested.emit()
        elif key == EVIDENCE:
            open_evidence(self)
        elif key == HELP:
            self.help.open()
        elif key == RESTART and isinstance(argument, Restart):
            self._leave_for(argument)
        elif key == REMINDER:
            self.reminders.show_one()
        elif key == QUESTIONNAIRES:
            self._open_questionnaires()
        else:
            self.show_screen(key, argument)

    def _leave_for(self, coming: Restart) -> None:
        """Close, and have another window come; who stays for something that is not saved stays here."""
        self.coming = coming
        if not self.close():
            self.coming = None

    def _open_questionnaires(self) -> None:
        from nextrep.ui.questionnaires.dialog import open_questionnaires  # not before the first paint

        open_questionnaires(self._context, self)

    def _on_shortcut(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.show_screen(str(action.data()))

    def _context_now(self) -> Context:
        return self._context

    def _on_done(self, label: str) -> None:
        self._told_unsaved = ""  # it can be written again: what waits then is another matter
        if label:
            time = self._context.now().strftime("%H:%M:%S")
            self.status.say(tr("Saved {time} · {label}", time=time, label=label))

    def _on_noted(self) -> None:
        """Say what the screen that is shown has to say about itself."""
        screen = self._screens.get(self._current)
        self.status.set_note(screen.note if screen is not None else "")

    def _on_reversed(self) -> None:
        self.status.say("")

    def _on_color_scheme(self, _scheme: Qt.ColorScheme) -> None:
        settings = self._context.settings_machine
        app = QApplication.instance()
        if settings.get(THEME) == "system" and isinstance(app, QApplication):
            apply_theme(app, "system", settings.get(TEXT_SCALE) / 100)

    def _rebuild(self) -> None:
        """Throw the screens away and make the current one anew, with the keyboard where it was."""
        self.leave_current()
        key = self._current
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None else ""
        kept = {one: screen for one, screen in self._screens.items() if screen.unsaved()}
        for one, screen in self._screens.items():
            if one not in kept:
                self.stack.removeWidget(screen)
                screen.deleteLater()
        self._screens = kept
        self._current = ""
        if key:
            self.show_screen(key)
        control = self._screens[key].findChild(QWidget, name) if name and key in self._screens else None
        if control is not None:
            control.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._scroll_to_focus)

    def _scroll_to_focus(self) -> None:
        """Bring what has the keyboard into view, once the screen is laid out."""
        around: QWidget | None = self.focusWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(self.focusWidget())


class _Loading:
    """Imports one screen, on a worker."""

    def __init__(self, spec: ScreenSpec) -> None:
        self._spec = spec

    def __call__(self, _progress: Progress) -> type[Screen]:
        return self._spec.load()


class _Preloading:
    """Imports many screens, on a worker, until cancelled."""

    def __init__(self, specs: Sequence[ScreenSpec]) -> None:
        self._specs = specs

    def __call__(self, progress: Progress) -> None:
        for spec in self._specs:
            progress.check()
            with suppress(ImportError):  # its first visit will say so
                spec.load()


def _settle(_result: object) -> None:
    """All modules are there."""
    memory.settle()


def _nothing(_result: object) -> None:
    """A screen that does not import says so when it is visited."""
