"""The parts of an import that run on a worker thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from nextrep.domain.changes import Outcome
from nextrep.domain.errors import Cancelled
from nextrep.domain.imports import ImportedLog
from nextrep.domain.units import Unit
from nextrep.services import backups, transfer
from nextrep.services.transfer import ImportReport, Preview
from nextrep.ui.runtime.jobs import Progress

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read.

    Attributes:
        whole: what keeping all of it would do.
        once: what keeping it without the second copies of sessions would do; None where there are none.
        repeated_sessions: how many sessions are in the file twice.
    """

    path: Path
    whole: Preview
    once: Preview | None
    repeated_sessions: int


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Reads a file and finds out what keeping it would do; keeps nothing."""

    store: Store
    path: Path
    unit: Unit | None

    def __call__(self, progress: Progress) -> Reading:
        """Read; leaves early once cancelled.

        Raises:
            UserError: it is not a log that NextRep reads.
        """
        with self.store.on_this_thread():
            log = transfer.read(
                self.store,
                self.path,
                unit=self.unit,
                progress=progress.report,
                cancelled=lambda: progress.cancelled,
            )
            progress.check()
            whole = transfer.preview(self.store, log)
            if not log.repeats:
                return Reading(self.path, whole, None, 0)
            once = transfer.preview(self.store, transfer.without_repeats(log))
            return Reading(self.path, whole, once, transfer.repeated_sessions(log))


@dataclass(frozen=True, slots=True)
class KeepLog:
    """Keeps a log. Stopping it is asked of `stopped` and not of the job, so that its answer always comes."""

    store: Store
    log: ImportedLog
    now: datetime
    stopped: Callable[[], bool]

    def __call__(self, progress: Progress) -> Outcome[ImportReport] | None:
        """Keep all or nothing; None when it was stopped in time.

        Raises:
            KnownError: it could not be written.
        """
        with self.store.on_this_thread():
            try:
                backups.before_import(self.store, self.now)
                return transfer.keep(
                    self.store,
                    self.log,
                    self.now.tzinfo or UTC,
                    progress=progress.report,
                    cancelled=self.stopped,
                )
            except Cancelled:
                return None
