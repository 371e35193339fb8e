"""Events: what happened from one day to another, in the person's words (clinical.md, 1.3 and 5.2).

They are marked on every chart and listed in the report, so that a reader sees what happened when. Nothing is
computed from them: no before and after (clinical.md, 5.2, "no before/after test on them").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nextrep.domain.days import day_short
from nextrep.domain.errors import UserError
from nextrep.domain.text import tr

MOST_TITLE, MOST_DETAIL = 80, 400
MOST_AHEAD_DAYS = 731
"""Two years: a trip or a course of treatment may be planned; anything later is a slip in the year."""
EARLIEST = date(1900, 1, 1).toordinal()


class EventKind(StrEnum):
    """What sort of event it is."""

    MEDICATION_STARTED = "medication_started"
    MEDICATION_CHANGED = "medication_changed"
    MEDICATION_STOPPED = "medication_stopped"
    THERAPY = "therapy"
    LIFE = "life"
    TRAVEL = "travel"
    ILLNESS = "illness"
    OTHER = "other"


MEDICATION = frozenset(
    {EventKind.MEDICATION_STARTED, EventKind.MEDICATION_CHANGED, EventKind.MEDICATION_STOPPED}
)
GOES_ON = frozenset({EventKind.MEDICATION_STARTED, EventKind.MEDICATION_CHANGED, EventKind.ILLNESS})
"""Kinds that go on until the person says otherwise; the others are first taken as one day."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event; days are date ordinals.

    Attributes:
        title: what it was, for example a medicine, as the person writes it; may be "" but for OTHER.
        detail: more about it, for example the dose; may be "".
        last: None while it goes on; the same as `first` for one day.
        in_report: whether it may stand in a report.
    """

    id: int
    kind: EventKind
    title: str
    first: int
    last: int | None
    detail: str = ""
    in_report: bool = True

    def touches(self, first: int, last: int) -> bool:
        """Whether any of its days is among these."""
        return self.first <= last and (self.last is None or self.last >= first)


def kind_title(kind: EventKind) -> str:
    """Return what a kind of event is called."""
    return {
        EventKind.MEDICATION_STARTED: tr("Medication started"),
        EventKind.MEDICATION_CHANGED: tr("Medication changed"),
        EventKind.MEDICATION_STOPPED: tr("Medication stopped"),
        EventKind.THERAPY: tr("Therapy session"),
        EventKind.LIFE: tr("Life event"),
        EventKind.TRAVEL: tr("Travel"),
        EventKind.ILLNESS: tr("Illness"),
        EventKind.OTHER: tr("Something else"),
    }[kind]


def event_words(event: Event) -> str:
    """Return an event in one line without its days, for example "Medication changed: sertraline, 75 mg"."""
    said = ", ".join(" ".join(part.split()) for part in (event.title, event.detail) if part.strip())
    if event.kind is EventKind.OTHER:
        return said or kind_title(event.kind)
    return tr("{kind}: {words}", kind=kind_title(event.kind), words=said) if said else kind_title(event.kind)


def days_words(event: Event, today: int) -> str:
    """Return when it was, for example "3 Nov", "3 Nov to 9 Nov", "since 3 Nov"; with years if need be."""
    first = _day_words(event.first, today)
    if event.last == event.first:
        return first
    if event.last is not None:
        return tr("{first} to {last}", first=first, last=_day_words(event.last, today))
    return tr("since {day}", day=first) if event.first <= today else tr("from {day}", day=first)


def _day_words(day: int, today: int) -> str:
    year = date.fromordinal(day).year
    text = day_short(day)
    return text if year == date.fromordinal(today).year else tr("{date} {year}", date=text, year=year)


def check_event(event: Event, today: int) -> Event:
    """Return the event with its words in order.

    Raises:
        UserError: something is missing, too long or upside down; `field` is "title", "detail", "first" or
            "last".
    """
    title, detail = event.title.strip(), event.detail.strip()
    for name, text, most in (("title", title, MOST_TITLE), ("detail", detail, MOST_DETAIL)):
        if len(text) > most:
            raise UserError(tr("Up to {n} characters fit here.", n=most), field=name)
        if "\0" in text:
            raise UserError(tr("A null character cannot be kept. Please take it out."), field=name)
    if event.kind is EventKind.OTHER and not title:
        raise UserError(tr("Say in a word or two what it was."), field="title")
    _check_days(event, today)
    return Event(event.id, event.kind, title, event.first, event.last, detail, event.in_report)


def _check_days(event: Event, today: int) -> None:
    if event.last is not None and event.last < event.first:
        raise UserError(tr("The last day is before the first one. Please check both."), field="last")
    for name, day in (("first", event.first), ("last", event.last)):
        if day is not None and not EARLIEST <= day <= today + MOST_AHEAD_DAYS:
            raise UserError(
                tr("That is before 1900 or more than two years ahead. Please check the year."), field=name
            )


def sorted_events(events: Iterable[Event]) -> list[Event]:
    """Return events by their first day, oldest first."""
    return sorted(events, key=lambda event: (event.first, event.id))
