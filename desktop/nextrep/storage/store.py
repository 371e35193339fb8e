"""The store: one open profile, its repositories and its transactions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from nextrep.domain.backup_rotation import BackupKind
from nextrep.storage import disk, integrity
from nextrep.storage.assessments import AssessmentRepository
from nextrep.storage.bin import BinRepository
from nextrep.storage.blocks import BlockRepository
from nextrep.storage.checkins import CheckInRepository
from nextrep.storage.database import (
    BACKUP_FOLDER,
    FILE_NAME,
    HASTY_MS,
    known_errors,
    open_database,
    open_in_memory,
)
from nextrep.storage.day_context import DayContextRepository
from nextrep.storage.entries import EntryRepository
from nextrep.storage.entry_words import EntryWordRepository
from nextrep.storage.events import EventRepository
from nextrep.storage.exercises import ExerciseRepository
from nextrep.storage.history import HistoryRepository
from nextrep.storage.measures import MeasureRepository
from nextrep.storage.merging import MergingRepository
from nextrep.storage.migrations import LATEST
from nextrep.storage.moments import MomentRepository
from nextrep.storage.nights import NightRepository
from nextrep.storage.past import PastRepository
from nextrep.storage.programs import ProgramRepository
from nextrep.storage.questionnaires import QuestionnaireRepository
from nextrep.storage.removal import RemovalRepository
from nextrep.storage.sessions import SessionRepository
from nextrep.storage.sets import SetRepository
from nextrep.storage.settings import SettingRepository
from nextrep.storage.templates import TemplateRepository
from nextrep.storage.training_figures import TrainingFigureRepository
from nextrep.storage.vault.key import ProfileKey


class Store:
    """One profile. Reading needs no transaction; writing happens in `transaction()`.

    Each thread has its own connection: work off the main thread goes in `on_this_thread()`.

    Attributes:
        folder: the profile folder.
        encrypted: whether it was opened with a key. Looking into the file would tell too, but closing a file
            drops this process's locks on it (sqlite.org/howtocorrupt.html, 2.2).
    """

    def __init__(
        self, folder: Path, *, now: datetime, key: ProfileKey | None = None, in_memory: bool = False
    ) -> None:
        """Open or make the profile in `folder`.

        Args:
            folder: the profile folder.
            now: names the backup that is made before a change of format.
            key: opens an encrypted profile, see services.vault.unlock.
            in_memory: take an empty stand-in that leaves no trace, for looking where there is no profile.

        Raises:
            Locked, KnownError: see open_database.
        """
        self.folder = folder
        self.encrypted = key is not None and not in_memory
        if in_memory:
            self._database = open_in_memory(folder, now=now)
        else:
            self._database = open_database(folder, now=now, key=key)
        self._file: BinaryIO | None = None
        self._place = None if in_memory else disk.place_of(folder / FILE_NAME)
        self._copying = Lock()
        self.settings = SettingRepository(self._database)
        self.exercises = ExerciseRepository(self._database)
        self.merging = MergingRepository(self._database)
        self.programs = ProgramRepository(self._database)
        self.sessions = SessionRepository(self._database)
        self.blocks = BlockRepository(self._database)
        self.sets = SetRepository(self._database)
        self.history = HistoryRepository(self._database)
        self.training_figures = TrainingFigureRepository(self._database)
        self.past = PastRepository(self._database)
        self.bin = BinRepository(self._database)
        self.templates = TemplateRepository(self._database)
        self.checkins = CheckInRepository(self._database)
        self.moments = MomentRepository(self._database)
        self.measures = MeasureRepository(self._database)
        self.nights = NightRepository(self._database)
        self.contexts = DayContextRepository(self._database)
        self.events = EventRepository(self._database)
        self.entries = EntryRepository(self._database)
        self.entry_words = EntryWordRepository(self._database)
        self.questionnaires = QuestionnaireRepository(self._database)
        self.assessments = AssessmentRepository(self._database)
        self.removal = RemovalRepository(self._database)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run the body as one transaction: all of it is on disk afterwards, or none.

        Raises:
            KnownError: disk full, folder read-only or gone, another program writing, file damaged.
        """
        # A file that was deleted, or whose drive was pulled, takes writes while it is open: they are lost.
        if self._place is not None and disk.place_of(self.folder / FILE_NAME) != self._place:
            raise disk.profile_gone(self.folder)
        with known_errors(self.folder), self._database.atomic("IMMEDIATE"):
            yield

    @contextmanager
    def on_this_thread(self) -> Iterator[None]:
        """Give a worker thread a connection of its own for the body."""
        with known_errors(self.folder), self._database.connection_context():
            yield

    def do_not_wait(self) -> None:
        """Give up on other writers at once from now on, on this thread: it draws a window.

        Connections of other threads, those of `on_this_thread` too, go on waiting for seconds.
        """
        with known_errors(self.folder):
            self._database.execute_sql(f"PRAGMA busy_timeout = {HASTY_MS}")

    def is_empty(self) -> bool:
        """Tell whether nothing was ever recorded here."""
        # A program that was taken back stays as a row that is not current.
        tables = (
            "session", "checkin", "moment", "night", "entry", "assessment", "day_tag", "day_fact", "pain",
            "body_weight", "event", "program WHERE current = 1",
        )  # fmt: skip
        with known_errors(self.folder):
            return not any(
                self._database.execute_sql(f"SELECT EXISTS (SELECT 1 FROM {table})").fetchone()[0]
                for table in tables
            )

    def problems(self, *, whole: bool = True) -> list[str]:
        """Check the file and return what SQLite finds wrong; empty when all is well.

        Args:
            whole: look into every index and every reference too, which takes several times as long.

        Raises:
            KnownError: it cannot be read now, which says nothing about the file.
        """
        with known_errors(self.folder):
            return integrity.problems(self._database.connection(), whole=whole)

    @property
    def backup_before(self) -> Path | None:
        """The backup from before the profile came to a new format when it was opened; None if it did not."""
        return self._database.backup_before

    def content(self) -> bytes:
        """Return the bytes of the file, without what waits in its log.

        Raises:
            KnownError, OSError: it cannot be read now.
        """
        from nextrep.storage import live_copy

        with self._copying:
            if self._file is None:
                # Closed with the connections only: closing it earlier would drop their locks.
                self._file = live_copy.opened(self.folder)
            self._file.seek(0)
            return self._file.read()

    def roots(self) -> dict[str, int]:
        """Return the first page of each table of the file.

        Raises:
            KnownError: it cannot be read.
        """
        query = "SELECT name, rootpage FROM sqlite_master WHERE type = 'table' AND rootpage > 1"
        with known_errors(self.folder):
            return {str(name): int(page) for name, page in self._database.execute_sql(query).fetchall()}

    def back_up(
        self,
        now: datetime,
        *,
        kind: BackupKind = BackupKind.HAND,
        place: Path | None = None,
        file: Path | None = None,
        whole: bool = False,
    ) -> Path:
        """Write a backup, which is checked before it gets its name, and return its file.

        One at a time: another thread waits for the one before.

        Args:
            now: aware; names the file.
            kind: why it is made.
            place: the folder, which must be there; the profile's own if None.
            file: its name in `place` where the person chose one; an older file of that name is replaced.
            whole: also check every page of what was written, which takes several times as long.

        Raises:
            KnownError: it cannot be written.
        """
        from nextrep.storage import backup, live_copy  # not needed to open a profile

        with known_errors(self.folder), self._copying:
            if self._file is None:
                self._file = live_copy.opened(self.folder)
            about = backup.about_of(self._database, LATEST, now, kind)
            source = live_copy.Source(self._database, self.folder, self._file)
            return backup.write(source, place or self.folder / BACKUP_FOLDER, about, file=file, whole=whole)

    def fold_log(self) -> None:
        """Fold the write-ahead log into the file as far as nobody else is reading it."""
        from nextrep.storage import live_copy

        with known_errors(self.folder):
            live_copy.empty_log(self._database)

    def first_day(self) -> int | None:
        """Return the first day (date ordinal) with a session, check-in or entry; None where there is none."""
        with known_errors(self.folder):
            row = self._database.execute_sql(
                "SELECT min(day) FROM (SELECT min(day) AS day FROM session"
                " UNION ALL SELECT min(day) FROM checkin UNION ALL SELECT min(day) FROM entry)"
            ).fetchone()
        return int(row[0]) if row[0] is not None else None

    def last_day(self) -> int | None:
        """Return the last day (date ordinal) with a session, check-in, night or entry; None for none."""
        with known_errors(self.folder):
            row = self._database.execute_sql(
                "SELECT max(day) FROM (SELECT max(day) AS day FROM session"
                " UNION ALL SELECT max(day) FROM checkin UNION ALL SELECT max(day) FROM night"
                " UNION ALL SELECT max(day) FROM entry)"
            ).fetchone()
        return int(row[0]) if row[0] is not None else None

    def close(self) -> None:
        """Close this thread's connection, and open none any more.

        The last one folds the write-ahead log into the file.
        """
        if not self._database.is_closed():
            self._database.close()
        # After the connections: closing it drops the locks of this process, see storage.backup.
        if self._file is not None:
            self._file.close()
            self._file = None
        self._database.forget_key()


__all__ = ["FILE_NAME", "Store"]
