"""Whether what is asked of an exercise can be: every value within its range, and nothing that contradicts."""

from __future__ import annotations

from collections.abc import Sequence

from nextrep.domain.errors import UserError
from nextrep.domain.prescription import (
    MAX_ALTERNATES,
    MAX_BAND_CHARS,
    MAX_LADDER,
    MAX_NOTE_CHARS,
    MAX_PERCENT,
    MAX_ROWS,
    MAX_SECONDS_STEP,
    MAX_WARM_UPS,
    MAX_WAVES,
    LoadPlan,
    LoadRule,
    PlannedKind,
    PlannedSet,
    Progression,
    ProgressionRule,
    TargetDetails,
)
from nextrep.domain.text import tr
from nextrep.domain.training import MAX_DISTANCE_M, MAX_PLANNED_REPS, MAX_SECONDS, Target
from nextrep.domain.units import check_load

MAX_SETS = 50
MAX_REST_S = 3600


def check_target(target: Target, *, known_max: bool) -> Target:
    """Return `target` if it can be planned.

    Args:
        target: what is asked.
        known_max: whether the log gives an e1RM for the exercise.

    Raises:
        UserError: `field` names what to mend: sets, reps, seconds, distance, rir, rest_s, load, warm_up,
            rows, progression, superset, alternates, note or cue.
    """
    _between(target.sets, 1, MAX_SETS, "sets", tr("1 to {n} sets.", n=MAX_SETS))
    _check_work(target)
    _check_effort(target)
    _between(target.rest_s, 0, MAX_REST_S, "rest_s", tr("Rest goes up to an hour."))
    _check_load(target.details, known_max=known_max)
    _check_rows(target.details)
    _check_progression(target)
    _check_words(target.details)
    return target


def _check_work(target: Target) -> None:
    low, high, metres = target.reps_low, target.reps_high, target.details.distance_m
    if low is None and target.seconds is None and metres is None and not target.details.rows:
        raise UserError(tr("Say how many reps, how long or how far."), field="reps")
    _check_reps(low, high, "reps")
    _between(target.seconds, 1, MAX_SECONDS, "seconds", tr("Time goes from 1 second to 24 hours."))
    _between(metres, 1, MAX_DISTANCE_M, "distance", tr("Distance goes from 1 m to 200 km."))


def _check_reps(low: int | None, high: int | None, field: str) -> None:
    for value in (low, high):
        _between(value, 1, MAX_PLANNED_REPS, field, tr("Reps go from 1 to {n}.", n=MAX_PLANNED_REPS))
    if low is None and high is not None:
        raise UserError(tr("Say the lowest reps too."), field=field)
    if low is not None and high is not None and low > high:
        raise UserError(
            tr("The range is upside down: {low} is more than {high}.", low=low, high=high), field=field
        )


def _check_effort(target: Target) -> None:
    low, high = target.rir_low, target.rir_high
    for value in (low, high):
        _between(value, 0, 10, "rir", tr("Reps left go from 0 to 10."))
    if low is not None and high is not None and low > high:
        raise UserError(
            tr("The range is upside down: {low} is more than {high}.", low=low, high=high), field="rir"
        )


def _check_load(details: TargetDetails, *, known_max: bool) -> None:
    plan = details.load
    percent = plan.rule in (LoadRule.PERCENT_E1RM, LoadRule.PERCENT_TM)
    if percent and plan.percent is None and not any(row.percent for row in details.rows):
        raise UserError(tr("Say how many percent."), field="load")
    _between(plan.percent, 10, MAX_PERCENT, "load", tr("Percent go from 1 to 150."))
    if plan.rule is LoadRule.PERCENT_E1RM and not known_max:
        raise UserError(
            tr(
                "A percentage needs a known maximum: log a set of up to 12 reps first, and where your body is"
                " lifted too, your body weight with it."
            ),
            field="load",
        )
    if plan.rule is LoadRule.PERCENT_TM and plan.load is None and not known_max:
        raise UserError(tr("Say the training max, or log a set of up to 12 reps first."), field="load")
    if plan.rule is LoadRule.FIXED and plan.load is None:
        raise UserError(tr("Say the weight."), field="load")
    _check_load_words(plan)
    if plan.load is not None:
        check_load(plan.load)
        if plan.rule is LoadRule.PERCENT_TM and plan.load.grams <= 0:
            raise UserError(tr("A training max is more than nothing."), field="load")


