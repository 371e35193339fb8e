"""What a planned exercise asks for, in the few words that fit on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from nextrep.domain.exercises import Equipment, Exercise, Measure
from nextrep.domain.prescription import LoadPlan, LoadRule, PlannedKind, PlannedSet, ProgressionRule
from nextrep.domain.text import tr, tr_n
from nextrep.domain.training import SetDraft, Target
from nextrep.domain.units import Load, plain
from nextrep.reports.log_sheet.content import Box, Measured, SheetExercise
from nextrep.services import preferences
from nextrep.settings.table import EFFORT_SCALE
from nextrep.storage.store import Store

MOST_LAST_SETS = 6
"""Sets of the last time that are named."""

_LIFTED = frozenset(
    {
        Equipment.BACKPACK,
        Equipment.DUMBBELL,
        Equipment.KETTLEBELL,
        Equipment.BARBELL,
        Equipment.EZ_BAR,
        Equipment.TRAP_BAR,
        Equipment.MEDICINE_BALL,
        Equipment.CABLE,
        Equipment.MACHINE,
        Equipment.SMITH_MACHINE,
        Equipment.SLED,
    }
)
"""Equipment whose load is worth a place in the box, for exercises that are timed."""


class SheetWords:
    """Puts the exercises of one profile's program into words."""

    def __init__(self, store: Store, *, with_loads: bool) -> None:
        """Make it; `with_loads` also tells the loads of the plan and those of the last time."""
        self._store = store
        self._with_loads = with_loads
        self._rpe = preferences.read(store, EFFORT_SCALE) == "rpe"
        self._last: dict[int, str] = {}

    def exercises(self, rows: Sequence[tuple[Exercise, Target]]) -> tuple[SheetExercise, ...]:
        """Return the exercises of a session in order."""
        marks = superset_marks([target.details.superset for _exercise, target in rows])
        return tuple(
            self._exercise(exercise, target, mark)
            for (exercise, target), mark in zip(rows, marks, strict=True)
        )

    def _exercise(self, exercise: Exercise, target: Target, mark: str) -> SheetExercise:
        details = target.details
        sets = sets_of(target)
        warm_ups = [one for one in details.rows if one.kind is PlannedKind.WARMUP]
        asked = (self._dose(exercise, target), self._effort(target), self._load(details.load))
        return SheetExercise(
            key=exercise.key,
            name=exercise.name,
            asked=tuple(part for part in asked if part),
            sets=tuple(set_words(one) for one in sets) if details.rows else ("",) * len(sets),
            box=box_of(exercise, target),
            rest=rest_words(target.rest_s),
            warm_ups=tuple(set_words(one, warm_up=True) for one in warm_ups) or ("",) * details.warm_up,
            superset=mark,
            last=self._last_time(target.exercise_id) if self._with_loads else "",
            cue=details.cue or exercise.cue,
            note=details.note,
        )

    def _dose(self, exercise: Exercise, target: Target) -> str:
        progression = target.details.progression
        bare = target.reps_low is None and target.seconds is None and target.details.distance_m is None
        if target.details.rows or bare:
            dose = tr_n("{n} set", "{n} sets", len(sets_of(target)))
        elif progression.rule is ProgressionRule.TOTAL and progression.total:
            dose = tr("{n} reps in all, in {sets} sets or more", n=progression.total, sets=target.sets)
        elif progression.rule is ProgressionRule.WAVE and progression.wave:
            dose = tr("in waves: {waves}", waves=tr(" | ").join(_wave(one) for one in progression.wave))
        else:
            dose = target.text()
        return tr("{dose} each side", dose=dose) if exercise.unilateral else dose

    def _effort(self, target: Target) -> str:
        """Return for example "2–3 reps left" or "RPE 7–8", "" where nothing is asked."""
        found = [rir for rir in (target.rir_low, target.rir_high) if rir is not None]
        if not found or target.reps_low is None:
            return ""
        low, high = min(found), max(found)
        if self._rpe:
            return tr("RPE {n}", n=_span(10 - high, 10 - low))
        return tr("1 rep left") if high == 1 == low else tr("{n} reps left", n=_span(low, high))

    def _load(self, plan: LoadPlan) -> str:
        share = tr("{n} %", n=percent(plan.percent)) if plan.percent is not None else ""
        load = plan.load.text() if plan.load is not None and self._with_loads else ""
        if plan.rule is LoadRule.LAST:
            return tr("{share} of the last load", share=share) if plan.lighter else ""
        if plan.rule is LoadRule.PERCENT_E1RM:
            return tr("{share} of the estimated 1RM", share=share) if share else ""
        if plan.rule is LoadRule.PERCENT_TM:
            of = tr("{share} of the training max", share=share) if share else ""
            return tr("{of} ({load})", of=of, load=load) if of and load else of
        if plan.rule is LoadRule.BAND:
            return tr("band: {name}", name=plan.band) if plan.band else tr("band")
        if plan.rule is LoadRule.BODYWEIGHT and plan.load is not None and load:
            help_ = Load(-plan.load.grams, plan.load.unit).text()
            return (
                tr("with {load} of help", load=help_) if plan.load.grams < 0 else tr("plus {load}", load=load)
            )
        return load if plan.rule is LoadRule.FIXED else ""

    def _last_time(self, exercise_id: int) -> str:
        if exercise_id not in self._last:
            found = self._store.sets.last_time(exercise_id, 0)
            self._last[exercise_id] = last_words(found[1]) if found else ""
        return self._last[exercise_id]


