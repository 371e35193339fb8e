"""What one set says about strength: its load as work, its estimated maximum, its volume."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from nextrep.domain.e1rm import Formula, added_e1rm, e1rm
from nextrep.domain.exercises import Measure
from nextrep.domain.training import SetKind


@dataclass(frozen=True, slots=True)
class SetFact:
    """What strength figures need to know of one set.

    Attributes:
        day: local date ordinal of its session.
        grams: load in grams; None or 0 for bodyweight, negative for help.
        reps: repetitions done; None for a timed set.
        seconds: length of a timed set; distance_m: metres.
        rir_tenths: reps in reserve times ten, None when not rated.
        band: the person's name of the band, "" for none.
        body_grams: body weight on that day, None where it is not known.
    """

    day: int
    session_id: int
    grams: int | None
    reps: int | None
    seconds: int | None = None
    rir_tenths: int | None = None
    set_id: int = 0
    kind: SetKind = SetKind.WORKING
    distance_m: int | None = None
    band: str = ""
    body_grams: int | None = None

    @property
    def counts(self) -> bool:
        """Whether something was done that counts: no warm-up, no attempt that did not go up."""
        if self.kind is SetKind.WARMUP:
            return False
        if self.reps is not None:
            return self.reps > 0
        return bool(self.seconds or self.distance_m)


@dataclass(frozen=True, slots=True)
class Yardstick:
    """How the sets of one exercise are measured: by what it is, and by the formula that the person chose."""

    measure: Measure = Measure.LOADED
    formula: Formula = Formula.EPLEY

    def grams(self, fact: SetFact) -> int:
        """Return the load in grams, 0 for none, below 0 for help.

        Of an assisted exercise every load is help: other programs write it without a minus sign.
        """
        grams = fact.grams or 0
        return -abs(grams) if self.measure is Measure.ASSISTED else grams

    def signed(self, fact: SetFact) -> SetFact:
        """Return a set with its help below 0, however it was written."""
        helped = self.measure is Measure.ASSISTED and (fact.grams or 0) > 0
        return replace(fact, grams=self.grams(fact)) if helped else fact

    def estimate(self, fact: SetFact) -> float | None:
        """Return the e1RM in grams that a set speaks for; of the body, what could be added to it.

        None where none can be given (see e1rm.e1rm): for warm-ups, for drop and rest-pause sets, which begin
        tired, and with a band, whose pull is not known. After a rep that failed nothing was in reserve.
        """
        if fact.reps is None or fact.band or fact.kind is SetKind.WARMUP or fact.kind.follows_on:
            return None
        rir = None if fact.kind is SetKind.FAILURE else fact.rir_tenths
        if self.measure.of_body:
            return added_e1rm(self.grams(fact), fact.reps, rir, self.formula, body_grams=fact.body_grams)
        return e1rm(self.grams(fact), fact.reps, rir, self.formula)

    def volume(self, fact: SetFact) -> int:
        """Return load × reps in grams; 0 for what the body lifts itself, for help and for timed sets."""
        return 0 if self.measure.of_body else volume_grams(fact.grams, fact.reps)


PLAIN = Yardstick()


def volume_grams(grams: int | None, reps: int | None) -> int:
    """Return load × reps in grams; 0 for bodyweight, help and timed sets.

    The load is counted as it was written down: a pair of dumbbells is not doubled, nor are two sides.
    """
    return max(grams or 0, 0) * (reps or 0)


def best_e1rm_by_day(facts: Iterable[SetFact], yardstick: Yardstick = PLAIN) -> dict[int, float]:
    """Return the highest e1RM in grams of each day that has one, by date ordinal."""
    best: dict[int, float] = {}
    for fact in facts:
        estimate = yardstick.estimate(fact)
        if estimate is not None and (fact.day not in best or estimate > best[fact.day]):
            best[fact.day] = estimate
    return best
