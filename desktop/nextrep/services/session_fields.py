"""Changing what a session says about itself: its title, its times, how it felt."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.training import Session
from nextrep.storage.store import Store


def change_fields(store: Store, session_id: int, values: dict[str, Any], label: str) -> Outcome[Session]:
    """Change some fields of a session; taking it back leaves the others as they are by then.

    Raises:
        KeyError: there is no such session.
    """
    before = store.sessions.get(session_id)
    after = replace(before, **values)
    earlier = {name: getattr(before, name) for name in values}
    with store.transaction():
        store.sessions.update(after)
    return Outcome(
        after,
        Changes(sessions=True, program=before.planned_id is not None, since=min(before.day, after.day)),
        undo=lambda: change_fields(store, session_id, earlier, label),
        label=label,
    )
