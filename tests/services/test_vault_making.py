"""A profile is encrypted and decrypted whole, whatever comes in between."""

import itertools
import os
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nextrep.domain.errors import Cancelled, KnownError, UserError
from nextrep.domain.journal import Entry
from nextrep.services import backups, demo, upkeep, vault
from nextrep.services.backups import Place
from nextrep.services.vault import Cost, Locked, NewVault
from nextrep.storage.database import FILE_NAME, SEAL_FILE
from nextrep.storage.seal import MAP_FILE
from nextrep.storage.store import Store
from nextrep.storage.vault.connection import open_raw
from nextrep.storage.vault.mending import put_up_sign
from nextrep.storage.vault.same import Contents, contents

NOW = datetime(2026, 11, 28, 8, tzinfo=UTC)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PHRASE = "four plain words here"
SECRET = "a walk by the river"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "profile"
    with closing(Store(folder, now=NOW)) as store:
        demo.fill(store, 6, 1, NOW)
        with store.transaction():
            store.entries.insert(Entry(0, 740_000, NOW, SECRET))
    return folder


def held(folder: Path, key: vault.ProfileKey | None) -> Contents:
    with closing(open_raw(folder / FILE_NAME, key)) as connection:
        return contents(connection, lambda _rows: None)


def names(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def encrypted(folder: Path) -> NewVault:
    return vault.encrypt(folder, PHRASE, NOW, cost=CHEAP)


def test_there_and_back_everything_is_the_same(folder: Path) -> None:
    before = held(folder, None)
    made = encrypted(folder)
    assert vault.is_encrypted(folder)
    assert held(folder, vault.unlock(folder, PHRASE, NOW)) == before
    with closing(Store(folder, now=NOW, key=made.key)) as store:
        assert store.problems() == []
    assert SECRET.encode() not in (folder / FILE_NAME).read_bytes()
    vault.decrypt(folder, made.key, NOW)
    assert not vault.is_encrypted(folder)
    assert held(folder, None) == before
    assert names(folder) == [
        "in-use.lock",
        "kept/before-decryption-20261128-080000.db",
        "kept/before-decryption-20261128-080000.key",
        "kept/before-encryption-20261128-080000.db",
        FILE_NAME,
    ]


def test_what_anyone_can_still_read_is_named_and_can_be_deleted(folder: Path) -> None:
    with closing(Store(folder, now=NOW)) as store:
        backup = store.back_up(NOW)
    made = encrypted(folder)
    with closing(Store(folder, now=NOW, key=made.key)) as store:
        mine = store.back_up(NOW.replace(hour=9))
    kept = folder / "kept" / "before-encryption-20261128-080000.db"
    assert vault.plain_left(folder) == (backup, kept)
    assert vault.delete_plain((backup, kept)) == ()
    assert vault.plain_left(folder) == ()
    assert mine.exists()
    found = [file for file in folder.rglob("*") if file.is_file() and SECRET.encode() in file.read_bytes()]
    assert found == []


def test_backups_of_before_are_named_too_wherever_they_are(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "stick"
    outside.mkdir()
    with closing(Store(folder, now=NOW)) as store:
        plain = [backups.make(store, NOW).path, backups.make(store, NOW, Place(outside)).path]
    made = encrypted(folder)
    later = NOW + timedelta(hours=1)
    with closing(Store(folder, now=NOW, key=made.key)) as store:
        backups.make(store, later)
        backups.make(store, later, Place(outside))
    kept = folder / "kept" / "before-encryption-20261128-080000.db"
    assert set(vault.plain_left(folder, outside)) == {*plain, kept}


def test_stopping_leaves_it_as_it_was(folder: Path) -> None:
    upkeep.open_profile(folder, NOW).close()  # which seals it
    before, files = held(folder, None), names(folder)

    def stop(done: int, total: int) -> None:
        if done * 2 > total:
            raise Cancelled

    with pytest.raises(Cancelled):
        vault.encrypt(folder, PHRASE, NOW, stop, cost=CHEAP)
    assert held(folder, None) == before
    assert set(names(folder)) == set(files) - {SEAL_FILE}
    opened = upkeep.open_profile(folder, NOW)
    assert opened.is_well()
    opened.close()
    made = encrypted(folder)
    opened = upkeep.open_profile(folder, NOW, key=made.key)
    assert opened.is_well()
    opened.close()
    with pytest.raises(Cancelled):
        vault.decrypt(folder, made.key, NOW, stop)
    assert held(folder, made.key) == before
    opened = upkeep.open_profile(folder, NOW, key=made.key)
    assert opened.is_well()
    opened.close()
    opened = upkeep.open_profile(folder, NOW, key=made.key)
    assert opened.is_well()
    opened.close()


def test_a_profile_that_is_open_is_not_converted(folder: Path) -> None:
    opened = upkeep.open_profile(folder, NOW)
    with pytest.raises(KnownError, match="open in another"):
        encrypted(folder)
    opened.close()
    reader = upkeep.open_profile(folder, NOW, exclusive=False)
    with pytest.raises(KnownError, match="Another program"):
        encrypted(folder)
    reader.close()
    made = encrypted(folder)
    with pytest.raises(KnownError, match="nothing to convert"):
        encrypted(folder)
    other = vault.ProfileKey.new()
    with pytest.raises(KnownError, match="damaged"):
        vault.decrypt(folder, other, NOW)
    assert held(folder, made.key)


class Died(BaseException):
    """The process ended here."""


def dying_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the process end at a step that changes or syncs files; what it would do then is not done either."""
    left = [step]

    def before(real: object) -> object:
        def call(*args: object, **named: object) -> object:
            left[0] -= 1
            if left[0] <= 0:
                raise Died
            return real(*args, **named)  # type: ignore[operator]

        return call

    for place, name in (
        (os, "fsync"), (os, "link"), (os, "open"), (Path, "replace"), (Path, "unlink"), (Path, "mkdir"),
    ):  # fmt: skip
        monkeypatch.setattr(place, name, before(getattr(place, name)))


@pytest.mark.parametrize("way", ["encrypt", "decrypt"])
def test_wherever_it_dies_one_whole_profile_is_there(
    tmp_path: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = tmp_path / "template"
    with closing(Store(template, now=NOW)) as store, store.transaction():
        store.entries.insert(Entry(0, 740_000, NOW, SECRET))
    before, key = held(template, None), None
    if way == "decrypt":
        key = encrypted(template).key
    ends = set()
    for step in itertools.count(1):
        folder = tmp_path / f"{step}"
        copy(template, folder)
        upkeep.open_profile(folder, NOW, key=key).close()  # which seals it
        with monkeypatch.context() as patch:
            dying_at(step, patch)
            try:
                if key is None:
                    encrypted(folder)
                else:
                    vault.decrypt(folder, key, NOW)
                finished = True
            except Died:
                finished = False
        ends.add(looked_at(folder, before, key, way))
        if finished:
            break
    assert ends == {True, False}
    assert step > 20


def looked_at(folder: Path, before: Contents, key: vault.ProfileKey | None, way: str) -> bool:
    """Open a profile as the next start does, compare it, and tell whether it is encrypted."""
    try:
        opened = upkeep.open_profile(folder, NOW)
        now_encrypted = False
    except Locked:
        key = key or vault.unlock(folder, PHRASE, NOW)
        opened = upkeep.open_profile(folder, NOW, key=key)
        now_encrypted = True
    assert opened.is_well()
    opened.close()
    assert held(folder, key if now_encrypted else None) == before
    assert vault.is_encrypted(folder) is now_encrypted
    assert (folder / "nextrep.key").exists() is now_encrypted
    own = {FILE_NAME, "in-use.lock", "nextrep.key", SEAL_FILE, MAP_FILE}
    left = set(names(folder)) - own
    if now_encrypted is (way == "encrypt"):
        assert {Path(name).parts[0] for name in left} == {"kept"}
    else:
        assert left == set(), "what was left of it is taken away"
    return now_encrypted


def test_no_key_file_is_lost_where_somebody_swapped_the_database_meanwhile(folder: Path) -> None:
    plain = (folder / FILE_NAME).read_bytes()
    encrypted(folder)
    key_file = (folder / "nextrep.key").read_bytes()
    kept = folder / "kept" / "before-decryption-20261128-080000.db"
    put_up_sign(folder, kept, plain_after=True)
    (folder / FILE_NAME).write_bytes(plain)
    upkeep.open_profile(folder, NOW).close()
    assert kept.with_suffix(".key").read_bytes() == key_file


def copy(template: Path, folder: Path) -> None:
    folder.mkdir()
    for file in template.iterdir():
        if file.is_file():
            (folder / file.name).write_bytes(file.read_bytes())


def test_a_new_passphrase_takes_the_place_of_the_old_one(folder: Path) -> None:
    made = encrypted(folder)
    data = (folder / FILE_NAME).read_bytes()
    vault.change_passphrase(folder, made.key, "another good one", cost=CHEAP)
    with pytest.raises(UserError, match="not the passphrase"):
        vault.unlock(folder, PHRASE, NOW)
    assert vault.unlock(folder, "another good one", NOW) == made.key
    assert vault.unlock_by_recovery(folder, made.recovery.text, NOW) == made.key
    again = vault.new_recovery(folder, made.key, cost=CHEAP)
    with pytest.raises(UserError, match="no longer"):
        vault.unlock_by_recovery(folder, made.recovery.text, NOW)
    assert vault.unlock_by_recovery(folder, again.text, NOW) == made.key
    assert (folder / FILE_NAME).read_bytes() == data
    with pytest.raises(UserError, match="at least 8"):
        vault.change_passphrase(folder, made.key, "short", cost=CHEAP)
    with pytest.raises(KnownError, match="another profile"):
        vault.change_passphrase(folder, vault.ProfileKey.new(), "another good one", cost=CHEAP)
