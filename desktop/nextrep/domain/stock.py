"""From what a person has to the loads that exist for an exercise."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from nextrep.domain.exercises import Equipment, Exercise, Measure
from nextrep.domain.owned import Owned
from nextrep.domain.plates import FINE_PER_GRAM, MAX_FINE, Pieces, Pile, fine, load_from_fine, pile
from nextrep.domain.units import Load, Unit

SAME_FINE = 5 * FINE_PER_GRAM
"""Between units, what shows the same with two decimals is the same: 20.41 kg is a dumbbell of 45 lb."""


class Source(StrEnum):
    """What an exercise is loaded with."""

    BARBELL = "barbell"
    EZ_BAR = "ez bar"
    TRAP_BAR = "trap bar"
    SMITH_MACHINE = "smith machine"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    LOOSE = "loose plates"
    CABLE = "cable"
    MACHINE = "machine"
    HELP = "help"
    BACKPACK = "backpack"
    USUAL = "usual"


_BY_EQUIPMENT = (
    (Equipment.BARBELL, Source.BARBELL),
    (Equipment.EZ_BAR, Source.EZ_BAR),
    (Equipment.TRAP_BAR, Source.TRAP_BAR),
    (Equipment.SMITH_MACHINE, Source.SMITH_MACHINE),
    (Equipment.DUMBBELL, Source.DUMBBELL),
    (Equipment.KETTLEBELL, Source.KETTLEBELL),
    (Equipment.BACKPACK, Source.BACKPACK),
    (Equipment.SLED, Source.LOOSE),
    (Equipment.OTHER, Source.LOOSE),
    (Equipment.CABLE, Source.CABLE),
    (Equipment.MACHINE, Source.MACHINE),
)
"""The first that an exercise needs decides; a bench or a rack carries no load."""


def source_of(exercise: Exercise, *, helped: bool = False) -> Source:
    """Return what an exercise is loaded with; `helped` asks for help taken instead of load.

    Load added to bodyweight hangs from a belt or lies on the body as plates, and so does what an exercise
    of plates alone uses. A timed exercise with other things (a sandbag, ropes) goes by the usual steps.
    """
    needs = exercise.equipment
    if helped or exercise.measure is Measure.ASSISTED:
        return Source.HELP if Equipment.MACHINE in needs else Source.USUAL
    if exercise.measure is Measure.BODYWEIGHT:
        return Source.LOOSE
    source = next((source for item, source in _BY_EQUIPMENT if item in needs), Source.USUAL)
    things = source is Source.LOOSE and Equipment.OTHER in needs and exercise.measure is Measure.TIMED
    return Source.USUAL if things else source


@dataclass(frozen=True)
class Rig:
    """Things that a pile of plates can be put on.

    Attributes:
        bases: the bars, handles, dumbbells or pins, one of which is used; None hangs plates on nothing.
        extra: what is always on, the collars, exact (see plates.fine).
        plates: what goes on.
    """

    bases: tuple[Load | None, ...]
    plates: Pile
    extra: int = 0

    def totals(self) -> Iterator[tuple[int, Unit | None]]:
        """Yield every exact total with the unit in which all that is in it is marked, None where mixed."""
        units = {size.unit for size in self.plates.sizes}
        for base in self.bases:
            start = self._start(base)
            all_units = units if base is None else units | {base.unit}
            unit = next(iter(all_units)) if len(all_units) == 1 else None
            bare = base.unit if base is not None else unit
            for amount in self.plates.sums:
                total = start + amount * self.plates.places
                if total <= MAX_FINE:
                    yield total, unit if amount else bare

    def builds(self, total: int) -> Iterator[tuple[Load | None, tuple[Load, ...]]]:
        """Yield each base with the fewest plates on one place that make the total."""
        for base in self.bases:
            amount, odd = divmod(total - self._start(base), self.plates.places)
            if not odd and amount in self.plates.sums:
                yield base, self.plates.fewest(amount)

    def _start(self, base: Load | None) -> int:
        return self.extra + (fine(base) if base is not None else 0)


@dataclass(frozen=True)
class Stock:
    """All the loads that exist for a source.

    Attributes:
        rigs: the ways in which a load can be made.
        helps: the loads are help taken, and count below 0; no help at all is possible too.
    """

    rigs: tuple[Rig, ...]
    helps: bool = False

    @cached_property
    def amounts(self) -> tuple[int, ...]:
        """Exact loads from light to heavy (see plates.fine).

        Raises:
            UserError: there are too many to add up.
        """
        found = {-total if self.helps else total for total in self._units}
        return tuple(sorted(found | {0} if self.helps else found))

    def load(self, index: int, unit: Unit) -> Load:
        """Return a load by its place in `amounts`, in the unit it is marked in, else in `unit`."""
        amount = self.amounts[index]
        return load_from_fine(amount, self._units.get(abs(amount)) or unit)

    def at_most(self, load: Load) -> int:
        """Return the place of the heaviest that is not above `load`, of the lightest where all are above."""
        return max(self._up_to(load) - 1, 0)

    def above(self, load: Load) -> int | None:
        """Return the place of the next heavier one, None where there is none."""
        index = self._up_to(load)
        return index if index < len(self.amounts) else None

    def below(self, load: Load) -> int | None:
        """Return the place of the next lighter one, None where there is none."""
        index = bisect_left(self.amounts, fine(load) - self._same(load.unit)) - 1
        return index if index >= 0 else None

    def builds(self, index: int) -> Iterator[tuple[Rig, Load | None, tuple[Load, ...]]]:
        """Yield every way to make a load: the rig, its base, the plates on one place."""
        for rig in self.rigs:
            for base, plates in rig.builds(abs(self.amounts[index])):
                yield rig, base, plates

    @cached_property
    def _units(self) -> dict[int, Unit | None]:
        units: dict[int, Unit | None] = {}
        for rig in self.rigs:
            for total, unit in rig.totals():
                units.setdefault(total, unit)
        return units

    @cached_property
    def _unit(self) -> Unit | None:
        """The unit that everything is marked in, None where they are mixed."""
        units = set(self._units.values())
        return next(iter(units)) if len(units) == 1 else None

    def _same(self, unit: Unit) -> int:
        return 0 if self._unit is unit else SAME_FINE

    def _up_to(self, load: Load) -> int:
        return bisect_right(self.amounts, fine(load) + self._same(load.unit))


_NO_PLATES = Pile((), (), 1)


def stock_of(owned: Owned, source: Source) -> Stock | None:
    """Return the loads that exist for a source; None where the usual steps count, for want of an answer."""
    if source is Source.DUMBBELL:
        rigs = _simple(owned.dumbbells)
        if owned.handles is not None:
            plates = pile(owned.handle_plates, 2, owned.handles.count)
            rigs += (Rig((owned.handles.load,), plates),)
        return Stock(rigs) if rigs else None
    if source is Source.KETTLEBELL:
        rigs = _simple(owned.kettlebells)
        return Stock(rigs) if rigs else None
    if source is Source.LOOSE:
        return Stock((Rig((None,), pile(owned.plates, 1)),)) if owned.plates else None
    if source in {Source.MACHINE, Source.CABLE, Source.HELP}:
        pins = (owned.cable if source is Source.CABLE else ()) or owned.machine
        add_ons = pile([Pieces(load, 1) for load in owned.add_ons], 1)
        return Stock((Rig(pins, add_ons),), helps=source is Source.HELP) if pins else None
    return _bar_stock(owned, source)


def bars_for(owned: Owned, source: Source) -> tuple[Load, ...]:
    """Return the weights of the bars that a source is about; empty where it is about none."""
    return owned.bars_of(Equipment(source.value)) if source in _BARS else ()


_BARS = (Source.BARBELL, Source.EZ_BAR, Source.TRAP_BAR, Source.SMITH_MACHINE)


def _bar_stock(owned: Owned, source: Source) -> Stock | None:
    bars = bars_for(owned, source)
    if not bars or not owned.plates:
        return None
    collars = 0
    if owned.collar is not None and source is not Source.SMITH_MACHINE:
        collars = 2 * fine(owned.collar)
    return Stock((Rig(bars, pile(owned.plates, 2), collars),))


def _simple(loads: Sequence[Load]) -> tuple[Rig, ...]:
    return (Rig(tuple(loads), _NO_PLATES),) if loads else ()
