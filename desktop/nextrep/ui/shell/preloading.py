"""Importing the screens beside the window, for quick first visits."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from nextrep.ui.runtime import memory
from nextrep.ui.runtime.jobs import Jobs, Progress
from nextrep.ui.runtime.qt_types import make_room
from nextrep.ui.screens import ScreenSpec

PRELOAD_MS = 300
"""How long after the request screens are imported: an import beside the first paint would hold it up."""


class Preloading(QObject):
    """Imports one screen after the other, each on a worker.

    What Python keeps of their sources is let go of after each, here where none is being imported: kept until
    the last it took 20 MB among what stays, of which the system got back 8.
    """

    def __init__(self, screens: Sequence[ScreenSpec], jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screens, self._jobs = screens, jobs
        self._waiting: list[ScreenSpec] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PRELOAD_MS)
        self._timer.timeout.connect(self._begin)

    def start(self) -> None:
        """Begin soon."""
        self._timer.start()

    def stop(self) -> None:
        """Begin no more."""
        self._timer.stop()
        self._waiting = []

    def _begin(self) -> None:
        make_room()
        self._waiting = [spec for spec in self._screens if not spec.loaded()]
        self._go_on(None)

    def _go_on(self, _answer: object) -> None:
        if not self._waiting:
            memory.settle()
            return
        memory.drop_source_lines()
        work = _Preload(self._waiting.pop(0))
        self._jobs.run(work, then=self._go_on, failed=self._go_on, owner=self)


class _Preload:
    """Imports one screen, on a worker."""

    def __init__(self, spec: ScreenSpec) -> None:
        self._spec = spec

    def __call__(self, progress: Progress) -> None:
        progress.check()
        with suppress(ImportError):  # its first visit will say so
            self._spec.load()
