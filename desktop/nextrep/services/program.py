"""The program: making it, showing it, moving and swapping its sessions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.duration import PLAIN_PACE, Pace, seconds_for
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Exercise
from nextrep.domain.plan_calendar import pauses_with_open, program_weeks
from nextrep.domain.plan_edit import Pause
from nextrep.domain.plan_edits import check_start
from nextrep.domain.plan_summary import PhaseDose, phase_doses
from nextrep.domain.program import (
    Answers,
    PlannedSession,
    PlannedState,
    Prescription,
    Program,
)
from nextrep.domain.program_template import ProgramTemplate
from nextrep.domain.recovery import (
    REST_HOURS,
    ShortRest,
    bout_of,
    muscles_of,
    rests_before,
)
from nextrep.domain.text import tr, tr_n
from nextrep.domain.training import Session, Target
from nextrep.resources.programs import load_program, load_programs
from nextrep.services import catalog, done_work
from nextrep.services.handover import Overlap, check_overlap, handing, overlapping, waiting
from nextrep.services.plan_preview import drafted
from nextrep.storage.store import Store

MOST_BEFORE = 12
"""Sessions of two days that are looked at before a session; nobody has more."""

TEMPLATE = "mind_and_muscle"
"""The program that a person gets who does not choose one."""

MAX_TITLE_CHARS = 120


@dataclass(frozen=True, slots=True)
class PlannedView:
    """A planned session as the calendar shows it.

    Attributes:
        minutes: estimate for the plan; `session` is what was done of it.
        short_rests: muscle groups that come again in under 48 h.
        moved_from: the day (date ordinal) that the program gave it, None while it is still there.
        going_on: it was begun and is open now.
    """

    planned: PlannedSession
    exercises: tuple[tuple[Exercise, Target], ...]
    minutes: int
    session: Session | None
    short_rests: tuple[ShortRest, ...]
    moved_from: int | None = None
    going_on: bool = False


@dataclass(frozen=True)
class ProgramView:
    """The current program with its sessions by day; removed ones are left out.

    Attributes:
        pauses: times on which it rested and that are over; one that goes on is `program.paused_on`.
        pace: how the person's sessions compare with the estimate.
    """

    program: Program
    sessions: tuple[PlannedView, ...]
    pauses: tuple[Pause, ...] = ()
    pace: Pace = PLAIN_PACE

    @cached_property
    def weeks(self) -> tuple[int | None, ...]:
        """The program week of each calendar week from the start on, None where it rests all week."""
        sessions = (one.planned for one in self.sessions)
        return program_weeks(self.program, sessions, pauses_with_open(self.program, self.pauses))

    def week_of(self, day: int) -> int:
        """Return the calendar week (from 1, the start) of a date ordinal; below 1 before the start."""
        return (day - self.program.start_day) // 7 + 1

    def program_week(self, day: int) -> int | None:
        """Return the week of the program on a date ordinal; None outside it and in a week of rest."""
        row = self.week_of(day) - 1
        return self.weeks[row] if 0 <= row < len(self.weeks) else None

    def rests_on(self, day: int) -> bool:
        """Tell whether the program is paused on a date ordinal."""
        every = pauses_with_open(self.program, self.pauses)
        return any(pause.first_day <= day <= pause.last_day for pause in every)

    def in_week(self, week: int) -> list[PlannedView]:
        """Return the sessions that fall into a calendar week of the program."""
        return [view for view in self.sessions if self.week_of(view.planned.day) == week]

    def next_up(self, today: int) -> PlannedView | None:
        """Return today's or the next session to do; else the latest one of the last 7 days still open.

        Days off do not count, nor does anything that waits for the end of a pause.
        """
        to_do = [one for one in self.sessions if one.planned.is_open and one.planned.trains]
        still_open = [one for one in to_do if not self._waits(one.planned.day)]
        ahead = [view for view in still_open if view.planned.day >= today]
        recent = [view for view in still_open if today - 7 <= view.planned.day < today]
        if ahead and (ahead[0].planned.day == today or not recent):
            return ahead[0]
        return recent[-1] if recent else None

    def day_off(self, today: int) -> PlannedSession | None:
        """Return the words that the program has for a day without training, None where it has none."""
        found = (one.planned for one in self.sessions if one.planned.day == today and not one.planned.trains)
        return next((one for one in found if one.is_open and one.note), None)

    def _waits(self, day: int) -> bool:
        return self.program.paused_on is not None and day >= self.program.paused_on


def templates() -> tuple[ProgramTemplate, ...]:
    """Return the shipped programs in the order in which they are offered."""
    return load_programs()


def heading(program: Program) -> str:
    """Return for example "Mind and Muscle, 12 weeks"; a program that is over after its days has no weeks."""
    if load_program(program.template).ends:
        return program.title
    weeks = tr_n("{n} week", "{n} weeks", program.weeks)
    return tr("{title}, {weeks}", title=program.title, weeks=weeks)


def create(
    store: Store,
    answers: Answers,
    now: datetime,
    *,
    start: date | None = None,
    weeks: int | None = None,
    key: str = TEMPLATE,
    overlap: Overlap | None = None,
    title: str = "",
) -> Outcome[Program]:
    """Make a shipped program for the person's week and follow it.

    It is the current one from then on, unless the program before it has something to do before the first
    day of the new one: then it waits until that day (see services.handover).

    Args:
        store: the profile.
        answers: what the person said about their week.
        now: the time it is.
        start: first day on which a session may fall; today if None.
        weeks: 1-52; as long as the program is meant to be if None.
        key: which program, see `templates`.
        overlap: what becomes of sessions that the current program has on the days of the new one.
        title: the person's name for it; the program's own if "".

    Raises:
        UserError: the answers cannot be planned (see domain.program.check_answers), there is an overlap and
            nobody said what should become of it, the name is over 120 characters, or the start is more than
            ten years away.
    """
    today = now.date().toordinal()
    check_start((start or now.date()).toordinal(), today)
    made = drafted(key, answers, start or now.date(), weeks)
    shared = overlapping(store, made.first_day, today)
    check_overlap(shared, overlap)
    if shared is not None and overlap is Overlap.AFTER:
        made = drafted(key, answers, shared.monday_after, weeks)
    name = " ".join(title.split()) or tr(made.template.title)
    if len(name) > MAX_TITLE_CHARS:
        raise UserError(tr("A name has up to {n} characters.", n=MAX_TITLE_CHARS), field="title")
    before = handing(store)
    with store.transaction():
        program_id = store.programs.insert(Program(0, key, name, made.monday, made.weeks, made.answers), now)
        rows = [(draft, [target_of(store, row) for row in draft.exercises]) for draft in made.drafts]
        store.programs.add_drafts(program_id, rows)
        handover = before.to(program_id, made.first_day, today)
    return Outcome(
        store.programs.get(program_id),
        Changes(program=True, exercises=True),
        undo=lambda: handover.undo(store),
        label=tr("plan {title}", title=name),
    )


def following(store: Store, today: int) -> str | None:
    """Return the key of the program to offer, once the current one has come to its last day or is done."""
    program = store.programs.current()
    if program is None or waiting(store) is not None:
        return None
    planned = [one for one in store.programs.planned_of(program.id) if one.trains]
    left = [one for one in planned if one.is_open]
    over = not left or max(one.day for one in left) <= today
    return load_program(program.template).then or None if planned and over else None


def phases(program: Program) -> tuple[PhaseDose, ...]:
    """Return what each phase of a program asked for when it was made, in order."""
    return phase_doses(load_program(program.template), program.answers)


def target_of(store: Store, row: Prescription) -> Target:
    """Return a prescription for this profile's number of the exercise (in a transaction)."""
    return row.target(catalog.number_of(store, catalog.by_key(row.exercise_key)))


