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

LEAST_MIXED_STEP = 500 * FINE_PER_GRAM
"""Where kilograms and pounds are mixed, less than half a kilogram between two loads is no step."""
WHOLE_SET = 4
"""From so many sizes on in both units, there is a set in each, and nobody mixes them."""
SAME_FINE = 5 * FINE_PER_GRAM
"""Between units, what shows the same with two decimals is the same: 20.41 kg is a dumbbell of 45 lb."""
MAX_LOOSE = 300_000 * FINE_PER_GRAM
"""Heaviest load of plates alone: more does not hang from a belt or fit a sled, and costs time to add up."""


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
        last = len(self.amounts) - 1
        if self._up_to(load) > last:
            return None
        return min(bisect_left(self.amounts, fine(load) + self._least_step), last)

    def smallest_step(self) -> int | None:
        """Return the smallest step up, exact (see plates.fine); None where there is one load only."""
        amounts, last = self.amounts, len(self.amounts) - 1
        nexts = (amounts[min(bisect_left(amounts, one + self._least_step), last)] for one in amounts[:-1])
        return min((after - one for one, after in zip(amounts, nexts, strict=False)), default=None)

    def below(self, load: Load) -> int | None:
        """Return the place of the next lighter one, None where there is none."""
        if bisect_left(self.amounts, fine(load) - self._same(load.unit)) == 0:
            return None
        return max(bisect_right(self.amounts, fine(load) - self._least_step) - 1, 0)

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

    @property
    def _least_step(self) -> int:
        return LEAST_MIXED_STEP if self._unit is None else 1

    def _same(self, unit: Unit) -> int:
        return 0 if self._unit is unit else SAME_FINE

    def _up_to(self, load: Load) -> int:
        return bisect_right(self.amounts, fine(load) + self._same(load.unit))


_NO_PLATES = Pile((), (), 1)


def stock_of(owned: Owned, source: Source, unit: Unit) -> Stock | None:
    """Return the loads that exist for a source; None where the usual steps count, for want of an answer.

    Args:
        unit: what is lifted in; where there is a whole set in each unit, this one is taken.
    """
    if source is Source.DUMBBELL:
        rigs = _simple(_set_in(unit, owned.dumbbells))
        if owned.handles is not None:
            plates = pile(_plates_in(unit, owned.handle_plates), 2, owned.handles.count)
            rigs += (Rig((owned.handles.load,), plates),)
        return Stock(rigs) if rigs else None
    if source is Source.KETTLEBELL:
        rigs = _simple(_set_in(unit, owned.kettlebells))
        return Stock(rigs) if rigs else None
    if source is Source.LOOSE:
        plates = pile(_plates_in(unit, owned.plates), 1, most=MAX_LOOSE)
        return Stock((Rig((None,), plates),)) if owned.plates else None
    if source in {Source.MACHINE, Source.CABLE, Source.HELP}:
        pins = _set_in(unit, (owned.cable if source is Source.CABLE else ()) or owned.machine)
        add_ons = pile([Pieces(load, 1) for load in owned.add_ons], 1)
        return Stock((Rig(pins, add_ons),), helps=source is Source.HELP) if pins else None
    return _bar_stock(owned, source, unit)


def bars_for(owned: Owned, source: Source) -> tuple[Load, ...]:
    """Return the weights of the bars that a source is about; empty where it is about none."""
    return owned.bars_of(Equipment(source.value)) if source in _BARS else ()


_BARS = (Source.BARBELL, Source.EZ_BAR, Source.TRAP_BAR, Source.SMITH_MACHINE)


def _bar_stock(owned: Owned, source: Source, unit: Unit) -> Stock | None:
    bars = bars_for(owned, source)
    if not bars or not owned.plates:
        return None
    plates = _plates_in(unit, owned.plates)
    if len(plates) < len(owned.plates):
        # There is a whole set of plates in this unit, so its bars are taken too, if there are any.
        bars = tuple(bar for bar in bars if bar.unit is unit) or bars
    collars = 0
    if owned.collar is not None and source is not Source.SMITH_MACHINE:
        collars = 2 * fine(owned.collar)
    return Stock((Rig(bars, pile(plates, 2), collars),))


def _set_in(unit: Unit, loads: Sequence[Load]) -> tuple[Load, ...]:
    """Return the loads of one unit where both units have a whole set, else all of them."""
    by_unit = [{load for load in loads if load.unit is each} for each in Unit]
    if min(map(len, by_unit)) < WHOLE_SET:
        return tuple(loads)
    return tuple(load for load in loads if load.unit is unit)


def _plates_in(unit: Unit, plates: Sequence[Pieces]) -> tuple[Pieces, ...]:
    taken = set(_set_in(unit, [each.load for each in plates]))
    return tuple(each for each in plates if each.load in taken)


def _simple(loads: tuple[Load, ...]) -> tuple[Rig, ...]:
    return (Rig(loads, _NO_PLATES),) if loads else ()
