"""Passing a program on: as a file that another NextRep opens, without dates and without the person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nextrep.domain.errors import UserError
from nextrep.domain.exercise_facts import OWN_PREFIX
from nextrep.domain.exercises import Exercise, fold
from nextrep.domain.plan_edits import MAX_TITLE_CHARS
from nextrep.domain.plan_weeks import LONGEST_PLAN
from nextrep.domain.prescription import LoadPlan, LoadRule, Progression, TargetDetails
from nextrep.domain.program import WEEKDAYS, PlannedSession, PlannedState, Prescription, Program
from nextrep.domain.shared_program import SharedProgram, SharedSession
from nextrep.domain.target_check import check_target
from nextrep.domain.text import tr
from nextrep.domain.training import Target
from nextrep.exchange.program_file.words import SUFFIX
from nextrep.resources.programs import PROGRAMS
from nextrep.services import catalog
from nextrep.services.files import save_file
from nextrep.storage.store import Store

__all__ = ["SUFFIX", "Contents", "Wanted", "contents", "export_program", "file_text", "shared"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the person's own goes into a file.

    Attributes:
        weights: fixed loads, training maxima, load on or help for bodyweight.
        notes: what the person wrote beside exercises and sessions.
        times: times of day.
    """

    weights: bool = False
    notes: bool = True
    times: bool = True


@dataclass(frozen=True, slots=True)
class Contents:
    """What a program file would hold, counted, before it is written.

    Attributes:
        a_week: fewest and most sessions with exercises in a week that has some.
        exercises: how many different ones; `own` are the names of those that no library has.
        weights, notes, times: how many of each the plan holds.
    """

    title: str
    weeks: int
    sessions: int
    a_week: tuple[int, int]
    exercises: int
    own: tuple[str, ...]
    weights: int
    notes: int
    times: int


def export_program(store: Store, target: Path, wanted: Wanted | None = None) -> Path:
    """Write the current program to a file and return the file.

    Raises:
        UserError: there is no program, or it is too large.
        KnownError: the file cannot be written; an older one is left as it was.
    """
    save_file(target, file_text(store, wanted).encode("utf-8"))
    return target


def file_text(store: Store, wanted: Wanted | None = None) -> str:
    """Return the text of the file that `export_program` writes.

    Raises:
        UserError: there is no program, or it is too large.
    """
    from nextrep.exchange.program_file.reading import MAX_BYTES  # with it comes PyYAML
    from nextrep.exchange.program_file.writing import program_text

    text = program_text(shared(store, wanted))
    if len(text.encode("utf-8")) > MAX_BYTES:
        raise UserError(tr("This plan is too large for a file of its own: over 2 MB."))
    return text


def contents(store: Store) -> Contents | None:
    """Return what the current program would share, None before there is a program."""
    if store.programs.current() is None:
        return None
    program = shared(store, Wanted(weights=True))
    bare = shared(store, Wanted(notes=False))
    rows = [row for session in program.sessions for row in session.exercises]
    bare_rows = [row for session in bare.sessions for row in session.exercises]
    counts: dict[int, int] = {}
    for session in program.sessions:
        if session.exercises:
            counts[session.week] = counts.get(session.week, 0) + 1
    return Contents(
        title=program.title,
        weeks=program.weeks,
        sessions=sum(counts.values()),
        a_week=(min(counts.values(), default=0), max(counts.values(), default=0)),
        exercises=len({row.exercise_key for row in rows}),
        own=tuple(exercise.name for exercise in program.own),
        weights=sum(a.details.load != b.details.load for a, b in zip(rows, bare_rows, strict=True)),
        notes=sum(bool(row.details.note) for row in rows)
        + sum(bool(one.note and one.exercises) for one in program.sessions),
        times=sum(one.minute is not None for one in program.sessions),
    )


def shared(store: Store, wanted: Wanted | None = None) -> SharedProgram:
    """Return the current program without dates: as it stands now, moves included, pauses left out.

    Raises:
        UserError: there is no program.
    """
    program = store.programs.current()
    if program is None:
        raise UserError(tr("There is no program to share yet."))
    planned = [one for one in store.programs.planned_of(program.id) if one.state is not PlannedState.REMOVED]
    naming = _Naming(store)
    naming.keep_own_names(planned)
    places = _places(program, planned)
    sessions = [
        SharedSession(
            week=week,
            day=day,
            phase=one.phase,
            title=one.title[:MAX_TITLE_CHARS].strip() or tr("Session"),
            exercises=tuple(_row(target, naming, wanted or Wanted()) for target in one.targets),
            minute=one.minute if (wanted or Wanted()).times else None,
            # The words of a day off are what it is made of.
            note=one.note if (wanted or Wanted()).notes or not one.trains else "",
        )
        for one, (week, day) in zip(planned, places, strict=True)
    ]
    sessions.sort(key=lambda one: (one.week, one.day))
    return SharedProgram(
        title=program.title,
        weeks=min(max([program.weeks, *(one.week for one in sessions)]), LONGEST_PLAN),
        sessions=tuple(sessions),
        own=tuple(sorted(naming.own.values(), key=lambda one: one.name)),
        template=program.template if program.template in PROGRAMS else "",
    )


