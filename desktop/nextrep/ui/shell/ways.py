"""Where the keys of the navigation, of screens and of notes lead to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from nextrep.domain.text import tr
from nextrep.ui.evidence.door import open_evidence
from nextrep.ui.runtime.locking import LOCK_KEYS
from nextrep.ui.runtime.restart import RESTART, Restart
from nextrep.ui.screens import ScreenSpec
from nextrep.ui.shell.nav import EVIDENCE, HELP, IMPORT
from nextrep.ui.shell.reminders import QUESTIONNAIRES, REMINDER

if TYPE_CHECKING:
    from nextrep.ui.shell.window import MainWindow


class Ways(QObject):
    """Goes wherever something in the window leads to, by key."""

    def __init__(self, window: MainWindow, screens: Sequence[ScreenSpec]) -> None:
        super().__init__(window)
        self._window = window
        self._add_shortcuts(screens)

    def go(self, key: str, argument: object = None) -> None:
        """Go to a screen, or open what else has a key; `argument` goes along."""
        if key == HELP:
            self._window.help.open()
        elif self._window.gate.locked:
            return  # locked: nothing else has a place to go
        elif key in LOCK_KEYS:
            self._window.lock_requested.emit(key)
        elif key == IMPORT:
            self._window.import_requested.emit()
        elif key == EVIDENCE:
            open_evidence(self._window)
        elif key == RESTART and isinstance(argument, Restart):
            self._window.leave_for(argument)
        elif key == REMINDER:
            self._window.reminders.show_one()
        elif key == QUESTIONNAIRES:
            self._open_questionnaires()
        else:
            self._window.show_screen(key, argument)

    def choose(self, key: str) -> None:
        """Go where an entry of the navigation leads to."""
        self.go(key)

    def _add_shortcuts(self, screens: Sequence[ScreenSpec]) -> None:
        for spec in screens:
            action = QAction(spec.title(), self._window)
            action.setShortcut(QKeySequence(spec.shortcut))
            action.setData(spec.key)
            action.triggered.connect(self._on_shortcut)
            self._window.addAction(action)
        importing = QAction(tr("Import"), self._window)
        importing.setShortcut(QKeySequence("Ctrl+O"))
        importing.triggered.connect(self._window.import_requested)
        undo = self._window.context.undo.createUndoAction(self._window)
        undo.setShortcut(QKeySequence("Ctrl+Z"))
        redo = self._window.context.undo.createRedoAction(self._window)
        redo.setShortcut(QKeySequence("Ctrl+Shift+Z"))
        locking = QAction(tr("Lock"), self._window)
        locking.setShortcut(QKeySequence("Ctrl+L"))
        locking.triggered.connect(self._window.ask_lock)
        self._window.addActions([importing, undo, redo, locking])

    def _on_shortcut(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.show_screen(str(action.data()))

    def _open_questionnaires(self) -> None:
        from nextrep.ui.questionnaires.dialog import open_questionnaires  # not before the first paint

        open_questionnaires(self._window.context, self._window)
