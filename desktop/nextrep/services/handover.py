"""From one program to the next: what they share of the calendar, and who is followed from when on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.plan_edit import PlanEdit, changes_of
from nextrep.domain.program import WEEKDAYS, PlannedSession, PlannedState, Program
from nextrep.domain.text import tr
from nextrep.settings.table import NEXT_PROGRAM
from nextrep.storage.store import Store


class Overlap(StrEnum):
    """What becomes of two programs that would share days."""

    TAKE_OVER = "take its place"
    AFTER = "after it ends"


@dataclass(frozen=True, slots=True)
class Overlapping:
    """The program that is followed now and reaches into a new one.

    Attributes:
        sessions: how many of its sessions are still to do on or after the first day of the new one.
        last_day: date ordinal of its last session to do.
    """

    title: str
    sessions: int
    last_day: int

    @property
    def monday_after(self) -> date:
        """The Monday after its last session."""
        last = date.fromordinal(self.last_day)
        return date.fromordinal(self.last_day + WEEKDAYS - last.weekday())


def overlapping(store: Store, first_day: int, today: int) -> Overlapping | None:
    """Return what of the current program is still to do from a day (date ordinal) on, None if nothing is."""
    current = store.programs.current()
    if current is None:
        return None
    shared = [one for one in _to_do(store, current, max(first_day, today)) if one.trains]
    if not shared:
        return None
    return Overlapping(current.title, len(shared), max(one.day for one in shared))


def waiting(store: Store) -> Program | None:
    """Return the program that takes over when the current one has come to its end, None if there is none."""
    number = store.settings.get(NEXT_PROGRAM)
    return store.programs.get(number) if number else None


def begins_on(store: Store, program: Program) -> int:
    """Return the date ordinal of a program's first day."""
    days = [one.day for one in store.programs.planned_of(program.id)]
    return min(days, default=program.start_day)


def turn(store: Store, today: int) -> Outcome[Program | None]:
    """Follow the program that waits, if its first day has come; value None if nothing changes.

    To be called when a profile is opened and when a new day begins.
    """
    then = waiting(store)
    if then is None or begins_on(store, then) > today:
        return Outcome(None)
    with store.transaction():
        _follow(store, _Followed(then.id, 0))
    return Outcome(then, Changes(program=True))


def let_go(store: Store) -> Outcome[None]:
    """Do without the program that waits."""
    before = _followed(store)
    after = _Followed(before.current, 0)
    with store.transaction():
        _follow(store, after)
    return Outcome(
        None,
        Changes(program=True),
        undo=lambda: _switch(store, before, after, None),
        label=tr("removal of the next program"),
    )


@dataclass(frozen=True, slots=True)
class _Followed:
    """Ids of the current program (None: none) and of the one that waits (0: none)."""

    current: int | None
    waiting: int


@dataclass(frozen=True, slots=True)
class Handover:
    """A handover that was done, to be taken back with the making of the new program."""

    before: _Followed
    after: _Followed
    edit: tuple[int, PlanEdit] | None

    def undo(self, store: Store) -> Outcome[None]:
        """Follow again what was followed before, as it was."""
        return _switch(store, self.before, self.after, self.edit)


@dataclass(frozen=True, slots=True)
class Handing:
    """What was followed before a new program is kept; made before, used in the same transaction after."""

    store: Store
    before: _Followed
    old: Program | None

    def to(self, program_id: int, first_day: int, today: int) -> Handover:
        """Let a kept program follow (in a transaction).

        What the old one has to do from the first day of the new one on leaves the calendar. While it has
        something to do before that day, it stays the current one and the new one waits.

        Args:
            program_id: the new program.
            first_day: date ordinal of its first day; `today` the day it is.
        """
        edit, after = None, _Followed(program_id, 0)
        if self.old is not None:
            gone = _to_do(self.store, self.old, max(first_day, today))
            kept = [one for one in _to_do(self.store, self.old, today) if one.day < first_day]
            if any(one.trains for one in kept):
                after = _Followed(self.old.id, program_id)
            if gone:
                pairs = [(one, replace(one, state=PlannedState.REMOVED)) for one in gone]
                edit = self.old.id, PlanEdit(tr("place for another program"), changes_of(pairs))
                self.store.programs.apply(*edit)
        _follow(self.store, after)
        return Handover(self.before, after, edit)


def handing(store: Store) -> Handing:
    """Look at what is followed, before a new program is kept."""
    return Handing(store, _followed(store), store.programs.current())


def check_overlap(found: Overlapping | None, overlap: Overlap | None) -> None:
    """Refuse two programs on the same days of which nobody said what should become.

    Raises:
        UserError: there is an overlap and no choice; `field` is "overlap".
    """
    if found is not None and overlap is None:
        raise UserError(
            tr("{title} still has sessions on these days. Choose what becomes of them.", title=found.title),
            field="overlap",
        )


def _to_do(store: Store, program: Program, first_day: int) -> list[PlannedSession]:
    """Return what a program has to do from a day on; a session that is going on is being done."""
    active = store.sessions.active()
    going_on = active.planned_id if active else None
    return [
        one
        for one in store.programs.planned_of(program.id)
        if one.is_open and one.day >= first_day and one.id != going_on
    ]


def _followed(store: Store) -> _Followed:
    current = store.programs.current()
    return _Followed(current.id if current else None, store.settings.get(NEXT_PROGRAM))


def _follow(store: Store, what: _Followed) -> None:
    store.programs.set_current(what.current)
    if store.settings.get(NEXT_PROGRAM) != what.waiting:
        store.settings.put(NEXT_PROGRAM, what.waiting)


def _switch(store: Store, to: _Followed, back: _Followed, edit: tuple[int, PlanEdit] | None) -> Outcome[None]:
    """Follow `to`, and turn an edit of the old program around."""
    turned = (edit[0], edit[1].reverse()) if edit else None
    with store.transaction():
        if turned:
            store.programs.apply(*turned)
        _follow(store, to)
    return Outcome(
        None, Changes(program=True), undo=lambda: _switch(store, back, to, turned), label=tr("plan")
    )
