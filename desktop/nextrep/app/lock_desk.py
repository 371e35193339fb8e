"""Locking and unlocking the profile that a window shows."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from nextrep.app import clock
from nextrep.app.conversion_desk import ConversionDesk
from nextrep.app.key_desk import KeyDesk
from nextrep.settings.table import LOCK_IDLE_MINUTES, LOCK_ON_LEAVE
from nextrep.ui.runtime.absence import AbsenceWatch
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.idle import IdleTimer
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
    from nextrep.services.vault import ProfileKey
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
        key: opens the profile, None while it is plain or locked.
        working: whether the profile is being converted; nothing is asked of the lock meanwhile.
        idle: locks after a while without a key.
        absence: locks when the person leaves the computer.
    """

    def __init__(self, folder: Path, door: Door, window: MainWindow) -> None:
        super().__init__(window)
        self._folder, self._door, self._window = folder, door, window
        self.key: ProfileKey | None = None
        self.working = False
        self.idle, self.absence = IdleTimer(self), AbsenceWatch(self)
        self.idle.idle.connect(self.lock)
        self.absence.left.connect(self.lock)
        self._keys = KeyDesk(folder, self, window)
        self._conversion = ConversionDesk(folder, self, window)
        window.lock_requested.connect(self._on_wish)

    @property
    def context(self) -> Context:
        """What the screens are given."""
        return self._door.context

    @property
    def reporter(self) -> DialogReporter:
        """Tells failures."""
        return self._door.reporter

    def close_profile(self) -> None:
        """Close the profile; the key stays for opening it again."""
        self._door.close_profile()

    def begin_locked(self) -> None:
        """Show the page that unlocks, at the start; this computer's keyring may have the key."""
        self._show_page(by_keyring=True)

    def opened_with(self, key: ProfileKey | None) -> None:
        """The profile was opened; watch over it from now on where it is encrypted."""
        self.key = key
        self._window.status.set_lockable(on=key is not None)
        self.set_times()

    def set_times(self) -> None:
        """Take up when to lock."""
        machine = self._door.context.settings_machine
        on = self.key is not None
        self.idle.set_minutes(machine.get(LOCK_IDLE_MINUTES) if on else 0)
        if on and machine.get(LOCK_ON_LEAVE):
            self.absence.start()
        else:
            self.absence.stop()

    def lock(self) -> None:
        """Put everything away and close the profile; what was said to be saved is saved."""
        if self.key is None or self.working:
            return
        self._show_page(by_keyring=False)
        self._door.close_profile()
        self.forget_key()

    def forget_key(self) -> None:
        """Overwrite the key, and watch over nothing any more."""
        key, self.key = self.key, None
        self.idle.set_minutes(0)
        self.absence.stop()
        if key is not None:
            key.wipe()
        gc.collect()  # what the screens held of the record goes with them

    def _show_page(self, *, by_keyring: bool) -> None:
        from nextrep.ui.lock.unlock_page import UnlockPage  # only encrypted profiles need it

        page = UnlockPage(self._folder, self._door.context.jobs, clock.now, by_keyring=by_keyring)
        page.unlocked.connect(self._on_unlocked)
        self._window.gate.put_away(page)

    def _on_unlocked(self, key: ProfileKey) -> None:
        self.open(key)

    def open(self, key: ProfileKey | None) -> bool:
        """Open the profile and show it; returns whether that worked."""
        self._window.status.say("")  # not after opening, which may have something to say
        context = self._door.open_with(key)
        if context is None:
            return False
        self._window.gate.take_up(context)
        return True

    def _on_wish(self, wish: str) -> None:
        if self.working:
            return
        wishes: dict[str, Callable[[], None]] = {
            LOCK: self._conversion.ask_protect if self.key is None else self.lock,
            PROTECT: self._conversion.ask_protect,
            UNPROTECT: self._conversion.ask_unprotect,
            NEW_PASSPHRASE: self._keys.ask_another,
            NEW_RECOVERY: self._keys.new_recovery,
            REMEMBER: partial(self._keys.use_keyring, remember=True),
            FORGET: partial(self._keys.use_keyring, remember=False),
            LOCK_TIMES: self.set_times,
        }
        wishes[wish]()
