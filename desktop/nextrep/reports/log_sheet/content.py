"""What a log sheet asks for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Measured(Enum):
    """What is counted in a set."""

    REPS = "reps"
    SECONDS = "seconds"
    METRES = "metres"


@dataclass(frozen=True, slots=True)
class Box:
    """What is written into the box of a set: a load where there is one, and what is counted."""

    measured: Measured = Measured.REPS
    loaded: bool = True


class Layout(Enum):
    """How the sessions stand on the paper.

    WEEK: one block below the other, the sets side by side. BLOCK: one table for each kind of session, with a
    column each time it comes.
    """

    WEEK = "week"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class SheetExercise:
    """One exercise of a session.

    Attributes:
        key: the same exercise has the same key in every session.
        asked: what is asked of it, in parts that stand beside each other: "3 × 8–12", "2–3 reps left".
        rest: for example "rest 90 s", or "".
        sets: for each working set what is asked of it where sets are not alike, else "".
        warm_ups: the same for the warm-up sets.
        superset: for example "A1" for the first exercise of superset A, or "".
        last: the last time in words, or "".
        cue, note: what to feel; the person's note on it.
    """

    key: str
    name: str
    asked: tuple[str, ...]
    sets: tuple[str, ...]
    box: Box = Box()
    rest: str = ""
    warm_ups: tuple[str, ...] = ()
    superset: str = ""
    last: str = ""
    cue: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SheetSession:
    """One session to do. One without exercises is a day off with its words in `note`.

    Attributes:
        week: of the program, from 1.
        phase: in words, the same for all sessions of a phase.
        day: for example "Monday 23 November", `day_short` "Mon 23 Nov"; both "" where no date is wanted.
        length: for example "about 38 min", or "".
    """

    week: int
    phase: str
    title: str
    exercises: tuple[SheetExercise, ...]
    day: str = ""
    day_short: str = ""
    length: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LogSheet:
    """All that is on a log sheet.

    Attributes:
        title: of the program.
        unit: of load, "kg" or "lb".
        sessions: in order of time.
        invented: the program belongs to invented data.
    """

    title: str
    unit: str
    layout: Layout
    sessions: tuple[SheetSession, ...]
    invented: bool = False
