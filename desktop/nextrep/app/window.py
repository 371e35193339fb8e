"""Starting the window: it shows first, then the profile opens, then its first screen, then what is heavy."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

import nextrep
from nextrep.app.display import saying_why
from nextrep.app.paths import has_others, profile_folder
from nextrep.app.presence import Presence, ask
from nextrep.app.reception import Reception
from nextrep.app.wiring import Wiring
from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.text import tr
from nextrep.settings.table import TEXT_SCALE, THEME
from nextrep.ui.runtime.restart import Restart
from nextrep.ui.shell.dialogs import DialogReporter
from nextrep.ui.shell.window import MainWindow
from nextrep.ui.theme.apply import apply_theme, styled_application

if TYPE_CHECKING:
    from nextrep.services.vault import ProfileKey


def make_application() -> QApplication:
    """Make the application object with the name that the desktop knows it by."""
    with saying_why():
        app = styled_application(sys.argv[0])
    app.setApplicationName("NextRep")
    app.setApplicationVersion(nextrep.__version__)
    app.setDesktopFileName("org.nextrep.NextRep")  # installer/linux has the file
    return app


def run_window(given: str | None, key: ProfileKey | None = None, file: Path | None = None) -> int:
    """Open the window on a profile and return the exit code when it is closed.

    Where one is open on it already, that one comes to the front instead.

    Args:
        key: opens an encrypted profile at once.
        file: a program to look at, in the first window.
    """
    app = make_application()
    try:
        coming = _first(app, given, key)
    except UserError as error:
        return _refuse(app, error)
    if coming is None:
        return 0
    presence = Presence(coming.folder)
    if not presence.take() and ask(coming.folder, file):
        return 0
    try:
        code, coming = _show_until_left(app, coming, file, presence)
    finally:
        presence.release()
    if coming is not None:
        from nextrep.app.again import start_again

        start_again(coming.folder)
    return code


def _show_until_left(
    app: QApplication, asked: Restart, file: Path | None, presence: Presence
) -> tuple[int, Restart | None]:
    """Show windows on one profile; return the last exit code and what other profile the person wants."""
    code, coming = _show(app, asked, file, presence)
    while coming is not None and coming.folder == asked.folder:
        code, coming = _show(app, coming, None, presence)
    return code, coming


def _first(app: QApplication, given: str | None, key: ProfileKey | None) -> Restart | None:
    """Return which profile to open; None where the person closed the question.

    Raises:
        UserError: there can be no profile where it was asked for.
    """
    folder = profile_folder(given)
    if given is not None or key is not None or not has_others(folder):
        return Restart(folder, key)
    from nextrep.services import profiles
    from nextrep.ui.shell.people import PeopleDialog

    people = profiles.people(folder)
    if len(people) == 1:
        return Restart(folder)
    apply_theme(app)
    dialog = PeopleDialog(people)
    dialog.exec()
    return Restart(dialog.chosen) if dialog.chosen is not None else None


def _show(
    app: QApplication, asked: Restart, file: Path | None, presence: Presence
) -> tuple[int, Restart | None]:
    """Show one window until it is closed; return the exit code and what the person wants to see next."""
    wiring = Wiring(asked.folder, key=asked.key)
    wiring.crash.install()
    settings = wiring.context.settings_machine
    apply_theme(app, settings.get(THEME), settings.get(TEXT_SCALE) / 100)
    window = MainWindow(wiring.context)
    wiring.serve(window)
    window.gate.start("today", wiring.open_or_refuse)
    reception = Reception(presence, window)
    if file is not None:
        reception.show_file(file)  # instead of the first screen, once the profile is open
    try:
        code = app.exec()
    finally:
        wiring.close()
    coming = window.coming
    if coming is not None:
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return (1 if wiring.refused else code), coming


def _refuse(app: QApplication, error: UserError) -> int:
    """Say that there can be no profile where it was asked for; closing the dialog ends the program."""
    apply_theme(app)
    print(f"nextrep: {error}", file=sys.stderr)
    reporter = DialogReporter()
    reporter.known(
        KnownError(
            str(error),
            safe=tr("Nothing was changed."),
            next_step=tr("Start NextRep with another profile folder."),
        )
    )
    app.exec()
    return 1
