"""Sessions for tests of the screen: with these exercises, and what is asked of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from nextrep.domain.training import Block, Session, SessionState, SetDraft, Target
from nextrep.services import catalog
from tests.ui.session.conftest import MORNING, Hands, train


def target(sets: int = 2, low: int | None = 8, high: int | None = None, **more: object) -> Target:
    """What is asked of an exercise: 2 sets of 8 if nothing else is said."""
    return Target(0, sets, low, high or low, **more)


def begin_with(hands: Hands, *asked: tuple[str, Target | None]) -> None:
    """Open a session of exercises (by key) with their targets, and leave the question before it out."""
    now, store = hands.now[0], hands.store
    session = Session(0, "Planned", now, None, now.date().toordinal(), SessionState.ACTIVE)
    with store.transaction():
        number = store.sessions.insert(session)
        for place, (key, wanted) in enumerate(asked):
            exercise = catalog.number_of(store, catalog.by_key(key))
            kept = replace(wanted, exercise_id=exercise) if wanted is not None else None
            store.blocks.add(number, Block(place, exercise, kept))
    hands.screen.refresh()
    hands.screen.conductor.begun()
    hands.screen.conductor.reload()
    hands.screen.conductor.focus()


def did_before(hands: Hands, key: str, *drafts: SetDraft, days: int = 3) -> None:
    """Write a finished session of one exercise, some days ago."""
    train(hands.store, MORNING - timedelta(days=days), key, *drafts)
