"""Percent waves: sessions in turn, in shares of a training max that grows when a wave was completed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nextrep.domain.loads import usual_step
from nextrep.domain.prescription import WHOLE, PlannedKind, PlannedSet, Progression, ProgressionRule
from nextrep.domain.progression.asks import Ask, asks_of, counted
from nextrep.domain.progression.facts import Case, Exposure, Suggestion
from nextrep.domain.progression.finish import finished, fresh_start
from nextrep.domain.progression.judging import Judged, Verdict, judge
from nextrep.domain.progression.moves import down, gap_share, snap
from nextrep.domain.progression.rows import share_in_maximum
from nextrep.domain.progression.said import gap_said, joined, load_said
from nextrep.domain.progression.sources import MAX_SHARE_OF_E1RM, best_estimate, of_maximum, share_of_maximum
from nextrep.domain.text import tr
from nextrep.domain.training import Target
from nextrep.domain.units import MAX_LOAD_GRAMS, Load


def _session(*sets: tuple[int, int]) -> tuple[PlannedSet, ...]:
    *first, (reps, percent) = sets
    steady = tuple(PlannedSet(PlannedKind.WORKING, n, n, percent=share) for n, share in first)
    return (*steady, PlannedSet(PlannedKind.AMRAP, reps, None, percent=percent))


USUAL_WAVE: tuple[tuple[PlannedSet, ...], ...] = (
    _session((5, 650), (5, 750), (5, 850)),
    _session((3, 700), (3, 800), (3, 900)),
    _session((5, 750), (3, 850), (1, 950)),
)
"""Where a plan names no wave: fives, threes, then five, three and one, the last set of each session
as many as possible, as in the well-known 5/3/1 (Wendler), without its fourth, lighter week."""


@dataclass(frozen=True, slots=True)
class Wave:
    """Where the waves stand.

    Attributes:
        maximum: the training max; None when none is known.
        place: the session of the wave that comes next, from 0.
        missed: whether a last set of this wave stayed below its reps.
        misses: waves in a row with such a set.
        grew, fell, short: what the last time led to.
    """

    maximum: Load | None
    place: int = 0
    missed: bool = False
    misses: int = 0
    grew: bool = False
    fell: bool = False
    short: bool = False


def wave_of(progression: Progression) -> tuple[tuple[PlannedSet, ...], ...]:
    """Return the sessions of the wave, the usual ones where the plan names none."""
    return tuple(rows for rows in progression.wave if counted(rows)) or USUAL_WAVE


def waves(case: Case) -> Suggestion:
    """Suggest the next session of the wave."""
    sessions = wave_of(case.target.details.progression)
    wave = Wave(_first_maximum(case))
    for one in case.history:
        if _counts(case, one):
            wave = _after(case, wave, one, sessions)
    rows = sessions[wave.place]
    if wave.maximum is None:
        start = fresh_start(case).reason
        words = tr(
            "No training max is known yet: write one in the plan, or find it out now. {start}", start=start
        )
        return finished(case, None, [ask.low for ask in asks_of(case.target, rows)], words, wave=rows)
    gap = gap_said(case.days_since, None) if gap_share(case.days_since) else ""
    words = tr(
        "Session {n} of {total} of the wave, by a training max of {load}.",
        n=wave.place + 1,
        total=len(sessions),
        load=load_said(wave.maximum),
    )
    reason = joined(words, _said(wave), gap, _rounded(case, wave.maximum, rows))
    return finished(case, wave.maximum, [], reason, wave=rows)


def _counts(case: Case, one: Exposure) -> bool:
    """Tell whether a time belongs to these waves: planned by them, and not lighter on purpose."""
    if one.target is None:
        return False
    there, here = one.target.details, case.target.details
    same = there.progression.wave == here.progression.wave and there.load.load == here.load.load
    return same and there.progression.rule is ProgressionRule.WAVE and not _eased(one.target)


def _eased(target: Target) -> bool:
    percent = target.details.load.percent
    return percent is not None and percent < WHOLE


def _first_maximum(case: Case) -> Load | None:
    """Return the training max that the waves began with: the plan's, else 90 % of the e1RM of before.

    Where nothing was known before the first session, that session gives the e1RM.
    """
    named = case.target.details.load.load
    if named is not None:
        return named
    first = next((i for i, one in enumerate(case.history) if _counts(case, one)), len(case.history))
    found = best_estimate(case, case.history[:first]) or best_estimate(case, case.history[: first + 1])
    return None if found is None else share_of_maximum(case, found.maximum, MAX_SHARE_OF_E1RM)


def _after(case: Case, wave: Wave, one: Exposure, sessions: tuple[tuple[PlannedSet, ...], ...]) -> Wave:
    assert one.target is not None
    wave = replace(wave, grew=False, fell=False, short=False)
    rows = sessions[wave.place]
    asks = asks_of(one.target, rows)
    if wave.maximum is None or not asks:
        return wave
    verdict = _judged(case, one, asks, rows, wave.maximum).verdict
    if verdict in {Verdict.SHORT, Verdict.LIGHTER}:
        return replace(wave, short=True)
    missed = wave.missed or verdict is Verdict.MISSED
    if wave.place + 1 < len(sessions):
        return replace(wave, place=wave.place + 1, missed=missed)
    if not missed:
        return Wave(_grown(case, wave.maximum), grew=True)
    progression = case.target.details.progression
    if wave.misses + 1 < progression.misses:
        return Wave(wave.maximum, misses=wave.misses + 1)
    return Wave(down(case, wave.maximum, progression.deload).load, fell=True)


def _judged(
    case: Case, one: Exposure, asks: tuple[Ask, ...], rows: tuple[PlannedSet, ...], maximum: Load
) -> Judged:
    shares = [share_in_maximum(case, row) for row in counted(rows)]
    loads = [snap(case, share_of_maximum(case, maximum, share)).load for share in shares]
    return judge(one.judged, asks, loads, top=False)


def _grown(case: Case, maximum: Load) -> Load:
    """A training max need not exist as a load, so it grows by the step itself."""
    step = case.target.details.progression.step or usual_step(case.exercise, maximum.unit)
    return Load(min(maximum.grams + step.grams, MAX_LOAD_GRAMS), maximum.unit)


def _said(wave: Wave) -> str:
    if wave.grew:
        return tr("The last wave was completed, so the training max grew.")
    if wave.fell:
        return tr("Some reps stayed out in several waves, so the training max came down, and grows again.")
    if wave.short:
        return tr("The last time was short or lighter, which is fine; this session comes again.")
    if wave.misses and wave.place == 0:
        return tr("Some reps stayed out in the last wave, which happens; the training max stays.")
    return ""


def _rounded(case: Case, maximum: Load, rows: tuple[PlannedSet, ...]) -> str:
    """Say that loads were rounded, once for the session."""
    for row in counted(rows):
        share = share_in_maximum(case, row)
        if of_maximum(case, maximum, share, 0).rounded:
            return tr("Loads are rounded down to what can be loaded.")
    return ""
