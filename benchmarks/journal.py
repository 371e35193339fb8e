"""The journal above thirty years: opening it, a key in the editor, an autosave, a check-in, a search.

A process of its own, started by run.py: python journal.py FOLDER [ROUNDS]. The profile has the ratings,
a night and an entry for each of 11,000 days, and 4,800 sessions.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median, quantiles

from planner import painted
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from search import ENTRIES
from search import fill as fill_entries
from thirty_years import fill as fill_sets

from nextrep.domain.sleep import Night
from nextrep.services import journal
from nextrep.settings.table import SPELLING, SPELLING_OFF
from nextrep.storage.store import Store
from nextrep.ui.journal.editor import EntryEditor
from nextrep.ui.journal.screen import JournalScreen
from nextrep.ui.runtime import memory
from nextrep.ui.runtime.bus import Bus
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Jobs
from nextrep.ui.runtime.machine_settings import MachineSettings
from nextrep.ui.runtime.operate import Operate
from nextrep.ui.shell.dialogs import DialogReporter
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.widgets.rating import RatingSlider

ROUNDS, OPENINGS = 40, 9
TYPED = "Woke *early* and walked. **Good** then.\n- one\n"
MEGABYTE = 1_000_000
LONG_LINE = 200_000
LONGEST_ENTRY = 199_000
"""Nearly as long as an entry may be."""


def fill(store: Store, now: datetime) -> None:
    """Fill an empty profile with thirty years of everything that the journal shows."""
    fill_sets(store, now)
    fill_entries(store, now)
    random = Random(2)
    nights = []
    zone = now.tzinfo
    assert zone is not None
    for back in range(ENTRIES):
        up = now.replace(hour=6, minute=random.randint(0, 59)) - timedelta(days=back)
        minutes = random.randint(360, 520)
        down = up - timedelta(minutes=minutes)
        night = Night(up.date().toordinal(), zone, into_bed_at=down, out_of_bed_at=up, sol_min=15)
        nights.append(night)
    with store.transaction():
        store.nights.insert_many(nights)


def main() -> None:
    folder = Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    now = datetime.now().astimezone()
    app = QApplication(sys.argv[:1])
    apply_theme(app, "light", 1.0)
    store = Store(folder, now=now)
    if not store.entries.count():
        fill(store, now)
    store.do_not_wait()
    bus, undo = Bus(), QUndoStack()
    reporter = DialogReporter()
    machine = MachineSettings(store.folder)
    machine.put(SPELLING, SPELLING_OFF)  # the dictionaries of this computer are not ours to measure
    context = Context(store, bus, Jobs(reporter), Operate(bus, undo, reporter), undo, lambda: now, machine)
    found = openings(context)
    screen = shown(context)
    memory.settle()
    found |= writing(screen, store, now, rounds)
    undo.clear()
    print(json.dumps(found), flush=True)


def shown(context: Context) -> JournalScreen:
    screen = JournalScreen(context)
    screen.resize(1280, 720)
    screen.activate()
    screen.show()
    painted()
    return screen


def openings(context: Context) -> dict[str, float]:
    """Return milliseconds of making, filling and painting the screen: the first time, and as a rule."""
    took = []
    for _number in range(OPENINGS):
        began = time.perf_counter()
        screen = shown(context)
        took.append(time.perf_counter() - began)
        screen.close()
        screen.deleteLater()
        painted()
    return {"open_first_ms": 1000 * took[0], "open_ms": 1000 * median(took)}


def writing(screen: JournalScreen, store: Store, now: datetime, rounds: int) -> dict[str, float]:
    """Return milliseconds from a key to the paint, and of each way of saving, in entries short and long."""
    editor = screen._day_card.writing.editor  # noqa: SLF001 - where the person types
    found: dict[str, float] = {}
    keys: list[float] = []
    saves: list[float] = []
    ratings: list[float] = []
    track = screen.findChild(RatingSlider).track
    for number in range(rounds):
        editor.setFocus()
        keys += [_timed(lambda sign=sign: _type(editor, sign)) for sign in TYPED]
        saves.append(_timed(lambda: (editor.settled.emit(), painted())))
        QTest.keyClick(track, str(number % 9))
        ratings.append(_timed(lambda: (screen.deactivate(), painted())))
    for name, took in (("key", keys), ("save", saves), ("checkin", ratings)):
        found |= _figures(name, took)
    for name, text in (
        ("megabyte", ("Some words of a long day. " * 4 + "\n") * (MEGABYTE // 105)),
        ("line", "Some words " * (LONG_LINE // 11)),
    ):
        editor.hold()
        found[f"{name}_shown_ms"] = 1000 * _timed(lambda text=text: (editor.show_text(text), painted()))
        found |= _figures(name, [_timed(lambda sign=sign: _type(editor, sign)) for sign in TYPED])
        if name == "line":
            found |= _figures("dressing", _dressing(editor))
        editor.show_text("")
    found["plain_line_ms"] = _plain_line(screen)
    day = now.date().toordinal() - 3
    text = ("Some words of a long day. " * 4 + "\n") * (LONGEST_ENTRY // 105)
    entry = journal.write(store, day, text, now).value
    screen.go_to(day)
    screen._day_card.writing.show_entry(entry.id)  # noqa: SLF001
    longest = []
    for sign in TYPED[:12]:
        _type(editor, sign)
        longest.append(_timed(lambda: (editor.settled.emit(), painted())))
    found |= _figures("longest_save", longest)
    return found


def _dressing(editor: EntryEditor) -> list[float]:
    """Return the seconds that the first line costs when it is looked at again."""
    block = editor.document().firstBlock()
    dresser = editor._highlighter  # noqa: SLF001 - what is measured
    return [_timed(lambda: dresser.rehighlightBlock(block)) for _number in range(40)]


def _plain_line(screen: JournalScreen) -> float:
    """Return milliseconds of a key in a very long line of Qt's editor as it comes."""
    plain = QPlainTextEdit(screen)
    plain.resize(560, 300)
    plain.show()
    plain.setPlainText("Some words " * (LONG_LINE // 11))
    painted()
    took = median(_timed(lambda: _type(plain, "a")) for _n in range(20))
    plain.deleteLater()
    return 1000 * took


def _figures(name: str, took: list[float]) -> dict[str, float]:
    return {
        f"{name}_ms": 1000 * median(took),
        f"{name}_p95_ms": 1000 * quantiles(took, n=20, method="inclusive")[-1],
        f"{name}_max_ms": 1000 * max(took),
    }


def _type(editor: object, sign: str) -> None:
    if sign == "\n":
        QTest.keyClick(editor, Qt.Key.Key_Return)
    else:
        QTest.keyClicks(editor, sign)
    painted()


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
