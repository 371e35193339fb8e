"""Ways to write a log in tests of what is past."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from nextrep.domain.changes import Outcome
from nextrep.domain.exercises import Exercise
from nextrep.domain.training import SetDraft, SetKind
from nextrep.domain.units import Load, Unit
from nextrep.services import catalog, session
from nextrep.storage.store import Store

GOBLET = catalog.by_key("goblet_squat")
PLANK = catalog.by_key("plank")


def kg(kilograms: float) -> Load:
    return Load(round(kilograms * 1000), Unit.KG)


def reps(*amounts: int, load: float | None = 16, kind: SetKind = SetKind.WORKING) -> list[SetDraft]:
    """Sets of so many reps, to be given their exercise."""
    weight = kg(load) if load is not None else None
    return [SetDraft(0, 0, kind=kind, load=weight, reps=one) for one in amounts]


def add(store: Store, session_id: int, exercise: Exercise, drafts: list[SetDraft], now: datetime) -> int:
    """Add an exercise with sets to a session and return its block."""
    block = session.add_exercise(store, session_id, exercise).value
    number = {one.block: one.exercise_id for one in store.blocks.of_session(session_id)}[block]
    for draft in drafts:
        session.log_set(store, session_id, replace(draft, exercise_id=number, block=block), now)
    return block


def train(store: Store, now: datetime, *works: tuple[Exercise, list[SetDraft]], note: str = "") -> int:
    """Write a finished session."""
    number = session.start_free(store, now).value.session.id
    for exercise, drafts in works:
        add(store, number, exercise, drafts, now)
    session.finish(store, number, now + timedelta(minutes=30), note=note)
    return number


def undo(outcome: Outcome[Any]) -> Outcome[Any]:
    assert outcome.undo is not None
    return outcome.undo()


def log(store: Store) -> list[Any]:
    """Everything in the log and the bin, row for row; numbers that nothing refers to are left out."""
    queries = (
        "SELECT * FROM session ORDER BY id",
        (
            "SELECT session_id, block, exercise_id, note, sets, reps_low, reps_high, seconds, rir_low,"
            " rir_high, rest_s, details, skipped FROM session_exercise ORDER BY session_id, block"
        ),
        "SELECT * FROM workset ORDER BY id",
        "SELECT * FROM exercise ORDER BY id",
        "SELECT kind, title, day, deleted_at, data FROM bin ORDER BY deleted_at, kind, data",
        "SELECT * FROM template ORDER BY id",
    )
    return [store.sets._sql(query) for query in queries]
