"""Bringing in other programs' logs, and taking everything out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import Cancelled
from nextrep.domain.exercise_facts import MAX_NAME_CHARS, OWN_PREFIX
from nextrep.domain.exercises import Exercise, Measure
from nextrep.domain.imports import ImportedLog, ImportedSession, ImportedSet, SkippedRow
from nextrep.domain.text import tr_n
from nextrep.domain.training import Session, SessionState, SetDraft
from nextrep.domain.units import Load, Unit
from nextrep.exchange import repeats
from nextrep.exchange.fitnotes import FITNOTES
from nextrep.exchange.reader import read_log
from nextrep.services import catalog, preferences
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
    plan = _plan(store, log)
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
    return _report(log, _plan(store, log))


def _report(log: ImportedLog, plan: _Plan) -> ImportReport:
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


@dataclass(slots=True)
class _Item:
    """Sets of one session of the file that are not here yet; session_id is None for a new session."""

    session: ImportedSession
    key: str
    session_id: int | None
    sets: list[ImportedSet]


@dataclass(slots=True)
class _Plan:
    """What is new in a file, and how many of its sets are here with other values."""

    items: list[_Item] = field(default_factory=list)
    differing: int = 0

    @property
    def set_count(self) -> int:
        return sum(len(item.sets) for item in self.items)


@dataclass(slots=True)
class _Written:
    """Rows that an import made: whole sessions, and exercises and sets within older ones."""

    session_ids: list[int] = field(default_factory=list)
    blocks: list[tuple[int, int]] = field(default_factory=list)
    set_ids: list[int] = field(default_factory=list)
    exercise_ids: list[int] = field(default_factory=list)


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
        plan = _plan(store, log)
        numbers, made = _exercise_numbers(store, log)
        written = _write(store, log.format, plan.items, numbers, zone, tick)
        written.exercise_ids = made
    count = plan.set_count
    label = tr_n("import of {n} set", "import of {n} sets", count)
    undo = (lambda: _take_back(store, written, label)) if count else None
    return Outcome(_report(log, plan), _CHANGES, undo=undo, label=label)


def _take_back(store: Store, written: _Written, label: str) -> Outcome[None]:
    """Take an import back; what was changed in its sessions since comes again with the redo."""
    with store.transaction():
        taken = store.removal.take_out(
            written.session_ids, written.blocks, written.set_ids, written.exercise_ids
        )
    return Outcome(None, _CHANGES, undo=lambda: _put_back(store, written, taken, label), label=label)


def _put_back(store: Store, written: _Written, taken: TakenOut, label: str) -> Outcome[None]:
    with store.transaction():
        store.removal.put_back(taken)
    return Outcome(None, _CHANGES, undo=lambda: _take_back(store, written, label), label=label)


def _plan(store: Store, log: ImportedLog) -> _Plan:
    """Find what is new: the sets that a session of the file has more of an exercise than the one here.

    A set that was corrected here, that the file now gives in another unit, or to which another version of
    the program adds an effort, is still the same set, and stays as it is here. A set or session that was
    deleted here comes back: bringing the file in again is the way to get it.
    """
    here = store.sessions.origin_ids(log.format)
    exercise_keys = {known.id: known.key for known in store.exercises.all()}
    key_of = catalog.keys_of(store, log.exercise_names)
    stored: dict[int, Counter[SetKey]] = {}
    plan = _Plan()
    helped = {name for name, exercise in key_of.items() if _is_helped(store, exercise)}
    for found in log.sessions:
        session = _with_help(found, helped)
        key = f"{session.started.isoformat()}|{session.title}"
        session_id = _same_session(here, log.format, session, key)
        if session_id is None:
            plan.items.append(_Item(session, key, None, list(session.sets)))
            continue
        if session_id not in stored:
            stored[session_id] = Counter(
                _set_key(exercise_keys[entry.draft.exercise_id], entry.draft)
                for entry in store.sets.of_session(session_id)
            )
        new, differing = _new_sets(session, key_of, stored[session_id])
        plan.differing += differing
        if new:
            plan.items.append(_Item(session, key, session_id, new))
    return plan


def _is_helped(store: Store, key: str) -> bool:
    exercise = catalog.find_key(store, key)
    return exercise is not None and exercise.measure is Measure.ASSISTED


def _with_help(session: ImportedSession, helped: set[str]) -> ImportedSession:
    """Return a session whose loads are help where the exercise says so: others write no minus sign."""
    if not any(one.exercise in helped for one in session.sets):
        return session
    sets = (
        replace(one, load=Load(-one.load.grams, one.load.unit))
        if one.exercise in helped and one.load is not None and one.load.grams > 0
        else one
        for one in session.sets
    )
    return replace(session, sets=tuple(sets))


def _same_session(here: dict[str, int], origin: str, session: ImportedSession, key: str) -> int | None:
    """Return the session here that a session of the file is, known by its start and title.

    FitNotes for Android has one session a day. Its backup knows the time, its CSV does not, and its title
    is made of what was trained by then, so there the day alone decides.
    """
    if key in here or origin != FITNOTES.name:
        return here.get(key)
    day = session.started.date().isoformat()
    start = f"{day}T00:00:00|" if session.has_time else f"{day}T"
    same = [number for other, number in here.items() if other.startswith(start)]
    return same[0] if len(same) == 1 else None


def _new_sets(
    session: ImportedSession, key_of: dict[str, str], stored: Counter[SetKey]
) -> tuple[list[ImportedSet], int]:
    """Return the sets that are not among `stored`, and the number of those that are, with other values.

    Takes out of `stored` what it finds there.
    """
    unequal: list[ImportedSet] = []
    for one in session.sets:
        set_key = _set_key(key_of[one.exercise], _draft(one, 0))
        if stored[set_key]:
            stored[set_key] -= 1
        else:
            unequal.append(one)
    new: list[ImportedSet] = []
    for one in unequal:
        other = next((k for k, n in stored.items() if n and k[0] == key_of[one.exercise]), None)
        if other is None:
            new.append(one)
        else:
            stored[other] -= 1
    return new, len(unequal) - len(new)


def _set_key(exercise: str, draft: SetDraft) -> SetKey:
    load = draft.load.grams if draft.load else None
    effort = draft.effort.tenths if draft.effort else None
    return (exercise, draft.kind, load, draft.reps, draft.seconds, draft.distance_m, effort)


def _exercise_numbers(store: Store, log: ImportedLog) -> tuple[dict[str, int], list[int]]:
    """Give every name of the file its exercise; also return the numbers that were made for it."""
    before = {known.id for known in store.exercises.all()}
    numbers: dict[str, int] = {}
    for name, key in catalog.keys_of(store, log.exercise_names).items():
        known = store.exercises.by_key(key)
        found = catalog.library().find(name) or _own(name, log)
        numbers[name] = known.id if known else catalog.number_of(store, found)
    return numbers, [number for number in numbers.values() if number not in before]


def _own(name: str, log: ImportedLog) -> Exercise:
    sets = [one for one in log.sets() if one.exercise == name]
    timed = all(one.reps is None for one in sets)
    loaded = any(one.load for one in sets)
    measure = Measure.TIMED if timed else Measure.LOADED if loaded else Measure.BODYWEIGHT
    return catalog.own_exercise(name[:MAX_NAME_CHARS], measure)


def _write(
    store: Store,
    origin: str,
    plan: Sequence[_Item],
    numbers: dict[str, int],
    zone: tzinfo,
    tick: Progress,
) -> _Written:
    fresh = [item for item in plan if item.session_id is None]
    rows = [(_session(item.session, origin, zone), item.key) for item in fresh]
    new_ids = iter(store.sessions.insert_imported(rows))
    session_ids = [item.session_id if item.session_id is not None else next(new_ids) for item in plan]
    written = _Written()
    blocks: list[tuple[int, int, int, str]] = []
    sets: list[tuple[int, int, SetDraft]] = []
    for done, (session_id, item) in enumerate(zip(session_ids, plan, strict=True)):
        if done % 50 == 0:
            tick(done, len(plan))
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
        if item.session_id is None:
            written.session_ids.append(session_id)
        else:
            written.blocks += [(session_id, block) for block in seen]
    store.sessions.insert_blocks(blocks)
    set_ids = store.sets.insert_imported(sets)
    tick(len(plan), len(plan))
    fresh_ids = set(written.session_ids)
    written.set_ids = [n for n, row in zip(set_ids, sets, strict=True) if row[0] not in fresh_ids]
    return written


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
        # In UTC, because clocks may change within a session.
        ended = (started.astimezone(UTC) + timedelta(seconds=imported.duration_s)).astimezone(zone)
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
