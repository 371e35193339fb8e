"""The unit of the loads in a file: said by it, seen in its numbers, asked for, or assumed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from nextrep.domain.text import tr
from nextrep.domain.units import GRAMS_PER_POUND, MAX_LOAD_GRAMS, Unit
from nextrep.exchange.columns import LOAD_UNITS, Layout, plain
from nextrep.exchange.table import Table

_KG_PER_LB = float(GRAMS_PER_POUND) / 1000
_STEP = 0.25
_TOLERANCE = 0.0005
"""A random number comes this close to a multiple of 0.25 in one of 250 cases."""
_NOISE = 1e-6
_MIN_VALUES = 2
_MIN_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """The unit for loads that do not say their own.

    Attributes:
        source: "file", "guess", "asked" or "default", as in ImportedLog.
        warning: what the person should know about it, or "".
    """

    unit: Unit
    source: str
    warning: str = ""


def choose_unit(table: Table, layout: Layout, asked: Unit | None, default: Unit) -> UnitChoice:
    """Decide the unit of a file's loads."""
    said = _said(table, layout)
    if said is not None:
        warning = ""
        if asked is not None and asked is not said:
            warning = tr(
                "The file itself says that its weights are in {said}, so they were not read as {asked}.",
                said=said,
                asked=asked,
            )
        return UnitChoice(said, "file", warning)
    column = layout.at("weight")
    guess = guess_unit({cells[column] for cells in table.rows})
    if asked is not None:
        warning = ""
        if guess not in (None, asked):
            warning = tr(
                "The weights were read as {asked}, as you said, but the numbers look like {guess}.",
                asked=asked,
                guess=guess,
            )
        return UnitChoice(asked, "asked", warning)
    if guess is not None:
        warning = tr(
            "The file does not say its unit. Its numbers were converted from {other}, so they are in {unit}. "
            "If that is wrong, choose {other}.",
            unit=guess,
            other=_other(guess),
        )
        return UnitChoice(guess, "guess", warning)
    warning = tr(
        "The file does not say its unit. Weights were taken as {unit}. If that is wrong, choose {other}.",
        unit=default,
        other=_other(default),
    )
    return UnitChoice(default, "default", warning)


def guess_unit(texts: Iterable[str]) -> Unit | None:
    """See in the numbers which unit they are in: 44.09245243697551 is 20 kg written in pounds.

    Only numbers with more than three decimals count, because a person does not type those.
    """
    odd = [value for value in map(_converted, texts) if value]
    from_kg = sum(_is_round(value * _KG_PER_LB) for value in odd)
    from_lb = sum(_is_round(value / _KG_PER_LB) for value in odd)
    best = max(from_kg, from_lb)
    if best < max(_MIN_VALUES, _MIN_SHARE * len(odd)) or from_kg == from_lb:
        return None
    return Unit.LB if from_kg > from_lb else Unit.KG


def _converted(text: str) -> float | None:
    """Return a number with more than three decimals that are not mere noise (74.99999999999999 is 75)."""
    number = text.strip().replace(",", ".")
    if len(number.partition(".")[2]) <= 3:
        return None
    try:
        value = float(number)
    except ValueError:
        return None
    plausible = 0 < abs(value) < MAX_LOAD_GRAMS / 100
    return value if plausible and abs(value * 100 - round(value * 100)) > _NOISE else None


def _is_round(value: float) -> bool:
    return abs(value - round(value / _STEP) * _STEP) < _TOLERANCE


def _said(table: Table, layout: Layout) -> Unit | None:
    """Return the most common unit that the file states."""
    if "weight_unit" in layout:
        column = layout.at("weight_unit")
        cells = Counter(cells[column] for cells in table.rows)
        said: Counter[Unit] = Counter()
        for text, count in cells.items():
            unit = LOAD_UNITS.get(plain(text))
            if unit is not None:
                said[unit] += count
        if said:
            return said.most_common(1)[0][0]
    return next((unit for _, unit in layout.weights if unit is not None), None)


def _other(unit: Unit) -> Unit:
    return Unit.LB if unit is Unit.KG else Unit.KG
