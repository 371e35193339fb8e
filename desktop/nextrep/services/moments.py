"""Check-ins of times of day: several a day, each with its time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.day_values import Moment
from nextrep.domain.errors import UserError
from nextrep.domain.measures import check_values
from nextrep.domain.text import tr
from nextrep.services.measures import known
from nextrep.storage.store import Store


def note(store: Store, at: datetime, values: Mapping[str, int | None], now: datetime) -> Outcome[Moment]:
    """Keep how it was at a time; a value of None is not given, and without any nothing is kept.

    Args:
        at: aware; its local date is the day that the moment belongs to.
        values: tenths of the unit by key of the measure.
        now: nothing is kept from after it.

    Raises:
        UserError: a value is out of range (`field` is its key), or the time is still to come ("time").
    """
    given = {key: value for key, value in values.items() if value is not None}
    moment = Moment(0, at.date().toordinal(), check_time(at, now), check_values(given, known(store)))
    return _put(store, None, moment) if given else Outcome(moment)


def rate(store: Store, moment_id: int, given: Mapping[str, int | None]) -> Outcome[Moment]:
    """Change what is given of a moment (None takes it away); one without any value left is taken away.

    Raises:
        UserError: a value is out of range; `field` is its key.
        KeyError: there is no such moment.
    """
    before = _get(store, moment_id)
    merged = {**before.values, **given}
    values = {key: value for key, value in merged.items() if value is not None}
    after = replace(before, values=check_values(values, known(store)))
    return _put(store, before, after if values else None)


def move(store: Store, moment_id: int, at: datetime, now: datetime) -> Outcome[Moment]:
    """Put a moment at another time, whose local date is its day from then on.

    Raises:
        UserError: the time is still to come; `field` is "time".
        KeyError: there is no such moment.
    """
    before = _get(store, moment_id)
    if at == before.at:
        return Outcome(before)
    return _put(store, before, replace(before, day=at.date().toordinal(), at=check_time(at, now)))


def remove(store: Store, moment_id: int) -> Outcome[Moment]:
    """Take a moment away; it can be taken back.

    Raises:
        KeyError: there is no such moment.
    """
    return _put(store, _get(store, moment_id), None)


def _get(store: Store, moment_id: int) -> Moment:
    moment = store.moments.get(moment_id)
    if moment is None:
        raise KeyError(moment_id)
    return moment


def _put(store: Store, before: Moment | None, after: Moment | None) -> Outcome[Moment]:
    """Have `after` stand where `before` stood; None is nothing. The number of the row stays the same."""
    with store.transaction():
        if after is not None:
            after = replace(after, id=store.moments.put(after))
        elif before is not None:
            store.moments.delete(before.id)
    left = after if after is not None else before
    assert left is not None
    kept = after if after is not None else replace(left, values={})
    label = tr("check-in at {time}", time=left.at.strftime("%H:%M"))
    changes = Changes(checkins=True, since=min(one.day for one in (before, after) if one is not None))
    return Outcome(kept, changes, undo=lambda: _put(store, after, before), label=label)


def check_time(at: datetime, now: datetime) -> datetime:
    """Return `at` to the minute if it is not still to come.

    Raises:
        UserError: it is; `field` is "time".
    """
    if at > now:
        raise UserError(tr("That time is still to come. Choose one up to now."), field="time")
    return at.replace(second=0, microsecond=0)
