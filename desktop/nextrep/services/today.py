"""What Today shows: the next small thing, the week, and what went well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nextrep.domain.day_values import Moment
from nextrep.domain.days import weekday_title
from nextrep.domain.exercises import Exercise, MuscleGroup, group_title
from nextrep.domain.journal import CheckIn
from nextrep.domain.program import PlannedSession, PlannedState
from nextrep.domain.program_template import phase_title
from nextrep.domain.record_words import record_line
from nextrep.domain.records import Record
from nextrep.domain.recovery import Work, rested_at
from nextrep.domain.series import monday_of
from nextrep.domain.sleep import Night
from nextrep.domain.text import tr
from nextrep.domain.tracking_pause import TrackingPause
from nextrep.domain.units import Unit
from nextrep.resources.programs import load_program
from nextrep.services import catalog, measures, preferences, program, session, tracking
from nextrep.services.records import unit_of
from nextrep.settings.table import INVENTED, PERSON_NAME
from nextrep.storage.store import Store
from nextrep.storage.times import from_ms


@dataclass(frozen=True, slots=True)
class Win:
    """Something that went well: a short word for the chip and a plain sentence."""

    chip: str
    text: str
    record: bool


@dataclass(frozen=True, slots=True)
class TodayView:
    """Everything on the first screen.

    Attributes:
        week: program week from 1, None outside a program; `phase` its title, "" where it has no session.
        week_done, week_planned: sessions of this calendar week.
        rest_note: one line about recovery, "" when there is nothing to say.
        open_session: the session that is still open.
        checkin: today as a whole; `moments` its moments; `questions` what is asked.
        following: key and title of the program to offer now that the plan is at its end, None otherwise.
        paused: the pause of all tracking that is on, None while nothing is paused.
    """

    name: str
    invented: bool
    first_day: bool
    plan: program.ProgramView | None
    week: int | None
    phase: str
    next_up: program.PlannedView | None
    open_session: session.SessionView | None
    following: tuple[str, str] | None
    week_done: int
    week_planned: int | None
    rest_note: str
    wins: tuple[Win, ...]
    paused: TrackingPause | None
    checkin: CheckIn | None
    moments: tuple[Moment, ...]
    questions: measures.DayQuestions
    night: Night | None


def view(store: Store, now: datetime) -> TodayView:
    """Return what Today shows at `now`."""
    today = now.date().toordinal()
    monday = monday_of(today)
    plan = program.current(store)
    done = len(store.sessions.days(monday, monday + 6))
    planned = None
    if plan is not None:
        week_days = range(monday, monday + 7)
        planned = sum(one.planned.day in week_days and _counts(one.planned) for one in plan.sessions) or None
    week, phase = _place_in(plan, today)
    return TodayView(
        name=preferences.read(store, PERSON_NAME),
        invented=preferences.read(store, INVENTED),
        first_day=store.is_empty(),
        plan=plan,
        week=week,
        phase=phase,
        next_up=plan.next_up(today) if plan else None,
        open_session=session.active(store),
        following=_following(store, today),
        week_done=done,
        week_planned=planned,
        rest_note=_rest_note(store, plan, now),
        wins=tuple(small_wins(store, today)),
        paused=tracking.paused(store, today),
        checkin=store.checkins.get(today),
        moments=tuple(store.moments.of_day(today)),
        questions=measures.asked_on(store, today),
        night=store.nights.get(today),
    )


def _following(store: Store, today: int) -> tuple[str, str] | None:
    key = program.following(store, today)
    return (key, tr(load_program(key).title)) if key else None


def _counts(planned: PlannedSession) -> bool:
    """A session that was left out and a day off are nothing that is missing."""
    return planned.trains and planned.state is not PlannedState.SKIPPED


def _place_in(plan: program.ProgramView | None, today: int) -> tuple[int | None, str]:
    """Return the program week of `today` and the title of its phase."""
    week = plan.program_week(today) if plan else None
    if plan is None or week is None:
        return None, ""
    phases = [one.planned.phase for one in plan.sessions if one.planned.week == week]
    return week, phase_title(phases[0]) if phases else ""


def _rest_note(store: Store, plan: program.ProgramView | None, now: datetime) -> str:
    """Say when the main muscles of the next session have had their 48 h."""
    today = now.date().toordinal()
    upcoming = plan.next_up(today) if plan else None
    if upcoming is None or upcoming.planned.state is not PlannedState.PLANNED:
        return ""
    groups = list(dict.fromkeys(g for exercise, _t in upcoming.exercises for g in exercise.groups))
    known = catalog.exercises_in_use(store)
    work = [
        Work(number, from_ms(at, zone), known[exercise_id], sets)
        for number, at, zone, exercise_id, sets in store.sets.work(today - 4, today)
    ]
    waiting: list[tuple[datetime, MuscleGroup]] = []
    for group in groups:
        at = rested_at(work, group)
        if at is not None and at > now:
            waiting.append((at, group))
    if not waiting:
        return tr("Everything for the next session is rested (48 h).") if work else ""
    at, group = max(waiting)
    local = at.astimezone(now.tzinfo)
    return tr(
        "{muscles}: rested from {day} {time} (48 h)",
        muscles=group_title(group),
        day=tr("today") if local.date() == now.date() else weekday_title(local.weekday()),
        time=local.strftime("%H:%M"),
    )


WINS_SHOWN = 3
WIN_DAYS = 14


def small_wins(store: Store, today: int) -> list[Win]:
    """Return up to three things that went well in the last 14 days; none is fine too."""
    wins: list[Win] = []
    unit = preferences.unit(store)
    for done in reversed(store.sessions.done(today - WIN_DAYS, today)):
        if len(wins) >= WINS_SHOWN - 1:
            break
        records = session.records_of(store, done.id)[: WINS_SHOWN - 1 - len(wins)]
        wins += [
            _record_win(exercise, record, unit_of(store, exercise, unit)) for exercise, record in records
        ]
    total = store.sessions.count_done()
    if total:
        days = store.sessions.days(today - 27, today)
        text = tr("{n} in the last four weeks", n=len(days))
        wins.append(Win(_count_text(total), text, record=False))
    return wins[:WINS_SHOWN]


def _count_text(n: int) -> str:
    return tr("{n} session", n=n) if n == 1 else tr("{n} sessions", n=n)


def _record_win(exercise: Exercise, record: Record, unit: Unit) -> Win:
    return Win(*record_line(exercise.name, record, unit), record=True)
