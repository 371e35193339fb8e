"""Long work beside the window: runs on a worker thread, answers on the GUI thread.

An answer is dropped when its owner is gone, so a closed dialog is never called.
"""

from __future__ import annotations

import itertools
import sys
import threading
import time
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from nextrep.domain.errors import Cancelled, KnownError, UserError
from nextrep.ui.runtime.reporter import Reporter

T = TypeVar("T")
Crash = Callable[[BaseException], None]
Report = Callable[[int, int], None]

_SECONDS_BETWEEN_REPORTS = 0.05
"""A bar that moves twenty times a second looks smooth; more would only flood the event loop."""


class Progress:
    """What a job gets to say how far it is and to learn whether it should stop."""

    def __init__(self, send: Report, cancelled: threading.Event) -> None:
        self._send = send
        self._event = cancelled
        self._last = 0.0

    @property
    def cancelled(self) -> bool:
        """Whether the person has cancelled the job or its owner is gone."""
        return self._event.is_set()

    def check(self) -> None:
        """Leave the job if it was cancelled.

        Raises:
            Cancelled: it was.
        """
        if self._event.is_set():
            raise Cancelled

    def report(self, done: int, total: int) -> None:
        """Say that `done` of `total` steps are done (`total` 0 where unknown); cheap enough for each row."""
        now = time.monotonic()
        if done >= total or now - self._last >= _SECONDS_BETWEEN_REPORTS:
            self._last = now
            self._send(done, total)


class JobHandle:
    """A running job, as its owner sees it."""

    def __init__(self, cancelled: threading.Event) -> None:
        self._event = cancelled

    def cancel(self) -> None:
        """Ask the job to stop; none of its callbacks is called any more."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether it was cancelled."""
        return self._event.is_set()


@dataclass(slots=True)
class _Job:
    """The callbacks of one job, kept on the GUI thread."""

    owner: weakref.ref[QObject]
    then: Callable[[], Callable[..., None] | None]
    failed: Callable[[], Callable[..., None] | None]
    progress: Callable[[], Callable[..., None] | None]
    wants_failure: bool
    cancelled: threading.Event

    def alive(self) -> bool:
        """Whether anyone still waits for the answer."""
        owner = self.owner()
        return owner is not None and shiboken6.isValid(owner) and not self.cancelled.is_set()


class Jobs(QObject):
    """Runs functions on worker threads.

    Attributes:
        idle: emitted when the last running job has answered.
    """

    idle = Signal()
    _reported = Signal(int, int, int)
    _ended = Signal(int, bool, object)

    def __init__(self, reporter: Reporter, crash: Crash | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reporter = reporter
        self._crash = crash or _to_excepthook
        self._jobs: dict[int, _Job] = {}
        self._numbers = itertools.count(1)
        self._pool = QThreadPool(self)
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        fn: Callable[[Progress], T],
        *,
        then: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
        owner: QObject,
        progress: Report | None = None,
    ) -> JobHandle:
        """Start `fn` on a worker thread.

        Args:
            fn: the work; must not touch widgets.
            then: gets its value, on the GUI thread.
            failed: gets its exception; without it a `UserError` or `KnownError` goes to the reporter.
                Any other exception is a bug and goes to the crash hook as well.
            owner: nothing is called once it is gone.
            progress: gets (done, total) now and then.
        """
        number, job = self._register(then, failed, owner, progress)
        self._pool.start(_Work(self, number, fn, job.cancelled))
        return JobHandle(job.cancelled)

    @property
    def active(self) -> int:
        """How many jobs have not answered yet."""
        return len(self._jobs)

    def shutdown(self, wait_ms: int = 3000) -> bool:
        """Cancel everything and wait; returns whether all workers have ended."""
        for job in self._jobs.values():
            job.cancelled.set()
        return self._pool.waitForDone(wait_ms)

    def _register(
        self,
        then: Callable[[T], None],
        failed: Callable[[BaseException], None] | None,
        owner: QObject,
        progress: Report | None,
    ) -> tuple[int, _Job]:
        number = next(self._numbers)
        job = _Job(
            owner=weakref.ref(owner),
            then=_weak(then),
            failed=_weak(failed),
            progress=_weak(progress),
            wants_failure=failed is not None,
            cancelled=threading.Event(),
        )
        self._jobs[number] = job
        return number, job

    def _on_reported(self, number: int, done: int, total: int) -> None:
        job = self._jobs.get(number)
        if job is None:
            return
        if not job.alive():
            job.cancelled.set()
        elif (call := job.progress()) is not None:
            call(done, total)

    def _on_ended(self, number: int, succeeded: bool, result: object) -> None:
        job = self._jobs.pop(number, None)
        if job is None:
            return
        if isinstance(result, BaseException) and not succeeded:
            self._fail(job, result)
        elif job.alive() and (call := job.then()) is not None:
            call(result)
        if not self._jobs:
            self.idle.emit()

    def _fail(self, job: _Job, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        expected = isinstance(error, UserError | KnownError)
        if not expected:
            self._crash(error)
        if not job.alive():
            return
        if job.wants_failure:
            if (call := job.failed()) is not None:
                call(error)
        elif isinstance(error, KnownError):
            self._reporter.known(error)
        elif isinstance(error, UserError):
            self._reporter.user(str(error), error.field)


class _Work:
    """The part of a job that runs on the worker thread."""

    def __init__(
        self, jobs: Jobs, number: int, fn: Callable[[Progress], Any], cancelled: threading.Event
    ) -> None:
        self._jobs = jobs
        self._number = number
        self._fn = fn
        self._progress = Progress(self._send, cancelled)

    def __call__(self) -> None:
        succeeded, result = attempt(self._fn, self._progress)
        if shiboken6.isValid(self._jobs):
            self._jobs._ended.emit(self._number, succeeded, result)  # noqa: SLF001 - same module

    def _send(self, done: int, total: int) -> None:
        if shiboken6.isValid(self._jobs):
            self._jobs._reported.emit(self._number, done, total)  # noqa: SLF001 - same module


class InlineJobs(Jobs):
    """Runs each job at once on the calling thread, for tests."""

    def run(
        self,
        fn: Callable[[Progress], T],
        *,
        then: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
        owner: QObject,
        progress: Report | None = None,
    ) -> JobHandle:
        """Run `fn` and its callbacks before returning."""
        number, job = self._register(then, failed, owner, progress)

        def send(done: int, total: int) -> None:
            self._on_reported(number, done, total)

        succeeded, result = attempt(fn, Progress(send, job.cancelled))
        self._on_ended(number, succeeded, result)
        return JobHandle(job.cancelled)


def attempt(fn: Callable[[Progress], Any], progress: Progress) -> tuple[bool, Any]:
    """Run a job and return (whether it succeeded, its value or its exception): the job boundary."""
    try:
        return True, fn(progress)
    except Exception as error:  # noqa: BLE001 - one of the two places that may: nothing may kill a worker silently
        return False, error


def _weak(call: Callable[..., None] | None) -> Callable[[], Callable[..., None] | None]:
    """Return a way to `call` that does not keep the object of a bound method alive."""
    if call is not None and getattr(call, "__self__", None) is not None and hasattr(call, "__func__"):
        return weakref.WeakMethod(call)
    return lambda: call


def _to_excepthook(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)
