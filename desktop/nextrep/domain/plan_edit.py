"""A change to a plan: what was before and what is after, so that it is whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nextrep.domain.program import PlannedSession, Program


@dataclass(frozen=True, slots=True)
class Pause:
    """Days (date ordinals, both counted) on which a program rested; they are behind the person."""

    first_day: int
    last_day: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A program with all that is planned, removed sessions included.

    Attributes:
        going_on: id of the planned session that is being done now, None when there is none.
    """

    program: Program
    sessions: tuple[PlannedSession, ...]
    pauses: tuple[Pause, ...] = ()
    going_on: int | None = None

    def free(self) -> Iterator[PlannedSession]:
        """Give the sessions that may change: to do, and not begun."""
        return (one for one in self.sessions if one.is_open and one.id != self.going_on)

    def week_of(self, day: int) -> int:
        """Return the calendar week of the program (from 1) that a date ordinal falls into."""
        return (day - self.program.start_day) // 7 + 1


@dataclass(frozen=True, slots=True)
class SessionChange:
    """One planned session before and after; None before it is made, None after it is gone.

    A session that is made has id 0 until it is kept.
    """

    before: PlannedSession | None
    after: PlannedSession | None


@dataclass(frozen=True, slots=True)
class PlanEdit:
    """One step that a person takes with a plan.

    Attributes:
        label: names it for the undo menu, for example "shift of week 6".
        sessions: what happens to planned sessions.
        program: the program before and after, None where it stays as it is.
        pauses: its pauses before and after, None where they stay.
    """

    label: str
    sessions: tuple[SessionChange, ...] = ()
    program: tuple[Program, Program] | None = None
    pauses: tuple[tuple[Pause, ...], tuple[Pause, ...]] | None = None

    def reverse(self) -> PlanEdit:
        """Return the step back."""
        return PlanEdit(
            self.label,
            tuple(SessionChange(change.after, change.before) for change in reversed(self.sessions)),
            (self.program[1], self.program[0]) if self.program else None,
            (self.pauses[1], self.pauses[0]) if self.pauses else None,
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.sessions or self.program or self.pauses)

    @property
    def made(self) -> tuple[int, ...]:
        """Ids of the sessions it made, once it is kept."""
        return tuple(c.after.id for c in self.sessions if c.before is None and c.after is not None)


def changes_of(
    pairs: Iterable[tuple[PlannedSession | None, PlannedSession | None]],
) -> tuple[SessionChange, ...]:
    """Return the changes among pairs of before and after; what stays as it is falls out."""
    return tuple(SessionChange(before, after) for before, after in pairs if before != after)
