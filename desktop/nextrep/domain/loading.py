"""How a load is put together, and how people say it: what goes where, what is missing, why it was rounded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from nextrep.domain.plates import fine
from nextrep.domain.stock import Source
from nextrep.domain.text import tr
from nextrep.domain.units import Load

_PINNED = frozenset({Source.MACHINE, Source.CABLE, Source.HELP})
MANY = 3
"""From so many equal plates on, the short form counts them: "3 × 20"."""


@dataclass(frozen=True, slots=True)
class Loading:
    """How to make a load.

    Attributes:
        made: what can be made: the heaviest not above `wanted`, or the lightest there is.
        base: the bar, handle, dumbbell, kettlebell or pin; None where plates hang or lie alone.
        plates: on each of the `places`, the heaviest first.
        places: 2 for the sides of a bar or handle, else 1.
        missing: what each place lacks of what was wanted; None where nothing does.
        source: what carries it, which names the base.
        collar: the weight of one of the two collars that are on, None without.
    """

    wanted: Load
    made: Load
    base: Load | None
    plates: tuple[Load, ...]
    places: int
    missing: Load | None = None
    source: Source = Source.USUAL
    collar: Load | None = None

    @property
    def rounded(self) -> bool:
        """Whether something else than wanted is made, as far as two decimals show it."""
        return self.made.text(self.wanted.unit) != self.wanted.text()

    def text(self) -> str:
        """Say what is put together and what is missing: `how` and `why`."""
        return " ".join(part for part in (self.how(), self.why()) if part)

    def how(self) -> str:
        """Say what is put together, for example "20 kg bar and on each side 15 kg: 50 kg."."""
        made = self._made_said()
        if self.made.grams < 0 or (self.base is None and not self.plates):
            return tr("{made}.", made=made)
        plates = " + ".join(plate.text() for plate in self.plates)
        if self.base is None:
            return tr("{plates}: {made}.", plates=plates, made=made)
        base = self._base(self.base)
        if not self.plates:
            alone = made == self.base.text()
            return tr("{base}.", base=base) if alone else tr("{base}: {made}.", base=base, made=made)
        if self.places == 1:
            return tr("{base} + {plates}: {made}.", base=base, plates=plates, made=made)
        return tr("{base} and on each side {plates}: {made}.", base=base, plates=plates, made=made)

    def why(self) -> str:
        """Say why it is not what was wanted: what is missing, or that nothing is lighter; "" where it is."""
        wanted = _said(self.wanted)
        if self.missing is not None:
            lack = {"missing": self.missing.text(), "wanted": wanted}
            if self.places > 1:
                return tr("{missing} a side is missing for {wanted}.", **lack)
            return tr("{missing} is missing for {wanted}.", **lack)
        if not self.rounded:
            return ""
        if self.made.grams < 0:
            if self.made.grams < self.wanted.grams:
                return tr("{wanted} is not there, so it is the next with more help.", wanted=wanted)
            return tr("It is the most help there is; {wanted} is more.", wanted=wanted)
        if fine(self.made) > fine(self.wanted):
            return tr("It is the lightest there is; {wanted} is less.", wanted=wanted)
        return ""

    def short(self) -> str:
        """Say it in one line, for example "Bar 20 kg, each side 10 + 2.5"; "" where there is nothing to say.

        Where it is not what was wanted, the line begins with what it is instead.
        """
        parts = [self._nearest(), self._short_parts()]
        return " ".join(part for part in parts if part)

    def _nearest(self) -> str:
        if not self.rounded:
            return ""
        if self.missing is None and self.made.grams >= 0 and fine(self.made) > fine(self.wanted):
            return tr("Lightest: {made}.", made=self._made_said())
        return tr("Nearest: {made}.", made=self._made_said())

    def _made_said(self) -> str:
        """Return what is made, also in the unit that was asked in where that is another one."""
        made = _said(self.made)
        if self.made.unit is self.wanted.unit or self.made.grams <= 0:
            return made
        return tr("{made} ({asked})", made=made, asked=self.made.text(self.wanted.unit))

    def _short_parts(self) -> str:
        base = self.base.text() if self.base is not None else ""
        plates = _sum_of(self.plates, self.base or self.made)
        if self.base is None:
            return tr("Plates {plates}", plates=_sum_of(self.plates, None)) if plates else ""
        if self.source in _PINNED:
            return tr("Pin {base}, on top {plates}", base=base, plates=plates) if plates else ""
        if self.places == 1:
            return ""  # a dumbbell or a kettlebell is its own load
        bar = self._short_base(base)
        if not plates:
            return tr("{bar}, nothing on it", bar=bar)
        return tr("{bar}, each side {plates}", bar=bar, plates=plates)

    def _short_base(self, base: str) -> str:
        name = {
            Source.DUMBBELL: tr("Handle {base}", base=base),
            Source.EZ_BAR: tr("EZ bar {base}", base=base),
            Source.TRAP_BAR: tr("Trap bar {base}", base=base),
        }.get(self.source, tr("Bar {base}", base=base))
        if self.collar is None:
            return name
        return tr("{bar}, two collars of {collar}", bar=name, collar=self.collar.text())

    def _base(self, base: Load) -> str:
        load = base.text()
        if self.source in _PINNED:
            name = tr("{load} by the pin", load=load)
        elif self.source is Source.DUMBBELL:
            name = tr("{load} handle", load=load) if self.places > 1 else tr("{load} dumbbell", load=load)
        else:
            name = {
                Source.KETTLEBELL: tr("{load} kettlebell", load=load),
                Source.EZ_BAR: tr("{load} EZ bar", load=load),
                Source.TRAP_BAR: tr("{load} trap bar", load=load),
            }.get(self.source, tr("{load} bar", load=load))
        if self.collar is None:
            return name
        return tr("{bar} with two collars of {collar}", bar=name, collar=self.collar.text())


def _said(load: Load) -> str:
    """Return a load in words: help counts below 0."""
    if load.grams >= 0:
        return load.text()
    return tr("{load} of help", load=Load(-load.grams, load.unit).text())


def _sum_of(plates: Sequence[Load], like: Load | None) -> str:
    """Return for example "3 × 20 + 2.5"; the unit stands with each where it is not the one of `like`."""
    bare = like is not None and all(plate.unit is like.unit for plate in plates)
    parts = []
    for plate, equal in groupby(plates):
        text, count = plate.text(with_unit=not bare), len(list(equal))
        parts += [tr("{n} × {plate}", n=count, plate=text)] if count >= MANY else [text] * count
    return " + ".join(parts)
