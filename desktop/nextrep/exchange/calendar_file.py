"""A plan as an iCalendar file (RFC 5545) that calendar programs import (docs/program-file.md).

Times are floating (RFC 5545, 3.3.5, form 1): a session at 18:00 is at 18:00 wherever its person is, also
after the clocks change. Each session keeps its UID for good, so that importing again moves it and never
doubles it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from nextrep.domain.program import MINUTES_A_DAY

if TYPE_CHECKING:
    # It takes 6 MB, so it comes with the first calendar that is written.
    from icalendar import Event

SUFFIX = ".ics"
_PRODUCT = "-//NextRep//Training plan//EN"
_FIRST_REVISION = datetime(2020, 1, 1, tzinfo=UTC)
_SHORTEST_MINUTES = 5


class EntryState(StrEnum):
    """What a calendar program is told of an entry (the STATUS of RFC 5545)."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One session of a plan.

    Attributes:
        uid: a name that no other entry of any calendar has.
        day: date ordinal; minute: of the day, None for an entry of the whole day.
        minutes: how long it takes.
        text: further lines, or "".
    """

    uid: str
    day: int
    minute: int | None
    minutes: int
    title: str
    text: str = ""
    state: EntryState = EntryState.CONFIRMED


def calendar_bytes(entries: Iterable[CalendarEntry], title: str, now: datetime) -> bytes:
    """Return the file.

    Args:
        entries: the sessions.
        title: the name that a calendar program may give the whole.
        now: the time it is, aware. A file that was made later counts as newer, whichever entry changed.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    for entry in entries:
        calendar.add_component(_event(entry, now.astimezone(UTC).replace(microsecond=0)))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, now: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now)
    event.add("last-modified", now)
    # Calendar programs take an entry that is there already only if its number is higher.
    event.add("sequence", max(0, (now - _FIRST_REVISION) // timedelta(minutes=1)))
    day = date.fromordinal(entry.day)
    if entry.minute is None:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        start = datetime.combine(day, time(entry.minute // 60, entry.minute % 60))
        event.add("dtstart", start)
        event.add("dtend", start + timedelta(minutes=_length(entry.minutes)))
        event.add("transp", "OPAQUE")
    event.add("summary", entry.title)
    if entry.text:
        event.add("description", entry.text)
    event.add("status", str(entry.state))
    # Whoever shares a calendar with others shows them only that there is something.
    event.add("class", "PRIVATE")
    return event


def _length(minutes: int) -> int:
    """Round a length up to 5 minutes, from 5 minutes to a day."""
    rounded = -(-minutes // _SHORTEST_MINUTES) * _SHORTEST_MINUTES
    return max(_SHORTEST_MINUTES, min(rounded, MINUTES_A_DAY))
