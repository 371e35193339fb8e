"""What is new in a file of another program: its sets are compared with those that are here."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from nextrep.domain.exercises import Measure
from nextrep.domain.imports import ImportedLog, ImportedSession, ImportedSet
from nextrep.domain.training import SetDraft
from nextrep.domain.units import Load
from nextrep.exchange.fitnotes import FITNOTES
from nextrep.services import catalog
from nextrep.storage.store import Store

SetKey = tuple[object, ...]


@dataclass(slots=True)
class PlanItem:
    """Sets of one session of the file that are not here yet; session_id is None for a new session."""

    session: ImportedSession
    key: str
    session_id: int | None
    sets: list[ImportedSet]


@dataclass(slots=True)
class ImportPlan:
    """What is new in a file, and how many of its sets are here with other values."""

    items: list[PlanItem] = field(default_factory=list)
    differing: int = 0

    @property
    def set_count(self) -> int:
        """Sets that would be added."""
        return sum(len(item.sets) for item in self.items)


def plan_of(store: Store, log: ImportedLog) -> ImportPlan:
    """Find what is new: the sets that a session of the file has more of an exercise than the one here.

    A set that was corrected here, that the file now gives in another unit, or to which another version of
    the program adds an effort, is still the same set, and stays as it is here. A set or session that was
    deleted here comes back: bringing the file in again is the way to get it.
    """
    here = store.sessions.origin_ids(log.format)
    exercise_keys = {known.id: known.key for known in store.exercises.all()}
    key_of = catalog.keys_of(store, log.exercise_names)
    stored: dict[int, Counter[SetKey]] = {}
    plan = ImportPlan()
    helped = {name for name, exercise in key_of.items() if _is_helped(store, exercise)}
    for found in log.sessions:
        session = _with_help(found, helped)
        key = f"{session.started.isoformat()}|{session.title}"
        session_id = _same_session(here, log.format, session, key)
        if session_id is None:
            plan.items.append(PlanItem(session, key, None, list(session.sets)))
            continue
        if session_id not in stored:
            stored[session_id] = Counter(
                _set_key(exercise_keys[entry.draft.exercise_id], entry.draft)
                for entry in store.sets.of_session(session_id)
            )
        new, differing = _new_sets(session, key_of, stored[session_id])
        plan.differing += differing
        if new:
            plan.items.append(PlanItem(session, key, session_id, new))
    return plan


def draft_of(one: ImportedSet, number: int, block: int = 0) -> SetDraft:
    """Return a set of a file as one of exercise `number`, in the place `block` of its session."""
    return SetDraft(
        exercise_id=number,
        block=block,
        kind=one.kind,
        load=one.load,
        reps=one.reps,
        seconds=one.seconds,
        distance_m=one.distance_m,
        effort=one.effort,
        note=one.note,
    )


def _is_helped(store: Store, key: str) -> bool:
    exercise = catalog.find_key(store, key)
    return exercise is not None and exercise.measure is Measure.ASSISTED


def _with_help(session: ImportedSession, helped: set[str]) -> ImportedSession:
    """Return a session whose loads are help where the exercise says so: others write no minus sign."""
    if not any(one.exercise in helped for one in session.sets):
        return session
    sets = (
        replace(one, load=Load(-one.load.grams, one.load.unit))
        if one.exercise in helped and one.load is not None and one.load.grams > 0
        else one
        for one in session.sets
    )
    return replace(session, sets=tuple(sets))


def _same_session(here: dict[str, int], origin: str, session: ImportedSession, key: str) -> int | None:
    """Return the session here that a session of the file is, known by its start and title.

    FitNotes for Android has one session a day. Its backup knows the time, its CSV does not, and its title
    is made of what was trained by then, so there the day alone decides.
    """
    if key in here or origin != FITNOTES.name:
        return here.get(key)
    day = session.started.date().isoformat()
    start = f"{day}T00:00:00|" if session.has_time else f"{day}T"
    same = [number for other, number in here.items() if other.startswith(start)]
    return same[0] if len(same) == 1 else None


def _new_sets(
    session: ImportedSession, key_of: dict[str, str], stored: Counter[SetKey]
) -> tuple[list[ImportedSet], int]:
    """Return the sets that are not among `stored`, and the number of those that are, with other values.

    Takes out of `stored` what it finds there.
    """
    unequal: list[ImportedSet] = []
    for one in session.sets:
        set_key = _set_key(key_of[one.exercise], draft_of(one, 0))
        if stored[set_key]:
            stored[set_key] -= 1
        else:
            unequal.append(one)
    new: list[ImportedSet] = []
    for one in unequal:
        other = next((k for k, n in stored.items() if n and k[0] == key_of[one.exercise]), None)
        if other is None:
            new.append(one)
        else:
            stored[other] -= 1
    return new, len(unequal) - len(new)


def _set_key(exercise: str, draft: SetDraft) -> SetKey:
    load = draft.load.grams if draft.load else None
    effort = draft.effort.tenths if draft.effort else None
    return (exercise, draft.kind, load, draft.reps, draft.seconds, draft.distance_m, effort)
