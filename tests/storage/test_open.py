"""Opening a profile: pragmas, permissions, and every file that must be refused and left alone."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import peewee
import pytest

import nextrep
from nextrep.domain.errors import KnownError
from nextrep.domain.journal import Entry
from nextrep.services import upkeep
from nextrep.storage.database import APPLICATION_ID, FILE_NAME, MAP_FILE
from nextrep.storage.lock import ProfileLock
from nextrep.storage.migrations import LATEST
from nextrep.storage.store import Store
from nextrep.storage.too_new import saved_by
from tests.storage.holding import held_by_another

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def pragma(store: Store, name: str) -> object:
    return store._database.execute_sql(f"PRAGMA {name}").fetchone()[0]


def test_a_new_profile_is_safe_by_default(tmp_path: Path) -> None:
    store = Store(tmp_path / "mine", now=NOW)
    assert pragma(store, "journal_mode") == "wal"
    assert pragma(store, "synchronous") == 2
    assert pragma(store, "foreign_keys") == 1
    assert pragma(store, "user_version") == LATEST
    assert pragma(store, "application_id") == APPLICATION_ID
    assert store.is_empty()
    assert store.problems() == []
    store.close()
    assert [path.name for path in (tmp_path / "mine").iterdir()] == [FILE_NAME]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permission bits")
def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    store = Store(tmp_path / "mine", now=NOW)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "mine", tmp_path / "mine" / FILE_NAME)]
    store.close()
    assert modes == [0o700, 0o600]


def refused(folder: Path) -> KnownError:
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(KnownError) as caught:
        Store(folder, now=NOW)
    assert (folder / FILE_NAME).read_bytes() == before
    assert caught.value.title
    assert caught.value.safe
    assert caught.value.next_step
    return caught.value


def test_a_newer_profile_is_refused_and_left_alone(tmp_path: Path) -> None:
    Store(tmp_path, now=NOW).close()
    raw = sqlite3.connect(tmp_path / FILE_NAME)
    raw.execute(f"PRAGMA user_version = {LATEST + 1}")
    raw.commit()
    raw.close()
    said = refused(tmp_path)
    assert said.title == f"This profile was saved by a newer NextRep than this one, {nextrep.__version__}."
    assert "your data stays where it is" in said.next_step


@pytest.mark.parametrize(
    ("format_then", "program", "named"),
    [
        (LATEST + 1, '"9.8.7"', True),
        (LATEST, '"9.8.7"', False),
        (LATEST + 1, '"<b>\\n"', False),
        (LATEST + 1, "7", False),
    ],
)
def test_the_newer_version_is_named_where_it_wrote_itself_down(
    tmp_path: Path, format_then: int, program: str, named: bool
) -> None:
    Store(tmp_path, now=NOW).close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as raw:
        raw.execute(f"PRAGMA user_version = {LATEST + 1}")
        raw.commit()
    text = f'{{"file": 1, "roots": {{}}, "program": {program}, "format": {format_then}}}'
    (tmp_path / MAP_FILE).write_text(text, encoding="utf-8")
    assert ("saved by NextRep 9.8.7, a newer version" in refused(tmp_path).title) is named


def test_who_closes_a_profile_is_written_down(tmp_path: Path) -> None:
    upkeep.open_profile(tmp_path, NOW).close()
    assert saved_by(tmp_path, LATEST) == nextrep.__version__


@pytest.mark.parametrize("content", [b"not a database at all, but longer than a header" * 40, b"\x00" * 5000])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    assert "damaged" in refused(tmp_path).title


def test_a_damaged_profile_is_refused_and_left_alone(tmp_path: Path) -> None:
    Store(tmp_path, now=NOW).close()
    path = tmp_path / FILE_NAME
    content = bytearray(path.read_bytes())
    content[100:400] = b"\xff" * 300
    path.write_bytes(content)
    assert "damaged" in refused(tmp_path).title


def test_a_profile_without_one_of_its_tables_is_refused_and_left_alone(tmp_path: Path) -> None:
    Store(tmp_path, now=NOW).close()
    raw = sqlite3.connect(tmp_path / FILE_NAME)
    raw.execute("DROP TABLE night")
    raw.commit()
    raw.close()
    assert "damaged" in refused(tmp_path).title


def test_damage_within_the_file_is_said_when_it_is_met(tmp_path: Path) -> None:
    store = Store(tmp_path, now=NOW)
    with store.transaction():
        for day in range(700_000, 700_300):
            store.entries.insert(Entry(0, day, NOW, "words " * 100))
    page = pragma(store, "page_size")
    store.close()
    assert isinstance(page, int)
    path = tmp_path / FILE_NAME
    content = path.read_bytes()
    keep = 45 * page  # the schema and the first pages stay
    path.write_bytes(content[:keep] + b"\xde\xad\xbe\xef" * ((len(content) - keep) // 4))
    damaged = Store(tmp_path, now=NOW)
    try:
        assert damaged.problems()
        with pytest.raises(KnownError, match="damaged"):
            damaged.entries.latest(1000)
        with pytest.raises(KnownError, match="damaged"), damaged.transaction():
            damaged.entries._many("UPDATE entry SET body = ?", [("other",)])
    finally:
        damaged.close()


def test_a_full_disk_is_said_and_keeps_what_was_there(tmp_path: Path) -> None:
    store = Store(tmp_path, now=NOW)
    with store.transaction():
        store.entries.insert(Entry(0, 740_000, NOW, "kept"))
    # SQLite answers a full disk and this limit alike, with the rollback that it does by itself.
    pages = pragma(store, "page_count")
    store._database.execute_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(KnownError, match="disk is full"), store.transaction():
        store.entries.insert(Entry(0, 740_001, NOW, "words " * 30_000))
    with pytest.raises(KnownError, match="disk is full"), store.transaction():
        store.entries._many(
            "INSERT INTO entry (day, written_at, written_zone, body) VALUES (740002, 0, 'UTC', ?)",
            [("words " * 30_000,)],
        )
    assert [entry.text for entry in store.entries.latest(10)] == ["kept"]
    store.close()


def test_a_full_disk_that_rolled_back_by_itself_is_not_taken_for_a_fault(tmp_path: Path) -> None:
    store = Store(tmp_path, now=NOW)

    def fail() -> None:
        with store.transaction():
            store.entries.insert(Entry(0, 740_001, NOW, "lost"))
            store._database.execute_sql("ROLLBACK")  # as SQLite does
            raise peewee.OperationalError("database or disk is full")

    with pytest.raises(KnownError, match="disk is full"):
        fail()
    assert store.is_empty()
    store.close()


def test_a_stand_in_in_memory_is_written_nowhere(tmp_path: Path) -> None:
    store = Store(tmp_path / "none", now=NOW, in_memory=True)
    with store.transaction():
        store.entries.insert(Entry(0, 740_001, NOW, "gone"))
    assert store.entries.count() == 1
    store.close()
    assert list(tmp_path.iterdir()) == []


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    raw = sqlite3.connect(tmp_path / FILE_NAME)
    raw.execute("CREATE TABLE notes (text)")
    raw.commit()
    raw.close()
    assert "another program" in refused(tmp_path).title


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KnownError, match="cannot write"):
        Store(tmp_path / "file" / "profile", now=NOW)


def test_a_read_only_profile_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store(tmp_path, now=NOW).close()
    # Root may write anywhere, so the answer of the system is put in its place.
    monkeypatch.setattr(os, "access", lambda *_args, **_named: False)
    with pytest.raises(KnownError, match="cannot write"):
        Store(tmp_path, now=NOW)


def test_a_profile_is_held_by_one_process_and_let_go_when_it_dies(tmp_path: Path) -> None:
    with held_by_another(tmp_path), pytest.raises(KnownError, match="open in another"):
        ProfileLock(tmp_path)
    with ProfileLock(tmp_path):
        pass


def test_comparing_the_file_with_its_seal_leaves_the_locks_alone(tmp_path: Path) -> None:
    upkeep.open_profile(tmp_path, NOW).close()
    opened = upkeep.open_profile(tmp_path, NOW)
    with opened.store.transaction():
        opened.store.entries.insert(Entry(0, 740_000, NOW, "first"))
    assert opened.compare_seal()
    # Whoever closes as the last one takes the log away; another program must not take itself for that.
    code = (
        "import sys; from sqlcipher3 import dbapi2; c = dbapi2.connect(sys.argv[1]);"
        "c.execute('SELECT count(*) FROM entry').fetchone(); c.close()"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / FILE_NAME)], check=True)
    assert (tmp_path / f"{FILE_NAME}-wal").stat().st_size > 0
    opened.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move what is open")
def test_a_folder_that_is_moved_away_while_open_takes_no_writes_until_it_is_back(tmp_path: Path) -> None:
    store = Store(tmp_path / "mine", now=NOW)
    with store.transaction():
        store.entries.insert(Entry(0, 740_000, NOW, "first"))
    (tmp_path / "mine").rename(tmp_path / "away")
    with pytest.raises(KnownError, match=r"not in .* any more"), store.transaction():
        store.entries.insert(Entry(0, 740_001, NOW, "lost"))
    (tmp_path / "away").rename(tmp_path / "mine")
    with store.transaction():
        store.entries.insert(Entry(0, 740_002, NOW, "second"))
    store.close()
    again = Store(tmp_path / "mine", now=NOW)
    assert {entry.text for entry in again.entries.latest(9)} == {"first", "second"}
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody delete what is open")
def test_a_folder_that_is_deleted_while_open_is_said(tmp_path: Path) -> None:
    store = Store(tmp_path / "mine", now=NOW)
    shutil.rmtree(tmp_path / "mine")
    with (
        pytest.raises(KnownError, match="put the folder back"),
        store.transaction(),
    ):
        store.entries.insert(Entry(0, 740_001, NOW, "lost"))
    store.close()


def test_a_clock_that_was_set_back_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    opened = upkeep.open_profile(tmp_path, NOW)
    today = NOW.date().toordinal()
    with opened.store.transaction():
        opened.store.entries.insert(Entry(0, today, NOW, "first"))
    opened.store.back_up(NOW)
    assert upkeep.clock_note(opened.store, today) == upkeep.clock_note(opened.store, today - 1) == ""
    opened.close()
    before = NOW.replace(year=2025)
    opened = upkeep.open_profile(tmp_path, before)
    said = upkeep.clock_note(opened.store, before.date().toordinal())
    assert "22 Nov 2025" in said
    assert "22 Nov 2026" in said
    with opened.store.transaction():
        opened.store.entries.insert(Entry(0, today - 365, before, "second"))
    opened.store.back_up(before)
    assert upkeep.check_beside(opened, whole=True)
    opened.close()
    assert upkeep.whole_check_is_due(today, today - 365), "the month counts from the clock as it is now"
    again = upkeep.open_profile(tmp_path, NOW)
    assert again.store.entries.count() == 2
    again.close()
    assert len(list((tmp_path / "backups").iterdir())) == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_permission_that_was_taken_away_is_said(tmp_path: Path) -> None:
    Store(tmp_path, now=NOW).close()
    (tmp_path / FILE_NAME).chmod(0)
    with pytest.raises(KnownError, match="cannot write"):
        Store(tmp_path, now=NOW)
    (tmp_path / FILE_NAME).chmod(0o600)
    Store(tmp_path, now=NOW).close()


@pytest.mark.parametrize("name", ["profile", "profile/below"])
def test_a_file_where_the_folder_should_be_is_named_and_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / "profile").write_text("mine")
    with pytest.raises(KnownError, match="is a file, or lies below one") as caught:
        upkeep.open_profile(tmp_path / name, NOW)
    assert "another name" in caught.value.next_step
    assert (tmp_path / "profile").read_text() == "mine"
