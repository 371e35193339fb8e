"""Finding cues in the list: by words, by what they are for, by what a person did with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nextrep.domain.cue_edits import CueEntry
from nextrep.domain.cues import CueKind, kind_title
from nextrep.domain.exercise_words import pattern_title
from nextrep.domain.exercises import Pattern, fold
from nextrep.domain.program_template import Phase, phase_title
from nextrep.domain.text import tr


@dataclass(frozen=True, slots=True)
class CueFacets:
    """What to look for beside words; all that is asked must be true of a cue.

    Attributes:
        pattern: made for this movement; `any_pattern`: made for no movement in particular.
        phase: made for this phase; `any_phase`: made for no phase in particular.
        own: added by the person; changed: a shipped one in their words; hidden: left out before sets.
    """

    kind: CueKind | None = None
    pattern: Pattern | None = None
    any_pattern: bool = False
    phase: Phase | None = None
    any_phase: bool = False
    own: bool = False
    changed: bool = False
    hidden: bool = False

    def fit(self, entry: CueEntry) -> bool:
        """Tell whether a cue is looked for."""
        cue = entry.cue
        return (
            (self.kind is None or cue.kind is self.kind)
            and (self.pattern is None or self.pattern in cue.patterns)
            and not (self.any_pattern and cue.patterns)
            and (self.phase is None or self.phase in cue.phases)
            and not (self.any_phase and cue.phases)
            and (cue.own or not self.own)
            and (entry.changed or not self.changed)
            and (entry.hidden or not self.hidden)
        )


def find(entries: Iterable[CueEntry], words: str, facets: CueFacets) -> list[CueEntry]:
    """Return the cues that have all the words, in any order, and fit; in the order that they had."""
    wanted = fold(words).split()
    return [
        entry
        for entry in entries
        if facets.fit(entry) and all(word in fold(entry.cue.text) for word in wanted)
    ]


def cue_facts(entry: CueEntry) -> str:
    """Return what a cue is and what it is for: "What to feel · Squat, Lunge · Foundation · changed"."""
    cue = entry.cue
    parts = [
        kind_title(cue.kind),
        ", ".join(pattern_title(pattern) for pattern in Pattern if pattern in cue.patterns),
        ", ".join(phase_title(phase) for phase in Phase if phase in cue.phases),
        tr("mine") if cue.own else "",
        tr("in my words") if entry.changed else "",
        tr("hidden") if entry.hidden else "",
    ]
    return " · ".join(part for part in parts if part)
