"""Which mends are offered: those that end what they mend, and begin nothing that weighs as much."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nextrep.domain.advice import Advice, Fix, Kind, Severity
from nextrep.domain.advice_candidates import candidates
from nextrep.domain.advice_edits import edit_of
from nextrep.domain.plan_checks import PlanChecks
from nextrep.domain.plan_edit import PlanEdit, SessionChange
from nextrep.domain.plan_facts import PlanFacts
from nextrep.domain.program import PlannedSession

WEIGHTS = {
    kind: weight
    for weight, kind in enumerate(
        (
            Kind.EQUIPMENT, Kind.REST, Kind.LONG, Kind.PULL, Kind.MANY, Kind.STEP, Kind.FEW, Kind.NO_LIGHTER,
            Kind.HELPING_REST,
        )
    )
}  # fmt: skip
"""What weighs most comes first: without the thing it cannot be done, without the time hardly."""

MOST_OFFERED = 2
MOST_TRIED = 12
"""So many ways are tried for one advice at most, because each is a check of the plan."""


def with_mends(checks: PlanChecks, advice: Iterable[Advice]) -> tuple[Advice, ...]:
    """Return advice with its mends."""
    return tuple(replace(one, fixes=mends(checks, one)) for one in advice)


def mends(checks: PlanChecks, advice: Advice) -> tuple[Fix, ...]:
    """Return what would end an advice, the best first; none where nothing simple would.

    Each was tried on the plan: after it the advice is gone, and there is no more of its kind. Mends that
    begin nothing else go first; only where there is none, one is offered that begins something of less
    weight (see `WEIGHTS`), as fewer sets for the sake of time. So no two mends can undo each other in turn.
    """
    found: list[Fix] = []
    second: Fix | None = None
    for tried, fix in enumerate(candidates(checks, advice)):
        if tried == MOST_TRIED or len(found) == MOST_OFFERED:
            break
        begun = _begun(checks, advice, fix)
        if begun is None or any(type(fix) is type(one) for one in found):
            continue
        if not begun:
            found.append(fix)
        elif second is None and all(WEIGHTS[kind] > WEIGHTS[advice.kind] for kind in begun):
            second = fix
    return tuple(found) or ((second,) if second else ())


def _begun(checks: PlanChecks, advice: Advice, fix: Fix) -> set[Kind] | None:
    """Return what else a mend begins; None if it does not end the advice."""
    edit = edit_of(checks.facts, fix)
    if edit.is_empty:
        return None
    after = checks.after(edit)
    weeks = after.changed_from(checks)
    before, now = _points(checks, weeks, advice), _points(after, weeks, advice)
    if any(now[point] is advice.kind for point in now.keys() - (before.keys() - advice.points)):
        return None
    return {now[point] for point in now.keys() - before.keys()}


def _points(checks: PlanChecks, weeks: Iterable[int], advice: Advice) -> dict[tuple[object, ...], Kind]:
    """Collect the points of what is worth a look, and of hints of the same kind."""
    return {
        point: one.kind
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
