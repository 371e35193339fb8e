"""What might mend an advice on a whole week; see domain.advice_candidates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from nextrep.domain.advice import (
    FEWEST_SETS,
    LIGHTER_SHARE,
    MOST_SETS,
    PUSHES_A_PULL,
    STEP_WEEKS,
    WEEKS_WITHOUT_LIGHTER,
    AddExercise,
    Advice,
    ChangeSets,
    Fix,
    LighterWeek,
    SetCount,
)
from nextrep.domain.advice_checks import largest_step, too_big_a_step
from nextrep.domain.advice_parts import (
    Place,
    change,
    exercises_for,
    key_of,
    places_of,
    sets_off_week,
    sets_on,
    swap,
    traits_of,
    weekday_of,
)
from nextrep.domain.exercises import Exercise, MuscleGroup, Pattern
from nextrep.domain.plan_checks import PlanChecks
from nextrep.domain.plan_facts import HALF_SET, WHOLE_SET, SessionFacts, WeekFacts
from nextrep.domain.plan_making import Movement
from nextrep.domain.text import tr, tr_n

MOST_SETS_OF_ONE = 5
"""No exercise is given more sets than this."""
MOST_NEW = 4
MOST_CHOICES = 3


# Sets of a muscle


def more_sets(checks: PlanChecks, week: WeekFacts, advice: Advice) -> Iterator[Fix]:
    """More sets for a muscle group: of what trains it, of something new, or in exchange for others."""
    group = advice.groups[0]
    missing = FEWEST_SETS * WHOLE_SET - week.halves[group]
    needed = -(-missing // WHOLE_SET)
    places = [place for place in places_of(week) if group in traits_of(place).main]
    more = _add(places, needed)
    if more:
        yield sets_on(more, group)
    new = exercises_for(checks, week, lambda one: group in one.groups)
    sessions = sorted(week.ahead, key=lambda one: (group not in one.bout.main, one.seconds))
    yield from islice(_additions(sessions, new, min(max(needed, 2), MOST_NEW)), MOST_CHOICES * 2)
    for place in places:
        traded = _trade(week, place, needed, group)
        if traded is not None:
            yield traded


def fewer_sets(_checks: PlanChecks, week: WeekFacts, advice: Advice) -> Iterator[Fix]:
    """Fewer sets for a muscle group."""
    group = advice.groups[0]
    over = week.halves[group] - MOST_SETS * WHOLE_SET
    places = sorted(places_of(week), key=lambda place: group not in traits_of(place).main)
    for least in (2, 1):
        cuts = _cut_halves(places, group, over, least)
        if cuts is not None:
            yield sets_off_week(cuts, group)


def _cut_halves(
    places: Sequence[Place], group: MuscleGroup, over: int, least: int
) -> dict[tuple[int, int], tuple[int, int]] | None:
    """Take sets of a group off, of main movers with the most sets first; as (before, after) by exercise."""
    counts = {key_of(place): place[0].counts[place[1]] for place in places}
    weight = {
        key_of(place): WHOLE_SET
        if group in traits_of(place).main
        else HALF_SET
        if group in traits_of(place).helping
        else 0
        for place in places
    }
    before = dict(counts)
    while over > 0:
        possible = [key for key in counts if weight[key] and counts[key] > least]
        most = max(possible, key=lambda key: (weight[key], counts[key], key), default=None)
        if most is None:
            return None
        counts[most] -= 1
        over -= weight[most]
    return {key: (before[key], sets) for key, sets in counts.items() if sets != before[key]}


def _add(places: Sequence[Place], needed: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Spread more sets over exercises, always to the one with the fewest; empty where it is too much."""
    counts = {key_of(place): place[0].counts[place[1]] for place in places}
    before = dict(counts)
    for _ in range(needed):
        fewest = min(counts, key=lambda key: counts[key], default=None)
        if fewest is None or counts[fewest] >= MOST_SETS_OF_ONE:
            return {}
        counts[fewest] += 1
    return {key: (before[key], sets) for key, sets in counts.items() if sets != before[key]}


def _additions(sessions: Iterable[SessionFacts], new: Sequence[Exercise], sets: int) -> Iterator[Fix]:
    for session in sessions:
        has = {one.exercise.key for one in session.traits}
        for exercise in new:
            if exercise.key not in has:
                label = tr_n(
                    "Add {n} set of {exercise} on {day}",
                    "Add {n} sets of {exercise} on {day}",
                    sets,
                    exercise=exercise.name,
                    day=weekday_of(session.planned.day),
                )
                yield AddExercise(label, session.planned.id, exercise.key, sets)


