"""Who waits for another writer: threads beside a window do, the window does not."""

from __future__ import annotations

import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from nextrep.domain.errors import KnownError
from nextrep.domain.journal import Entry
from nextrep.storage.store import FILE_NAME, Store

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def timeout_ms(store: Store) -> int:
    """How long the connection of this thread waits."""
    return int(store._database.execute_sql("PRAGMA busy_timeout").fetchone()[0])


def test_a_window_is_told_at_once_and_writes_once_it_can(tmp_path: Path) -> None:
    store = Store(tmp_path, now=NOW)
    assert timeout_ms(store) == 3000
    store.do_not_wait()
    assert timeout_ms(store) < 16, "a frame"
    with closing(dbapi2.connect(str(tmp_path / FILE_NAME), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(KnownError, match="Another program is writing"), store.transaction():
            store.entries.insert(Entry(0, 740_000, NOW, "later"))
        other.execute("ROLLBACK")
        with store.transaction():
            store.entries.insert(Entry(0, 740_000, NOW, "later"))
    assert store.entries.count() == 1
    store.close()


def test_threads_beside_it_wait_as_before(tmp_path: Path) -> None:
    store = Store(tmp_path, now=NOW)
    store.do_not_wait()
    waits: list[int] = []

    def work() -> None:
        with store.on_this_thread():
            waits.append(timeout_ms(store))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert waits == [3000]
    assert timeout_ms(store) < 16
    store.close()
