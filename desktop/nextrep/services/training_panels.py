"""What the panels of training draw: best sets, volume, sets of a muscle group, load, feelings, focus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from statistics import fmean, median

from nextrep.domain.exercise_words import pattern_title
from nextrep.domain.exercises import MuscleGroup, Pattern, group_title
from nextrep.domain.journal import Direction
from nextrep.domain.panels import PanelKind
from nextrep.domain.program import PlannedState
from nextrep.domain.recovery import sets_by_group
from nextrep.domain.series import Points, Series, monday_of, per_week
from nextrep.domain.text import tr
from nextrep.services import catalog, preferences, trends
from nextrep.services.old_days import OldDays
from nextrep.storage.store import Store

_STRENGTH = "strength"


def best_set(
    store: Store, key: str, exercise_id: int, first: int, last: int, old: OldDays | None = None
) -> Series:
    """Return the heaviest load of each day that went up; most reps or seconds where nothing is loaded."""
    exercise = catalog.exercise_of(store, exercise_id)
    yardstick, unit = preferences.yardstick(store, exercise.measure), preferences.unit(store)
    facts = [one for one in trends.facts(store, exercise_id, first, last, old) if one.counts]
    loads = [(one.day, yardstick.grams(one) / float(unit.grams)) for one in facts if one.grams]
    if loads:
        detail = tr("heaviest set, {exercise}, {unit}", exercise=exercise.name, unit=unit)
        points, counts = _highest(loads), str(unit)
    elif any(one.reps for one in facts):
        detail, counts = tr("most reps in a set, {exercise}", exercise=exercise.name), tr("reps")
        points = _highest((one.day, float(one.reps or 0)) for one in facts)
    elif not facts:
        detail, points, counts = tr("no sets in this period, {exercise}", exercise=exercise.name), (), ""
    else:
        detail, counts = tr("longest set, {exercise}, seconds", exercise=exercise.name), tr("s")
        points = _highest((one.day, float(one.seconds or 0)) for one in facts)
    return Series(
        key,
        tr("Best set"),
        detail,
        points,
        join_days=trends.STRENGTH_JOIN_DAYS,
        family=_STRENGTH,
        unit=counts,
    )


def volume(store: Store, key: str, of: str, first: int, last: int) -> Series:
    """Return load × reps of each day, of an exercise (its id), a movement pattern (its name), or all ("").

    What the body lifts itself, help and holds are no load (see `strength.Yardstick.volume`).
    """
    known, unit = catalog.exercises_in_use(store), preferences.unit(store)
    taken = _exercises(store, of)
    sums: dict[int, int] = defaultdict(int)
    for day, exercise_id, grams in store.training_figures.volumes(first, last):
        if exercise_id in taken and not known[exercise_id].measure.of_body:
            sums[day] += grams
    points = tuple((day, round(grams / float(unit.grams), 1)) for day, grams in sums.items())
    detail = tr("load × reps, {what}, {unit}", what=_named(store, of), unit=unit)
    return Series(
        key,
        tr("Volume"),
        detail,
        points,
        low=0,
        join_days=trends.STRENGTH_JOIN_DAYS,
        family=_STRENGTH,
        adds=True,
        unit=str(unit),
    )


def _exercises(store: Store, of: str) -> set[int]:
    if of.isdigit():
        return {int(of)}
    known = catalog.exercises_in_use(store)
    return {number for number, one in known.items() if not of or one.pattern == of}


def _named(store: Store, of: str) -> str:
    if not of:
        return tr("all exercises")
    return catalog.exercise_of(store, int(of)).name if of.isdigit() else pattern_title(Pattern(of))


def sessions(store: Store, key: str, first: int, last: int, old: OldDays | None = None) -> Series:
    """Return the sessions of each week at its Monday, with those that were planned beside them."""
    days = [*chain(*(old or OldDays()).parts(PanelKind.SESSIONS, "days", first, last, store.sessions.days))]
    planned = [
        one.day
        for one in trends.planned_sessions(store, first, last)
        if one.state is not PlannedState.SKIPPED
    ]
    points = per_week(days, first, last) if days or planned else ()
    return Series(
        key, tr("Sessions"), tr("a week"), points, low=0, bars=True, join_days=7, family=_STRENGTH,
        planned=per_week(planned, first, last) if planned else (),
    )  # fmt: skip


def muscle_sets(store: Store, key: str, group: MuscleGroup, first: int, last: int) -> Series:
    """Return the working sets of a muscle group in each week at its Monday; a helper counts one half."""
    known = catalog.exercises_in_use(store)
    weeks: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for day, exercise_id, sets in store.training_figures.working_sets(first, last):
        weeks[monday_of(day)].append((exercise_id, sets))
    points = tuple(
        (week, sets_by_group((known[number], sets) for number, sets in weeks.get(week, ()))[group].total)
        for week in range(monday_of(first), last + 1, 7)
    )
    title = tr("Sets, {group}", group=group_title(group))
    return Series(
        key, title, tr("working sets a week"), points if weeks else (), low=0, bars=True, join_days=7,
        family=_STRENGTH,
    )  # fmt: skip


def load(store: Store, key: str, first: int, last: int) -> Series:
    """Return effort × minutes of each week at its Monday (session RPE).

    Foster et al. 2001, J Strength Cond Res 15:109. Only sessions with both count; a week without one has no
    value, because it may have been trained.
    """
    sums: dict[int, float] = defaultdict(float)
    for day, effort, seconds in store.training_figures.efforts(first, last):
        sums[monday_of(day)] += effort * seconds / 60
    points = tuple((week, float(round(value))) for week, value in sorted(sums.items()))
    return Series(
        key, tr("Load"), tr("effort × minutes, a week"), points, low=0, bars=True, join_days=7,
        family=_STRENGTH,
    )  # fmt: skip


def around(store: Store, key: str, first: int, last: int) -> Series:
    """Return pleasantness after a session minus before it, the mean of a day's sessions."""
    rows = store.training_figures.feelings(first, last)
    by_day: dict[int, list[int]] = defaultdict(list)
    for day, before, after in rows:
        by_day[day].append(after - before)
    points = tuple((day, fmean(values)) for day, values in by_day.items())
    detail = tr("how pleasant, after minus before · {n} sessions", n=len(rows))
    return Series(
        key, tr("Around a session"), detail, points, join_days=trends.STRENGTH_JOIN_DAYS, family="mood"
    )


def focus(store: Store, key: str, first: int, last: int) -> Series:
    """Return the median focus of the sets of each day, 0 to 10."""
    by_day: dict[int, list[int]] = defaultdict(list)
    for day, value in store.training_figures.focus(first, last):
        by_day[day].append(value)
    points = tuple((day, float(median(values))) for day, values in by_day.items())
    detail = tr("median of a session's sets · {n} days", n=len(points))
    return Series(
        key, tr("Focus"), detail, points, Direction.HIGHER_IS_BETTER, 0, 10,
        join_days=trends.STRENGTH_JOIN_DAYS, family=_STRENGTH,
    )  # fmt: skip


def _highest(rows: Iterable[tuple[int, float]]) -> Points:
    best: dict[int, float] = {}
    for day, value in rows:
        best[day] = max(best.get(day, value), value)
    return tuple(sorted((day, round(value, 1)) for day, value in best.items() if value))
