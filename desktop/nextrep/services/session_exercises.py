"""The exercises of a session while it is done: swapping one, leaving it out, its note, its unit, the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise
from nextrep.domain.plan_exercises import asked_of
from nextrep.domain.text import tr
from nextrep.domain.training import Block
from nextrep.domain.units import Unit
from nextrep.services import catalog
from nextrep.storage.store import Store


def swap_exercise(store: Store, session_id: int, block: int, exercise: Exercise) -> Outcome[Block]:
    """Put another exercise in the place of one that has no sets yet; its history stays apart.

    It is asked for the same, but for weights, which belong to the exercise that they were given for.

    Raises:
        UserError: sets were done already.
        KeyError: the session has no such block.
    """
    found = _block(store, session_id, block)
    if any(entry.draft.block == block for entry in store.sets.of_session(session_id)):
        raise UserError(tr("Sets of this exercise are done. Add the other exercise instead."))
    label = tr("swap to {exercise}", exercise=exercise.name)
    with store.transaction():
        number = catalog.number_of(store, exercise)
        target = asked_of(found.target, number, exercise) if found.target is not None else None
        return _change(store, session_id, block, {"exercise_id": number, "target": target}, label)


def leave_out(store: Store, session_id: int, block: int, *, skipped: bool) -> Outcome[Block]:
    """Leave an exercise out of a session today, or take it in again; it counts neither as done nor as failed.

    Raises:
        KeyError: the session has no such block.
    """
    name = catalog.exercise_of(store, _block(store, session_id, block).exercise_id).name
    words = (
        tr("leaving out {exercise}", exercise=name) if skipped else tr("taking in {exercise}", exercise=name)
    )
    return _change(store, session_id, block, {"skipped": skipped}, words)


def note(store: Store, session_id: int, block: int, text: str) -> Outcome[Block]:
    """Keep a note on an exercise of a session.

    Raises:
        UserError: it is over 2,000 characters.
        KeyError: the session has no such block.
    """
    if len(text) > MAX_NOTE_CHARS:
        raise UserError(tr("A note goes up to {n} characters.", n=MAX_NOTE_CHARS), field="note")
    name = catalog.exercise_of(store, _block(store, session_id, block).exercise_id).name
    return _change(store, session_id, block, {"note": text}, tr("note on {exercise}", exercise=name))


MAX_NOTE_CHARS = 2_000


def _block(store: Store, session_id: int, number: int) -> Block:
    return {one.block: one for one in store.blocks.of_session(session_id)}[number]


def _change(store: Store, session_id: int, number: int, values: dict[str, Any], label: str) -> Outcome[Block]:
    before = _block(store, session_id, number)
    after = replace(before, **values)
    earlier = {name: getattr(before, name) for name in values}
    with store.transaction():
        store.blocks.update(session_id, after)
    return Outcome(
        after,
        Changes(
            sessions=True,
            exercises="exercise_id" in values,
            of_open=store.sessions.active_id() == session_id,
        ),
        undo=lambda: _change(store, session_id, number, earlier, label),
        label=label,
    )


def type_in(store: Store, exercise_id: int, unit: Unit | None) -> Outcome[Unit | None]:
    """Have the loads of an exercise typed and shown in a unit, None for the usual one.

    What was logged stays exactly as it was typed.

    Raises:
        KeyError: there is no such exercise.
    """
    known = store.exercises.standing(exercise_id)
    with store.transaction():
        store.exercises.update(replace(known, unit=unit))
    name = catalog.as_exercise(known).name
    return Outcome(
        unit,
        Changes(exercises=True),
        undo=lambda: type_in(store, exercise_id, known.unit),
        label=tr("unit of {exercise}", exercise=name),
    )


def keep_rest(store: Store, session_id: int, end_at: datetime | None, total_s: int | None) -> None:
    """Keep the rest that runs, None for none, so that it goes on where it was after a crash.

    It is about now: no step to take back, and nobody but the clock wants to hear of it.
    """
    with store.transaction():
        store.sessions.set_rest(session_id, end_at, total_s)
