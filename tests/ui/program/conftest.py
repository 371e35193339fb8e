"""A profile, and a plan in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from nextrep.domain.exercises import Equipment
from nextrep.domain.program import Answers
from nextrep.services import program
from nextrep.storage.store import Store
from nextrep.ui.runtime.context import Context
from tests.ui.fixtures_ui import make_context
from tests.ui.program.plan_screen import MONDAY


@pytest.fixture
def context(tmp_path: Path, qapp: QApplication) -> Iterator[Context]:
    store = Store(tmp_path / "profile", now=MONDAY)
    made, _reporter = make_context(tmp_path, store, MONDAY)
    yield made
    store.close()


@pytest.fixture
def planned(context: Context) -> Context:
    """A context with a plan on Monday, Wednesday and Friday (the first weeks: Monday and Friday)."""
    answers = Answers((0, 2, 4), frozenset({Equipment.DUMBBELL, Equipment.BENCH}))
    program.create(context.store, answers, MONDAY)
    return context
