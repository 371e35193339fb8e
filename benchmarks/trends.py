"""Trends over some years of data: first paint, frames, memory, and how soon something new appears.

A process of its own, started by run.py: python trends.py FOLDER YEARS [ROUNDS]. The baseline is pyqtgraph
alone with an axis of whole days and the same points (bare_charts.py), in turn with ours.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

from planner import painted
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication, QWidget
from thirty_years import fill, fill_journal

from nextrep.domain.changes import Changes
from nextrep.domain.journal import Rating
from nextrep.domain.series import Bin
from nextrep.domain.training import Block, Session, SessionState, SetDraft
from nextrep.domain.units import Load, Unit
from nextrep.services import journal, trend_view, trends
from nextrep.storage.store import Store
from nextrep.ui.charts import library
from nextrep.ui.charts.span import Span
from nextrep.ui.runtime import memory
from nextrep.ui.runtime.bus import Bus
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Jobs
from nextrep.ui.runtime.machine_settings import MachineSettings
from nextrep.ui.runtime.operate import Operate
from nextrep.ui.shell.dialogs import DialogReporter
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.trends.period import ALL, TWELVE_WEEKS, Period
from nextrep.ui.trends.screen import TrendsScreen

Seen = Callable[[TrendsScreen], bool]
ROUNDS, FRAMES, NEW = 7, 20, 9
SIZE = (1200, 700)
PATIENCE_S, TICK_MS = 20.0, 50


def main() -> None:
    folder, years = Path(sys.argv[1]), int(sys.argv[2])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else ROUNDS
    now = datetime.now().astimezone()
    app = QApplication(sys.argv[:1])
    apply_theme(app, "light", 1.0)
    store = Store(folder, now=now)
    if not store.sessions.count_done():
        fill(store, now, years)
        fill_journal(store, now, years)
    library.load()
    warm_up()
    screen = make_screen(store, now)
    memory.settle()
    before = resident_mib()
    found: dict[str, float] = {}
    looks = (("twelve_weeks", TWELVE_WEEKS, Bin.DAY), ("months", ALL, Bin.MONTH), ("all", ALL, Bin.DAY))
    for name, length, bin_ in looks:
        appears = show(screen, length, bin_)
        found |= {f"{name}_{key}": value for key, value in appears.items()}
        grown = resident_mib() - before
        found["grown_mb"] = max(found.get("grown_mb", 0.0), grown)
    screen.hide()
    for name, length in (("twelve_weeks", TWELVE_WEEKS), ("all", ALL)):
        found |= {f"{name}_{key}": value for key, value in drawn(store, now, length, rounds).items()}
    print(json.dumps(found), flush=True)


def resident_mib() -> float:
    """Resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def warm_up() -> None:
    """Load what the first chart of a process loads, so that memory and time are those of the charts."""
    from nextrep.ui.charts.stack import ChartStack

    charts = ChartStack()
    charts.show_series((), (), 1, 7)
    charts.show()
    painted()
    charts.hide()
    charts.deleteLater()
    painted()


def make_screen(store: Store, now: datetime) -> TrendsScreen:
    bus, undo, reporter = Bus(), QUndoStack(), DialogReporter()
    operate = Operate(bus, undo, reporter)
    context = Context(store, bus, Jobs(reporter), operate, undo, lambda: now, MachineSettings(store.folder))
    screen = TrendsScreen(context)
    screen.resize(1280, 760)
    return screen


def show(screen: TrendsScreen, length: int, bin_: Bin = Bin.DAY) -> dict[str, float]:
    """Look at a period, then write check-ins and sessions; return ms from each to the paint."""
    bins = screen.header.bins
    bins.setCurrentIndex(bins.findData(bin_))
    bins.activated.emit(bins.currentIndex())
    screen.header.period_asked.emit(Period(length))
    screen.show()
    screen.activate()
    until(lambda: charted(screen) > 0)
    settle(screen)
    today = screen.context.now().date().toordinal()  # as the services tell it
    check_in = Changes(checkins=True, since=today)
    session = Changes(sessions=True, sets=True, since=today)
    return {
        "check_in_ms": 1000 * median(timed_new(screen, write_check_in, check_in)),
        "session_ms": 1000 * median(timed_new(screen, write_session, session)),
    }


def charted(screen: TrendsScreen) -> int:
    charts = screen.charts
    return len(charts.panels) if charts is not None else 0


def settle(screen: TrendsScreen) -> None:
    until(lambda: not screen.context.jobs.active)
    painted()


def timed_new(
    screen: TrendsScreen, write: Callable[[TrendsScreen, int], Seen], changes: Changes
) -> list[float]:
    """Return seconds from the end of a write to when its value is painted."""
    took = []
    for turn in range(NEW):
        seen = write(screen, turn)
        began = time.perf_counter()
        screen.context.bus.changed.emit(changes, None)
        until(lambda seen=seen: seen(screen))
        painted()
        took.append(time.perf_counter() - began)
        settle(screen)
    return took


