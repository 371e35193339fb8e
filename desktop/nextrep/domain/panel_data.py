"""Views of Trends as they are kept: JSON that a later program can read, and a damaged text cannot break."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from nextrep.domain.day_topics import Topic
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import MuscleGroup, Pattern
from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.panels import (
    DAY_TOPICS,
    MOST_VIEWS,
    Panel,
    PanelKind,
    PanelSize,
    PanelView,
    SleepFigure,
    built_in_views,
    checked_view,
)


def views_to_text(views: tuple[PanelView, ...]) -> str:
    """Return views as text; "" where all are as they came."""
    if views == built_in_views():
        return ""
    rows = [
        {
            "key": view.key,
            "title": view.title,
            "panels": [{"kind": one.kind, "of": one.of, "size": one.size} for one in view.panels],
        }
        for view in views
    ]
    return json.dumps(rows, ensure_ascii=False)


def views_from_text(text: str) -> tuple[PanelView, ...]:
    """Return the views of a text.

    What cannot be read (a panel of a later program, a damaged view) is left out; built-in views that are
    not in it come as they are, behind the others.
    """
    try:
        rows = json.loads(text) if text else []
    except ValueError:
        rows = []
    found: list[PanelView] = []
    for row in rows[:MOST_VIEWS] if isinstance(rows, list) else []:
        view = _view(row)
        if view is not None and view.key not in {one.key for one in found}:
            try:
                found.append(checked_view(view, found))
            except UserError:
                continue
    known = {one.key for one in found}
    return (*found, *(view for view in built_in_views() if view.key not in known))


def _view(row: Any) -> PanelView | None:
    if not isinstance(row, dict) or not isinstance(row.get("panels"), list):
        return None
    key, title = row.get("key"), row.get("title", "")
    if not (isinstance(key, str) and key and isinstance(title, str)):
        return None
    panels = [panel for one in row["panels"] if (panel := _panel(one)) is not None]
    return PanelView(key, title, tuple(dict.fromkeys(panels)))


def _panel(row: Any) -> Panel | None:
    if not isinstance(row, dict) or not isinstance(row.get("of", ""), str):
        return None
    try:
        kind, of = PanelKind(str(row.get("kind"))), row.get("of", "")
        if kind in _SUBJECTS:
            _SUBJECTS[kind](of)
        return Panel(kind, of, PanelSize(row.get("size", PanelSize.NORMAL)))
    except ValueError:
        return None


def _volume_of(of: str) -> None:
    if of and not of.isdigit():
        Pattern(of)


def _topic(of: str) -> None:
    if Topic(of) not in DAY_TOPICS:
        raise ValueError(of)


_SUBJECTS: dict[PanelKind, Callable[[str], object]] = {
    PanelKind.VOLUME: _volume_of,
    PanelKind.MUSCLE_SETS: MuscleGroup,
    PanelKind.SLEEP: SleepFigure,
    PanelKind.SCORE: InstrumentKey,
    PanelKind.DAY: _topic,
}
"""Raises ValueError where there is no such thing; exercises and measures can be gone, and are empty then."""
