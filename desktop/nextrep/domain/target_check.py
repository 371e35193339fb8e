"""Whether what is asked of an exercise can be: every value within its range, and nothing that contradicts."""

from __future__ import annotations

from nextrep.domain.errors import UserError
from nextrep.domain.prescription import (
    MAX_ALTERNATES,
    MAX_NOTE_CHARS,
    MAX_WARM_UPS,
    LoadRule,
    PlannedKind,
    ProgressionRule,
    TargetDetails,
)
from nextrep.domain.text import tr
from nextrep.domain.training import MAX_DISTANCE_M, MAX_REPS, MAX_SECONDS, Target
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
    _between(low, 1, MAX_REPS, "reps", tr("Reps go from 1 to {n}.", n=MAX_REPS))
    _between(high, 1, MAX_REPS, "reps", tr("Reps go from 1 to {n}.", n=MAX_REPS))
    if low is not None and high is not None and low > high:
        raise UserError(
            tr("The range is upside down: {low} is more than {high}.", low=low, high=high), field="reps"
        )
    _between(target.seconds, 1, MAX_SECONDS, "seconds", tr("Time goes from 1 second to 24 hours."))
    _between(metres, 1, MAX_DISTANCE_M, "distance", tr("Distance goes from 1 m to 200 km."))


def _check_effort(target: Target) -> None:
    low, high = target.rir_low, target.rir_high
    for value in (low, high):
        _between(value, 0, 10, "rir", tr("Reps in reserve go from 0 to 10."))
    if low is not None and high is not None and low > high:
        raise UserError(
            tr("The range is upside down: {low} is more than {high}.", low=low, high=high), field="rir"
        )


def _check_load(details: TargetDetails, *, known_max: bool) -> None:
    plan = details.load
    percent = plan.rule in (LoadRule.PERCENT_E1RM, LoadRule.PERCENT_TM)
    if percent and plan.percent is None and not any(row.percent for row in details.rows):
        raise UserError(tr("Say how many percent."), field="load")
    if plan.percent is not None and not 10 <= plan.percent <= 1500:
        raise UserError(tr("Percent go from 1 to 150."), field="load")
    if plan.rule is LoadRule.PERCENT_E1RM and not known_max:
        raise UserError(
            tr("A percentage needs a known maximum: log a set of up to 12 reps first."),
            field="load",
        )
    if plan.rule is LoadRule.PERCENT_TM and plan.load is None and not known_max:
        raise UserError(tr("Say the training max, or log a set of up to 12 reps first."), field="load")
    if plan.rule is LoadRule.FIXED and plan.load is None:
        raise UserError(tr("Say the weight."), field="load")
    if plan.rule is LoadRule.BAND and not plan.band.strip():
        raise UserError(tr("Say which band."), field="load")
    if plan.load is not None:
        check_load(plan.load)


def _check_rows(details: TargetDetails) -> None:
    _between(details.warm_up, 0, MAX_WARM_UPS, "warm_up", tr("Up to {n} warm-up sets.", n=MAX_WARM_UPS))
    if details.rows and all(row.kind is PlannedKind.WARMUP for row in details.rows):
        raise UserError(tr("At least one set is not a warm-up."), field="rows")
    for row in details.rows:
        if row.reps_low is None and row.seconds is None:
            raise UserError(tr("Every set needs reps or a time."), field="rows")
        if row.reps_low is not None and row.reps_high is not None and row.reps_low > row.reps_high:
            raise UserError(
                tr(
                    "The range is upside down: {low} is more than {high}.",
                    low=row.reps_low,
                    high=row.reps_high,
                ),
                field="rows",
            )


def _check_progression(target: Target) -> None:
    progression = target.details.progression
    rule = progression.rule
    if rule is ProgressionRule.TOTAL and not progression.total:
        raise UserError(tr("Say how many reps in total."), field="progression")
    if rule is ProgressionRule.WAVE and not progression.wave:
        raise UserError(tr("Say the percentages of the wave."), field="progression")
    if rule is ProgressionRule.TIME and target.seconds is None:
        raise UserError(tr("This progression is for timed sets."), field="progression")
    if progression.step is not None and progression.step.grams <= 0:
        raise UserError(tr("A step is more than nothing."), field="progression")


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
