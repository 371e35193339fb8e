"""Backups in the window: the card in Settings, putting one back, the way to a new computer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nextrep.domain.journal import Rating
from nextrep.services import backups, demo, journal, vault
from nextrep.services.backups import Place
from nextrep.settings.table import BACKUP_FOLDER_PLACE, BACKUP_PLACE_COPIED
from nextrep.storage.restoring import is_decided
from nextrep.storage.store import Store
from nextrep.storage.vault.kdf import Cost
from nextrep.ui.preferences.backup_card import BackupCard
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.restart import Restart
from nextrep.ui.today.backup_note import BackupNote
from tests.ui.fixtures_ui import NOON, make_context

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PHRASE = "seven small grey stones"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def context(tmp_path: Path, qapp: QApplication) -> Iterator[Context]:
    store = Store(tmp_path / "profile", now=NOON)
    made, _reporter = make_context(tmp_path / "profile", store, NOON)
    yield made
    store.close()


@pytest.fixture
def card(qtbot: QtBot, context: Context) -> BackupCard:
    demo.fill(context.store, 3, 1, context.now())
    made = BackupCard(context)
    qtbot.addWidget(made)
    made.refresh()
    made.show()
    return made


def test_back_up_now_says_where_it_is_and_that_it_is_no_help_if_the_disk_fails(
    qtbot: QtBot, context: Context, card: BackupCard
) -> None:
    assert card.last.text() == "There is no backup yet."
    qtbot.mouseClick(card.back_up, LEFT)
    qtbot.mouseClick(card.copy_answer, LEFT)
    path = Path(QGuiApplication.clipboard().text())
    assert path.exists() and str(path) in card.answer.text()
    card.refresh()
    assert card.last.text() == "The last backup: today, 12:00."
    assert "None is outside this computer yet" in card.outside.text()


def test_what_is_in_the_way_is_said(qtbot: QtBot, context: Context, card: BackupCard) -> None:
    (context.store.folder / "backups").write_text("in the way")
    qtbot.mouseClick(card.back_up, LEFT)
    assert "The backup could not be written." in card.answer.text()
    assert card.back_up.isEnabled()


def test_a_place_of_ones_own_is_tried_kept_and_given_back(
    qtbot: QtBot, context: Context, card: BackupCard, tmp_path: Path
) -> None:
    card.take_place(str(tmp_path / "away"))
    assert "not there at the moment" in card.answer.text()
    assert card.usual.isHidden()
    cloud = tmp_path / "cloud"
    cloud.mkdir()
    card.take_place(str(cloud))
    assert context.settings_machine.get(BACKUP_FOLDER_PLACE) == str(cloud)
    assert card.place.text() == str(cloud)
    assert not card.copied.isHidden(), "on the same disk one may say that it is copied"
    card.copied.click()
    assert context.settings_machine.get(BACKUP_PLACE_COPIED)
    qtbot.mouseClick(card.back_up, LEFT)
    card.refresh()
    assert len(list(cloud.iterdir())) == 1
    assert card.outside.text() == "The last one outside this computer: today."
    qtbot.mouseClick(card.usual, LEFT)
    assert context.settings_machine.get(BACKUP_FOLDER_PLACE) == ""
    assert card.copied.isHidden()


def test_putting_one_back_shows_what_is_in_it_and_opens_the_window_anew(
    qtbot: QtBot, context: Context, card: BackupCard
) -> None:
    store, now = context.store, context.now()
    backups.make(store, now - timedelta(days=2))
    file = backups.make(store, now - timedelta(days=1)).path
    dialog = card.open_restore()
    assert dialog.listed.count() == 2
    assert dialog.listed.currentItem().text().startswith("Sat 21 Nov, 12:00 · made by hand · ")
    assert "Made: Sat 21 Nov, 12:00, made by hand." in dialog.said.text()
    assert "sessions" in dialog.said.text()
    with qtbot.waitSignal(card.restart_asked) as asked:
        qtbot.mouseClick(dialog.take, LEFT)
    assert asked.args == [Restart(store.folder, None)]
    assert is_decided(store.folder)
    assert file.exists()


def test_a_file_that_is_none_is_said_and_another_can_be_chosen(
    qtbot: QtBot, context: Context, card: BackupCard, tmp_path: Path
) -> None:
    good = backups.make(context.store, context.now(), file=tmp_path / "good").path
    (tmp_path / "bad.nextrep-backup").write_bytes(b"hello")
    dialog = card.open_restore()
    assert dialog.listed.isHidden()
    dialog.open_file(str(tmp_path / "bad.nextrep-backup"))
    assert "is not a backup of NextRep" in dialog.problem.text()
    assert not dialog.take.isEnabled()
    dialog.open_file(str(good))
    assert dialog.problem.isHidden()
    assert dialog.take.isEnabled()
    dialog.reject()


def test_a_locked_one_asks_for_its_passphrase(
    qtbot: QtBot, context: Context, card: BackupCard, tmp_path: Path
) -> None:
    folder, now = tmp_path / "locked", context.now()
    key = vault.create(folder, PHRASE, now, cost=CHEAP).key
    store = Store(folder, now=now, key=key)
    journal.rate(store, now.date().toordinal(), {Rating.MOOD: 10}, now)
    file = backups.make(store, now).path
    store.close()
    dialog = card.open_restore()
    dialog.open_file(str(file))
    assert "It is locked." in dialog.said.text()
    assert not dialog.take.isEnabled()
    dialog.passphrase.setText("another one entirely")
    qtbot.mouseClick(dialog.unlock, LEFT)
    assert not dialog.take.isEnabled()
    dialog.passphrase.setText(PHRASE)
    qtbot.keyClick(dialog.passphrase, Qt.Key.Key_Return)
    assert "1 day with a check-in" in dialog.said.text()
    with qtbot.waitSignal(card.restart_asked) as asked:
        qtbot.mouseClick(dialog.take, LEFT)
    assert asked.args is not None
    assert asked.args[0].key == key


def test_the_file_for_a_new_computer_is_written_and_counts(
    qtbot: QtBot, context: Context, card: BackupCard, tmp_path: Path
) -> None:
    dialog = card.open_move()
    dialog.write_file(str(tmp_path / "mine"))
    assert (tmp_path / "mine.nextrep-backup").exists()
    assert "Written, opened and checked" in dialog.answer.text()
    dialog.write_file(str(tmp_path / "away" / "mine"))
    assert "not there at the moment" in dialog.answer.text()
    dialog.reject()


def test_today_says_when_the_last_one_outside_is_old_until_it_is_put_aside(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    note = BackupNote(context)
    qtbot.addWidget(note)
    note.show_state(first_day=True, invented=False)
    with qtbot.waitSignal(note.asked) as asked:
        qtbot.mouseClick(note.go, LEFT)
    assert asked.args == ["restore"]
    then = context.now() - timedelta(days=40)
    journal.rate(context.store, then.date().toordinal(), {Rating.MOOD: 10}, then)
    note.show_state(first_day=False, invented=True)
    assert note.isHidden()
    note.show_state(first_day=False, invented=False)
    assert "on this computer alone" in note.words()
    backups.make(context.store, then, Place(tmp_path, copied=True))
    note.show_state(first_day=False, invented=False)
    assert note.words() == "The last backup outside this computer is of Tue 13 Oct."
    qtbot.mouseClick(note.later, LEFT)
    note.show_state(first_day=False, invented=False)
    assert note.isHidden()
