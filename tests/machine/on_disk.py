"""What a profile holds of the open session, as plain texts."""

from __future__ import annotations

from nextrep.services import catalog
from nextrep.storage.store import Store


def on_disk(store: Store) -> list[list[str]]:
    """Return the sets of the open session: exercise, load, amount, focus, kind, note."""
    number = store.sessions.active_id()
    rows = []
    for entry in store.sets.of_session(number):
        draft = entry.draft
        sides = f"{draft.reps_left}/{draft.reps_right}" if draft.reps_left is not None else None
        amount = sides or (draft.reps if draft.reps is not None else draft.seconds)
        load = draft.load.text(with_unit=False) if draft.load is not None else ""
        focus = "" if draft.focus is None else str(draft.focus)
        name = catalog.exercise_of(store, draft.exercise_id).name
        rows.append([name, load, str(amount), focus, str(draft.kind), draft.note])
    return rows
