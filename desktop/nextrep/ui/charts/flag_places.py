"""Where the letters of events stand on a time axis, on the screen and in a drawing alike."""

from __future__ import annotations

from collections.abc import Iterable

from nextrep.domain.event_marks import EventMark, Flag, flags
from nextrep.ui.charts.span import Span


def flags_in_view(
    events: Iterable[EventMark],
    span: Span,
    edges: tuple[float, float],
    letter: float,
    gap: float,
    bounds: tuple[float, float],
) -> list[Flag]:
    """Return the letters of the events in view; neighbours without room share one, for example "B–D".

    Args:
        events: those with a letter.
        span: days in view.
        edges: where they begin and end, in pixels.
        letter: width of a letter.
        gap: least room between two.
        bounds: how far letters may reach.
    """
    left, right = edges
    per_day = (right - left) / span.days
    places = [
        (mark.tag, left + (day - span.low) * per_day)
        for mark in events
        if (day := _place(mark, span)) is not None
    ]
    return list(flags(places, letter, gap, bounds))


def _place(mark: EventMark, span: Span) -> float | None:
    """Return the day in view at which the letter of an event stands; of an earlier band the edge."""
    if mark.place is None or mark.place > span.high:
        return None
    in_view = mark.place >= span.low or (mark.band is not None and mark.band[1] >= span.low)
    return max(float(mark.place), span.low) if in_view else None
