"""Backups as a person has them: whole, checked, kept for a while, and calm about what is in their way."""

from __future__ import annotations

import errno
import json
import os
import zipfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from nextrep.domain.backup_rotation import BackupKind
from nextrep.domain.errors import KnownError
from nextrep.domain.journal import Rating
from nextrep.services import backup_standing, backups, journal, vault
from nextrep.services.backups import Place
from nextrep.storage import backup
from nextrep.storage.store import Store
from nextrep.storage.vault.kdf import Cost
from tests.systems import only_for_owner

K = BackupKind
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def write_something(store: Store, now: datetime, mood: int = 40) -> None:
    journal.rate(store, now.date().toordinal(), {Rating.MOOD: mood}, now)


def mood_in(file: Path, folder: Path, now: datetime) -> int | None:
    """Return the mood of the day in a backup, by opening the profile in it."""
    folder.mkdir()
    with zipfile.ZipFile(file) as parts:
        (folder / "nextrep.db").write_bytes(parts.read("nextrep.db"))
    store = Store(folder, now=now)
    found = journal.day_view(store, now.date().toordinal()).checkin
    assert store.problems() == []
    store.close()
    return found.values["mood"] if found is not None else None


def test_a_backup_has_all_that_was_there_and_says_nothing_of_the_person(
    store: Store, now: datetime, tmp_path: Path
) -> None:
    write_something(store, now)
    journal.write(store, now.date().toordinal(), "Walked by the river.", now)
    made = backups.make(store, now)
    write_something(store, now, 90)
    assert made.path.name == f"NextRep {now:%Y-%m-%d %H%M%S}.nextrep-backup"
    assert only_for_owner(made.path)
    assert mood_in(made.path, tmp_path / "other", now) == 40
    with zipfile.ZipFile(made.path) as parts:
        about = json.loads(parts.read("about.json"))
    assert about.keys() == {
        "nextrep_backup", "format", "program", "made_at", "kind", "profile", "encrypted"
    }  # fmt: skip
    assert about["made_at"] == now.isoformat()
    left = {file.name for file in store.folder.rglob("*") if file.name.startswith(".")}
    assert not left, "nothing is left beside it"


def test_two_within_a_second_are_two_files(store: Store, now: datetime) -> None:
    write_something(store, now)
    first, second = backups.make(store, now), backups.make(store, now)
    assert first.path != second.path
    assert len(backups.found(store.folder, now)) == 2


def test_after_a_day_without_changes_there_is_nothing_to_back_up(store: Store, now: datetime) -> None:
    assert backups.make_daily(store, now) is None, "an empty profile needs none"
    write_something(store, now)
    assert backups.make_daily(store, now) is not None
    assert backups.make_daily(store, now) is None
    folder = store.folder
    store.close()
    again = Store(folder, now=now)
    assert backups.make_daily(again, now + timedelta(days=1)) is None, "opening and closing changes nothing"
    write_something(again, now, 70)
    made = backups.make_daily(again, now + timedelta(days=1))
    assert made is not None
    again.close()


def test_what_a_killed_program_wrote_is_backed_up_at_the_next_start(store: Store, now: datetime) -> None:
    write_something(store, now)
    assert backups.make_daily(store, now) is not None
    write_something(store, now, 70)
    other = Store(store.folder, now=now)  # as after a kill: the log was never folded in
    assert backups.changed(other)
    other.close()


def test_a_clock_that_was_set_back_hinders_no_backup_and_costs_none(store: Store, now: datetime) -> None:
    write_something(store, now)
    ahead = backups.make_daily(store, now + timedelta(days=400))
    write_something(store, now, 60)
    made = backups.make_daily(store, now)
    assert ahead is not None and made is not None
    assert {one.path for one in backups.found(store.folder, now)} == {ahead.path, made.path}


def test_days_weeks_and_months_are_kept(store: Store, now: datetime) -> None:
    for day in range(40):
        write_something(store, now, day)
        assert backups.make_daily(store, now + timedelta(days=day)) is not None
    kept = [one.about.made_at.date() for one in backups.found(store.folder, now + timedelta(days=40))]
    assert len(kept) < 7 + 4 + 3
    assert kept[:7] == [(now + timedelta(days=39 - back)).date() for back in range(7)]


def test_of_a_folder_that_several_share_only_the_own_ones_go(
    store: Store, now: datetime, tmp_path: Path
) -> None:
    shared, other = tmp_path / "shared", Store(tmp_path / "other", now=now)
    shared.mkdir()
    place = Place(shared)
    for each in (store, other):
        for minute in range(3):
            write_something(each, now, minute)
            backups.make_daily(each, now + timedelta(minutes=minute), place)
    assert len(list(shared.iterdir())) == 2
    assert backup_standing.standing(store, now + timedelta(hours=1), place).last is not None
    other.close()


