"""The journal: check-ins, nights and writing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.journal import CheckIn, Entry, Night, Rating, check_entry, check_night, check_ratings
from nextrep.domain.text import tr
from nextrep.storage.store import Store


@dataclass(frozen=True, slots=True)
class DayView:
    """Everything written about one day (date ordinal)."""

    day: int
    checkin: CheckIn | None
    night: Night | None
    entries: tuple[Entry, ...]
    trained: bool


def day_view(store: Store, day: int) -> DayView:
    """Return what there is of a day."""
    return DayView(
        day,
        store.checkins.get(day),
        store.nights.get(day),
        tuple(store.entries.of_day(day)),
        bool(store.sessions.days(day, day)),
    )


@dataclass(frozen=True, slots=True)
class MonthView:
    """What the calendar shows: mood 0-100 by day, days trained, days with writing."""

    mood: dict[int, int]
    trained: frozenset[int]
    written: frozenset[int]


def month_view(store: Store, first: int, last: int) -> MonthView:
    """Return the calendar marks of the days `first` to `last`."""
    return MonthView(
        dict(store.checkins.points(Rating.MOOD, first, last)),
        frozenset(store.sessions.days(first, last)),
        frozenset(store.entries.days(first, last)),
    )


def check_in(store: Store, day: int, values: dict[Rating, int], now: datetime) -> Outcome[CheckIn]:
    """Keep the ratings of a day (0-100 by rating; absent stays missing), replacing earlier ones.

    Raises:
        UserError: a value is out of range.
    """
    check_ratings(values)
    before = store.checkins.get(day)
    checkin = CheckIn(day, dict(values))
    with store.transaction():
        store.checkins.put(checkin, now)
    return Outcome(
        checkin,
        Changes(checkins=True),
        undo=lambda: check_in(store, day, before.values if before else {}, now),
        label=tr("check-in"),
    )


def save_night(store: Store, night: Night) -> Outcome[Night]:
    """Keep a night, replacing an earlier one of the same morning.

    Raises:
        UserError: its times make no sense.
    """
    check_night(night)
    before = store.nights.get(night.day)
    with store.transaction():
        store.nights.put(night)

    def undo() -> Outcome[Night] | Outcome[None]:
        return save_night(store, before) if before else delete_night(store, night.day)

    return Outcome(night, Changes(nights=True), undo=undo, label=tr("night"))


def delete_night(store: Store, day: int) -> Outcome[None]:
    """Take the night of a morning away."""
    before = store.nights.get(day)
    with store.transaction():
        store.nights.delete(day)
    undo = (lambda: save_night(store, before)) if before else None
    return Outcome(None, Changes(nights=True), undo=undo, label=tr("night"))


def write(store: Store, day: int, text: str, now: datetime) -> Outcome[Entry]:
    """Keep a new entry.

    Raises:
        UserError: it is too long.
    """
    entry = Entry(0, day, now, check_entry(text))
    with store.transaction():
        entry = replace(entry, id=store.entries.insert(entry))
    return Outcome(
        entry,
        Changes(entries=True),
        undo=lambda: delete_entry(store, entry.id),
        label=tr("journal entry"),
    )


def rewrite(store: Store, entry_id: int, text: str, now: datetime) -> Outcome[Entry]:
    """Change the text of an entry.

    Raises:
        UserError: it is too long.
        KeyError: there is none of that id.
    """
    before = store.entries.get(entry_id)
    return _update(store, before, replace(before, text=check_entry(text), written_at=now))


def mark_for_report(store: Store, entry_id: int, *, in_report: bool) -> Outcome[Entry]:
    """Say whether an entry may go into a report; private is the default.

    Raises:
        KeyError: there is none of that id.
    """
    before = store.entries.get(entry_id)
    return _update(store, before, replace(before, in_report=in_report))


def _update(store: Store, before: Entry, after: Entry) -> Outcome[Entry]:
    with store.transaction():
        store.entries.update(after)
    return Outcome(
        after,
        Changes(entries=True),
        undo=lambda: _update(store, after, before),
        label=tr("journal entry"),
    )


def delete_entry(store: Store, entry_id: int) -> Outcome[None]:
    """Delete an entry; it can be undone.

    Raises:
        KeyError: there is none of that id.
    """
    entry = store.entries.get(entry_id)
    with store.transaction():
        store.entries.delete(entry_id)
    return Outcome(
        None, Changes(entries=True), undo=lambda: _restore(store, entry), label=tr("journal entry")
    )


def _restore(store: Store, entry: Entry) -> Outcome[Entry]:
    with store.transaction():
        store.entries.restore(entry)
    return Outcome(
        entry,
        Changes(entries=True),
        undo=lambda: delete_entry(store, entry.id),
        label=tr("journal entry"),
    )


def latest_entries(store: Store, limit: int, containing: str = "") -> list[tuple[Entry, int | None]]:
    """Return the newest entries, each with the mood (0-100) of its day."""
    entries = store.entries.latest(limit, containing.strip())
    if not entries:
        return []
    days = [entry.day for entry in entries]
    mood = dict(store.checkins.points(Rating.MOOD, min(days), max(days)))
    return [(entry, mood.get(entry.day)) for entry in entries]


def entry_count(store: Store) -> int:
    """Return the number of entries."""
    return store.entries.count()
