"""What stands on the charts at a moment, so that a picture of it can be made beside the window."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.event_marks import EventMark
from nextrep.services.trends import Mark
from nextrep.ui.charts.prepared import Prepared
from nextrep.ui.charts.span import Span


@dataclass(frozen=True, slots=True)
class Drawing:
    """Panels from top to bottom, over the days in view.

    Attributes:
        shares: heights in thirds of a usual panel, one for each.
        marks: days on which a phase begins.
        events: what happened.
        heading: names its days where two of them stand side by side.
    """

    panels: tuple[Prepared, ...]
    shares: tuple[int, ...]
    marks: tuple[Mark, ...]
    events: tuple[EventMark, ...]
    span: Span
    heading: str = ""
