"""A damaged profile: what can be read goes on, the damaged file is kept, numbers say what is missing."""

from __future__ import annotations

import csv
import shutil
import struct
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nextrep.domain.errors import DamagedProfile, KnownError
from nextrep.domain.journal import Entry
from nextrep.services import demo, upkeep, vault
from nextrep.services.rescue import Rescue
from nextrep.storage.database import FILE_NAME
from nextrep.storage.store import Store
from nextrep.storage.tables import ALL_TABLES
from nextrep.storage.vault.kdf import Cost
from nextrep.storage.vault.key import ProfileKey
from nextrep.storage.wal import log_of

NOW = datetime(2026, 11, 27, 20, 0, tzinfo=UTC)
PAGE = 4096
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
TABLES = [model._meta.table_name for model in ALL_TABLES]
Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty weeks of invented data."""
    folder = tmp_path_factory.mktemp("good") / "profile"
    opened = upkeep.open_profile(folder, NOW)
    demo.fill(opened.store, 20, 1, NOW)
    opened.close()
    return folder


@pytest.fixture
def folder(profile: Path, tmp_path: Path) -> Path:
    shutil.copytree(profile, tmp_path / "profile")
    upkeep.open_profile(tmp_path / "profile", NOW).close()  # another file to the system: sealed anew
    return tmp_path / "profile"


def rows(folder: Path) -> Rows:
    store = Store(folder, now=NOW)
    try:
        return {
            name: sorted(store._database.execute_sql(f"SELECT * FROM {name}").fetchall(), key=repr)
            for name in TABLES
        }
    finally:
        store.close()


def root_of(folder: Path, name: str) -> int:
    store = Store(folder, now=NOW)
    query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    root = store._database.execute_sql(query, (name,)).fetchone()[0]
    store.close()
    return int(root)


def a_leaf_of(folder: Path, name: str) -> int:
    """Return the first page with rows of a table: the page that the first cell of its root leads to."""
    content, start = (folder / FILE_NAME).read_bytes(), (root_of(folder, name) - 1) * PAGE
    (cell,) = struct.unpack_from(">H", content, start + 12)
    (leaf,) = struct.unpack_from(">I", content, start + cell)
    return int(leaf)


def spoil(folder: Path, *pages: int) -> bytes:
    """Overwrite whole pages, as a bad disk does; returns the damaged file."""
    content = bytearray((folder / FILE_NAME).read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = b"\xee\x00\x01" * (PAGE // 3) + b"\xee"
    (folder / FILE_NAME).write_bytes(content)
    return bytes(content)


def nothing(_done: int, _total: int) -> None:
    """Progress that nobody looks at."""


def kept_rows(folder: Path) -> list[dict[str, str]]:
    (file,) = folder.glob("kept/*/not-placed.csv")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_what_is_whole_is_recovered_row_by_row(folder: Path) -> None:
    before = rows(folder)
    rescue = Rescue(folder)
    offer = rescue.prepare(NOW, nothing)
    rescue.use_recovered(NOW)
    rescue.close()
    assert rows(folder) == before
    assert offer.recovered is not None
    assert (offer.recovered.leftovers, offer.recovered.missing, offer.recovered.bad_pages) == (0, 0, 0)
    assert offer.recovered.contents.sets == len(before["workset"])


def test_a_lost_page_costs_its_rows_and_no_others(folder: Path) -> None:
    before = rows(folder)
    damaged = spoil(folder, a_leaf_of(folder, "workset"))
    rescue = Rescue(folder)
    offer = rescue.prepare(NOW, nothing)
    assert (folder / FILE_NAME).read_bytes() == damaged, "until the choice it is only read"
    aside = rescue.use_recovered(NOW)
    rescue.close()
    assert (aside / FILE_NAME).read_bytes() == damaged, "and kept untouched after it"
    after = rows(folder)
    assert offer.recovered is not None
    assert offer.recovered.bad_pages == 1
    lost = sum(len(before[name]) - len(after[name]) for name in TABLES)
    assert all(set(after[name]) <= set(before[name]) for name in TABLES), "nothing is made up"
    assert 0 < lost < 200
    assert sum(map(len, after.values())) > 0.9 * sum(map(len, before.values()))
    store = Store(folder, now=NOW)
    assert store.problems() == []
    store.close()


def test_rows_behind_a_lost_root_are_found_again(folder: Path) -> None:
    before = rows(folder)
    spoil(folder, root_of(folder, "workset"))
    rescue = Rescue(folder)
    rescue.prepare(NOW, nothing)
    rescue.use_recovered(NOW)
    rescue.close()
    assert rows(folder)["workset"] == before["workset"]


def test_without_the_first_page_every_row_is_found(folder: Path) -> None:
    before = rows(folder)
    spoil(folder, 1)
    rescue = Rescue(folder)
    rescue.prepare(NOW, nothing)
    rescue.use_recovered(NOW)
    rescue.close()
    assert rows(folder) == before, "where the tables begin is noted when a profile is closed"


def test_without_that_note_most_are_found_by_their_shape(folder: Path) -> None:
    (folder / "nextrep.map").unlink()
    before = rows(folder)
    spoil(folder, 1)
    with pytest.raises(DamagedProfile):
        Store(folder, now=NOW)
    rescue = Rescue(folder)
    rescue.prepare(NOW, nothing)
    rescue.use_recovered(NOW)
    rescue.close()
    after = rows(folder)
    for name in ("session", "workset", "night", "entry"):
        assert after[name] == before[name], name


def test_rows_that_lost_what_they_belong_to_stand_in_a_table_beside_it(folder: Path) -> None:
    before = rows(folder)
    spoil(folder, root_of(folder, "assessment"))
    rescue = Rescue(folder)
    offer = rescue.prepare(NOW, nothing)
    rescue.use_recovered(NOW)
    rescue.close()
    assert rows(folder)["assessment_answer"] == []
    found = kept_rows(folder)
    assert offer.recovered is not None
    assert len(found) == offer.recovered.leftovers == len(before["assessment_answer"])
    assert found[0]["table"] == "assessment_answer"
    assert "assessment could not be read" in found[0]["why"]


def test_nothing_readable_offers_the_backup_alone(folder: Path) -> None:
    store = Store(folder, now=NOW)
    store.back_up(NOW)
    store.close()
    before = rows(folder)
    (folder / FILE_NAME).write_bytes(b"scrambled" * 4000)
    rescue = Rescue(folder)
    offer = rescue.prepare(NOW, nothing)
    assert offer.recovered is None
    assert offer.backup is not None
    assert offer.backup.contents.sets == len(before["workset"])
    rescue.use_backup(offer.backup, NOW)
    rescue.close()
    assert rows(folder) == before
    assert offer.backup.file.exists(), "a backup that was used is a backup still"


def test_a_backup_that_is_damaged_too_is_passed_over_for_an_older_one(folder: Path) -> None:
    store = Store(folder, now=NOW)
    older = store.back_up(NOW.replace(day=20))
    newer = store.back_up(NOW)
    store.close()
    content = bytearray(newer.read_bytes())
    content[30 * PAGE : 31 * PAGE] = bytes(PAGE)
    newer.write_bytes(content)
    rescue = Rescue(folder)
    offer = rescue.prepare(NOW, nothing)
    rescue.close()
    assert offer.backup is not None
    assert (offer.backup.file, offer.backup.made_at.day) == (older, 20)


def test_leaving_changes_nothing(folder: Path) -> None:
    damaged = spoil(folder, 1)
    rescue = Rescue(folder)
    rescue.prepare(NOW, nothing)
    with pytest.raises(KnownError, match="open in another"):
        Rescue(folder)
    rescue.close()
    assert (folder / FILE_NAME).read_bytes() == damaged
    assert list((folder / "kept").iterdir()) == []


def crash(folder: Path, spoil_log: Callable[[bytearray], None]) -> Rows:
    """Leave three transactions in the log alone, as a crash does, and damage it; returns what was saved."""
    store = Store(folder, now=NOW)
    for day in range(3):
        with store.transaction():
            store._database.execute_sql("INSERT INTO tag (name) VALUES (?)", (f"tag {day}",))
    saved = {"tag": sorted(store._database.execute_sql("SELECT * FROM tag").fetchall(), key=repr)}
    log = bytearray(log_of(folder / FILE_NAME).read_bytes())
    database = (folder / FILE_NAME).read_bytes()
    store.close()
    spoil_log(log)
    (folder / FILE_NAME).write_bytes(database)
    log_of(folder / FILE_NAME).write_bytes(log)
    return saved


def frame(log: bytearray, number: int) -> int:
    """Where a frame of the log begins."""
    (size,) = struct.unpack(">I", log[8:12])
    return 32 + number * (24 + int(size))


def test_damage_within_the_log_is_not_taken_for_its_end(folder: Path) -> None:
    def spoil_log(log: bytearray) -> None:
        log[frame(log, 0) + 24 + 3000] ^= 0xFF

    saved = crash(folder, spoil_log)
    with pytest.raises(DamagedProfile):
        Store(folder, now=NOW)
    rescue = Rescue(folder)
    rescue.prepare(NOW, nothing)
    rescue.use_recovered(NOW)
    rescue.close()
    assert rows(folder)["tag"][-2:] == saved["tag"][-2:], "what stands behind the damage is read too"


def test_a_log_that_a_power_cut_ended_is_no_damage(folder: Path) -> None:
    def cut(log: bytearray) -> None:
        del log[-100:]

    saved = crash(folder, cut)
    assert rows(folder)["tag"] == saved["tag"][:-1]


def locked(folder: Path) -> ProfileKey:
    """Make an encrypted profile with some weeks in it; returns its key."""
    key = vault.create(folder, "a long passphrase", NOW, cost=CHEAP).key
    opened = upkeep.open_profile(folder, NOW, key=key)
    store = opened.store
    demo.fill(store, 6, 1, NOW)
    entries = [Entry(0, 739_000 + day, NOW, "plum blossom") for day in range(40)]
    with store.transaction():
        for entry in entries:
            store.entries.insert(entry)
    opened.close()
    return key


def counts(folder: Path, key: ProfileKey) -> dict[str, int]:
    store = Store(folder, now=NOW, key=key)
    found = {
        name: int(store._database.execute_sql(f"SELECT count(*) FROM {name}").fetchone()[0])
        for name in TABLES
    }
    problems = store.problems()
    store.close()
    assert problems == []
    return found


@pytest.mark.parametrize("place", [3 * PAGE + 100, 0, 16, PAGE - 8], ids=["page 4", "salt", "header", "seal"])
def test_an_encrypted_profile_is_recovered_and_nothing_of_it_lies_open(tmp_path: Path, place: int) -> None:
    folder = tmp_path / "locked"
    key = locked(folder)
    before = counts(folder, key)
    content = bytearray((folder / FILE_NAME).read_bytes())
    content[place] ^= 0xFF
    (folder / FILE_NAME).write_bytes(content)
    rescue = Rescue(folder, key)
    offer = rescue.prepare(NOW, nothing)
    assert offer.recovered is not None
    assert offer.recovered.bad_pages == (0 if place == 0 else 1), "the salt is known from the key file"
    rescue.use_recovered(NOW)
    rescue.close()
    after = counts(folder, key)
    lost = sum(before.values()) - sum(after.values())
    assert 0 <= lost < 100
    for file in folder.rglob("*"):
        assert file.is_dir() or b"plum blossom" not in file.read_bytes(), file


def check(opened: upkeep.OpenProfile) -> bool:
    """Check on a thread of its own, as the window does."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(upkeep.check_beside, opened, whole=False).result()


