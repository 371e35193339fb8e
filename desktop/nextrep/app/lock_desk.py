"""Locking and unlocking the profile that a window shows, and giving it a passphrase or taking it away."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from nextrep.app import clock
from nextrep.domain.errors import Cancelled, KnownError
from nextrep.domain.text import tr
from nextrep.settings.table import LOCK_IDLE_MINUTES, LOCK_ON_LEAVE
from nextrep.ui.runtime.absence import AbsenceWatch
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.idle import IdleTimer
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.runtime.locking import (
    FORGET,
    LOCK,
    LOCK_TIMES,
    NEW_PASSPHRASE,
    NEW_RECOVERY,
    PROTECT,
    REMEMBER,
    UNPROTECT,
)

if TYPE_CHECKING:
    from nextrep.domain.recovery_key import RecoveryKey
    from nextrep.services.vault import NewVault, ProfileKey
    from nextrep.ui.shell.dialogs import DialogReporter
    from nextrep.ui.shell.window import MainWindow


class Door(Protocol):
    """What opens and closes the profile."""

    context: Context
    reporter: DialogReporter

    def open_with(self, key: ProfileKey | None) -> Context | None:
        """Open the profile; None where it cannot be and the person was told."""

    def close_profile(self) -> None:
        """Close the profile."""


class LockDesk(QObject):
    """Does what a person wants of the lock.

    Attributes:
        idle: locks after a while without a key.
        absence: locks when the person leaves the computer.
    """

    def __init__(self, folder: Path, door: Door, window: MainWindow) -> None:
        super().__init__(window)
        self._folder, self._door, self._window = folder, door, window
        self._key: ProfileKey | None = None
        self._working = False
        self.idle, self.absence = IdleTimer(self), AbsenceWatch(self)
        self.idle.idle.connect(self.lock)
        self.absence.left.connect(self.lock)
        window.lock_requested.connect(self._on_wish)

    def begin_locked(self) -> None:
        """Show the page that unlocks, at the start; this computer's keyring may have the key."""
        self._show_page(by_keyring=True)

    def opened_with(self, key: ProfileKey | None) -> None:
        """The profile was opened; watch over it from now on where it is encrypted."""
        self._key = key
        self._window.status.set_lockable(on=key is not None)
        self.set_times()

    def set_times(self) -> None:
        """Take up when to lock."""
        machine = self._door.context.settings_machine
        on = self._key is not None
        self.idle.set_minutes(machine.get(LOCK_IDLE_MINUTES) if on else 0)
        if on and machine.get(LOCK_ON_LEAVE):
            self.absence.start()
        else:
            self.absence.stop()

    def lock(self) -> None:
        """Put everything away and close the profile; what was said to be saved is saved."""
        if self._key is None or self._working:
            return
        self._show_page(by_keyring=False)
        self._door.close_profile()
        self._forget_key()

    def _forget_key(self) -> None:
        key, self._key = self._key, None
        self.idle.set_minutes(0)
        self.absence.stop()
        if key is not None:
            key.wipe()
        gc.collect()  # what the screens held of the record goes with them

    def _show_page(self, *, by_keyring: bool) -> None:
        from nextrep.ui.lock.unlock_page import UnlockPage  # only encrypted profiles need it

        page = UnlockPage(self._folder, self._door.context.jobs, clock.now, by_keyring=by_keyring)
        page.unlocked.connect(self._on_unlocked)
        self._window.put_away(page)

    def _on_unlocked(self, key: ProfileKey) -> None:
        self._open(key)

    def _open(self, key: ProfileKey | None) -> bool:
        """Open the profile and show it; returns whether that worked."""
        self._window.status.say("")  # not after opening, which may have something to say
        context = self._door.open_with(key)
        if context is None:
            return False
        self._window.take_up(context)
        return True

    def _on_wish(self, wish: str) -> None:
        if self._working:
            return
        wishes: dict[str, Callable[[], None]] = {
            LOCK: self._lock_or_protect,
            PROTECT: self._ask_first,
            UNPROTECT: self._ask_unprotect,
            NEW_PASSPHRASE: self._ask_another,
            NEW_RECOVERY: self._new_recovery,
            REMEMBER: partial(self._keyring, remember=True),
            FORGET: partial(self._keyring, remember=False),
            LOCK_TIMES: self.set_times,
        }
        wishes[wish]()

    def _lock_or_protect(self) -> None:
        if self._key is None:
            self._ask_first()
        else:
            self.lock()

    def _ask_first(self) -> None:
        if self._key is None:
            self._ask_passphrase(self._protect, first_time=True)

    def _ask_another(self) -> None:
        if self._key is not None:
            self._ask_passphrase(self._change, first_time=False)

    def _ask_passphrase(self, then: Callable[[str], None], *, first_time: bool) -> None:
        from nextrep.ui.lock.passphrase_dialog import PassphraseDialog

        dialog = PassphraseDialog(self._window, first_time=first_time)
        dialog.chosen.connect(then)
        dialog.open()

    def _ask_unprotect(self) -> None:
        from nextrep.ui.lock.unprotect_dialog import UnprotectDialog

        if self._key is not None:
            dialog = UnprotectDialog(self._window)
            dialog.confirmed.connect(self._unprotect)
            dialog.open()

    def _protect(self, passphrase: str) -> None:
        from nextrep.services import vault

        def work(progress: Progress) -> NewVault:
            return vault.encrypt(self._folder, passphrase, clock.now(), progress.report)

        self._convert(tr("Encrypting your record"), work, self._on_protected)

    def _unprotect(self) -> None:
        from nextrep.services import vault

        key = self._key
        assert key is not None

        def work(progress: Progress) -> None:
            vault.decrypt(self._folder, key, clock.now(), progress.report)

        self._convert(tr("Decrypting your record"), work, self._on_unprotected)

    def _convert(self, words: str, work: Callable[[Progress], object], then: Callable[..., None]) -> None:
        """Close the profile, do the work beside a page that says so, and open it again."""
        from nextrep.ui.lock.working_page import WorkingPage

        page = WorkingPage(words)
        self._working = True
        self._window.put_away(page)
        self._door.close_profile()
        stop = threading.Event()
        page.panel.cancelled.connect(stop.set)
        self._door.context.jobs.run(
            partial(_until_stopped, work, stop),
            then=partial(self._on_converted, then),
            failed=self._on_not_converted,
            owner=self,
            progress=page.panel.set_progress,
        )

    def _on_converted(self, then: Callable[..., None], answer: object) -> None:
        self._working = False
        if isinstance(answer, Cancelled):
            self._open(self._key)
        else:
            then(answer)

    def _on_protected(self, made: NewVault) -> None:
        if self._open(made.key):
            self._show_recovery(made.recovery)

    def _on_unprotected(self, _nothing: object) -> None:
        self._forget_key()
        self._open(None)

    def _on_not_converted(self, error: BaseException) -> None:
        self._working = False
        self._open(self._key)
        self._door.reporter.known(error if isinstance(error, KnownError) else _our_fault())

    def _show_recovery(self, recovery: RecoveryKey) -> None:
        from nextrep.ui.lock.recovery_dialog import RecoveryDialog

        RecoveryDialog(recovery, self._window).open()

    def _change(self, passphrase: str) -> None:
        from nextrep.services import vault

        key = self._key
        assert key is not None

        def work(_progress: Progress) -> None:
            vault.change_passphrase(self._folder, key, passphrase)

        self._run(work, self._say(tr("The passphrase is another one from now on.")))

    def _new_recovery(self) -> None:
        from nextrep.services import vault

        key = self._key
        if key is None:
            return

        def work(_progress: Progress) -> RecoveryKey:
            return vault.new_recovery(self._folder, key)

        self._run(work, self._show_recovery)

    def _keyring(self, *, remember: bool) -> None:
        from nextrep.services import vault

        key = self._key
        if key is None:
            return

        def work(_progress: Progress) -> None:
            if remember:
                vault.remember(self._folder, key)
            else:
                vault.forget(self._folder)

        words = (
            tr("This computer's keyring opens it from now on.")
            if remember
            else tr("The keyring forgot the key.")
        )
        self._run(work, self._say(words))

    def _run(self, work: Callable[[Progress], object], then: Callable[..., None]) -> None:
        self._door.context.jobs.run(work, then=then, owner=self._window)

    def _say(self, words: str) -> Callable[[object], None]:
        return partial(_say, self._window, words)


def _say(window: QWidget, words: str, _answer: object) -> None:
    window.status.say(words)  # type: ignore[attr-defined] # the main window


def _until_stopped(work: Callable[[Progress], object], stop: threading.Event, progress: Progress) -> object:
    """Do the work; the answer is the `Cancelled` where the person stopped it.

    A job that is cancelled as jobs are calls nobody back, and here somebody must open the profile again.
    """
    try:
        return work(_Stoppable(progress, stop))
    except Cancelled as cancelled:
        return cancelled


class _Stoppable(Progress):
    """Passes on how far it is, and leaves the work once it is to stop."""

    def __init__(self, progress: Progress, stop: threading.Event) -> None:
        super().__init__(progress.report, stop)

    def report(self, done: int, total: int) -> None:
        self.check()
        super().report(done, total)


def _our_fault() -> KnownError:
    return KnownError(
        tr("That did not work because of a fault in NextRep."),
        safe=tr("Your record is as it was."),
        next_step=tr("Try again; if it stays so, the log in Settings says what happened."),
    )
