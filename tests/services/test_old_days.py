"""What is kept of days long ago is what a fresh reading would give, whatever was done by the services."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain
from random import Random
from typing import Any

import pytest

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.journal import Rating
from nextrep.domain.panels import Panel, PanelKind
from nextrep.domain.units import Load, Unit
from nextrep.services import demo, journal, moments, old_days, session, session_past, trend_view
from nextrep.services.old_days import OldDays
from nextrep.services.panel_cache import PanelCache
from nextrep.storage.store import Store

SHOWN = (
    Panel(PanelKind.E1RM),
    Panel(PanelKind.BEST_SET),
    Panel(PanelKind.SESSIONS),
    Panel(PanelKind.RATING, str(Rating.MOOD)),
)
LENGTH, STEPS = 83, 40
Step = Callable[[], Outcome[Any]]


class Hand:
    """Somebody who writes, corrects and deletes on any day."""

    def __init__(self, store: Store, now: datetime, random: Random) -> None:
        self.store, self.now, self.random = store, now, random

    def steps(self) -> list[Step]:
        return [
            self.check_in,
            self.moment,
            self.move_moment,
            self.heavier,
            self.remove_set,
            self.move_session,
        ]

    def at(self) -> datetime:
        return self.now - timedelta(
            days=self.random.randint(0, LENGTH + 5), minutes=self.random.randint(1, 60)
        )

    def check_in(self) -> Outcome[Any]:
        day = self.at().date().toordinal()
        return journal.check_in(self.store, day, {str(Rating.MOOD): self.random.randint(0, 100)}, self.now)

    def moment(self) -> Outcome[Any]:
        return moments.note(self.store, self.at(), {str(Rating.MOOD): self.random.randint(0, 100)}, self.now)

    def move_moment(self) -> Outcome[Any]:
        made = self.moment()
        moved = moments.move(self.store, made.value.id, self.at(), self.now)
        return replace(moved, changes=made.changes | moved.changes)

    def heavier(self) -> Outcome[Any]:
        entry = self.random.choice(self.sets())
        draft = replace(entry.draft, load=Load(self.random.randint(1, 300) * 1000, Unit.KG), reps=5)
        return session.change_set(self.store, entry.id, draft)

    def remove_set(self) -> Outcome[Any]:
        return session.delete_set(self.store, self.random.choice(self.sets()).id, self.now)

    def move_session(self) -> Outcome[Any]:
        one = self.random.choice(self.store.sessions.done())
        facts = replace(session_past.facts_of(one), day=self.at().date().toordinal() - 1)
        return session_past.change_session(self.store, one.id, facts, self.now)

    def sets(self) -> list[Any]:
        return [*chain.from_iterable(self.store.sets.of_session(s.id) for s in self.store.sessions.done())]


@pytest.mark.parametrize("seed", range(3))
def test_any_change_of_any_day_and_its_way_back(
    store: Store, now: datetime, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(old_days, "NEWEST_DAYS", 30)
    demo.fill(store, 12, 1, now)
    today, cache, random = now.date().toordinal(), PanelCache(), Random(seed)

    def look() -> trend_view.TrendsView:
        return trend_view.read(store, SHOWN, today - LENGTH, today, cache=cache)

    def fresh() -> trend_view.TrendsView:
        return trend_view.read(store, SHOWN, today - LENGTH, today)

    look()
    hand = Hand(store, now, random)
    for _ in range(STEPS):
        for changes in _there_and_back(random.choice(hand.steps())(), random):
            cache.hear(changes)
            assert look() == fresh()


def _there_and_back(outcome: Outcome[Any], random: Random) -> Iterator[Changes]:
    yield outcome.changes
    for _ in range(random.randint(0, 2)):
        assert outcome.undo is not None
        outcome = outcome.undo()
        yield outcome.changes


def test_older_days_are_read_once_until_a_change_may_have_touched_them() -> None:
    asked: list[tuple[int, int]] = []

    def read(first: int, last: int) -> list[int]:
        asked.append((first, last))
        return [first, last]

    def look() -> list[tuple[int, int]]:
        asked.clear()
        old.parts(PanelKind.RATING, "mood", 1, 1000, read)
        return list(asked)

    old, border = OldDays(), 1000 - old_days.NEWEST_DAYS
    both, newest = [(1, border), (border + 1, 1000)], [(border + 1, 1000)]
    assert look() == both
    assert look() == newest
    old.let_go([PanelKind.RATING], border + 1)
    old.let_go([PanelKind.E1RM], None)
    assert look() == newest
    old.let_go([PanelKind.RATING], border)
    assert look() == both
    old.let_go([PanelKind.RATING], None)
    assert look() == both
    assert old.parts(PanelKind.RATING, "mood", 950, 1000, read) == ([950, 1000],)


def test_what_changes_while_it_is_read_is_not_kept() -> None:
    old, asked = OldDays(), []

    def read(first: int, _last: int) -> int:
        asked.append(first)
        old.let_go([PanelKind.RATING], None)
        return first

    old.parts(PanelKind.RATING, "mood", 1, 1000, read)
    old.parts(PanelKind.RATING, "mood", 1, 1000, read)
    assert asked.count(1) == 2


def test_of_two_changes_the_earlier_day_counts_and_an_unknown_one_is_any() -> None:
    assert (Changes(sets=True, since=9) | Changes(sessions=True, since=4)).since == 4
    assert (Changes(sets=True, since=9) | Changes(sessions=True)).since is None
