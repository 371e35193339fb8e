"""The encrypted database: on every thread, quiet on stderr, and no byte of it changes unnoticed."""

import os
import random
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nextrep.domain.errors import KnownError
from nextrep.domain.journal import Entry
from nextrep.services import upkeep, vault
from nextrep.storage.database import FILE_NAME
from nextrep.storage.store import Store
from nextrep.storage.vault.connection import open_raw
from nextrep.storage.vault.same import contents

NOW = datetime(2026, 11, 28, 8, tzinfo=UTC)
PHRASE = "four plain words here"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def key(folder: Path) -> vault.ProfileKey:
    key = vault.create(folder, PHRASE, NOW, cost=vault.Cost(64, 1, 1)).key
    with closing(Store(folder, now=NOW, key=key)) as store, store.transaction():
        for day in range(740_000, 740_040):
            store.entries.insert(Entry(0, day, NOW, "By the river. " * 40))
    return key


def test_every_thread_has_the_key_until_the_profile_is_closed(folder: Path, key: vault.ProfileKey) -> None:
    store = Store(folder, now=NOW, key=key)
    seen: list[object] = []

    def read() -> None:
        try:
            with store.on_this_thread():
                seen.append(store.entries.count())
        except KnownError as error:
            seen.append(error.title)

    def on_a_thread() -> None:
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()

    on_a_thread()
    store.close()
    on_a_thread()
    assert seen[0] == 40
    assert "damaged" in str(seen[1]), "without its key the file is no database"


def test_no_byte_of_it_is_changed_unnoticed(
    folder: Path, key: vault.ProfileKey, capfd: pytest.CaptureFixture[str]
) -> None:
    database, dice = folder / FILE_NAME, random.Random(1)
    data = database.read_bytes()
    for _ in range(150):
        place = dice.randrange(16, len(data))
        database.write_bytes(data[:place] + bytes([data[place] ^ dice.randrange(1, 256)]) + data[place + 1 :])
        assert noticed(folder, key), place
    database.write_bytes(data[: len(data) // 2])
    assert noticed(folder, key)
    database.write_bytes(data[:4096] + data[8192:12288] + data[4096:8192] + data[12288:])
    assert noticed(folder, key), "two pages changed places"
    database.write_bytes(data)
    assert not noticed(folder, key)
    assert capfd.readouterr() == ("", "")


def noticed(folder: Path, key: vault.ProfileKey) -> bool:
    """Open the profile, read everything, and tell whether anything is found wrong."""
    try:
        with closing(Store(folder, now=NOW, key=key)) as store:
            if store.problems():
                return True
            with closing(open_raw(folder / FILE_NAME, key)) as connection:
                contents(connection, lambda _rows: None)
                return bool(connection.execute("PRAGMA cipher_integrity_check").fetchall())
    except KnownError as error:
        return "damaged" in error.title


def test_a_write_ahead_log_of_another_profile_changes_nothing(folder: Path, key: vault.ProfileKey) -> None:
    other = folder.parent / "other"
    theirs = vault.create(other, PHRASE, NOW, cost=vault.Cost(64, 1, 1)).key
    store = Store(other, now=NOW, key=theirs)
    with store.transaction():
        store.entries.insert(Entry(0, 740_000, NOW, "not of this profile"))
    log = (other / f"{FILE_NAME}-wal").read_bytes()
    store.close()
    before = (folder / FILE_NAME).read_bytes()
    (folder / f"{FILE_NAME}-wal").write_bytes(log)
    with pytest.raises(KnownError, match="of another profile"):
        Store(folder, now=NOW, key=key)
    assert (folder / FILE_NAME).read_bytes() == before
    (folder / f"{FILE_NAME}-wal").unlink()
    with closing(Store(folder, now=NOW, key=key)) as store:
        assert store.entries.count() == 40


@pytest.mark.parametrize("encrypted", [False, True])
def test_a_plain_profile_loads_nothing_of_the_vault(tmp_path: Path, encrypted: bool) -> None:
    place = tmp_path / "profile"
    if encrypted:
        vault.create(place, PHRASE, NOW, cost=vault.Cost(64, 1, 1))
    else:
        upkeep.open_profile(place, NOW).close()
    code = (
        "import sys, pathlib, datetime; from nextrep.app import unlocking;"
        "from nextrep.services import upkeep, vault;"
        "folder = pathlib.Path(sys.argv[1]); now = datetime.datetime.now(datetime.UTC);"
        "key = vault.unlock(folder, sys.argv[2], now) if vault.is_encrypted(folder) else None;"
        "upkeep.open_profile(folder, now, key=key).close();"
        "print([name for name in ('cryptography', 'keyring') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(place), PHRASE],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout.strip() == ("['cryptography']" if encrypted else "[]")
