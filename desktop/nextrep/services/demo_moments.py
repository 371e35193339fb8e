"""Moments and a measure of the invented person's own, on the last days of the demonstration data."""

from __future__ import annotations

from datetime import datetime, time
from random import Random

from nextrep.domain.day_values import Moment
from nextrep.domain.journal import CheckIn, Direction, Rating
from nextrep.domain.measures import Measure
from nextrep.domain.text import tr
from nextrep.storage.store import Store

_DAYS = 28
_CLOCKS = (time(8, 10), time(14, 30))


def fill(store: Store, seed: int, now: datetime) -> None:
    """Write into the running transaction.

    Moments come on some of the last 28 days, minutes of walking on those with a check-in. They have a
    generator of their own, so that the rest of the record is the same with them as without.
    """
    random = Random(f"moments {seed}")  # noqa: S311 - invented data, not a secret
    today = now.date().toordinal()
    days = store.checkins.days(today - _DAYS, today)
    walking = Measure(
        store.measures.next_key(), tr("Walking"), 0, 120, direction=Direction.HIGHER_IS_BETTER, unit=tr("min")
    )
    store.measures.insert(walking, now)
    moments: list[Moment] = []
    for day in days:
        checkin, recorded_at = store.checkins.get(day), store.checkins.recorded_at(day)
        if checkin is None or recorded_at is None:
            continue
        minutes = 50 * random.randint(0, 18)
        store.checkins.put(CheckIn(day, {**checkin.values, walking.key: minutes}), recorded_at)
        mood = checkin.values.get(Rating.MOOD, 50)
        for clock in _CLOCKS:
            if random.random() < 0.3:
                at = datetime.combine(datetime.fromordinal(day).date(), clock, now.tzinfo)
                values = {str(Rating.MOOD): _near(random, mood), str(Rating.ENERGY): _near(random, mood)}
                if at <= now:
                    moments.append(Moment(0, day, at, values))
    store.moments.insert_many(moments)


def _near(random: Random, value: int) -> int:
    return min(100, max(0, value + 5 * random.randint(-4, 4)))
