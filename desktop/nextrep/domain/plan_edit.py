"""A change to a plan: what was before and what is after, so that it is whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.program import PlannedSession, Program


@dataclass(frozen=True, slots=True)
class Pause:
    """Days (date ordinals, both counted) on which a program rested; they are behind the person."""

    first_day: int
    last_day: int


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
