"""Encrypted profiles: made, unlocked, refused, and slow after wrong passphrases."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.journal import Entry
from nextrep.services import upkeep, vault
from nextrep.services.files import save_file
from nextrep.services.vault import Cost, Locked, NewVault
from nextrep.storage.database import FILE_NAME

NOW = datetime(2026, 11, 28, 8, tzinfo=UTC)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PHRASE = "four plain words here"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def made(folder: Path) -> NewVault:
    return vault.create(folder, PHRASE, NOW, cost=CHEAP)


def test_a_new_profile_opens_with_its_passphrase_and_with_its_recovery_key(
    folder: Path, made: NewVault
) -> None:
    assert vault.is_encrypted(folder)
    opened = upkeep.open_profile(folder, NOW, key=vault.unlock(folder, PHRASE, NOW))
    with opened.store.transaction():
        opened.store.entries.insert(Entry(0, 740_000, NOW, "kept"))
    opened.close()
    typed = made.recovery.text.lower().replace("-", " ")
    opened = upkeep.open_profile(folder, NOW, key=vault.unlock_by_recovery(folder, typed, NOW))
    assert [entry.text for entry in opened.store.entries.latest(1)] == ["kept"]
    assert opened.store.problems() == []
    opened.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no core files")
def test_a_crash_leaves_no_memory_of_it_on_the_disk(folder: Path, made: NewVault) -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_CORE)
    upkeep.open_profile(folder, NOW, key=made.key).close()
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
    resource.setrlimit(resource.RLIMIT_CORE, before)


def test_its_own_files_are_not_written_over_by_an_export(folder: Path, made: NewVault) -> None:
    before = (folder / "nextrep.key").read_bytes()
    with pytest.raises(KnownError, match="own file"):
        save_file(folder / "nextrep.key", b"exported")
    assert (folder / "nextrep.key").read_bytes() == before


def test_without_a_key_it_is_locked_and_nothing_is_touched(folder: Path, made: NewVault) -> None:
    before = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    with pytest.raises(Locked):
        upkeep.open_profile(folder, NOW, exclusive=False)
    assert {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()} == before


def test_each_thing_that_can_be_wrong_has_its_own_message(folder: Path, made: NewVault) -> None:
    other = folder.parent / "other"
    vault.create(other, PHRASE, NOW, cost=CHEAP)
    with pytest.raises(UserError, match="not the passphrase") as wrong:
        vault.unlock(folder, "something else", NOW)
    assert wrong.value.field == "passphrase"
    key_file, database = folder / "nextrep.key", folder / FILE_NAME
    mine, data = key_file.read_bytes(), database.read_bytes()
    database.write_bytes((other / FILE_NAME).read_bytes())
    with pytest.raises(KnownError, match="another profile"):
        upkeep.open_profile(folder, NOW, key=made.key)
    database.write_bytes(data)
    key_file.unlink()
    for key in (made.key, None):
        with pytest.raises(KnownError, match="is missing"):
            upkeep.open_profile(folder, NOW, key=key)
    key_file.write_bytes(mine)
    database.write_bytes(b"SQLite format 3\0" + data[16:])
    with pytest.raises(KnownError, match="is not encrypted"):
        upkeep.open_profile(folder, NOW, key=made.key)
    database.write_bytes(data[:16] + bytes(100) + data[116:])
    with pytest.raises(KnownError, match="is damaged"):
        upkeep.open_profile(folder, NOW, key=made.key)


def test_a_database_that_lost_its_first_bytes_still_opens(folder: Path, made: NewVault) -> None:
    database = folder / FILE_NAME
    database.write_bytes(bytes(16) + database.read_bytes()[16:])
    opened = upkeep.open_profile(folder, NOW, key=made.key)
    assert opened.store.problems() == []
    opened.close()


def test_wrong_passphrases_make_one_wait_also_after_a_new_start(folder: Path, made: NewVault) -> None:
    now, waits = NOW, []
    for _ in range(9):
        with pytest.raises(UserError, match="not the passphrase"):
            vault.unlock(folder, "wrong wrong", now)
        waits.append(vault.wait_left(folder, now))
        if waits[-1]:
            with pytest.raises(UserError, match=r"^Wait"):
                vault.unlock(folder, PHRASE, now)
        now += timedelta(seconds=waits[-1])
    assert waits == [0, 0, 1, 2, 4, 8, 16, 30, 30]
    assert vault.wait_left(folder, now - timedelta(days=1)) == 30  # the clock was set back
    vault.unlock(folder, PHRASE, now)
    assert vault.wait_left(folder, now) == 0
    assert sorted(file.name for file in folder.iterdir()) == ["in-use.lock", FILE_NAME, "nextrep.key"]


def test_a_passphrase_has_eight_characters_and_no_profile_is_written_over(
    folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="at least 8"):
        vault.create(folder, "seven c", NOW, cost=CHEAP)
    assert not folder.exists()
    upkeep.open_profile(folder, NOW).close()
    with pytest.raises(KnownError, match="already"):
        vault.create(folder, PHRASE, NOW, cost=CHEAP)
    assert not vault.is_encrypted(folder)


def test_letters_are_the_same_on_every_keyboard(folder: Path) -> None:
    made = vault.create(folder, "cafe\u0301 au lait", NOW, cost=CHEAP)
    assert vault.unlock(folder, "café au lait", NOW) == made.key
