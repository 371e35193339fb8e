"""Cues before sets: those of an exercise in a session, and the person's own wording of the list."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.cue_edits import CueEdits, CueEntry, edits_from_data, edits_to_data, entries, free_key
from nextrep.domain.cues import Cue, LineUp, check_text, line_up
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise
from nextrep.domain.text import tr
from nextrep.domain.training import Target
from nextrep.resources.cues import load_cues
from nextrep.services import preferences
from nextrep.settings.table import CUES, CUES_ON
from nextrep.storage.store import Store

MAX_OWN_CUES = 500

T = TypeVar("T")


def switched_on(store: Store) -> bool:
    """Tell whether cues are shown before sets."""
    return store.settings.get(CUES_ON)


def switch(store: Store, *, on: bool) -> Outcome[bool]:
    """Show cues before sets, or no longer."""
    return preferences.change(store, CUES_ON, on)


def for_exercise(
    store: Store, session_id: int, exercise: Exercise, target: Target | None = None
) -> LineUp | None:
    """Return the cues of an exercise in a session, None while they are switched off.

    The phase is that of the planned session, if it is one. Ask once for an exercise, then `LineUp.at` for
    each of its sets: logging a set changes nothing about it.

    Raises:
        KeyError: there is no such session.
    """
    if not switched_on(store):
        return None
    session = store.sessions.get(session_id)
    phase = store.programs.planned(session.planned_id).phase if session.planned_id is not None else ""
    known = store.exercises.by_key(exercise.key)
    return line_up(
        shown(store),
        exercise,
        phase,
        earlier=store.sets.counts_before(known.id, session_id) if known else (),
        planned=target.details.cue if target else "",
    )


def view(store: Store) -> tuple[CueEntry, ...]:
    """Return all cues as the person has them, hidden ones included."""
    return entries(load_cues(), _read(store))


def shown(store: Store) -> tuple[Cue, ...]:
    """Return the cues that are shown before sets."""
    return tuple(entry.cue for entry in view(store) if not entry.hidden)


def add(store: Store, cue: Cue) -> Outcome[Cue]:
    """Add a cue of the person's own; whatever key it has, its value has the key that it got.

    Raises:
        UserError: the text is empty, over 120 characters or there already (`field` is "text"), or there are
            500 own cues.
    """
    edits = _read(store)
    added = replace(cue, key=free_key(edits), text=check_text(cue.text))
    if len(edits.own) >= MAX_OWN_CUES:
        raise UserError(tr("{n} cues of your own fit here.", n=MAX_OWN_CUES), field="text")
    _need_new_text(store, added)
    label = tr("new cue “{text}”", text=_short(added.text))
    return _save(store, replace(edits, own=(*edits.own, added)), label, added)


def change(store: Store, cue: Cue) -> Outcome[Cue]:
    """Change the cue of this key: the words of a shipped one, everything of an own one.

    Giving a shipped cue its own words again ends the change.

    Raises:
        UserError: the text is empty, over 120 characters or that of another cue; `field` is "text".
        KeyError: there is no such cue.
    """
    edits = _read(store)
    before = _entry(store, cue.key)
    after = replace(cue if cue.own else before.cue, text=check_text(cue.text))
    if after == before.cue:
        return Outcome(after)
    _need_new_text(store, after)
    if after.own:
        edited = replace(edits, own=_with(edits.own, after))
    elif after.text == before.shipped_text:
        edited = replace(edits, changed=_without(edits.changed, after.key))
    else:
        edited = replace(edits, changed=_with(edits.changed, after))
    return _save(store, edited, tr("change of cue “{text}”", text=_short(after.text)), after)


def hide(store: Store, key: str) -> Outcome[None]:
    """Leave a cue out before sets; it stays in the list.

    Raises:
        KeyError: there is no such cue.
    """
    entry, edits = _entry(store, key), _read(store)
    label = tr("hiding of cue “{text}”", text=_short(entry.cue.text))
    return _save(store, replace(edits, hidden=edits.hidden | {key}), label, None)


def show(store: Store, key: str) -> Outcome[None]:
    """Show a hidden cue again, in the words that it has.

    Raises:
        KeyError: there is no such cue.
    """
    entry, edits = _entry(store, key), _read(store)
    label = tr("showing of cue “{text}”", text=_short(entry.cue.text))
    return _save(store, replace(edits, hidden=edits.hidden - {key}), label, None)


def restore(store: Store, key: str) -> Outcome[None]:
    """Show a cue again, a shipped one in the words that it came with.

    A changed cue that ships no longer has no other words; it is shown with the person's.

    Raises:
        KeyError: there is no such cue.
    """
    entry, edits = _entry(store, key), _read(store)
    changed = _without(edits.changed, key) if entry.changed else edits.changed
    label = tr("restoring of cue “{text}”", text=_short(entry.shipped_text or entry.cue.text))
    return _save(store, replace(edits, changed=changed, hidden=edits.hidden - {key}), label, None)


def restore_all(store: Store) -> Outcome[None]:
    """Show all cues again, the shipped ones as they came; own ones and ones that ship no longer stay."""
    edits = _read(store)
    shipped = {cue.key for cue in load_cues()}
    kept = tuple(cue for cue in edits.changed if cue.key not in shipped)
    edited = replace(edits, changed=kept, hidden=frozenset())
    return _save(store, edited, tr("restoring of all cues"), None)


def delete(store: Store, key: str) -> Outcome[None]:
    """Delete a cue of the person's own.

    Raises:
        KeyError: there is none of that key, or it is a shipped one, which can be hidden.
    """
    entry, edits = _entry(store, key), _read(store)
    if not entry.cue.own:
        raise KeyError(key)
    edited = replace(edits, own=_without(edits.own, key), hidden=edits.hidden - {key})
    return _save(store, edited, tr("deleting of cue “{text}”", text=_short(entry.cue.text)), None)


def _read(store: Store) -> CueEdits:
    return _edits_of(store.settings.get(CUES))


@lru_cache(maxsize=4)
def _edits_of(text: str) -> CueEdits:
    try:
        return edits_from_data(json.loads(text)) if text else CueEdits()
    except ValueError:
        return CueEdits()


def _save(store: Store, edits: CueEdits, label: str, value: T) -> Outcome[T]:
    """Keep edits as one step; without a step where they are what they were."""
    if edits == _read(store):
        return Outcome(value)
    data = edits_to_data(edits)
    return _put(store, json.dumps(data) if data else "", label, value)


def _put(store: Store, text: str, label: str, value: T) -> Outcome[T]:
    """Keep a text and remember the one before it letter by letter, so that undo gives back exactly that."""
    before = store.settings.get(CUES)
    with store.transaction():
        store.settings.put(CUES, text)
    return Outcome(value, Changes(settings=True), undo=lambda: _put(store, before, label, None), label=label)


def _entry(store: Store, key: str) -> CueEntry:
    for entry in view(store):
        if entry.cue.key == key:
            return entry
    raise KeyError(key)


def _need_new_text(store: Store, cue: Cue) -> None:
    others = (entry.cue for entry in view(store) if entry.cue.key != cue.key)
    if any(other.text.casefold() == cue.text.casefold() for other in others):
        raise UserError(tr("There is a cue with these words already."), field="text")


def _with(cues: Iterable[Cue], cue: Cue) -> tuple[Cue, ...]:
    """Return cues with one put in the place of the one of its key, or at the end."""
    found = {each.key: each for each in cues}
    found[cue.key] = cue
    return tuple(found.values())


def _without(cues: Iterable[Cue], key: str) -> tuple[Cue, ...]:
    return tuple(cue for cue in cues if cue.key != key)


def _short(text: str) -> str:
    """Return the first words of a cue, for the undo menu."""
    return text if len(text) <= 40 else text[:39].rstrip() + "…"
