"""The past: logging a session of another day, and correcting what a finished one says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.feelings import check_effort
from nextrep.domain.session_template import check_title
from nextrep.domain.session_times import (
    check_day,
    check_minute,
    check_minutes,
    check_start,
    end_of,
    minutes_of,
    start_of,
)
from nextrep.domain.text import tr
from nextrep.domain.training import Session, SessionState
from nextrep.services import session
from nextrep.services.session import MAX_NOTE_CHARS, SessionView
from nextrep.services.session_fields import change_fields
from nextrep.services.session_source import Source, material
from nextrep.storage.store import Store


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """What a finished session says about itself.

    Attributes:
        day: date ordinal of its start; `minute` of that day (0-1439), both in the zone it was begun in.
        minutes: how long it was, 0-1440, None where that is not known.
        effort: session RPE 0-10 (Foster 2001), None where not rated.
    """

    title: str
    day: int
    minute: int
    minutes: int | None
    note: str = ""
    effort: int | None = None


def facts_of(one: Session) -> SessionFacts:
    """Return what a session says about itself, as it is shown and typed."""
    start = one.started_at
    minute = start.hour * 60 + start.minute
    return SessionFacts(one.title, one.day, minute, minutes_of(one.duration_s), one.note, one.effort)


def log_past(
    store: Store,
    source: Source,
    day: int,
    minute: int,
    minutes: int | None,
    now: datetime,
    *,
    title: str = "",
) -> Outcome[SessionView]:
    """Log a session of another day, or of earlier today; its sets are added to it afterwards.

    It is finished at once, so that a session that is open stays as it is. A planned session is done with it.

    Args:
        store: the profile.
        source: where its exercises come from.
        day: date ordinal of its start, `minute` of that day (0-1439), in the zone of `now`.
        minutes: how long it was, None where that is not known.
        now: the time it is.
        title: its name; that of the source if "".

    Raises:
        UserError: the day or the time is still to come, a value is out of range (`field` names it), or the
            planned session is done already.
        KeyError: there is none of that number.
    """
    name = check_title(title) if title.strip() else ""
    start = _checked_start(day, minute, minutes, now)
    with store.transaction():
        found = material(store, source, day)
        number = store.sessions.insert(
            Session(
                id=0,
                title=name or found.title,
                started_at=start,
                ended_at=end_of(start, minutes * 60) if minutes is not None else None,
                day=day,
                state=SessionState.DONE,
                planned_id=found.planned_id,
                duration_s=minutes * 60 if minutes is not None else None,
            )
        )
        for block in found.blocks:
            store.blocks.add(number, block)
    return Outcome(
        session.view(store, number),
        Changes(sessions=True, exercises=True, program=found.planned_id is not None),
        undo=lambda: session.take_back(store, number),
        label=tr("log of {title}", title=name or found.title),
    )


def _checked_start(day: int, minute: int, minutes: int | None, now: datetime) -> datetime:
    check_day(day, now)
    check_minute(minute)
    check_minutes(minutes)
    start = start_of(day, minute, now.tzinfo)
    check_start(start, now)
    if minutes is not None and end_of(start, minutes * 60) > now:
        raise UserError(tr("A session of the past has ended already: fewer minutes."), field="minutes")
    return start


def change_session(store: Store, session_id: int, facts: SessionFacts, now: datetime) -> Outcome[Session]:
    """Correct what a finished session says about itself; its sets and their order stay as they are.

    What is as it was is not touched, so a start keeps its seconds while its minute stays.

    Raises:
        UserError: it is still open, or a value is out of range: the name has 1 to 120 characters, the day and
            the time are not still to come, and it took 0 to 1440 minutes; `field` names it.
        KeyError: there is no such session.
    """
    before = store.sessions.get(session_id)
    if before.state is not SessionState.DONE:
        raise UserError(tr("This session is open. Finish it first."))
    known = facts_of(before)
    values: dict[str, Any] = {}
    if facts.title != known.title:
        values["title"] = check_title(facts.title)
    if facts.note != known.note:
        values["note"] = _checked_note(facts.note)
    if facts.effort != known.effort:
        check_effort(facts.effort)
        values["effort"] = facts.effort
    values |= _times(before, known, facts, now)
    if all(getattr(before, name) == value for name, value in values.items()):
        return Outcome(before)
    label = tr("change of {title}", title=values.get("title", before.title))
    return change_fields(store, session_id, values, label)


def _checked_note(note: str) -> str:
    if len(note) > MAX_NOTE_CHARS:
        raise UserError(tr("A note goes up to {n} characters.", n=MAX_NOTE_CHARS), field="note")
    return note.strip()


def _times(before: Session, known: SessionFacts, facts: SessionFacts, now: datetime) -> dict[str, Any]:
    """Return the fields of start and length that are to change."""
    moved = (facts.day, facts.minute) != (known.day, known.minute)
    longer = facts.minutes != known.minutes
    if not moved and not longer:
        return {}
    values: dict[str, Any] = {}
    start, seconds = before.started_at, before.duration_s
    if moved:
        check_day(facts.day, now.astimezone(start.tzinfo))
        check_minute(facts.minute)
        start = start_of(facts.day, facts.minute, start.tzinfo)
        check_start(start, now)
        values |= {"started_at": start, "day": facts.day}
    if longer:
        check_minutes(facts.minutes)
        seconds = facts.minutes * 60 if facts.minutes is not None else None
        values["duration_s"] = seconds
    values["ended_at"] = end_of(start, seconds) if seconds is not None else None
    return values


def drop_if_empty(store: Store, session_id: int, now: datetime) -> Outcome[bool]:
    """Take a finished session away that was left without any set; return whether it was.

    One with ratings or words rests in the bin; all else there is nothing to keep of.
    """
    try:
        found = store.sessions.get(session_id)
    except KeyError:
        return Outcome(False)
    if found.state is not SessionState.DONE or store.sets.of_session(session_id):
        return Outcome(False)
    gone = session.discard(store, session_id, now)
    label = tr("discarding of {title}", title=found.title)
    return Outcome(True, gone.changes, undo=gone.undo, label=label)


def drop_left_empty(store: Store, now: datetime) -> int:
    """Take away, at the start, what a crash left of sessions of another day without any set; how many."""
    found = store.sessions.empty()
    for session_id in found:
        session.discard(store, session_id, now)
    return len(found)
