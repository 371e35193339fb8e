"""What was read from the quick line about a night, and which variable each of its words is about."""

from __future__ import annotations

from dataclasses import dataclass, field

from nextrep.domain.sleep_words import Part
from nextrep.domain.text import tr

CLOCK_OF = {
    Part.BED: "into_bed",
    Part.TRIED: "tried",
    Part.SLEPT: "asleep",
    Part.ASLEEP: "asleep",
    Part.WOKE: "final_wake",
    Part.AWAKE: "final_wake",
    Part.UP: "out_of_bed",
}
"""What a time after (or before) a word is."""
UNTIL_OF = {
    Part.BED: "out_of_bed",
    Part.SLEPT: "final_wake",
    Part.ASLEEP: "final_wake",
    Part.UNBROKEN: "final_wake",
    Part.TRIED: "final_wake",
}
LENGTH_OF = {
    Part.FALLING: "sol",
    Part.ASLEEP: "sol",
    Part.WOKE: "waso",
    Part.WAKINGS: "waso",
    Part.AWAKE: "waso",
    Part.UP: "waso",
    Part.NAP: "nap",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """A piece of the line that was not understood.

    Attributes:
        start, end: where, in characters from 0.
        words: the piece as it was written.
        hint: what to write instead.
    """

    start: int
    end: int
    words: str
    hint: str

    @property
    def message(self) -> str:
        """The words, their place and the hint as one sentence."""
        return tr("“{words}” (character {n}): {hint}", words=self.words, n=self.start + 1, hint=self.hint)


@dataclass(slots=True)
class SleepText:
    """What was read from a line.

    Attributes:
        said: variables by their names in `NightAnswers`; times are minutes after midnight.
        unsure: times for which morning or evening was not said.
        problems: what was not understood, in the order of the line.
    """

    said: dict[str, int] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