def _trade(week: WeekFacts, place: Place, needed: int, group: MuscleGroup) -> Fix | None:
    """Give an exercise sets of another one in its session, whose muscles have enough all the same."""
    session, position = place
    if session.counts[position] + needed > MOST_SETS_OF_ONE:
        return None
    enough = FEWEST_SETS * WHOLE_SET

    def spare(index: int) -> bool:
        traits = session.traits[index]
        left = (week.halves[one] - WHOLE_SET * needed for one in (*traits.main, *traits.helping))
        return group not in traits.main and session.counts[index] > needed and all(n >= enough for n in left)

    givers = [index for index in range(len(session.counts)) if index != position and spare(index)]
    giver = max(givers, key=lambda index: session.counts[index], default=None)
    if giver is None:
        return None
    label = tr_n(
        "{n} set more of {exercise}, less of {other}",
        "{n} sets more of {exercise}, less of {other}",
        needed,
        exercise=session.traits[position].exercise.name,
        other=session.traits[giver].exercise.name,
    )
    counts = {position: session.counts[position] + needed, giver: session.counts[giver] - needed}
    return change(label, session, counts)


# Push and pull


def more_pull(checks: PlanChecks, week: WeekFacts, _advice: Advice) -> Iterator[Fix]:
    """More sets that pull, something new that pulls, or a pull in the place of a push."""
    needed = -(-week.push // PUSHES_A_PULL) - week.pull
    pulls = [place for place in places_of(week) if traits_of(place).movement is Movement.PULL]
    more = _add(pulls, needed)
    if more:
        yield sets_on(more, None)
    wanted = (Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL)
    new = exercises_for(checks, week, lambda one: one.pattern in wanted)
    by_need = sorted(week.ahead, key=lambda one: (bool(one.pull), -one.push, one.seconds))
    if needed <= MOST_SETS_OF_ONE:
        yield from islice(_additions(by_need, new, max(needed, 2)), MOST_CHOICES)
    pushes = [place for place in places_of(week) if traits_of(place).movement is Movement.PUSH]
    for session, position in pushes[::-1]:
        has = {one.exercise.key for one in session.traits}
        for exercise in [one for one in new if one.key not in has][:1]:
            yield swap(session, position, exercise, named=True)


# Weeks


def smaller_steps(checks: PlanChecks, week: WeekFacts, _advice: Advice) -> Iterator[Fix]:
    """Take sets off this week, and off the next ones for as long as they would be too big a step then."""
    totals = {number: one.total for number, one in checks.weeks.items()}
    counts: list[SetCount] = []
    off, last, touched = 0, week.week, 0
    for number in range(week.week, max(totals) + 1):
        if number > last + STEP_WEEKS:
            break
        base = max(totals.get(number - back, 0) for back in range(1, STEP_WEEKS + 1))
        total = totals.get(number, 0)
        known = number != week.week and too_big_a_step(total, checks.outlook(number).base)
        if known or not too_big_a_step(total, base):
            continue
        over = total - largest_step(base)
        cuts = _cut_week(checks.weeks[number], over)
        if cuts is None:
            return
        counts += cuts
        totals[number] -= over
        off, last, touched = off + over, number, touched + 1
    if touched > 1:
        label = tr("Step up over {n} weeks: {off} sets fewer in all", n=touched, off=off)
    else:
        label = tr_n("Take {n} set off this week", "Take {n} sets off this week", off)
    yield ChangeSets(label, tuple(counts))


def _cut_week(week: WeekFacts, over: int) -> list[SetCount] | None:
    """Take sets off a week, always of the exercise with the most, the last of them first."""
    counts = {key_of(place): place[0].counts[place[1]] for place in places_of(week)}
    before = dict(counts)
    for _ in range(over):
        most = max(counts, key=lambda key: (counts[key], key), default=None)
        if most is None or counts[most] <= 1:
            return None
        counts[most] -= 1
    return [SetCount(*key, sets) for key, sets in counts.items() if sets != before[key]]


def lighter_week(checks: PlanChecks, week: WeekFacts, _advice: Advice) -> Iterator[Fix]:
    """This week or one of the last before it that is wholly to come."""
    for number in range(week.week, week.week - WEEKS_WITHOUT_LIGHTER, -1):
        one = checks.weeks.get(number)
        if one is not None and len(one.ahead) * LIGHTER_SHARE[1] >= len(one.sessions) * LIGHTER_SHARE[0]:
            back = week.week - number
            label = tr_n("Make the week before a lighter one", "Make the week {n} before a lighter one", back)
            yield LighterWeek(tr("Make this a lighter week") if not back else label, number)
