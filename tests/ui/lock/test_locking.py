"""Locking takes everything of the person out of the window; unlocking brings it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nextrep.app import clock
from nextrep.app.wiring import Wiring
from nextrep.domain.errors import KnownError
from nextrep.domain.recovery_key import new_recovery_key
from nextrep.services import vault
from nextrep.ui.lock.passphrase_dialog import PassphraseDialog
from nextrep.ui.lock.recovery_dialog import RecoveryDialog
from nextrep.ui.lock.unlock_page import UnlockPage
from nextrep.ui.lock.unprotect_dialog import UnprotectDialog
from nextrep.ui.lock.working_page import WorkingPage
from nextrep.ui.runtime.absence import ASLEEP_MS, LOOK_MS, AbsenceWatch
from nextrep.ui.runtime.idle import IdleTimer
from nextrep.ui.shell.window import MainWindow

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSPHRASE = "four quiet plain words"
CHEAP = vault.Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> vault.NewVault:
    """An encrypted profile with one entry; opening it costs next to nothing."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return vault.create(tmp_path / "profile", PASSPHRASE, NOW, cost=CHEAP)


@pytest.fixture
def shown(tmp_path: Path, made: vault.NewVault, qapp: QApplication) -> Iterator[tuple[Wiring, MainWindow]]:
    """A window on it, unlocked by its key."""
    wiring = Wiring(tmp_path / "profile", key=vault.ProfileKey(made.key.secret, made.key.profile))
    window = MainWindow(wiring.context)
    wiring.serve(window)
    window.gate.start("journal", wiring.open_or_refuse)
    yield wiring, window
    end(wiring, window)


def end(wiring: Wiring, window: MainWindow) -> None:
    """Close both, as the end of the program does, and let go of them."""
    window.close()
    wiring.close()
    window.deleteLater()
    wiring.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def page_of(window: MainWindow) -> UnlockPage:
    page = window.stack.currentWidget()
    assert isinstance(page, UnlockPage)
    return page


def written(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_nothing_of_the_person_is_left_in_a_locked_window(
    shown: tuple[Wiring, MainWindow], qtbot: QtBot
) -> None:
    wiring, window = shown
    qtbot.waitUntil(lambda: window.current == "journal")
    assert wiring.lock is not None
    dialog = QDialog(window)
    dialog.open()
    wiring.lock.lock()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert wiring.context.store is None
    assert window.current == ""
    assert window.screen_of("journal") is None
    assert not window.nav.isVisible()
    assert wiring.context.undo.count() == 0
    others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
    assert not others
    assert "Locked" in written(window)


def test_keys_lead_nowhere_while_it_is_locked_and_back_afterwards(
    shown: tuple[Wiring, MainWindow], qtbot: QtBot
) -> None:
    wiring, window = shown
    qtbot.waitUntil(lambda: window.current == "journal")
    assert wiring.lock is not None
    wiring.lock.lock()
    window.show_screen("trends")
    window.import_requested.emit()
    assert window.current == ""
    page = page_of(window)
    page.field.setText("not these words")
    page.unlock()
    qtbot.waitUntil(lambda: "not the passphrase" in written(window), timeout=10_000)
    page.field.setText(PASSPHRASE)
    page.unlock()
    qtbot.waitUntil(lambda: window.current == "trends", timeout=20_000)
    assert window.nav.isVisible()
    assert window.status.lock_button.isVisible()


def test_it_opens_with_the_recovery_key(
    tmp_path: Path, made: vault.NewVault, qapp: QApplication, qtbot: QtBot
) -> None:
    wiring = Wiring(tmp_path / "profile")
    window = MainWindow(wiring.context)
    wiring.serve(window)
    window.gate.start("today", wiring.open_or_refuse)
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), UnlockPage))
    page = page_of(window)
    qtbot.waitUntil(page.unlock_button.isEnabled, timeout=10_000)  # the keyring was asked
    page.other_button.click()
    page.recovery.setText(made.recovery.text.lower().replace("-", " "))
    page.unlock()
    qtbot.waitUntil(lambda: window.current == "today", timeout=20_000)
    end(wiring, window)