def current(store: Store, today: int | None = None, before: ProgramView | None = None) -> ProgramView | None:
    """Return the current program, None before there is one.

    Args:
        store: the profile.
        today: date ordinal; sessions of days before it that were not done make no rest short.
        before: an earlier view: sessions that are as they were then stay the same objects, so that who shows
            them can tell at once what changed.
    """
    program = store.programs.current()
    if program is None:
        return None
    planned = store.programs.planned_of(program.id)
    done = store.sessions.of_program(program.id)
    shown = [one for one in planned if one.state is not PlannedState.REMOVED]
    exercises = catalog.exercises_in_use(store)
    active = store.sessions.active()
    open_id = active.planned_id if active else None
    # What is going on counts by its sets; counted as planned too, it would come too early after itself.
    to_do = [one for one in shown if one.is_open and one.id != open_id]
    rests: dict[int, list[ShortRest]] = {}
    for rest in _rests(store, [one for one in to_do if one.day >= (today or 0)], exercises):
        rests.setdefault(rest.session, []).append(rest)
    pace = done_work.pace(shown, done)
    earlier = {one.planned.id: one for one in before.sessions} if before and before.pace == pace else {}
    views = []
    for one in shown:
        asked = tuple((exercises[target.exercise_id], target) for target in one.targets)
        close, going_on = tuple(rests.get(one.id, ())), one.id == open_id
        known = earlier.get(one.id)
        if known is None or not _same(known, one, asked, done.get(one.id), close, going_on=going_on):
            known = PlannedView(
                planned=one,
                exercises=asked,
                minutes=known.minutes
                if known is not None and known.planned.targets == one.targets
                else pace.minutes(seconds_for(one.targets)),
                session=done.get(one.id),
                short_rests=close,
                moved_from=one.first_day if one.first_day != one.day else None,
                going_on=going_on,
            )
        views.append(known)
    return ProgramView(program, tuple(views), store.programs.pauses_of(program.id), pace)


