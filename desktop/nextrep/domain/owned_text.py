"""Lists of weights as people type them: "2, 4, 6", "2–20 by 2", "4 × 20", "45 lb", "light, medium"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from nextrep.domain.errors import UserError
from nextrep.domain.owned import MAX_COUNT, MAX_LOADS, MAX_PIECE_GRAMS
from nextrep.domain.plates import Pieces, fine
from nextrep.domain.text import tr
from nextrep.domain.units import Load, Unit, load_of, parse_decimal, plain

DECIMALS = {Unit.KG: 3, Unit.LB: 2}
"""So many are kept exactly: plates of 0.125 kg and of 0.25 lb are sold."""
LEAST_RUN = 4
"""From so many even steps on a list is written as a range."""


def parse_loads(text: str, unit: Unit) -> tuple[Load, ...]:
    """Read weights and ranges of them, for example "2–10 by 2, 12.5, 35 lb".

    Args:
        text: weights apart by commas with a blank, by semicolons or by line ends.
        unit: of numbers that have none.

    Returns:
        Each once, from light to heavy.

    Raises:
        UserError: a part cannot be read, or there are more than 200.
    """
    found: set[Load] = set()
    for part in _parts(text):
        found.update(_range(part, unit) or (_load(part, unit),))
        if len(found) > MAX_LOADS:
            raise UserError(tr("That is more than {most}. Leave some out.", most=MAX_LOADS))
    return tuple(sorted(found, key=fine))


def parse_load(text: str, unit: Unit) -> Load:
    """Read one weight.

    Raises:
        UserError: it is none, or there are more.
    """
    loads = parse_loads(text, unit)
    if len(loads) != 1:
        raise UserError(tr("One weight belongs here."))
    return loads[0]


def parse_pieces(text: str, unit: Unit) -> tuple[Pieces, ...]:
    """Read counted weights, for example "4 × 20, 2 x 10"; one without a count is a pair.

    Returns:
        Each weight once, from heavy to light.

    Raises:
        UserError: a part cannot be read, or a count is not 1 to 99.
    """
    counts: dict[Load, int] = {}
    for part in _parts(text):
        match = _COUNTED.fullmatch(part)
        if match is None and _TIMES.search(part):
            raise UserError(tr("“{part}”: write how many and how heavy, for example 4 × 20.", part=part))
        count = int(match["count"]) if match else 2
        load = _load(match["rest"] if match else part, unit)
        counts[load] = counts.get(load, 0) + count
        if not 1 <= counts[load] <= MAX_COUNT:
            raise UserError(tr("“{part}”: count from 1 to {most}.", part=part, most=MAX_COUNT))
    return tuple(Pieces(load, counts[load]) for load in sorted(counts, key=fine, reverse=True))


def parse_names(text: str) -> tuple[str, ...]:
    """Read names apart by commas, for example "light, medium, heavy"."""
    names = (" ".join(part.split()) for part in re.split(r"[,;\n]", text))
    return tuple(name for name in names if name)


def loads_text(loads: Sequence[Load], unit: Unit) -> str:
    """Write weights so that `parse_loads` reads the same; even steps become a range."""
    ordered = sorted(loads, key=fine)
    parts: list[str] = []
    at = 0
    while at < len(ordered):
        end = _run_end(ordered, at)
        if end - at >= LEAST_RUN:
            parts.append(_range_text(ordered[at:end], unit))
            at = end
        else:
            parts.append(_text(ordered[at], unit))
            at += 1
    return ", ".join(parts)


def pieces_text(pieces: Sequence[Pieces], unit: Unit) -> str:
    """Write counted weights so that `parse_pieces` reads the same."""
    return ", ".join(f"{each.count} × {_text(each.load, unit)}" for each in pieces)


def names_text(names: Sequence[str]) -> str:
    """Write names so that `parse_names` reads the same."""
    return ", ".join(names)


_NUMBER = r"\d+(?:[.,]\d+)?"
_UNIT = r"(?:\s*(?:kgs?|lbs?))?"
_RANGE = re.compile(
    rf"(?P<low>{_NUMBER}{_UNIT})\s*(?:-|–|—|\s(?P<to>\D+?)\s)\s*(?P<high>{_NUMBER}{_UNIT})"
    rf"(?:\s+(?P<by>\D+?)\s*(?P<step>{_NUMBER}{_UNIT}))?",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?P<count>\d{1,4})\s*[x×*]\s*(?P<rest>.+)", re.IGNORECASE)
_TIMES = re.compile(r"[x×*]", re.IGNORECASE)
_WEIGHT = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<unit>kgs?|lbs?|)", re.IGNORECASE)


def _parts(text: str) -> list[str]:
    """Split at semicolons, line ends and commas; a comma between two digits belongs to the number."""
    parts = [part.strip() for part in re.split(r"[;\n]|,(?!\d)|(?<!\d),", text)]
    return [part for part in parts if part]


def _load(part: str, unit: Unit) -> Load:
    match = _WEIGHT.fullmatch(part)
    if match is None:
        if re.fullmatch(r"\d+(?:,\d+){2,}", part):
            raise UserError(tr("“{part}”: put a blank after each comma.", part=part))
        raise UserError(tr("“{part}” is not a weight. Write for example 20, 2.5 or 45 lb.", part=part))
    named = match["unit"].lower()
    unit = Unit(named[:2]) if named else unit
    number = parse_decimal(match["number"])
    if number != number.quantize(Decimal(1).scaleb(-DECIMALS[unit])):
        raise UserError(tr("“{part}”: {n} decimals at most.", part=part, n=DECIMALS[unit]))
    load = load_of(number, unit)
    if not 0 < load.grams <= MAX_PIECE_GRAMS:
        limit = Load(MAX_PIECE_GRAMS, unit).text()
        raise UserError(tr("“{part}”: a weight is above 0 and up to {limit}.", part=part, limit=limit))
    return load


def _range(part: str, unit: Unit) -> tuple[Load, ...] | None:
    """Return the weights of a range, None for something else."""
    match = _RANGE.fullmatch(part)
    if match is None or not _joined_by(match):
        return None
    if match["step"] is None:
        raise UserError(tr("“{part}”: say the step too, for example 2–20 by 2.", part=part))
    ends = _unit_in(match["high"]) or _unit_in(match["low"]) or _unit_in(match["step"]) or unit
    low, high, step = (_load(match[name], ends) for name in ("low", "high", "step"))
    if len({low.unit, high.unit, step.unit}) > 1:
        raise UserError(tr("“{part}”: one unit for the whole range.", part=part))
    if high.grams < low.grams:
        raise UserError(tr("“{part}”: the lighter end comes first.", part=part))
    first, last, by = _number(low), _number(high), _number(step)
    steps = int((last - first) / by)
    if steps >= MAX_LOADS:
        raise UserError(tr("“{part}” is more than {most} weights.", part=part, most=MAX_LOADS))
    if first + steps * by != last:
        reached = plain(first + steps * by)
        raise UserError(tr("“{part}”: in these steps the last is {reached}.", part=part, reached=reached))
    return tuple(load_of(first + index * by, ends) for index in range(steps + 1))


def _joined_by(match: re.Match[str]) -> bool:
    """Tell whether the words between the numbers are those of a range, in English or in translation."""
    to, by = (match["to"] or "to").lower(), (match["by"] or "by").lower().strip()
    return to in {"to", tr("to")} and by in {"by", tr("by"), "/", "step", "in steps of"}


def _unit_in(text: str) -> Unit | None:
    match = _WEIGHT.fullmatch(text.strip())
    return Unit(match["unit"].lower()[:2]) if match and match["unit"] else None


def _run_end(loads: Sequence[Load], start: int) -> int:
    """Return the end of the even steps that begin at `start`."""
    end = start + 1
    while end < len(loads) and loads[end].unit is loads[start].unit:
        if end - start >= 2 and _gap(loads, end) != _gap(loads, start + 1):
            break
        end += 1
    return end


def _gap(loads: Sequence[Load], at: int) -> Decimal:
    return _number(loads[at]) - _number(loads[at - 1])


def _range_text(loads: Sequence[Load], unit: Unit) -> str:
    low, high, step = plain(_number(loads[0])), plain(_number(loads[-1])), plain(_gap(loads, 1))
    text = f"{low}–{high} {tr('by')} {step}"
    return text if loads[0].unit is unit else f"{text} {loads[0].unit}"


def _text(load: Load, unit: Unit) -> str:
    text = plain(_number(load))
    return text if load.unit is unit else f"{text} {load.unit}"


def _number(load: Load) -> Decimal:
    """Return the exact number that was typed, also that of 0.125 kg, which `Load.value` would round."""
    return Decimal(load.grams) / 1000 if load.unit is Unit.KG else load.value()
