"""A session screen over a real profile, with hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nextrep.domain.changes import Changes
from nextrep.domain.exercises import Equipment, Level
from nextrep.domain.program import Answers
from nextrep.domain.training import SetDraft
from nextrep.domain.units import Load, Unit
from nextrep.services import catalog, preferences, program, session
from nextrep.services.session import SessionView
from nextrep.settings.table import SAFETY_NOTE_SEEN
from nextrep.storage.store import Store
from nextrep.ui.runtime.context import Context
from nextrep.ui.session.columns import Column
from nextrep.ui.session.screen import SessionScreen
from nextrep.ui.theme.apply import apply_theme
from tests.ui.fixtures_ui import ListReporter, make_context

MORNING = datetime(2026, 11, 20, 7, 14, 4, tzinfo=UTC)


@dataclass
class Hands:
    """The screen, what is under it, and keys that go where the keyboard is."""

    qtbot: object
    store: Store
    context: Context
    reporter: ListReporter
    screen: SessionScreen
    now: list[datetime] = field(default_factory=list)

    @property
    def grid(self):
        return self.screen.train.exercise.grid

    @property
    def view(self) -> SessionView:
        """The open session as it is on disk."""
        view = session.active(self.store)
        assert view is not None
        return view

    @property
    def done(self) -> list[SetDraft]:
        """Every set on disk, in the order of doing."""
        return [entry.draft for entry in self.store.sets.of_session(self.view.session.id)]

    @property
    def title(self) -> str:
        return self.screen.train.exercise.name.text()

    def focus(self):
        return self.screen.window().focusWidget()

    def keys(self, *keys: object) -> None:
        """Type texts and press keys, each where the keyboard is by then."""
        for key in keys:
            if isinstance(key, str):
                self.qtbot.keyClicks(self.focus(), key)
            else:
                self.qtbot.keyClick(self.focus(), key)

    def chord(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
        self.qtbot.keyClick(self.focus(), key, modifier)

    def text(self, row: int, column: Column) -> str:
        return self.grid.cell(row, column).text()

    def begin(self, argument: tuple[str, object]) -> None:
        """Start a session and leave the questions before it out."""
        self.screen.open(argument)
        self.keys(Qt.Key.Key_Escape)

    def later(self, **much: float) -> None:
        self.now[0] += timedelta(**much)

    def changed(self) -> None:
        """Say that something was changed elsewhere."""
        self.context.bus.changed.emit(Changes(sessions=True, exercises=True, settings=True), None)

    def click(self, widget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def plan(store: Store, now: datetime) -> int:
    """Make a program with dumbbells and return its first planned session: goblet squat 2 × 8-12 and more."""
    answers = Answers((0, 2, 4), frozenset({Equipment.DUMBBELL, Equipment.BENCH}), Level.BEGINNER, 45, 3)
    program.create(store, answers, now)
    view = program.current(store)
    assert view is not None
    return view.sessions[0].planned.id


def train(store: Store, now: datetime, key: str, *drafts: SetDraft) -> int:
    """Write a finished session of one exercise."""
    view = session.start_free(store, now).value
    block = session.add_exercise(store, view.session.id, catalog.by_key(key)).value
    number = session.view(store, view.session.id).blocks[0].exercise_id
    for draft in drafts:
        session.log_set(store, view.session.id, replace(draft, exercise_id=number, block=block), now)
    session.finish(store, view.session.id, now + timedelta(minutes=20))
    return view.session.id


def kg(load: float) -> Load:
    return Load(round(load * 1000), Unit.KG)


def did(load: float | None = None, reps: int | None = None, seconds: int | None = None) -> SetDraft:
    return SetDraft(0, 0, load=None if load is None else kg(load), reps=reps, seconds=seconds)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "profile", now=MORNING)
    yield store
    store.close()


@pytest.fixture
def open_screen(qtbot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Hands]]:
    """Open a session screen over a store."""
    apply_theme(qapp, "light")
    opened: list[Hands] = []

    def make(store: Store, now: datetime = MORNING) -> Hands:
        opened.append(_open(qtbot, store, tmp_path, now))
        return opened[-1]

    yield make
    for hands in opened:
        # A stack that still holds Python commands must not be left to the collector.
        hands.context.undo.clear()


@pytest.fixture
def hands(open_screen: Callable[..., Hands], store: Store) -> Hands:
    """The screen without an open session, shown."""
    return open_screen(store)


def _open(qtbot, store: Store, tmp_path: Path, now: datetime) -> Hands:
    clock = [now]
    preferences.change(store, SAFETY_NOTE_SEEN, True)  # it has tests of its own
    context, reporter = make_context(tmp_path, store, now)
    context = replace(context, now=lambda: clock[0])
    screen = SessionScreen(context)
    qtbot.addWidget(screen)
    screen.resize(1280, 720)
    with qtbot.waitActive(screen):  # a field selects its text when it gets the keyboard
        screen.show()
        screen.activateWindow()
    screen.activate()
    return Hands(qtbot, store, context, reporter, screen, clock)


@pytest.fixture
def planned(hands: Hands) -> Hands:
    """A planned session just started: goblet squat, of which 16 kg × 9 and 16 kg × 8 were done before."""
    train(hands.store, MORNING - timedelta(days=3), "goblet_squat", did(16, 9), did(16, 8))
    hands.begin(("start_planned", plan(hands.store, MORNING)))
    return hands
