"""Events as marks on a time axis: a letter each, so that many of them in a month never run into each other.

The same marks are drawn on the screen, in the picture and on paper; the words stand in a list beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nextrep.domain.events import MEDICATION, Event, days_words, event_words, sorted_events
from nextrep.domain.text import tr


@dataclass(frozen=True, slots=True)
class EventMark:
    """One event in a period (days are date ordinals).

    Attributes:
        tag: its letter, "" where it neither begins in the period nor is a band in it.
        first, last: its days; `last` is None while it goes on.
        band: drawn as a light band over its days (a trip, an illness), else as a line at each end. A medicine
            goes on for years: a band of it would only be another background.
        words: what it was.
        days: when it was, in words.
    """

    tag: str
    first: int
    last: int | None
    band: bool
    words: str
    days: str

    @property
    def several_days(self) -> bool:
        """Whether it has an end on another day than its first."""
        return self.last is not None and self.last > self.first


def event_marks(events: Sequence[Event], first: int, last: int) -> tuple[EventMark, ...]:
    """Return the marks of the events that touch the days `first` to `last`, in the order of their letters."""
    marks = []
    count = 0
    for event in sorted_events(events):
        if not event.touches(first, last):
            continue
        band = event.kind not in MEDICATION and event.last != event.first
        tag = ""
        if event.first >= first or band:
            tag = letter(count)
            count += 1
        words, days = event_words(event), days_words(event, last)
        marks.append(EventMark(tag, event.first, event.last, band, words, days))
    return tuple(marks)


def letter(index: int) -> str:
    """Return A to Z, then AA, AB and so on."""
    rest, own = divmod(index, 26)
    return (letter(rest - 1) if rest else "") + chr(ord("A") + own)


def mark_text(mark: EventMark) -> str:
    """Return a mark as a line of the list, for example "A · 3 Nov · Medication changed: sertraline"."""
    parts = (mark.tag, mark.days, mark.words)
    return " · ".join(part for part in parts if part)


def said_on(marks: Sequence[EventMark], day: int) -> list[str]:
    """Return what events say on a day: those that begin or end there."""
    said = [mark.words for mark in marks if mark.first == day]
    said += [tr("{event} ends", event=mark.words) for mark in marks if mark.last == day > mark.first]
    return said


def lines_of(marks: Sequence[EventMark], first: int, last: int) -> list[int]:
    """Return the days of the period with a line: where an event begins, and where it ends later."""
    days = {mark.first for mark in marks}
    days |= {mark.last for mark in marks if mark.last is not None}
    return sorted(day for day in days if first <= day <= last)


def bands_of(marks: Sequence[EventMark], first: int, last: int) -> list[tuple[int, int]]:
    """Return the first and last days of the bands, kept to the period."""
    spans = ((mark.first, last if mark.last is None else mark.last) for mark in marks if mark.band)
    return [(max(start, first), min(end, last)) for start, end in spans if end >= first and start <= last]


@dataclass(frozen=True, slots=True)
class Flag:
    """A letter, or the first and last of several that have no room each, with its middle on the axis."""

    text: str
    middle: float


def flags(places: Sequence[tuple[str, float]], width: float, gap: float) -> list[Flag]:
    """Put letters at their places; those that would touch share one flag, for example "B–D".

    Args:
        places: letter and place on the axis, in ascending order of places.
        width: of one letter; a shared flag is three times as wide.
        gap: least room between two flags.
    """
    groups: list[list[tuple[str, float]]] = []
    for tag, place in places:
        groups.append([(tag, place)])
        while len(groups) > 1 and _right(groups[-2], width) + gap > _left(groups[-1], width):
            last = groups.pop()
            groups[-1] += last
    return [Flag(_shared(group), _middle(group)) for group in groups]


def _shared(group: list[tuple[str, float]]) -> str:
    tags = [tag for tag, _place in group]
    return tags[0] if len(tags) == 1 else tr("{first}–{last}", first=tags[0], last=tags[-1])


def _middle(group: list[tuple[str, float]]) -> float:
    return (group[0][1] + group[-1][1]) / 2


def _half(group: list[tuple[str, float]], width: float) -> float:
    letters = sum(len(tag) for tag in {group[0][0], group[-1][0]}) + (len(group) > 1)
    return width * letters / 2


def _left(group: list[tuple[str, float]], width: float) -> float:
    return _middle(group) - _half(group, width)


def _right(group: list[tuple[str, float]], width: float) -> float:
    return _middle(group) + _half(group, width)
