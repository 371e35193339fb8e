"""Putting a backup back: it says what is in it, keeps what it replaces, and comes whole or not at all."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from nextrep.domain.errors import Cancelled, KnownError, UserError
from nextrep.domain.journal import Rating
from nextrep.services import backups, demo, journal, restoring, upkeep, vault
from nextrep.storage import restoring as files
from nextrep.storage.migrations import LATEST
from nextrep.storage.store import Store
from nextrep.storage.vault.kdf import Cost
from nextrep.storage.vault.key import ProfileKey

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PHRASE = "seven small grey stones"


def mood(folder: Path, now: datetime, key: ProfileKey | None = None) -> int | None:
    """Return the mood of the day in a profile, opened as the window does."""
    opened = upkeep.open_profile(folder, now, key=key)
    found = journal.day_view(opened.store, now.date().toordinal()).checkin
    assert opened.store.problems() == []
    opened.close()
    return found.values["mood"] if found is not None else None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "person"


@pytest.fixture
def backup(folder: Path, now: datetime) -> Path:
    """A backup with a mood of 40, of a profile in which it is 90 now."""
    store = Store(folder, now=now)
    journal.rate(store, now.date().toordinal(), {Rating.MOOD: 40}, now)
    made = backups.make(store, now)
    journal.rate(store, now.date().toordinal(), {Rating.MOOD: 90}, now)
    store.close()
    return made.path


def test_it_says_what_is_inside_and_when(store: Store, now: datetime) -> None:
    demo.fill(store, 6, 1, now)
    made = backups.make(store, now)
    found = restoring.look(store.folder, made.path, now.tzinfo)
    assert found.about.made_at == now
    assert found.inside is not None
    assert found.inside.sessions == store.sessions.count_done() > 10
    assert found.inside.entries == store.entries.count() > 0
    assert found.inside.check_ins > 20
    assert found.inside.last_day is not None and found.inside.first_day is not None
    assert 35 < found.inside.last_day - found.inside.first_day < 50
    assert not list(store.folder.glob(".looking*"))


def test_it_comes_back_and_what_it_replaces_is_kept(folder: Path, backup: Path, now: datetime) -> None:
    kept = restoring.restore(folder, backup, now)
    assert mood(folder, now) == 40
    assert kept is not None and kept.parent == folder / "kept"
    assert mood(kept, now) == 90
    again = restoring.restore(folder, backup, now)
    assert again is not None and again != kept, "the second within a second has a place of its own"


def test_while_the_window_is_open_it_waits_for_the_next_start(
    folder: Path, backup: Path, now: datetime
) -> None:
    opened = upkeep.open_profile(folder, now)
    restoring.prepare(folder, backup, now)
    found = journal.day_view(opened.store, now.date().toordinal()).checkin
    assert found is not None and found.values["mood"] == 90
    journal.rate(opened.store, now.date().toordinal(), {Rating.MOOD: 95}, now)
    with pytest.raises(KnownError, match="waits"):
        restoring.prepare(folder, backup, now)
    opened.close()
    assert mood(folder, now) == 40
    [kept] = (folder / "kept").iterdir()
    assert mood(kept, now) == 95


def test_a_new_computer_has_nothing_to_keep(tmp_path: Path, backup: Path, now: datetime) -> None:
    assert restoring.restore(tmp_path / "new", backup, now) is None
    assert mood(tmp_path / "new", now) == 40


def test_a_copy_of_an_older_version_comes_back_too(folder: Path, backup: Path, now: datetime) -> None:
    with zipfile.ZipFile(backup) as parts:
        old = backup.with_name("nextrep-20260101-101112.db")
        old.write_bytes(parts.read("nextrep.db"))
    assert backup.with_name(old.name) in [one.path for one in backups.found(folder, now)]
    restoring.restore(folder, old, now)
    assert mood(folder, now) == 40


def _with(backup: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """Write the backup anew with one part changed."""
    other = backup.with_name("changed.nextrep-backup")
    with zipfile.ZipFile(backup) as parts, zipfile.ZipFile(other, "w") as changed:
        for each in parts.namelist():
            data = parts.read(each)
            changed.writestr(each, change(data) if each == name else data)
    return other


def _version(data: bytes) -> bytes:
    """Raise the format that a database says it has (bytes 60 to 63 of its header)."""
    return data[:60] + (LATEST + 1).to_bytes(4, "big") + data[64:]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda file: _with(file, "nextrep.db", _version), "newer NextRep"),
        (lambda file: _with(file, "about.json", lambda _d: b'{"nextrep_backup": 2}'), "newer NextRep"),
        (lambda file: _with(file, "about.json", lambda _d: b"[]"), "not a backup"),
        (lambda file: _with(file, "nextrep.db", lambda data: data[:9000]), "damaged"),
        (lambda file: _with(file, "nextrep.db", lambda _d: b"hello" * 2000), "damaged"),
        (lambda file: _rewritten(file, lambda data: data[: len(data) // 2]), "not a backup"),
        (lambda file: _rewritten(file, lambda data: data[:9000] + b"x" * 500 + data[9500:]), "damaged"),
        (lambda file: _rewritten(file, lambda _d: b""), "not a backup"),
        (lambda file: file.with_name("away.nextrep-backup"), "cannot be read"),
    ],
)
def test_what_is_no_backup_is_refused_and_changes_nothing(
    folder: Path, backup: Path, now: datetime, make: Callable[[Path], Path], words: str
) -> None:
    file = make(backup)
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    for attempt in (restoring.look, restoring.restore):
        with pytest.raises(KnownError, match=words):
            attempt(folder, file, now if attempt is restoring.restore else now.tzinfo)  # type: ignore[operator]
    after = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert {path: data for path, data in after.items() if path.name != "in-use.lock"} == before
    assert mood(folder, now) == 90


def _rewritten(file: Path, change: Callable[[bytes], bytes]) -> Path:
    other = file.with_name("rewritten.nextrep-backup")
    other.write_bytes(change(file.read_bytes()))
    return other


def test_mutations_of_a_backup_are_refused_or_come_back_whole(
    folder: Path, backup: Path, now: datetime
) -> None:
    whole, chance = backup.read_bytes(), random.Random(7)
    other = backup.with_name("mutated.nextrep-backup")
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 1, 4, 64))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        other.write_bytes(data[: chance.randrange(len(data))] if chance.random() < 0.2 else data)
        try:
            found = restoring.look(folder, other, now.tzinfo)
        except KnownError:
            continue
        assert found.inside is None or found.inside.check_ins == 1


def test_cancelling_changes_nothing(folder: Path, backup: Path, now: datetime) -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        restoring.restore(folder, backup, now, check=stop)
    assert mood(folder, now) == 90
    assert not (folder / ".restoring").exists()


def test_an_encrypted_backup_takes_its_passphrase_and_brings_its_key(
    tmp_path: Path, folder: Path, backup: Path, now: datetime
) -> None:
    locked = tmp_path / "locked"
    key = vault.create(locked, PHRASE, now, cost=CHEAP).key
    store = Store(locked, now=now, key=key)
    journal.rate(store, now.date().toordinal(), {Rating.MOOD: 10}, now)
    file = backups.make(store, now).path
    store.close()
    assert restoring.look(folder, file, now.tzinfo).inside is None
    with pytest.raises(UserError, match="passphrase"):
        restoring.restore(folder, file, now)
    with pytest.raises(UserError) as caught:
        restoring.unlock(folder, file, "another one entirely", now)
    assert caught.value.field == "passphrase"
    found = restoring.unlock(folder, file, PHRASE, now)
    inside = restoring.look(folder, file, now.tzinfo, found).inside
    assert inside is not None and inside.check_ins == 1
    kept = restoring.restore(folder, file, now, found)
    assert vault.is_encrypted(folder)
    assert mood(folder, now, vault.unlock(folder, PHRASE, now)) == 10
    # And back: the plain one comes without a key, the locked one is kept with its own.
    assert kept is not None and mood(kept, now) == 90
    locked_kept = restoring.restore(folder, backup, now + timedelta(minutes=1))
    assert not vault.is_encrypted(folder) and mood(folder, now) == 40
    assert locked_kept is not None and mood(locked_kept, now, vault.unlock(locked_kept, PHRASE, now)) == 10


STEPS = ("replace", "unlink", "mkdir", "rename")


@pytest.mark.parametrize("with_key", [False, True])
def test_cut_off_at_any_step_it_is_the_old_one_or_the_new_one_whole(
    tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch, with_key: bool
) -> None:
    """Stop before each single change of the folder, open, and look."""
    source = tmp_path / "source"
    key = vault.create(source, PHRASE, now, cost=CHEAP).key if with_key else None
    store = Store(source, now=now, key=key)
    journal.rate(store, now.date().toordinal(), {Rating.MOOD: 40}, now)
    file = backups.make(store, now).path
    store.close()
    seen: list[int | None] = []
    for cut in range(60):
        folder = tmp_path / f"person-{cut}"
        store = Store(folder, now=now)
        journal.rate(store, now.date().toordinal(), {Rating.MOOD: 90}, now)
        store.close()
        with monkeypatch.context() as patch:
            _stop_at(patch, cut)
            try:
                restoring.restore(folder, file, now, key)
            except _Cut:
                ended = False
            else:
                ended = True
        files_there = files.is_decided(folder)
        restoring.finish(folder, held=False)
        new = vault.is_encrypted(folder) if with_key else mood(folder, now) == 40
        seen.append(mood(folder, now, key if with_key and new else None))
        assert seen[-1] == (40 if new else 90)
        assert new or not files_there, "once it is decided, it comes"
        if new:
            [kept] = (folder / "kept").iterdir()
            assert mood(kept, now) == 90
        if ended:
            break
    assert set(seen) == {40, 90}
    assert ended


class _Cut(BaseException):
    """What a kill looks like from within."""


def _stop_at(patch: pytest.MonkeyPatch, cut: int) -> None:
    count = 0

    def stopping(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **more: Any) -> Any:
            nonlocal count
            count += 1
            if count > cut:
                raise _Cut
            return real(*given, **more)

        return call

    for name in STEPS:
        patch.setattr(Path, name, stopping(getattr(Path, name)))
    for name in ("fsync", "open", "rename", "replace", "unlink", "rmdir"):
        patch.setattr(os, name, stopping(getattr(os, name)))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_random_moments_of_backing_up_and_restoring(tmp_path: Path, now: datetime) -> None:
    chance = random.Random(11)
    folder, days = tmp_path / "person", now.date().toordinal()
    store = Store(folder, now=now)
    journal.rate(store, days, {Rating.MOOD: 40}, now)
    first = backups.make(store, now).path
    store.close()
    allowed = {40}
    for trial in range(60):
        value = trial % 90 + 5
        child = os.fork()
        if child == 0:
            try:
                opened = upkeep.open_profile(folder, now)
                journal.rate(opened.store, days, {Rating.MOOD: value}, now)
                backups.make_daily(opened.store, now + timedelta(minutes=trial))
                opened.close()
                restoring.restore(folder, first, now)
            finally:
                os._exit(0)
        _kill_after(child, chance.uniform(0, 0.12))
        allowed |= {value}
        assert mood(folder, now) in allowed | {40}
        for file in backups.own_folder(folder).glob("*.nextrep-backup"):
            inside = restoring.look(folder, file, now.tzinfo).inside
            assert inside is not None and inside.check_ins == 1
        restoring.tidy(folder)
    assert json.loads(zipfile.ZipFile(first).read("about.json"))["kind"] == "hand"


def _kill_after(child: int, seconds: float) -> None:
    select.select([], [], [], seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
