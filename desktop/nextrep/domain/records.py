"""Records: what a set of an exercise was the best at, always computed from the log.

The first session of an exercise is a baseline and sets none. A tie is none, so the same set done again is not
counted again. Loads are compared in grams, whichever unit they were typed in; seconds are never compared with
reps. What counts is what was done: warm-ups never do, of a set whose last rep failed the reps before it do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby

from nextrep.domain.exercises import Measure
from nextrep.domain.strength import PLAIN, SetFact, Yardstick


class RecordKind(StrEnum):
    """What a set was the best at, the most telling first.

    LOAD: the heaviest that was lifted, or held.
    HELP: the least help, down to none; more help is less work and never a record.
    REPS: the most reps without a load.
    E1RM: the highest estimated maximum; drop and rest-pause sets have none.
    REPS_AT_LOAD: the most reps at exactly this load (and band), which was lifted before.
    SECONDS: the longest hold at exactly this load (and band). A set with a distance is no hold.
    SET_VOLUME: the most load × reps in one set.
    """

    LOAD = "load"
    HELP = "least help"
    REPS = "reps"
    E1RM = "e1rm"
    REPS_AT_LOAD = "reps at load"
    SECONDS = "seconds"
    SET_VOLUME = "set volume"


@dataclass(frozen=True, slots=True)
class Record:
    """A set that beat all earlier ones of its exercise in something.

    Attributes:
        kind: the most telling of what it was the best at; `also` is the rest.
        fact: the set; its help is below 0, however it was written.
    """

    kind: RecordKind
    fact: SetFact
    also: tuple[RecordKind, ...] = ()

    @property
    def kinds(self) -> tuple[RecordKind, ...]:
        """All that it was the best at, the most telling first."""
        return (self.kind, *self.also)


Setup = tuple[int, str]
"""A load in grams (0 for none) and a band: reps and seconds are compared where both are the same."""


@dataclass(slots=True)
class Bests:
    """The best of one exercise by some point of the log. The order of the sets before it does not matter.

    Attributes:
        seen: whether a whole session with the exercise lies before.
        level: the heaviest load in grams, help below 0; None where none is known.
        reps, seconds: the most with each setup; `estimate` and `volume` the most of all, in whole grams.
    """

    seen: bool = False
    level: int | None = None
    reps: dict[Setup, int] = field(default_factory=dict)
    seconds: dict[Setup, int] = field(default_factory=dict)
    estimate: int | None = None
    volume: int = 0

    def copy(self) -> Bests:
        """Return one that goes on by itself."""
        return replace(self, reps=dict(self.reps), seconds=dict(self.seconds))

    def take(self, fact: SetFact, yardstick: Yardstick) -> tuple[RecordKind, ...]:
        """Count a set in; return what it is the best at, compared with what was counted before.

        Where there was nothing to compare with, it is a baseline.
        """
        if not fact.counts:
            return ()
        found = {
            self._take_level(_level(fact, yardstick)),
            self._take_estimate(yardstick.estimate(fact)),
            self._take_amount(fact, (yardstick.grams(fact), fact.band)),
            self._take_volume(yardstick.volume(fact)),
        }
        return tuple(kind for kind in RecordKind if kind in found)

    def _take_level(self, level: int | None) -> RecordKind | None:
        before = self.level
        if level is None or (before is not None and level <= before):
            return None
        self.level = level
        if before is None:
            return None
        return RecordKind.LOAD if level > 0 else RecordKind.HELP

    def _take_estimate(self, estimate: float | None) -> RecordKind | None:
        grams = None if estimate is None else round(estimate)
        before = self.estimate
        if grams is None or (before is not None and grams <= before):
            return None
        self.estimate = grams
        return None if before is None else RecordKind.E1RM

    def _take_amount(self, fact: SetFact, setup: Setup) -> RecordKind | None:
        if fact.reps is None and (fact.distance_m is not None or not fact.seconds):
            return None
        amount, known = (fact.reps, self.reps) if fact.reps is not None else (fact.seconds or 0, self.seconds)
        before = known.get(setup)
        if before is not None and amount <= before:
            return None
        known[setup] = amount
        if before is None:
            return None
        if fact.reps is None:
            return RecordKind.SECONDS
        return RecordKind.REPS_AT_LOAD if setup[0] else RecordKind.REPS

    def _take_volume(self, volume: int) -> RecordKind | None:
        before = self.volume
        if volume <= before:
            return None
        self.volume = volume
        return RecordKind.SET_VOLUME if before else None


def _level(fact: SetFact, yardstick: Yardstick) -> int | None:
    """Return the load by which a set can be heavier than another; None where it is not known.

    The body alone is a load of 0 where the exercise lifts the body: the first kilogram added is heavier. Of
    an assisted exercise nothing written down is not no help, and the pull of a band is not known.
    """
    if fact.band:
        return None
    grams = yardstick.grams(fact)
    if grams:
        return grams
    if yardstick.measure is Measure.BODYWEIGHT or (yardstick.measure.of_body and fact.grams is not None):
        return 0
    return None


def records(facts: Iterable[SetFact], yardstick: Yardstick = PLAIN) -> Iterator[Record]:
    """Yield the records of one exercise in time order; `facts` must be in time order."""
    bests = Bests()
    for _session, sets in groupby(facts, key=lambda fact: fact.session_id):
        yield from session_records(bests, sets, yardstick)


def session_records(bests: Bests, facts: Iterable[SetFact], yardstick: Yardstick = PLAIN) -> list[Record]:
    """Return the records of one session over the `bests` before it, which then hold the session too.

    One set sets at most one record, with all that it was the best at.
    """
    found: list[Record] = []
    counted = False
    for fact in facts:
        kinds = bests.take(fact, yardstick)
        counted = counted or fact.counts
        if kinds and bests.seen:
            found.append(Record(kinds[0], yardstick.signed(fact), kinds[1:]))
    bests.seen = bests.seen or counted
    return found


@dataclass(frozen=True, slots=True)
class VolumeRecord:
    """A session of more volume than any before it of the same exercises, in grams; `before` was the most."""

    grams: int
    before: int


def volume_record(grams: int, before: int | None) -> VolumeRecord | None:
    """Return the record of a session over the earlier ones of the same exercises; None if it is none.

    Two sessions are compared where they have exactly the same exercises, in whatever order and under whatever
    title: titles are often those that a program gave by itself. The first one is a baseline, a tie is none.

    Args:
        grams: volume of the session.
        before: the most volume of the earlier ones, None or 0 where there was none.
    """
    return VolumeRecord(grams, before) if before and grams > before else None
