"""Finding cues by words, by what they are for, and by what a person did with them."""

from itertools import product

import pytest

from nextrep.domain.cue_edits import CueEntry
from nextrep.domain.cue_search import CueFacets, cue_facts, find
from nextrep.domain.cues import Cue, CueKind
from nextrep.domain.exercises import Pattern
from nextrep.domain.program_template import Phase
from nextrep.resources.cues import load_cues

FEET = CueEntry(Cue("feet", "Feel both feet.", CueKind.FEEL))
KNEES = CueEntry(
    Cue("knees", "Let the knées follow the feet.", CueKind.LET_GO, frozenset({Pattern.SQUAT, Pattern.LUNGE})),
    "As it was.",
)
EARLY = CueEntry(
    Cue("own_1", "Breathe out.", CueKind.BREATHE, phases=frozenset({Phase.FOUNDATION})), hidden=True
)
ALL = (FEET, KNEES, EARLY)


@pytest.mark.parametrize(
    ("words", "facets", "found"),
    [
        ("", CueFacets(), ALL),
        ("FEET", CueFacets(), (FEET, KNEES)),
        ("feet knees", CueFacets(), (KNEES,)),
        ("ankle", CueFacets(), ()),
        ("", CueFacets(kind=CueKind.BREATHE), (EARLY,)),
        ("", CueFacets(pattern=Pattern.LUNGE), (KNEES,)),
        ("", CueFacets(any_pattern=True), (FEET, EARLY)),
        ("", CueFacets(phase=Phase.FOUNDATION), (EARLY,)),
        ("", CueFacets(phase=Phase.SUSTAINED), ()),
        ("", CueFacets(any_phase=True), (FEET, KNEES)),
        ("", CueFacets(own=True), (EARLY,)),
        ("", CueFacets(changed=True), (KNEES,)),
        ("", CueFacets(hidden=True), (EARLY,)),
        ("feet", CueFacets(any_pattern=True, hidden=True), ()),
    ],
)
def test_all_that_is_asked_must_be_true(words: str, facets: CueFacets, found: tuple[CueEntry, ...]) -> None:
    assert find(ALL, words, facets) == list(found)


def test_a_line_says_what_a_cue_is_for() -> None:
    assert cue_facts(FEET) == "What to feel"
    assert cue_facts(KNEES) == "What to let go · Squat, Lunge · in my words"
    assert cue_facts(EARLY) == "Where to breathe · Foundation · mine · hidden"


def test_each_movement_and_each_phase_has_cues_of_its_own() -> None:
    shipped = [CueEntry(cue) for cue in load_cues()]
    assert len(shipped) >= 120
    for pattern, kind in product(Pattern, CueKind):
        assert find(shipped, "", CueFacets(pattern=pattern, kind=kind)), (pattern, kind)
    for phase, kind in product(Phase, CueKind):
        assert find(shipped, "", CueFacets(phase=phase, kind=kind)), (phase, kind)
