"""The lists of what one has to lift with: what each is called, how it is read, and where it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from nextrep.domain.equipment import equipment_title
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment
from nextrep.domain.owned import Bar, Owned
from nextrep.domain.owned_text import (
    loads_text,
    names_text,
    parse_load,
    parse_loads,
    parse_names,
    parse_pieces,
    pieces_text,
)
from nextrep.domain.plates import Pieces
from nextrep.domain.text import tr
from nextrep.domain.units import Load, Unit


@dataclass(frozen=True, slots=True)
class Line:
    """One list that is typed.

    Attributes:
        key: the attribute of `Owned`, or the kind of bar; problems come back under this name.
        parse: reads what was typed; raises `UserError`.
        show: writes it so that `parse` reads the same.
    """

    key: str
    title: str
    hint: str
    parse: Callable[[str, Unit], Any]
    show: Callable[[Any, Unit], str]

    def value(self, owned: Owned) -> Any:
        """Return what is kept, None where nothing is."""
        if self.key in _BARS:
            return owned.bars_of(Equipment(self.key)) or None
        return getattr(owned, self.key) or None

    def put(self, owned: Owned, value: Any) -> Owned:
        """Return `owned` with another value, None for nothing."""
        if self.key in _BARS:
            kind = Equipment(self.key)
            others = [bar for bar in owned.bars if bar.kind is not kind]
            bars = [*others, *(Bar(kind, load) for load in value or ())]
            # In one order whatever was typed first, so that the same things are the same answer.
            return replace(owned, bars=tuple(sorted(bars, key=_bar_order)))
        empty = getattr(Owned(), self.key)
        return replace(owned, **{self.key: empty if value is None else value})


_BARS = (
    Equipment.BARBELL.value,
    Equipment.EZ_BAR.value,
    Equipment.TRAP_BAR.value,
    Equipment.SMITH_MACHINE.value,
)


def _bar_order(bar: Bar) -> int:
    return _BARS.index(bar.kind.value)


Rows = tuple[tuple[Line, ...], ...]


def groups() -> tuple[tuple[str, Rows], ...]:
    """Return the lists by group and row: those of one row stand side by side where there is room."""
    return (
        (tr("Bars and plates"), _bars_and_plates()),
        (tr("Dumbbells and kettlebells"), _free_weights()),
        (tr("Machines and bands"), _machines_and_bands()),
    )


def _bars_and_plates() -> Rows:
    plates = tr("Count every plate: 4 × 20, 2 × 10. On a bar they go in pairs.")
    return (
        (_bar(Equipment.BARBELL, tr("Its own weight, for example 20. More than one: 15, 20.")),),
        (Line("plates", tr("Plates"), plates, parse_pieces, pieces_text),),
        (_bar(Equipment.EZ_BAR, tr("Its own weight.")), _bar(Equipment.TRAP_BAR, tr("Its own weight."))),
        (
            _bar(Equipment.SMITH_MACHINE, tr("What its bar weighs.")),
            Line("collar", tr("One collar"), tr("Two are on every bar."), parse_load, _load_text),
        ),
    )


def _free_weights() -> Rows:
    handles = tr("2 × 2 is two handles of 2, loaded alike.")
    return (
        (_loads("dumbbells", tr("Dumbbells"), tr("For example 2, 4, 6 or 2–24 by 2. The weight of one.")),),
        (
            Line("handles", tr("Handles that take plates"), handles, _parse_handles, _handles_text),
            Line(
                "handle_plates",
                tr("Their plates"),
                tr("For example 8 × 1.25, 4 × 2.5."),
                parse_pieces,
                pieces_text,
            ),
        ),
        (_loads("kettlebells", tr("Kettlebells"), tr("For example 8, 12, 16.")),),
    )


def _machines_and_bands() -> Rows:
    bands = tr("Their names from light to heavy.")
    return (
        (
            _loads("machine", tr("Machines"), tr("What the pin can choose: 5–100 by 5.")),
            _loads("cable", tr("Cable station"), tr("Empty: as the machines.")),
        ),
        (
            _loads("add_ons", tr("Add-on weights"), tr("On top of the pin’s: 1.25, 2.5.")),
            Line("bands", tr("Bands"), bands, _parse_names, _names_text),
        ),
    )


def _bar(kind: Equipment, hint: str) -> Line:
    return Line(kind.value, equipment_title(kind), hint, parse_loads, loads_text)


def _loads(key: str, title: str, hint: str) -> Line:
    return Line(key, title, hint, parse_loads, loads_text)


def _parse_handles(text: str, unit: Unit) -> Pieces | None:
    found = parse_pieces(text, unit)
    if len(found) > 1:
        raise UserError(tr("One kind of handle belongs here."))
    return found[0] if found else None


def _handles_text(handles: Pieces, unit: Unit) -> str:
    return pieces_text([handles], unit)


def _load_text(load: Load, unit: Unit) -> str:
    return loads_text([load], unit)


def _parse_names(text: str, _unit: Unit) -> tuple[str, ...]:
    return parse_names(text)


def _names_text(names: tuple[str, ...], _unit: Unit) -> str:
    return names_text(names)
