"""Operations, undo, jobs and settings, as screens rely on them."""

from __future__ import annotations

import gc
import threading
import weakref
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import KnownError, UserError
from nextrep.settings.table import PERSON_NAME, TEXT_SCALE, THEME, WINDOW_GEOMETRY, Scope, Setting
from nextrep.ui.runtime.bus import Bus
from nextrep.ui.runtime.jobs import InlineJobs, Jobs, Progress
from nextrep.ui.runtime.machine_settings import FILE, MachineSettings
from nextrep.ui.runtime.operate import Operate
from tests.ui.fixtures_ui import ListCrash, ListReporter

FULL = KnownError("The disk is full", safe="Nothing was lost.", next_step="Free some space.")
SWITCH = Setting("switch", bool, False, Scope.MACHINE, lambda: "A switch")


class Notebook:
    """A store in miniature: one line, whose writing can be taken back and done again."""

    def __init__(self) -> None:
        self.line = ""
        self.writes = 0

    def write(self, line: str) -> Outcome[int]:
        before, self.line = self.line, line
        self.writes += 1
        return Outcome(
            len(line), Changes(entries=True), undo=lambda: self.write(before), label=f"the line {line!r}"
        )


class Listener(QObject):
    """Hears everything and keeps it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[object, ...]] = []

    def hear(self, *what: object) -> None:
        self.heard.append(what)

    def show_error(self, message: str, field: str) -> None:
        self.heard.append(("error", message, field))


@pytest.fixture
def reporter() -> ListReporter:
    return ListReporter()


@pytest.fixture
def stack(qapp) -> QUndoStack:
    return QUndoStack()


@pytest.fixture
def bus(qapp) -> Bus:
    return Bus()


@pytest.fixture
def operate(bus, stack, reporter) -> Operate:
    return Operate(bus, stack, reporter)


@pytest.fixture
def listener(qapp) -> Listener:
    return Listener()


def refuse() -> Outcome[int]:
    raise UserError("The weight is 0 to 500 kg.", field="weight")


def fail() -> Outcome[int]:
    raise FULL


def test_an_operation_runs_once_and_is_announced_once(operate, bus, stack, listener):
    book = Notebook()
    bus.changed.connect(listener.hear)
    assert operate.run(lambda: book.write("squat"), initiator=listener) == 5
    assert book.writes == 1
    assert listener.heard == [(Changes(entries=True), listener)]
    assert stack.undoText() == "the line 'squat'"


def test_undo_and_redo_go_back_and_forth(operate, bus, stack, listener):
    book = Notebook()
    operate.run(lambda: book.write("squat"), initiator=None)
    operate.run(lambda: book.write("row"), initiator=None)
    bus.changed.connect(listener.hear)
    lines = []
    for step in (stack.undo, stack.undo, stack.redo, stack.redo, stack.undo, stack.redo):
        step()
        lines.append(book.line)
    assert lines == ["squat", "", "squat", "row", "squat", "row"]
    assert listener.heard == [(Changes(entries=True), None)] * 6


def test_what_cannot_be_undone_leaves_no_step(operate, stack):
    assert operate.run(lambda: Outcome(7, Changes(sets=True)), initiator=None) == 7
    assert not stack.canUndo()


def test_an_undo_that_is_refused_leaves_the_stack_and_is_shown(operate, stack, reporter):
    def write() -> Outcome[int]:
        return Outcome(1, Changes(sets=True), undo=refuse, label="a set")

    operate.run(write, initiator=None)
    stack.undo()
    assert reporter.user_errors == [("The weight is 0 to 500 kg.", "weight")]
    assert not stack.canUndo()
    assert not stack.canRedo()


def test_an_undo_or_redo_that_cannot_be_written_now_can_be_done_later(operate, stack, reporter, qtbot):
    book, full = Notebook(), [False]

    def write(line: str) -> Outcome[int]:
        outcome = book.write(line)
        return replace(outcome, undo=partial(attempt, outcome.undo))

    def attempt(call) -> Outcome[int]:
        if full[0]:
            raise FULL
        outcome = call()
        return replace(outcome, undo=partial(attempt, outcome.undo))

    operate.run(partial(write, "squat"), initiator=None)
    operate.run(partial(write, "row"), initiator=None)
    for step, other, before, after in (
        (stack.undo, stack.canRedo, "row", "squat"),
        (stack.redo, stack.canUndo, "squat", "row"),
    ):
        full[0] = True
        index = stack.index()
        step()
        qtbot.waitUntil(lambda index=index: stack.index() == index)
        assert reporter.known_errors.pop() == FULL
        assert book.line == before
        full[0] = False
        step()
        assert book.line == after
        assert other()
    assert stack.count() == 2


def test_a_mistake_goes_to_where_it_arose(operate, stack, listener, reporter):
    assert operate.run(refuse, initiator=listener) is None
    assert listener.heard == [("error", "The weight is 0 to 500 kg.", "weight")]
    operate.run(refuse, initiator=listener, on_error=listener.hear)
    assert listener.heard[1:] == [("The weight is 0 to 500 kg.", "weight")]
    operate.run(refuse, initiator=None)
    assert reporter.user_errors == [("The weight is 0 to 500 kg.", "weight")]
    assert not stack.canUndo()


def test_a_condition_of_the_world_goes_to_the_reporter(operate, bus, listener, reporter):
    bus.changed.connect(listener.hear)
    assert operate.run(fail, initiator=listener) is None
    assert reporter.known_errors == [FULL]
    assert listener.heard == []


def test_a_bug_is_not_swallowed(operate):
    with pytest.raises(ZeroDivisionError):
        operate.run(lambda: 1 / 0, initiator=None)


@pytest.fixture
def crash() -> ListCrash:
    return ListCrash()


@pytest.fixture
def jobs(qapp, reporter, crash):
    pool = Jobs(reporter, crash)
    yield pool
    assert pool.shutdown()


def test_a_job_works_elsewhere_and_answers_here(jobs, listener, qtbot):
    def work(_progress: Progress) -> int:
        return threading.get_ident()

    seen = []

    class Owner(QObject):
        def done(self, where: int) -> None:
            seen.append((where, threading.get_ident()))

    owner = Owner()
    with qtbot.waitSignal(jobs.idle):
        jobs.run(work, then=owner.done, owner=owner)
    (where, answered) = seen[0]
    assert where != threading.get_ident()
    assert answered == threading.get_ident()
    assert jobs.active == 0


def test_the_answer_is_dropped_when_its_owner_is_gone(jobs, qtbot):
    gate = threading.Event()
    seen = []

    class Owner(QWidget):
        def done(self, value: str) -> None:
            seen.append(value)

    owner = Owner()
    with qtbot.waitSignal(jobs.idle):
        jobs.run(lambda _progress: gate.wait(5), then=owner.done, owner=owner)
        owner.deleteLater()
        qtbot.waitUntil(lambda: not isValid(owner))
        gate.set()
    assert seen == []


def test_a_waiting_job_does_not_keep_its_owner_alive(jobs, qtbot):
    gate = threading.Event()

    class Owner(QObject):
        def done(self, _value: object) -> None:
            raise AssertionError("called after its end")

    owner = Owner()
    alive = weakref.ref(owner)
    with qtbot.waitSignal(jobs.idle):
        jobs.run(lambda _progress: gate.wait(5), then=owner.done, owner=owner)
        del owner
        gc.collect()
        assert alive() is None
        gate.set()


def test_a_cancelled_job_stops_and_says_nothing(jobs, listener, qtbot, crash):
    started = threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        while True:
            progress.check()

    with qtbot.waitSignal(jobs.idle):
        handle = jobs.run(work, then=listener.hear, failed=listener.hear, owner=listener)
        assert started.wait(5)
        handle.cancel()
    assert listener.heard == []
    assert crash.errors == []


def test_progress_arrives_on_the_way(jobs, listener, qtbot):
    class Owner(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.steps: list[tuple[int, int]] = []

        def step(self, done: int, total: int) -> None:
            self.steps.append((done, total))

    def work(progress: Progress) -> None:
        for done in range(1, 1001):
            progress.report(done, 1000)

    owner = Owner()
    with qtbot.waitSignal(jobs.idle):
        jobs.run(work, then=listener.hear, owner=listener, progress=owner.step)
    assert owner.steps[-1] == (1000, 1000)
    assert len(owner.steps) < 500  # each row may report, but the window is not flooded


@pytest.mark.parametrize("kind", ["threads", "inline"])
def test_failures_of_a_job_go_where_they_belong(kind, reporter, crash, listener, qtbot):
    pool = Jobs(reporter, crash) if kind == "threads" else InlineJobs(reporter, crash)

    def run(work, failed=None):
        if kind == "inline":
            pool.run(work, then=listener.hear, failed=failed, owner=listener)
            return
        with qtbot.waitSignal(pool.idle):
            pool.run(work, then=listener.hear, failed=failed, owner=listener)

    run(lambda _progress: fail())
    assert reporter.known_errors == [FULL]
    run(lambda _progress: refuse())
    assert reporter.user_errors == [("The weight is 0 to 500 kg.", "weight")]
    run(lambda _progress: fail(), failed=listener.hear)
    assert listener.heard == [(FULL,)]
    assert crash.errors == []
    run(lambda _progress: 1 / 0, failed=listener.hear)
    assert [type(error) for error in crash.errors] == [ZeroDivisionError]
    assert len(listener.heard) == 2
    assert pool.shutdown()


def test_inline_jobs_answer_before_they_return(reporter, crash, listener):
    InlineJobs(reporter, crash).run(lambda _progress: 42, then=listener.hear, owner=listener)
    assert listener.heard == [(42,)]


def test_settings_come_back_as_what_they_were(tmp_path: Path, qapp):
    settings = MachineSettings(tmp_path)
    kept = {THEME: "dark", TEXT_SCALE: 150, WINDOW_GEOMETRY: bytes(range(256)), SWITCH: True}
    for setting, value in kept.items():
        settings.put(setting, value)
    settings.save()
    again = MachineSettings(tmp_path)
    assert {setting: again.get(setting) for setting in kept} == kept
    assert {file.name for file in tmp_path.iterdir()} == {FILE}


def test_a_setting_refuses_what_it_cannot_hold_and_the_place_it_does_not_belong_to(tmp_path: Path, qapp):
    settings = MachineSettings(tmp_path)
    with pytest.raises(UserError, match="75 to 300"):
        settings.put(TEXT_SCALE, 301)
    with pytest.raises(ValueError, match=PERSON_NAME.key):
        settings.put(PERSON_NAME, "Ada")
    settings.save()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[General]\ntheme=7\ntext_scale_percent=huge\nwindow_geometry=\n",
        "[General]\ntheme=\ntext_scale_percent=100000\nwindow_geometry=1, 2\n",
        "\x00\xff not a settings file",
    ],
)
def test_settings_that_make_no_sense_read_as_usual(tmp_path: Path, qapp, content):
    (tmp_path / FILE).write_text(content, encoding="latin-1")
    settings = MachineSettings(tmp_path)
    assert (settings.get(THEME), settings.get(TEXT_SCALE)) == ("system", 100)
    assert settings.get(WINDOW_GEOMETRY) == b""
