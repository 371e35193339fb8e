"""The records of a session: what its sets beat of all that was done before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nextrep.domain.exercises import Exercise
from nextrep.domain.record_words import estimate_words, record_line, volume_line
from nextrep.domain.records import (
    Bests,
    Record,
    RecordKind,
    VolumeRecord,
    session_records,
    volume_record,
)
from nextrep.domain.strength import SetFact, Yardstick
from nextrep.domain.training import SetEntry, SetKind
from nextrep.domain.units import Unit
from nextrep.services import catalog, preferences
from nextrep.storage.store import Store


@dataclass(frozen=True, slots=True)
class _Before:
    """An exercise with its bests before the session; `bests` is never changed, copies of it are."""

    exercise: Exercise
    yardstick: Yardstick
    bests: Bests


class RecordBook:
    """The records of one session, asked for after every set of it.

    What was done of an exercise before the session is read once, when it is first asked for; the rest is
    memory. So a book stands for the past as it was: after a change of earlier sessions, of exercises or of
    the formula, make a new one.

    Raises:
        KeyError: there is no such session.
    """

    def __init__(self, store: Store, session_id: int) -> None:
        self._store = store
        self.session_id = session_id
        self._day = store.sessions.get(session_id).day
        self._before: dict[int, _Before] = {}
        self._formula = preferences.formula(store)

    def prepare(self, exercise_ids: Iterable[int]) -> None:
        """Read what was done of exercises now, so that their first set does not wait for it."""
        for exercise_id in exercise_ids:
            self._known(exercise_id)

    def records(
        self, entries: Sequence[SetEntry], body_grams: int | None = None
    ) -> list[tuple[Exercise, Record]]:
        """Return the records that sets of the session set, in the order of its exercises.

        Args:
            entries: the sets of the session so far, or those of some of its exercises.
            body_grams: body weight of the session, None where it is not known.
        """
        by_exercise: dict[int, list[SetFact]] = {}
        for entry in sorted(entries, key=lambda one: (one.position, one.id)):
            if entry.draft.kind is not SetKind.WARMUP:
                by_exercise.setdefault(entry.draft.exercise_id, []).append(
                    _fact(entry, self._day, body_grams)
                )
        found: list[tuple[Exercise, Record]] = []
        for exercise_id, facts in by_exercise.items():
            known = self._known(exercise_id)
            records = session_records(known.bests.copy(), facts, known.yardstick)
            found += [(known.exercise, record) for record in records]
        return found

    def is_first_time(self, exercise_id: int) -> bool:
        """Tell whether no earlier session has the exercise: whatever is done now is a baseline."""
        return not self._known(exercise_id).bests.seen

    def _known(self, exercise_id: int) -> _Before:
        known = self._before.get(exercise_id)
        if known is None:
            known = self._before[exercise_id] = self._read(exercise_id)
        return known

    def _read(self, exercise_id: int) -> _Before:
        exercise = catalog.exercise_of(self._store, exercise_id)
        yardstick = Yardstick(exercise.measure, self._formula)
        bests = Bests()
        sets = self._store.history.before(exercise_id, self.session_id, with_body=exercise.measure.of_body)
        session_records(bests, sets, yardstick)
        return _Before(exercise, yardstick, bests)


def _fact(entry: SetEntry, day: int, body_grams: int | None) -> SetFact:
    draft = entry.draft
    return SetFact(
        day=day,
        session_id=entry.session_id,
        grams=draft.load.grams if draft.load is not None else None,
        reps=draft.reps,
        seconds=draft.seconds,
        rir_tenths=int(draft.effort.rir * 10) if draft.effort is not None else None,
        set_id=entry.id,
        kind=draft.kind,
        distance_m=draft.distance_m,
        band=draft.band,
        body_grams=body_grams,
    )


def records_of(store: Store, session_id: int) -> list[tuple[Exercise, Record]]:
    """Return the records that a session set, in the order of its exercises.

    Raises:
        KeyError: there is no such session.
    """
    body_grams = store.sessions.get(session_id).body_grams
    return RecordBook(store, session_id).records(store.sets.of_session(session_id), body_grams)


def lines_of(store: Store, session_id: int) -> list[tuple[str, str]]:
    """Return the records of a finished session in words, each as a chip and the words beside it.

    Of several of a kind with one exercise it is the last, which beat the others.

    Raises:
        KeyError: there is no such session.
    """
    usual = preferences.unit(store)
    last = {
        (exercise.key, record.kind): (exercise, record) for exercise, record in records_of(store, session_id)
    }
    lines = []
    for exercise, record in last.values():
        unit = unit_of(store, exercise, usual)
        chip, words = record_line(exercise.name, record, unit)
        lines.append((chip, ", ".join([words, *_estimate(store, exercise, record, unit)])))
    whole = volume_record_of(store, session_id)
    return lines if whole is None else [*lines, volume_line(whole, usual)]


def unit_of(store: Store, exercise: Exercise, usual: Unit) -> Unit:
    """Return the unit that the loads of an exercise are shown in, `usual` if it has none of its own."""
    known = store.exercises.by_key(exercise.key)
    return known.unit if known is not None and known.unit is not None else usual


def _estimate(store: Store, exercise: Exercise, record: Record, unit: Unit) -> list[str]:
    """Return the estimated maximum of a record in it, with its formula, else nothing."""
    if record.kind is not RecordKind.E1RM:
        return []
    yardstick = preferences.yardstick(store, exercise.measure)
    grams = yardstick.estimate(record.fact)
    if grams is None:
        return []
    return [estimate_words(grams, unit, yardstick.formula, of_body=exercise.measure.of_body)]


def volume_record_of(store: Store, session_id: int) -> VolumeRecord | None:
    """Return the record of a session in volume over the earlier ones of the same exercises, if it is one.

    It looks through the sessions with its exercises, so it is for the end of a session, not for every set.
    """
    return volume_record(store.history.volume(session_id), store.history.most_volume_before(session_id))
