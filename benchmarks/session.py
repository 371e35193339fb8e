"""The session logger above thirty years of sets: opening a session, a key until it is painted, one commit.

A process of its own, started by run.py: python session.py FOLDER [ROUNDS]. The baseline of a commit is the
same row written by the driver alone, with the same pragmas, in turn with ours. Each finds its pages as it
left them: what a connection has just written the other one must read anew, which the program, with one
writer, never does. Each of ours is held against the bare one just before it: a disk that others use changes
its pace from one moment to the next, and a median of each by itself would compare a quick moment with a
slow one.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles

from planner import painted
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlcipher3 import dbapi2
from thirty_years import fill

from nextrep.domain.training import Block, Session, SessionState, SetDraft, Target
from nextrep.domain.units import Load, Unit
from nextrep.services import catalog, preferences
from nextrep.settings.table import SAFETY_NOTE_SEEN
from nextrep.storage.database import FILE_NAME
from nextrep.storage.store import Store
from nextrep.ui.runtime import memory
from nextrep.ui.runtime.bus import Bus
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Jobs
from nextrep.ui.runtime.machine_settings import MachineSettings
from nextrep.ui.runtime.operate import Operate
from nextrep.ui.session.screen import SessionScreen
from nextrep.ui.shell.dialogs import DialogReporter
from nextrep.ui.theme.apply import apply_theme

ROUNDS, OPENINGS, COMMITS = 12, 7, 400
EXERCISES, SETS = 5, 4
Key = Qt.Key
A_SET = ("1", "7", ".", "5", Key.Key_Right, "8", "+", "-", "w", "w", Key.Key_Up, Key.Key_Down, Key.Key_Return,
         Key.Key_F7, "u", Key.Key_Return)  # fmt: skip
"""What somebody does at a set: type, step, toggle, move, save, rate, undo, save."""


def begin(store: Store, now: datetime) -> None:
    """Open a session of five exercises with four sets planned each, all of which have years behind them."""
    with store.transaction():
        session = Session(0, "Bench", now, None, now.date().toordinal(), SessionState.ACTIVE)
        session_id = store.sessions.insert(session)
        for block in range(EXERCISES):
            target = Target(block + 1, SETS, 6, 10, None, 1, 3, 120)
            store.blocks.add(session_id, Block(block, block + 1, target))


def end(store: Store) -> None:
    with store.transaction():
        store.sessions.delete(store.sessions.active_id())


def main() -> None:
    folder = Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    now = datetime.now().astimezone()
    app = QApplication(sys.argv[:1])
    apply_theme(app, "light", 1.0)
    store = Store(folder, now=now)
    preferences.change(store, SAFETY_NOTE_SEEN, True)  # it is shown once in a life
    sets = 0 if store.sessions.count_done() else fill(store, now)
    # Nobody logs a set in the process that wrote thirty years: opened anew, its log is folded in.
    store.close()
    store = Store(folder, now=now)
    catalog.library()
    found = measure(store, now, rounds) | commits(store, folder, now) | {"sets": sets}
    print(json.dumps(found), flush=True)


def measure(store: Store, now: datetime, rounds: int) -> dict[str, float]:
    """Return milliseconds: opening, and from a key to the paint (median and 95th percentile)."""
    bus, undo = Bus(), QUndoStack()
    reporter = DialogReporter()
    operate = Operate(bus, undo, reporter)
    machine = MachineSettings(store.folder)
    context = Context(store, bus, Jobs(reporter), operate, undo, lambda: now, machine)
    screen = SessionScreen(context)
    screen.resize(1280, 720)
    screen.show()
    screen.activateWindow()
    screen.activate()
    painted()
    memory.settle()
    opened: list[float] = []
    took: dict[str, list[float]] = {}
    for _ in range(rounds):
        begin(store, now)
        opened.append(_timed(lambda: (screen.mark_stale(), painted())))
        _press(screen, Key.Key_Escape)
        for _set in range(EXERCISES * SETS):
            for key in A_SET:
                name = key if isinstance(key, str) else key.name
                took.setdefault(name, []).append(_timed(lambda key=key: _press(screen, key)))
        undo.clear()
        end(store)
        screen.conductor.known.hear(_everything())
        screen.mark_stale()
        painted()
    every = [one for some in took.values() for one in some]
    worst = max(took, key=lambda name: quantiles(took[name], n=20)[-1])
    return {
        "open_ms": 1000 * median(opened),
        "open_first_ms": 1000 * opened[0],
        "key_ms": 1000 * median(every),
        "key_p95_ms": 1000 * quantiles(every, n=20)[-1],
        "save_p95_ms": 1000 * quantiles(took["Key_Return"], n=20)[-1],
        "undo_p95_ms": 1000 * quantiles(took["u"], n=20)[-1],
        "worst_p95_ms": 1000 * quantiles(took[worst], n=20)[-1],
        "worst": worst,  # type: ignore[dict-item]
    }


def _everything() -> object:
    from nextrep.domain.changes import Changes

    return Changes(sessions=True, sets=True)


def _press(screen: SessionScreen, key: object) -> None:
    widget = screen.window().focusWidget() or screen
    if isinstance(key, str):
        QTest.keyClicks(widget, key)
    else:
        QTest.keyClick(widget, key)
    painted()


def commits(store: Store, folder: Path, now: datetime) -> dict[str, float]:
    """Return milliseconds of one set written by us and by the driver alone, in turn, and their ratio."""
    begin(store, now)
    session_id = store.sessions.active_id()
    raw = dbapi2.connect(str(folder / FILE_NAME), isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = 1", "temp_store = MEMORY"):
        raw.execute(f"PRAGMA {pragma}")
    draft = SetDraft(1, 0, load=Load(50_000, Unit.KG), reps=8)
    ours: list[float] = []
    bare: list[float] = []

    def with_store() -> None:
        with store.transaction():
            store.sets.add(session_id, draft, now)

    def alone() -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute(
            "INSERT INTO workset (session_id, exercise_id, block, kind, weight_g, unit, reps, note, done_at,"
            " done_zone, band, position) VALUES (?, 1, 0, 'working', 50000, 'kg', 8, '', ?, 'UTC', '', 1)",
            (session_id, int(now.timestamp() * 1000)),
        )
        raw.execute("COMMIT")

    def clear_with_store() -> None:
        for entry in store.sets.of_session(session_id):
            store.sets.delete(entry.id)

    def clear_alone() -> None:
        raw.execute("DELETE FROM workset WHERE session_id = ?", (session_id,))

    for _ in range(COMMITS):
        for clear, work, times in ((clear_alone, alone, bare), (clear_with_store, with_store, ours)):
            clear()
            times.append(_timed(work))
    raw.close()
    end(store)
    ratio = median(one / other for one, other in zip(ours, bare, strict=True))
    return {"commit_ms": 1000 * median(ours), "raw_ms": 1000 * median(bare), "commit_ratio": ratio}


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
