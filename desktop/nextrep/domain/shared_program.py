"""A program on its way from one person to another: what is in a program file, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise
from nextrep.domain.program import Prescription
from nextrep.domain.text import tr_n

PROBLEMS_SHOWN = 20
"""Problems of one file that are kept: who mends these reads the file anew."""


@dataclass(frozen=True, slots=True)
class SharedSession:
    """A session without a date.

    Attributes:
        week: of the program, from 1.
        day: weekday, 0 = Monday to 6 = Sunday.
        exercises: `exercise_key`, alternates and ladder hold the exercises by name, as a person writes them.
    """

    week: int
    day: int
    phase: str
    title: str
    exercises: tuple[Prescription, ...]
    minute: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SharedProgram:
    """A program without dates and without a person.

    Attributes:
        template: key of the shipped program that it was made from, or "".
        own: exercises that no library has, with what is known about them; their keys are empty.
    """

    title: str
    weeks: int
    sessions: tuple[SharedSession, ...]
    own: tuple[Exercise, ...] = ()
    template: str = ""

    def names(self) -> list[str]:
        """Return every exercise that it mentions, in order, each once."""
        found: dict[str, None] = {}
        for session in self.sessions:
            for row in session.exercises:
                found[row.exercise_key] = None
        for session in self.sessions:
            for row in session.exercises:
                others = (*row.details.alternates, *row.details.progression.ladder)
                found.update(dict.fromkeys(others))
        return list(found)


@dataclass(frozen=True, slots=True)
class ReadProgram:
    """A program as it was read from a file, with the line on which it first mentions each exercise."""

    program: SharedProgram
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileProblem:
    """What is wrong in a file, where; lines and columns count from 1, 0 is the file as a whole."""

    line: int
    column: int
    text: str


class ProgramFileError(UserError):
    """A program file cannot be taken as it is.

    Attributes:
        problems: what is wrong, in the order of the lines; at most PROBLEMS_SHOWN.
        more: how many there are beyond those.
    """

    def __init__(self, message: str, problems: Sequence[FileProblem] = (), more: int = 0) -> None:
        super().__init__(message)
        self.problems = tuple(problems)
        self.more = more


def problem_count(error: ProgramFileError) -> str:
    """Return for example "3 things to mend"."""
    return tr_n("{n} thing to mend", "{n} things to mend", len(error.problems) + error.more)