def test_a_figure_that_the_disk_changed_is_noticed_though_sqlite_sees_nothing(folder: Path) -> None:
    opened = upkeep.open_profile(folder, NOW)
    with opened.store.transaction():
        opened.store.entries.insert(Entry(0, 739_900, NOW, "a quiet evening"))
    opened.close()
    content = (folder / FILE_NAME).read_bytes()
    assert content.count(b"a quiet evening") == 1
    opened = upkeep.open_profile(folder, NOW)
    assert check(opened)
    opened.close()
    (folder / FILE_NAME).write_bytes(content.replace(b"a quiet evening", b"a quiet morning"))
    looking = upkeep.open_profile(folder, NOW, exclusive=False)
    assert len(upkeep.check(looking.store)) == 1, "the command says it too"
    looking.close()
    opened = upkeep.open_profile(folder, NOW)
    with opened.store.transaction():  # what is written in the meantime is no damage
        opened.store.entries.insert(Entry(0, 739_901, NOW, "x" * 9000))
    assert opened.store.problems() == []
    assert not check(opened)
    opened.close()
    with pytest.raises(DamagedProfile):
        upkeep.open_profile(folder, NOW)
    rescue = Rescue(folder)
    offer = rescue.prepare(NOW, nothing)
    rescue.close()
    assert offer.altered == 1


@pytest.mark.parametrize("way", ["empty", "away"])
def test_a_file_that_is_empty_or_away_is_not_taken_for_a_new_profile(folder: Path, way: str) -> None:
    opened = upkeep.open_profile(folder, NOW)
    opened.store.back_up(NOW)
    opened.close()
    before = rows(folder)
    (folder / FILE_NAME).unlink()
    if way == "empty":
        (folder / FILE_NAME).touch()
    with pytest.raises(DamagedProfile):
        upkeep.open_profile(folder, NOW)
    rescue = Rescue(folder)
    offer = rescue.prepare(NOW, nothing)
    assert offer.recovered is None
    assert offer.backup is not None
    rescue.use_backup(offer.backup, NOW)
    rescue.close()
    assert rows(folder) == before
