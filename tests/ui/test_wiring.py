"""The window over its profile while another program writes to that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sqlcipher3 import dbapi2

from nextrep.app import clock
from nextrep.app.wiring import Wiring
from nextrep.domain.program import Answers
from nextrep.services import program
from nextrep.services.handover import Overlap
from nextrep.storage.store import FILE_NAME, Store

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def wiring(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Wiring]:
    """An open profile on the day before another program takes over."""
    store = Store(tmp_path / "profile", now=MONDAY)
    program.create(store, Answers(), MONDAY, key="seven_day_starter")
    program.create(store, Answers(), MONDAY, overlap=Overlap.AFTER)
    store.close()
    monkeypatch.setattr(clock, "now", lambda: MONDAY + timedelta(days=6))
    made = Wiring(tmp_path / "profile")
    made.open()
    yield made
    made.close()


def followed(wiring: Wiring) -> str:
    current = wiring.context.store.programs.current()
    assert current is not None
    return current.template


def test_it_draws_and_so_does_not_wait(wiring: Wiring) -> None:
    (milliseconds,) = wiring.context.store._database.execute_sql("PRAGMA busy_timeout").fetchone()
    assert milliseconds < 16, "a frame"


def test_a_new_day_that_cannot_be_written_yet_comes_a_minute_later(
    wiring: Wiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: MONDAY + timedelta(days=7))
    file = wiring.context.store.folder / FILE_NAME
    with closing(dbapi2.connect(str(file), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        wiring._on_minute()
        assert followed(wiring) == "seven_day_starter"
        other.execute("ROLLBACK")
    wiring._on_minute()
    assert followed(wiring) == "mind_and_muscle"
