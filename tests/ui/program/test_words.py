"""Sets in words."""

from __future__ import annotations

import pytest

from nextrep.domain.training import SetDraft
from nextrep.domain.units import Unit, load_of
from nextrep.ui.program.done_words import set_words


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        (SetDraft(1, 0, load=load_of(62.5, Unit.KG), reps=8), "62.5 kg × 8"),
        (SetDraft(1, 0, reps=1), "1 rep"),
        (SetDraft(1, 0, reps=12), "12 reps"),
        (SetDraft(1, 0, seconds=30), "30 s"),
        (SetDraft(1, 0, load=load_of(10, Unit.KG), seconds=30), "10 kg × 30 s"),
        (SetDraft(1, 0, distance_m=400), "400 m"),
    ],
)
def test_each_kind_of_set_reads_as_people_say_it(draft: SetDraft, text: str) -> None:
    assert set_words(draft, Unit.KG) == text
