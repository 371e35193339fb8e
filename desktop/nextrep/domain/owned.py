"""What a person has to lift with."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment
from nextrep.domain.plates import Pieces
from nextrep.domain.text import tr
from nextrep.domain.units import Load

BAR_KINDS = (Equipment.BARBELL, Equipment.EZ_BAR, Equipment.TRAP_BAR, Equipment.SMITH_MACHINE)
"""What carries plates on both sides."""

MAX_BARS, MAX_SIZES, MAX_COUNT, MAX_LOADS, MAX_ADD_ONS, MAX_BANDS = 8, 16, 99, 200, 6, 12
MAX_BAND_CHARS = 60
MAX_PIECE_GRAMS = 500_000
"""Heaviest single thing taken, 500 kg, so that a slip of the keyboard is caught."""
MAX_HANDLES = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of one of the `BAR_KINDS` with its own weight."""

    kind: Equipment
    load: Load


@dataclass(frozen=True, slots=True)
class Owned:
    """What there is to lift. Where nothing is said, the usual steps count.

    Attributes:
        plates: counted one by one; on a bar they go in pairs.
        collar: weight of one collar; two are on every bar but that of a Smith machine.
        dumbbells: of each the weight of one.
        handles: dumbbell handles that plates go on, and how many are loaded alike at the same time.
        handle_plates: the plates for the handles, counted one by one.
        machine, cable: what the pin can choose; a cable without its own goes by the machines.
        add_ons: small weights that can be put on top of the pin's, each there once.
        bands: the person's names, from light to heavy.
    """

    bars: tuple[Bar, ...] = ()
    plates: tuple[Pieces, ...] = ()
    collar: Load | None = None
    dumbbells: tuple[Load, ...] = ()
    handles: Pieces | None = None
    handle_plates: tuple[Pieces, ...] = ()
    kettlebells: tuple[Load, ...] = ()
    machine: tuple[Load, ...] = ()
    cable: tuple[Load, ...] = ()
    add_ons: tuple[Load, ...] = ()
    bands: tuple[str, ...] = ()

    def bars_of(self, kind: Equipment) -> tuple[Load, ...]:
        """Return the weights of the bars of one kind."""
        return tuple(bar.load for bar in self.bars if bar.kind is kind)


def check_owned(owned: Owned) -> Owned:
    """Return `owned` if every number is in its range; what it adds up to is checked by `Loads.check`.

    Raises:
        UserError: one is not; `field` names the attribute of `Owned`, or the kind of bar.
    """
    for kind in BAR_KINDS:
        _loads(owned.bars_of(kind), MAX_BARS, kind.value)
    if any(bar.kind not in BAR_KINDS for bar in owned.bars):
        raise UserError(tr("Plates do not go on that."), field="bars")
    for pieces, field in ((owned.plates, "plates"), (owned.handle_plates, "handle_plates")):
        _loads([each.load for each in pieces], MAX_SIZES, field)
        _counts([each.count for each in pieces], MAX_COUNT, field)
    if owned.handles is not None:
        _loads([owned.handles.load], 1, "handles")
        _counts([owned.handles.count], MAX_HANDLES, "handles")
    if owned.collar is not None:
        _loads([owned.collar], 1, "collar")
    for field in ("dumbbells", "kettlebells", "machine", "cable"):
        _loads(getattr(owned, field), MAX_LOADS, field)
    _loads(owned.add_ons, MAX_ADD_ONS, "add_ons")
    _bands(owned.bands)
    return owned


def _loads(loads: tuple[Load, ...] | list[Load], most: int, field: str) -> None:
    if len(loads) > most:
        raise UserError(tr("That is more than {most}. Leave some out.", most=most), field=field)
    for load in loads:
        if not 0 < load.grams <= MAX_PIECE_GRAMS:
            limit = Load(MAX_PIECE_GRAMS, load.unit).text()
            raise UserError(tr("A weight is above 0 and up to {limit}.", limit=limit), field=field)


def _counts(counts: list[int], most: int, field: str) -> None:
    if any(not 1 <= count <= most for count in counts):
        raise UserError(tr("Count from 1 to {most}.", most=most), field=field)


def _bands(bands: tuple[str, ...]) -> None:
    if len(bands) > MAX_BANDS:
        raise UserError(tr("That is more than {most}. Leave some out.", most=MAX_BANDS), field="bands")
    if any(not 0 < len(name) <= MAX_BAND_CHARS for name in bands):
        raise UserError(tr("A band's name has 1 to {most} characters.", most=MAX_BAND_CHARS), field="bands")
    if len(set(bands)) < len(bands):
        raise UserError(tr("Two bands have the same name."), field="bands")
