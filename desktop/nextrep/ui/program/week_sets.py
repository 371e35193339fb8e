"""Planned sets of a week for each muscle group."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nextrep.domain.exercises import MuscleGroup, group_title
from nextrep.domain.text import tr
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.gauges import Bar
from nextrep.ui.widgets.labels import Secondary

_SHORTEST_SCALE = 10.0
"""A full bar is at least this many sets, so that a light week looks light."""


class WeekSetsCard(Card):
    """Bars for the muscle groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Sets a week by muscle"), parent)
        self._week = Secondary()
        self.add(self._week)
        self._bars = {group: Bar(group_title(group), 0, 1, "") for group in MuscleGroup}
        for bar in self._bars.values():
            self.add(bar)
        self.body.setSpacing(0)
        self.setToolTip(tr("A set counts 1 for the muscles that do the work and a half for those that help."))

    def show_week(self, title: str, sets: dict[MuscleGroup, float]) -> None:
        """Show the sets of a week."""
        self._week.setText(title)
        most = max(_SHORTEST_SCALE, *sets.values())
        for group, bar in self._bars.items():
            value = sets.get(group, 0.0)
            bar.set_value(value, most, str(_short(value)))


def _short(value: float) -> float | int:
    """Write halves as halves and whole numbers without a point."""
    return int(value) if value == int(value) else value
