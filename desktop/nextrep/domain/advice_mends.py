"""Which mends are offered: those that end what they mend, and begin nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nextrep.domain.advice import Advice, Fix, Severity
from nextrep.domain.advice_candidates import candidates
from nextrep.domain.advice_edits import edit_of
from nextrep.domain.plan_checks import PlanChecks
from nextrep.domain.plan_edit import PlanEdit, SessionChange
from nextrep.domain.plan_facts import PlanFacts
from nextrep.domain.program import PlannedSession

MOST_OFFERED = 2
MOST_TRIED = 12
"""So many ways are tried for one advice at most, because each is a check of the plan."""


def with_mends(checks: PlanChecks, advice: Iterable[Advice]) -> tuple[Advice, ...]:
    """Return advice with its mends."""
    return tuple(replace(one, fixes=mends(checks, one)) for one in advice)


def mends(checks: PlanChecks, advice: Advice) -> tuple[Fix, ...]:
    """Return what would end an advice, the best first; none where nothing simple would.

    Each was tried on the plan: after it the advice is gone, there is no more of its kind, and nothing else
    is worth a look that was not before.
    """
    found: list[Fix] = []
    for tried, fix in enumerate(candidates(checks, advice)):
        if tried == MOST_TRIED or len(found) == MOST_OFFERED:
            break
        if settles(checks, advice, fix) and not any(type(fix) is type(one) for one in found):
            found.append(fix)
    return tuple(found)


def settles(checks: PlanChecks, advice: Advice, fix: Fix) -> bool:
    """Tell whether a mend ends an advice without a new one."""
    edit = edit_of(checks.facts, fix)
    if edit.is_empty:
        return False
    after = checks.after(edit)
    weeks = after.changed_from(checks)
    before = _points(checks, weeks, advice)
    now = _points(after, weeks, advice)
    return now <= before - advice.points


def _points(checks: PlanChecks, weeks: Iterable[int], advice: Advice) -> set[tuple[object, ...]]:
    """Collect the points of what is worth a look, and of hints of the same kind."""
    return {
        point
        for week in weeks
        for one in checks.week(week)
        if one.severity is Severity.LOOK or one.kind is advice.kind
        for point in one.points
    }


def mend_everywhere(checks: PlanChecks, name: str) -> PlanEdit | None:
    """Return one edit that mends a thing in all weeks where it can be, None where it nowhere can."""
    facts = checks.facts
    label = ""
    for week in sorted(checks.weeks):
        # An advice that a mend before it has ended or changed is looked up anew.
        for one in [one for one in checks.week(week) if one.name == name]:
            if one not in checks.week(week):
                continue
            fixes = mends(checks, one)
            if fixes:
                edit = edit_of(checks.facts, fixes[0])
                label = edit.label
                checks = checks.after(edit)
    return _difference(facts, checks.facts, label)


def _difference(before: PlanFacts, after: PlanFacts, label: str) -> PlanEdit | None:
    """Return the edit from one plan to the other; both have the same sessions."""
    old: dict[int, PlannedSession] = {one.id: one for one in before.plan.sessions}
    changes = tuple(SessionChange(old[one.id], one) for one in after.plan.sessions if one is not old[one.id])
    return PlanEdit(label, changes) if changes else None
