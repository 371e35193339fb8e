"""Body weight, which is optional and private: it is used to estimate a maximum where one lifts oneself."""

from __future__ import annotations

from nextrep.domain.body_bounds import LEAST_BODY_GRAMS, MOST_BODY_GRAMS
from nextrep.domain.errors import UserError
from nextrep.domain.figures import number
from nextrep.domain.text import tr
from nextrep.domain.units import Load, Unit, parse_load


def parse_body_weight(text: str, unit: Unit) -> int:
    """Read a body weight as typed, for example "81,5" or "180 lb", in grams; blank is 0 for not said.

    Raises:
        UserError: not a number, or not from 20 to 500 kg.
    """
    load = parse_load(text, unit)
    if load is None:
        return 0
    if not LEAST_BODY_GRAMS <= load.grams <= MOST_BODY_GRAMS:
        low, high = (number(float(Load(g, unit).value()), 0) for g in (LEAST_BODY_GRAMS, MOST_BODY_GRAMS))
        raise UserError(tr("Body weight goes from {low} to {high} {unit}.", low=low, high=high, unit=unit))
    return load.grams


def body_weight_text(grams: int, unit: Unit) -> str:
    """Return a body weight to one decimal in a unit, for example "81.5 kg"; "" for 0."""
    if not grams:
        return ""
    return tr("{n} {unit}", n=number(float(Load(grams, unit).value())), unit=unit)
