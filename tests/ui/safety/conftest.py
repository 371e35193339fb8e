"""A person with a profile, and the windows of help over it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from nextrep.storage.store import Store
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.apply import apply_theme
from tests.ui.fixtures_ui import ListReporter, make_context

NOW = datetime(2026, 11, 28, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "profile", now=NOW)
    yield opened
    opened.close()


@pytest.fixture
def made(tmp_path: Path, store: Store, qapp) -> Iterator[tuple[Context, ListReporter]]:
    apply_theme(qapp, "light")
    yield make_context(tmp_path, store, NOW)
    apply_theme(qapp, "light")


@pytest.fixture
def context(made: tuple[Context, ListReporter]) -> Context:
    return made[0]


def said(widget: QWidget) -> str:
    """All words that are shown, from top to bottom."""
    QApplication.processEvents()  # what was just put into a layout is shown a turn later
    parts = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    seen = [part for part in parts if part.isVisibleTo(widget) and part.text()]
    seen.sort(key=lambda part: part.mapTo(widget, part.rect().topLeft()).y())
    return "\n".join(part.text().replace("\N{NO-BREAK SPACE}", " ") for part in seen)
