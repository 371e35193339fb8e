"""A profile of thirty years: some 120,000 sets of 40 exercises, written the way an import writes them."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from nextrep.domain.exercises import Exercise, Measure
from nextrep.domain.training import Session, SessionState, SetDraft, SetKind
from nextrep.domain.units import Load, Unit
from nextrep.services import catalog
from nextrep.storage.store import Store

YEARS, SESSIONS, EXERCISES_A_SESSION, SETS = 30, 4_800, 5, 5
EXERCISES = 40


def fill(store: Store, now: datetime) -> int:
    """Fill an empty profile and return how many sets it has."""
    random = Random(1)
    chosen = [one for one in catalog.library().all if one.measure is Measure.LOADED][:EXERCISES]
    first = now - timedelta(days=round(YEARS * 365.25))
    gap = timedelta(days=YEARS * 365.25 / SESSIONS)
    with store.transaction():
        numbers = {one.key: catalog.number_of(store, one) for one in chosen}
        sessions = [_session(first + index * gap) for index in range(SESSIONS)]
        ids = store.sessions.insert_imported([(one, f"bench-{index}") for index, one in enumerate(sessions)])
        blocks: list[tuple[int, int, int, str]] = []
        sets: list[tuple[int, int, SetDraft]] = []
        for index, session_id in enumerate(ids):
            today = random.sample(chosen, EXERCISES_A_SESSION)
            position = 0
            for block, exercise in enumerate(today):
                blocks.append((session_id, block, numbers[exercise.key], ""))
                for number in range(SETS):
                    draft = _set(numbers, exercise, block, number, index, random)
                    sets.append((session_id, position, draft))
                    position += 1
        store.sessions.insert_blocks(blocks)
        store.sets.insert_imported(sets)
    return len(sets)


def _session(at: datetime) -> Session:
    end = at + timedelta(minutes=50)
    return Session(0, "Session", at, end, at.date().toordinal(), SessionState.DONE, duration_s=3000)


def _set(
    numbers: dict[str, int], exercise: Exercise, block: int, number: int, index: int, random: Random
) -> SetDraft:
    kilograms = 20 + index // 200 * 2.5 + random.choice((0, 0, 2.5))
    kind = SetKind.WARMUP if number == 0 else SetKind.WORKING
    load = Load(round(kilograms * 1000 * (0.5 if number == 0 else 1)), Unit.KG)
    return SetDraft(numbers[exercise.key], block, kind, load, reps=random.randint(5, 12))
