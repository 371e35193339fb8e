"""What might mend an advice, in the order of trying. Whether it does, domain.advice_mends finds out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from nextrep.domain.advice import (
    Advice,
    Fix,
    Kind,
    MoveSession,
    SwapPlaces,
)
from nextrep.domain.advice_parts import change, left_out, session_of, sets_off, swap
from nextrep.domain.advice_week_candidates import (
    fewer_sets,
    lighter_week,
    more_pull,
    more_sets,
    smaller_steps,
)
from nextrep.domain.days import weekday_title
from nextrep.domain.exercises import Exercise, Measure, Pattern
from nextrep.domain.plan_checks import PlanChecks
from nextrep.domain.plan_facts import SessionFacts, WeekFacts
from nextrep.domain.program import WEEKDAYS
from nextrep.domain.recovery import REST_HOURS
from nextrep.domain.text import tr

LATER_BY = 180
LATEST = 22 * 60
"""A session begins up to 3 h later for the sake of rest, and not after 22:00."""
MOST_CHOICES = 6


def candidates(checks: PlanChecks, advice: Advice) -> Iterator[Fix]:
    """Give what might mend an advice, what changes least first."""
    ways: dict[Kind, Callable[[PlanChecks, WeekFacts, Advice], Iterator[Fix]]] = {
        Kind.REST: _more_rest,
        Kind.HELPING_REST: _more_rest,
        Kind.LONG: _shorter,
        Kind.FEW: more_sets,
        Kind.MANY: fewer_sets,
        Kind.PULL: more_pull,
        Kind.EQUIPMENT: _other_exercise,
        Kind.STEP: smaller_steps,
        Kind.NO_LIGHTER: lighter_week,
    }
    week = checks.weeks.get(advice.week)
    if week is not None and advice.kind in ways:
        yield from ways[advice.kind](checks, week, advice)


# Rest


def _more_rest(checks: PlanChecks, week: WeekFacts, advice: Advice) -> Iterator[Fix]:
    session = session_of(week, advice.session_id)
    yield from _later_that_day(checks, week, session)
    before = [one for one in week.ahead if one is not session and _close(one, session)]
    for one in (session, *before):
        yield from _other_days(checks, week, one, named=one is not session)
    for one in (session, *before):
        for other in week.ahead:
            if other is not one and other.planned.day != one.planned.day:
                yield SwapPlaces(
                    tr("Swap {first} and {second}", first=one.planned.title, second=other.planned.title),
                    one.planned.id,
                    other.planned.id,
                )


def _close(before: SessionFacts, after: SessionFacts) -> bool:
    return 0 <= after.planned.day - before.planned.day <= REST_HOURS // 24


def _later_that_day(checks: PlanChecks, week: WeekFacts, session: SessionFacts) -> Iterator[Fix]:
    """Begin later, where two times of day are a little too close for two days."""
    minute = session.planned.minute
    if minute is None:
        return
    bouts = [*checks.outlook(week.week).before, *(one.bout for one in week.sessions)]
    day = session.planned.day - REST_HOURS // 24
    times = [bout.minute for bout in bouts if bout.day == day and bout.minute is not None]
    latest = max(times, default=0)
    if minute < latest <= min(LATEST, minute + LATER_BY):
        label = tr("Begin at {hour}:{minute:02}", hour=latest // 60, minute=latest % 60)
        yield MoveSession(label, session.planned.id, session.planned.day, latest)


def _other_days(checks: PlanChecks, week: WeekFacts, session: SessionFacts, *, named: bool) -> Iterator[Fix]:
    """Give the free days of the week, those that suit the person first, then the nearest."""
    plan = checks.facts.plan
    monday = plan.program.start_day + WEEKDAYS * (week.week - 1)
    taken = {one.planned.day for one in week.sessions}
    suits = plan.program.answers.weekdays
    days = [day for day in range(monday, monday + WEEKDAYS) if day not in taken and day >= checks.facts.today]
    here = session.planned.day
    days.sort(key=lambda day: ((day - monday) not in suits, abs(day - here), day < here))
    for day in days:
        label = tr("Move to {day}", day=weekday_title(day - monday))
        if named:
            label = tr("Move {title} to {day}", title=session.planned.title, day=weekday_title(day - monday))
        yield MoveSession(label, session.planned.id, day)


# Length


def _shorter(checks: PlanChecks, week: WeekFacts, advice: Advice) -> Iterator[Fix]:
    """Fewer sets, else without an exercise whose movement the session has twice, else both."""
    session = session_of(week, advice.session_id)
    facts = checks.facts
    wanted = facts.plan.program.answers.minutes
    over = (session.seconds * facts.pace.factor - wanted * 60) / facts.pace.factor
    fewer = _cut(session, over, least=2)
    if fewer:
        yield sets_off(session, fewer)
    spare = _spare(session)
    for position in reversed(spare):
        if _seconds_of(session, position, session.counts[position]) >= over:
            yield left_out(session, [position])
    gone: list[int] = []
    for position in reversed(spare):
        gone.append(position)
        left = over - sum(_seconds_of(session, one, session.counts[one]) for one in gone)
        rest = _cut(session, left, least=1, without=gone) if left > 0 else {}
        if rest is not None:
            counts = {**rest, **dict.fromkeys(gone, 0)}
            yield change(tr("Shorten it to {n} min", n=wanted), session, counts)
    least = _cut(session, over, least=1)
    if least:
        yield sets_off(session, least)


def _spare(session: SessionFacts) -> list[int]:
    """Return the places of exercises without which the session has the same movements."""
    movements = [one.movement for one in session.traits]
    return [
        index
        for index, movement in enumerate(movements)
        if movement is None or movements.index(movement) < index
    ]


def _cut(
    session: SessionFacts, over: float, *, least: int, without: Iterable[int] = ()
) -> dict[int, int] | None:
    """Take sets off, always of the exercise with the most, until `over` seconds are saved."""
    counts = {
        index: sets for index, sets in enumerate(session.counts) if sets > least and index not in without
    }
    changed: dict[int, int] = {}
    while over > 0:
        most = max(counts, key=lambda index: (counts[index], index), default=None)
        if most is None or counts[most] <= least:
            return None
        over -= _seconds_of(session, most, 1)
        counts[most] -= 1
        changed[most] = counts[most]
    return changed


def _seconds_of(session: SessionFacts, position: int, sets: int) -> float:
    """Return about what some sets of an exercise take; a trial finds out whether it was enough."""
    target = session.planned.targets[position]
    work = target.seconds if target.seconds is not None else (target.reps_high or 10) * 4
    return sets * (work + target.rest_s)


# Equipment


def _other_exercise(checks: PlanChecks, week: WeekFacts, advice: Advice) -> Iterator[Fix]:
    """Alternates that the plan names, then what does the same with what is at hand, then without it."""
    session = session_of(week, advice.session_id)
    position = advice.position or 0
    exercise = session.traits[position].exercise
    has = {one.exercise.key for one in session.traits}
    known = {one.key: one for one in checks.facts.choices}
    named = [known[key] for key in session.planned.targets[position].details.alternates if key in known]
    alike = [one for one in checks.facts.choices if _does_the_same(exercise, one)]
    alike.sort(key=lambda one: -_likeness(exercise, one))
    options = [one for one in (*named, *alike) if one.key not in has]
    at_hand = checks.facts.plan.program.answers.equipment
    for other in [one for one in options if one.possible_with(at_hand)][:MOST_CHOICES]:
        yield swap(session, position, other, named=False)
    if len(session.counts) > 1:
        yield change(tr("Leave it out"), session, {position: 0})


def _does_the_same(exercise: Exercise, other: Exercise) -> bool:
    if other.pattern is not exercise.pattern:
        return False
    return exercise.pattern is not Pattern.ISOLATION or bool(set(exercise.primary) & set(other.primary))


def _likeness(exercise: Exercise, other: Exercise) -> int:
    shared = len(set(exercise.primary) & set(other.primary))
    same_measure = (exercise.measure is Measure.TIMED) is (other.measure is Measure.TIMED)
    return 2 * shared + 5 * same_measure
