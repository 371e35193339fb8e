"""The backup after a day of use, and the window that opens anew with a backup put back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from nextrep.app import clock, window
from nextrep.app.wiring import Wiring
from nextrep.domain.journal import Rating
from nextrep.services import backups, journal, restoring
from nextrep.settings.table import BACKUP_FOLDER_PLACE
from nextrep.storage.store import Store
from nextrep.ui.runtime.restart import RESTART, Restart
from nextrep.ui.shell.window import MainWindow

NOW = datetime(2026, 11, 28, 21, 0, tzinfo=UTC)
DAY = NOW.date().toordinal()


@pytest.fixture
def folder(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return tmp_path / "person"


def use(folder: Path, mood: int | None) -> None:
    """Open the profile as the window does, perhaps note something, and close it."""
    wiring = Wiring(folder)
    context = wiring.open()
    if mood is not None:
        journal.rate(context.store, DAY, {Rating.MOOD: mood}, NOW)
    wiring.close()


def test_closing_after_a_change_makes_one_and_closing_without_none(folder: Path) -> None:
    use(folder, None)
    assert backups.found(folder, NOW) == []
    use(folder, 40)
    [made] = backups.found(folder, NOW)
    use(folder, None)
    assert [one.path for one in backups.found(folder, NOW)] == [made.path]


def test_after_a_kill_the_next_start_makes_it_beside_the_window(folder: Path) -> None:
    store = Store(folder, now=NOW)
    journal.rate(store, DAY, {Rating.MOOD: 40}, NOW)
    store.close()
    wiring = Wiring(folder)
    context = wiring.open()
    wiring.daily.beside()
    context.jobs.shutdown()
    assert len(backups.found(folder, NOW)) == 1
    wiring.close()


def test_a_place_that_is_away_at_the_end_leaves_one_at_home(folder: Path, tmp_path: Path) -> None:
    wiring = Wiring(folder)
    context = wiring.open()
    context.settings_machine.put(BACKUP_FOLDER_PLACE, str(tmp_path / "stick"))
    journal.rate(context.store, DAY, {Rating.MOOD: 40}, NOW)
    wiring.close()
    assert [one.path.parent.name for one in backups.found(folder, NOW)] == ["backups"]


def test_the_window_opens_anew_with_what_was_put_back(
    folder: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(folder, 40)
    [made] = backups.found(folder, NOW)
    use(folder, 90)
    seen: list[int] = []

    def act() -> None:
        [shown] = [one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow)]
        if shown.current != "today":
            QTimer.singleShot(20, act)
            return
        found = journal.day_view(shown.context.store, DAY).checkin
        assert found is not None
        seen.append(found.values["mood"])
        if len(seen) == 1:
            restoring.prepare(folder, made.path, NOW)
            shown.ways.go(RESTART, Restart(folder))
            QTimer.singleShot(20, act)
        else:
            shown.close()

    monkeypatch.setattr(window, "make_application", lambda: qapp)
    QTimer.singleShot(20, act)
    assert window.run_window(str(folder)) == 0
    assert seen == [90, 40]
    for left in qapp.topLevelWidgets():
        left.deleteLater()
