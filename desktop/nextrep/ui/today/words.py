"""What Today says, without the window: the greeting and the one next step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nextrep.domain.equipment import equipment_title
from nextrep.domain.figures import clock
from nextrep.domain.program import PlannedSession
from nextrep.domain.text import tr, tr_n
from nextrep.services.program import PlannedView
from nextrep.services.session import SessionView
from nextrep.services.today import TodayView
from nextrep.ui.widgets.day_text import day_text

NOON, EVENING, NIGHT = 12, 18, 4
"""Hours at which the greeting changes."""


def greeting(now: datetime, name: str) -> str:
    """Return "Good morning, Sam", by the hour."""
    part = _part(now)
    words = {"morning": tr("Good morning"), "day": tr("Good afternoon"), "evening": tr("Good evening")}[part]
    return tr("{greeting}, {name}", greeting=words, name=name) if name else words


def question(now: datetime) -> str:
    """Return "How are you this morning?", by the hour."""
    return {
        "morning": tr("How are you this morning?"),
        "day": tr("How are you this afternoon?"),
        "evening": tr("How are you this evening?"),
    }[_part(now)]


def _part(now: datetime) -> str:
    if NIGHT <= now.hour < NOON:
        return "morning"
    return "day" if NOON <= now.hour < EVENING else "evening"


def date_line(view: TodayView, now: datetime) -> str:
    """Return "Sunday 22 November · week 6, Progressive adaptation"."""
    today = now.date().toordinal()
    day = day_text(today, today)
    if view.week is None:
        return day
    if not view.phase:
        return tr("{day} · week {week}", day=day, week=view.week)
    return tr("{day} · week {week}, {phase}", day=day, week=view.week, phase=view.phase)


@dataclass(frozen=True, slots=True)
class Action:
    """A button: its text, and where it leads (see Screen.navigate)."""

    text: str
    screen: str
    argument: object = None


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the large card shows.

    Attributes:
        over: small heading.
        chips: one for each exercise.
        actions: the main one, a second one, and up to two that stand back.
    """

    over: str
    title: str
    facts: str
    chips: tuple[str, ...]
    actions: tuple[Action, ...]


def next_step(view: TodayView, now: datetime) -> NextStep:
    """Choose the one next thing."""
    if view.open_session is not None:
        return _go_on(view.open_session)
    today = now.date().toordinal()
    upcoming = view.next_up if view.next_up and view.next_up.planned.is_open else None
    day_off = view.plan.day_off(today) if view.plan else None
    if day_off is not None and (upcoming is None or upcoming.planned.day != today):
        return _day_off(day_off)
    if upcoming is not None:
        return _up_next(upcoming, today)
    if view.plan is not None and view.plan.program.paused_on is not None:
        return _resting()
    if view.first_day:
        return _first_day()
    if view.following is not None:
        return _following(*view.following)
    return _no_session(has_plan=view.plan is not None)


def _one_set(text: str) -> Action:
    return Action(text, "session", ("one_set", None))


def _go_on(open_session: SessionView) -> NextStep:
    sets = open_session.set_count
    blocks = open_session.blocks
    done = tr_n("{n} set so far", "{n} sets so far", sets) if sets else tr("no set yet")
    title = open_session.session.title
    return NextStep(
        over=tr("You have a session open"),
        title=tr("{title}, {sets}", title=title, sets=done),
        facts=tr("Everything you did is kept. Go on whenever you like."),
        chips=tuple(_chip(b.exercise.name, b.target.text() if b.target else "") for b in blocks),
        actions=(Action(tr("Go on with it"), "session"),),
    )


def _up_next(one: PlannedView, today: int) -> NextStep:
    planned = one.planned
    if planned.day == today:
        over = tr("Up next")
    elif planned.day > today:
        over = tr("Up next, {day}", day=day_text(planned.day, today))
    else:
        over = tr("Still open, from {day}", day=day_text(planned.day, today))
    return NextStep(
        over=over,
        title=planned.title,
        facts=_facts(one),
        chips=tuple(_chip(exercise.name, target.text()) for exercise, target in one.exercises),
        actions=(
            Action(tr("Start session"), "session", ("start_planned", planned.id)),
            _one_set(tr("Just one set today")),
            Action(tr("Move to another day"), "program", planned.id),
        ),
    )


def _day_off(planned: PlannedSession) -> NextStep:
    return NextStep(
        over=tr("Today"),
        title=planned.title,
        facts=planned.note,
        chips=(),
        actions=(
            Action(tr("Write in the journal"), "journal"),
            _one_set(tr("Just one set: ten squats")),
            Action(tr("See the plan"), "program"),
        ),
    )


def _resting() -> NextStep:
    return NextStep(
        over=tr("Up next"),
        title=tr("Your plan is paused"),
        facts=tr("It waits as you left it. Go on whenever it suits; one set is welcome at any time."),
        chips=(),
        actions=(
            Action(tr("Go on with the plan"), "program", "resume"),
            _one_set(tr("Just one set: ten squats")),
        ),
    )


def _facts(one: PlannedView) -> str:
    at = one.planned.minute
    things = dict.fromkeys(item for exercise, _target in one.exercises for item in exercise.equipment)
    return " · ".join(
        (
            *((clock(at),) if at is not None else ()),
            tr_n("{n} exercise", "{n} exercises", len(one.exercises)),
            tr("about {n} minutes", n=one.minutes),
            ", ".join(map(equipment_title, things)) or tr("no equipment"),
        )
    )


def _chip(name: str, target: str) -> str:
    return tr("{exercise} {target}", exercise=name, target=target) if target else name


def _first_day() -> NextStep:
    return NextStep(
        over=tr("A first small step"),
        title=tr("Ten squats count"),
        facts=tr(
            "No equipment, no plan, about a minute. Your next session, your week and what went well"
            " will stand here."
        ),
        chips=(),
        actions=(
            _one_set(tr("Just one set: ten squats")),
            Action(tr("Make a plan"), "program", "make"),
            Action(tr("Bring in an older log"), "import"),
        ),
    )


def _following(key: str, title: str) -> NextStep:
    return NextStep(
        over=tr("The plan is at its end"),
        title=title,
        facts=tr("If you like, this comes next. It fits your week, and it can wait."),
        chips=(),
        actions=(
            Action(tr("Make this plan"), "program", key),
            _one_set(tr("Just one set: ten squats")),
        ),
    )


def _no_session(*, has_plan: bool) -> NextStep:
    """Nothing is planned ahead: the plan ran out, or there never was one."""
    text = tr("The plan has no session ahead.") if has_plan else tr("There is no plan yet.")
    return NextStep(
        over=tr("Up next"),
        title=tr("Whatever suits you"),
        facts=tr("{state} One set of squats is a start, and a plan takes two minutes.", state=text),
        chips=(),
        actions=(
            _one_set(tr("Just one set: ten squats")),
            Action(tr("Make a new plan") if has_plan else tr("Make a plan"), "program", "make"),
        ),
    )


def week_text(done: int, planned: int | None) -> str:
    """Return "2 of 3 sessions" for this week; more than planned is no score, so it is only counted."""
    if not planned or done > planned:
        return tr_n("{n} session", "{n} sessions", done) if done else tr("No session yet")
    return tr_n("{done} of {n} session", "{done} of {n} sessions", planned, done=done)
