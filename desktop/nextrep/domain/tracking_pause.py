"""A pause of all tracking: nothing is asked for, nothing is lost (clinical.md, section 4.1, point 8).

Days of a pause stay what they are, days without a check-in; where it is said how much of a period was logged,
it is said beside it how many of them lie in a pause (docs/method.md). Who wants to write on such a day may.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr

UNTIL = "until"
"""Name of the field in which the last day is given."""


@dataclass(frozen=True, slots=True)
class TrackingPause:
    """One pause.

    Attributes:
        first: its first day, a date ordinal.
        last: its last day, None for one that goes on until the person ends it.
    """

    first: int
    last: int | None = None

    def covers(self, day: int) -> bool:
        """Tell whether a day (date ordinal) lies in it."""
        return self.first <= day and (self.last is None or day <= self.last)


Pauses = tuple[TrackingPause, ...]


def pause_at(pauses: Sequence[TrackingPause], day: int) -> TrackingPause | None:
    """Return the pause in which a day (date ordinal) lies, None where it lies in none."""
    return next((pause for pause in pauses if pause.covers(day)), None)


def begun(pauses: Sequence[TrackingPause], today: int, last: int | None) -> Pauses:
    """Return the pauses with one from `today` to `last` (None: until it is ended).

    One that is on gets the new end and keeps its first day.

    Raises:
        UserError: the last day is before today; names `UNTIL`.
    """
    if last is not None and last < today:
        raise UserError(tr("That day is over. Choose today or a later day."), field=UNTIL)
    running = pause_at(pauses, today)
    if running is None:
        return (*pauses, TrackingPause(today, last))
    return tuple(replace(pause, last=last) if pause is running else pause for pause in pauses)


def ended(pauses: Sequence[TrackingPause], today: int) -> Pauses:
    """Return the pauses with the one that is on over as of yesterday.

    One that began today goes without a trace.
    """
    running = pause_at(pauses, today)
    if running is None:
        return tuple(pauses)
    rest = tuple(pause for pause in pauses if pause is not running)
    return rest if running.first == today else (*rest, replace(running, last=today - 1))


def paused_days(pauses: Sequence[TrackingPause], first: int, last: int) -> frozenset[int]:
    """Return the days (date ordinals) from `first` to `last` that lie in a pause."""
    return frozenset(
        day
        for pause in pauses
        for day in range(max(first, pause.first), min(last, last if pause.last is None else pause.last) + 1)
    )


def pauses_text(pauses: Sequence[TrackingPause]) -> str:
    """Return pauses as the text that a setting keeps, "" for none."""
    if not pauses:
        return ""
    return json.dumps([[_iso(pause.first), _iso(pause.last)] for pause in pauses])


def pauses_from(text: str) -> Pauses:
    """Return the pauses of such a text; what cannot be read in it is left out."""
    found: list[TrackingPause] = []
    with suppress(ValueError, TypeError):
        for pair in json.loads(text or "[]"):
            with suppress(ValueError, TypeError):
                first, last = pair
                found.append(TrackingPause(_day(first), None if last is None else _day(last)))
    return tuple(found)


def _iso(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()
