"""Plates and what can be put together from them: exact, with what is there and no more.

Sums are made in a unit so fine that kilograms and pounds add up without rounding; only the whole is rounded
to grams. Three rounded 45 lb plates would be a gram away from 135 lb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cached_property

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr
from nextrep.domain.units import GRAMS_PER_POUND, MAX_LOAD_GRAMS, Load, Unit

FINE_PER_GRAM = 10_000_000
"""Ten million parts of a gram: the coarsest unit in which a hundredth of a pound is whole too."""
FINE_PER_POUND_HUNDREDTH = int(GRAMS_PER_POUND * FINE_PER_GRAM / 100)
MAX_FINE = MAX_LOAD_GRAMS * FINE_PER_GRAM
MAX_SUMS = 50_000
"""Different sums that are worked out: a gym with kilogram and pound plates side by side has some 20,000."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """A number of equal things, for example four plates of 20 kg."""

    load: Load
    count: int


def fine(load: Load) -> int:
    """Return a load exactly; one in pounds counts as the hundredths of a pound that were typed."""
    if load.unit is Unit.KG:
        return load.grams * FINE_PER_GRAM
    return int(load.value() * 100) * FINE_PER_POUND_HUNDREDTH


def load_from_fine(amount: int, unit: Unit) -> Load:
    """Return a load in whole grams, the half gram to the even one as everywhere."""
    grams = (Decimal(amount) / FINE_PER_GRAM).quantize(Decimal(1), rounding=ROUND_HALF_EVEN)
    return Load(int(grams), unit)


@dataclass(frozen=True)
class Pile:
    """Plates that go on alike in so many places at once: two sides of a bar, or one hook.

    Attributes:
        sizes: the different plates, the heaviest first.
        counts: how many of each there are for one place.
        places: 2 for a bar, 1 where a plate hangs or lies alone.
        most: the heaviest sum that is worked out, exact (see `fine`), on all places together.
    """

    sizes: tuple[Load, ...]
    counts: tuple[int, ...]
    places: int
    most: int = MAX_FINE

    @cached_property
    def sums(self) -> frozenset[int]:
        """What can be put on one place, exact (see `fine`), 0 among it.

        Raises:
            UserError: there are more than 50,000 different sums.
        """
        return self._reach[0]

    def fewest(self, amount: int) -> tuple[Load, ...]:
        """Return the fewest plates that make exactly `amount` on one place, the heaviest first.

        Among equally few, heavier ones are taken.

        Raises:
            ValueError: it cannot be made.
        """
        counts = self._counts(0, amount, {})
        if counts is None:
            raise ValueError(amount)
        return tuple(size for size, count in zip(self.sizes, counts, strict=True) for _each in range(count))

    @cached_property
    def _fine(self) -> tuple[int, ...]:
        return tuple(fine(size) for size in self.sizes)

    @cached_property
    def _reach(self) -> tuple[frozenset[int], ...]:
        """Return for each position the sums of the plates from there on."""
        reach = [frozenset({0})]
        for size, count in zip(reversed(self._fine), reversed(self.counts), strict=True):
            sums = set(reach[0])
            for bundle in _bundles(count):
                more = bundle * size
                sums.update([one + more for one in sums if (one + more) * self.places <= self.most])
                if len(sums) > MAX_SUMS:
                    raise too_many_sums()
            reach.insert(0, frozenset(sums))
        return tuple(reach)

    def _counts(
        self, at: int, rest: int, known: dict[tuple[int, int], tuple[int, ...] | None]
    ) -> tuple[int, ...] | None:
        """Return how many of each plate from position `at` on make `rest`; None if they cannot."""
        if rest not in self._reach[at]:
            return None
        if at == len(self.sizes):
            return ()
        if (at, rest) in known:
            return known[at, rest]
        size = self._fine[at]
        best: tuple[int, ...] | None = None
        for count in range(min(self.counts[at], rest // size), -1, -1):
            left = rest - count * size
            # What is left takes at least this many of the next plates, and more the fewer are taken here.
            if best is not None and count + self._least(at + 1, left) >= sum(best):
                break
            others = self._counts(at + 1, left, known)
            if others is not None and (best is None or count + sum(others) < sum(best)):
                best = (count, *others)
        known[at, rest] = best
        return best

    def _least(self, at: int, rest: int) -> int:
        return -(-rest // self._fine[at]) if at < len(self.sizes) else 0


def pile(plates: Sequence[Pieces], places: int, shared_by: int = 1, most: int = MAX_FINE) -> Pile:
    """Sort plates for one place.

    Args:
        plates: all there are, counted one by one.
        places: 2 for a bar, 1 where a plate hangs or lies alone.
        shared_by: how many bars or handles are loaded alike at the same time.
        most: the heaviest sum that is worked out, exact (see `fine`).
    """
    counts: dict[Load, int] = {}
    for each in plates:
        counts[each.load] = counts.get(each.load, 0) + each.count
    usable = {load: count // (places * shared_by) for load, count in counts.items()}
    ordered = sorted((load for load, count in usable.items() if count), key=fine, reverse=True)
    return Pile(tuple(ordered), tuple(usable[load] for load in ordered), places, most)


def _bundles(count: int) -> Iterator[int]:
    """Yield bundles (1, 2, 4 and so on) of which some make any number up to `count`, and none makes more."""
    bundle = 1
    while count:
        bundle = min(bundle, count)
        yield bundle
        count -= bundle
        bundle *= 2


def too_many_sums() -> UserError:
    """Say that there is too much to add up."""
    return UserError(tr("These make too many different loads to add up. Leave out the odd ones."))
