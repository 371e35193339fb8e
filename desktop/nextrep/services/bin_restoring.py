"""Putting back what rests in the bin: a set, an exercise of a session, or a whole session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from nextrep.domain.bin import BinItem, BinKind, Kept
from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.program import PlannedState
from nextrep.domain.text import tr
from nextrep.domain.training import Block, Session, SessionState, SetEntry
from nextrep.services import catalog
from nextrep.storage.removal import TakenOut
from nextrep.storage.store import Store

STILL_OPEN = timedelta(days=1)
"""An open session that was discarded comes back open within this time, later it comes back finished."""


@dataclass(frozen=True, slots=True)
class _Back:
    """What was put back.

    Attributes:
        session_id: the session that has it now.
        whole: whether that session itself was put back.
        blocks: numbers of the exercises that were put back into it.
        sets: ids of the sets.
        shifted: positions that sets behind one that came back were moved from, in the order of doing so.
        exercises: numbers of exercises that were made for it.
    """

    session_id: int
    whole: bool = False
    blocks: tuple[int, ...] = ()
    sets: tuple[int, ...] = ()
    shifted: tuple[int, ...] = ()
    exercises: tuple[int, ...] = ()


def restore(store: Store, item_id: int, now: datetime) -> Outcome[int]:
    """Put something back where it was and return the id of the session that has it.

    Sets come back to their place among the others. An exercise that became part of another one since is that
    one; one that was deleted is made again. A session that was discarded while it was open comes back open if
    that was less than a day ago and none is open, else as a finished one.

    Raises:
        UserError: the session that it belongs to is not there, or an import brought it back already.
        KeyError: there is nothing of that id in the bin.
    """
    item = store.bin.get(item_id)
    with store.transaction():
        before = {known.id for known in store.exercises.all()}
        numbers = {
            number: catalog.number_of(store, catalog.find_key(store, exercise.key) or exercise)
            for number, exercise in item.kept.exercises.items()
        }
        kept = _renumbered(item.kept, numbers)
        put = {BinKind.SET: _set_back, BinKind.EXERCISE: _exercise_back}.get(item.kind)
        back = put(store, kept) if put is not None else _session_back(store, kept, now)
        made = tuple(number for number in numbers.values() if number not in before)
        store.bin.delete(item.id)
    return _outcome(store, item, replace(back, exercises=made))


def _outcome(store: Store, item: BinItem, back: _Back) -> Outcome[int]:
    return Outcome(
        back.session_id,
        _changes(item),
        undo=partial(_take_back, store, item, back),
        label=tr("restoring of {title}", title=item.title),
    )


def _changes(item: BinItem) -> Changes:
    planned = item.kind is BinKind.SESSION and item.kept.session.planned_id is not None
    return Changes(sessions=True, sets=bool(item.kept.sets), exercises=True, program=planned)


def _take_back(store: Store, item: BinItem, back: _Back) -> Outcome[int]:
    """Put what came back into the bin again."""
    sessions = [back.session_id] if back.whole else []
    blocks = [] if back.whole else [(back.session_id, block) for block in back.blocks]
    with store.transaction():
        taken = store.removal.take_out(sessions, blocks, [] if back.whole else back.sets, back.exercises)
        for position in reversed(back.shifted):
            store.sets.close_gap(back.session_id, position)
        store.bin.insert(item)
    return Outcome(
        back.session_id,
        _changes(item),
        undo=partial(_again, store, item, back, taken),
        label=tr("restoring of {title}", title=item.title),
    )


def _again(store: Store, item: BinItem, back: _Back, taken: TakenOut) -> Outcome[int]:
    with store.transaction():
        for position in back.shifted:
            store.sets.make_room(back.session_id, position)
        store.removal.put_back(taken)
        store.bin.delete(item.id)
    return _outcome(store, item, back)


def _renumbered(kept: Kept, numbers: dict[int, int]) -> Kept:
    """Return what was kept with the numbers that its exercises have by now."""
    blocks = []
    for block in kept.blocks:
        number = numbers[block.exercise_id]
        target = replace(block.target, exercise_id=number) if block.target is not None else None
        blocks.append(replace(block, exercise_id=number, target=target))
    sets = [
        replace(entry, draft=replace(entry.draft, exercise_id=numbers[entry.draft.exercise_id]))
        for entry in kept.sets
    ]
    return replace(kept, blocks=tuple(blocks), sets=tuple(sets))


def _set_back(store: Store, kept: Kept) -> _Back:
    """Put a set back under its exercise, which is put back too where it is gone from the session."""
    session = _their_session(store, kept)
    (block,) = kept.blocks
    here = [one for one in store.blocks.of_session(session.id) if one.exercise_id == block.exercise_id]
    same = [one for one in here if one.block == block.block] or here
    number = same[0].block if same else _add_block(store, session.id, block)
    sets, shifted = _add_sets(store, session.id, number, kept.sets)
    return _Back(session.id, blocks=() if same else (number,), sets=sets, shifted=shifted)


def _exercise_back(store: Store, kept: Kept) -> _Back:
    session = _their_session(store, kept)
    (block,) = kept.blocks
    number = _add_block(store, session.id, block)
    sets, shifted = _add_sets(store, session.id, number, kept.sets)
    return _Back(session.id, blocks=(number,), sets=sets, shifted=shifted)


def _their_session(store: Store, kept: Kept) -> Session:
    try:
        return store.sessions.get(kept.session.id)
    except KeyError:
        pass
    if store.bin.holds(BinKind.SESSION, kept.session.id):
        raise UserError(
            tr(
                "“{title}”, to which it belongs, is in the bin too. Restore that first.",
                title=kept.session.title,
            )
        )
    raise UserError(tr("“{title}”, to which it belongs, is not there any more.", title=kept.session.title))


def _add_block(store: Store, session_id: int, block: Block) -> int:
    """Add an exercise under its old number, or behind the others where another one has that by now."""
    taken = {one.block for one in store.blocks.of_session(session_id)}
    number = block.block if block.block not in taken else max(taken) + 1
    store.blocks.add(session_id, replace(block, block=number))
    return number


def _add_sets(
    store: Store, session_id: int, block: int, entries: Sequence[SetEntry]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Add sets at the places they had among the others; return their ids, and where others were moved."""
    numbers, shifted = [], []
    for entry in entries:
        if entry.position in {other.position for other in store.sets.of_session(session_id)}:
            store.sets.make_room(session_id, entry.position)
            shifted.append(entry.position)
        there = replace(entry, session_id=session_id, draft=replace(entry.draft, block=block))
        numbers.append(_add_set(store, there))
    return tuple(numbers), tuple(shifted)