def _check_load_words(plan: LoadPlan) -> None:
    if plan.rule is LoadRule.BAND and not plan.band.strip():
        raise UserError(tr("Say which band."), field="load")
    if len(plan.band) > MAX_BAND_CHARS:
        raise UserError(tr("Up to {n} characters.", n=MAX_BAND_CHARS), field="load")


def _check_rows(details: TargetDetails) -> None:
    _between(details.warm_up, 0, MAX_WARM_UPS, "warm_up", tr("Up to {n} warm-up sets.", n=MAX_WARM_UPS))
    if details.rows and all(row.kind is PlannedKind.WARMUP for row in details.rows):
        raise UserError(tr("At least one set is not a warm-up."), field="rows")
    _check_sets(details.rows, "rows")


def _check_sets(rows: Sequence[PlannedSet], field: str) -> None:
    if len(rows) > MAX_ROWS:
        raise UserError(tr("Up to {n} sets.", n=MAX_ROWS), field=field)
    for row in rows:
        if row.reps_low is None and row.seconds is None:
            raise UserError(tr("Every set needs reps or a time."), field=field)
        _check_reps(row.reps_low, row.reps_high, field)
        _between(row.seconds, 1, MAX_SECONDS, field, tr("Time goes from 1 second to 24 hours."))
        _between(row.percent, 10, MAX_PERCENT, field, tr("Percent go from 1 to 150."))


def _check_progression(target: Target) -> None:
    progression = target.details.progression
    rule = progression.rule
    if rule is ProgressionRule.TOTAL and progression.total is None:
        raise UserError(tr("Say how many reps in total."), field="progression")
    if rule is ProgressionRule.WAVE and not progression.wave:
        raise UserError(tr("Say the percentages of the wave."), field="progression")
    if rule is ProgressionRule.TIME and target.seconds is None:
        raise UserError(tr("This progression is for timed sets."), field="progression")
    _check_wave(progression)
    _check_numbers(progression)


def _check_wave(progression: Progression) -> None:
    if len(progression.wave) > MAX_WAVES:
        raise UserError(tr("A wave has up to {n} sessions.", n=MAX_WAVES), field="progression")
    for rows in progression.wave:
        if not any(row.kind is not PlannedKind.WARMUP for row in rows):
            raise UserError(tr("Each session of a wave has a set that is no warm-up."), field="progression")
        _check_sets(rows, "progression")
    if len(progression.ladder) > MAX_LADDER:
        raise UserError(tr("A ladder has up to {n} exercises.", n=MAX_LADDER), field="progression")


def _check_numbers(progression: Progression) -> None:
    """Check every number of a progression, also those that its rule does not use: all are kept."""
    for value, low, high, message in (
        (progression.misses, 1, 6, tr("It comes down after 1 to 6 times.")),
        (progression.deload, 10, 500, tr("The load comes down by 1 to 50 %.")),
        (progression.back_off, 100, 1000, tr("Back-off sets are at 10 to 100 % of the top set.")),
        (progression.total, 1, MAX_PLANNED_REPS, tr("Reps go from 1 to {n}.", n=MAX_PLANNED_REPS)),
        (progression.seconds_step, 1, MAX_SECONDS_STEP, tr("A step goes from 1 second to 10 minutes.")),
        (progression.seconds_high, 1, MAX_SECONDS, tr("Time goes from 1 second to 24 hours.")),
    ):
        _between(value, low, high, "progression", message)
    if progression.step is not None:
        if progression.step.grams <= 0:
            raise UserError(tr("A step is more than nothing."), field="progression")
        try:
            check_load(progression.step)
        except UserError as error:
            raise UserError(str(error), field="progression") from None


def _check_words(details: TargetDetails) -> None:
    if len(details.superset) > 1 or (details.superset and not details.superset.isalpha()):
        raise UserError(tr("A superset has one letter."), field="superset")
    if len(details.alternates) > MAX_ALTERNATES:
        raise UserError(tr("Up to {n} alternates.", n=MAX_ALTERNATES), field="alternates")
    for name, text in (("note", details.note), ("cue", details.cue)):
        if len(text) > MAX_NOTE_CHARS:
            raise UserError(tr("Up to {n} characters.", n=MAX_NOTE_CHARS), field=name)


def _between(value: int | None, low: int, high: int, field: str, message: str) -> None:
    if value is not None and not low <= value <= high:
        raise UserError(message, field=field)
