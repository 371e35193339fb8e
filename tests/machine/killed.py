"""Kills the session logger at random moments, and writes down what its screen had shown by then.

python killed.py FOLDER SEED TRIALS. The modules are imported once; each trial is a fork of that, made before
there is any QApplication. It opens the real Session screen over a profile of its own, and types a script. A
line goes through a pipe before and after each step of it, and each time that the screen says a set is saved.
`test_killed.py` reads the lines (FOLDER/trials.json) beside what is in the profiles.
"""

from __future__ import annotations

import json
import os
import random
import selectors
import shutil
import signal
import sys
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nextrep.domain.training import Block, Session, SessionState, SetDraft, Target
from nextrep.domain.units import Load, Unit
from nextrep.services import catalog, preferences, session
from nextrep.settings.table import SAFETY_NOTE_SEEN, SOUND_ON
from nextrep.storage.store import Store
from nextrep.ui.session.columns import Column
from nextrep.ui.session.screen import SessionScreen
from nextrep.ui.theme.apply import apply_theme
from tests.machine.on_disk import on_disk
from tests.ui.fixtures_ui import make_context

Key = Qt.Key
ENTER = Key.Key_Return
NOW = datetime(2026, 11, 20, 7, 14, 4, tzinfo=UTC)
EXERCISES = ("goblet_squat", "dumbbell_bench_press", "one_arm_dumbbell_row", "dumbbell_curl", "plank")
# fmt: off
SCRIPT: tuple[str | Key, ...] = (
    # Typed and rated; as it stands, taken back and done again.
    "18x9", ENTER, Key.Key_F7, ENTER, "u", ENTER,
    # A warm-up, a set, a drop set that is deleted and comes back, as many as possible.
    "w", "8x5", ENTER, ENTER, "d", "10", ENTER, Key.Key_Up, Key.Key_Delete, "u",
    "m", Key.Key_Right, "11", ENTER,
    # Each side, corrected; one with a note.
    "10/9", ENTER, Key.Key_Up, "8", ENTER, "n", "slow", ENTER, ENTER,
    # Left out and taken in again; heavier, rated, and both taken back.
    "k", Key.Key_PageUp, "k", "+", ENTER, Key.Key_F3, "u", "u", ENTER, ENTER,
    # Seconds.
    "45", ENTER, "1:10", ENTER,
)
# fmt: on
KEYS = sum(len(step) if isinstance(step, str) else 1 for step in SCRIPT)


@dataclass
class Trial:
    """What came through the pipe of one process.

    Attributes:
        begun, done: the last step that began, and the last one that was dealt with; -1 for none.
        shown: rows that the screen showed as done when it last said that a set is saved, in step `said`.
        states: what was on the disk after each step; only of a process that came to its end.
        seconds: how long it typed.
    """

    profile: str
    begun: int = -1
    done: int = -1
    said: int = -1
    shown: list[list[Any]] = field(default_factory=list)
    states: list[list[list[Any]]] = field(default_factory=list)
    seconds: float = 0.0

    def take(self, line: str) -> None:
        """Take one line."""
        kind, number, rest = line.rstrip("\n").split(" ", 2)
        match kind:
            case "begun":
                self.begun = int(number)
            case "done":
                self.done = int(number)
            case "said":
                self.said, self.shown = int(number), json.loads(rest)
            case "state":
                self.states.append(json.loads(rest))


@dataclass(frozen=True, slots=True)
class Moment:
    """So many seconds after a step of the script began."""

    step: int
    seconds: float


def prepare(folder: Path) -> None:
    """Make a profile with an open session of five exercises, four of which were done before."""
    store = Store(folder, now=NOW)
    preferences.change(store, SAFETY_NOTE_SEEN, True)
    earlier = NOW - timedelta(days=3)
    view = session.start_free(store, earlier).value
    for key in EXERCISES[:4]:
        block = session.add_exercise(store, view.session.id, catalog.by_key(key)).value
        number = store.blocks.of_session(view.session.id)[block].exercise_id
        draft = SetDraft(number, block, load=Load(16_000, Unit.KG), reps=9)
        session.log_set(store, view.session.id, draft, earlier)
    session.finish(store, view.session.id, earlier)
    opened = Session(0, "Script", NOW, None, NOW.date().toordinal(), SessionState.ACTIVE)
    with store.transaction():
        number = store.sessions.insert(opened)
        for place, key in enumerate(EXERCISES):
            exercise = catalog.number_of(store, catalog.by_key(key))
            timed = key == "plank"
            target = Target(exercise, 2, None if timed else 8, None if timed else 12, 30 if timed else None)
            store.blocks.add(number, Block(place, exercise, target))
    store.close()


