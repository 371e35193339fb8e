"""Opening a program that somebody passed on: what is in it, what is not known here, making it current."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.equipment import equipment_title
from nextrep.domain.exercises import Equipment, Exercise
from nextrep.domain.program import (
    Program,
    minutes_for,
)
from nextrep.domain.shared_program import ReadProgram, SharedProgram
from nextrep.domain.text import tr
from nextrep.services import catalog
from nextrep.services.handover import Overlap, Overlapping, check_overlap, handing
from nextrep.services.name_matching import Choice, Instead, Names, Unknown
from nextrep.services.opened_plan import placed
from nextrep.storage.removal import TakenOut
from nextrep.storage.store import Store

__all__ = [
    "Choice", "Instead", "Look", "Overlap", "Unknown", "look", "open_program", "read",
]  # fmt: skip

_CHANGES = Changes(program=True, exercises=True)


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
        overlaps: the program whose days it would share from the start that was asked for, None if none.
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
    overlaps: Overlapping | None


def read(path: Path, cancelled: Callable[[], bool] | None = None) -> ReadProgram:
    """Read a program file; nothing is kept.

    Raises:
        UserError: the file cannot be read at all.
        ProgramFileError: it is no program, made by a newer NextRep, or holds mistakes.
        Cancelled: `cancelled` said so.
    """
    from nextrep.exchange.program_file.reading import read_program_file  # with it comes PyYAML

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
    overlap: Overlap | None = None,
    on_that_day: bool = False,
) -> Look:
    """Return what `open_program` would make, without making it; what has no choice yet counts as well.

    Raises:
        UserError: no session would be left.
    """
    names = Names(store, program)
    open_ones = [name for name in program.names() if name not in choices and names.find(name) is None]
    as_own: dict[str, Choice] = dict.fromkeys(open_ones, Instead.OWN)
    today = now.date().toordinal()
    made, overlaps = placed(store, program, {**as_own, **choices}, start, today, overlap, on_that_day)
    trained = [draft for draft in made.drafts if draft.exercises]
    a_week: dict[int, int] = {}
    for draft in trained:
        a_week[draft.week] = a_week.get(draft.week, 0) + 1
    minutes = [minutes_for(draft.exercises) for draft in trained]
    needed = {item for one in made.used for item in one.equipment}
    return Look(
        title=program.title,
        weeks=made.weeks,
        sessions=len(trained),
        first_day=made.first_day,
        last_day=made.last_day,
        a_week=(min(a_week.values(), default=0), max(a_week.values(), default=0)),
        minutes=(min(minutes, default=0), max(minutes, default=0)),
        exercises=len(made.used),
        new_own=tuple(one.name for one in made.new if one.name not in open_ones),
        missing=tuple(
            equipment_title(item) for item in Equipment if item in needed - _at_hand(store, needed)
        ),
        left_out=made.left_out,
        overlaps=overlaps,
    )


def open_program(
    store: Store,
    program: SharedProgram,
    choices: Mapping[str, Choice],
    start: date,
    now: datetime,
    *,
    overlap: Overlap | None = None,
    on_that_day: bool = False,
) -> Outcome[Program]:
    """Keep a program from a file and follow it: all of it or nothing.

    It is the current one from then on, unless the program before it has something to do before the first
    day of the new one: then it waits until that day (see services.handover). What was trained stays.

    Args:
        store: the profile.
        program: as it was read.
        choices: what becomes of each exercise that is not known here (see `unknown`), by its name.
        start: first day on which a session may fall. The weekdays of the file stay, so week 1 is the first
            week of which no session would lie before it.
        now: the time it is.
        overlap: what becomes of sessions that the current program has on the days of the new one.
        on_that_day: let the first session fall on `start` instead, and move all weekdays with it.

    Raises:
        UserError: an exercise has no choice (`field` is its name), no session would be left, or there is an
            overlap and nobody said what should become of it (`field` is "overlap").
    """
    today = now.date().toordinal()
    made, shared = placed(store, program, choices, start, today, overlap, on_that_day)
    check_overlap(shared, overlap)
    before = handing(store)
    with store.transaction():
        numbers = {one.key: _keep(store, one, made.new) for one in made.used}
        program_id = store.programs.insert(made.program(store), now)
        rows = [
            (draft, [row.target(numbers[row.exercise_key]) for row in draft.exercises])
            for draft in made.drafts
        ]
        store.programs.add_drafts(program_id, rows)
        handover = before.to(program_id, made.first_day, today)
    kept = store.programs.get(program_id)
    own = [numbers[one.key] for one in made.new]
    return Outcome(
        kept,
        _CHANGES,
        undo=lambda: _take_back(store, lambda: handover.undo(store), program_id, own),
        label=tr("program {title}", title=kept.title),
    )


def _at_hand(store: Store, needed: set[Equipment]) -> frozenset[Equipment]:
    current = store.programs.current()
    return current.answers.equipment if current else frozenset(needed)


def _keep(store: Store, exercise: Exercise, new: list[Exercise]) -> int:
    number = catalog.number_of(store, exercise)
    if exercise in new and (exercise.note or exercise.cue):
        known = store.exercises.get(number)
        store.exercises.update(replace(known, note=exercise.note, cue=exercise.cue))
    return number


def _take_back(
    store: Store, handover: Callable[[], Outcome[Any]], program_id: int, own: list[int]
) -> Outcome[None]:
    """Follow what was followed before, and leave nothing of the program and the exercises that it brought."""
    with store.transaction():
        turned = handover()
        taken = store.removal.take_out_program(program_id, own)
    back = turned.undo
    assert back is not None
    return Outcome(
        None,
        turned.changes | _CHANGES,
        undo=lambda: _bring_back(store, back, taken, program_id, own),
        label=tr("program"),
    )


def _bring_back(
    store: Store, handover: Callable[[], Outcome[Any]], taken: TakenOut, program_id: int, own: list[int]
) -> Outcome[None]:
    with store.transaction():
        store.removal.put_back(taken)
        turned = handover()
    back = turned.undo
    assert back is not None
    return Outcome(
        None,
        turned.changes | _CHANGES,
        undo=lambda: _take_back(store, back, program_id, own),
        label=tr("program"),
    )
