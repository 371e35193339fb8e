"""The backup after each day of use: when the window was closed, and beside it when that could not be."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.ui.runtime.context import Context

START_MS = 5_000
"""How long after the start: what is on the screen comes first."""


class DailyBackup(QObject):
    """Backs up what was changed, if anything was.

    Attributes:
        said: emitted with what the person may want to know; nothing where all went well.
    """

    said = Signal(str)

    def __init__(self, context: Callable[[], Context], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(START_MS)
        self._timer.timeout.connect(self.beside)

    def soon(self) -> None:
        """Catch up with what a program that was killed could not do; a little after the start."""
        self._timer.start()

    def stop(self) -> None:
        """Begin nothing more."""
        self._timer.stop()

    def beside(self) -> None:
        """Do it on a worker thread, while the window goes on working."""
        from nextrep.ui.runtime.backup_work import BackUpDay, place_of  # not before the first paint

        context = self._context()
        work = BackUpDay(context.store, context.now(), place_of(context.settings_machine))
        context.jobs.run(work, then=self._on_made, failed=self._on_failed, owner=self)

    def at_end(self) -> None:
        """Do it now: no window shows any more, so nobody waits for it. The next start tries what failed."""
        from nextrep.services import backups
        from nextrep.ui.runtime.backup_work import place_of

        context = self._context()
        try:
            backups.make_daily(context.store, context.now(), place_of(context.settings_machine))
        except KnownError as error:
            print(f"nextrep: {error}", file=sys.stderr)

    def _on_made(self, made: object) -> None:
        from nextrep.services.backups import Made

        if isinstance(made, Made) and made.instead_of:
            self.said.emit(tr("The chosen place for backups could not be used; the usual folder keeps one."))

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, KnownError):
            self.said.emit(tr("No backup could be made: {why}", why=error.next_step))
