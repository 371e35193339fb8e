"""The invented person's questionnaires: every four weeks, from the official forms, slowly getting lower.

Item 9 of the PHQ-9 is 0 each time: nobody is to meet the calm card for the sake of a demonstration.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from nextrep.domain.assessments import Answer, Assessment, Way
from nextrep.domain.instruments import HARM_ITEM, Instrument, InstrumentKey, instrument
from nextrep.domain.journal import Direction
from nextrep.storage.store import Store

MOST_TIMES = 40
"""Over thirty years the latest ones are enough to look at."""
_EVERY_DAYS = 28
_KEYS = (InstrumentKey.PHQ9, InstrumentKey.GAD7, InstrumentKey.WHO5)


def fill(store: Store, seed: int, first: int, now: datetime) -> None:
    """Write the questionnaires from `first` (date ordinal) up to two days ago, within a transaction."""
    dice = Random(seed + 2)  # noqa: S311 - of its own, so that everything else stays as it is
    last = now.date().toordinal() - 2
    days = list(range(last, first - 1, -_EVERY_DAYS))[:MOST_TIMES][::-1]
    for place, day in enumerate(days):
        share = 0.6 - 0.35 * place / max(len(days) - 1, 1)
        for key in _KEYS:
            of = instrument(key)
            at = now - timedelta(days=now.date().toordinal() - day)
            store.assessments.put(Assessment(0, day, at, Way.FORM, key, answers=_answers(of, share, dice)))


def _answers(of: Instrument, share: float, dice: Random) -> dict[str, Answer]:
    """Answer around `share` of the way to the worse end."""
    answers = {}
    for item in of.items:
        worse = min(1.0, max(0.0, dice.gauss(share, 0.2)))
        part = worse if of.direction is Direction.LOWER_IS_BETTER else 1 - worse
        value = 0 if item.number == HARM_ITEM else round(part * of.most)
        answers[str(item.number)] = Answer(value, item.number)
    return answers
