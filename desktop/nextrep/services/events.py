"""Events: what happened from one day to another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.event_marks import EventMark, event_marks
from nextrep.domain.events import Event, check_event, event_words
from nextrep.domain.text import tr
from nextrep.storage.store import Store


def all_events(store: Store) -> list[Event]:
    """Return all events, the newest first."""
    return store.events.all()


def of_day(store: Store, day: int) -> list[Event]:
    """Return the events that a day (date ordinal) is part of, oldest first."""
    return store.events.between(day, day)


def get(store: Store, number: int) -> Event:
    """Return an event.

    Raises:
        KeyError: there is none of that id.
    """
    return store.events.get(number)


def marks(store: Store, first: int, last: int, *, for_report: bool = False) -> tuple[EventMark, ...]:
    """Return the events of a period as the charts show them; with `for_report` those that may go into one."""
    found = store.events.between(first, last)
    return event_marks([one for one in found if one.in_report or not for_report], first, last)


def save(store: Store, event: Event, now: datetime) -> Outcome[Event]:
    """Keep an event: a new one where its id is 0, else in the place of the one with its id.

    Raises:
        UserError: something is missing, too long or upside down; `field` names it.
        KeyError: there is none of that id.
    """
    checked = check_event(event, now.date().toordinal())
    return _update(store, checked) if checked.id else _insert(store, checked)


def end_today(store: Store, number: int, now: datetime) -> Outcome[Event]:
    """Let today be the last day of an event that goes on.

    Raises:
        UserError: it has not begun.
        KeyError: there is none of that id.
    """
    event, today = store.events.get(number), now.date().toordinal()
    if event.first > today:
        raise UserError(tr("It has not begun yet. Its days can be changed with “Edit”."), field="last")
    return _update(store, replace(event, last=today))


def delete(store: Store, number: int) -> Outcome[None]:
    """Take an event away; it can be undone.

    Raises:
        KeyError: there is none of that id.
    """
    event = store.events.get(number)
    with store.transaction():
        store.events.delete(number)
    return Outcome(
        None,
        Changes(events=True),
        undo=lambda: _insert(store, event),
        label=tr("removal of “{event}”", event=event_words(event)),
    )


def _insert(store: Store, event: Event) -> Outcome[Event]:
    with store.transaction():
        kept = replace(event, id=store.events.insert(event))

    def undo() -> Outcome[None]:
        taken = delete(store, kept.id)
        return replace(taken, label=event_words(kept))

    return Outcome(kept, Changes(events=True), undo=undo, label=event_words(kept))


def _update(store: Store, event: Event) -> Outcome[Event]:
    before = store.events.get(event.id)
    if before == event:
        return Outcome(event)
    with store.transaction():
        store.events.update(event)
    return Outcome(event, Changes(events=True), undo=lambda: _update(store, before), label=event_words(event))


def export_rows(store: Store) -> list[dict[str, Any]]:
    """Return all events as plain data, oldest first."""
    return [
        {
            "kind": str(event.kind),
            "title": event.title,
            "detail": event.detail,
            "first_day": date.fromordinal(event.first).isoformat(),
            "last_day": None if event.last is None else date.fromordinal(event.last).isoformat(),
            "may_go_into_report": event.in_report,
        }
        for event in reversed(store.events.all())
    ]
