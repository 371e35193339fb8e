"""The checks that look at single sessions: rest before them, how long they take, what they need."""

from __future__ import annotations

from collections.abc import Iterator

from nextrep.domain.advice import Advice, Kind, Severity, name_of
from nextrep.domain.days import listed, weekday_title
from nextrep.domain.equipment import equipment_title
from nextrep.domain.exercises import MuscleGroup, group_title
from nextrep.domain.plan_facts import PlanFacts, SessionFacts, WeekFacts
from nextrep.domain.program import WEEKDAYS
from nextrep.domain.recovery import REST_HOURS, Bout, Rest, rests_before
from nextrep.domain.text import tr, tr_n

MOST_NAMED = 3
"""So many muscle groups are named in a sentence; of more, the rest is counted."""


def rests(week: WeekFacts, before: tuple[Bout, ...]) -> Iterator[Advice]:
    """Look for muscles that come again too soon; `before` are the bouts of the days before its Monday."""
    earlier = list(before)
    for one in week.sessions:
        if not one.ahead:
            continue
        found = rests_before(one.bout, earlier)
        earlier.append(one.bout)
        main = [rest for rest in found if not rest.helping]
        if main:
            yield _rest(week, one, main)
        elif found:
            yield _helping_rest(week, one, found)


def _rest(week: WeekFacts, session: SessionFacts, short: list[Rest]) -> Advice:
    closest = min(short, key=lambda rest: rest.hours)
    groups = tuple(rest.group for rest in short)
    words = {
        "title": session.planned.title,
        "day": _weekday(session.planned.day),
        "hours": closest.hours,
        "before": _weekday(closest.before.day),
        "muscles": _muscles(groups),
    }
    if closest.before.day == session.planned.day:
        text = tr("{day} has {muscles} twice, in two sessions.", **words)
    else:
        text = tr("{title} on {day} comes {hours} h after {before}’s work for {muscles}.", **words)
    return Advice(
        kind=Kind.REST,
        severity=Severity.LOOK,
        week=week.week,
        session_id=session.planned.id,
        groups=groups,
        text=text,
        reason=tr(
            "About {hours} h between sessions for the same muscles is a common guide (ACSM). "
            "It is no rule: how you feel counts for more.",
            hours=REST_HOURS,
        ),
        name=name_of(Kind.REST, closest.before.title, session.planned.title),
        amount=REST_HOURS - closest.hours,
    )


def _helping_rest(week: WeekFacts, session: SessionFacts, short: list[Rest]) -> Advice:
    closest = min(short, key=lambda rest: rest.hours)
    groups = tuple(rest.group for rest in short)
    return Advice(
        kind=Kind.HELPING_REST,
        severity=Severity.HINT,
        week=week.week,
        session_id=session.planned.id,
        groups=groups,
        text=tr(
            "{title} on {day} shares helping muscles with {before}, {hours} h before: {muscles}.",
            title=session.planned.title,
            day=_weekday(session.planned.day),
            hours=closest.hours,
            before=_weekday(closest.before.day),
            muscles=_muscles(groups),
        ),
        reason=tr("Muscles that only help tire less. This is good to know, and fine for most people."),
        name=name_of(Kind.HELPING_REST, closest.before.title, session.planned.title),
        amount=REST_HOURS - closest.hours,
    )


def lengths(facts: PlanFacts, week: WeekFacts) -> Iterator[Advice]:
    """Look for sessions that take longer than the person wants."""
    wanted = facts.plan.program.answers.minutes
    for one in week.sessions:
        minutes = facts.pace.minutes(one.seconds)
        if not one.ahead or minutes <= wanted:
            continue
        reason = tr(
            "Counted are a warm-up, your sets and rests, and 4 s a rep. You wanted {wanted} min.",
            wanted=wanted,
        )
        if facts.pace.sessions:
            reason += " " + tr(
                "It is set by your last {n} sessions, which took {factor} times the plain estimate.",
                n=facts.pace.sessions,
                factor=f"{facts.pace.factor:.1f}",
            )
        yield Advice(
            kind=Kind.LONG,
            severity=Severity.LOOK,
            week=week.week,
            session_id=one.planned.id,
            groups=(),
            text=tr_n(
                "{title} on {day} takes about {minutes} min, {n} minute more than you wanted.",
                "{title} on {day} takes about {minutes} min, {n} minutes more than you wanted.",
                minutes - wanted,
                title=one.planned.title,
                day=_weekday(one.planned.day),
                minutes=minutes,
            ),
            reason=reason,
            name=name_of(Kind.LONG, one.planned.title),
            amount=minutes,
        )


def equipment(facts: PlanFacts, week: WeekFacts) -> Iterator[Advice]:
    """Look for exercises that need what is not at hand."""
    at_hand = facts.plan.program.answers.equipment
    for one in week.sessions:
        for position in one.missing if one.ahead else ():
            exercise = one.traits[position].exercise
            things = [equipment_title(item).lower() for item in exercise.equipment if item not in at_hand]
            yield Advice(
                kind=Kind.EQUIPMENT,
                severity=Severity.LOOK,
                week=week.week,
                session_id=one.planned.id,
                groups=(),
                text=tr(
                    "{exercise} on {day} needs: {things}.",
                    exercise=exercise.name,
                    day=_weekday(one.planned.day),
                    things=listed(things),
                ),
                reason=tr("It is not among the equipment that you said you have."),
                name=name_of(Kind.EQUIPMENT, exercise.key),
                amount=1,
                position=position,
            )


def _weekday(day: int) -> str:
    return weekday_title((day - 1) % WEEKDAYS)


def _muscles(groups: tuple[MuscleGroup, ...]) -> str:
    names = [group_title(group).lower() for group in groups]
    if len(names) > MOST_NAMED + 1:
        rest = len(names) - MOST_NAMED
        names = [*names[:MOST_NAMED], tr("{n} more", n=rest)]
    return listed(names)