def values_of(screen: TrendsScreen, key: str) -> Mapping[int, float]:
    """Return what a panel shows."""
    charts = screen.charts
    assert charts is not None
    return next(one.values for one in charts.panels if one.series is not None and one.series.key == key)


def changed(screen: TrendsScreen, key: str) -> Seen:
    """Tell later whether a panel shows something else than now."""
    before = dict(values_of(screen, key))
    return lambda screen: dict(values_of(screen, key)) != before


def write_check_in(screen: TrendsScreen, turn: int) -> Seen:
    """Answer how the mood is; tell whether the charts show it."""
    store, now = screen.context.store, screen.context.now()
    seen = changed(screen, "rating:mood")
    journal.check_in(
        store, now.date().toordinal(), {str(Rating.MOOD): 10 + turn, str(Rating.ANXIETY): 50}, now
    )
    return seen


def write_session(screen: TrendsScreen, turn: int) -> Seen:
    """Keep a finished session with a set of the exercise in the charts; tell whether they show it."""
    store, now = screen.context.store, screen.context.now()
    seen, at = changed(screen, "sessions"), now - timedelta(minutes=60 - turn)
    with store.transaction():
        session = Session(0, "Bench", at, now, now.date().toordinal(), SessionState.DONE, duration_s=1800)
        number = store.sessions.insert(session)
        store.blocks.add(number, Block(0, 1, None))
        heavier = Load(60_000 + 1_000 * turn, Unit.KG)  # so that the day's best changes each time
        store.sets.add(number, SetDraft(1, 0, load=heavier, reps=8), at)
    return seen


def until(there: Callable[[], bool]) -> None:
    """Let things happen until something is there.

    Raises:
        TimeoutError: it does not come.
    """
    end = time.perf_counter() + PATIENCE_S
    ticking = QTimer()
    ticking.start(TICK_MS)
    while not there():
        # As the program waits: a busy loop would take Python away from the job.
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() > end:
            raise TimeoutError


def drawn(store: Store, now: datetime, length: int, rounds: int) -> dict[str, float]:
    """Return ms of reading, of the first paint and of a frame, ours and bare ones in turn."""
    from bare_charts import BareCharts

    from nextrep.ui.charts.prepared import all_prepared
    from nextrep.ui.charts.stack import ChartStack

    first, last = Period(length).days(trends.span(store, now.date().toordinal()))
    shown = trend_view.chosen(store).panels
    reads = []
    for _round in range(3):
        began = time.perf_counter()
        ready = all_prepared(trend_view.read(store, shown, first, last).series, first, last)
        reads.append(time.perf_counter() - began)
    whole = Span.whole(first, last)

    def ours() -> tuple[QWidget, Callable[[Span], None]]:
        charts = ChartStack()
        charts.show_prepared(ready, (), first, last)
        return charts, charts.look

    def bare() -> tuple[QWidget, Callable[[Span], None]]:
        charts = BareCharts(ready, whole.low, whole.high)
        return charts, lambda span: charts.look(span.low, span.high)

    times: dict[str, list[float]] = {"first": [], "bare_first": [], "frame": [], "bare_frame": []}
    for _round in range(rounds):
        for prefix, make in (("bare_", bare), ("", ours)):
            took, frames = _painted_and_moved(make, whole)
            times[f"{prefix}first"].append(took)
            times[f"{prefix}frame"] += frames
    found = {f"{name}_ms": 1000 * median(values) for name, values in times.items()}
    p95 = {f"{name}_p95_ms": 1000 * quantiles(times[name], n=20)[-1] for name in ("frame", "bare_frame")}
    return found | p95 | {"read_ms": 1000 * median(reads)}


def _painted_and_moved(
    make: Callable[[], tuple[QWidget, Callable[[Span], None]]], whole: Span
) -> tuple[float, list[float]]:
    """Return seconds to the first paint, and those of each frame of zooming in and moving on."""
    gc.collect()
    began = time.perf_counter()
    widget, look = make()
    widget.resize(*SIZE)
    widget.show()
    painted()
    first = time.perf_counter() - began
    half = whole.zoomed(0.5)
    steps = [whole.zoomed(0.97**step) for step in range(FRAMES)]
    steps += [half.panned(step * half.days / FRAMES / 2) for step in range(FRAMES)]
    frames = []
    for span in steps:
        began = time.perf_counter()
        look(span)
        painted()
        frames.append(time.perf_counter() - began)
    widget.hide()
    widget.deleteLater()
    painted()
    return first, frames


if __name__ == "__main__":
    main()
