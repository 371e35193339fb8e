"""Records in words: what a set was the best at, and the set itself with its load and reps."""

from __future__ import annotations

from nextrep.domain.e1rm import Formula, formula_title
from nextrep.domain.figures import number
from nextrep.domain.records import Record, RecordKind, VolumeRecord
from nextrep.domain.strength import SetFact
from nextrep.domain.text import tr, tr_n
from nextrep.domain.units import Load, Unit


def record_title(record: Record, unit: Unit) -> str:
    """Return what a set was the best at, for example "Most reps at 16 kg"."""
    grams = record.fact.grams or 0
    if record.kind is RecordKind.REPS_AT_LOAD:
        return tr("Most reps at {load}", load=load_text(grams, unit))
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


def record_line(name: str, record: Record, unit: Unit) -> tuple[str, str]:
    """Return a record for a chip and the words beside it: "Heaviest set", "Goblet squat 18 kg × 10"."""
    return record_title(record, unit), tr(
        "{exercise} {done}", exercise=name, done=done_text(record.fact, unit)
    )


def estimate_words(grams: float, unit: Unit, formula: Formula, *, of_body: bool = False) -> str:
    """Return an estimated maximum with its formula, for example "1RM about 21.3 kg (Epley)".

    Where the body is lifted too (`of_body`) it is what could be added to it, below 0 the help still needed.
    """
    load = tr("{n} {unit}", n=number(abs(float(Load(round(grams), unit).value()))), unit=unit)
    title = formula_title(formula)
    if grams < 0:
        return tr("1RM with about {load} of help ({formula})", load=load, formula=title)
    if of_body:
        return tr("1RM about {load} on top of the body ({formula})", load=load, formula=title)
    return tr("1RM about {load} ({formula})", load=load, formula=title)


def volume_line(record: VolumeRecord, unit: Unit) -> tuple[str, str]:
    """Return a record of a session in volume for a chip and the words beside it, in whole units."""
    now, before = (f"{round(Load(grams, unit).value()):,}" for grams in (record.grams, record.before))
    words = tr("{now} {unit} with these exercises, {before} {unit} before", now=now, before=before, unit=unit)
    return tr("Most volume"), words


def load_text(grams: int, unit: Unit) -> str:
    """Return a load other than 0, for example "18 kg" or "20 kg of help"."""
    load = Load(abs(grams), unit).text()
    return tr("{load} of help", load=load) if grams < 0 else load


def done_text(fact: SetFact, unit: Unit) -> str:
    """Return what was done in a set, for example "18 kg × 10", "12 reps", "20 kg of help × 8" or "45 s"."""
    grams = fact.grams or 0
    if fact.reps is not None:
        amount = str(fact.reps) if grams else tr_n("{n} rep", "{n} reps", fact.reps)
    elif fact.distance_m is not None:
        amount = tr("{n} m", n=fact.distance_m)
    else:
        amount = tr("{n} s", n=fact.seconds or 0)
    if not grams:
        return amount
    return tr("{load} × {amount}", load=load_text(grams, unit), amount=amount)


def record_text(record: Record, unit: Unit) -> str:
    """Return a record with its set, for example "Heaviest set: 18 kg × 10"."""
    return tr("{title}: {set}", title=record_title(record, unit), set=done_text(record.fact, unit))
