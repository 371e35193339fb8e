"""The last net: a bug is written down without personal content, shown once, and the program goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtWidgets import QWidget

from nextrep.domain.errors import DamagedProgram, KnownError
from nextrep.domain.text import tr
from nextrep.resources.paths import damaged
from nextrep.services.faults import fault_text, write_fault

if TYPE_CHECKING:
    from nextrep.ui.shell.message_dialog import MessageDialog


class CrashHandler(QObject):
    """Takes over `sys.excepthook` and `threading.excepthook`.

    Attributes:
        met: emitted with a `KnownError` that nobody caught.
    """

    met = Signal(object)
    _caught = Signal(str)

    def __init__(self, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self._window: QWidget | None = None
        self._dialog: MessageDialog | None = None
        self._cause: Callable[[], KnownError | None] = _no_cause
        self._failing = False
        self._caught.connect(self._show)  # from another thread this waits for the window's

    def install(self) -> None:
        """Take over."""
        sys.excepthook = self.handle
        threading.excepthook = self._handle_thread

    def uninstall(self) -> None:
        """Give back to Python."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def set_window(self, window: QWidget | None) -> None:
        """Say which window the dialog belongs to."""
        self._window = window

    def set_cause(self, cause: Callable[[], KnownError | None]) -> None:
        """Say where to ask whether a fault comes of something around the program; then that is said."""
        self._cause = cause

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write down one exception that nobody caught, and show it."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, KnownError):
            # The world, not a bug: met where nobody asked for it, as when a screen is read.
            missing = isinstance(error, DamagedProgram)
            self.met.emit((self._cause() if missing else None) or error)
            return
        text = fault_text(kind, trace, Qt=qVersion())
        if not write_fault(self._profile, text, datetime.now().astimezone()):
            sys.stderr.write(f"{text}\n")
        if self._failing:  # showing a fault failed: to show that would fail as well, for ever
            return
        self._failing = True
        try:
            if (known := self._cause() or _damage(error)) is not None:
                self.met.emit(known)
            else:
                self._caught.emit(text)
        finally:
            self._failing = False

    def crash(self, error: BaseException) -> None:
        """Take an exception caught elsewhere, as `Jobs` does."""
        self.handle(type(error), error, error.__traceback__)

    def _handle_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.handle(args.exc_type, args.exc_value, args.exc_traceback)

    def _show(self, text: str) -> None:
        """Show one dialog; further bugs while it is open only go to the log."""
        if self._dialog is not None:
            return
        from nextrep.ui.shell.message_dialog import MessageDialog  # not before the first paint

        paragraphs = [
            tr("What you saved is safe. You can go on; if something looks wrong, start the program again."),
            tr("The report below names the place in the program, nothing that you wrote."),
        ]
        self._dialog = MessageDialog(
            tr("Something in NextRep went wrong"), paragraphs, self._window, report=text
        )
        self._dialog.finished.connect(self._on_closed)
        self._dialog.show()

    def _on_closed(self, _result: int) -> None:
        self._dialog = None


def _no_cause() -> KnownError | None:
    return None


def _damage(error: BaseException) -> KnownError | None:
    """Return what to say where a part of the program is not there; None where that is not it."""
    return damaged(error.name or str(error)) if isinstance(error, ImportError) else None
