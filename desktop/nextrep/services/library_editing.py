"""Changing the library: favourites, hidden ones, words of one's own, own exercises, merging second names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.exercise_facts import OWN_PREFIX, check_own, check_words, facts_of
from nextrep.domain.exercises import Exercise, Measure, fold
from nextrep.domain.text import tr
from nextrep.services import catalog, library
from nextrep.storage.exercises import KnownExercise
from nextrep.storage.merging import Extent, Moved
from nextrep.storage.store import Store

_EXERCISES = Changes(exercises=True)
_EVERYTHING = Changes(exercises=True, sessions=True, sets=True, program=True)
"""What a merge touches: an exercise has another name, and other muscles, wherever it was used."""


def set_favourite(store: Store, exercise: Exercise, *, on: bool) -> Outcome[None]:
    """Offer an exercise first, or no longer."""
    label = tr("favourite {exercise}", exercise=exercise.name)
    return _put(store, exercise, lambda known: replace(known, favourite=on), label)


def set_hidden(store: Store, exercise: Exercise, *, on: bool) -> Outcome[None]:
    """Offer an exercise no longer, or again. What was done of it stays."""
    label = tr("hiding of {exercise}", exercise=exercise.name)
    return _put(store, exercise, lambda known: replace(known, hidden=on), label)


def write_words(store: Store, exercise: Exercise, *, note: str, cue: str) -> Outcome[None]:
    """Keep the person's own technique note and what to feel; "" or the library's words go back to those.

    Raises:
        UserError: over 500 characters; `field` is "note" or "cue".
    """
    note, cue = check_words(note, "note"), check_words(cue, "cue")
    try:
        shipped = catalog.by_key(exercise.key)
    except KeyError:
        pass
    else:
        note, cue = "" if note == shipped.note else note, "" if cue == shipped.cue else cue
    label = tr("words on {exercise}", exercise=exercise.name)
    return _put(store, exercise, lambda known: replace(known, note=note, cue=cue), label)


def _put(
    store: Store, exercise: Exercise, change: Callable[[KnownExercise], KnownExercise], label: str
) -> Outcome[None]:
    """Change what is known of an exercise; without a step where that changes nothing."""
    before = store.exercises.by_key(exercise.key)
    if before is not None and change(before) == before:
        return Outcome(None)
    with store.transaction():
        known = store.exercises.get(catalog.number_of(store, exercise))
    return _update(store, known, change(known), label)


def _update(
    store: Store, before: KnownExercise, after: KnownExercise, label: str, changes: Changes = _EXERCISES
) -> Outcome[None]:
    with store.transaction():
        store.exercises.update(after)
    return Outcome(None, changes, undo=lambda: _update(store, after, before, label, changes), label=label)


def add(store: Store, exercise: Exercise) -> Outcome[Exercise]:
    """Keep a new own exercise; its value has the key that it got.

    Raises:
        UserError: it cannot be kept (see `check_own`), or there is an exercise of that name.
    """
    here = library.view(store)
    checked = check_own(exercise)
    _need_free_name(here, checked)
    kept = replace(checked, key=library.free_key(here, checked.name))
    with store.transaction():
        known = store.exercises.get(catalog.number_of(store, kept))
    return Outcome(kept, _EXERCISES, undo=lambda: _take_out(store, known), label=kept.name)


def change_own(store: Store, exercise: Exercise) -> Outcome[Exercise]:
    """Give an own exercise another name or other facts; it is found by its key, which stays.

    Raises:
        UserError: it cannot be kept (see `check_own`), another exercise has that name, or its sets do not fit
            the new measure; `field` names what is wrong.
        KeyError: there is no such own exercise.
    """
    known = _own(store, exercise.key)
    checked = check_own(exercise)
    if fold(checked.name) != fold(known.name):
        _need_free_name(library.view(store), checked)
    if store.merging.extent(known.id) != Extent(0, 0, 0) and _misfit(store, known, checked):
        raise UserError(
            tr("Its sets and plans are measured in another way already; a new exercise keeps them apart."),
            field="measure",
        )
    after = replace(
        known,
        name=checked.name,
        measure=checked.measure,
        facts=facts_of(checked),
        note=checked.note,
        cue=checked.cue,
    )
    if after == known:
        return Outcome(checked)
    label = tr("change of {exercise}", exercise=checked.name)
    done = _update(store, known, after, label, _EVERYTHING)
    return Outcome(checked, done.changes, undo=done.undo, label=label)


def can_delete(store: Store, exercise: Exercise) -> bool:
    """Tell whether nothing refers to an own exercise."""
    known = store.exercises.by_key(exercise.key)
    return known is not None and known.own and not store.exercises.in_use(known)


def delete(store: Store, exercise: Exercise) -> Outcome[None]:
    """Delete an own exercise.

    Raises:
        UserError: a set, a session or a plan refers to it.
        KeyError: there is no such own exercise.
    """
    return _take_out(store, _own(store, exercise.key))


def _take_out(store: Store, known: KnownExercise) -> Outcome[None]:
    if store.exercises.in_use(known):
        raise UserError(
            tr(
                "“{exercise}” is in your log or in a plan. Hide it, or merge it into another one.",
                exercise=known.name,
            )
        )
    with store.transaction():
        store.exercises.delete(known.id)
    label = tr("deleting of {exercise}", exercise=known.name)
    return Outcome(None, _EXERCISES, undo=lambda: _bring_back(store, known), label=label)


def _bring_back(store: Store, known: KnownExercise) -> Outcome[None]:
    with store.transaction():
        store.exercises.insert(known)
    return Outcome(None, _EXERCISES, undo=lambda: _take_out(store, known), label=known.name)


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge would do; `reason` says why it cannot be done, "" where it can."""

    extent: Extent
    reason: str