def _places(program: Program, planned: Sequence[PlannedSession]) -> list[tuple[int, int]]:
    """Return week and weekday of each session, with the weeks of pauses taken out.

    A pause moves sessions and the days that the plan gives them (`first_day`), while their week stays; so the
    difference says how far a week of the program is behind the calendar.
    """
    behind: dict[int, int] = {}
    for one in planned:
        row = (one.first_day - program.start_day) // WEEKDAYS
        behind[one.week] = min(behind.get(one.week, row), row)
    found = []
    for one in planned:
        monday = program.start_day + WEEKDAYS * behind[one.week]
        week, day = one.week + (one.day - monday) // WEEKDAYS, (one.day - monday) % WEEKDAYS
        if not 1 <= week <= LONGEST_PLAN:  # moved out of the plan by hand
            week, day = one.week, (one.first_day - monday) % WEEKDAYS
        found.append((week, day))
    return found


class _Naming:
    """Gives the exercises of a plan the names by which a file mentions them.

    Attributes:
        own: those that no library has, by key.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._by_number = catalog.exercises_in_use(store)
        self._names: dict[str, str] = {}
        self.own: dict[str, Exercise] = {}

    def keep_own_names(self, planned: Iterable[PlannedSession]) -> None:
        """Let the person's own exercises keep their names where the library has the same."""
        numbers = {target.exercise_id for one in planned for target in one.targets}
        used = (self._by_number[number] for number in numbers)
        for exercise in sorted(used, key=lambda one: (one.name, one.key)):
            if exercise.key.startswith(OWN_PREFIX):
                self.of(exercise)

    def of(self, exercise: Exercise) -> str:
        """Return the name of an exercise: no other in the file has it."""
        if exercise.key in self._names:
            return self._names[exercise.key]
        name = exercise.name
        taken = {fold(one) for one in self._names.values()}
        if not exercise.key.startswith(OWN_PREFIX):
            same = catalog.library().find(name)
            if same is None or same.key != exercise.key or fold(name) in taken:
                name = exercise.key
        else:
            number = 2
            while fold(name) in taken:
                name = f"{exercise.name[:100]} ({number})"
                number += 1
            self.own[exercise.key] = replace(exercise, key="", name=name)
        self._names[exercise.key] = name
        return name

    def of_number(self, number: int) -> str:
        """Return the name of the exercise of this number."""
        return self.of(self._by_number[number])

    def of_keys(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return the names of exercises by their keys; one that is no longer known falls out."""
        found = (self._of_key(key) for key in keys)
        return tuple(exercise for exercise in found if exercise is not None)

    def _of_key(self, key: str) -> str | None:
        if key not in self._names:
            exercise = catalog.find_key(self._store, key)
            return None if exercise is None else self.of(exercise)
        return self._names[key]


def _row(planned: Target, naming: _Naming, wanted: Wanted) -> Prescription:
    target = _sound(planned)
    return Prescription(
        exercise_key=naming.of_number(target.exercise_id),
        sets=target.sets,
        reps_low=target.reps_low,
        reps_high=target.reps_high,
        seconds=target.seconds,
        rir_low=target.rir_low,
        rir_high=target.rir_high,
        rest_s=target.rest_s,
        details=_details(target.details, naming, wanted),
    )


def _details(details: TargetDetails, naming: _Naming, wanted: Wanted) -> TargetDetails:
    progression = details.progression
    return replace(
        details,
        load=details.load if wanted.weights else _without_weights(details.load),
        progression=replace(progression, ladder=naming.of_keys(progression.ladder)),
        alternates=naming.of_keys(details.alternates),
        note=details.note if wanted.notes else "",
    )


def _without_weights(plan: LoadPlan) -> LoadPlan:
    """Leave the person's own loads out; a fixed one becomes that of last time, which whoever opens it has."""
    if plan.rule is LoadRule.FIXED:
        return LoadPlan(percent=plan.percent)
    return replace(plan, load=None)


def _sound(target: Target) -> Target:
    """Mend what no file may hold: a plan can have become contradictory, for example by a swap."""
    mends: dict[str, Callable[[Target], Target]] = {
        "reps": lambda t: replace(t, reps_low=max(t.reps_low or 1, 1), reps_high=None),
        "load": lambda t: replace(t, details=replace(t.details, load=LoadPlan())),
        "rows": lambda t: replace(t, details=replace(t.details, rows=())),
        "progression": lambda t: replace(t, details=replace(t.details, progression=Progression())),
        "superset": lambda t: replace(t, details=replace(t.details, superset="")),
    }
    for _field in mends:
        try:
            return check_target(target, known_max=True)
        except UserError as error:
            if error.field not in mends:
                return target
            target = mends[error.field](target)
    return target
