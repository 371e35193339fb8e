"""A program from a file, put on days and made of exercises of this profile; not kept yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise
from nextrep.domain.plan_edits import check_start
from nextrep.domain.program import (
    MAX_MINUTES,
    MIN_MINUTES,
    WEEKDAYS,
    Answers,
    Program,
    SessionDraft,
    minutes_for,
)
from nextrep.domain.shared_program import SharedProgram
from nextrep.domain.text import tr
from nextrep.resources.programs import PROGRAMS, load_program
from nextrep.services.handover import Overlap, Overlapping, overlapping
from nextrep.services.name_matching import Choice, Names, chosen, names_of
from nextrep.storage.store import Store

_OWN_TEMPLATE, _USUAL_TEMPLATE = "own", "mind_and_muscle"
_STEP_MINUTES = 5


def placed(
    store: Store,
    program: SharedProgram,
    choices: Mapping[str, Choice],
    start: date,
    today: int,
    overlap: Overlap | None,
    on_that_day: bool,
) -> tuple[OpenedPlan, Overlapping | None]:
    """Put a program on its days, and return with it what the current one has there.

    Raises:
        UserError: `start` is more than ten years away, or nothing of the program would be left.
    """
    check_start(start.toordinal(), today)
    made = OpenedPlan(store, program, choices, start, on_that_day=on_that_day)
    shared = overlapping(store, made.first_day, today)
    if shared is not None and overlap is Overlap.AFTER:
        made = OpenedPlan(store, program, choices, shared.monday_after, on_that_day=on_that_day)
    return made, shared


class OpenedPlan:
    """A program for this profile and these dates.

    Attributes:
        monday: date ordinal of the Monday of week 1; `first_day` and `last_day` of its sessions.
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
        days = [draft.day for draft in self.drafts] or [self.monday]
        self.first_day, self.last_day = min(days), max(days)
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