def merge_preview(store: Store, own: Exercise, into: Exercise) -> MergePreview:
    """Return what would move from an own exercise to another.

    Raises:
        KeyError: there is no such own exercise.
    """
    known = _own(store, own.key)
    return MergePreview(store.merging.extent(known.id), _why_not(store, known, into))


def merge(store: Store, own: Exercise, into: Exercise) -> Outcome[Exercise]:
    """Let an own exercise become part of another: sets, sessions and plans move, and its name goes with them.

    From then on a file with its name means the other one. A favourite stays one, and the person's words
    come along where the other has none of theirs.

    Raises:
        UserError: the two are measured in ways that do not fit, or are the same.
        KeyError: there is no such own exercise.
    """
    known = _own(store, own.key)
    reason = _why_not(store, known, into)
    if reason:
        raise UserError(reason)
    label = tr("merging of {own} into {other}", own=known.name, other=into.name)
    with store.transaction():
        target = store.exercises.get(catalog.number_of(store, into))
        after = replace(
            target,
            favourite=target.favourite or known.favourite,
            hidden=False,
            note=target.note or known.note,
            cue=target.cue or known.cue,
        )
        done = _merge(store, known, target, after, label)
    return Outcome(into, done.changes, undo=done.undo, label=label)


def _merge(
    store: Store, known: KnownExercise, target: KnownExercise, after: KnownExercise, label: str
) -> Outcome[None]:
    with store.transaction():
        moved = store.merging.move(known.id, target.id)
        store.exercises.update(after)
    undo = partial(_unmerge, store, moved, known, target, after, label)
    return Outcome(None, _EVERYTHING, undo=undo, label=label)


def _unmerge(
    store: Store, moved: Moved, known: KnownExercise, target: KnownExercise, after: KnownExercise, label: str
) -> Outcome[None]:
    with store.transaction():
        store.merging.move_back(moved)
        store.exercises.update(target)
    undo = partial(_merge, store, known, target, after, label)
    return Outcome(None, _EVERYTHING, undo=undo, label=label)


def _why_not(store: Store, known: KnownExercise, into: Exercise) -> str:
    standing = catalog.find_key(store, into.key) or into
    if standing.key == known.key:
        return tr("That is the same exercise.")
    return _misfit(store, known, standing)


def _misfit(store: Store, known: KnownExercise, other: Exercise) -> str:
    """Return why the sets of an exercise cannot be sets of another, "" where they can."""
    if (known.measure is Measure.TIMED) != (other.measure is Measure.TIMED):
        return tr(
            "“{own}” and “{other}” do not fit together: one is measured in time, the other in reps.",
            own=known.name,
            other=other.name,
        )
    helped = {known.measure, other.measure} == {Measure.LOADED, Measure.ASSISTED}
    if helped and store.merging.loads(known.id):
        return tr(
            "“{own}” and “{other}” do not fit together: one counts the weight lifted, the other the help.",
            own=known.name,
            other=other.name,
        )
    return ""


def _own(store: Store, key: str) -> KnownExercise:
    known = store.exercises.by_key(key)
    if known is None or not key.startswith(OWN_PREFIX) or known.merged_into is not None:
        raise KeyError(key)
    return known


def _need_free_name(here: library.Library, exercise: Exercise) -> None:
    other = here.named(exercise.name)
    if other is not None and other.key != exercise.key:
        raise UserError(
            tr("There is “{exercise}” already, under this name or another.", exercise=other.exercise.name),
            field="name",
        )
