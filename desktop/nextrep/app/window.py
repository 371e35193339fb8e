"""Starting the window: the profile first, then the first screen, everything heavy after it shows."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication

import nextrep
from nextrep.app import clock
from nextrep.app.paths import profile_folder
from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.text import tr
from nextrep.services import upkeep
from nextrep.ui.runtime.bus import Bus
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.dialogs import DialogReporter
from nextrep.ui.runtime.jobs import Jobs
from nextrep.ui.runtime.machine_settings import MachineSettings
from nextrep.ui.runtime.operate import Operate
from nextrep.ui.shell.crash import CrashHandler
from nextrep.ui.shell.window import MainWindow
from nextrep.ui.theme.apply import apply_theme

UNDO_STEPS = 200


def make_application() -> QApplication:
    """Make the application object with the name that the desktop knows it by."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("NextRep")
    app.setApplicationVersion(nextrep.__version__)
    app.setDesktopFileName("nextrep")
    return app


@dataclass(slots=True)
class Wiring:
    """Everything that a window needs, made once."""

    opened: upkeep.OpenProfile
    context: Context
    reporter: DialogReporter
    crash: CrashHandler

    def close(self) -> None:
        """Wait for jobs, then close the profile."""
        self.context.jobs.shutdown()
        self.opened.close()
        self.crash.uninstall()


def wire(folder: Path, *, exclusive: bool = True) -> Wiring:
    """Open the profile and connect the parts.

    Raises:
        KnownError: the profile cannot be opened.
    """
    opened = upkeep.open_profile(folder, clock.now(), exclusive=exclusive)
    crash = CrashHandler(folder)
    reporter = DialogReporter()
    bus, undo = Bus(), QUndoStack()
    undo.setUndoLimit(UNDO_STEPS)
    context = Context(
        store=opened.store,
        bus=bus,
        jobs=Jobs(reporter, crash.crash),
        operate=Operate(bus, undo, reporter),
        undo=undo,
        now=clock.now,
        settings_machine=MachineSettings(folder),
    )
    return Wiring(opened, context, reporter, crash)


def run_window(given: str | None) -> int:
    """Open the window on a profile and return the exit code when it is closed."""
    app = make_application()
    try:
        wiring = wire(profile_folder(given))
    except (UserError, KnownError) as error:
        return _refuse(app, error)
    wiring.crash.install()
    settings = wiring.context.settings_machine
    apply_theme(app, settings.theme, settings.text_scale / 100)
    window = MainWindow(wiring.context)
    wiring.crash.set_window(window)
    wiring.reporter.set_window(window)
    window.show_screen("today")
    window.show()
    # Once the first picture stands, the other screens are imported beside it.
    QTimer.singleShot(0, window, window.preload)
    try:
        return app.exec()
    finally:
        wiring.close()


def _refuse(app: QApplication, error: UserError | KnownError) -> int:
    """Say why the profile cannot be opened; closing the dialog ends the program."""
    apply_theme(app)
    reporter = DialogReporter()
    if not isinstance(error, KnownError):
        error = KnownError(
            str(error),
            safe=tr("Nothing was changed."),
            next_step=tr("Start NextRep with another profile folder."),
        )
    print(f"nextrep: {error}", file=sys.stderr)
    reporter.known(error)
    app.exec()
    return 1
