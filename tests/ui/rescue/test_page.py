"""The page about a damaged profile: says what there is in numbers, and does what is chosen."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nextrep.app import clock
from nextrep.app.wiring import Wiring
from nextrep.domain.journal import Entry
from nextrep.services import upkeep, vault
from nextrep.storage import damage
from nextrep.storage.database import damaged
from nextrep.storage.store import FILE_NAME, Store
from nextrep.storage.vault.kdf import Cost
from nextrep.ui.lock.unlock_page import UnlockPage
from nextrep.ui.rescue.page import RescuePage
from nextrep.ui.runtime.jobs import InlineJobs
from nextrep.ui.shell.window import MainWindow
from tests.ui.fixtures_ui import ListCrash, ListReporter

NOW = datetime(2026, 11, 27, 20, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile with one entry more than its backup, damaged in a place where no row is."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    folder = tmp_path / "profile"
    store = Store(folder, now=NOW)
    for day in (739_940, 739_947):
        with store.transaction():
            store.entries.insert(Entry(0, day, NOW, "words"))
        if day == 739_940:
            store.back_up(NOW.replace(day=20))
    store.close()
    content = bytearray((folder / FILE_NAME).read_bytes())
    content[16:40] = b"\xff" * 24
    (folder / FILE_NAME).write_bytes(content)
    return folder


def start(folder: Path, qtbot: QtBot, *, unlocked: bool = True) -> tuple[Wiring, MainWindow]:
    wiring = Wiring(folder)
    jobs = InlineJobs(ListReporter(), ListCrash())
    object.__setattr__(wiring.context, "jobs", jobs)
    window = MainWindow(wiring.context)
    wiring.serve(window)
    window.gate.start("today", wiring.open_or_refuse)
    if unlocked:
        qtbot.waitUntil(lambda: window.current == "today" or offers(window))
    else:
        qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), UnlockPage))
    return wiring, window


def offers(window: MainWindow) -> bool:
    page = window.stack.currentWidget()
    return isinstance(page, RescuePage) and bool(page.choices)


def choose(window: MainWindow, number: int, qtbot: QtBot) -> None:
    page_of(window).choices[number].click()
    qtbot.waitUntil(lambda: window.current == "today")


def page_of(window: MainWindow) -> RescuePage:
    page = window.stack.currentWidget()
    assert isinstance(page, RescuePage)
    return page


def end(wiring: Wiring, window: MainWindow) -> None:
    window.close()
    wiring.close()
    window.deleteLater()


def said(page: RescuePage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def entries(folder: Path) -> int:
    store = Store(folder, now=NOW)
    count = store.entries.count()
    store.close()
    return count


def test_going_on_with_what_was_recovered_opens_it(folder: Path, qtbot: QtBot) -> None:
    wiring, window = start(folder, qtbot)
    page = page_of(window)
    assert "2 journal entries" in said(page)
    assert "The backup of 20 Nov 2026, 20:00" in said(page)
    assert "What was recovered has more than it: 1 journal entry" in said(page)
    choose(window, 0, qtbot)
    end(wiring, window)
    assert not wiring.refused
    assert entries(folder) == 2


def test_going_on_with_the_backup_opens_that(folder: Path, qtbot: QtBot) -> None:
    wiring, window = start(folder, qtbot)
    choose(window, 1, qtbot)
    end(wiring, window)
    assert entries(folder) == 1
    assert len(list(folder.glob("kept/damaged-*/nextrep.db"))) == 1
    assert len(list(folder.glob("kept/recovered-*/nextrep.db"))) == 1, "it has what is newer"


def test_closing_without_a_choice_changes_nothing(folder: Path, qtbot: QtBot) -> None:
    before = (folder / FILE_NAME).read_bytes()
    wiring, window = start(folder, qtbot)
    page_of(window)
    end(wiring, window)
    assert wiring.refused
    assert (folder / FILE_NAME).read_bytes() == before
    assert list(folder.glob("kept/*")) == []


def test_damage_that_the_check_finds_is_offered_at_the_next_start(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    folder = tmp_path / "profile"
    wiring, window = start(folder, qtbot)
    monkeypatch.setattr(Store, "problems", lambda _self, **_named: ["Page 7: never used"])
    reporter = ListReporter()
    wiring.reporter.known = reporter.known  # type: ignore[method-assign,assignment]
    wiring.damage.check()
    assert [error.title for error in reporter.known_errors] == ["Part of this profile cannot be read"]
    end(wiring, window)
    assert (folder / damage.NOTE).exists()
    wiring, window = start(folder, qtbot)
    choose(window, 0, qtbot)
    end(wiring, window)
    assert not (folder / damage.NOTE).exists()


def test_a_check_that_finds_nothing_says_nothing(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    wiring, window = start(tmp_path / "profile", qtbot)
    asked: list[bool] = []
    monkeypatch.setattr(Store, "problems", lambda _self, *, whole: asked.append(whole) or [])
    reporter = ListReporter()
    wiring.reporter.known = reporter.known  # type: ignore[method-assign,assignment]
    wiring.damage.check()
    wiring.damage.check()
    assert asked == [True, False], "the whole file once a month, quickly at each start"
    assert reporter.known_errors == []
    end(wiring, window)


def test_damage_that_a_screen_meets_is_said_as_such_and_mended_at_the_next_start(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    folder = tmp_path / "profile"
    wiring, window = start(folder, qtbot)
    said: list[str] = []
    monkeypatch.setattr(wiring.reporter, "_show", lambda title, _paragraphs: said.append(title))
    error = damaged(folder)
    wiring.crash.handle(type(error), error, None)
    assert said == ["Part of this profile cannot be read"]
    assert not (folder / "logs").exists(), "a disk's fault is none of ours"
    end(wiring, window)
    wiring, window = start(folder, qtbot)
    assert offers(window)
    end(wiring, window)


def test_an_encrypted_profile_is_mended_after_it_was_unlocked(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    folder = tmp_path / "profile"
    key = vault.create(folder, "a long passphrase", NOW, cost=Cost(64, 1, 1)).key
    opened = upkeep.open_profile(folder, NOW, key=key)
    with opened.store.transaction():
        opened.store.entries.insert(Entry(0, 739_940, NOW, "words"))
    opened.close()
    content = bytearray((folder / FILE_NAME).read_bytes())
    content[100] ^= 0xFF
    (folder / FILE_NAME).write_bytes(content)
    wiring, window = start(folder, qtbot, unlocked=False)
    assert wiring.lock is not None
    wiring.lock._on_unlocked(vault.unlock(folder, "a long passphrase", NOW))
    qtbot.waitUntil(lambda: offers(window))
    choose(window, 0, qtbot)
    assert wiring.context.store.entries.count() == 1
    assert not wiring.refused
    end(wiring, window)
    assert vault.is_encrypted(folder)
