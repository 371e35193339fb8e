"""What tests of the window need: a context whose jobs run at once and whose failures are kept in lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from nextrep.domain.errors import KnownError
from nextrep.ui.runtime.bus import Bus
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import InlineJobs, Jobs
from nextrep.ui.runtime.machine_settings import MachineSettings
from nextrep.ui.runtime.operate import Operate
from nextrep.ui.widgets.screen import Screen

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class ListReporter:
    """Keeps failures instead of showing them."""

    def __init__(self) -> None:
        self.known_errors: list[KnownError] = []
        self.user_errors: list[tuple[str, str]] = []

    def known(self, error: KnownError) -> None:
        self.known_errors.append(error)

    def user(self, message: str, field: str) -> None:
        self.user_errors.append((message, field))


class ListCrash:
    """Keeps what would have gone to the crash hook."""

    def __init__(self) -> None:
        self.errors: list[BaseException] = []

    def __call__(self, error: BaseException) -> None:
        self.errors.append(error)


S = TypeVar("S", bound=Screen)


def opened_screen(
    kind: type[S], store: Any, folder: Path, qtbot: QtBot, now: datetime, *, real_jobs: bool = False
) -> S:
    """Show a screen over `store`; with `real_jobs` its work runs beside it, as it does for people."""
    context, reporter = make_context(folder, store, now)
    if real_jobs:
        context = replace(context, jobs=Jobs(reporter))
    screen = kind(context)
    qtbot.addWidget(screen)
    screen.resize(1280, 720)
    screen.show()
    screen.activate()
    return screen


def make_context(profile: Path, store: Any = None, now: datetime = NOON) -> tuple[Context, ListReporter]:
    """Return a context over `store` whose clock stands at `now`, and where its failures go."""
    reporter = ListReporter()
    bus, undo = Bus(), QUndoStack()
    context = Context(
        store=store,
        bus=bus,
        jobs=InlineJobs(reporter, ListCrash()),
        operate=Operate(bus, undo, reporter),
        undo=undo,
        now=lambda: now,
        settings_machine=MachineSettings(profile),
    )
    return context, reporter