def test_a_place_that_is_away_is_said_and_the_own_folder_keeps_one(
    store: Store, now: datetime, tmp_path: Path
) -> None:
    write_something(store, now)
    stick = tmp_path / "stick"
    made = backups.make_daily(store, now, Place(stick))
    assert made is not None
    assert made.path.parent == backups.own_folder(store.folder)
    assert "is not there at the moment" in made.instead_of
    assert not stick.exists(), "no folder stands in for a stick that is away"
    assert backup_standing.standing(store, now).missed == now.date().toordinal()
    with pytest.raises(KnownError, match="could not be written"):
        backups.make(store, now, Place(stick))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EROFS, "cannot be written to"),
        (errno.EIO, "not there at the moment"),
    ],
)
def test_a_disk_that_fails_in_the_middle_leaves_nothing_half(
    store: Store, now: datetime, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    write_something(store, now)
    first = backups.make(store, now)
    before = first.path.read_bytes()

    def fail(handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(backup.os, "fsync", fail)
    with pytest.raises(KnownError, match=words):
        backups.make(store, now + timedelta(minutes=1))
    assert [one.name for one in first.path.parent.iterdir()] == [first.path.name]
    assert first.path.read_bytes() == before


def test_a_drive_that_is_pulled_while_it_is_written_to_is_said(
    store: Store, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_something(store, now)
    stick, gone = tmp_path / "stick", tmp_path / "gone"
    stick.mkdir()
    sync = os.fsync

    def pull(handle: int) -> None:
        sync(handle)
        stick.rename(gone)

    with monkeypatch.context() as patch:
        patch.setattr(backup.os, "fsync", pull)
        with pytest.raises(KnownError, match="not there at the moment"):
            backups.make(store, now, Place(stick))
    gone.rename(stick)
    assert backups.found(store.folder, now, Place(stick)) == [], (
        "what lies there half has no name of a backup"
    )
    made = backups.make(store, now, Place(stick))
    assert [one.name for one in stick.iterdir()] == [made.path.name], "what was left is cleared"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user who may not write everywhere")
def test_a_folder_that_may_only_be_read_is_said(store: Store, now: datetime, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(KnownError, match="cannot be written"):
        backups.checked_place(store, closed)


def test_a_file_by_that_name_stays_when_the_new_one_fails(
    store: Store, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_something(store, now)
    file = tmp_path / "mine.nextrep-backup"
    file.write_bytes(b"older")
    monkeypatch.setattr(backup, "check_copy", _damaged)
    with pytest.raises(KnownError, match="cannot be opened"):
        backups.make(store, now, file=file)
    assert file.read_bytes() == b"older"


def _damaged(*_given: Any, **_more: Any) -> str:
    return "page 7"


def test_what_others_write_meanwhile_is_not_in_the_way(store: Store, now: datetime, tmp_path: Path) -> None:
    write_something(store, now)
    reader = Store(store.folder, now=now)
    with reader.transaction():  # holds the log open, so that SQLite writes the copy itself
        made = backups.make(store, now)
    reader.close()
    assert mood_in(made.path, tmp_path / "other", now) == 40


def test_a_line_comes_when_the_last_one_outside_is_old(store: Store, now: datetime, tmp_path: Path) -> None:
    today = now.date().toordinal()
    write_something(store, now)
    assert backup_standing.old_outside(store, today) == (False, None)
    assert backup_standing.old_outside(store, today + 30) == (True, None)
    backups.make(store, now)
    assert backup_standing.old_outside(store, today + 30)[0], "the same disk is not outside"
    backups.make(store, now, Place(tmp_path, copied=True))
    assert backup_standing.old_outside(store, today + 29) == (False, today)
    assert backup_standing.old_outside(store, today + 30) == (True, today)
    backup_standing.put_aside(store, today + 30)
    assert not backup_standing.old_outside(store, today + 59)[0]
    assert backup_standing.old_outside(store, today + 60)[0]


def test_a_note_that_cannot_be_read_is_none(store: Store, now: datetime) -> None:
    (store.folder / "backups.json").write_text('{"outside": "x"}')
    write_something(store, now)
    assert backups.make_daily(store, now) is not None
    assert backups.make_daily(store, now) is None


def test_the_backup_of_an_encrypted_profile_is_encrypted_and_opens_with_its_key(
    tmp_path: Path, now: datetime
) -> None:
    folder = tmp_path / "locked"
    key = vault.create(folder, "seven small grey stones", now, cost=CHEAP).key
    store = Store(folder, now=now, key=key)
    journal.write(store, now.date().toordinal(), "Walked by the river.", now)
    made = backups.make(store, now)
    store.close()
    assert b"river" not in made.path.read_bytes()
    other = tmp_path / "other"
    other.mkdir()
    with zipfile.ZipFile(made.path) as parts:
        assert json.loads(parts.read("about.json"))["encrypted"]
        parts.extract("nextrep.db", other)
        parts.extract("nextrep.key", other)
    again = Store(other, now=now, key=vault.unlock(other, "seven small grey stones", now))
    assert [entry.text for entry in journal.day_view(again, now.date().toordinal()).entries] == [
        "Walked by the river."
    ]
    again.close()
