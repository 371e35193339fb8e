"""The last net: a bug is written down without personal content, shown once, and the program goes on."""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtWidgets import QWidget

import nextrep
from nextrep.domain.text import tr

if TYPE_CHECKING:
    from nextrep.ui.runtime.message_dialog import MessageDialog

LOG = Path("logs") / "nextrep.log"
"""Where the log is inside the profile folder."""
LOG_LIMIT = 1_000_000
"""Bytes after which the log starts anew, keeping one older file."""


def report_text(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return what happened and where: types, files and lines; values and messages may be private."""
    lines = [
        f"NextRep {nextrep.__version__}, Python {platform.python_version()}, Qt {qVersion()}, {sys.platform}",
        f"{kind.__module__}.{kind.__qualname__}",
    ]
    frames = [frame for frame in traceback.extract_tb(trace) if not frame.filename.startswith("<frozen")]
    lines += [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join(lines)


class CrashHandler(QObject):
    """Takes over `sys.excepthook` and `threading.excepthook`."""

    _caught = Signal(str)

    def __init__(self, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = profile / LOG
        self._window: QWidget | None = None
        self._dialog: MessageDialog | None = None
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

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write down one exception that nobody caught, and show it."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        text = report_text(kind, trace)
        self._write(text)
        self._caught.emit(text)

    def crash(self, error: BaseException) -> None:
        """Take an exception caught elsewhere, as `Jobs` does."""
        self.handle(type(error), error, error.__traceback__)

    def _handle_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.handle(args.exc_type, args.exc_value, args.exc_traceback)

    def _write(self, text: str) -> None:
        """Append to the log; a full disk must not make things worse."""
        stamp = datetime.now().astimezone().isoformat(timespec="seconds")
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            if self._log.exists() and self._log.stat().st_size > LOG_LIMIT:
                self._log.replace(self._log.with_suffix(".log.1"))
            with self._log.open("a", encoding="utf-8") as file:
                file.write(f"{stamp} {text}\n")
        except OSError:
            sys.stderr.write(f"{text}\n")

    def _show(self, text: str) -> None:
        """Show one dialog; further bugs while it is open only go to the log."""
        if self._dialog is not None:
            return
        from nextrep.ui.runtime.message_dialog import MessageDialog  # not before the first paint

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


def _short(filename: str) -> str:
    """Return a path from the package on: the folders before it may hold a name."""
    parts = Path(filename).parts
    if "nextrep" in parts:
        return "/".join(parts[len(parts) - 1 - parts[::-1].index("nextrep") :])
    return Path(filename).name
