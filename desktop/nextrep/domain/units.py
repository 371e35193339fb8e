"""Loads: stored exactly in grams, shown in the unit they were typed in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from enum import StrEnum

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr

GRAMS_PER_POUND = Decimal("453.59237")
"""International avoirdupois pound, exact by definition (1959 agreement)."""
GRAMS_PER_KILOGRAM = Decimal(1000)

MAX_POWER_OF_TEN = 12
MAX_LOAD_GRAMS = 1_000_000
"""Largest load taken: 1,000 kg, so that a slip of the keyboard is caught."""


class Unit(StrEnum):
    """Unit of load as the person typed it."""

    KG = "kg"
    LB = "lb"

    @property
    def grams(self) -> Decimal:
        """Grams in one of this unit."""
        return GRAMS_PER_KILOGRAM if self is Unit.KG else GRAMS_PER_POUND


@dataclass(frozen=True, slots=True)
class Load:
    """A load in whole grams and the unit it was typed in.

    Negative grams are help (an assisted pull-up with 20 kg of help is -20,000 g).
    """

    grams: int
    unit: Unit

    def value(self, unit: Unit | None = None) -> Decimal:
        """Return the load in `unit` (its own by default), rounded to two decimals."""
        exact = Decimal(self.grams) / (unit or self.unit).grams
        return exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_EVEN)

    def text(self, unit: Unit | None = None, *, with_unit: bool = True) -> str:
        """Return for example "62.5 kg", without needless zeros."""
        shown = plain(self.value(unit))
        return f"{shown} {unit or self.unit}" if with_unit else shown


def plain(number: Decimal) -> str:
    """Write a decimal without exponent and without trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def load_of(value: Decimal | float | str, unit: Unit) -> Load:
    """Make a load from a number in `unit`, rounded to the gram."""
    grams = (Decimal(str(value)) * unit.grams).quantize(Decimal(1), rounding=ROUND_HALF_EVEN)
    return Load(int(grams), unit)


def check_load(load: Load) -> Load:
    """Return `load` if it is within -1,000 to 1,000 kg.

    Raises:
        UserError: it is not.
    """
    if abs(load.grams) > MAX_LOAD_GRAMS:
        limit = Load(MAX_LOAD_GRAMS, load.unit).text()
        raise UserError(tr("Weight goes up to {limit}.", limit=limit), field="load")
    return load


def parse_decimal(text: str) -> Decimal:
    """Read a number with a decimal point or comma, as typed or as found in a file.

    Raises:
        UserError: it is not a finite number.
    """
    cleaned = text.strip().replace("\u2212", "-").replace("\u00a0", "")
    if "," in cleaned and "." in cleaned:
        thousands = "," if cleaned.rfind(".") > cleaned.rfind(",") else "."
        cleaned = cleaned.replace(thousands, "")
    cleaned = cleaned.replace(",", ".")
    try:
        number = Decimal(cleaned)
    except InvalidOperation:
        raise UserError(tr("“{text}” is not a number.", text=text.strip())) from None
    # Beyond these powers no value of ours makes sense, and arithmetic with them would fail.
    if not number.is_finite() or number.adjusted() > MAX_POWER_OF_TEN:
        raise UserError(tr("“{text}” is not a number.", text=text.strip()))
    return number if number.adjusted() > -MAX_POWER_OF_TEN else Decimal(0)


def parse_load(text: str, unit: Unit) -> Load | None:
    """Read a load as typed, for example "62,5", "62.5 kg" or "135 lb"; blank means bodyweight (None).

    Raises:
        UserError: not a number, or outside -1,000 to 1,000 kg.
    """
    cleaned = text.strip().lower()
    if not cleaned:
        return None
    for suffix, named in (("kgs", Unit.KG), ("kg", Unit.KG), ("lbs", Unit.LB), ("lb", Unit.LB)):
        if cleaned.endswith(suffix):
            cleaned, unit = cleaned[: -len(suffix)], named
            break
    return check_load(load_of(parse_decimal(cleaned), unit))
