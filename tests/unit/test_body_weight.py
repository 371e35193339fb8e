"""Body weight as typed and as shown."""

import pytest

from nextrep.domain.body_weight import body_weight_text, parse_body_weight
from nextrep.domain.errors import UserError
from nextrep.domain.units import Unit


@pytest.mark.parametrize(
    ("text", "unit", "grams", "shown"),
    [
        ("81,5", Unit.KG, 81_500, "81.5 kg"),
        ("80 kg", Unit.LB, 80_000, "176.4 lb"),
        ("180", Unit.LB, 81_647, "180 lb"),
        (" ", Unit.KG, 0, ""),
    ],
)
def test_it_is_read_with_or_without_its_unit(text: str, unit: Unit, grams: int, shown: str) -> None:
    assert parse_body_weight(text, unit) == grams
    assert body_weight_text(grams, unit) == shown


@pytest.mark.parametrize(
    ("text", "unit", "words"), [("8", Unit.KG, "20 to 500 kg"), ("1200", Unit.LB, "44 to 1102 lb")]
)
def test_slips_are_refused(text: str, unit: Unit, words: str) -> None:
    with pytest.raises(UserError, match=words):
        parse_body_weight(text, unit)
    with pytest.raises(UserError):
        parse_body_weight("a lot", unit)
