"""Equipment in words, and the usual sets of it."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.exercises import Equipment, Level
from nextrep.domain.text import kept, tr


@kept
def equipment_title(item: Equipment) -> str:
    """Return a piece of equipment as people read it."""
    return {
        Equipment.BAND: tr("Band"),
        Equipment.BACKPACK: tr("Backpack"),
        Equipment.DUMBBELL: tr("Dumbbells"),
        Equipment.KETTLEBELL: tr("Kettlebell"),
        Equipment.BARBELL: tr("Barbell"),
        Equipment.EZ_BAR: tr("EZ bar"),
        Equipment.TRAP_BAR: tr("Trap bar"),
        Equipment.BENCH: tr("Bench"),
        Equipment.RACK: tr("Rack"),
        Equipment.PULL_UP_BAR: tr("Pull-up bar"),
        Equipment.DIP_BARS: tr("Dip bars"),
        Equipment.SUSPENSION: tr("Suspension straps"),
        Equipment.BOX: tr("Box or step"),
        Equipment.EXERCISE_BALL: tr("Exercise ball"),
        Equipment.MEDICINE_BALL: tr("Medicine ball"),
        Equipment.AB_WHEEL: tr("Ab wheel"),
        Equipment.CABLE: tr("Cable station"),
        Equipment.MACHINE: tr("Machines"),
        Equipment.SMITH_MACHINE: tr("Smith machine"),
        Equipment.SLED: tr("Sled"),
        Equipment.OTHER: tr("Other things"),
    }[item]


def level_title(level: Level) -> str:
    """Return experience as people read it."""
    return {
        Level.BEGINNER: tr("New to it"),
        Level.INTERMEDIATE: tr("Some months"),
        Level.EXPERT: tr("Years"),
    }[level]


@dataclass(frozen=True, slots=True)
class EquipmentSet:
    """A usual place to train with what is there."""

    title: str
    items: frozenset[Equipment]


def usual_sets() -> tuple[EquipmentSet, ...]:
    """Return the usual places, from nothing at all to a gym with everything."""
    return (
        EquipmentSet(tr("Nothing"), frozenset()),
        EquipmentSet(tr("Bands and a backpack"), frozenset({Equipment.BAND, Equipment.BACKPACK})),
        EquipmentSet(tr("Dumbbells"), frozenset({Equipment.DUMBBELL})),
        EquipmentSet(tr("A gym"), frozenset(Equipment)),
    )
