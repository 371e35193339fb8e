"""The program that waits is followed from its first day on, without anybody doing anything."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from nextrep.app import clock
from nextrep.app.wiring import Wiring
from nextrep.domain.program import Answers
from nextrep.services import program
from nextrep.services.handover import Overlap
from nextrep.storage.store import Store

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(("days", "followed"), [(6, "seven_day_starter"), (7, "mind_and_muscle")])
def test_opening_the_profile_follows_the_program_whose_day_has_come(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, days: int, followed: str
) -> None:
    store = Store(tmp_path / "profile", now=MONDAY)
    program.create(store, Answers(), MONDAY, key="seven_day_starter")
    program.create(store, Answers(), MONDAY, overlap=Overlap.AFTER)
    store.close()
    monkeypatch.setattr(clock, "now", lambda: MONDAY + timedelta(days=days))
    wiring = Wiring(tmp_path / "profile")
    try:
        current = wiring.open().store.programs.current()
    finally:
        wiring.close()
    assert current is not None
    assert current.template == followed
