"""Settings that live in the profile."""

from __future__ import annotations

from typing import TypeVar

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.e1rm import Formula
from nextrep.domain.exercises import Measure
from nextrep.domain.strength import Yardstick
from nextrep.domain.units import Unit
from nextrep.settings.table import E1RM_FORMULA, UNIT, Setting
from nextrep.storage.store import Store

T = TypeVar("T", str, bool, int, bytes)


def read(store: Store, setting: Setting[T]) -> T:
    """Return a setting of scope DATA."""
    return store.settings.get(setting)


def unit(store: Store) -> Unit:
    """Return the unit that loads are typed in."""
    return Unit(store.settings.get(UNIT))


def formula(store: Store) -> Formula:
    """Return the formula of the estimated 1RM."""
    return Formula(store.settings.get(E1RM_FORMULA))


def yardstick(store: Store, measure: Measure) -> Yardstick:
    """Return how the sets of an exercise of this measure are compared."""
    return Yardstick(measure, formula(store))


def change(store: Store, setting: Setting[T], value: T) -> Outcome[T]:
    """Change a setting of scope DATA.

    Raises:
        UserError: the setting cannot hold the value.
    """
    before = store.settings.get(setting)
    with store.transaction():
        store.settings.put(setting, value)
    return Outcome(
        value,
        Changes(settings=True),
        undo=lambda: change(store, setting, before),
        label=setting.title(),
    )
