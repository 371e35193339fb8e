"""A profile of thirty years: some 120,000 sets of 40 exercises, written the way an import writes them."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from nextrep.domain.exercises import Exercise, Measure
from nextrep.domain.journal import CheckIn, Rating
from nextrep.domain.sleep import Night
from nextrep.domain.training import Session, SessionState, SetDraft, SetKind
from nextrep.domain.units import Load, Unit
from nextrep.services import catalog
from nextrep.storage.store import Store

YEARS, SESSIONS, EXERCISES_A_SESSION, SETS = 30, 4_800, 5, 5
EXERCISES = 40
LOGGED = 0.8


def fill(store: Store, now: datetime, years: int = YEARS) -> int:
    """Fill an empty profile with as many of the thirty years and return how many sets it has."""
    random = Random(1)
    count = SESSIONS * years // YEARS
    chosen = [one for one in catalog.library().all if one.measure is Measure.LOADED][:EXERCISES]
    first = now - timedelta(days=round(years * 365.25))
    gap = timedelta(days=years * 365.25 / count)
    with store.transaction():
        numbers = {one.key: catalog.number_of(store, one) for one in chosen}
        sessions = [_session(first + index * gap) for index in range(count)]
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
        store.blocks.insert_imported(blocks)
        store.sets.insert_imported(sets)
    return len(sets)


def fill_journal(store: Store, now: datetime, years: int = YEARS) -> None:
    """Add a check-in and a night to four of five days."""
    random = Random(2)
    days = [now - timedelta(days=back) for back in range(round(years * 365.25), -1, -1)]
    with store.transaction():
        store.checkins.insert_many([(_check_in(at, random), at) for at in days if random.random() < LOGGED])
        store.nights.insert_many([_night(at, random) for at in days if random.random() < LOGGED])


def _check_in(at: datetime, random: Random) -> CheckIn:
    values = {str(Rating.MOOD): random.randint(20, 90), str(Rating.ANXIETY): random.randint(10, 80)}
    return CheckIn(at.date().toordinal(), values)


def _night(at: datetime, random: Random) -> Night:
    return Night(
        day=at.date().toordinal(),
        zone=ZoneInfo("UTC"),
        into_bed_at=at.replace(hour=0, minute=10),
        tried_at=at.replace(hour=0, minute=20),
        final_wake_at=at.replace(hour=7, minute=random.randint(0, 40)),
        out_of_bed_at=at.replace(hour=8, minute=0),
        sol_min=random.randint(5, 40),
        awakenings=1,
        waso_min=random.randint(0, 40),
    )


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
