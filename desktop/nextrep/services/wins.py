"""The small wins of a session, from the log, the plan and the check-in of the day."""

from __future__ import annotations

from collections.abc import Sequence

from nextrep.domain.journal import Rating
from nextrep.domain.program import PlannedState
from nextrep.domain.training import Session, SetEntry, SetKind
from nextrep.domain.units import Unit
from nextrep.domain.wins import LOW_MOOD, Lift, MoreReps, Story, Win, more_reps, wins
from nextrep.services import catalog, preferences
from nextrep.services.records import RecordBook
from nextrep.storage.store import Store


def wins_of(store: Store, session_id: int) -> tuple[Win, ...]:
    """Return up to four small wins of a session, the most telling first; it may be open still.

    Raises:
        KeyError: there is no such session.
    """
    return wins(story_of(store, session_id))


def story_of(store: Store, session_id: int) -> Story:
    """Return what the wins of a session follow from.

    Raises:
        KeyError: there is no such session.
    """
    session = store.sessions.get(session_id)
    entries = [one for one in store.sets.of_session(session_id) if one.draft.kind is not SetKind.WARMUP]
    numbers = list(dict.fromkeys(entry.draft.exercise_id for entry in entries))
    usual = preferences.unit(store)
    lifts = {number: _lift(store, number, usual) for number in numbers}
    book = RecordBook(store, session_id)
    records = [
        (lifts[number], record)
        for number in numbers
        for _exercise, record in book.records(_of(entries, number), session.body_grams)
    ]
    more = [
        (lift, found) for number, lift in lifts.items() if (found := _more(store, session, entries, number))
    ]
    before = store.history.last_day_before(session_id)
    return Story(
        sets=len(entries),
        planned=_planned_sets(store, session_id),
        records=tuple(records),
        more=tuple(more),
        new=tuple(lifts[number] for number in numbers if book.is_first_time(number)),
        first=before is None,
        days_away=None if before is None else session.day - before,
        first_week=_completes_first_week(store, session),
        low_day=is_low_day(store, session),
    )


def _of(entries: Sequence[SetEntry], exercise_id: int) -> list[SetEntry]:
    return [entry for entry in entries if entry.draft.exercise_id == exercise_id]


def _lift(store: Store, exercise_id: int, usual: Unit) -> Lift:
    known = store.exercises.standing(exercise_id)
    return Lift(catalog.as_exercise(known).name, known.unit or usual)


def _more(store: Store, session: Session, entries: Sequence[SetEntry], exercise_id: int) -> MoreReps | None:
    last = store.sets.last_time(exercise_id, session.id)
    return more_reps((one.draft for one in _of(entries, exercise_id)), last[1]) if last else None


def _completes_first_week(store: Store, session: Session) -> bool:
    """Tell whether every session of the plan's first week is done now, this one as the last of them.

    A session that was left out or taken off is nothing that is missing.
    """
    if session.planned_id is None:
        return False
    planned = store.programs.planned(session.planned_id)
    if planned.week != 1:
        return False
    done = {**store.sessions.of_program(planned.program_id), planned.id: session}
    aside = {PlannedState.SKIPPED, PlannedState.REMOVED}
    week = [
        one
        for one in store.programs.planned_of(planned.program_id)
        if one.week == 1 and one.trains and (one.id in done or one.state not in aside)
    ]
    return all(
        one.id in done and done[one.id].started_at.timestamp() <= session.started_at.timestamp()
        for one in week
    )


def is_small(store: Store, session: Session) -> bool:
    """Tell whether a session was one set, or at most half of what was planned for it."""
    sets = sum(one.draft.kind is not SetKind.WARMUP for one in store.sets.of_session(session.id))
    return sets > 0 and Story(sets, _planned_sets(store, session.id)).small


def _planned_sets(store: Store, session_id: int) -> int | None:
    blocks = store.blocks.of_session(session_id)
    return sum(block.target.sets for block in blocks if block.target is not None) or None


def is_low_day(store: Store, session: Session) -> bool:
    """Tell whether a session was on a low day (see `wins.LOW_MOOD`), or it felt unpleasant before."""
    if session.pleasant_before is not None and session.pleasant_before < 0:
        return True
    mood = store.checkins.of_days(Rating.MOOD, [session.day]).get(session.day)
    return mood is not None and mood <= LOW_MOOD
