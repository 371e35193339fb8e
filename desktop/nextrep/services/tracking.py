"""Pausing all tracking, going on with it, and what was paused (clinical.md, section 4.1, point 8)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.text import tr
from nextrep.domain.tracking_pause import (
    Pauses,
    TrackingPause,
    begun,
    ended,
    pause_at,
    paused_days,
    pauses_from,
    pauses_text,
)
from nextrep.services import preferences
from nextrep.settings.table import TRACKING_PAUSES
from nextrep.storage.store import Store


def pauses(store: Store) -> Pauses:
    """Return all pauses, those that are over too."""
    return pauses_from(preferences.read(store, TRACKING_PAUSES))


def paused(store: Store, today: int) -> TrackingPause | None:
    """Return the pause that is on at `today` (a date ordinal), None while tracking goes on."""
    return pause_at(pauses(store), today)


def days_paused(store: Store, first: int, last: int) -> frozenset[int]:
    """Return the days (date ordinals) from `first` to `last` on which tracking was paused."""
    return paused_days(pauses(store), first, last)


def pause(store: Store, today: int, last: int | None = None) -> Outcome[TrackingPause | None]:
    """Pause all tracking from `today` to `last` (date ordinals; None: until the person goes on).

    A pause that is on gets the new end and keeps its first day.

    Raises:
        UserError: the last day is before today; names tracking_pause.UNTIL.
    """
    wanted = pauses_text(begun(pauses(store), today, last))
    return _put(store, wanted, tr("pause of tracking"), partial(paused, store, today))


def go_on(store: Store, today: int) -> Outcome[TrackingPause | None]:
    """End the pause that is on at `today`: its last day was yesterday."""
    wanted = pauses_text(ended(pauses(store), today))
    return _put(store, wanted, tr("end of the pause"), partial(paused, store, today))


def _put(
    store: Store, text: str, label: str, value: Callable[[], TrackingPause | None]
) -> Outcome[TrackingPause | None]:
    before = preferences.read(store, TRACKING_PAUSES)
    if text == before:
        return Outcome(value())
    with store.transaction():
        store.settings.put(TRACKING_PAUSES, text)
    return Outcome(
        value(),
        Changes(settings=True),
        undo=lambda: _put(store, before, label, value),
        label=label,
    )