def sets_of(target: Target) -> tuple[PlannedSet, ...]:
    """Return the sets to do one by one, warm-ups left out; at least one."""
    rows = tuple(one for one in target.details.rows if one.kind is not PlannedKind.WARMUP)
    progression = target.details.progression
    if not target.details.rows and progression.rule is ProgressionRule.WAVE and progression.wave:
        rows = max(progression.wave, key=len)
    one = PlannedSet(PlannedKind.WORKING, target.reps_low, target.reps_high, target.seconds)
    return rows or (one,) * max(1, target.sets)


def set_words(one: PlannedSet, *, warm_up: bool = False) -> str:
    """Return what one set asks for, for example "5+ · 85 %" or "drop 8–12"."""
    reps = ""
    if one.seconds is not None:
        reps = tr("{n} s", n=one.seconds)
    elif one.reps_low is not None:
        reps = _span(one.reps_low, one.reps_high or one.reps_low)
    if one.kind is PlannedKind.AMRAP:
        reps = tr("{n}+", n=one.reps_low or 1)
    kind = {PlannedKind.DROP: tr("drop"), PlannedKind.BACKOFF: tr("back-off")}.get(one.kind, "")
    if warm_up:
        kind = tr("w")
    said = " ".join(part for part in (kind, reps) if part)
    share = tr("{n} %", n=percent(one.percent)) if one.percent is not None else ""
    return tr(" · ").join(part for part in (said, share) if part)


def _wave(sets: Sequence[PlannedSet]) -> str:
    return ", ".join(set_words(one) for one in sets)


def percent(tenths: int) -> str:
    """Return tenths of a percent as for example "62.5"."""
    return plain(Decimal(tenths) / 10)


def rest_words(seconds: int) -> str:
    """Return for example "rest 90 s" or "rest 3 min"; "" for no rest."""
    if not seconds:
        return ""
    if seconds >= 120 and seconds % 30 == 0:
        return tr("rest {n} min", n=plain(Decimal(seconds) / 60))
    return tr("rest {n} s", n=seconds)


def box_of(exercise: Exercise, target: Target) -> Box:
    """Return what there is to write into the box of a set."""
    details = target.details
    measured = Measured.REPS
    if details.distance_m is not None:
        measured = Measured.METRES
    elif target.seconds is not None or (target.reps_low is None and exercise.measure is Measure.TIMED):
        measured = Measured.SECONDS
    loaded = exercise.measure in {Measure.LOADED, Measure.ASSISTED} or details.load.load is not None
    if exercise.measure is Measure.TIMED:
        loaded = loaded or bool(_LIFTED.intersection(exercise.equipment))
    return Box(measured, loaded)


def superset_marks(letters: Sequence[str]) -> tuple[str, ...]:
    """Number the exercises of each superset: A1, A2; one that is alone has no mark."""
    total, seen = Counter(letters), Counter[str]()
    marks = []
    for letter in letters:
        seen[letter] += 1
        marks.append(f"{letter}{seen[letter]}" if letter and total[letter] > 1 else "")
    return tuple(marks)


def last_words(sets: Sequence[SetDraft]) -> str:
    """Return the last time in words, for example "last time 16 kg × 10, 10, 9"."""
    shown = sets[:MOST_LAST_SETS]
    parts = []
    for load, some in groupby(shown, key=lambda one: one.load):
        amounts = ", ".join(_amount(one, loaded=load is not None) for one in some)
        parts.append(tr("{load} × {amounts}", load=load.text(), amounts=amounts) if load else amounts)
    return tr("last time {sets}", sets=tr("; ").join(parts)) if parts else ""


def _amount(one: SetDraft, *, loaded: bool) -> str:
    if one.reps is not None:
        return str(one.reps) if loaded else tr_n("{n} rep", "{n} reps", one.reps)
    if one.seconds is not None:
        return tr("{n} s", n=one.seconds)
    return tr("{n} m", n=one.distance_m or 0)


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"
