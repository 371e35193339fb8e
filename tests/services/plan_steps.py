"""What tests of the plan share: its sessions, and a step that is taken, taken back and taken again."""

from collections.abc import Callable
from dataclasses import replace

from nextrep.domain.changes import Outcome
from nextrep.domain.plan_edit import PlanEdit, SessionChange
from nextrep.domain.program import PlannedSession, PlannedState
from nextrep.domain.training import Target
from nextrep.services import plan_editing
from nextrep.storage.store import Store


def sessions(store: Store) -> list[PlannedSession]:
    return [one for one in plan_editing.plan(store).sessions if one.state is not PlannedState.REMOVED]


def check_undo(store: Store, step: Callable[[], Outcome[PlanEdit]]) -> None:
    """Take a step, take it back, take it again: before and after are the same each time."""
    before = plan_editing.plan(store)
    outcome = step()
    after = plan_editing.plan(store)
    assert before != after
    assert outcome.undo is not None
    back = outcome.undo()
    assert plan_editing.plan(store) == before
    assert back.undo is not None
    back.undo()
    assert plan_editing.plan(store) == after


def asking(planned: PlannedSession, *targets: Target) -> PlanEdit:
    """Return the edit that makes a session ask for this, whether or not it makes sense."""
    return PlanEdit("", (SessionChange(planned, replace(planned, targets=targets)),))
