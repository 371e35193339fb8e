"""Loads that exist: which one comes next, and which one is nearest to what was computed.

A dumbbell's and a kettlebell's load is that of one, however many are held. A bar's load is the bar, its
collars and the plates on both sides. Help taken counts below 0, so that less help is the heavier load.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Exercise, Measure, Pattern
from nextrep.domain.loading import Loading
from nextrep.domain.owned import Owned
from nextrep.domain.plates import fine, load_from_fine
from nextrep.domain.stock import Source, Stock, bars_for, source_of, stock_of
from nextrep.domain.units import Load, Unit, load_of


@dataclass(frozen=True, slots=True)
class Loads:
    """What can be loaded. Without anything said about it, the usual steps count.

    A load comes back in the unit that the things are marked in, else in the unit that was asked with.
    """

    owned: Owned = field(default_factory=Owned)
    _known: dict[tuple[Source, Unit], Stock | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def above(self, exercise: Exercise, load: Load) -> Load:
        """Return the next heavier load that exists for the exercise; the same where there is none."""
        stock = self._stock(exercise, load)
        if stock is None:
            return self._usual(exercise, load.unit).above(load)
        index = stock.above(load)
        return load if index is None else stock.load(index, load.unit)

    def at_most(self, exercise: Exercise, load: Load) -> Load:
        """Return the heaviest load that exists and is not above `load`.

        Where everything that exists is heavier (a bar weighs 20 kg), it is the lightest there is.
        """
        stock = self._stock(exercise, load)
        if stock is None:
            return self._usual(exercise, load.unit).at_most(load)
        return stock.load(stock.at_most(load), load.unit)

    def below(self, exercise: Exercise, load: Load) -> Load:
        """Return the next lighter load that exists for the exercise; the same where there is none."""
        stock = self._stock(exercise, load)
        if stock is None:
            return self._usual(exercise, load.unit).below(load)
        index = stock.below(load)
        return load if index is None else stock.load(index, load.unit)

    def is_heaviest(self, exercise: Exercise, load: Load) -> bool:
        """Tell whether nothing heavier exists for the exercise."""
        stock = self._stock(exercise, load)
        return stock is not None and stock.above(load) is None

    def is_lightest(self, exercise: Exercise, load: Load) -> bool:
        """Tell whether nothing lighter exists for the exercise."""
        return fine(self.below(exercise, load)) >= fine(load)

    def loadable(self, exercise: Exercise, unit: Unit = Unit.KG, *, helped: bool = False) -> tuple[int, ...]:
        """Return the grams that exist from light to heavy; empty where the usual steps count."""
        stock = self._of(source_of(exercise, helped=helped), unit)
        if stock is None:
            return ()
        return tuple(load_from_fine(amount, Unit.KG).grams for amount in stock.amounts)

    def sides(self, exercise: Exercise, load: Load) -> Loading | None:
        """Return how to make `load`, or what is nearest and what is missing; None if nothing is known."""
        stock = self._stock(exercise, load)
        if stock is None:
            return None
        source = source_of(exercise, helped=load.grams < 0)
        index = stock.at_most(load)
        made = stock.load(index, load.unit)
        builds = list(stock.builds(index))
        if not builds:  # no help at all
            return Loading(load, made, None, (), 1, source=source)
        rig, base, plates = min(builds, key=lambda build: len(build[2]))
        places = rig.plates.places if plates or rig.plates.sizes else 1
        lack = abs(fine(load) - fine(made)) if fine(made) < fine(load) else 0
        missing = load_from_fine(lack // places, load.unit)
        # What does not show with two decimals is not missing; help is never too little: see `at_most`.
        told = None if stock.helps or not missing.value() else missing
        collar = self.owned.collar if rig.extra else None
        return Loading(load, made, base, plates, places, told, source, collar)

    def next_band(self, band: str) -> str:
        """Return the next heavier band; the same where there is none or the name is not known."""
        names = self.owned.bands
        index = names.index(band) + 1 if band in names else len(names)
        return names[index] if index < len(names) else band

    def check(self) -> Loads:
        """Return this if all of it can be added up.

        Raises:
            UserError: it makes too many different loads; `field` names the attribute of `Owned`.
        """
        fields = {Source.DUMBBELL: "handle_plates", Source.MACHINE: "add_ons", Source.CABLE: "add_ons"}
        for source, unit in product(Source, Unit):
            stock = self._of(source, unit)
            try:
                assert stock is None or stock.amounts, "a bar, a handle or a pin is a load by itself"
            except UserError as error:
                raise UserError(str(error), field=fields.get(source, "plates")) from None
        return self

    def range_of(self, source: Source, unit: Unit) -> tuple[Load, Load, Load | None] | None:
        """Return the lightest and heaviest load of a source and the smallest step; None if nothing is known.

        The step is None where there is one load only.
        """
        stock = self._of(source, unit)
        if stock is None:
            return None
        first, last = stock.load(0, unit), stock.load(len(stock.amounts) - 1, unit)
        step = stock.smallest_step()
        return first, last, load_from_fine(step, first.unit) if step is not None else None

    def _stock(self, exercise: Exercise, load: Load) -> Stock | None:
        return self._of(source_of(exercise, helped=load.grams < 0), load.unit)

    def _of(self, source: Source, unit: Unit) -> Stock | None:
        if (source, unit) not in self._known:
            self._known[source, unit] = stock_of(self.owned, source, unit)
        return self._known[source, unit]

    def _usual(self, exercise: Exercise, unit: Unit) -> _Steps:
        """Return the usual steps; from the lightest bar on, where one is known but no plates are."""
        bars = bars_for(self.owned, source_of(exercise))
        if not bars:
            lowest = None if exercise.measure is Measure.ASSISTED else 0
            return _Steps(fine(usual_step(exercise, unit)), unit, lowest=lowest)
        bar = min(bars, key=fine)
        return _Steps(fine(usual_step(exercise, bar.unit)), bar.unit, fine(bar), fine(bar))


@dataclass(frozen=True, slots=True)
class _Steps:
    """Even steps, exact (see plates.fine).

    Attributes:
        start: what the steps are counted from.
        lowest: nothing is lighter, but for help that is asked with; None where there is no end.
    """

    step: int
    unit: Unit
    start: int = 0
    lowest: int | None = 0

    def above(self, load: Load) -> Load:
        heavier = fine(load) + self.step
        return self._load(min(heavier, 0) if load.grams < 0 else heavier, load)

    def below(self, load: Load) -> Load:
        return self._load(fine(load) - self.step, load)

    def at_most(self, load: Load) -> Load:
        return self._load(self.start + (fine(load) - self.start) // self.step * self.step, load)

    def _load(self, amount: int, asked: Load) -> Load:
        free = self.lowest is None or (asked.grams < 0 and not self.start)
        return load_from_fine(amount if free else max(amount, self.lowest or 0), self.unit)


def usual_step(exercise: Exercise, unit: Unit) -> Load:
    """Return the usual smallest load step.

    2.5 kg (5 lb), or 5 kg (10 lb) for a barbell squat or hinge; 2 kg (5 lb) for dumbbells and 4 kg
    (10 lb) for kettlebells, which come in fixed sizes; 0.5 kg (1 lb) for a backpack, which takes
    anything. Our convention, after what is usually sold.
    """
    heavy = exercise.pattern in (Pattern.SQUAT, Pattern.HINGE) and Equipment.BARBELL in exercise.equipment
    if heavy:
        return load_of(Decimal(5) if unit is Unit.KG else Decimal(10), unit)
    if Equipment.KETTLEBELL in exercise.equipment:
        return load_of(Decimal(4) if unit is Unit.KG else Decimal(10), unit)
    if Equipment.DUMBBELL in exercise.equipment:
        return load_of(Decimal(2) if unit is Unit.KG else Decimal(5), unit)
    if Equipment.BACKPACK in exercise.equipment:
        return load_of(Decimal("0.5") if unit is Unit.KG else Decimal(1), unit)
    return load_of(Decimal("2.5") if unit is Unit.KG else Decimal(5), unit)
