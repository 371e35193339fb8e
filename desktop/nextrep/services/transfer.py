"""Bringing in other programs' logs, and taking everything out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import Cancelled
from nextrep.domain.exercises import Exercise, Measure
from nextrep.domain.imports import ImportedLog, ImportedSession, ImportedSet, SkippedRow
from nextrep.domain.text import tr_n
from nextrep.domain.training import Session, SessionState, SetDraft
from nextrep.domain.units import Unit
from nextrep.exchange import repeats
from nextrep.exchange.reader import read_log
from nextrep.services import catalog, preferences
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
    plan = _plan(store, log)
    names = log.exercise_names
    known = tuple(name for name in names if catalog.library().find(name) is not None)
    unknown = tuple(name for name in names if catalog.library().find(name) is None)
    new_sets = sum(len(item.sets) for item in plan)
    total = sum(len(session.sets) for session in log.sessions)
    new_sessions = sum(item.session_id is None for item in plan)
    return Preview(log, new_sets, new_sessions, total - new_sets, known, unknown)


def without_repeats(log: ImportedLog) -> ImportedLog:
    """Return the log with each session that is in the file twice, row for row, taken once."""
    return repeats.without_repeats(log)


def dry_run(store: Store, log: ImportedLog) -> ImportReport:
    """Return what keeping `log` would report, without keeping anything."""
    return _report(log, preview(store, log).new_sets)


def _report(log: ImportedLog, new_sets: int) -> ImportReport:
    return ImportReport(
        format=log.format,
        unit=log.unit,
        sessions=log.sessions_in_file,
        sets=new_sets,
        exercises=log.exercises_in_file,
        entries=0,
        warmups=log.warmups,
        duplicates=sum(len(session.sets) for session in log.sessions) - new_sets,
        skipped=log.skipped,
        warnings=log.warnings,
    )


def repeated_sessions(log: ImportedLog) -> int:
    """Return how many sessions the file holds twice, row for row."""
    pairs = zip(log.sessions, without_repeats(log).sessions, strict=True)
    return sum(len(all_of_it.sets) != len(once.sets) for all_of_it, once in pairs)


@dataclass(slots=True)
class _Item:
    """Sets of one session of the file that are not here yet; session_id is None for a new session."""

    session: ImportedSession
    key: str
    session_id: int | None
    sets: list[ImportedSet]


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
    with store.transaction():
        plan = _plan(store, log)
        numbers, made = _exercise_numbers(store, log)
        if cancelled is not None and cancelled():
            raise Cancelled
        session_ids, set_count = _write(store, log.format, plan, numbers, zone, progress)
        if cancelled is not None and cancelled():
            raise Cancelled
    report = _report(log, set_count)
    changes = Changes(sessions=True, sets=True, exercises=True)
    label = tr_n("import of {n} set", "import of {n} sets", set_count)
    fresh = [s for s, item in zip(session_ids, plan, strict=True) if item.session_id is None]
    grown = any(item.session_id is not None for item in plan)
    # Sets added to sessions that were here already cannot be told apart later, so only a whole
    # import can be taken back.
    undo = None if grown or not set_count else lambda: _take_back(store, log, zone, fresh, made, label)
    return Outcome(report, changes, undo=undo, label=label)


def _take_back(
    store: Store, log: ImportedLog, zone: tzinfo, session_ids: Sequence[int], made: list[int], label: str
) -> Outcome[None]:
    with store.transaction():
        for session_id in session_ids:
            store.sessions.delete(session_id)
        store.exercises.delete_unused(made)
    changes = Changes(sessions=True, sets=True, exercises=True)
    return Outcome(None, changes, undo=lambda: keep(store, log, zone), label=label)


def _plan(store: Store, log: ImportedLog) -> list[_Item]:
    """Find what is new. A session is known by its start and title, a set by its values and its count."""
    here = store.sessions.origin_ids(log.format)
    keys = {known.id: known.key for known in store.exercises.all()}
    key_of = {name: _exercise_key(name) for name in log.exercise_names}
    items: list[_Item] = []
    for session in log.sessions:
        key = f"{session.started.isoformat()}|{session.title}"
        session_id = here.get(key)
        if session_id is None:
            items.append(_Item(session, key, None, list(session.sets)))
            continue
        stored = Counter(
            _set_key(keys[entry.draft.exercise_id], entry.draft)
            for entry in store.sets.of_session(session_id)
        )
        new: list[ImportedSet] = []
        for one in session.sets:
            set_key = _set_key(key_of[one.exercise], _draft(one, 0))
            if stored[set_key]:
                stored[set_key] -= 1
            else:
                new.append(one)
        if new:
            items.append(_Item(session, key, session_id, new))
    return items


def _exercise_key(name: str) -> str:
    found = catalog.library().find(name)
    return found.key if found else catalog.own_exercise(name[:120], Measure.LOADED).key


def _set_key(exercise: str, draft: SetDraft) -> SetKey:
    load = draft.load.grams if draft.load else None
    effort = draft.effort.tenths if draft.effort else None
    return (exercise, draft.kind, load, draft.reps, draft.seconds, draft.distance_m, effort)


def _exercise_numbers(store: Store, log: ImportedLog) -> tuple[dict[str, int], list[int]]:
    """Give every name of the file its exercise; also return the numbers that were made for it."""
    before = {known.id for known in store.exercises.all()}
    numbers: dict[str, int] = {}
    for name in log.exercise_names:
        found = catalog.library().find(name) or _own(name, log)
        numbers[name] = catalog.number_of(store, found)
    return numbers, [number for number in numbers.values() if number not in before]


def _own(name: str, log: ImportedLog) -> Exercise:
    sets = [one for one in log.sets() if one.exercise == name]
    timed = all(one.reps is None for one in sets)
    loaded = any(one.load for one in sets)
    measure = Measure.TIMED if timed else Measure.LOADED if loaded else Measure.BODYWEIGHT
    return catalog.own_exercise(name[:120], measure)


def _write(
    store: Store,
    origin: str,
    plan: Sequence[_Item],
    numbers: dict[str, int],
    zone: tzinfo,
    progress: Progress | None,
) -> tuple[list[int], int]:
    fresh = [item for item in plan if item.session_id is None]
    rows = [(_session(item.session, origin, zone), item.key) for item in fresh]
    new_ids = iter(store.sessions.insert_imported(rows))
    session_ids = [item.session_id if item.session_id is not None else next(new_ids) for item in plan]
    blocks: list[tuple[int, int, int, str]] = []
    sets: list[tuple[int, int, SetDraft]] = []
    for done, (session_id, item) in enumerate(zip(session_ids, plan, strict=True)):
        first_block, position = _room_after(store, item.session_id)
        shift = first_block - (min(one.block for one in item.sets) if first_block else 0)
        seen: set[int] = set()
        for one in item.sets:
            block = one.block + shift
            if block not in seen:
                seen.add(block)
                blocks.append((session_id, block, numbers[one.exercise], one.exercise_note))
            sets.append((session_id, position, _draft(one, numbers[one.exercise], block)))
            position += 1
        if progress is not None and done % 50 == 0:
            progress(done, len(plan))
    store.sessions.insert_blocks(blocks)
    store.sets.insert_imported(sets)
    return session_ids, len(sets)


def _room_after(store: Store, session_id: int | None) -> tuple[int, int]:
    """Return the first free block and set position of a session; 0 and 0 for a new one."""
    if session_id is None:
        return 0, 0
    block = max((b.block for b in store.sessions.blocks(session_id)), default=-1) + 1
    return block, store.sets.next_position(session_id)


def _session(imported: ImportedSession, origin: str, zone: tzinfo) -> Session:
    started = imported.started.replace(tzinfo=zone)
    ended: datetime | None = None
    if imported.duration_s is not None:
        ended = started + timedelta(seconds=imported.duration_s)
    return Session(
        id=0,
        title=imported.title,
        started_at=started,
        ended_at=ended,
        day=imported.started.toordinal(),
        state=SessionState.DONE,
        duration_s=imported.duration_s,
        note=imported.note,
        origin=origin,
    )


def _draft(one: ImportedSet, number: int, block: int = 0) -> SetDraft:
    return SetDraft(
        exercise_id=number,
        block=block,
        kind=one.kind,
        load=one.load,
        reps=one.reps,
        seconds=one.seconds,
        distance_m=one.distance_m,
        effort=one.effort,
        note=one.note,
    )
