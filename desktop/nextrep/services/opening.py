"""Opening a program that somebody passed on: what is in it, what is not known here, making it current."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.equipment import equipment_title
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Exercise
from nextrep.domain.program import (
    MAX_MINUTES,
    MIN_MINUTES,
    WEEKDAYS,
    Answers,
    Prescription,
    Program,
    SessionDraft,
    minutes_for,
)
from nextrep.domain.shared_program import ReadProgram, SharedProgram
from nextrep.domain.text import tr
from nextrep.domain.training import Target
from nextrep.exchange.program_file.reading import read_program_file
from nextrep.resources.programs import PROGRAMS, load_program
from nextrep.services import catalog
from nextrep.services.name_matching import Choice, Instead, Names, Unknown, chosen, names_of
from nextrep.storage.store import Store

__all__ = [
    "Choice", "Instead", "Look", "Replaced", "Unknown", "look", "open_program", "read",
]  # fmt: skip

_OWN_TEMPLATE, _USUAL_TEMPLATE = "own", "mind_and_muscle"
_STEP_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Replaced:
    """The program whose place it would take, and how many of its sessions are still to do."""

    title: str
    still_open: int


@dataclass(frozen=True, slots=True)
class Look:
    """What opening a file would make.

    Attributes:
        first_day, last_day: date ordinals of its first and last session.
        a_week: fewest and most sessions with exercises in a week that has some.
        minutes: shortest and longest session, estimated.
        exercises: how many different ones.
        new_own: names that become own exercises.
        missing: equipment it needs that is not at hand, in words.
        left_out: sessions of which nothing is left, because all of their exercises are left out.
        replaces: the program that it takes the place of, None where there is none.
    """

    title: str
    weeks: int
    sessions: int
    first_day: int
    last_day: int
    a_week: tuple[int, int]
    minutes: tuple[int, int]
    exercises: int
    new_own: tuple[str, ...]
    missing: tuple[str, ...]
    left_out: int
    replaces: Replaced | None


def read(path: Path, cancelled: Callable[[], bool] | None = None) -> ReadProgram:
    """Read a program file; nothing is kept.

    Raises:
        UserError: the file cannot be read at all.
        ProgramFileError: it is no program, made by a newer NextRep, or holds mistakes.
        Cancelled: `cancelled` said so.
    """
    return read_program_file(path, cancelled)


def unknown(store: Store, found: ReadProgram) -> tuple[Unknown, ...]:
    """Return the exercises that are known neither to the file, the library nor this profile."""
    return Names(store, found.program).unknown(found.lines)


def look(
    store: Store,
    program: SharedProgram,
    choices: Mapping[str, Choice],
    start: date,
    now: datetime,
    *,
    on_that_day: bool = False,
) -> Look:
    """Return what `open_program` would make, without making it; what has no choice yet counts as well.

    Raises:
        UserError: no session would be left.
    """
    names = Names(store, program)
    open_ones = [name for name in program.names() if name not in choices and names.find(name) is None]
    as_own: dict[str, Choice] = dict.fromkeys(open_ones, Instead.OWN)
    made = _Made(store, program, {**as_own, **choices}, start, on_that_day=on_that_day)
    trained = [draft for draft in made.drafts if draft.exercises]
    a_week: dict[int, int] = {}
    for draft in trained:
        a_week[draft.week] = a_week.get(draft.week, 0) + 1
    minutes = [minutes_for(draft.exercises) for draft in trained]
    needed = {item for one in made.used for item in one.equipment}
    days = [draft.day for draft in made.drafts] or [made.monday]
    return Look(
        title=program.title,
        weeks=made.weeks,
        sessions=len(trained),
        first_day=min(days),
        last_day=max(days),
        a_week=(min(a_week.values(), default=0), max(a_week.values(), default=0)),
        minutes=(min(minutes, default=0), max(minutes, default=0)),
        exercises=len(made.used),
        new_own=tuple(one.name for one in made.new if one.name not in open_ones),
        missing=tuple(
            equipment_title(item) for item in Equipment if item in needed - _at_hand(store, needed)
        ),
        left_out=made.left_out,
        replaces=_replaced(store, now),
    )


def open_program(
    store: Store,
    program: SharedProgram,
    choices: Mapping[str, Choice],
    start: date,
    now: datetime,
    *,
    on_that_day: bool = False,
) -> Outcome[Program]:
    """Make a program from a file the current one: all of it or nothing.

    It takes the place of the program before it; what was trained stays.

    Args:
        store: the profile.
        program: as it was read.
        choices: what becomes of each exercise that is not known here (see `unknown`), by its name.
        start: first day on which a session may fall. The weekdays of the file stay, so week 1 is the first
            week of which no session would lie before it.
        now: the time it is.
        on_that_day: let the first session fall on `start` instead, and move all weekdays with it.

    Raises:
        UserError: an exercise has no choice (`field` is its name), or no session would be left.
    """
    before = store.programs.current()
    made = _Made(store, program, choices, start, on_that_day=on_that_day)
    with store.transaction():
        numbers = {one.key: _keep(store, one, made.new) for one in made.used}
        program_id = store.programs.insert(made.program(store), now)
        rows = [(draft, [_target(row, numbers) for row in draft.exercises]) for draft in made.drafts]
        store.programs.add_drafts(program_id, rows)
    kept = store.programs.current()
    assert kept is not None
    own = tuple(numbers[one.key] for one in made.new)
    return Outcome(
        kept,
        Changes(program=True, exercises=True),
        undo=lambda: _switch(store, before.id if before else None, program_id, own, hide=True),
        label=tr("program {title}", title=kept.title),
    )


class _Made:
    """A program for this profile and these dates, not kept yet.

    Attributes:
        monday: date ordinal of the Monday of week 1.
        drafts: its sessions, with exercises by key.
        used: every exercise that it mentions; `new` are those that this profile does not have.
        left_out: sessions that had exercises and have none left.
    """

    def __init__(
        self,
        store: Store,
        shared: SharedProgram,
        choices: Mapping[str, Choice],
        start: date,
        *,
        on_that_day: bool,
    ) -> None:
        self._shared = shared
        named = chosen(Names(store, shared), choices)
        first = min((WEEKDAYS * (one.week - 1) + one.day for one in shared.sessions), default=0)
        week_of_start = start.toordinal() - start.weekday()
        shift = start.weekday() - first if on_that_day else 0
        self.monday = week_of_start
        if not on_that_day and start.weekday() > first and first < WEEKDAYS:
            self.monday += WEEKDAYS
        self.drafts: list[SessionDraft] = []
        self.left_out = 0
        mentioned: dict[str, Exercise] = {}
        for one in shared.sessions:
            rows = [named.row(row) for row in one.exercises]
            kept = tuple(row for row in rows if row is not None)
            if one.exercises and not kept:
                self.left_out += 1
                continue
            offset = WEEKDAYS * (one.week - 1) + one.day + shift
            self.drafts.append(
                SessionDraft(
                    day=self.monday + offset,
                    week=offset // WEEKDAYS + 1,
                    phase=one.phase,
                    title=one.title,
                    exercises=kept,
                    minute=one.minute,
                    note=one.note,
                )
            )
            for row in kept:
                for key in (row.exercise_key, *names_of(row.details)):
                    mentioned.setdefault(key, named.by_key[key])
        if self.left_out and not any(draft.exercises for draft in self.drafts):
            raise UserError(tr("Nothing of this program would be left. Let an exercise stay."))
        self.used = list(mentioned.values())
        self.new = [one for one in self.used if one.key in named.new]
        self.weeks = max([shared.weeks, *(draft.week for draft in self.drafts)])

    def program(self, store: Store) -> Program:
        """Return the program without its sessions."""
        return Program(
            id=0,
            template=self._template(),
            title=self._shared.title,
            start_day=self.monday,
            weeks=self.weeks,
            answers=self._answers(store),
        )

    def _template(self) -> str:
        """Return what it was made from, if its phases still are of that program."""
        key = self._shared.template
        if key in PROGRAMS:
            phases = {rule.phase for rule in load_program(key).rules}
            if {draft.phase for draft in self.drafts} <= phases:
                return key
        return _OWN_TEMPLATE if _OWN_TEMPLATE in PROGRAMS else _USUAL_TEMPLATE

    def _answers(self, store: Store) -> Answers:
        """Keep what the person said about themselves; days and times are those of the file."""
        current = store.programs.current()
        trained = [draft for draft in self.drafts if draft.exercises]
        longest = max((minutes_for(draft.exercises) for draft in trained), default=0)
        base = current.answers if current else Answers(minutes=_rounded_up(longest))
        weekdays = tuple(sorted({(draft.day - self.monday) % WEEKDAYS for draft in trained}))
        needed = frozenset(item for one in self.used for item in one.equipment)
        times = {(draft.day - self.monday) % WEEKDAYS: draft.minute for draft in reversed(trained)}
        return replace(
            base,
            weekdays=weekdays or base.weekdays,
            equipment=base.equipment if current else needed,
            begins=min((draft.day - self.monday for draft in self.drafts), default=0) % WEEKDAYS,
            times=tuple(sorted((day, minute) for day, minute in times.items() if minute is not None)),
        )


def _rounded_up(minutes: int) -> int:
    steps = -(-minutes // _STEP_MINUTES) * _STEP_MINUTES
    return max(MIN_MINUTES, min(steps or Answers().minutes, MAX_MINUTES))


def _at_hand(store: Store, needed: set[Equipment]) -> frozenset[Equipment]:
    current = store.programs.current()
    return current.answers.equipment if current else frozenset(needed)


def _replaced(store: Store, now: datetime) -> Replaced | None:
    current = store.programs.current()
    if current is None:
        return None
    today = now.date().toordinal()
    planned = store.programs.planned_of(current.id)
    return Replaced(current.title, sum(one.is_open and one.trains and one.day >= today for one in planned))


def _keep(store: Store, exercise: Exercise, new: list[Exercise]) -> int:
    number = catalog.number_of(store, exercise)
    if exercise in new and (exercise.note or exercise.cue):
        known = store.exercises.get(number)
        store.exercises.update(replace(known, note=exercise.note, cue=exercise.cue))
    return number


def _target(row: Prescription, numbers: Mapping[str, int]) -> Target:
    return Target(
        exercise_id=numbers[row.exercise_key],
        sets=row.sets,
        reps_low=row.reps_low,
        reps_high=row.reps_high,
        seconds=row.seconds,
        rir_low=row.rir_low,
        rir_high=row.rir_high,
        rest_s=row.rest_s,
        details=row.details,
    )


def _switch(
    store: Store, to: int | None, back: int | None, own: tuple[int, ...], *, hide: bool
) -> Outcome[None]:
    """Change the current program; own exercises that came with it go out of sight with it."""
    with store.transaction():
        store.programs.set_current(to)
        for number in own:
            store.exercises.update(replace(store.exercises.get(number), hidden=hide))
    return Outcome(
        None,
        Changes(program=True, exercises=True),
        undo=lambda: _switch(store, back, to, own, hide=not hide),
        label=tr("program"),
    )
