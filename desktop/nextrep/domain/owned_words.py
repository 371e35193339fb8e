"""Usual places to lift, and what a person has in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from nextrep.domain.exercises import Equipment
from nextrep.domain.loads import Loads
from nextrep.domain.owned import Bar, Owned
from nextrep.domain.plates import Pieces
from nextrep.domain.stock import Source
from nextrep.domain.text import tr
from nextrep.domain.units import Load, Unit, load_of


@dataclass(frozen=True, slots=True)
class Preset:
    """A usual place to lift."""

    key: str
    title: str
    owned: Owned


def presets() -> tuple[Preset, ...]:
    """Return the usual places, from nothing said to a gym in pounds; our choice of sizes."""
    light_to_heavy = (tr("light"), tr("medium"), tr("heavy"))
    return (
        Preset("nothing", tr("Nothing of this"), Owned()),
        Preset("dumbbells", tr("Adjustable dumbbells, 2–24 kg"), Owned(dumbbells=_every(2, 24, 2, Unit.KG))),
        Preset("gym_kg", tr("A usual gym, kg"), _gym_kg(light_to_heavy)),
        Preset("gym_lb", tr("A usual gym, lb"), _gym_lb(light_to_heavy)),
    )


def owned_lines(owned: Owned) -> tuple[str, ...]:
    """Say what can be lifted, one line for each kind of thing; one line too where nothing is said."""
    lines = tuple(_lines(Loads(owned)))
    return lines or (tr("Nothing is said, so plans use the steps in which weights are usually sold."),)


def source_title(source: Source) -> str:
    """Return what carries the load, as people read it."""
    return {
        Source.BARBELL: tr("Barbell"),
        Source.EZ_BAR: tr("EZ bar"),
        Source.TRAP_BAR: tr("Trap bar"),
        Source.SMITH_MACHINE: tr("Smith machine"),
        Source.DUMBBELL: tr("Dumbbells"),
        Source.KETTLEBELL: tr("Kettlebells"),
        Source.LOOSE: tr("Plates by themselves"),
        Source.CABLE: tr("Cable station"),
        Source.MACHINE: tr("Machines"),
        Source.HELP: tr("Help of a machine"),
        Source.BACKPACK: tr("Backpack"),
        Source.USUAL: tr("Other things"),
    }[source]


_TOLD = (
    Source.BARBELL,
    Source.EZ_BAR,
    Source.TRAP_BAR,
    Source.SMITH_MACHINE,
    Source.DUMBBELL,
    Source.KETTLEBELL,
    Source.MACHINE,
    Source.CABLE,
)


def _lines(loads: Loads) -> Iterator[str]:
    owned = loads.owned
    for source in _TOLD:
        if source is Source.CABLE and not owned.cable:
            continue  # it goes by the machines
        told: set[tuple[int, int]] = set()
        for unit in Unit:  # two lines where there is a whole set in each unit
            found = loads.range_of(source, unit)
            if found is not None and (found[0].grams, found[1].grams) not in told:
                told.add((found[0].grams, found[1].grams))
                yield _range_line(source_title(source), *found)
    bars = [bar for bar in owned.bars if not owned.plates]
    for kind in dict.fromkeys(bar.kind for bar in bars):
        yield tr("{what}: add your plates, and loads follow them.", what=source_title(Source(kind.value)))
    if owned.plates and not owned.bars:
        yield tr("Plates: add the weight of your bar, and its loads follow them.")
    if owned.handle_plates and owned.handles is None:
        yield tr("Plates for dumbbells: add the weight of the handle, and loads follow them.")
    if owned.add_ons and not (owned.machine or owned.cable):
        yield tr("Add-on weights: add what the machine’s pin can choose.")
    if owned.bands:
        yield tr("Bands: {names}.", names=", ".join(owned.bands))


def _range_line(what: str, first: Load, last: Load, step: Load | None) -> str:
    if step is None:
        return tr("{what}: {load}.", what=what, load=first.text())
    low = first.text(with_unit=first.unit is not last.unit)
    return tr(
        "{what}: {low} to {high}, steps from {step}.", what=what, low=low, high=last.text(), step=step.text()
    )


def _gym_kg(bands: tuple[str, ...]) -> Owned:
    bars = ((Equipment.BARBELL, 20), (Equipment.EZ_BAR, 10), (Equipment.TRAP_BAR, 25))
    plates = (("25", 4), ("20", 8), ("15", 4), ("10", 4), ("5", 4), ("2.5", 4), ("1.25", 4))
    return Owned(
        bars=tuple(Bar(kind, load_of(weight, Unit.KG)) for kind, weight in bars),
        plates=tuple(Pieces(load_of(weight, Unit.KG), count) for weight, count in plates),
        dumbbells=(*_every(2, 10, 1, Unit.KG), *_every(12, 40, 2, Unit.KG)),
        kettlebells=_every(4, 32, 4, Unit.KG),
        machine=_every(5, 100, 5, Unit.KG),
        cable=_every("2.5", 60, "2.5", Unit.KG),
        bands=bands,
    )


def _gym_lb(bands: tuple[str, ...]) -> Owned:
    bars = ((Equipment.BARBELL, 45), (Equipment.EZ_BAR, 25), (Equipment.TRAP_BAR, 55))
    plates = (("45", 8), ("35", 4), ("25", 4), ("10", 4), ("5", 4), ("2.5", 4))
    return Owned(
        bars=tuple(Bar(kind, load_of(weight, Unit.LB)) for kind, weight in bars),
        plates=tuple(Pieces(load_of(weight, Unit.LB), count) for weight, count in plates),
        dumbbells=_every(5, 100, 5, Unit.LB),
        kettlebells=_every(10, 70, 5, Unit.LB),
        machine=_every(10, 200, 10, Unit.LB),
        cable=_every(5, 100, 5, Unit.LB),
        bands=bands,
    )


def _every(
    low: Decimal | float | str, high: Decimal | float | str, step: Decimal | float | str, unit: Unit
) -> tuple[Load, ...]:
    first, last, by = (Decimal(str(number)) for number in (low, high, step))
    return tuple(load_of(first + index * by, unit) for index in range(int((last - first) / by) + 1))
