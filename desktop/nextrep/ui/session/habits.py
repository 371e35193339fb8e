"""How the person logs sets, read once and again when the settings change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nextrep.domain.loads import Loads
from nextrep.domain.training import EffortScale
from nextrep.domain.units import Unit
from nextrep.services import cues, owned, preferences
from nextrep.settings.table import EFFORT_SCALE, REST_SECONDS

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store


@dataclass(frozen=True, slots=True)
class Habits:
    """Settings that every set is shown with.

    Attributes:
        scale: of the effort, None where it is not asked.
        rest_s: rest where nothing is planned, seconds.
        loads: what there is to lift.
        cues: whether a cue comes before each set.
    """

    unit: Unit
    scale: EffortScale | None
    rest_s: int
    loads: Loads
    cues: bool

    @classmethod
    def read(cls, store: Store) -> Habits:
        """Read them from the profile."""
        effort = preferences.read(store, EFFORT_SCALE)
        return cls(
            unit=preferences.unit(store),
            scale=EffortScale(effort) if effort != "off" else None,
            rest_s=preferences.read(store, REST_SECONDS),
            loads=owned.loads(store),
            cues=cues.switched_on(store),
        )
