"""What opens an encrypted profile: another passphrase, another recovery key, this computer's keyring."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nextrep.domain.text import tr
from nextrep.ui.runtime.jobs import Progress

if TYPE_CHECKING:
    from nextrep.app.lock_desk import LockDesk
    from nextrep.domain.recovery_key import RecoveryKey
    from nextrep.ui.shell.window import MainWindow


class KeyDesk(QObject):
    """Changes how the profile that is open can be opened; the profile itself stays as it is."""

    def __init__(self, folder: Path, lock: LockDesk, window: MainWindow) -> None:
        super().__init__(lock)
        self._folder, self._lock, self._window = folder, lock, window

    def ask_another(self) -> None:
        """Ask for another passphrase."""
        if self._lock.key is not None:
            ask_passphrase(self._window, self._change, first_time=False)

    def _change(self, passphrase: str) -> None:
        from nextrep.services import vault

        key = self._lock.key
        assert key is not None

        def work(_progress: Progress) -> None:
            vault.change_passphrase(self._folder, key, passphrase)

        self._run(work, self._say(tr("The passphrase is another one from now on.")))

    def new_recovery(self) -> None:
        """Make another recovery key, and show it once."""
        from nextrep.services import vault

        key = self._lock.key
        if key is None:
            return

        def work(_progress: Progress) -> RecoveryKey:
            return vault.new_recovery(self._folder, key)

        self._run(work, self._show_recovery)

    def use_keyring(self, *, remember: bool) -> None:
        """Let this computer's keyring open the profile from now on, or no longer."""
        from nextrep.services import vault

        key = self._lock.key
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
        self._lock.context.jobs.run(work, then=then, owner=self._window)

    def _show_recovery(self, recovery: RecoveryKey) -> None:
        show_recovery(recovery, self._window)

    def _say(self, words: str) -> Callable[[object], None]:
        return partial(_say, self._window, words)


def ask_passphrase(window: MainWindow, then: Callable[[str], None], *, first_time: bool) -> None:
    """Let the person choose a passphrase, twice, and hand it to `then`."""
    from nextrep.ui.lock.passphrase_dialog import PassphraseDialog

    dialog = PassphraseDialog(window, first_time=first_time)
    dialog.chosen.connect(then)
    dialog.open()


def show_recovery(recovery: RecoveryKey, window: MainWindow) -> None:
    """Show a recovery key, to be written down."""
    from nextrep.ui.lock.recovery_dialog import RecoveryDialog

    RecoveryDialog(recovery, window).open()


def _say(window: MainWindow, words: str, _answer: object) -> None:
    window.status.say(words)
