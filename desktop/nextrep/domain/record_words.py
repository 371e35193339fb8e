"""Records in words: what a set was the best at, and the set itself with its load and reps."""

from __future__ import annotations

from nextrep.domain.records import Record, RecordKind
from nextrep.domain.strength import SetFact
from nextrep.domain.text import tr
from nextrep.domain.units import Load, Unit


def record_title(record: Record, unit: Unit) -> str:
    """Return what a set was the best at, for example "Most reps at 16 kg"."""
    grams = record.fact.grams or 0
    if record.kind is RecordKind.REPS_AT_LOAD:
        load = Load(abs(grams), unit).text()
        helped = tr("Most reps with {load} of help", load=load)
        return helped if grams < 0 else tr("Most reps at {load}", load=load)
    if record.kind is RecordKind.HELP and grams == 0:
        return tr("Without help")
    return {
        RecordKind.LOAD: tr("Heaviest set"),
        RecordKind.HELP: tr("Least help"),
        RecordKind.REPS: tr("Most reps"),
        RecordKind.E1RM: tr("Best set"),
        RecordKind.SECONDS: tr("Longest hold"),
        RecordKind.SET_VOLUME: tr("Most weight × reps in a set"),
    }[record.kind]


def done_text(fact: SetFact, unit: Unit) -> str:
    """Return what was done in a set, for example "18 kg × 10", "12 reps", "20 kg of help × 8" or "45 s"."""
    grams = fact.grams or 0
    if fact.reps is not None:
        amount = str(fact.reps) if grams else tr("{n} reps", n=fact.reps) if fact.reps != 1 else tr("1 rep")
    elif fact.distance_m is not None:
        amount = tr("{n} m", n=fact.distance_m)
    else:
        amount = tr("{n} s", n=fact.seconds or 0)
    if not grams:
        return amount
    load = Load(abs(grams), unit).text()
    if grams < 0:
        load = tr("{load} of help", load=load)
    return tr("{load} × {amount}", load=load, amount=amount)


def record_text(record: Record, unit: Unit) -> str:
    """Return a record with its set, for example "Heaviest set: 18 kg × 10"."""
    return tr("{title}: {set}", title=record_title(record, unit), set=done_text(record.fact, unit))
