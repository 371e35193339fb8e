"""What the charts draw: the same Series for the screen, its table twin and the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from nextrep.domain.e1rm import formula_title
from nextrep.domain.event_marks import EventMark
from nextrep.domain.exercises import Exercise
from nextrep.domain.measures import TENTHS
from nextrep.domain.panels import PanelKind, SleepFigure
from nextrep.domain.program import PlannedSession, PlannedState
from nextrep.domain.program_template import phase_title
from nextrep.domain.series import Points, Series, Sufficiency
from nextrep.domain.strength import SetFact, best_e1rm_by_day
from nextrep.domain.text import tr
from nextrep.domain.units import Unit
from nextrep.services import catalog, measures, preferences
from nextrep.services.old_days import OldDays
from nextrep.services.sleep_series import night_series
from nextrep.storage.store import Store

STRENGTH_JOIN_DAYS = 28
"""An exercise is done every few days, so its line bridges up to four weeks."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A day with a label on the time axis: the start of a phase."""

    day: int
    label: str


@dataclass(frozen=True, slots=True)
class StrengthChoice:
    """An exercise that can be chosen for the strength panel, with its number of sessions."""

    exercise_id: int
    exercise: Exercise
    sessions: int


@dataclass(frozen=True, slots=True)
class TrendsView:
    """The panels of a period (date ordinals, both included).

    Attributes:
        series: in the order of the panels; a panel without data has no points.
        events: what happened, as marks on every panel.
        done, planned: sessions of the period; planned is None without a program in it.
        kept: how many of the planned sessions were done.
        invented: the profile holds demonstration data.
    """

    first: int
    last: int
    series: tuple[Series, ...]
    marks: tuple[Mark, ...]
    events: tuple[EventMark, ...]
    logged: Sufficiency
    done: int
    planned: int | None
    kept: int
    choices: tuple[StrengthChoice, ...]
    chosen: int | None
    invented: bool


def last_recorded(store: Store) -> int | None:
    """Return the last day (date ordinal) with anything that a panel can draw, None where there is nothing."""
    return max((last for _first, last in _spans(store)), default=None)


def span(store: Store, today: int) -> tuple[int, int]:
    """Return the first day with anything recorded and today (or the last day recorded, if later)."""
    spans = _spans(store)
    return min([today, *(first for first, _last in spans)]), max([today, *(last for _first, last in spans)])


def _spans(store: Store) -> list[tuple[int, int]]:
    """Return first and last day of each kind of record that a panel can draw."""
    kinds = (store.sessions, store.checkins, store.nights, store.assessments, store.contexts)
    return [found for found in (kind.span() for kind in kinds) if found is not None]


def strength_choices(store: Store, first: int, last: int, old: OldDays | None = None) -> list[StrengthChoice]:
    """Return the exercises of the period, most sessions first, then most sets."""
    known = catalog.exercises_in_use(store)
    counts: dict[int, tuple[int, int]] = {}
    for part in (old or OldDays()).parts(PanelKind.E1RM, "counts", first, last, store.sets.days_by_exercise):
        for number, sessions, sets in part:  # a session is of one day, so of one part
            had = counts.get(number, (0, 0))
            counts[number] = (had[0] + sessions, had[1] + sets)
    most = sorted(counts, key=lambda number: (-counts[number][0], -counts[number][1], number))
    return [StrengthChoice(number, known[number], counts[number][0]) for number in most]


def facts(store: Store, exercise_id: int, first: int, last: int, old: OldDays | None = None) -> list[SetFact]:
    """Return the sets of an exercise but warm-ups on the days `first` to `last`, in time order."""
    read = partial(store.sets.facts, exercise_id)
    parts = (old or OldDays()).parts(PanelKind.E1RM, f"facts {exercise_id}", first, last, read)
    return [*chain(*parts)]


def strength_series(
    store: Store, exercise_id: int | None, first: int, last: int, old: OldDays | None = None
) -> Series:
    """Return the e1RM of an exercise per day; most reps or seconds where it has none.

    An exercise that lifts the body has one only on days with a body weight: reps, which every day has, are
    shown unless at least half of the days have one.
    """
    if exercise_id is None:
        return Series(
            "strength", tr("Strength"), tr("no sets in this period"), (), join_days=STRENGTH_JOIN_DAYS,
            family="strength",
        )  # fmt: skip
    exercise = catalog.exercise_of(store, exercise_id)
    found = facts(store, exercise_id, first, last, old)
    detail, points, counts = _strength_of(store, exercise, found)
    return Series(
        "strength", tr("Strength"), detail, points, join_days=STRENGTH_JOIN_DAYS, family="strength",
        unit=counts,
    )  # fmt: skip


