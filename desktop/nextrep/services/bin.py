"""The bin: what is deleted of the log rests there for 30 days and can be put back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from nextrep.domain.bin import BinItem, BinKind, Kept, over
from nextrep.domain.bin import days_left as days_left  # noqa: PLC0414 - screens take it from here
from nextrep.domain.changes import Outcome
from nextrep.domain.training import Block, Session, SetEntry
from nextrep.services import catalog
from nextrep.services.bin_restoring import restore as restore  # noqa: PLC0414
from nextrep.storage.store import Store


def keep_set(store: Store, entry: SetEntry, now: datetime) -> BinItem:
    """Put a set into the bin, before it is deleted (in the same transaction)."""
    session = store.sessions.get(entry.session_id)
    blocks = [block for block in store.blocks.of_session(session.id) if block.block == entry.draft.block]
    return _keep(store, BinKind.SET, session, blocks, [entry], now)


def keep_exercise(
    store: Store, session_id: int, block: Block, entries: Sequence[SetEntry], now: datetime
) -> BinItem | None:
    """Put an exercise of a session into the bin, before it is deleted (in the same transaction).

    One without sets and words is not kept: there is nothing to lose, and undo brings it back.
    """
    if not entries and not block.note:
        return None
    return _keep(store, BinKind.EXERCISE, store.sessions.get(session_id), [block], entries, now)


def keep_session(
    store: Store, session: Session, blocks: Sequence[Block], entries: Sequence[SetEntry], now: datetime
) -> BinItem | None:
    """Put a session into the bin, before it is deleted (in the same transaction).

    One without sets, ratings and words is not kept, unless a part of it is in the bin and needs it.
    """
    before = (session.pleasant_before, session.activated_before)
    after = (session.pleasant_after, session.activated_after, session.effort)
    said = session.note or any(answer is not None for answer in (*before, *after))
    parts = any(store.bin.holds(kind, session.id) for kind in (BinKind.SET, BinKind.EXERCISE))
    if not entries and not said and not parts:
        return None
    return _keep(store, BinKind.SESSION, session, blocks, entries, now)


def _keep(
    store: Store,
    kind: BinKind,
    session: Session,
    blocks: Sequence[Block],
    entries: Sequence[SetEntry],
    now: datetime,
) -> BinItem:
    numbers = {one.exercise_id for one in blocks} | {entry.draft.exercise_id for entry in entries}
    exercises = {number: catalog.exercise_of(store, number) for number in sorted(numbers)}
    title = session.title if kind is BinKind.SESSION else exercises[blocks[0].exercise_id].name
    key = store.sessions.origin_key(session.id)
    kept = Kept(
        replace(session, rest_end_at=None, rest_total_s=None), key, tuple(blocks), tuple(entries), exercises
    )
    item = BinItem(0, kind, title, session.day, now.astimezone(UTC), kept)
    return replace(item, id=store.bin.insert(item))


def take_out(store: Store, item: BinItem | None) -> None:
    """Take out of the bin what is no longer deleted (in a transaction); None and what is gone are fine."""
    if item is not None:
        store.bin.delete(item.id)


def items(store: Store) -> list[BinItem]:
    """Return everything in the bin, what was deleted last first."""
    return store.bin.all()


def count(store: Store) -> int:
    """Return how many things are in the bin."""
    return store.bin.count()


def purge(store: Store, now: datetime) -> int:
    """Delete for good what has rested in the bin for 30 days; return how much that was."""
    gone = store.bin.count_before(over(now))
    if gone:
        with store.transaction():
            store.bin.delete_before(over(now))
    return gone


def delete_for_good(store: Store, item_id: int) -> Outcome[None]:
    """Delete one thing for good; this cannot be taken back."""
    with store.transaction():
        store.bin.delete(item_id)
    return Outcome(None)


def empty(store: Store) -> Outcome[None]:
    """Delete everything in the bin for good; this cannot be taken back."""
    with store.transaction():
        store.bin.clear()
    return Outcome(None)
