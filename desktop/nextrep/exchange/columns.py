"""Which column of a file means what, found by name: any order, case, spacing and several languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter

from nextrep.domain.units import Unit

Names = Mapping[str, str]
"""For each of our fields the names that other programs give it, with " | " between them."""
UNUSED = "unused"
"""The field of columns that are understood and hold nothing to keep, such as a running number."""

LOAD_UNITS: dict[str, Unit] = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "公斤", "千克", "кг"), Unit.KG),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds", "磅", "фунт", "фунты"), Unit.LB),
}
METRES: dict[str, float] = {
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres", "米"), 1.0),
    **dict.fromkeys(("km", "kms", "kilometer", "kilometers", "kilometre", "kilometres"), 1000.0),
    **dict.fromkeys(("公里", "км"), 1000.0),
    **dict.fromkeys(("mi", "mile", "miles", "英里"), 1609.344),
    **dict.fromkeys(("yd", "yds", "yard", "yards"), 0.9144),
    **dict.fromkeys(("ft", "foot", "feet"), 0.3048),
}
"""International mile, yard and foot: exact by definition (1959 agreement)."""
SECONDS: dict[str, int] = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), 60),
}
_UNITS_OF: dict[str, Mapping[str, object]] = {
    "weight": LOAD_UNITS,
    "distance": METRES,
    "seconds": SECONDS,
    "duration": SECONDS,
}


def plain(name: str) -> str:
    """Bring a header or word to its letters and digits: "Weight (kg)" and "weight_kg" become "weightkg"."""
    folded = unicodedata.normalize("NFKD", name).casefold().replace("#", "no")
    return "".join(letter for letter in folded if letter.isalnum())


@dataclass(slots=True)
class Layout:
    """Where the fields of a format stand in one file.

    Attributes:
        width: number of columns; this index reads the empty cell that ends every row.
        index: field to column.
        unit: field to the unit in its column name, for distance, seconds and duration.
        weights: columns of load with the unit in their names (None: not said there).
        unknown: columns that no field claims.
    """

    width: int
    index: dict[str, int] = field(default_factory=dict)
    unit: dict[str, str] = field(default_factory=dict)
    weights: list[tuple[int, Unit | None]] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)

    def __contains__(self, name: str) -> bool:
        return name in self.index

    def at(self, name: str) -> int:
        """Return the column of a field, or the always empty one."""
        return self.index.get(name, self.width)

    def cells(self, *names: str) -> Callable[[list[str]], tuple[str, ...]]:
        """Return a fast reader of two or more fields of a row."""
        return itemgetter(*(self.at(name) for name in names))


def match(header: list[str], names: Names) -> Layout:
    """Find the columns of one format in a header."""
    known = {plain(alias): name for name, aliases in names.items() for alias in aliases.split("|")}
    layout = Layout(len(header))
    for column, title in enumerate(header):
        name, unit = _claim(plain(title), known)
        if name == UNUSED:
            continue
        if name == "weight" and (unit or not layout.weights):
            layout.weights.append((column, LOAD_UNITS.get(unit)))
            layout.index.setdefault("weight", column)
        elif name and name not in layout.index:
            layout.index[name] = column
            if unit:
                layout.unit[name] = unit
        elif title.strip():
            layout.unknown.append(column)
    return layout


def _claim(title: str, known: dict[str, str]) -> tuple[str, str]:
    """Return the field that a column name means and the unit at its end, each "" when there is none."""
    if title in known:
        return known[title], ""
    for name, units in _UNITS_OF.items():
        for unit in _longest_first(name):
            base = title.removesuffix(unit)
            if base != title and known.get(base) == name:
                return name, unit
        if title in units and name in ("weight", "distance") and name in known.values():
            return name, title  # "kg" or "km" alone, as in Strong exports of 2016
    return "", ""


@lru_cache
def _longest_first(name: str) -> tuple[str, ...]:
    return tuple(sorted(_UNITS_OF[name], key=len, reverse=True))
