"""Whether low mood opens the calm card: at most once a day, and only for what was written lately."""

from __future__ import annotations

from datetime import datetime

from nextrep.domain.journal import Rating
from nextrep.domain.safety_triggers import LOWEST_MOOD_DAYS, low_mood_around
from nextrep.settings.table import MOOD_CARD_DAY
from nextrep.storage.store import Store

LATELY_DAYS = 14
"""Older days that are filled in later open nothing (our convention, the recall of the questionnaires)."""


def holds(store: Store, day: int, now: datetime) -> bool:
    """Tell whether `day` (date ordinal) is one of three days in a row of lowest mood, and not long ago."""
    if not 0 <= now.date().toordinal() - day < LATELY_DAYS:
        return False
    reach = LOWEST_MOOD_DAYS - 1
    return low_mood_around(dict(store.checkins.points(Rating.MOOD, day - reach, day + reach)), day)


def opens_card(store: Store, day: int, now: datetime) -> bool:
    """Tell whether the card opens now that a mood of `day` was saved: it holds, and none opened today."""
    return store.settings.get(MOOD_CARD_DAY) != now.date().toordinal() and holds(store, day, now)


def note_opened(store: Store, now: datetime) -> None:
    """Remember that the card opened today; no undo step, for nothing of the person's was changed."""
    with store.transaction():
        store.settings.put(MOOD_CARD_DAY, now.date().toordinal())
