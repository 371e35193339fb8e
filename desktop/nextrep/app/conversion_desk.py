"""Encrypting a profile that was plain, and the other way round, while the window waits."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nextrep.app import clock
from nextrep.app.key_desk import ask_passphrase, show_recovery
from nextrep.domain.errors import Cancelled, KnownError
from nextrep.domain.text import tr
from nextrep.ui.runtime.jobs import Progress

if TYPE_CHECKING:
    from nextrep.app.lock_desk import LockDesk
    from nextrep.services.vault import NewVault
    from nextrep.ui.shell.window import MainWindow


class ConversionDesk(QObject):
    """Closes the profile, converts it, and opens it again, whatever came of it."""

    def __init__(self, folder: Path, lock: LockDesk, window: MainWindow) -> None:
        super().__init__(lock)
        self._folder, self._lock, self._window = folder, lock, window

    def ask_protect(self) -> None:
        """Ask for a first passphrase."""
        if self._lock.key is None:
            ask_passphrase(self._window, self._protect, first_time=True)

    def ask_unprotect(self) -> None:
        """Ask whether the profile shall be plain from now on."""
        from nextrep.ui.lock.unprotect_dialog import UnprotectDialog

        if self._lock.key is not None:
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

        key = self._lock.key
        assert key is not None

        def work(progress: Progress) -> None:
            vault.decrypt(self._folder, key, clock.now(), progress.report)

        self._convert(tr("Decrypting your record"), work, self._on_unprotected)

    def _convert(self, words: str, work: Callable[[Progress], object], then: Callable[..., None]) -> None:
        """Close the profile, do the work beside a page that says so, and open it again."""
        from nextrep.ui.lock.working_page import WorkingPage

        page = WorkingPage(words)
        self._lock.working = True
        self._window.gate.put_away(page)
        self._lock.close_profile()
        stop = threading.Event()
        page.panel.cancelled.connect(stop.set)
        self._lock.context.jobs.run(
            partial(_until_stopped, work, stop),
            then=partial(self._on_converted, then),
            failed=self._on_not_converted,
            owner=self,
            progress=page.panel.set_progress,
        )

    def _on_converted(self, then: Callable[..., None], answer: object) -> None:
        self._lock.working = False
        if isinstance(answer, Cancelled):
            self._lock.open(self._lock.key)
        else:
            then(answer)

    def _on_protected(self, made: NewVault) -> None:
        if self._lock.open(made.key):
            show_recovery(made.recovery, self._window)

    def _on_unprotected(self, _nothing: object) -> None:
        self._lock.forget_key()
        self._lock.open(None)

    def _on_not_converted(self, error: BaseException) -> None:
        self._lock.working = False
        self._lock.open(self._lock.key)
        self._lock.reporter.known(error if isinstance(error, KnownError) else _our_fault())


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
