"""Cues: one short line before a set, of what to feel, where to breathe or what to let go.

A cue only directs attention. None says what it does for a person: whether a line before a set changes how
training or a day feels is not known (docs/cues.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar
from zlib import crc32

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise, Measure, Muscle, Pattern
from nextrep.domain.program_template import Phase
from nextrep.domain.text import tr

MAX_CUE_CHARS = 120
OWN_CUE = "own_"
"""How the keys of a person's own cues begin; no shipped key does."""

E = TypeVar("E", bound=StrEnum)


class CueKind(StrEnum):
    """What a cue directs attention to."""

    FEEL = "feel"
    BREATHE = "breathe"
    LET_GO = "let go"


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue and the sets that it is for. An empty set of patterns, phases, measures or muscles means any.

    Attributes:
        key: stable name; own ones start with "own_"; "" for the words that a person or a plan gave an
            exercise itself, which are not part of the list.
        measures: how the exercise is measured: a hold has no way up and down.
        muscles: one of them does the main work of the exercise.
    """

    key: str
    text: str
    kind: CueKind
    patterns: frozenset[Pattern] = frozenset()
    phases: frozenset[Phase] = frozenset()
    measures: frozenset[Measure] = frozenset()
    muscles: frozenset[Muscle] = frozenset()

    @property
    def own(self) -> bool:
        """Whether the person added it."""
        return self.key.startswith(OWN_CUE)

    def fits(self, exercise: Exercise, phase: str) -> bool:
        """Tell whether it is for an exercise in a phase; outside of a Phase only those of any phase are."""
        return (
            (not self.patterns or exercise.pattern in self.patterns)
            and (not self.phases or phase in self.phases)
            and (not self.measures or exercise.measure in self.measures)
            and (not self.muscles or not self.muscles.isdisjoint(exercise.primary))
        )


@dataclass(frozen=True, slots=True)
class LineUp:
    """The cues of one exercise in one session, in the order in which its sets get them.

    Attributes:
        first: the words given to the exercise itself, which open every session.
        order: all others in turn, each once; a round begins anew after the last.
        start: the place in `order` at which this session goes on.
    """

    first: tuple[Cue, ...] = ()
    order: tuple[Cue, ...] = ()
    start: int = 0

    def at(self, set_index: int) -> Cue | None:
        """Return the cue of a set (counted from 0, warm-ups included), None where there is none."""
        if set_index < len(self.first):
            return self.first[set_index]
        if not self.order:
            return None
        return self.order[(self.start + set_index - len(self.first)) % len(self.order)]


def line_up(
    cues: Iterable[Cue], exercise: Exercise, phase: str, *, earlier: Sequence[int] = (), planned: str = ""
) -> LineUp:
    """Line up the cues of an exercise for a session.

    The order is always the same for the same exercise and cues, differs between exercises, and spreads the
    cues of the movement among those for any, and the three kinds among each other. No cue comes again
    before all others of the order were there, be it in one session or over many.

    Args:
        cues: all that are to be shown.
        phase: value of a Phase, or anything else outside of them.
        earlier: number of sets of the exercise in each earlier session, in any order.
        planned: the plan's cue for the exercise, which comes before the one of the exercise.
    """
    words = [text for text in dict.fromkeys((planned.strip(), exercise.cue.strip())) if text]
    order = _spread([cue for cue in cues if cue.fits(exercise, phase)], exercise)
    shown = sum(max(0, sets - len(words)) for sets in earlier)
    return LineUp(
        first=tuple(Cue("", text, CueKind.FEEL) for text in words),
        order=tuple(order),
        start=shown % len(order) if order else 0,
    )


def pick(
    cues: Iterable[Cue],
    exercise: Exercise,
    phase: str,
    set_index: int,
    *,
    earlier: Sequence[int] = (),
    planned: str = "",
) -> Cue | None:
    """Return the cue before one set, None where there is none; see `line_up`."""
    return line_up(cues, exercise, phase, earlier=earlier, planned=planned).at(set_index)


def _spread(cues: Sequence[Cue], exercise: Exercise) -> list[Cue]:
    """Return cues in the order of an exercise: those of the movement evenly among those for any."""
    hashed = sorted(cues, key=lambda cue: (crc32(f"{exercise.key}/{cue.key}".encode()), cue.key))
    movement = [cue for cue in hashed if cue.patterns]
    others = [cue for cue in hashed if not cue.patterns]
    return _woven(_by_kind(movement), _by_kind(others))


def _by_kind(cues: Sequence[Cue]) -> list[Cue]:
    return _woven(*([cue for cue in cues if cue.kind is kind] for kind in CueKind))


def _woven(*lists: Sequence[Cue]) -> list[Cue]:
    """Merge lists so that each is spread over the whole and keeps its order.

    Where a list begins is shifted by its number, so that lists of one length take turns.
    """
    places = [
        ((place + number / (len(lists) + 1)) / len(members), number, cue)
        for number, members in enumerate(lists, start=1)
        for place, cue in enumerate(members)
    ]
    return [cue for _place, _number, cue in sorted(places, key=lambda row: row[:2])]


def kind_title(kind: CueKind) -> str:
    """Return a kind as people read it."""
    return {
        CueKind.FEEL: tr("What to feel"),
        CueKind.BREATHE: tr("Where to breathe"),
        CueKind.LET_GO: tr("What to let go"),
    }[kind]


def check_text(text: str) -> str:
    """Return the words of a cue with single blanks.

    Raises:
        UserError: they are empty or over 120 characters.
    """
    clean = " ".join(text.split())
    if not 1 <= len(clean) <= MAX_CUE_CHARS:
        raise UserError(tr("A cue has 1 to {n} characters.", n=MAX_CUE_CHARS), field="text")
    return clean


def cue_to_data(cue: Cue) -> dict[str, Any]:
    """Return a cue as plain data; what it does not narrow is left out."""
    narrowed: dict[str, frozenset[Any]] = {
        "patterns": cue.patterns,
        "phases": cue.phases,
        "measures": cue.measures,
        "muscles": cue.muscles,
    }
    lists = {name: sorted(map(str, values)) for name, values in narrowed.items() if values}
    return {"key": cue.key, "kind": str(cue.kind), "text": cue.text, **lists}


def cue_from_data(data: Mapping[str, Any]) -> Cue:
    """Return the cue that `cue_to_data` wrote, or one of resources/cues.

    Raises:
        ValueError, KeyError, TypeError: it is none.
        UserError: its text is empty or too long.
    """
    key, text = data["key"], data["text"]
    if not isinstance(key, str) or not key or not isinstance(text, str):
        raise TypeError(key)
    return Cue(
        key=key,
        text=check_text(text),
        kind=CueKind(data["kind"]),
        patterns=_all(data, "patterns", Pattern),
        phases=_all(data, "phases", Phase),
        measures=_all(data, "measures", Measure),
        muscles=_all(data, "muscles", Muscle),
    )


def _all(data: Mapping[str, Any], name: str, kind: type[E]) -> frozenset[E]:
    values = data.get(name, [])
    if not isinstance(values, list):
        raise TypeError(name)
    return frozenset(kind(value) for value in values)