def _same(
    known: PlannedView,
    planned: PlannedSession,
    asked: tuple[tuple[Exercise, Target], ...],
    session: Session | None,
    close: tuple[ShortRest, ...],
    *,
    going_on: bool,
) -> bool:
    """Tell whether a session would be shown as it is known already."""
    was = (known.planned, known.exercises, known.session, known.short_rests, known.going_on)
    return was == (planned, asked, session, close, going_on)


def done_beside(store: Store, view: ProgramView) -> tuple[Session, ...]:
    """Return the finished sessions of the program's weeks that are not among its planned ones."""
    first = view.program.start_day
    planned = {one.session.id for one in view.sessions if one.session is not None}
    done = store.sessions.done(first, first + 7 * len(view.weeks) - 1)
    return tuple(session for session in done if session.id not in planned)


def _rests(
    store: Store, to_do: Sequence[PlannedSession], exercises: Mapping[int, Exercise]
) -> list[ShortRest]:
    """Find short rests of what is to do, after what was done and what comes before it."""
    trains = [one for one in to_do if one.trains]
    if not trains:
        return []
    muscles = {number: muscles_of(exercise) for number, exercise in exercises.items()}
    bouts = done_work.bouts(store, trains[0].day - REST_HOURS // 24, trains[-1].day, muscles)
    bouts += [
        bout_of(one.id, one.day, one.minute, one.title, [muscles[t.exercise_id] for t in one.targets])
        for one in trains
    ]
    bouts.sort(key=lambda bout: bout.order)
    return [
        ShortRest(bout.session, rest.group, rest.hours)
        for index, bout in enumerate(bouts)
        if bout.session > 0
        for rest in rests_before(bout, bouts[max(0, index - MOST_BEFORE) : index], helping=False)
    ]


def equipment_at_hand(store: Store) -> frozenset[Equipment]:
    """Return the equipment of the current program's answers; everything before there is a program."""
    program = store.programs.current()
    return program.answers.equipment if program else frozenset(Equipment)