def test_without_a_passphrase_lock_offers_one(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    wiring = Wiring(tmp_path / "plain")
    window = MainWindow(wiring.context)
    wiring.serve(window)
    window.gate.start("today", wiring.open_or_refuse)
    qtbot.waitUntil(lambda: window.current == "today", timeout=20_000)
    window.lock_requested.emit("lock")
    dialog = window.findChild(PassphraseDialog)
    assert dialog is not None
    dialog.reject()
    assert window.current == "today"
    end(wiring, window)


def test_two_different_passphrases_are_not_taken(qapp: QApplication) -> None:
    dialog = PassphraseDialog(None, first_time=True)
    taken: list[str] = []
    dialog.chosen.connect(taken.append)
    dialog.first.setText(PASSPHRASE)
    dialog.again.setText(PASSPHRASE + "x")
    dialog.on_take()
    assert not taken
    dialog.again.setText(PASSPHRASE)
    dialog.on_take()
    assert taken == [PASSPHRASE]
    assert dialog.first.text() == ""
    dialog.deleteLater()


def test_the_recovery_key_stays_until_it_is_kept(qapp: QApplication, qtbot: QtBot) -> None:
    key = new_recovery_key()
    dialog = RecoveryDialog(key)
    dialog.show()
    dialog.reject()
    dialog.close()
    assert dialog.isVisible()
    assert key.text in dialog.paper_text()
    dialog.kept.setChecked(True)
    dialog.done_button.click()
    assert not dialog.isVisible()


def test_a_recovery_key_that_no_printer_takes_is_said_there(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = KnownError("No printer is here.", safe="", next_step="Add one.")
    monkeypatch.setattr("nextrep.ui.lock.recovery_dialog.no_printer", lambda _printer: error)
    dialog = RecoveryDialog(new_recovery_key())
    dialog.show()
    dialog.print_button.click()
    assert dialog.not_printed.isVisible()
    assert dialog.not_printed.text() == "No printer is here. Add one."
    dialog.kept.setChecked(True)
    dialog.done_button.click()


def test_a_key_starts_the_waiting_anew(qapp: QApplication, qtbot: QtBot) -> None:
    timer = IdleTimer()
    timer.set_minutes(1)
    timer._timer.start(2_000)
    timer._timer.setInterval(60_000)
    widget = QWidget()
    QApplication.sendEvent(
        widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    )
    assert timer._timer.remainingTime() > 50_000
    timer.set_minutes(0)
    assert timer.minutes() == 0
    assert not timer._timer.isActive()


def test_a_computer_that_slept_is_noticed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    at = [1_000_000]
    monkeypatch.setattr("nextrep.ui.runtime.steady_clock.milliseconds", lambda: at[0])
    watch = AbsenceWatch()
    left: list[bool] = []
    watch.left.connect(lambda: left.append(True))
    watch.start()
    at[0] += LOOK_MS + 1_000  # a busy computer
    watch._on_look()
    assert not left
    at[0] += LOOK_MS + ASLEEP_MS
    watch._on_look()
    assert left == [True]
    watch.on_sleep(True)
    watch.on_session_lock()
    watch.on_saver(False)
    assert len(left) == 3
    watch.stop()
    watch.on_sleep(True)
    assert len(left) == 3


def test_the_passphrase_can_be_taken_away(
    tmp_path: Path, shown: tuple[Wiring, MainWindow], qtbot: QtBot
) -> None:
    wiring, window = shown
    qtbot.waitUntil(lambda: window.current == "journal")
    window.lock_requested.emit("unprotect")
    dialog = window.findChild(UnprotectDialog)
    assert dialog is not None
    dialog.take.click()
    qtbot.waitUntil(lambda: window.current == "journal", timeout=30_000)
    assert (tmp_path / "profile" / "nextrep.db").read_bytes().startswith(b"SQLite format 3")
    assert not wiring.context.store.encrypted
    assert not window.status.lock_button.isVisible()


def test_stopping_the_encryption_leaves_a_plain_profile_open(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def encrypt(_folder: Path, passphrase: str, _now: datetime, progress: Callable[[int, int], None]) -> None:
        asked.append(passphrase)
        while True:  # until the person stops it
            progress(1, 10)

    monkeypatch.setattr(vault, "encrypt", encrypt)
    wiring = Wiring(tmp_path / "plain")
    window = MainWindow(wiring.context)
    wiring.serve(window)
    window.gate.start("today", wiring.open_or_refuse)
    qtbot.waitUntil(lambda: window.current == "today", timeout=20_000)
    window.lock_requested.emit("protect")
    dialog = window.findChild(PassphraseDialog)
    assert dialog is not None
    dialog.first.setText(PASSPHRASE)
    dialog.again.setText(PASSPHRASE)
    dialog.on_take()
    qtbot.waitUntil(lambda: bool(asked))
    page = window.stack.currentWidget()
    assert isinstance(page, WorkingPage)
    page.panel.cancel_button.click()
    qtbot.waitUntil(lambda: window.current == "today", timeout=20_000)
    assert wiring.context.store is not None
    end(wiring, window)