class Hands:
    """Types the script, and tells what the screen shows."""

    def __init__(self, folder: Path, pipe: int, *, looking: bool) -> None:
        self._pipe, self._looking, self._step = pipe, looking, -1
        self._app = QApplication([])
        apply_theme(self._app, "light")
        self._store = Store(folder, now=NOW)
        self._store.do_not_wait()
        context, _reporter = make_context(folder, self._store, NOW)
        context.settings_machine.put(SOUND_ON, False)
        start = time.monotonic()
        self._context = replace(context, now=lambda: NOW + timedelta(seconds=time.monotonic() - start))
        self._screen = SessionScreen(self._context)
        self._screen.resize(1280, 720)
        self._screen.show()
        self._screen.activateWindow()
        self._screen.activate()
        self._card = self._screen.train.exercise
        self._say_saved = self._card.say_saved
        self._card.say_saved = self._on_saved  # type: ignore[method-assign]
        self._screen.conductor.begun()
        self._screen.conductor.reload()
        self._screen.conductor.focus()
        self._app.processEvents()

    def type_script(self) -> None:
        """Press every key where the keyboard is by then, and wait for the end."""
        for number, step in enumerate(SCRIPT):
            self._step = number
            self._tell("begun")
            self._press(step)
            self._app.processEvents()
            self._tell("done")
            if self._looking:
                self._tell("state", on_disk(self._store))
        self._tell("end")
        signal.pause()

    def _press(self, step: str | Key) -> None:
        for key in step if isinstance(step, str) else (step,):
            QTest.keyClick(self._screen.focusWidget() or self._screen, key)

    def _on_saved(self, text: str) -> None:
        """Tell which rows of the exercise are shown as done, once the screen says that one is saved."""
        self._say_saved(text)
        if text:
            self._tell("said", [shown(row, self._card.name.text()) for row in done_rows(self._card.grid)])

    def _tell(self, kind: str, what: object = None) -> None:
        os.write(self._pipe, f"{kind} {self._step} {json.dumps(what)}\n".encode())


def done_rows(grid: Any) -> list[Any]:
    """Return the rows of the grid that say they are done."""
    return [row for row in grid.parts.rows if not row.done.isHidden()]


def shown(row: Any, exercise: str) -> list[str]:
    """Return the exercise and what stands in the fields of a row."""
    texts = {column: cell.text() for column, cell in row.cells.items()}
    amount = Column.REPS if Column.REPS in texts else Column.SECONDS
    return [exercise, texts.get(Column.LOAD, ""), texts[amount], texts[Column.FOCUS]]


def run(template: Path, folder: Path, moment: Moment | None) -> Trial:
    """Fork a process that types, and kill it at a moment; None lets it come to its end."""
    shutil.copytree(template, folder)
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read_end)
        Hands(folder, write_end, looking=moment is None).type_script()
        os._exit(1)
    os.close(write_end)
    trial = Trial(folder.name)
    with os.fdopen(read_end, "rb") as pipe:
        begun = 0.0
        for line in iter(pipe.readline, b""):
            begun = begun or time.monotonic()
            trial.take(line.decode())
            if line.startswith(b"end") or (moment is not None and trial.begun == moment.step):
                break
        trial.seconds = time.monotonic() - begun
        if moment is not None:
            with selectors.DefaultSelector() as nothing:
                nothing.select(moment.seconds)  # the other process types on
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        for rest in pipe.read().decode().splitlines():
            trial.take(rest)
    return trial


def main() -> None:
    """Run the script once to its end, then many times to a random moment.

    Every other moment is one of the whole script, those between are in the work of a step that writes: most
    time goes by painting.
    """
    folder, seed, trials = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    dice = random.Random(seed)
    template = folder / "template"
    prepare(template)
    whole = run(template, folder / "whole", None)
    before = [[], *whole.states]
    writing = [step for step in range(len(SCRIPT)) if before[step] != before[step + 1]]
    found = [whole]
    for number in range(trials):
        anywhere = Moment(0, dice.uniform(0, whole.seconds))
        inside = Moment(dice.choice(writing), dice.uniform(0, 2 * whole.seconds / len(SCRIPT)))
        found.append(run(template, folder / f"trial-{number}", inside if number % 2 else anywhere))
    (folder / "trials.json").write_text(json.dumps([vars(one) for one in found]), encoding="utf-8")


if __name__ == "__main__":
    main()