def _strength_of(store: Store, exercise: Exercise, found: Sequence[SetFact]) -> tuple[str, Points, str]:
    """Return what is drawn of these sets in words, the values by day, and what they count."""
    name, unit = exercise.name, preferences.unit(store)
    grams = estimates(store, exercise, found)
    if grams:
        measure = e1rm_words(store, exercise)
        detail = tr("{measure}, {exercise}, {unit}", measure=measure, exercise=name, unit=unit)
        return detail, tuple((day, _in_unit(value, unit)) for day, value in sorted(grams.items())), str(unit)
    if any(fact.reps for fact in found):
        best = _daily_best([(fact.day, fact.reps or 0) for fact in found])
        return tr("most reps in a set, {exercise}", exercise=name), best, tr("reps")
    if not found:
        return tr("no sets in this period, {exercise}", exercise=name), (), ""
    longest = _daily_best([(fact.day, fact.seconds or 0) for fact in found])
    return tr("longest set, {exercise}, seconds", exercise=name), longest, tr("s")


def estimates(store: Store, exercise: Exercise, facts: Sequence[SetFact]) -> dict[int, float]:
    """Return the best e1RM in grams of each day (date ordinal); empty where reps or time say more."""
    found = best_e1rm_by_day(facts, preferences.yardstick(store, exercise.measure))
    if exercise.measure.of_body and 2 * len(found) < len({fact.day for fact in facts}):
        return {}
    return found


def e1rm_words(store: Store, exercise: Exercise) -> str:
    """Return what the estimate of an exercise is called, with the formula in use."""
    title = formula_title(preferences.formula(store))
    if exercise.measure.of_body:
        return tr("estimated 1RM added to the body ({formula})", formula=title)
    return tr("estimated 1RM ({formula})", formula=title)


def _in_unit(grams: float, unit: Unit) -> float:
    return round(grams / float(unit.grams), 1)


def _daily_best(rows: list[tuple[int, int]]) -> tuple[tuple[int, float], ...]:
    best: dict[int, int] = {}
    for day, value in rows:
        best[day] = max(best.get(day, 0), value)
    return tuple((day, float(value)) for day, value in sorted(best.items()) if value)


def rating_series(store: Store, key: str, first: int, last: int, old: OldDays | None = None) -> Series:
    """Return one measure of the check-in per day, as each day counts, in its unit (a `Rating` 0-10).

    Raises:
        KeyError: there is no measure of that key.
    """
    measure = measures.known(store)[key]

    def read(first: int, last: int) -> Points:
        return tuple((day, value / TENTHS) for day, value in store.checkins.points(key, first, last))

    points = tuple(chain(*(old or OldDays()).parts(PanelKind.RATING, key, first, last, read)))
    detail = tr("{n} of {days} days", n=len(points), days=last - first + 1)
    if measure.unit:
        detail = tr("{unit} · {detail}", unit=measure.unit, detail=detail)
    return Series(
        str(key),
        measure.title,
        detail,
        points,
        measure.direction,
        low=measure.low,
        high=measure.high,
        family=str(key),
        unit=measure.unit,
    )


def sleep_series(store: Store, first: int, last: int) -> Series:
    """Return the hours asleep (total sleep time) by the day of waking."""
    return replace(night_series(store, SleepFigure.TST, first, last), key="sleep")


def phase_marks(store: Store, first: int, last: int) -> list[Mark]:
    """Return the days of the period on which a phase of the program begins."""
    program = store.programs.current()
    if program is None:
        return []
    starts: dict[str, int] = {}
    for planned in store.programs.planned_of(program.id):
        monday = program.start_day + 7 * (planned.week - 1)
        starts[planned.phase] = min(starts.get(planned.phase, monday), monday)
    return [Mark(day, phase_title(phase)) for phase, day in starts.items() if first < day <= last]


def adherence(store: Store, first: int, last: int) -> tuple[int, int | None]:
    """Return sessions done in the period and sessions planned for it (None without a plan in it)."""
    done = store.sessions.count(first, last)
    return done, len(planned_sessions(store, first, last)) or None


def kept(store: Store, first: int, last: int) -> int:
    """Return how many sessions planned for the period were done, on whichever day."""
    return sum(one.state is PlannedState.DONE for one in planned_sessions(store, first, last))


def planned_sessions(store: Store, first: int, last: int) -> list[PlannedSession]:
    """Return the sessions that the current program has in the period, those taken off left out."""
    program = store.programs.current()
    if program is None:
        return []
    return [
        one for one in store.programs.planned_of(program.id)
        if first <= one.day <= last and one.state is not PlannedState.REMOVED
    ]  # fmt: skip
