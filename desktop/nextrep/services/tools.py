"""What the tools while training start from: the loads that exist, the formula, and the last time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nextrep.domain.e1rm import Formula
from nextrep.domain.loads import Loads
from nextrep.domain.owned_words import presets
from nextrep.domain.training import SetDraft
from nextrep.domain.units import Unit
from nextrep.services import owned, preferences
from nextrep.storage.store import Store

_GYMS = {Unit.KG: "gym_kg", Unit.LB: "gym_lb"}


@dataclass(frozen=True, slots=True)
class ToolFacts:
    """What is known of this person and this exercise.

    Attributes:
        loads: the loads that exist.
        formula: how a maximum is estimated.
        last: the heaviest working set of the last time, the first of equals; None without one.
    """

    loads: Loads
    formula: Formula
    last: SetDraft | None


def facts(store: Store, exercise_id: int) -> ToolFacts:
    """Return what the tools need to know."""
    found = store.sets.last_time(exercise_id, 0)
    loaded = [draft for draft in (found[1] if found else []) if draft.load is not None]
    last = max(loaded, key=lambda draft: draft.load.grams if draft.load is not None else 0, default=None)
    return ToolFacts(owned.loads(store), preferences.formula(store), last)


def usual_loads(loads: Loads, unit: Unit) -> Loads:
    """Return the loads of a usual gym in a unit, with the person's own bars where they named some.

    For someone who has not said what they have; it must be told that this is assumed.
    """
    gym = next(preset.owned for preset in presets() if preset.key == _GYMS[unit])
    mine = {bar.kind for bar in loads.owned.bars}
    others = tuple(bar for bar in gym.bars if bar.kind not in mine)
    return Loads(replace(gym, bars=loads.owned.bars + others))
