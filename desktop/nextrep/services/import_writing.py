"""Writing what is new of an import, within the transaction of whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo

from nextrep.domain.exercise_facts import MAX_NAME_CHARS
from nextrep.domain.exercises import Exercise, Measure
from nextrep.domain.imports import ImportedLog, ImportedSession
from nextrep.domain.training import Session, SessionState, SetDraft
from nextrep.services import catalog
from nextrep.services.import_plan import PlanItem, draft_of
from nextrep.storage.store import Store

BlockRow = tuple[int, int, int, str]
"""Session, place in it, exercise, note."""
SetRow = tuple[int, int, SetDraft]
"""Session, place in it, set."""


@dataclass(slots=True)
class Written:
    """Rows that an import made: whole sessions, and exercises and sets within older ones."""

    session_ids: list[int] = field(default_factory=list)
    blocks: list[tuple[int, int]] = field(default_factory=list)
    set_ids: list[int] = field(default_factory=list)
    exercise_ids: list[int] = field(default_factory=list)


def exercise_numbers(store: Store, log: ImportedLog) -> tuple[dict[str, int], list[int]]:
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


def write(
    store: Store,
    origin: str,
    plan: Sequence[PlanItem],
    numbers: dict[str, int],
    zone: tzinfo,
    tick: Callable[[int, int], None],
) -> Written:
    """Write what a plan names and return which rows were made.

    Args:
        store: the open profile, within a transaction.
        origin: name of the format, by which the sessions are known again.
        plan: what is new.
        numbers: the exercise of each name of the file.
        zone: in which the wall times of the file are taken.
        tick: called with how much is done, of how much; what it raises ends the import.
    """
    fresh = [item for item in plan if item.session_id is None]
    rows = [(_session(item.session, origin, zone), item.key) for item in fresh]
    new_ids = iter(store.sessions.insert_imported(rows))
    session_ids = [item.session_id if item.session_id is not None else next(new_ids) for item in plan]
    written = Written()
    blocks: list[BlockRow] = []
    sets: list[SetRow] = []
    for done, (session_id, item) in enumerate(zip(session_ids, plan, strict=True)):
        if done % 50 == 0:
            tick(done, len(plan))
        its_blocks, its_sets = _rows_of(store, session_id, item, numbers)
        blocks += its_blocks
        sets += its_sets
        if item.session_id is None:
            written.session_ids.append(session_id)
        else:
            written.blocks += [(session_id, block) for _session_id, block, *_rest in its_blocks]
    store.blocks.insert_imported(blocks)
    set_ids = store.sets.insert_imported(sets)
    tick(len(plan), len(plan))
    fresh_ids = set(written.session_ids)
    written.set_ids = [n for n, row in zip(set_ids, sets, strict=True) if row[0] not in fresh_ids]
    return written


def _rows_of(
    store: Store, session_id: int, item: PlanItem, numbers: dict[str, int]
) -> tuple[list[BlockRow], list[SetRow]]:
    """Return the exercises and the sets to add to a session, behind what it has."""
    first_block, position = _room_after(store, item.session_id)
    shift = first_block - (min(one.block for one in item.sets) if first_block else 0)
    blocks: dict[int, BlockRow] = {}
    sets: list[SetRow] = []
    for place, one in enumerate(item.sets, start=position):
        block, number = one.block + shift, numbers[one.exercise]
        blocks.setdefault(block, (session_id, block, number, one.exercise_note))
        sets.append((session_id, place, draft_of(one, number, block)))
    return list(blocks.values()), sets


def _room_after(store: Store, session_id: int | None) -> tuple[int, int]:
    """Return the first free block and set position of a session; 0 and 0 for a new one."""
    if session_id is None:
        return 0, 0
    block = max((b.block for b in store.blocks.of_session(session_id)), default=-1) + 1
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
