"""Starting the window: it shows first, then the profile opens, then its first screen, then what is heavy."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, QTimer
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication

import nextrep
from nextrep.app import clock
from nextrep.app.daily_backup import DailyBackup
from nextrep.app.display import saying_why
from nextrep.app.paths import has_others, profile_folder
from nextrep.app.presence import Presence, ask
from nextrep.app.reception import Reception
from nextrep.app.replaced import Replaced, own_program
from nextrep.domain.errors import DamagedProfile, KnownError, UserError
from nextrep.domain.text import tr
from nextrep.settings.table import BACKUP_FOLDER_PLACE, TEXT_SCALE, THEME, WHOLE_CHECK_DAY
from nextrep.ui.runtime.bus import Bus
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Jobs, Progress
from nextrep.ui.runtime.machine_settings import MachineSettings
from nextrep.ui.runtime.operate import Operate
from nextrep.ui.runtime.restart import Restart
from nextrep.ui.shell.crash import CrashHandler
from nextrep.ui.shell.dialogs import DialogReporter
from nextrep.ui.shell.window import MainWindow
from nextrep.ui.theme.apply import apply_theme, styled_application

if TYPE_CHECKING:
    from nextrep.app.lock_desk import LockDesk
    from nextrep.services.rescue import Rescue
    from nextrep.services.upkeep import OpenProfile
    from nextrep.services.vault import ProfileKey
    from nextrep.ui.runtime.clipboard import ClipboardKeeper

UNDO_STEPS = 1000
"""Enough for a long session with every set typed, rated and corrected; a step is a few hundred bytes."""

CHECK_MS = 1500
"""How long after the profile is open its file is checked: once the first screen stands."""


def make_application() -> QApplication:
    """Make the application object with the name that the desktop knows it by."""
    with saying_why():
        app = styled_application(sys.argv[0])
    app.setApplicationName("NextRep")
    app.setApplicationVersion(nextrep.__version__)
    app.setDesktopFileName("org.nextrep.NextRep")  # installer/linux has the file
    return app


class Wiring(QObject):
    """Everything that a window needs. The profile is opened by `open`, after the window shows.

    Attributes:
        context: what the screens are given; its store is there once the profile is open.
        clipboard: takes away again what was copied here; there once the window shows.
        lock: locks and unlocks, once there is a window.
    """

    def __init__(self, folder: Path, *, exclusive: bool = True, key: ProfileKey | None = None) -> None:
        super().__init__()
        self._folder = folder
        self._key = key
        self._exclusive = exclusive
        self._opened: OpenProfile | None = None
        self._is_new = False
        self._window: MainWindow | None = None
        self.daily = DailyBackup(self._context_now, self)
        self.lock: LockDesk | None = None
        self.refused = False
        self._day = 0  # since `open`: asking for this computer's zone would hold up the first paint
        self._minute = QTimer(self)
        self._minute.setInterval(60_000)
        self._minute.timeout.connect(self._on_minute)
        self._rescue: Rescue | None = None
        self._check_timer = QTimer(self)
        self._check_timer.setSingleShot(True)
        self._check_timer.setInterval(CHECK_MS)
        self._check_timer.timeout.connect(self._check)
        # Qt's file dialog notes the folders it showed in a file of its own: that too belongs to the profile.
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder))
        self.clipboard: ClipboardKeeper | None = None
        self.crash = CrashHandler(folder)
        self.replaced = Replaced(own_program(), self)
        self.crash.set_cause(self.replaced.cause)
        self.reporter = DialogReporter()
        bus, undo = Bus(), QUndoStack()
        undo.setUndoLimit(UNDO_STEPS)
        self.context = Context(
            store=None,  # type: ignore[arg-type] # comes with `open`; no screen is made before
            bus=bus,
            jobs=Jobs(self.reporter, self.crash.crash),
            operate=Operate(bus, undo, self.reporter),
            undo=undo,
            now=clock.now,
            settings_machine=MachineSettings(folder),
        )

    def open(self) -> Context:
        """Open the profile.

        Raises:
            KnownError: it cannot be opened.
        """
        # The database and its driver cost a third of the start, so they come behind a window that shows.
        from nextrep.services import handover, restoring, upkeep

        self._day = clock.now().date().toordinal()
        self._is_new = not upkeep.exists(self._folder)
        self._opened = upkeep.open_profile(
            self._folder, clock.now(), exclusive=self._exclusive, key=self._key
        )
        if self._exclusive:
            handover.turn(self._opened.store, clock.now().date().toordinal())
            upkeep.tidy(self._opened.store, clock.now())
            restoring.tidy(self._folder)
            self.daily.soon()
        self._opened.store.do_not_wait()
        self.context = replace(self.context, store=self._opened.store)
        return self.context

    def open_with(self, key: ProfileKey | None) -> Context | None:
        """Open the profile again, with a key where it is encrypted; see `open_or_refuse`."""
        self._key = key
        return self.open_or_refuse()

    def close_profile(self) -> None:
        """Close the profile; the window stays. What was changed is backed up at the end or the next start."""
        self.daily.stop()
        self._check_timer.stop()
        if self.clipboard is not None:
            self.clipboard.forget()
        opened, self._opened = self._opened, None
        self._key = None
        if opened is not None:
            opened.close()
        self.context = replace(self.context, store=None)  # type: ignore[arg-type] # as before `open`

    def open_or_refuse(self) -> Context | None:
        """Open the profile, or ask for its passphrase; where neither can be, say why and end."""
        from nextrep.app.lock_desk import LockDesk
        from nextrep.storage.vault.errors import Locked
        from nextrep.ui.runtime.clipboard import ClipboardKeeper  # nothing is copied before the first paint

        if self.lock is None and self._window is not None and self._exclusive:
            self.lock = LockDesk(self._folder, self, self._window)
        gc.enable()
        self.clipboard = self.clipboard or ClipboardKeeper(self)
        try:
            context = self.open()
        except Locked as error:
            if self.lock is None:
                self._refuse(error)
            else:
                self.lock.begin_locked()
            return None
        except DamagedProfile as error:
            self._offer_rescue(error)
            return None
        except KnownError as error:
            self._refuse(error)
            return None
        self.refused = False
        self._check_timer.start()
        self._say_at_start(context)
        if self.lock is not None:
            self.lock.opened_with(self._key)
        return context

    def _say_at_start(self, context: Context) -> None:
        """Say in the line at the bottom what the person may want to know of the profile that was opened."""
        from nextrep.services import upkeep

        said = upkeep.clock_note(context.store, self._day)
        if self._is_new:
            said = said or tr("Your record is kept on this computer only, in {folder}", folder=self._folder)
        said = upkeep.format_note(context.store) or said
        if said and self._window is not None:
            self._window.status.say(said)

    def _refuse(self, error: KnownError) -> None:
        self.refused = True
        print(f"nextrep: {error}", file=sys.stderr)
        self.reporter.known(error, then=QApplication.quit)

    def _offer_rescue(self, error: DamagedProfile) -> None:
        """Show what can be recovered in place of the first screen."""
        if self._window is None or not self._exclusive:
            self._refuse(error)
            return
        if self._opened is not None:  # it was met only after the profile was open
            self._opened.close()
            self._opened = None
        from nextrep.services.rescue import Rescue
        from nextrep.ui.rescue.page import RescuePage

        try:
            place = self.context.settings_machine.get(BACKUP_FOLDER_PLACE)
            self._rescue = Rescue(self._folder, self._key, Path(place) if place else None)
        except KnownError as other:
            self._refuse(other)
            return
        self.refused = True
        print(f"nextrep: {error}", file=sys.stderr)
        page = RescuePage(self._rescue, self.context.jobs, clock.now)
        page.mended.connect(self._on_mended)
        page.left.connect(QApplication.quit)
        self._window.show_instead(page)

    def _on_mended(self, kept: object) -> None:
        self._rescue = None
        if self._window is not None and isinstance(kept, Path):
            self._window.go_on()
            place = f"{kept.parent.name}/{kept.name}"
            self._window.status.say(tr("The damaged file is kept in “{folder}”.", folder=place))

    def _check(self) -> None:
        """Check the file beside the window: quickly at each start, the whole of it once a month."""
        if self._window is None or self._opened is None:
            return
        from nextrep.services import upkeep

        last = self.context.settings_machine.get(WHOLE_CHECK_DAY)
        whole = upkeep.whole_check_is_due(last, self._day)
        job = _Checking(self._opened, whole=whole)
        then = self._on_whole_check if whole else self._on_check
        self.context.jobs.run(job, then=then, failed=_nothing_to_say, owner=self._window)

    def _on_whole_check(self, well: bool) -> None:
        self.context.settings_machine.put(WHOLE_CHECK_DAY, self._day)
        self._on_check(well)

    def _on_check(self, well: bool) -> None:
        """Say what was found, if anything."""
        if well:
            return
        self.reporter.known(self._damage_met())

    def _on_met(self, error: KnownError) -> None:
        self.reporter.known(error)

    def _damage_met(self) -> KnownError:
        """Note that the open profile is damaged, and return what to say: the next start offers to mend it."""
        from nextrep.services import upkeep

        self.daily.stop()  # a good backup must not make room for one of a damaged file
        upkeep.note_damage(self._folder)
        return KnownError(
            tr("Part of this profile cannot be read"),
            safe=tr("NextRep goes on saving, and everything on the screen was read as it is."),
            next_step=tr(
                "Close NextRep and start it again: it then reads what can be read, looks for a good"
                " backup, and lets you choose."
            ),
        )

    def serve(self, window: MainWindow) -> None:
        """Show failures and the import over `window`."""
        self._window = window
        self.crash.set_window(window)
        self.crash.met.connect(self._on_met)
        self.reporter.set_damage(self._damage_met)
        self.reporter.set_window(window)
        window.import_requested.connect(self._on_import)
        self.daily.said.connect(window.status.say)
        self.replaced.said.connect(window.status.say)
        self._minute.start()

    def _on_minute(self) -> None:
        """On a new day a program that waited may begin; a laptop that slept over midnight is told too."""
        if self._opened is not None and (error := self._opened.taken_over()) is not None:
            self._minute.stop()
            self.reporter.known(error, then=QApplication.quit)
            return
        today = clock.now().date().toordinal()
        if self._opened is None or today == self._day or not self._exclusive:
            return
        from nextrep.services import handover
        from nextrep.services.bin import purge

        try:
            purge(self._opened.store, clock.now())
            outcome = handover.turn(self._opened.store, today)
        except KnownError:
            return  # another minute will do
        self._day = today
        self.daily.beside()
        self.context.operate.announce(outcome, None)

    def _on_import(self) -> None:
        if self._opened is None or self._window is None:
            return  # the profile is not open yet
        from nextrep.ui.transfer.import_dialog import open_import

        open_import(self.context, self._window)

    def _context_now(self) -> Context:
        return self.context

    def close(self) -> None:
        """Wait for jobs, back up what was changed, then close the profile."""
        self._minute.stop()
        self.replaced.stop()
        self.daily.stop()
        if self.clipboard is not None:
            self.clipboard.stop()
            self.clipboard = None
        self._check_timer.stop()
        self.context.jobs.shutdown()
        # A stack that is thrown away with Python commands in it crashes Qt (seen in QUndoStack::clear).
        self.context.undo.clear()
        if self._opened is not None:
            # What the disk changed is looked for before anything is moved into the file, and never backed up.
            if self._exclusive and self._opened.is_well():
                self.daily.at_end()
            self._opened.close()
        if self._rescue is not None:
            self._rescue.close()
        self.lock = None  # it knows this object, and goes with the window
        self.crash.uninstall()


class _Checking:
    """Checks the file of a profile, on a worker."""

    def __init__(self, opened: OpenProfile, *, whole: bool) -> None:
        self._opened, self._whole = opened, whole

    def __call__(self, _progress: Progress) -> bool:
        from nextrep.services import upkeep

        return upkeep.check_beside(self._opened, whole=self._whole)


def _nothing_to_say(_error: BaseException) -> None:
    """What cannot be read now is said by whatever needs it."""


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
    window.start("today", wiring.open_or_refuse)
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
