"""The checks of a whole plan, kept by week, so that an edit costs the weeks it touches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from nextrep.domain.advice import (
    LIGHTER_SHARE,
    STEP_WEEKS,
    WEEKS_WITHOUT_LIGHTER,
    Advice,
    Severity,
)
from nextrep.domain.advice_checks import Outlook, check_week
from nextrep.domain.exercises import MuscleGroup
from nextrep.domain.plan_edit import PlanEdit
from nextrep.domain.plan_facts import Counter, PlanFacts, WeekFacts, bouts_ahead
from nextrep.domain.program import WEEKDAYS, PlannedSession
from nextrep.domain.recovery import REST_HOURS, Bout


class PlanChecks:
    """All advice on a plan, without mends (see domain.advice_mends).

    A week is checked from its own sessions and from an `Outlook` on the others. Both are compared with
    what they were: a week whose two are the same keeps its advice. So the result never depends on the way
    there.
    """

    def __init__(self, facts: PlanFacts) -> None:
        self._start(facts)

    def _start(self, facts: PlanFacts) -> None:
        self._facts = facts
        self._counter = Counter(facts)
        self._planned = _by_week(facts)
        self._weeks: dict[int, WeekFacts] = {}
        self._outlooks: dict[int, Outlook] = {}
        self._found: dict[int, tuple[Advice, ...]] = {}
        self._count(self._planned)
        self._check(frozenset(self._weeks))

    @property
    def facts(self) -> PlanFacts:
        """What was checked."""
        return self._facts

    @property
    def weeks(self) -> Mapping[int, WeekFacts]:
        """What was counted, by calendar week."""
        return self._weeks

    def outlook(self, week: int) -> Outlook:
        """Return what a week knows of the others."""
        return self._outlooks.get(week, Outlook())

    def week(self, week: int) -> tuple[Advice, ...]:
        """Return the advice on a calendar week, hints last."""
        return self._found.get(week, ())

    def all(self) -> Iterator[Advice]:
        """Give all advice by week."""
        for week in sorted(self._found):
            yield from self._found[week]

    def update(self, facts: PlanFacts, changed: Iterable[int] | None = None) -> None:
        """Check the plan as it is now.

        Args:
            facts: the plan and what is known besides.
            changed: calendar weeks whose sessions differ, those that a session left included; None finds
                them out.
        """
        planned = _by_week(facts)
        if not _alike(self._facts, facts):
            self._start(facts)
            return
        if changed is None:
            changed = {
                week for week in planned.keys() | self._planned.keys()
                if planned.get(week, []) != self._planned.get(week, [])
            }  # fmt: skip
        self._counter = self._counter.renewed(facts)
        self._facts, self._planned = facts, planned
        self._recheck(frozenset(changed))

    def after(self, edit: PlanEdit) -> PlanChecks:
        """Return the checks of the plan as it would be after an edit of its sessions; these stay."""
        before = {c.before.id: c.after for c in edit.sessions if c.before is not None}
        weeks: set[int] = set()
        week_of = self._facts.plan.week_of
        for change in edit.sessions:
            weeks |= {week_of(one.day) for one in (change.before, change.after) if one is not None}
        made = [c.after for c in edit.sessions if c.before is None and c.after is not None]
        other = object.__new__(PlanChecks)
        sessions = [before.get(one.id, one) for one in self._facts.plan.sessions] + made
        plan = replace(self._facts.plan, sessions=tuple(one for one in sessions if one is not None))
        other._facts = replace(self._facts, plan=plan)
        other._counter = self._counter.renewed(other._facts)
        other._planned = _by_week(other._facts)
        other._weeks, other._outlooks = dict(self._weeks), dict(self._outlooks)
        other._found = dict(self._found)
        other._recheck(frozenset(weeks))
        return other

    def changed_from(self, other: PlanChecks) -> list[int]:
        """Return the weeks whose advice is not the same as in checks that these came from."""
        weeks = self._found.keys() | other._found.keys()
        return [week for week in weeks if self._found.get(week) is not other._found.get(week)]

    def _recheck(self, changed: frozenset[int]) -> None:
        self._count(changed)
        self._check(changed)

    def _count(self, weeks: Iterable[int]) -> None:
        for week in weeks:
            counted = self._counter.week(week, self._planned.get(week, ()))
            if counted is None:
                self._weeks.pop(week, None)
            else:
                self._weeks[week] = counted

    def _check(self, changed: frozenset[int]) -> None:
        """Check the weeks that changed, and those to which the others look different now."""
        outlooks = _outlooks(self._facts, self._weeks)
        for week in self._found.keys() - self._weeks.keys():
            del self._found[week]
        for week, facts in self._weeks.items():
            if week in changed or outlooks[week] != self._outlooks.get(week):
                self._found[week] = check_week(self._facts, facts, outlooks[week])
        self._outlooks = outlooks


def _alike(one: PlanFacts, other: PlanFacts) -> bool:
    """Tell whether two plans differ in their sessions only."""
    return (
        one.today == other.today
        and one.done == other.done
        and one.pace == other.pace
        and one.plan.going_on == other.plan.going_on
        and one.plan.program.start_day == other.plan.program.start_day
        and one.plan.program.answers == other.plan.program.answers
        and all(other.exercises.get(number) == exercise for number, exercise in one.exercises.items())
    )


def _by_week(facts: PlanFacts) -> dict[int, list[PlannedSession]]:
    found: dict[int, list[PlannedSession]] = {}
    start = facts.plan.program.start_day
    for one in facts.plan.sessions:
        found.setdefault((one.day - start) // WEEKDAYS + 1, []).append(one)
    return found


def _outlooks(facts: PlanFacts, weeks: Mapping[int, WeekFacts]) -> dict[int, Outlook]:
    """Look at each week from the others. This runs over all weeks at each change, so it is short."""
    totals = {week: one.total for week, one in weeks.items()}
    bases = {
        week: max((totals.get(week - back, 0) for back in range(1, STEP_WEEKS + 1)), default=0)
        for week in weeks
    }
    lighter = {week for week, one in weeks.items() if _is_lighter(one, bases[week])}
    unbroken = _unbroken(weeks, lighter)
    trained: dict[str, set[MuscleGroup]] = {}
    for one in weeks.values():
        for phase in one.phases:
            trained.setdefault(phase, set()).update(one.main)
    return {
        week: Outlook(
            before=_before(facts, weeks, week),
            base=bases[week],
            lighter=week in lighter,
            unbroken=week in unbroken,
            trained=frozenset().union(*(trained[phase] for phase in one.phases)),
            new_phase=not _same_phase(weeks.get(week - 1), one),
        )
        for week, one in weeks.items()
    }


def _is_lighter(week: WeekFacts, base: int) -> bool:
    share, of = LIGHTER_SHARE
    return week.lighter_sets * 2 >= week.total or week.total * of <= base * share


def _unbroken(weeks: Mapping[int, WeekFacts], lighter: set[int]) -> set[int]:
    """Find the weeks ahead that end 8 in a row without a lighter one; after one, 8 more must pass."""
    found: set[int] = set()
    run = 0
    for week in sorted(weeks):
        broken = week in lighter or not weeks[week].total or week - 1 not in weeks
        run = (0 if week in lighter or not weeks[week].total else 1) if broken else run + 1
        if run >= WEEKS_WITHOUT_LIGHTER and any(one.ahead for one in weeks[week].sessions):
            found.add(week)
            run = 0
    return found


def _same_phase(before: WeekFacts | None, week: WeekFacts) -> bool:
    return before is None or not before.phases or not week.phases or before.phases[-1:] == week.phases[-1:]


def _before(facts: PlanFacts, weeks: Mapping[int, WeekFacts], week: int) -> tuple[Bout, ...]:
    """Return the bouts that come before a week's own ones, and may be too close to them."""
    monday = facts.plan.program.start_day + WEEKDAYS * (week - 1)
    near = monday - REST_HOURS // 24
    found: list[Bout] = []
    last = weeks.get(week - 1)
    if last is not None:
        found = [bout for bout in bouts_ahead(last.sessions) if bout.day >= near]
    if facts.done:
        found = [bout for bout in facts.done if near <= bout.day < monday + WEEKDAYS] + found
        found.sort(key=lambda bout: bout.order)
    return tuple(found)


def worth_a_look(advice: Iterable[Advice]) -> int:
    """Count the things to look at: the same thing in several weeks is one, and hints are none."""
    return len({one.name for one in advice if one.severity is Severity.LOOK})
