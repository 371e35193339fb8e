"""Training: starting, logging each set, finishing. Every set is on disk before these functions return."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from nextrep.domain.bin import BinItem
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
from nextrep.services import catalog, preferences, session_ratings
from nextrep.services.bin import keep_exercise, keep_session, keep_set, take_out
from nextrep.services.records import records_of as records_of  # noqa: PLC0414 - screens take it from here
from nextrep.services.session_exercises import swap_exercise as swap_exercise  # noqa: PLC0414
from nextrep.services.session_fields import change_fields
from nextrep.services.session_source import FREE, Source, SourceKind, material

# What a session is shown with belongs to it; screens take it from here.
from nextrep.services.session_view import BlockView as BlockView  # noqa: PLC0414
from nextrep.services.session_view import SessionReader as SessionReader  # noqa: PLC0414
from nextrep.services.session_view import SessionView as SessionView  # noqa: PLC0414
from nextrep.services.session_view import view as view  # noqa: PLC0414
from nextrep.settings.table import BODY_WEIGHT_GRAMS
from nextrep.storage.past import SessionSummary as SessionSummary  # noqa: PLC0414 - screens take it from here
from nextrep.storage.store import Store

SMALLEST_START = "bodyweight_squat"
"""«Just one set»: the start that is too small to refuse."""


def active(store: Store) -> SessionView | None:
    """Return the open session, if there is one: after a crash it is still here."""
    session = store.sessions.active()
    return view(store, session.id) if session else None


def active_id(store: Store) -> int | None:
    """Return the number of the open session, None where none is open."""
    return store.sessions.active_id() or None


def recent(store: Store, limit: int) -> list[SessionSummary]:
    """Return the latest finished sessions, newest first."""
    return store.past.summaries(limit)


def start_planned(store: Store, planned_id: int, now: datetime) -> Outcome[SessionView]:
    """Start a planned session; where a ladder of exercises asks for a harder or easier one, with that one.

    Raises:
        UserError: another session is open, or this one is done already.
        KeyError: there is no such planned session.
    """
    return start_from(store, Source(SourceKind.PLAN, planned_id), now)


def start_free(store: Store, now: datetime) -> Outcome[SessionView]:
    """Start a session without a plan.

    Raises:
        UserError: another session is open.
    """
    return start_from(store, FREE, now)


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
    return start_from(store, Source(SourceKind.SESSION, session_id), now)


def start_from(store: Store, source: Source, now: datetime) -> Outcome[SessionView]:
    """Start a session with the exercises of a planned one, an earlier one or a template, or without any.

    Raises:
        UserError: another session is open, or the planned one is done already.
        KeyError: there is none of that number.
    """
    _need_none_open(store)
    with store.transaction():
        found = material(store, source, now.date().toordinal())
        return _start(store, found.title, found.blocks, now, found.planned_id)


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
        body_grams=preferences.read(store, BODY_WEIGHT_GRAMS) or None,
        planned_id=planned_id,
    )
    with store.transaction():
        session_id = store.sessions.insert(session)
        for block in blocks:
            store.blocks.add(session_id, block)
    return Outcome(
        view(store, session_id),
        Changes(sessions=True),
        undo=lambda: _remove_session(store, session_id),
        label=tr("start of {title}", title=title),
    )


def log_set(store: Store, session_id: int, draft: SetDraft, now: datetime) -> Outcome[SetEntry]:
    """Keep one set, done now; one of a session of the past was done nobody knows when.

    Raises:
        UserError: a value is out of range; `field` names it.
        KnownError: it could not be written.
    """
    check_set(draft)
    done_at = now if store.sessions.active_id() == session_id else None
    with store.transaction():
        entry = store.sets.add(session_id, draft, done_at)
    return _kept(store, entry, undo=lambda: _remove_set(store, entry.id))


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
    after = replace(before, draft=draft)
    return _kept(store, after, undo=lambda: change_set(store, set_id, before.draft))


def delete_set(store: Store, set_id: int, now: datetime) -> Outcome[None]:
    """Delete a set; it rests in the bin.

    Raises:
        KeyError: there is none of that id.
    """
    return _remove_set(store, set_id, now)


def _remove_set(store: Store, set_id: int, now: datetime | None = None) -> Outcome[None]:
    """Take a set away; without `now` it was taken back rather than deleted, and does not rest in the bin."""
    entry = store.sets.get(set_id)
    label = _set_label(store, entry)
    if now is not None:
        label = tr("deletion of {title}", title=label)
    with store.transaction():
        binned = keep_set(store, entry, now) if now is not None else None
        store.sets.delete(set_id)
    changes = _set_changes(store, entry.session_id)
    return Outcome(None, changes, undo=lambda: _restore_set(store, entry, binned, now), label=label)


def _restore_set(
    store: Store, entry: SetEntry, binned: BinItem | None, now: datetime | None
) -> Outcome[SetEntry]:
    with store.transaction():
        store.sets.restore(entry)
        take_out(store, binned)
    return _kept(store, entry, undo=lambda: _remove_set(store, entry.id, now))


def _kept(store: Store, entry: SetEntry, undo: Callable[[], Outcome[Any]]) -> Outcome[SetEntry]:
    return Outcome(entry, _set_changes(store, entry.session_id), undo, _set_label(store, entry))


def _set_changes(store: Store, session_id: int) -> Changes:
    """Return what a set touches: of the open session, nothing that was done before it."""
    of_open = store.sessions.active_id() == session_id
    return Changes(sets=True, of_open=of_open, since=store.sessions.day_of(session_id))


def _set_label(store: Store, entry: SetEntry) -> str:
    name = catalog.exercise_of(store, entry.draft.exercise_id).name
    match entry.draft.kind:
        case SetKind.WARMUP:
            return tr("warm-up of {exercise}", exercise=name)
        case SetKind.DROP:
            return tr("drop set of {exercise}", exercise=name)
        case SetKind.REST_PAUSE:
            return tr("rest-pause set of {exercise}", exercise=name)
    return tr("set {n} of {exercise}", n=store.sets.number(entry), exercise=name)


def add_exercise(store: Store, session_id: int, exercise: Exercise) -> Outcome[int]:
    """Add an exercise to an open session and return its block."""
    blocks = store.blocks.of_session(session_id)
    block = max((b.block for b in blocks), default=-1) + 1
    with store.transaction():
        number = catalog.number_of(store, exercise)
        store.blocks.add(session_id, Block(block, number, None))
    return Outcome(
        block,
        Changes(sessions=True, exercises=True),
        undo=lambda: _remove_exercise(store, session_id, block),
        label=tr("adding {exercise}", exercise=exercise.name),
    )


def remove_exercise(store: Store, session_id: int, block: int, now: datetime) -> Outcome[None]:
    """Take an exercise with its sets out of a session; they rest in the bin.

    Raises:
        KeyError: the session has no such block.
    """
    return _remove_exercise(store, session_id, block, now)


def _remove_exercise(store: Store, session_id: int, block: int, now: datetime | None = None) -> Outcome[None]:
    """Take an exercise away; without `now` adding it was taken back, and it does not rest in the bin."""
    found = {b.block: b for b in store.blocks.of_session(session_id)}[block]
    entries = [e for e in store.sets.of_session(session_id) if e.draft.block == block]
    with store.transaction():
        binned = keep_exercise(store, session_id, found, entries, now) if now is not None else None
        for entry in entries:
            store.sets.delete(entry.id)
        store.blocks.delete(session_id, block)
    return Outcome(
        None,
        Changes(sessions=True, sets=bool(entries)),
        undo=lambda: _restore_block(store, found, session_id, entries, binned, now),
        label=tr("taking out {exercise}", exercise=catalog.exercise_of(store, found.exercise_id).name),
    )


def _restore_block(
    store: Store,
    block: Block,
    session_id: int,
    entries: Sequence[SetEntry],
    binned: BinItem | None,
    now: datetime | None,
) -> Outcome[None]:
    with store.transaction():
        store.blocks.add(session_id, block)
        for entry in entries:
            store.sets.restore(entry)
        take_out(store, binned)
    return Outcome(
        None,
        Changes(sessions=True, sets=bool(entries)),
        undo=lambda: _remove_exercise(store, session_id, block.block, now),
        label=catalog.exercise_of(store, block.exercise_id).name,
    )


MAX_NOTE_CHARS = 10_000
LEFT_OPEN_S = 3 * 3600
"""So long after its last set a session is taken to have been left open (our convention)."""


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

    One that was left open for hours ended with its last set: nobody trained on through the night.

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
    entries = store.sets.of_session(session_id)
    if not entries:
        raise UserError(tr("No set is done yet. One set is enough, or discard the session."))
    session = store.sessions.get(session_id)
    end = _end_of(entries, now)
    seconds = max(0, round(end.timestamp() - session.started_at.timestamp()))
    values: dict[str, Any] = {
        "ended_at": end,
        "duration_s": min(seconds, 24 * 3600),
        "state": SessionState.DONE,
        "effort": effort,
        "note": note or session.note,
    }
    if pleasant is not None or activated is not None:
        values |= session_ratings.after_fields(pleasant, activated, now)
    return change_fields(store, session_id, values, tr("finish of {title}", title=session.title))


def _end_of(entries: Sequence[SetEntry], now: datetime) -> datetime:
    """Return when a session that is finished now ended."""
    done = [entry.done_at for entry in entries if entry.done_at is not None]
    last = max(done, default=None)
    left_open = last is not None and now.timestamp() - last.timestamp() > LEFT_OPEN_S
    return last if last is not None and left_open else now


def discard(store: Store, session_id: int, now: datetime) -> Outcome[None]:
    """Take a session away with its sets, open or finished; it rests in the bin.

    Raises:
        KeyError: there is none of that id.
    """
    return _remove_session(store, session_id, now)


def take_back(store: Store, session_id: int) -> Outcome[None]:
    """Take the start or the log of a session back; unlike a discarded one it does not rest in the bin.

    Raises:
        KeyError: there is none of that id.
    """
    return _remove_session(store, session_id)


def _remove_session(store: Store, session_id: int, now: datetime | None = None) -> Outcome[None]:
    """Take a session away; without `now` its start was taken back, and it does not rest in the bin."""
    session = store.sessions.get(session_id)
    key = store.sessions.origin_key(session_id)
    blocks = store.blocks.of_session(session_id)
    entries = store.sets.of_session(session_id)
    with store.transaction():
        binned = keep_session(store, session, blocks, entries, now) if now is not None else None
        store.sessions.delete(session_id)

    def undo() -> Outcome[None]:
        if session.state is SessionState.ACTIVE:
            _need_none_open(store)
        with store.transaction():
            store.sessions.restore(session, key)
            for block in blocks:
                store.blocks.add(session.id, block)
            for entry in entries:
                store.sets.restore(entry)
            take_out(store, binned)
        again = partial(_remove_session, store, session.id, now)
        return Outcome(None, changes, undo=again, label=session.title)

    changes = Changes(sessions=True, sets=bool(entries), program=session.planned_id is not None)
    return Outcome(None, changes, undo=undo, label=tr("discarding of {title}", title=session.title))
