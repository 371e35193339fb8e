"""The parts of sharing and opening a program that run on a worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from nextrep.domain.shared_program import ReadProgram
from nextrep.services import calendar_export, opening, sharing
from nextrep.services.calendar_export import Told
from nextrep.services.opening import Unknown
from nextrep.services.sharing import Wanted
from nextrep.ui.runtime.jobs import Progress

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store


@dataclass(frozen=True, slots=True)
class WriteProgram:
    """Writes the current program to a file."""

    store: Store
    target: Path
    wanted: Wanted

    def __call__(self, _progress: Progress) -> Path:
        """Write, and return the file.

        Raises:
            UserError: there is no program.
            KnownError: the file cannot be written.
        """
        with self.store.on_this_thread():
            return sharing.export_program(self.store, self.target, self.wanted)


@dataclass(frozen=True, slots=True)
class ProgramText:
    """Returns the text that would be written."""

    store: Store
    wanted: Wanted

    def __call__(self, _progress: Progress) -> str:
        """Do the work.

        Raises:
            UserError: there is no program.
        """
        with self.store.on_this_thread():
            return sharing.file_text(self.store, self.wanted)


@dataclass(frozen=True, slots=True)
class WriteCalendar:
    """Writes the current program to a calendar file."""

    store: Store
    target: Path
    now: datetime
    told: Told

    def __call__(self, _progress: Progress) -> Path:
        """Write, and return the file.

        Raises:
            UserError: there is no program.
            KnownError: the file cannot be written.
        """
        with self.store.on_this_thread():
            return calendar_export.export_calendar(self.store, self.target, self.now, self.told)


@dataclass(frozen=True, slots=True)
class Opened:
    """A program file as read, with the exercises that are not known here."""

    path: Path
    read: ReadProgram
    unknown: tuple[Unknown, ...]


@dataclass(frozen=True, slots=True)
class ReadProgramFile:
    """Reads a program file; keeps nothing."""

    store: Store
    path: Path

    def __call__(self, progress: Progress) -> Opened:
        """Read; leaves early once cancelled.

        Raises:
            UserError: it is no program, or holds mistakes (ProgramFileError).
            Cancelled: nobody waits for it any more.
        """
        found = opening.read(self.path, lambda: progress.cancelled)
        with self.store.on_this_thread():
            return Opened(self.path, found, opening.unknown(self.store, found))
