"""An invented person: plausible training, check-ins and nights for trying the program out.

Everything comes from one seeded generator, so the same seed gives the same record. The profile says that it
is invented, on screen and on paper.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, tzinfo
from random import Random

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Exercise, Level, Measure, Pattern
from nextrep.domain.journal import CheckIn, Entry, Rating
from nextrep.domain.program import MAX_WEEKS, Answers, PlannedSession
from nextrep.domain.sleep import Night, later
from nextrep.domain.sleep_check import check_night
from nextrep.domain.text import tr
from nextrep.domain.training import Effort, EffortScale, Session, SessionState, SetDraft
from nextrep.domain.units import Load, Unit, load_of
from nextrep.services import catalog, demo_moments, demo_scores, program
from nextrep.services.demo_context import fill_context
from nextrep.settings.table import INVENTED, SAFETY_NOTE_SEEN
from nextrep.storage.store import Store

MAX_DEMO_WEEKS = 52 * 30
WEEKDAYS = (0, 2, 4)


@dataclass(slots=True)
class _Day:
    """How the invented person is on one day, on 0-10 scales."""

    mood: float
    anxiety: float
    stress: float
    energy: float
    confidence: float
    clarity: float


def fill(store: Store, weeks: int, seed: int, now: datetime) -> Outcome[int]:
    """Fill an empty profile with `weeks` weeks up to `now` and return the number of sessions.

    Raises:
        UserError: the profile is not empty, or weeks is outside 1 to 1,560.
    """
    if not 1 <= weeks <= MAX_DEMO_WEEKS:
        raise UserError(tr("Demo data: 1 to {n} weeks.", n=MAX_DEMO_WEEKS), field="weeks")
    if not store.is_empty():
        raise UserError(
            tr(
                "This profile is not empty, so no demo data was written. "
                "Choose an empty folder with --profile."
            )
        )
    random = Random(seed)  # noqa: S311 - invented data, not a secret
    zone = now.tzinfo
    assert zone is not None
    start = now.date() - timedelta(days=now.weekday() + 7 * (weeks - 1))
    answers = Answers(WEEKDAYS, frozenset({Equipment.DUMBBELL, Equipment.BENCH}), Level.BEGINNER, 45, 3)
    with store.transaction():
        store.settings.put(INVENTED, True)
        store.settings.put(SAFETY_NOTE_SEEN, True)  # somebody who has trained for weeks has seen it
        shown_weeks = min(max(weeks + 4, 12), MAX_WEEKS)
        plan_start = start if weeks + 4 <= MAX_WEEKS else now.date() - timedelta(days=7 * (MAX_WEEKS - 4))
        program.create(store, answers, now, start=plan_start, weeks=shown_weeks)
        trained = _sessions(store, random, start.toordinal(), now, zone)
        _days(store, random, start.toordinal(), now, zone, trained)
        demo_moments.fill(store, seed, now)
        demo_scores.fill(store, seed, start.toordinal(), now)
        dice = Random(seed + 1)  # noqa: S311 - of its own, so that what is above stays as it is
        fill_context(store, dice, start.toordinal(), now.date().toordinal(), trained)
    return Outcome(
        len(trained),
        Changes(True, True, True, True, True, True, True, True, context=True, events=True),
    )


def _sessions(store: Store, random: Random, first: int, now: datetime, zone: tzinfo) -> set[int]:
    """Write a session for most planned days; before the plan, for three days of most weeks."""
    current = store.programs.current()
    assert current is not None
    planned = {one.day: one for one in store.programs.planned_of(current.id)}
    templates = list(planned.values())[:12]
    lifts = catalog.exercises_in_use(store)
    levels: dict[int, float] = {}
    trained: set[int] = set()
    today = now.date().toordinal()
    sick: set[int] = set()
    for day in range(first, today + 1):
        if random.random() < 0.004:
            sick.update(range(day, day + random.randint(5, 16)))
        session = planned.get(day)
        if session is None and day < current.start_day and (day - first) % 7 in WEEKDAYS:
            session = templates[(day // 2) % len(templates)]
        if session is None or day in sick or random.random() < 0.12:
            continue
        started = _at(day, time(random.choice((7, 17, 18)), random.randrange(0, 60, 5)), zone)
        if started >= now - timedelta(hours=2):
            continue
        linked = session.id if session.day == day else None
        _session(store, random, session, linked, started, lifts, levels)
        trained.add(day)
    return trained


def _at(day: int, clock: time, zone: tzinfo) -> datetime:
    return datetime.combine(datetime.fromordinal(day).date(), clock, zone)


def _session(
    store: Store,
    random: Random,
    planned: PlannedSession,
    planned_id: int | None,
    started: datetime,
    lifts: dict[int, Exercise],
    levels: dict[int, float],
) -> None:
    minutes = random.randint(28, 46)
    before = random.choice((-2, -1, 0, 0, 1, 1, 2))
    session_id = store.sessions.insert(
        Session(
            id=0,
            title=planned.title,
            started_at=started,
            ended_at=started + timedelta(minutes=minutes),
            day=started.date().toordinal(),
            state=SessionState.DONE,
            planned_id=planned_id,
            duration_s=minutes * 60,
            pleasant_before=before if random.random() < 0.8 else None,
            activated_before=random.randint(1, 5),
            pleasant_after=min(5, before + random.choice((-1, 0, 1, 1, 2, 2))),
            effort=random.randint(3, 7),
            origin="demo",
        )
    )
    rows: list[tuple[int, int, SetDraft]] = []
    for block, target in enumerate(planned.targets):
        exercise = lifts[target.exercise_id]
        store.blocks.insert_imported([(session_id, block, target.exercise_id, "")])
        # Strength rises fast at first and then slower, with days that are simply worse.
        level = levels.setdefault(target.exercise_id, 0.0)
        levels[target.exercise_id] = level + 0.16 / (1 + level / 4)
        for number in range(target.sets):
            draft = _set(random, exercise, target.exercise_id, block, level, number)
            rows.append((session_id, len(rows), draft))
    store.sets.insert_imported(rows)


_START_KG = {
    Pattern.SQUAT: 14,
    Pattern.HINGE: 18,
    Pattern.LUNGE: 8,
    Pattern.HORIZONTAL_PRESS: 10,
    Pattern.VERTICAL_PRESS: 7,
    Pattern.HORIZONTAL_PULL: 12,
    Pattern.VERTICAL_PULL: 12,
    Pattern.CARRY: 16,
    Pattern.CORE: 4,
}


def _set(random: Random, exercise: Exercise, number: int, block: int, level: float, index: int) -> SetDraft:
    rir = max(0, 3 - index + random.choice((-1, 0, 0, 1)))
    effort = Effort(EffortScale.RIR, rir * 10)
    focus = random.randint(4, 9) if random.random() < 0.6 else None
    if exercise.measure is Measure.TIMED:
        seconds = 20 + int(level * 4) + random.randint(0, 10)
        return SetDraft(number, block, seconds=seconds, effort=effort, focus=focus)
    reps = random.randint(8, 11) - index // 2
    load: Load | None = None
    if exercise.measure is Measure.LOADED:
        kilograms = _START_KG.get(exercise.pattern, 8) + 2 * int(level + random.uniform(-0.3, 0.3))
        load = load_of(kilograms, Unit.KG)
    else:
        reps += int(level * 1.5)
    return SetDraft(number, block, load=load, reps=reps, effort=effort, focus=focus)


_LINES = (
    "Walked after lunch. Head was quieter on the way back.",
    "Long meeting, tight chest in the evening. Went to bed early.",
    "The row felt strong today. Noticed the shoulder blades for once.",
    "Did not want to start, did one set, then two more.",
    "Slept through. Coffee only in the morning.",
    "Told Mara that I train now. She wants to come along.",
)


def _days(store: Store, random: Random, first: int, now: datetime, zone: tzinfo, trained: set[int]) -> None:
    """Write check-ins, nights and a few entries, with gaps as real people leave them."""
    today = now.date().toordinal()
    span = max(today - first, 1)
    drift = 0.0
    away: set[int] = set()
    checkins: list[tuple[CheckIn, datetime]] = []
    nights: list[Night] = []
    for day in range(first, today + 1):
        drift = 0.7 * drift + random.gauss(0, 0.9)
        progress = min(1.0, (day - first) / min(span, 200))
        if random.random() < 0.01:
            away.update(range(day, day + random.randint(3, 10)))
        if day in away:
            continue
        state = _state(random, drift, progress, day - 1 in trained)
        if random.random() < 0.85:
            values = {
                str(rating): round(min(10.0, max(0.0, getattr(state, str(rating)))) * 2) * 5
                for rating in Rating
                if rating not in (Rating.CONFIDENCE, Rating.CLARITY) or day % 7 == 0
            }
            checkins.append((CheckIn(day, values), min(_at(day, time(20, 30), zone), now)))
        if random.random() < 0.8:
            nights.append(_night(random, day, state, zone))
        if random.random() < 0.12 and day < today:
            store.entries.insert(Entry(0, day, _at(day, time(21, 0), zone), random.choice(_LINES)))
    store.checkins.insert_many(checkins)
    store.nights.insert_many(nights)


def _state(random: Random, drift: float, progress: float, trained_yesterday: bool) -> _Day:
    lift = 0.3 if trained_yesterday else 0.0
    mood = 4.8 + 1.4 * progress + drift + lift
    return _Day(
        mood=mood,
        anxiety=6.2 - 1.6 * progress - 0.6 * drift + random.gauss(0, 0.9),
        stress=5.8 - 0.8 * progress - 0.5 * drift + random.gauss(0, 1.0),
        energy=4.9 + 1.0 * progress + 0.6 * drift + random.gauss(0, 0.9),
        confidence=4.4 + 1.6 * progress + 0.4 * drift,
        clarity=5.0 + 1.2 * progress + 0.4 * drift,
    )


def _night(random: Random, day: int, state: _Day, zone: tzinfo) -> Night:
    """Return a night as people keep them: most of them whole, some in a line, a few with a side missing."""
    bed_minutes = 22 * 60 + 40 + random.randint(-35, 70)
    rise_minutes = 6 * 60 + 40 + random.randint(-25, 45)
    evening = (datetime.fromordinal(day - 1) + timedelta(minutes=bed_minutes)).replace(tzinfo=zone)
    morning = (datetime.fromordinal(day) + timedelta(minutes=rise_minutes)).replace(tzinfo=zone)
    restless = max(0.0, state.anxiety - 4)
    sol = 5 * round((10 + 4 * restless + random.randint(0, 10)) / 5)
    wakings = random.choice((0, 0, 1, 1, 2, 3))
    waso = 5 * round((4 * restless + random.randint(0, 15)) / 5) if wakings else 0
    quality = max(0, min(10, round(7 - 0.5 * restless + random.gauss(0, 1))))
    habit = Random(day)  # noqa: S311 - its own, so that the other figures do not depend on it
    tried = later(evening, timedelta(minutes=habit.choice((5, 10, 15, 20, 30))))
    wake = later(morning, -timedelta(minutes=habit.choice((0, 5, 5, 10, 15, 25))))
    way = habit.random()
    whole = Night(
        day, zone, evening, tried, sol, None, wakings, waso, wake, morning, quality,
        nap_min=habit.choice((20, 30, 45)) if habit.random() < 0.06 else None,
    )  # fmt: skip
    if way < 0.06:
        whole = replace(whole, into_bed_at=None, tried_at=None)
    elif way < 0.16:  # as written in the quick line
        asleep = later(tried, timedelta(minutes=sol))
        whole = Night(day, zone, asleep_at=asleep, awakenings=wakings, final_wake_at=wake)
    elif way < 0.22:
        whole = replace(whole, waso_min=None)
    return check_night(whole)
