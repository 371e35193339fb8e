"""What a window stands on: the profile, jobs, failures, backups and checks, and the order they come in."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication

from nextrep.app import clock
from nextrep.app.daily_backup import DailyBackup
from nextrep.app.replaced import Replaced, own_program
from nextrep.domain.errors import DamagedProfile, KnownError
from nextrep.domain.text import tr
from nextrep.ui.runtime.bus import Bus
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Jobs
from nextrep.ui.runtime.machine_settings import MachineSettings
from nextrep.ui.runtime.operate import Operate
from nextrep.ui.shell.crash import CrashHandler
from nextrep.ui.shell.dialogs import DialogReporter
from nextrep.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from nextrep.app.damage_desk import DamageDesk
    from nextrep.app.lock_desk import LockDesk
    from nextrep.services.upkeep import OpenProfile
    from nextrep.services.vault import ProfileKey
    from nextrep.ui.runtime.clipboard import ClipboardKeeper

UNDO_STEPS = 1000
"""Enough for a long session with every set typed, rated and corrected; a step is a few hundred bytes."""


class Wiring(QObject):
    """Everything that a window needs. The profile is opened by `open`, after the window shows.

    Attributes:
        context: what the screens are given; its store is there once the profile is open.
        clipboard: takes away again what was copied here; there once the window shows.
        lock: locks and unlocks, once there is a window.
        damage: checks the file of the profile, and mends it; there once it is needed.
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
        self.damage: DamageDesk | None = None
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
        if self.damage is not None:
            self.damage.stop()
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
        self._check_soon()
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

    def _on_met(self, error: KnownError) -> None:
        self.reporter.known(error)

    def _offer_rescue(self, error: DamagedProfile) -> None:
        """Show what can be recovered in place of the first screen."""
        if self._window is None or not self._exclusive:
            self._refuse(error)
            return
        if self._opened is not None:  # it was met only after the profile was open
            self._opened.close()
            self._opened = None
        try:
            self._damage_desk(self._window).offer(self._key)
        except KnownError as other:
            self._refuse(other)
            return
        self.refused = True
        print(f"nextrep: {error}", file=sys.stderr)

    def _check_soon(self) -> None:
        """Have the file of the open profile checked beside the window."""
        if self._window is not None and self._opened is not None:
            self._damage_desk(self._window).check_soon(self._opened, self._day)

    def _damage_desk(self, window: MainWindow) -> DamageDesk:
        from nextrep.app.damage_desk import DamageDesk  # not before the first paint

        if self.damage is None:
            self.damage = DamageDesk(self._folder, self, window)
        return self.damage

    def _damage_met(self) -> KnownError:
        from nextrep.app.damage_desk import damage_met

        return damage_met(self._folder, self.daily)

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
        if self.damage is not None:
            self.damage.stop()
        self.context.jobs.shutdown()
        # A stack that is thrown away with Python commands in it crashes Qt (seen in QUndoStack::clear).
        self.context.undo.clear()
        if self._opened is not None:
            # What the disk changed is looked for before anything is moved into the file, and never backed up.
            if self._exclusive and self._opened.is_well():
                self.daily.at_end()
            self._opened.close()
        if self.damage is not None:
            self.damage.close()
        self.lock = None  # it knows this object, and goes with the window
        self.crash.uninstall()
