"""Estimated one-repetition maximum, volume and records, always computed from the log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

MAX_REPS_FOR_E1RM = 12
"""Above 12 reps the published formulas disagree by double digits, so no estimate is given
(the same limit as openGym; see docs/method.md)."""


@dataclass(frozen=True, slots=True)
class SetFact:
    """What strength figures need to know of one working set.

    Attributes:
        day: local date ordinal of its session.
        grams: load in grams; None or 0 for bodyweight, negative for help.
        reps: repetitions done.
        seconds: length of a timed set.
        rir_tenths: reps in reserve times ten, None when not rated.
    """

    day: int
    session_id: int
    grams: int | None
    reps: int | None
    seconds: int | None = None
    rir_tenths: int | None = None
    set_id: int = 0


def e1rm(grams: int, reps: int, rir_tenths: int | None = None) -> float | None:
    """Estimate the one-repetition maximum in grams.

    Epley (1985): load × (1 + r / 30) with r = reps + reps in reserve; one rep with nothing in
    reserve is the maximum itself. Reps in reserve count only when they were rated.

    Args:
        grams: load in grams, above 0.
        reps: repetitions done, 1 or more.
        rir_tenths: reps in reserve times ten (0-100), None when not rated.

    Returns:
        Grams, or None without load, without reps, or above 12 reps (see MAX_REPS_FOR_E1RM).
    """
    if grams <= 0 or reps < 1:
        return None
    effective = reps + (rir_tenths or 0) / 10
    if effective > MAX_REPS_FOR_E1RM:
        return None
    if effective <= 1:
        return float(grams)
    return grams * (1 + effective / 30)


def volume_grams(grams: int | None, reps: int | None) -> int:
    """Return load × reps in grams; 0 for bodyweight, help and timed sets."""
    return max(grams or 0, 0) * (reps or 0)


def best_e1rm_by_day(facts: Iterable[SetFact]) -> dict[int, float]:
    """Return the highest e1RM in grams of each day that has one, by date ordinal."""
    best: dict[int, float] = {}
    for fact in facts:
        if fact.grams is None or fact.reps is None:
            continue
        estimate = e1rm(fact.grams, fact.reps, fact.rir_tenths)
        if estimate is not None and estimate > best.get(fact.day, 0.0):
            best[fact.day] = estimate
    return best


class RecordKind(StrEnum):
    """What a set was the best at."""

    LOAD = "load"
    E1RM = "e1rm"
    REPS = "reps"
    REPS_AT_LOAD = "reps at load"
    SECONDS = "seconds"


@dataclass(frozen=True, slots=True)
class Record:
    """A set that beat all earlier ones of its exercise. The first exposure is a baseline, not a record."""

    kind: RecordKind
    fact: SetFact


def records(facts: Iterable[SetFact]) -> Iterator[Record]:
    """Yield the records of one exercise in time order; `facts` must be in time order.

    The first session is a baseline. A tie is no record, and one set yields at most one record, the
    most telling: heaviest load, then e1RM, then reps at a load, then reps without load, then time.
    Less help on an assisted exercise is a heavier load (negative grams).
    """
    first_session: int | None = None
    top_load: int | None = None
    top_e1rm = 0.0
    top_bare_reps = 0
    top_seconds = 0
    reps_at: dict[int, int] = {}
    for fact in facts:
        first_session = fact.session_id if first_session is None else first_session
        grams = fact.grams or 0
        reps = fact.reps or 0
        estimate = e1rm(grams, reps, fact.rir_tenths) or 0.0
        kind: RecordKind | None = None
        if reps > 0 and grams != 0 and top_load is not None and grams > top_load:
            kind = RecordKind.LOAD
        elif estimate > top_e1rm > 0:
            kind = RecordKind.E1RM
        elif reps > 0 and grams != 0 and reps > reps_at.get(grams, reps):
            kind = RecordKind.REPS_AT_LOAD
        elif grams == 0 and reps > top_bare_reps > 0:
            kind = RecordKind.REPS
        elif fact.reps is None and (fact.seconds or 0) > top_seconds > 0:
            kind = RecordKind.SECONDS
        if reps > 0:
            if grams != 0:
                top_load = grams if top_load is None else max(top_load, grams)
                reps_at[grams] = max(reps_at.get(grams, 0), reps)
            else:
                top_bare_reps = max(top_bare_reps, reps)
        top_e1rm = max(top_e1rm, estimate)
        if fact.reps is None:
            top_seconds = max(top_seconds, fact.seconds or 0)
        if kind is not None and fact.session_id != first_session:
            yield Record(kind, fact)


def kilograms(grams: float) -> Decimal:
    """Return grams as kilograms with one decimal, for charts and tables."""
    return (Decimal(str(grams)) / 1000).quantize(Decimal("0.1"))
