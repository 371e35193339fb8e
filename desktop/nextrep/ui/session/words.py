"""What the Session screen says: counts, plans, loads, records and feelings in words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from nextrep.domain.exercises import Exercise
from nextrep.domain.figures import signed
from nextrep.domain.prescription import PlannedKind
from nextrep.domain.progression import SuggestedSet
from nextrep.domain.record_words import record_title
from nextrep.domain.records import Record
from nextrep.domain.text import tr, tr_n
from nextrep.domain.training import EffortScale, Session, SetDraft, SetKind, Target
from nextrep.domain.units import Load, Unit
from nextrep.services.session import BlockView
from nextrep.ui.session.columns import Column, as_shown

if TYPE_CHECKING:
    from nextrep.ui.session.set_sheet import SetSheet


def sets_words(count: int) -> str:
    """Return for example "4 sets"."""
    return tr_n("{n} set", "{n} sets", count)


def count_words(block: BlockView) -> str:
    """Return how much of an exercise is done, for example "1 of 3 sets"."""
    if block.skipped and not block.working_sets:
        return tr("left out today")
    if block.target is None and not block.last:
        return sets_words(block.working_sets)
    done = tr_n("{done} of {n} set", "{done} of {n} sets", block.goal, done=block.working_sets)
    return tr("{done} · superset {letter}", done=done, letter=block.superset) if block.superset else done


def volume_words(grams: int, unit: Unit) -> str:
    """Return a volume in whole units, for example "1,482 kg"."""
    whole = round(Load(grams, unit).value(unit))
    return f"{whole:,} {unit}"


def clock_words(seconds: int) -> str:
    """Return seconds as for example "1:12"."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def minutes_between(start: datetime, end: datetime) -> int:
    """Return whole minutes from one instant to another, at least 0."""
    return max(0, int(end.timestamp() - start.timestamp()) // 60)


def plan_words(sheet: SetSheet, index: int) -> str:
    """Return what is planned for a row, for example "16 kg × 6–10"; a dash where nothing is."""
    asked, target = sheet.asked(index), sheet.block.target
    if target is None or asked is None:
        return tr("–")
    amount = amount_words(asked, target)
    if asked.load is None or not amount:
        return amount or tr("–")
    load = as_shown(asked.load, help_is_plain=sheet.helps)
    return tr("{load} × {amount}", load=load.text(sheet.unit), amount=amount)


def amount_words(asked: SuggestedSet, target: Target) -> str:
    """Return how much is planned for a set: "8–12", "5+" (as many as possible), "30 s" or "40 m"."""
    metres = target.details.distance_m
    if asked.seconds is not None:
        return tr("{n} s", n=asked.seconds)
    if asked.reps is None:
        return tr("{n} m", n=metres) if metres is not None else ""
    if asked.kind is PlannedKind.AMRAP:
        return tr("{reps}+", reps=asked.reps)
    if asked.kind is PlannedKind.WORKING and asked.reps_high == target.reps_high is not None:
        return target.reps_text()  # the plan's range; how many to aim for stands in the field
    if asked.reps_high is None or asked.reps_high <= asked.reps:
        return str(asked.reps)
    return tr("{low}–{high}", low=asked.reps, high=asked.reps_high)


def last_words(sheet: SetSheet, index: int) -> str:
    """Return what was done in the same set of the last time, for example "16 × 9"."""
    number = sheet.rows.number(index)
    last = [draft for draft in sheet.block.last if not draft.kind.follows_on]
    if not 1 <= number <= len(last):
        return tr("–")
    return done_words(last[number - 1], sheet.unit, help_is_plain=sheet.helps)


def done_words(draft: SetDraft, unit: Unit, *, help_is_plain: bool = False) -> str:
    """Return what was done in a set, for example "16 × 9", "12", "red × 12", "30 s" or "40 m".

    Help counts below 0, but is a plain number where the whole column says that it is help.
    """
    amount = amount_done(draft)
    if draft.band:
        return tr("{load} × {amount}", load=draft.band, amount=amount)
    if draft.load is None or draft.load.grams == 0:
        return amount
    load = as_shown(draft.load, help_is_plain=help_is_plain)
    return tr("{load} × {amount}", load=load.text(unit, with_unit=False), amount=amount)


def amount_done(draft: SetDraft) -> str:
    """Return how much was done: reps (of both sides where they differ), time or distance."""
    if draft.reps_left is not None:
        return f"{draft.reps_left}/{draft.reps_right}"
    if draft.reps is not None:
        return str(draft.reps)
    if draft.distance_m is not None:
        return tr("{n} m", n=draft.distance_m)
    return tr("{n} s", n=draft.seconds)


def row_name(sheet: SetSheet, index: int) -> str:
    """Return "Warm-up", the number of the working set, or what it is besides."""
    kind, number = sheet.rows[index].kind, sheet.rows.number(index)
    if kind is SetKind.FAILURE:
        return tr("{n}, failed rep", n=number)
    if kind is SetKind.AMRAP:
        return tr("{n}, most reps", n=number)
    return str(number) if number else kind_words(kind)


def row_title(sheet: SetSheet, index: int) -> str:
    """Return "Warm-up" or for example "Set 2"."""
    number = sheet.rows.number(index)
    return tr("Set {n}", n=number) if number else kind_words(sheet.rows[index].kind)


def swap_refusal() -> str:
    """Return why an exercise cannot be swapped any more."""
    return tr("Sets of this exercise are done. Add the other exercise instead.")


def kind_words(kind: SetKind) -> str:
    """Return what a set is for."""
    return {
        SetKind.WORKING: tr("Working set"),
        SetKind.WARMUP: tr("Warm-up"),
        SetKind.DROP: tr("Drop set"),
        SetKind.FAILURE: tr("Failed rep"),
        SetKind.AMRAP: tr("Most reps"),
        SetKind.REST_PAUSE: tr("Rest-pause"),
    }[kind]


def column_title(column: Column, unit: Unit, scale: EffortScale | None, *, helps: bool = False) -> str:
    """Return the heading of a column; where the load `helps`, more of it is easier."""
    effort = tr("RPE") if scale is EffortScale.RPE else tr("Reps left")
    load = tr("Help, {unit}", unit=unit) if helps else tr("Weight, {unit}", unit=unit)
    return {
        Column.LOAD: load,
        Column.BAND: tr("Band"),
        Column.REPS: tr("Reps"),
        Column.SECONDS: tr("Seconds"),
        Column.DISTANCE: tr("Metres"),
        Column.EFFORT: effort,
        Column.FOCUS: tr("Focus"),
    }[column]


def column_tip(column: Column, scale: EffortScale | None) -> str:
    """Return what a column asks for, "" where its heading says it."""
    if column is Column.FOCUS:
        return tr("How well you could keep your mind on the muscle, 0 to 10. You can leave it empty.")
    if column is Column.BAND:
        return tr("+ and − change the band. Its names are yours to choose, in Settings.")
    if column is not Column.EFFORT:
        return ""
    if scale is EffortScale.RPE:
        return tr("Rating of perceived exertion, 1 to 10: 10 is nothing left, 8 is two reps left.")
    return tr("How many more reps you could have done (RIR). 2 left is about RPE 8.")


def load_words(load: Load | None, unit: Unit) -> str:
    """Return a load as on the card, for example "16 kg" or "20 kg of help"."""
    if load is None or load.grams == 0:
        return tr("No extra weight")
    if load.grams < 0:
        return tr("{load} of help", load=Load(-load.grams, load.unit).text(unit))
    return load.text(unit)


def equipment_words(exercise: Exercise) -> str:
    """Return what an exercise needs, for example "dumbbell, bench"."""
    return ", ".join(tr(str(item)) for item in exercise.equipment)


def record_words(record: Record, unit: Unit) -> str:
    """Return a record as on its chip."""
    return record_title(record, unit)


def before_words(session: Session) -> str:
    """Return how the person felt before, "" where nothing was rated."""
    parts = []
    if session.pleasant_before is not None:
        parts.append(tr("Pleasant {value}", value=signed(session.pleasant_before)))
    if session.activated_before is not None:
        parts.append(tr("Activated {value} of 6", value=session.activated_before))
    return " · ".join(parts)
