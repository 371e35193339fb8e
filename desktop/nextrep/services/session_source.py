"""What a session begins with: a planned session, an earlier one, a template, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from nextrep.domain.errors import UserError
from nextrep.domain.program import PlannedState
from nextrep.domain.session_template import SessionTemplate
from nextrep.domain.text import tr
from nextrep.domain.training import Block
from nextrep.services import catalog, next_time
from nextrep.storage.store import Store


class SourceKind(StrEnum):
    """Where the exercises of a session come from."""

    PLAN = "plan"
    SESSION = "session"
    TEMPLATE = "template"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the exercises of a session come from; `number` says which plan, session or template."""

    kind: SourceKind
    number: int = 0


FREE = Source(SourceKind.FREE)


@dataclass(frozen=True, slots=True)
class Material:
    """What a session begins with."""

    title: str
    blocks: tuple[Block, ...]
    planned_id: int | None = None


def material(store: Store, source: Source, day: int) -> Material:
    """Return what a session of a day (date ordinal) begins with (in a transaction).

    Of a planned session, a ladder of exercises gives the harder or easier one that it asks for by that day.

    Raises:
        UserError: the planned session is done already, or is being done.
        KeyError: there is none of that number.
    """
    match source.kind:
        case SourceKind.PLAN:
            return _planned(store, source.number, day)
        case SourceKind.SESSION:
            return _earlier(store, source.number)
        case SourceKind.TEMPLATE:
            return _of_template(store, store.templates.get(source.number))
        case SourceKind.FREE:
            return Material(tr("Free session"), ())


def _planned(store: Store, planned_id: int, day: int) -> Material:
    planned = store.programs.planned(planned_id)
    if planned.state is PlannedState.DONE:
        raise UserError(tr("This session is done. Repeat it to do it once more."))
    active = store.sessions.active()
    if active is not None and active.planned_id == planned_id:
        raise UserError(tr("This session is open. Go on with it, or finish it."))
    coach = next_time.Coach(store, day)
    targets = [coach.on_its_rung(target) for target in planned.targets]
    blocks = tuple(Block(index, target.exercise_id, target) for index, target in enumerate(targets))
    return Material(planned.title, blocks, planned_id)


def _earlier(store: Store, session_id: int) -> Material:
    """Return the exercises of a session; what was written and left out that day belongs to that day."""
    blocks = store.blocks.of_session(session_id)
    fresh = [replace(block, block=index, note="", skipped=False) for index, block in enumerate(blocks)]
    return Material(store.sessions.get(session_id).title, tuple(fresh))


def _of_template(store: Store, template: SessionTemplate) -> Material:
    blocks = []
    for index, row in enumerate(template.rows):
        exercise = catalog.find_key(store, row.exercise.key) or row.exercise
        number = catalog.number_of(store, exercise)
        target = row.asked.target(number) if row.asked is not None else None
        blocks.append(Block(index, number, target))
    return Material(template.title, tuple(blocks))
