"""The checks of a week, one function each, on it and what is known of the weeks around it."""

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
    name_of,
    sets_text,
)
from nextrep.domain.advice_session_checks import equipment, lengths, rests
from nextrep.domain.exercises import MuscleGroup, group_title
from nextrep.domain.plan_facts import WHOLE_SET, PlanFacts, WeekFacts
from nextrep.domain.recovery import GROUPS, Bout
from nextrep.domain.text import tr, tr_n


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
        rests(week, outlook.before),
        lengths(facts, week),
        equipment(facts, week),
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


def _sets(week: WeekFacts, outlook: Outlook) -> Iterator[Advice]:
    fewer_is_fine = outlook.lighter or week.skipped or week.total <= SMALL_WEEK
    for group in GROUPS:
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
        name=name_of(Kind.FEW, group),
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
        name=name_of(Kind.MANY, group),
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
        name=name_of(Kind.PULL),
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
        name=name_of(Kind.STEP, str(week.week)),
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
            name=name_of(Kind.NO_LIGHTER),
            amount=1,
        )
