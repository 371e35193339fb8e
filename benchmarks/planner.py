"""The planner with a program of 52 weeks: opening it, and any edit until it is checked and painted again.

A process of its own, started by run.py: python planner.py FOLDER [EDITS]. The baseline is the bare cost of
computing all checks of the same plan once, measured in the same process.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from random import Random
from statistics import median, quantiles

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication

from nextrep.domain.changes import Outcome
from nextrep.domain.exercises import Equipment
from nextrep.domain.plan_checks import PlanChecks
from nextrep.domain.plan_exercises import Scope
from nextrep.domain.program import Answers
from nextrep.domain.training import Target
from nextrep.services import advice, library, plan_editing, plan_weeks, program
from nextrep.services.handover import Overlap
from nextrep.storage.store import Store
from nextrep.ui.program.screen import ProgramScreen
from nextrep.ui.runtime import memory
from nextrep.ui.runtime.bus import Bus
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Jobs
from nextrep.ui.runtime.machine_settings import MachineSettings
from nextrep.ui.runtime.operate import Operate
from nextrep.ui.shell.dialogs import DialogReporter
from nextrep.ui.theme.apply import apply_theme

WEEKS, EDITS, OPENINGS = 52, 120, 7
Step = Callable[[], Outcome]


def painted() -> None:
    """Let everything that waits happen, painting included."""
    for _round in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def steps(store: Store, random: Random) -> Step:
    """Choose one of the things that a person does with a plan."""
    plan = plan_editing.plan(store)
    free = [one for one in plan.free() if one.targets]
    one, other = random.choice(free), random.choice(free)
    target = one.targets[0]
    return random.choice(
        [
            partial(plan_editing.move, store, one.id, one.day + random.choice((-1, 1, 2))),
            partial(plan_editing.swap, store, one.id, other.id),
            partial(plan_editing.skip, store, one.id),
            partial(plan_weeks.shift_week, store, one.id, 1),
            partial(plan_weeks.shift_all, store, one.id, random.choice((-7, 7))),
            partial(plan_editing.move_exercise, store, one.id, 0, 2, Scope.FOLLOWING),
            partial(plan_editing.put_exercise, store, one.id, 0, _one_set_more(target), Scope.FOLLOWING),
            partial(plan_editing.put_exercise, store, one.id, 0, _one_set_more(target), Scope.THIS),
        ]
    )


def _one_set_more(target: Target) -> Target:
    return replace(target, sets=target.sets % 5 + 1)


def main() -> None:
    folder = Path(sys.argv[1])
    edits = int(sys.argv[2]) if len(sys.argv) > 2 else EDITS
    now = datetime.now().astimezone()
    today = now.date().toordinal()
    app = QApplication(sys.argv[:1])
    apply_theme(app, "light", 1.0)
    store = Store(folder, now=now)
    answers = Answers((0, 1, 3, 4), frozenset(Equipment), minutes=60, sessions_later=4)
    program.create(store, answers, now, weeks=WEEKS, overlap=Overlap.TAKE_OVER)
    print(json.dumps(measure(store, now, today, edits)), flush=True)


def measure(store: Store, now: datetime, today: int, edits: int) -> dict[str, float]:
    """Return milliseconds: the checks alone, an edit (median and 95th percentile), an opening."""
    bus, undo = Bus(), QUndoStack()
    reporter = DialogReporter()
    context = Context(
        store=store,
        bus=bus,
        jobs=Jobs(reporter),
        operate=Operate(bus, undo, reporter),
        undo=undo,
        now=lambda: now,
        settings_machine=MachineSettings(store.folder),
    )
    view = program.current(store, today)
    assert view is not None
    memory.settle()
    choices = advice.choices_for(view.program.answers, library.hidden_keys(store))
    facts = advice.facts_of(store, view, today, choices)
    checks = [_timed(lambda: PlanChecks(facts)) for _ in range(9)]
    opened = []
    for _ in range(OPENINGS):
        began = time.perf_counter()
        screen = ProgramScreen(context)
        screen.resize(1280, 720)
        screen.show()
        screen.activate()
        painted()
        opened.append(time.perf_counter() - began)
        if len(opened) < OPENINGS:
            screen.hide()
            screen.deleteLater()
            painted()
    random = Random(1)
    took = []
    for _ in range(edits):
        step = steps(store, random)
        began = time.perf_counter()
        context.operate.run(step, initiator=None)
        painted()
        took.append(time.perf_counter() - began)
        began = time.perf_counter()
        undo.undo()
        painted()
        took.append(time.perf_counter() - began)
    undo.clear()
    return {
        "checks_ms": 1000 * median(checks),
        "edit_ms": 1000 * median(took),
        "edit_p95_ms": 1000 * quantiles(took, n=20)[-1],
        "open_ms": 1000 * median(opened),
        "open_first_ms": 1000 * opened[0],
    }


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
