"""Events as marks on a time axis: a letter each, so that many of them in a month never run into each other.

The same marks are drawn on the screen, in the picture and on paper; the words stand in a list beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nextrep.domain.events import MEDICATION, Event, days_words, event_words, sorted_events
from nextrep.domain.text import tr, tr_n

NAMED_DAYS = 2
"""How many days of one letter are named; the others can be seen on the axis."""
SHORT_WORDS = 48
"""Characters of an event in a list below a chart: a kind, a medicine and its dose."""
_MOST_RUNS, _MOST_NAMED = 3, 12


@dataclass(frozen=True, slots=True)
class EventMark:
    """One event in a period (days are date ordinals).

    Attributes:
        tag: its letter, "" where it neither begins in the period nor is a band in it. Events of one day with
            the same words share theirs.
        begins: its first day, None where that lies before the period.
        ends: its last day, None where that is no other day, or lies after the period.
        band: first and last day of a light band (a trip, an illness), kept to the period; None for a line at
            each end. A medicine goes on for years: a band of it would only be another background.
        words: what it was.
        days: when it was, in words.
        medication: named first where there is little room.
    """

    tag: str
    begins: int | None
    ends: int | None
    band: tuple[int, int] | None
    words: str
    days: str
    medication: bool = False

    @property
    def place(self) -> int | None:
        """The day at which its letter stands."""
        return self.band[0] if self.begins is None and self.band else self.begins


def event_marks(events: Sequence[Event], first: int, last: int) -> tuple[EventMark, ...]:
    """Return the marks of the events that touch the days `first` to `last`, in the order of their letters."""
    marks: list[EventMark] = []
    letters: dict[str, str] = {}
    for event in sorted_events(events):
        if event.touches(first, last):
            mark = _mark(event, first, last)
            if mark.place is not None:
                # Therapy every week is one letter again and again, not twelve of them.
                same = mark.words if event.first == event.last else f"#{event.id}"
                mark = replace(mark, tag=letters.setdefault(same, letter(len(letters))))
            marks.append(mark)
    return tuple(marks)


def _mark(event: Event, first: int, last: int) -> EventMark:
    end = last + 1 if event.last is None else event.last
    spans = event.kind not in MEDICATION and event.last != event.first
    return EventMark(
        tag="",
        begins=event.first if event.first >= first else None,
        ends=end if event.first < end <= last else None,
        band=(max(event.first, first), min(end, last)) if spans else None,
        words=event_words(event),
        days=days_words(event, last),
        medication=event.kind in MEDICATION,
    )


def letter(index: int) -> str:
    """Return A to Z, then AA, AB and so on."""
    rest, own = divmod(index, 26)
    return (letter(rest - 1) if rest else "") + chr(ord("A") + own)


def mark_text(mark: EventMark) -> str:
    """Return a mark as a line of the list, for example "A · 3 Nov · Medication changed: sertraline"."""
    parts = (mark.tag, mark.days, mark.words)
    return " · ".join(part for part in parts if part)


def legend(marks: Sequence[EventMark]) -> list[EventMark]:
    """Return one mark for each letter, with all days that it stands for: what a list beside a chart says."""
    lines: dict[str, list[EventMark]] = {}
    for index, mark in enumerate(marks):
        lines.setdefault(mark.tag or f"#{index}", []).append(mark)
    return [replace(same[0], days=_all_days([mark.days for mark in same])) for same in lines.values()]


def _all_days(days: Sequence[str]) -> str:
    more = len(days) - NAMED_DAYS
    named = ", ".join(days[:NAMED_DAYS])
    return tr_n("{days} and {n} more", "{days} and {n} more", more, days=named) if more > 0 else named


def mark_line(mark: EventMark) -> str:
    """Return `mark_text` with the words shortened, for a list below a chart."""
    return mark_text(replace(mark, words=shortened(mark.words)))


def shortened(words: str, most: int = SHORT_WORDS) -> str:
    """Return words cut behind a whole word, with an ellipsis, where there are more than `most` characters."""
    if len(words) <= most:
        return words
    head, _space, _rest = words[:most].rpartition(" ")
    return (head or words[: most - 1]).rstrip(" ,;:") + "…"


def said_on(marks: Sequence[EventMark], day: int) -> list[str]:
    """Return what events say on a day: those that begin or end there."""
    said = [mark.words for mark in marks if mark.begins == day]
    return said + [tr("{event} ends", event=mark.words) for mark in marks if mark.ends == day]


def said_by_day(marks: Sequence[EventMark]) -> dict[int, str]:
    """Return what events say on each day on which one of them begins or ends."""
    return {day: "; ".join(said_on(marks, day)) for day in lines_of(marks)}


def lines_of(marks: Sequence[EventMark]) -> list[int]:
    """Return the days with a line: where an event begins, and where it ends later."""
    days = {day for mark in marks for day in (mark.begins, mark.ends)}
    return sorted(day for day in days if day is not None)


def bands_of(marks: Sequence[EventMark]) -> list[tuple[int, int]]:
    """Return the first and last days of the bands."""
    return [mark.band for mark in marks if mark.band]


@dataclass(frozen=True, slots=True)
class Flag:
    """A letter, or the first and last of several that have no room each, with its middle on the axis."""

    text: str
    middle: float


def flags(
    places: Sequence[tuple[str, float]], width: float, gap: float, ends: tuple[float, float]
) -> list[Flag]:
    """Put letters at their places; those that would touch share one flag, for example "A C–E".

    Args:
        places: letter and place on the axis, in ascending order of places.
        width: of one letter.
        gap: least room between two flags.
        ends: where the axis begins and ends; no flag goes beyond.
    """
    groups: list[_Group] = []
    for tag, place in places:
        group = _Group({_index(tag)}, place, place)
        if groups and place - groups[-1].last < gap:  # the same place for the eye: many of years of therapy
            group = groups.pop().joined(group)
        groups.append(group)
    found: list[tuple[_Group, Flag]] = []
    for group in groups:
        found.append((group, group.flag(width, ends)))
        while len(found) > 1 and _touch(found[-2][1], found[-1][1], width, gap):
            joined = found[-2][0].joined(found[-1][0])
            found[-2:] = [(joined, joined.flag(width, ends))]
    return [flag for _group, flag in found]


@dataclass(frozen=True, slots=True)
class _Group:
    """Letters (0 for A) that share one flag, with the first and last of their places."""

    letters: set[int]
    first: float
    last: float

    def joined(self, later: _Group) -> _Group:
        return _Group(self.letters | later.letters, self.first, later.last)

    def flag(self, width: float, ends: tuple[float, float]) -> Flag:
        text = self._text()
        half = width * len(text) / 2
        return Flag(text, max(ends[0] + half, min((self.first + self.last) / 2, ends[1] - half)))

    def _text(self) -> str:
        """Return letters that follow each other as first and last, in at most three parts."""
        ends = [min(self.letters), max(self.letters)]
        if len(self.letters) > _MOST_NAMED:
            return _run(ends)
        runs: list[list[int]] = []
        for place in sorted(self.letters):
            if runs and place == runs[-1][-1] + 1:
                runs[-1].append(place)
            else:
                runs.append([place])
        return " ".join(map(_run, runs)) if len(runs) <= _MOST_RUNS else _run(ends)


def _touch(one: Flag, other: Flag, width: float, gap: float) -> bool:
    return other.middle - one.middle < width * (len(one.text) + len(other.text)) / 2 + gap


def _run(places: Sequence[int]) -> str:
    first, last = letter(places[0]), letter(places[-1])
    return first if first == last else tr("{first}–{last}", first=first, last=last)


def _index(tag: str) -> int:
    found = 0
    for sign in tag:
        found = 26 * found + ord(sign) - ord("A") + 1
    return found - 1
