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
from nextrep.domain.plan_facts import Counter, PlanFacts, WeekFacts
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
        self._trained: dict[str, frozenset[MuscleGroup]] = {}
        self._found: dict[int, tuple[Advice, ...]] = {}
        self._recheck(frozenset(self._planned))

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
        plan = self._facts.plan
        gone = {change.before.id for change in edit.sessions if change.before is not None}
        come = [change.after for change in edit.sessions if change.after is not None]
        come.sort(key=lambda one: (one.day, one.id))
        weeks = frozenset(
            plan.week_of(one.day)
            for change in edit.sessions
            for one in (change.before, change.after)
            if one is not None
        )
        other = object.__new__(PlanChecks)
        sessions = (*(one for one in plan.sessions if one.id not in gone), *come)
        other._facts = replace(self._facts, plan=replace(plan, sessions=sessions))
        other._counter = self._counter.renewed(other._facts)
        other._planned = dict(self._planned)
        for week in weeks:
            kept = [one for one in self._planned.get(week, ()) if one.id not in gone]
            other._planned[week] = kept + [one for one in come if plan.week_of(one.day) == week]
        other._weeks, other._outlooks = dict(self._weeks), dict(self._outlooks)
        other._trained, other._found = self._trained, dict(self._found)
        other._recheck(weeks)
        return other

    def changed_from(self, other: PlanChecks) -> list[int]:
        """Return the weeks whose advice is not the same as in checks that these came from."""
        weeks = self._found.keys() | other._found.keys()
        return [week for week in weeks if self._found.get(week) is not other._found.get(week)]

    def _recheck(self, changed: frozenset[int]) -> None:
        """Count the weeks that changed; check them, and those to which the others look different now."""
        for week in changed:
            counted = self._counter.week(week, self._planned.get(week, ()))
            if counted is None:
                self._weeks.pop(week, None)
                self._outlooks.pop(week, None)
                self._found.pop(week, None)
            else:
                self._weeks[week] = counted
        for week, outlook in self._new_outlooks(changed).items():
            if week in changed or outlook != self._outlooks.get(week):
                self._outlooks[week] = outlook
                self._found[week] = check_week(self._facts, self._weeks[week], outlook)

    def _new_outlooks(self, changed: frozenset[int]) -> dict[int, Outlook]:
        """Return the outlooks that may be different after some weeks changed.

        A week looks back 3 weeks; only the runs without a lighter week and what a phase trains reach farther.
        """
        weeks = self._weeks
        near = {week + step for week in changed for step in range(STEP_WEEKS + 1)} & weeks.keys()
        lighter = {week: old.lighter for week, old in self._outlooks.items()}
        bases = {
            week: max((weeks[back].total for back in _weeks_back(week) if back in weeks), default=0)
            for week in near
        }
        lighter |= {week: _is_lighter(weeks[week], bases[week]) for week in near}
        unbroken = _unbroken(weeks, lighter)
        trained = _trained(weeks.values())
        affected = set(near)
        affected |= {week for week, old in self._outlooks.items() if old.unbroken is not (week in unbroken)}
        if trained != self._trained:
            affected |= weeks.keys()
        self._trained = trained
        return {
            week: Outlook(
                before=_before(self._facts, weeks, week),
                base=bases[week] if week in bases else self._outlooks[week].base,
                lighter=lighter[week],
                unbroken=week in unbroken,
                trained=_all_of(trained, weeks[week].phases),
                new_phase=not _same_phase(weeks.get(week - 1), weeks[week]),
            )
            for week in affected
        }


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


def _weeks_back(week: int) -> range:
    return range(week - STEP_WEEKS, week)


def _trained(weeks: Iterable[WeekFacts]) -> dict[str, frozenset[MuscleGroup]]:
    """Return the main movers of each phase."""
    found: dict[str, frozenset[MuscleGroup]] = {}
    for week in weeks:
        for phase in week.phases:
            known = found.get(phase, frozenset())
            if not week.main <= known:
                found[phase] = known | week.main
    return found


def _all_of(trained: Mapping[str, frozenset[MuscleGroup]], phases: tuple[str, ...]) -> frozenset[MuscleGroup]:
    if len(phases) == 1:
        return trained.get(phases[0], frozenset())
    return frozenset[MuscleGroup]().union(*(trained.get(phase, frozenset()) for phase in phases))


def _is_lighter(week: WeekFacts, base: int) -> bool:
    share, of = LIGHTER_SHARE
    return week.lighter_sets * 2 >= week.total or week.total * of <= base * share


def _unbroken(weeks: Mapping[int, WeekFacts], lighter: Mapping[int, bool]) -> set[int]:
    """Find the weeks ahead that end 8 in a row without a lighter one; after one, 8 more must pass.

    A week of which half the sets are light to moderate asks for no lighter one.
    """
    found: set[int] = set()
    run = 0
    for week in sorted(weeks):
        before = run if week - 1 in weeks else 0
        easy = weeks[week].easy_sets * 2 >= weeks[week].total
        run = 0 if lighter[week] or easy else before + 1
        if run >= WEEKS_WITHOUT_LIGHTER and any(one.ahead for one in weeks[week].sessions):
            found.add(week)
            run = 0
    return found


def _same_phase(before: WeekFacts | None, week: WeekFacts) -> bool:
    return before is None or not before.phases or not week.phases or before.phases[-1:] == week.phases[-1:]


def _before(facts: PlanFacts, weeks: Mapping[int, WeekFacts], week: int) -> tuple[Bout, ...]:
    """Return the bouts that come before a week's own ones, and may be too close to them."""
    last = weeks.get(week - 1)
    tail = last.tail if last is not None else ()
    monday = facts.plan.program.start_day + WEEKDAYS * (week - 1)
    near = [bout for bout in facts.done if monday - REST_HOURS // 24 <= bout.day < monday + WEEKDAYS]
    return tuple(sorted((*near, *tail), key=lambda bout: bout.order)) if near else tail


def worth_a_look(advice: Iterable[Advice]) -> int:
    """Count the things to look at: the same thing in several weeks is one, and hints are none."""
    return len({one.name for one in advice if one.severity is Severity.LOOK})
