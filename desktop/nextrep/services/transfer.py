"""Bringing in other programs' logs, and taking everything out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import Cancelled
from nextrep.domain.exercise_facts import OWN_PREFIX
from nextrep.domain.imports import ImportedLog, SkippedRow
from nextrep.domain.text import tr_n
from nextrep.domain.units import Unit
from nextrep.exchange import repeats
from nextrep.exchange.reader import read_log
from nextrep.services import catalog, preferences
from nextrep.services.import_plan import ImportPlan, plan_of
from nextrep.services.import_writing import Written, exercise_numbers, write
from nextrep.storage.removal import TakenOut
from nextrep.storage.store import Store

Progress = Callable[[int, int], None]
SetKey = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do.

    Attributes:
        new_sets, duplicates: sets that would be added, and sets that are here already.
        known, unknown: exercise names that the library knows, and those that become own exercises.
    """

    log: ImportedLog
    new_sets: int
    new_sessions: int
    duplicates: int
    known: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did; the fields of the command line's JSON."""

    format: str
    unit: Unit
    sessions: int
    sets: int
    exercises: int
    entries: int
    warmups: int
    duplicates: int
    skipped: tuple[SkippedRow, ...]
    warnings: tuple[str, ...]


def read(
    store: Store,
    path: Path,
    *,
    unit: Unit | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportedLog:
    """Read a file without keeping anything.

    Raises:
        UserError: it is not a log that NextRep reads; names the file, the line and what to do.
        Cancelled: `cancelled` said so.
    """
    default = preferences.unit(store)
    return read_log(path, unit=unit, default_unit=default, progress=progress, cancelled=cancelled)


def preview(store: Store, log: ImportedLog) -> Preview:
    """Return what keeping `log` would do."""
    plan = plan_of(store, log)
    names = log.exercise_names
    keys = catalog.keys_of(store, names)
    unknown = tuple(name for name in names if keys[name].startswith(OWN_PREFIX))
    known = tuple(name for name in names if name not in unknown)
    new_sets = plan.set_count
    total = sum(len(session.sets) for session in log.sessions)
    new_sessions = sum(item.session_id is None for item in plan.items)
    return Preview(log, new_sets, new_sessions, total - new_sets, known, unknown)


def without_repeats(log: ImportedLog) -> ImportedLog:
    """Return the log with each session that is in the file twice, row for row, taken once."""
    return repeats.without_repeats(log)


def dry_run(store: Store, log: ImportedLog) -> ImportReport:
    """Return what keeping `log` would report, without keeping anything."""
    return _report(log, plan_of(store, log))


def _report(log: ImportedLog, plan: ImportPlan) -> ImportReport:
    warnings = log.warnings
    if plan.differing:
        differing = tr_n(
            "{n} set is here with other values, and stays as it is here.",
            "{n} sets are here with other values, and stay as they are here.",
            plan.differing,
        )
        warnings = (*warnings, differing)
    return ImportReport(
        format=log.format,
        unit=log.unit,
        sessions=log.sessions_in_file,
        sets=plan.set_count,
        exercises=log.exercises_in_file,
        entries=0,
        warmups=log.warmups,
        duplicates=sum(len(session.sets) for session in log.sessions) - plan.set_count,
        skipped=log.skipped,
        warnings=warnings,
    )


def repeated_sessions(log: ImportedLog) -> int:
    """Return how many sessions the file holds twice, row for row."""
    pairs = zip(log.sessions, without_repeats(log).sessions, strict=True)
    return sum(len(all_of_it.sets) != len(once.sets) for all_of_it, once in pairs)


_CHANGES = Changes(sessions=True, sets=True, exercises=True)


def keep(
    store: Store,
    log: ImportedLog,
    zone: tzinfo,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Outcome[ImportReport]:
    """Keep every set of `log` that is not here yet, all or nothing.

    Wall times of the file are taken in `zone`.

    Raises:
        KnownError: it could not be written; nothing was kept.
        Cancelled: `cancelled` said so; nothing was kept.
    """

    def tick(done: int, total: int) -> None:
        if cancelled is not None and cancelled():
            raise Cancelled
        if progress is not None:
            progress(done, total)

    with store.transaction():
        plan = plan_of(store, log)
        numbers, made = exercise_numbers(store, log)
        written = write(store, log.format, plan.items, numbers, zone, tick)
        written.exercise_ids = made
    count = plan.set_count
    label = tr_n("import of {n} set", "import of {n} sets", count)
    undo = (lambda: _take_back(store, written, label)) if count else None
    return Outcome(_report(log, plan), _CHANGES, undo=undo, label=label)


def _take_back(store: Store, written: Written, label: str) -> Outcome[None]:
    """Take an import back; what was changed in its sessions since comes again with the redo."""
    with store.transaction():
        taken = store.removal.take_out(
            written.session_ids, written.blocks, written.set_ids, written.exercise_ids
        )
    return Outcome(None, _CHANGES, undo=lambda: _put_back(store, written, taken, label), label=label)


def _put_back(store: Store, written: Written, taken: TakenOut, label: str) -> Outcome[None]:
    with store.transaction():
        store.removal.put_back(taken)
    return Outcome(None, _CHANGES, undo=lambda: _take_back(store, written, label), label=label)