def _add_set(store: Store, entry: SetEntry) -> int:
    """Add a set under its old id, which earlier steps of undo know, or under a new one where it is taken."""
    try:
        store.sets.get(entry.id)
    except KeyError:
        store.sets.restore(entry)
        return entry.id
    return store.sets.insert(entry.session_id, entry.position, entry.draft, entry.done_at).id


def _session_back(store: Store, kept: Kept, now: datetime) -> _Back:
    session = kept.session
    if kept.origin_key is not None and kept.origin_key in store.sessions.origin_ids(session.origin):
        raise UserError(tr("An import has brought this session back already."))
    if session.state is SessionState.ACTIVE and (
        store.sessions.active() is not None
        or now.timestamp() - session.started_at.timestamp() > STILL_OPEN.total_seconds()
    ):
        session = _finished(session, kept.sets)
    session = replace(session, planned_id=_free_planned(store, session.planned_id))
    store.sessions.restore(session, kept.origin_key)
    for block in kept.blocks:
        store.blocks.add(session.id, block)
    sets = tuple(_add_set(store, entry) for entry in kept.sets)
    return _Back(session.id, whole=True, sets=sets)


def _finished(session: Session, entries: Sequence[SetEntry]) -> Session:
    """Return an open session as finished with its last set."""
    times = [entry.done_at for entry in entries if entry.done_at is not None]
    end = max([session.started_at, *times], key=datetime.timestamp)
    seconds = min(round(end.timestamp() - session.started_at.timestamp()), 24 * 3600)
    return replace(session, state=SessionState.DONE, ended_at=end, duration_s=seconds)


def _free_planned(store: Store, planned_id: int | None) -> int | None:
    """Return the planned session that it was, unless that is gone or done by another session since."""
    if planned_id is None:
        return None
    try:
        planned = store.programs.planned(planned_id)
    except KeyError:
        return None
    return planned_id if planned.state is not PlannedState.DONE else None
