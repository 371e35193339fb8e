"""What a check-in asks: its order and rhythms, and the person's own measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.measures import (
    WEEK,
    Measure,
    Order,
    Question,
    Rhythm,
    arranged,
    built_in,
    check_holds,
    check_measure,
    default_rhythm,
    order_from_text,
    order_to_text,
)
from nextrep.domain.text import tr
from nextrep.settings.table import ASKED
from nextrep.storage.store import Store

_CHANGED = Changes(checkins=True, settings=True)


@dataclass(frozen=True, slots=True)
class DayQuestions:
    """What the form of a day asks, in the person's order.

    Attributes:
        daily: every day.
        weekly: once a week.
        other: not asked any more, but answered on this day, so it can be seen and corrected.
    """

    daily: tuple[Measure, ...]
    weekly: tuple[Measure, ...] = ()
    other: tuple[Measure, ...] = ()

    @property
    def every(self) -> tuple[Measure, ...]:
        """All of them."""
        return (*self.daily, *self.weekly, *self.other)


def known(store: Store) -> dict[str, Measure]:
    """Return every measure by key: the six, then own ones, removed ones too."""
    return {measure.key: measure for measure in (*built_in(), *store.measures.all())}


def questions(store: Store) -> tuple[Question, ...]:
    """Return what can be asked, in the person's order, each with its rhythm."""
    asked = [measure for measure in known(store).values() if not measure.removed]
    return arranged(asked, order_from_text(store.settings.get(ASKED)))


def removed(store: Store) -> tuple[Measure, ...]:
    """Return the own measures that were removed and can come back."""
    return tuple(measure for measure in store.measures.all() if measure.removed)


def of_day(store: Store, day: int) -> DayQuestions:
    """Return what the journal asks about a day (date ordinal)."""
    asked = questions(store)
    answered = store.checkins.answered(day, day)
    named = {one.measure.key for one in asked if one.rhythm is not Rhythm.OFF}
    return DayQuestions(
        tuple(one.measure for one in asked if one.rhythm is Rhythm.DAILY),
        tuple(one.measure for one in asked if one.rhythm is Rhythm.WEEKLY),
        tuple(one for key, one in known(store).items() if key in answered - named),
    )


def asked_on(store: Store, day: int) -> DayQuestions:
    """Return what Today asks: daily measures, and weekly ones last answered 7 or more days before `day`.

    An answer of the day itself does not count, so that a weekly one stays in reach for the rest of the day.
    """
    asked = questions(store)
    lately = store.checkins.answered(day - WEEK + 1, day - 1)
    return DayQuestions(
        tuple(one.measure for one in asked if one.rhythm is Rhythm.DAILY),
        tuple(one.measure for one in asked if one.rhythm is Rhythm.WEEKLY and one.measure.key not in lately),
    )


def set_rhythm(store: Store, key: str, rhythm: Rhythm) -> Outcome[str]:
    """Say how often a measure is asked.

    Raises:
        KeyError: there is none of that key.
    """
    measure = known(store)[key]
    rows = [(one.measure.key, rhythm if one.measure.key == key else one.rhythm) for one in questions(store)]
    return _arrange(store, rows, tr("how often {name} is asked", name=measure.title))


def put_in_order(store: Store, keys: Sequence[str]) -> Outcome[str]:
    """Ask in the order of `keys`; measures that it does not name come after them, as they were."""
    place = {key: number for number, key in enumerate(keys)}
    rows = [(one.measure.key, one.rhythm) for one in questions(store)]
    rows.sort(key=lambda row: place.get(row[0], len(place)))
    return _arrange(store, rows, tr("order of the check-in"))


def _arrange(store: Store, rows: Sequence[tuple[str, Rhythm]], label: str) -> Outcome[str]:
    """Keep an order; measures that are removed keep their rhythm, for the day they come back."""
    before = store.settings.get(ASKED)
    told = {key for key, _rhythm in rows}
    order: Order = (*rows, *((key, one) for key, one in order_from_text(before) if key not in told))
    plain = all(rhythm is default_rhythm(key) for key, rhythm in order)
    as_it_came = plain and [key for key, _rhythm in order] == [one.key for one in known(store).values()]
    return _put_asked(store, "" if as_it_came else order_to_text(order), label)


def _put_asked(store: Store, text: str, label: str) -> Outcome[str]:
    before = store.settings.get(ASKED)
    if text == before:
        return Outcome(text)
    with store.transaction():
        store.settings.put(ASKED, text)
    return Outcome(text, _CHANGED, undo=lambda: _put_asked(store, before, label), label=label)


def add(store: Store, measure: Measure, now: datetime) -> Outcome[Measure]:
    """Add one of the person's own, which is then asked every day.

    Raises:
        UserError: see domain.measures.check_measure.
    """
    kept = replace(check_measure(measure, known(store).values()), key=store.measures.next_key())
    return _insert(store, replace(kept, removed=False), now)


def _insert(store: Store, measure: Measure, now: datetime) -> Outcome[Measure]:
    with store.transaction():
        store.measures.insert(measure, now)
    return Outcome(measure, _CHANGED, undo=lambda: _delete(store, measure, now), label=_label(measure))


def _delete(store: Store, measure: Measure, made_at: datetime) -> Outcome[Measure]:
    with store.transaction():
        store.measures.delete(measure.key)
    return Outcome(measure, _CHANGED, undo=lambda: _insert(store, measure, made_at), label=_label(measure))


def change(store: Store, measure: Measure) -> Outcome[Measure]:
    """Change one of the person's own: name, ends, words, direction, unit.

    Raises:
        UserError: see domain.measures.check_measure; or the ends leave an answer out.
        KeyError: there is none of that key.
    """
    before = _own(store, measure.key)
    kept = replace(check_measure(measure, known(store).values()), removed=before.removed)
    check_holds(kept, store.measures.given(kept.key))
    return _update(store, before, kept, _label(kept))


def remove(store: Store, key: str) -> Outcome[Measure]:
    """No longer ask one of the person's own; its answers are kept, and it can come back.

    Raises:
        KeyError: there is none of that key.
    """
    before = _own(store, key)
    return _update(store, before, replace(before, removed=True), tr("removal of {name}", name=before.title))


def bring_back(store: Store, key: str) -> Outcome[Measure]:
    """Ask a removed measure again, at its place and rhythm of before.

    Raises:
        KeyError: there is none of that key.
    """
    before = _own(store, key)
    return _update(store, before, replace(before, removed=False), _label(before))


def _update(store: Store, before: Measure, after: Measure, label: str) -> Outcome[Measure]:
    if after == before:
        return Outcome(after)
    with store.transaction():
        store.measures.update(after)
    return Outcome(after, _CHANGED, undo=lambda: _update(store, after, before, label), label=label)


def _own(store: Store, key: str) -> Measure:
    for measure in store.measures.all():
        if measure.key == key:
            return measure
    raise KeyError(key)


def _label(measure: Measure) -> str:
    return tr("measure {name}", name=measure.title)
