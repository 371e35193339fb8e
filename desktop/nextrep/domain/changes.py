"""What a change to the data was, and how to take it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from typing import Any

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changes:
    """What a transaction touched, so that each screen can tell whether it is stale.

    Attributes:
        context: tags, facts, pain or body weight of a day.
        of_open: nothing but what the open session holds was touched, so all that follows from earlier
            sessions (the last time, what to do next) is as it was.
        since: no day before this one (date ordinal) was touched; None where that is not known.
    """

    sessions: bool = False
    sets: bool = False
    program: bool = False
    checkins: bool = False
    nights: bool = False
    entries: bool = False
    assessments: bool = False
    exercises: bool = False
    settings: bool = False
    context: bool = False
    events: bool = False
    of_open: bool = False
    since: int | None = None

    def __or__(self, other: Changes) -> Changes:
        """Combine two sets of changes."""
        names = self.__dataclass_fields__.keys() - {"of_open", "since"}
        touched = {name: getattr(self, name) or getattr(other, name) for name in names}
        since = None if self.since is None or other.since is None else min(self.since, other.since)
        return Changes(**touched, of_open=self.of_open and other.of_open, since=since)

    @property
    def training(self) -> bool:
        """Whether anything about training changed."""
        return self.sessions or self.sets or self.exercises

    @property
    def journal(self) -> bool:
        """Whether anything about the journal changed."""
        return self.checkins or self.nights or self.entries or self.assessments or self.context or self.events


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """Result of one use case.

    Attributes:
        value: what the caller asked for.
        changes: what was touched.
        undo: a call without arguments that writes the reverse in a transaction of its own and returns
            its own Outcome, whose undo is the redo; None when it cannot be taken back.
        label: names the step for the undo menu, for example "set 2 of Goblet squat"; "" for no step.
    """

    value: T
    changes: Changes = field(default_factory=Changes)
    undo: Callable[[], Outcome[Any]] | None = None
    label: str = ""
