"""The checks of a plan, one function each, on one week and what is known of the weeks around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from nextrep.domain.advice import (
    FEWEST_SETS,
    MOST_SETS,
    PUSHES_A_PULL,
    SMALL_WEEK,
    STEP_PERCENT,
    STEP_SETS,
    WEEKS_WITHOUT_LIGHTER,
    Advice,
    Kind,
    Severity,
    sets_text,
)
from nextrep.domain.days import listed, weekday_title
from nextrep.domain.equipment import equipment_title
from nextrep.domain.exercises import MuscleGroup, group_title
from nextrep.domain.plan_facts import WHOLE_SET, PlanFacts, SessionFacts, WeekFacts
from nextrep.domain.program import WEEKDAYS
from nextrep.domain.recovery import REST_HOURS, Bout, Rest, rests_before
from nextrep.domain.text import tr, tr_n

MOST_NAMED = 3
"""So many muscle groups are named in a sentence; of more, the rest is counted."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the checks of a week need to know of the others.

    Attributes:
        before: bouts of the days before its Monday that may be too close, by time.
        base: working sets of the largest of the 3 weeks before, 0 where there is none.
        lighter: whether it is a lighter week.
        unbroken: whether it ends 8 weeks without a lighter one.
        trained: muscle groups that its phases train as main movers.
        new_phase: whether a phase begins in it.
    """

    before: tuple[Bout, ...] = ()
    base: int = 0
    lighter: bool = False
    unbroken: bool = False
    trained: frozenset[MuscleGroup] = frozenset()
    new_phase: bool = False


def check_week(facts: PlanFacts, week: WeekFacts, outlook: Outlook) -> tuple[Advice, ...]:
    """Return all there is to look at in a week; nothing for a week that is behind the person."""
    if not any(one.ahead for one in week.sessions):
        return ()
    found = chain(
        _rests(week, outlook),
        _lengths(facts, week),
        _equipment(facts, week),
        _sets(week, outlook),
        _pulls(week),
        _step(week, outlook),
        _unbroken(week, outlook),
    )
    return tuple(sorted(found, key=lambda one: one.severity is Severity.HINT))


def too_big_a_step(total: int, base: int) -> bool:
    """Tell whether a week of `total` working sets steps up too far from `base`, 0 for no week before."""
    return bool(base) and total - base >= STEP_SETS and total * 100 > base * (100 + STEP_PERCENT)


def largest_step(base: int) -> int:
    """Return the most working sets that are no big step from `base`."""
    return max(base * (100 + STEP_PERCENT) // 100, base + STEP_SETS - 1)


def _rests(week: WeekFacts, outlook: Outlook) -> Iterator[Advice]:
    earlier = list(outlook.before)
    for one in week.sessions:
        if not one.ahead:
            continue
        rests = rests_before(one.bout, earlier)
        earlier.append(one.bout)
        main = [rest for rest in rests if not rest.helping]
        if main:
            yield _rest(week, one, main)
        elif rests:
            yield _helping_rest(week, one, rests)


def _rest(week: WeekFacts, session: SessionFacts, rests: list[Rest]) -> Advice:
    closest = min(rests, key=lambda rest: rest.hours)
    groups = tuple(rest.group for rest in rests)
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
        name=_name(Kind.REST, closest.before.title, session.planned.title),
        amount=REST_HOURS - closest.hours,
    )


def _helping_rest(week: WeekFacts, session: SessionFacts, rests: list[Rest]) -> Advice:
    closest = min(rests, key=lambda rest: rest.hours)
    groups = tuple(rest.group for rest in rests)
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
        name=_name(Kind.HELPING_REST, closest.before.title, session.planned.title),
        amount=REST_HOURS - closest.hours,
    )


def _lengths(facts: PlanFacts, week: WeekFacts) -> Iterator[Advice]:
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
            name=_name(Kind.LONG, one.planned.title),
            amount=minutes,
        )


def _equipment(facts: PlanFacts, week: WeekFacts) -> Iterator[Advice]:
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
                name=_name(Kind.EQUIPMENT, exercise.key),
                amount=1,
                position=position,
            )


def _sets(week: WeekFacts, outlook: Outlook) -> Iterator[Advice]:
    fewer_is_fine = outlook.lighter or week.skipped or week.total <= SMALL_WEEK
    for group in MuscleGroup:
        halves = week.halves[group]
        if halves > MOST_SETS * WHOLE_SET:
            yield _many(week, group, halves)
        elif not fewer_is_fine and group in outlook.trained and halves < FEWEST_SETS * WHOLE_SET:
            yield _few(week, group, halves)


def _few(week: WeekFacts, group: MuscleGroup, halves: int) -> Advice:
    return Advice(
        kind=Kind.FEW,
        severity=Severity.LOOK,
        week=week.week,
        session_id=None,
        groups=(group,),
        text=tr_n(
            "{muscle}: {sets} set this week.",
            "{muscle}: {sets} sets this week.",
            1 if halves == WHOLE_SET else 2,
            muscle=group_title(group),
            sets=sets_text(halves),
        ),
        reason=tr(
            "{n} sets a week for a muscle is a common floor for getting stronger (Iversen 2021). "
            "Fewer still count, in the first weeks above all.",
            n=FEWEST_SETS,
        ),
        name=_name(Kind.FEW, group),
        amount=FEWEST_SETS * WHOLE_SET - halves,
    )


def _many(week: WeekFacts, group: MuscleGroup, halves: int) -> Advice:
    return Advice(
        kind=Kind.MANY,
        severity=Severity.LOOK,
        week=week.week,
        session_id=None,
        groups=(group,),
        text=tr("{muscle}: {sets} sets this week.", muscle=group_title(group), sets=sets_text(halves)),
        reason=tr(
            "Above about {n} sets a week a muscle gains little more and needs longer to rest "
            "(Baz-Valle 2022).",
            n=MOST_SETS,
        ),
        name=_name(Kind.MANY, group),
        amount=halves,
    )


def _pulls(week: WeekFacts) -> Iterator[Advice]:
    if week.push <= PUSHES_A_PULL * week.pull:
        return
    pushes = tr_n("{n} set that pushes", "{n} sets that push", week.push)
    if week.pull:
        text = tr(
            "{pushes} this week, and only {n} to pull.",
            pushes=pushes,
            n=week.pull,
        )
    else:
        text = tr("{pushes} this week, and none that pulls.", pushes=pushes)
    yield Advice(
        kind=Kind.PULL,
        severity=Severity.LOOK,
        week=week.week,
        session_id=None,
        groups=(),
        text=text,
        reason=tr(
            "Rows and pulls beside presses keep shoulders in balance. "
            "At least one pull for two pushes is a convention of coaches."
        ),
        name=_name(Kind.PULL),
        amount=10 * week.push // week.pull if week.pull else 1000,
    )


def _step(week: WeekFacts, outlook: Outlook) -> Iterator[Advice]:
    if not too_big_a_step(week.total, outlook.base):
        return
    more = round(100 * (week.total - outlook.base) / outlook.base)
    reason = tr(
        "Steps of up to about {percent} % are easier to recover from: a convention, not a limit.",
        percent=STEP_PERCENT,
    )
    if outlook.new_phase:
        reason += " " + tr("A new phase begins here, and means it so.")
    yield Advice(
        kind=Kind.STEP,
        severity=Severity.HINT if outlook.new_phase else Severity.LOOK,
        week=week.week,
        session_id=None,
        groups=(),
        text=tr(
            "{total} sets in all, {more} % more than the most of the three weeks before ({base}).",
            total=week.total,
            more=more,
            base=outlook.base,
        ),
        reason=reason,
        name=_name(Kind.STEP, str(week.week)),
        amount=more,
    )


def _unbroken(week: WeekFacts, outlook: Outlook) -> Iterator[Advice]:
    if outlook.unbroken:
        yield Advice(
            kind=Kind.NO_LIGHTER,
            severity=Severity.LOOK,
            week=week.week,
            session_id=None,
            groups=(),
            text=tr("{n} weeks without a lighter one end here.", n=WEEKS_WITHOUT_LIGHTER),
            reason=tr(
                "A lighter week every 4 to {n} weeks is usual: it lets what was built settle.",
                n=WEEKS_WITHOUT_LIGHTER,
            ),
            name=_name(Kind.NO_LIGHTER),
            amount=1,
        )


def _name(kind: Kind, *parts: str) -> str:
    return "|".join((kind, *parts))


def _weekday(day: int) -> str:
    return weekday_title((day - 1) % WEEKDAYS)


def _muscles(groups: tuple[MuscleGroup, ...]) -> str:
    names = [group_title(group).lower() for group in groups]
    if len(names) > MOST_NAMED + 1:
        rest = len(names) - MOST_NAMED
        names = [*names[:MOST_NAMED], tr("{n} more", n=rest)]
    return listed(names)
