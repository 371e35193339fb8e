"""A change of format is tried on a copy: what goes wrong there leaves the profile as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nextrep.domain.errors import KnownError
from nextrep.services import vault
from nextrep.storage import database
from nextrep.storage.database import FILE_NAME
from nextrep.storage.migrations import LATEST, MIGRATIONS
from nextrep.storage.store import Store
from nextrep.storage.vault.kdf import Cost

NOW = datetime(2026, 11, 27, 20, 0, tzinfo=UTC)
GOOD = ("ALTER TABLE tag ADD COLUMN shade TEXT",)
BREAKING = ("CREATE TABLE spare (id INTEGER PRIMARY KEY)", "INSERT INTO tag SELECT * FROM nowhere")
LOSING = ("DELETE FROM day_tag WHERE 0", "PRAGMA foreign_keys = 0", "DROP TABLE tag")


def change_to(monkeypatch: pytest.MonkeyPatch, statements: tuple[str, ...]) -> None:
    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, statements))
    monkeypatch.setattr(database, "LATEST", LATEST + 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = Store(tmp_path / "profile", now=NOW)
    with store.transaction():
        store._database.execute_sql("INSERT INTO tag (id, name) VALUES (1, 'rainy')")
        store._database.execute_sql("INSERT INTO day_tag (day, tag_id) VALUES (740000, 1)")
    store.close()
    return tmp_path / "profile"


def test_what_goes_well_is_done_and_the_backup_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change_to(monkeypatch, GOOD)
    store = Store(folder, now=NOW)
    assert store._database.execute_sql("SELECT name, shade FROM tag").fetchall() == [("rainy", None)]
    assert store.backup_before is not None
    assert store.backup_before.parent.name == "backups"
    store.close()
    assert not list(folder.glob(".nextrep*")), "the copy is taken away"
    again = Store(folder, now=NOW)
    assert again.backup_before is None
    again.close()


@pytest.mark.parametrize("statements", [BREAKING, LOSING], ids=["fails", "leaves loose ends"])
def test_what_goes_wrong_on_the_copy_leaves_the_profile(
    folder: Path, monkeypatch: pytest.MonkeyPatch, statements: tuple[str, ...]
) -> None:
    before = (folder / FILE_NAME).read_bytes()
    change_to(monkeypatch, statements)
    with pytest.raises(KnownError, match="could not be brought to the format") as caught:
        Store(folder, now=NOW)
    (backup,) = (folder / "backups").iterdir()
    assert backup.name in caught.value.safe
    assert (folder / FILE_NAME).read_bytes() == before
    assert not list(folder.glob(".nextrep*"))
    with closing(sqlite3.connect(folder / FILE_NAME)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (LATEST,)


def test_the_copy_of_an_encrypted_profile_is_encrypted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = vault.create(tmp_path, "a long passphrase", NOW, cost=Cost(64, 1, 1)).key
    store = Store(tmp_path, now=NOW, key=key)
    with store.transaction():
        store._database.execute_sql("INSERT INTO tag (id, name) VALUES (1, 'plum blossom')")
    store.close()
    change_to(monkeypatch, BREAKING)
    monkeypatch.setattr(Path, "unlink", lambda *_args, **_named: None)  # so that the copy can be looked at
    with pytest.raises(KnownError, match="could not be brought"):
        Store(tmp_path, now=NOW, key=key)
    assert (tmp_path / ".nextrep-rehearsal.db").stat().st_size > 4096
    for file in tmp_path.rglob("*"):
        assert file.is_dir() or b"plum blossom" not in file.read_bytes(), file
