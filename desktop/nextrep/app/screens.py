"""Pictures of every screen of a profile, without a display, for documentation and review."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    qFormatLogMessage,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from nextrep.app.window import make_application
from nextrep.app.wiring import Wiring
from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.services.vault import ProfileKey
from nextrep.ui.runtime.jobs import Jobs
from nextrep.ui.screens import SCREENS
from nextrep.ui.shell.window import MainWindow
from nextrep.ui.theme.apply import apply_theme

SETTLE_MS = 60
"""Between two looks whether a screen stands still: a few turns of the event loop."""
LOOKS = 10
MOST_LOOKS = 400
_NO_WINDOW_MANAGER = "This plugin does not support "
"""How the offscreen platform complains of what it cannot ask a window manager for."""


def draw_screens(
    folder: Path,
    target: Path,
    *,
    theme: str,
    size: tuple[int, int],
    text_scale: float,
    key: ProfileKey | None = None,
) -> list[Path]:
    """Draw each screen of the profile in `folder` to `target` and return the files.

    Raises:
        Locked: the profile is encrypted, and there is no key.
        KnownError: the profile cannot be opened, or the pictures cannot be written.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(target, error) from None
    with _without_complaints():
        drawer = _draw(folder, target, key, theme=theme, size=size, text_scale=text_scale)
    if drawer.failed is not None:
        raise _cannot_write(target, drawer.failed)
    return drawer.files


def _draw(
    folder: Path,
    target: Path,
    key: ProfileKey | None,
    *,
    theme: str,
    size: tuple[int, int],
    text_scale: float,
) -> _Drawer:
    """Open the profile and go through its screens."""
    app = make_application()
    wiring = Wiring(folder, exclusive=False, key=key)
    try:
        context = wiring.open()
        apply_theme(app, theme, text_scale)
        window = MainWindow(context)
        window.setMinimumSize(1, 1)
        window.resize(*size)
        window.show()
        suffix = f"{theme}-{size[0]}x{size[1]}-{round(text_scale * 100)}"
        drawer = _Drawer(app, window, context.jobs, target, suffix)
        drawer.start()
        app.exec()
        window.hide()
        window.deleteLater()
    finally:
        wiring.close()
    return drawer


@contextmanager
def _without_complaints() -> Iterator[None]:
    """Keep Qt from saying on stderr that there is no window manager; all else that it says is passed on."""
    before = qInstallMessageHandler(_pass_on)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _pass_on(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if not message.startswith(_NO_WINDOW_MANAGER):
        print(qFormatLogMessage(kind, context, message), file=sys.stderr)


def _cannot_write(target: Path, error: OSError) -> KnownError:
    return KnownError(
        tr("The pictures could not be written to “{folder}”.", folder=target),
        safe=tr("The profile was not touched."),
        next_step=tr("Choose another folder: {why}.", why=error.strerror or str(error)),
    )


class _Drawer(QObject):
    """Goes from screen to screen; takes the picture once no job runs and a few looks passed."""

    def __init__(self, app: QApplication, window: MainWindow, jobs: Jobs, target: Path, suffix: str) -> None:
        super().__init__(window)
        self.files: list[Path] = []
        self.failed: OSError | None = None
        self._app = app
        self._window = window
        self._jobs = jobs
        self._target = target
        self._suffix = suffix
        self._left = [spec.key for spec in SCREENS]
        self._quiet = 0
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin with the first screen."""
        self._window.show_screen(self._left[0])
        self._timer.start()

    def _look(self) -> None:
        self._looks += 1
        self._quiet = 0 if self._jobs.active else self._quiet + 1
        if self._quiet < LOOKS and self._looks < MOST_LOOKS:
            return
        key = self._left.pop(0)
        file = self._target / f"{key}-{self._suffix}.png"
        if not self._window.grab().save(str(file), "PNG"):
            self.failed = OSError(5, f"{file.name}")
            self._left.clear()
        else:
            self.files.append(file)
        if not self._left:
            self._timer.stop()
            self._app.quit()
            return
        self._quiet = self._looks = 0
        self._window.show_screen(self._left[0])
