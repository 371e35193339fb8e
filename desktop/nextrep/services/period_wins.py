"""What went well in a period: sessions, bests, small ones on low days, nights, and words with a star."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nextrep.domain.entry_search import shown_line
from nextrep.domain.record_words import record_line
from nextrep.domain.records import Record, RecordKind, records
from nextrep.services import preferences, trends, wins
from nextrep.services.records import unit_of
from nextrep.storage.store import Store

GOOD_NIGHT = 7
"""A night of this quality (0-10) or better is named as one that was rated well: our convention."""
MOST_BESTS = 8
_TELLING = tuple(kind for kind in RecordKind if kind is not RecordKind.SET_VOLUME)
"""A figure for the finish page, but hardly something that one feels."""


@dataclass(frozen=True, slots=True)
class PeriodWins:
    """What went well; each part can be empty, and nothing is said about that.

    Attributes:
        sessions: done; kept: how many of those that were planned.
        bests: day, a short word and what was lifted: the latest best of each exercise, newest first.
        small: days (date ordinals) that were low, on which a small session was done.
        nights: how many were rated `GOOD_NIGHT` or better.
        words: day, id and first line of the entries with a star.
    """

    sessions: int
    kept: int
    bests: tuple[tuple[int, str, str], ...]
    small: tuple[int, ...]
    nights: int
    words: tuple[tuple[int, int, str], ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to name."""
        return not (self.sessions or self.nights or self.words)


def read(store: Store, first: int, last: int, check: Callable[[], None] = lambda: None) -> PeriodWins:
    """Return what went well from `first` to `last` (date ordinals, both included).

    Args:
        store: where it is.
        first: date ordinal.
        last: date ordinal.
        check: called between steps; may raise to stop.
    """
    nights = store.nights.between(first, last)
    return PeriodWins(
        sessions=len(store.sessions.days(first, last)),
        kept=trends.kept(store, first, last),
        bests=_bests(store, first, last, check),
        small=_small(store, first, last, check),
        nights=sum(night.quality is not None and night.quality >= GOOD_NIGHT for night in nights),
        words=tuple(
            (entry.day, entry.id, shown_line(entry.text)[0]) for entry in store.entries.starred(first, last)
        ),
    )


def _bests(
    store: Store, first: int, last: int, check: Callable[[], None]
) -> tuple[tuple[int, str, str], ...]:
    usual = preferences.unit(store)
    found: list[tuple[int, str, str]] = []
    for choice in trends.strength_choices(store, first, last):
        check()
        exercise = choice.exercise
        latest: Record | None = None
        facts = store.sets.facts(choice.exercise_id)
        for record in records(facts, preferences.yardstick(store, exercise.measure)):
            if first <= record.fact.day <= last and record.kind in _TELLING:
                latest = record
        if latest is not None:
            chip, words = record_line(exercise.name, latest, unit_of(store, exercise, usual))
            found.append((latest.fact.day, chip, words))
    return tuple(sorted(found, reverse=True)[:MOST_BESTS])


def _small(store: Store, first: int, last: int, check: Callable[[], None]) -> tuple[int, ...]:
    days = []
    for session in store.sessions.done(first, last):
        check()
        if wins.is_low_day(store, session) and wins.is_small(store, session):
            days.append(session.day)
    return tuple(dict.fromkeys(days))
