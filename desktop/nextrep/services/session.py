"""Training: starting, logging each set, finishing. Every set is on disk before these functions return."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise
from nextrep.domain.feelings import check_effort, check_feelings
from nextrep.domain.text import tr
from nextrep.domain.training import (
    Block,
    Session,
    SessionState,
    SetDraft,
    SetEntry,
    SetKind,
    Target,
    check_set,
)
from nextrep.services import catalog, next_time, session_ratings
from nextrep.services.session_fields import change_fields

# What a session is shown with belongs to it; screens take it from here.
from nextrep.services.session_view import BlockView as BlockView  # noqa: PLC0414
from nextrep.services.session_source import FREE, Source, SourceKind, material

from nextrep.services.records import records_of as records_of  # noqa: PLC0414 - screens take it from here
from nextrep.services.session_view import SessionView as SessionView  # noqa: PLC0414
from nextrep.services.session_view import view as view  # noqa: PLC0414
from nextrep.storage.sessions import SessionSummary as SessionSummary  # noqa: PLC0414 - screens take it from here
from nextrep.storage.store import Store

SMALLEST_START = "bodyweight_squat"
"""«Just one set»: the start that is too small to refuse."""


def active(store: Store) -> SessionView | None:
    """Return the open session, if there is one: after a crash it is still here."""
    session = store.sessions.active()
    return view(store, session.id) if session else None


def recent(store: Store, limit: int) -> list[SessionSummary]:
    """Return the latest finished sessions, newest first."""
    return store.sessions.summaries(limit)


def start_planned(store: Store, planned_id: int, now: datetime) -> Outcome[SessionView]:
    """Start a planned session; where a ladder of exercises asks for a harder or easier one, with that one.

    Raises:
        UserError: another session is open, or this one is done already.
        KeyError: there is no such planned session.
    """
    planned = store.programs.planned(planned_id)
    if planned.state is PlannedState.DONE:
        raise UserError(tr("This session is done. Repeat it to do it once more."))
    coach = next_time.Coach(store, now.date().toordinal())
    with store.transaction():
        targets = [coach.on_its_rung(target) for target in planned.targets]
        blocks = [Block(i, target.exercise_id, target) for i, target in enumerate(targets)]
        return _start(store, planned.title, blocks, now, planned_id)


def start_free(store: Store, now: datetime) -> Outcome[SessionView]:
    """Start a session without a plan.

    Raises:
        UserError: another session is open.
    """
    return _start(store, tr("Free session"), [], now, None)


def start_one_set(store: Store, now: datetime) -> Outcome[SessionView]:
    """Start «just one set»: ten bodyweight squats.

    Raises:
        UserError: another session is open.
    """
    _need_none_open(store)
    with store.transaction():
        number = catalog.number_of(store, catalog.by_key(SMALLEST_START))
        target = Target(number, sets=1, reps_low=10, reps_high=10, rest_s=0)
        return _start(store, tr("Just one set"), [Block(0, number, target)], now, None)


def repeat(store: Store, session_id: int, now: datetime) -> Outcome[SessionView]:
    """Start the same exercises as in an earlier session.

    Raises:
        UserError: another session is open.
        KeyError: there is no such session.
    """
    earlier = store.sessions.get(session_id)
    return _start(store, earlier.title, store.sessions.blocks(session_id), now, None)


def _need_none_open(store: Store) -> None:
    if store.sessions.active() is not None:
        raise UserError(tr("A session is open already. Finish it first, or go on with it."))


def _start(
    store: Store, title: str, blocks: Sequence[Block], now: datetime, planned_id: int | None
) -> Outcome[SessionView]:
    _need_none_open(store)
    session = Session(
        id=0,
        title=title,
        started_at=now,
        ended_at=None,
        day=now.date().toordinal(),
        state=SessionState.ACTIVE,
        planned_id=planned_id,
    )
    with store.transaction():
        session_id = store.sessions.insert(session)
        for block in blocks:
            store.sessions.add_block(session_id, block)
    return Outcome(
        view(store, session_id),
        Changes(sessions=True),
        undo=lambda: discard(store, session_id),
        label=tr("start of {title}", title=title),
    )


def log_set(store: Store, session_id: int, draft: SetDraft, now: datetime) -> Outcome[SetEntry]:
    """Keep one set.

    Raises:
        UserError: a value is out of range; `field` names it.
        KnownError: it could not be written.
    """
    check_set(draft)
    with store.transaction():
        entry = store.sets.insert(session_id, store.sets.next_position(session_id), draft, now)
    return Outcome(
        entry,
        Changes(sets=True),
        undo=lambda: delete_set(store, entry.id),
        label=_set_label(store, entry),
    )


def change_set(store: Store, set_id: int, draft: SetDraft) -> Outcome[SetEntry]:
    """Correct a set.

    Raises:
        UserError: a value is out of range; `field` names it.
        KeyError: there is none of that id.
    """
    check_set(draft)
    before = store.sets.get(set_id)
    with store.transaction():
        store.sets.update(set_id, draft)
    return Outcome(
        replace(before, draft=draft),
        Changes(sets=True),
        undo=lambda: change_set(store, set_id, before.draft),
        label=_set_label(store, before),
    )


def delete_set(store: Store, set_id: int) -> Outcome[None]:
    """Delete a set.

    Raises:
        KeyError: there is none of that id.
    """
    entry = store.sets.get(set_id)
    label = _set_label(store, entry)
    with store.transaction():
        store.sets.delete(set_id)
    return Outcome(None, Changes(sets=True), undo=lambda: _restore_set(store, entry), label=label)


def _restore_set(store: Store, entry: SetEntry) -> Outcome[SetEntry]:
    with store.transaction():
        store.sets.restore(entry)
    return Outcome(
        entry,
        Changes(sets=True),
        undo=lambda: delete_set(store, entry.id),
        label=_set_label(store, entry),
    )


def _set_label(store: Store, entry: SetEntry) -> str:
    name = catalog.exercise_of(store, entry.draft.exercise_id).name
    if entry.draft.kind is SetKind.WARMUP:
        return tr("warm-up of {exercise}", exercise=name)
    earlier = [
        other
        for other in store.sets.of_session(entry.session_id)
        if other.draft.block == entry.draft.block
        and other.position < entry.position
        and other.draft.kind is not SetKind.WARMUP
    ]
    return tr("set {n} of {exercise}", n=len(earlier) + 1, exercise=name)


def add_exercise(store: Store, session_id: int, exercise: Exercise) -> Outcome[int]:
    """Add an exercise to an open session and return its block."""
    blocks = store.sessions.blocks(session_id)
    block = max((b.block for b in blocks), default=-1) + 1
    with store.transaction():
        number = catalog.number_of(store, exercise)
        store.sessions.add_block(session_id, Block(block, number, None))
    return Outcome(
        block,
        Changes(sessions=True, exercises=True),
        undo=lambda: remove_exercise(store, session_id, block),
        label=exercise.name,
    )


def remove_exercise(store: Store, session_id: int, block: int) -> Outcome[None]:
    """Take an exercise with its sets out of a session.

    Raises:
        KeyError: the session has no such block.
    """
    found = {b.block: b for b in store.sessions.blocks(session_id)}[block]
    entries = [e for e in store.sets.of_session(session_id) if e.draft.block == block]
    with store.transaction():
        for entry in entries:
            store.sets.delete(entry.id)
        store.sessions.delete_block(session_id, block)
    return Outcome(
        None,
        Changes(sessions=True, sets=bool(entries)),
        undo=lambda: _restore_block(store, session_id, found, entries),
        label=catalog.exercise_of(store, found.exercise_id).name,
    )


def _restore_block(store: Store, session_id: int, block: Block, entries: Sequence[SetEntry]) -> Outcome[None]:
    with store.transaction():
        store.sessions.add_block(session_id, block)
        for entry in entries:
            store.sets.restore(entry)
    return Outcome(
        None,
        Changes(sessions=True, sets=bool(entries)),
        undo=lambda: remove_exercise(store, session_id, block.block),
        label=catalog.exercise_of(store, block.exercise_id).name,
    )


def swap_exercise(store: Store, session_id: int, block: int, exercise: Exercise) -> Outcome[None]:
    """Put another exercise in the place of one that has no sets yet; its history stays apart.

    Raises:
        UserError: sets were done already.
        KeyError: the session has no such block.
    """
    found = {b.block: b for b in store.sessions.blocks(session_id)}[block]
    if any(e.draft.block == block for e in store.sets.of_session(session_id)):
        raise UserError(tr("Sets of this exercise are done. Add the other exercise instead."))
    before = catalog.exercise_of(store, found.exercise_id)
    with store.transaction():
        number = catalog.number_of(store, exercise)
        store.sessions.update_block(session_id, replace(found, exercise_id=number))
    return Outcome(
        None,
        Changes(sessions=True, exercises=True),
        undo=lambda: swap_exercise(store, session_id, block, before),
        label=tr("swap to {exercise}", exercise=exercise.name),
    )


MAX_NOTE_CHARS = 10_000


def finish(
    store: Store,
    session_id: int,
    now: datetime,
    *,
    pleasant: int | None = None,
    activated: int | None = None,
    effort: int | None = None,
    note: str = "",
) -> Outcome[Session]:
    """Finish the open session.

    Args:
        pleasant: how pleasant it feels now, -5 to 5.
        activated: how activated the person feels now, 1 to 6.
        effort: session RPE 0-10 (Foster 2001).

    Raises:
        UserError: no set was done (discard it instead), or a value is out of range.
    """
    check_feelings(pleasant, activated)
    check_effort(effort)
    if len(note) > MAX_NOTE_CHARS:
        raise UserError(tr("A note goes up to {n} characters.", n=MAX_NOTE_CHARS), field="note")
    if not store.sets.of_session(session_id):
        raise UserError(tr("No set is done yet. One set is enough, or discard the session."))
    session = store.sessions.get(session_id)
    seconds = max(0, round(now.timestamp() - session.started_at.timestamp()))
    values: dict[str, Any] = {
        "ended_at": now,
        "duration_s": min(seconds, 24 * 3600),
        "state": SessionState.DONE,
        "effort": effort,
        "note": note or session.note,
    }
    if pleasant is not None or activated is not None:
        values |= session_ratings.after_fields(pleasant, activated, now)
    return change_fields(store, session_id, values, tr("finish of {title}", title=session.title))


def discard(store: Store, session_id: int) -> Outcome[None]:
    """Take a session away with its sets; it can be undone.

    Raises:
        KeyError: there is none of that id.
    """
    session = store.sessions.get(session_id)
    key = store.sessions.origin_key(session_id)
    blocks = store.sessions.blocks(session_id)
    entries = store.sets.of_session(session_id)
    with store.transaction():
        store.sessions.delete(session_id)
    return Outcome(
        None,
        Changes(sessions=True, sets=bool(entries), program=session.planned_id is not None),
        undo=lambda: _restore_session(store, session, key, blocks, entries),
        label=tr("discarding of {title}", title=session.title),
    )


def _restore_session(
    store: Store, session: Session, key: str | None, blocks: Sequence[Block], entries: Sequence[SetEntry]
) -> Outcome[None]:
    if session.state is SessionState.ACTIVE:
        _need_none_open(store)
    with store.transaction():
        store.sessions.restore(session, key)
        for block in blocks:
            store.sessions.add_block(session.id, block)
        for entry in entries:
            store.sets.restore(entry)
    return Outcome(
        None,
        Changes(sessions=True, sets=bool(entries), program=session.planned_id is not None),
        undo=lambda: discard(store, session.id),
        label=session.title,
    )


    def undo() -> Outcome[None]:
        if session.state is SessionState.ACTIVE:
            _need_none_open(store)
        with store.transaction():
            store.sessions.restore(session, key)
            for block in blocks:
                store.sessions.add_block(session.id, block)
            for entry in entries:
                store.sets.restore(entry)
            take_out(store, binned)
        again = partial(_remove_session, store, session.id, now)
        return Outcome(None, changes, undo=again, label=session.title)

    changes = Changes(sessions=True, sets=bool(entries), program=session.planned_id is not None)
    return Outcome(None, changes, undo=undo, label=tr("discarding of {title}", title=session.title))
