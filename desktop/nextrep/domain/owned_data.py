"""What a person has to lift with, as plain data and back. What is empty is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment
from nextrep.domain.owned import Bar, Owned, check_owned
from nextrep.domain.plates import Pieces
from nextrep.domain.text import tr
from nextrep.domain.units import Load, Unit


def owned_to_data(owned: Owned) -> dict[str, Any]:
    """Return plain data; a load is {"grams": …, "unit": …}."""
    data: dict[str, Any] = {
        "bars": [{"kind": bar.kind.value, "load": _load_data(bar.load)} for bar in owned.bars],
        "plates": [_pieces_data(each) for each in owned.plates],
        "collar": _load_data(owned.collar) if owned.collar else None,
        "handles": _pieces_data(owned.handles) if owned.handles else None,
        "handle_plates": [_pieces_data(each) for each in owned.handle_plates],
        "bands": list(owned.bands),
    }
    for name in _LOAD_LISTS:
        data[name] = [_load_data(load) for load in getattr(owned, name)]
    return {name: value for name, value in data.items() if value}


def owned_from_data(data: Mapping[str, Any]) -> Owned:
    """Return what `owned_to_data` wrote.

    Raises:
        UserError: something is missing, of the wrong kind or out of range.
    """
    try:
        loads = {name: tuple(map(_load, data.get(name, ()))) for name in _LOAD_LISTS}
        owned = Owned(
            bars=tuple(Bar(Equipment(bar["kind"]), _load(bar["load"])) for bar in data.get("bars", ())),
            plates=_pieces(data.get("plates", ())),
            collar=_load(data["collar"]) if "collar" in data else None,
            handles=_piece(data["handles"]) if "handles" in data else None,
            handle_plates=_pieces(data.get("handle_plates", ())),
            bands=tuple(map(_name, data.get("bands", ()))),
            **loads,
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        raise UserError(tr("What you have to lift with could not be read.")) from None
    return check_owned(owned)


_LOAD_LISTS = ("dumbbells", "kettlebells", "machine", "cable", "add_ons")


def _load_data(load: Load) -> dict[str, Any]:
    return {"grams": load.grams, "unit": load.unit.value}


def _pieces_data(pieces: Pieces) -> dict[str, Any]:
    return {**_load_data(pieces.load), "count": pieces.count}


def _load(data: Mapping[str, Any]) -> Load:
    return Load(_whole(data["grams"]), Unit(data["unit"]))


def _piece(data: Mapping[str, Any]) -> Pieces:
    return Pieces(_load(data), _whole(data["count"]))


def _pieces(data: Sequence[Mapping[str, Any]]) -> tuple[Pieces, ...]:
    return tuple(map(_piece, data))


def _whole(value: object) -> int:
    # A bool is an int to Python.
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    return value


def _name(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
