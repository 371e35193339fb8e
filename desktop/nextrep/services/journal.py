"""The journal: check-ins, nights and writing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.day_values import Moment
from nextrep.domain.days import same_day_before
from nextrep.domain.errors import UserError
from nextrep.domain.journal import CheckIn, Entry, Rating, check_entry
from nextrep.domain.measures import check_values
from nextrep.domain.sleep import Night
from nextrep.domain.sleep_check import check_night
from nextrep.domain.text import tr
from nextrep.services import measures
from nextrep.storage.store import Store


@dataclass(frozen=True, slots=True)
class DayView:
    """Everything written about one day (date ordinal).

    Attributes:
        checkin: the day as a whole.
        moments: its moments, earliest first.
        questions: what is asked about it.
    """

    day: int
    checkin: CheckIn | None
    moments: tuple[Moment, ...]
    questions: measures.DayQuestions
    night: Night | None
    entries: tuple[Entry, ...]
    trained: bool


def day_view(store: Store, day: int) -> DayView:
    """Return what there is of a day."""
    return DayView(
        day,
        store.checkins.get(day),
        tuple(store.moments.of_day(day)),
        measures.of_day(store, day),
        store.nights.get(day),
        tuple(store.entries.of_day(day)),
        bool(store.sessions.days(day, day)),
    )


def entries_of(store: Store, day: int) -> tuple[Entry, ...]:
    """Return the entries of a day, oldest first."""
    return tuple(store.entries.of_day(day))


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


def check_in(store: Store, day: int, values: Mapping[str, int], now: datetime) -> Outcome[CheckIn]:
    """Keep how a day was as a whole, replacing earlier answers.

    Args:
        values: tenths of the unit by key of the measure (0-100 for a `Rating`); absent stays missing.

    Raises:
        UserError: a value is out of range, or the day is still to come.
    """
    _check_day(day, now)
    return _put_check_in(store, CheckIn(day, check_values(values, measures.known(store))), now)


def _put_check_in(store: Store, checkin: CheckIn, at: datetime) -> Outcome[CheckIn]:
    before = store.checkins.get(checkin.day) or CheckIn(checkin.day)
    before_at = store.checkins.recorded_at(checkin.day) or at
    with store.transaction():
        store.checkins.put(checkin, at)
    return Outcome(
        checkin,
        Changes(checkins=True, since=checkin.day),
        undo=lambda: _put_check_in(store, before, before_at),
        label=tr("check-in"),
    )


def rate(store: Store, day: int, given: Mapping[str, int | None], now: datetime) -> Outcome[CheckIn]:
    """Change what is given of the day as a whole (None takes it away) and leave the rest as it is.

    Raises:
        UserError: a value is out of range, or the day is still to come.
    """
    before = store.checkins.get(day)
    merged = {**(before.values if before else {}), **given}
    return check_in(store, day, {name: value for name, value in merged.items() if value is not None}, now)


def _check_day(day: int, now: datetime) -> None:
    if day > now.date().toordinal():
        raise UserError(tr("That day is still to come."), field="day")


def save_night(store: Store, night: Night) -> Outcome[Night]:
    """Keep a night, in part or whole, replacing an earlier one of the same morning.

    Raises:
        UserError: it cannot be; see `sleep_check.check_night`.
    """
    return _put_night(store, check_night(night))


def _put_night(store: Store, night: Night) -> Outcome[Night]:
    """Keep a night that was checked, or was there before (older versions checked less)."""
    before = store.nights.get(night.day)
    with store.transaction():
        store.nights.put(night)

    def undo() -> Outcome[Night] | Outcome[None]:
        return _put_night(store, before) if before else delete_night(store, night.day)

    return Outcome(night, Changes(nights=True), undo=undo, label=tr("night"))


def delete_night(store: Store, day: int) -> Outcome[None]:
    """Take the night of a morning away."""
    before = store.nights.get(day)
    with store.transaction():
        store.nights.delete(day)
    undo = (lambda: _put_night(store, before)) if before else None
    return Outcome(None, Changes(nights=True), undo=undo, label=tr("night"))


def put_night(store: Store, day: int, night: Night | None, now: datetime) -> Outcome[bool]:
    """Keep the night that ended on `day`, or take it away; returns whether there is one now.

    Args:
        night: None, or one in which nothing is said, takes it away.

    Raises:
        UserError: it cannot be, or the day is still to come.
    """
    _check_day(day, now)
    kept = night is not None and not night.blank
    outcome = save_night(store, night) if night is not None and kept else delete_night(store, day)
    return Outcome(kept, outcome.changes, outcome.undo, outcome.label)


def keep(
    store: Store, day: int, entry_id: int | None, text: str, now: datetime, *, step: bool
) -> Outcome[int]:
    """Keep what stands in the editor, while it is being written.

    Args:
        entry_id: the entry that is edited, None for a new one.
        text: blank deletes the entry, which can always be undone.
        step: whether this is one undo step; the person's further typing in the same entry is none, and
            undoing the first one takes all of it back.

    Returns:
        The id of the entry, 0 when there is none any more.

    Raises:
        UserError: it is too long, or the day is still to come.
        KeyError: there is none of that id.
    """
    if not text.strip():
        if entry_id is None:
            return Outcome(0)
        gone = delete_entry(store, entry_id)
        return Outcome(0, gone.changes, gone.undo, gone.label)
    kept = write(store, day, text, now) if entry_id is None else rewrite(store, entry_id, text, now)
    return Outcome(kept.value.id, kept.changes, kept.undo if step else None, kept.label)


def write(store: Store, day: int, text: str, now: datetime) -> Outcome[Entry]:
    """Keep a new entry.

    Raises:
        UserError: it is too long, or the day is still to come.
    """
    _check_day(day, now)
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
    return _update(
        store,
        replace(before, text=check_entry(text), written_at=now),
        # Read again when undone: the text may have grown since without a step of its own.
        undo=lambda: rewrite(store, entry_id, before.text, before.written_at),
    )


def mark_for_report(store: Store, entry_id: int, *, in_report: bool) -> Outcome[Entry]:
    """Say whether an entry may go into a report; private is the default.

    Raises:
        KeyError: there is none of that id.
    """
    before = store.entries.get(entry_id)
    return _update(
        store,
        replace(before, in_report=in_report),
        undo=lambda: mark_for_report(store, entry_id, in_report=before.in_report),
    )


def star(store: Store, entry_id: int, *, starred: bool) -> Outcome[Entry]:
    """Give an entry a star, or take it away: starred words stand among the small wins of their time.

    Raises:
        KeyError: there is none of that id.
    """
    before = store.entries.get(entry_id)
    return _update(
        store,
        replace(before, starred=starred),
        undo=lambda: star(store, entry_id, starred=before.starred),
    )


def _update(store: Store, after: Entry, undo: Callable[[], Outcome[Entry]]) -> Outcome[Entry]:
    with store.transaction():
        store.entries.update(after)
    return Outcome(after, Changes(entries=True), undo=undo, label=tr("journal entry"))


def delete_entry(store: Store, entry_id: int) -> Outcome[None]:
    """Delete an entry; it can be undone.

    Raises:
        KeyError: there is none of that id.
    """
    entry = store.entries.get(entry_id)
    with store.transaction():
        store.entries.delete(entry_id)
    return Outcome(
        None,
        Changes(entries=True),
        undo=lambda: _restore(store, entry),
        label=tr("removal of a journal entry"),
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


YEARS_BACK = 60


def on_this_day(store: Store, day: int) -> list[int]:
    """Return the days with writing that have the date of `day` in an earlier year, the newest first."""
    return store.entries.days_among(same_day_before(day, YEARS_BACK))


def entry_count(store: Store) -> int:
    """Return the number of entries."""
    return store.entries.count()
