"""Opening a profile: pragmas, permissions, and every file that must be refused and left alone."""

import os
import sqlite3
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nextrep.domain.errors import KnownError
from nextrep.storage.database import APPLICATION_ID, FILE_NAME
from nextrep.storage.lock import ProfileLock
from nextrep.storage.migrations import LATEST
from nextrep.storage.store import Store

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
    assert "newer NextRep" in refused(tmp_path).title


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
    code = (
        "import sys, pathlib; from nextrep.storage.lock import ProfileLock;"
        "lock = ProfileLock(pathlib.Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path)),
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "held"
        with pytest.raises(KnownError, match="open in another"):
            ProfileLock(tmp_path)
        other.kill()
        other.wait()
    with ProfileLock(tmp_path):
        pass
