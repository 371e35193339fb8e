"""What is kept for Trends is what a fresh reading would give, after any change that was told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from nextrep.domain.changes import Changes
from nextrep.domain.journal import Rating
from nextrep.domain.panels import Panel, PanelKind
from nextrep.domain.series import Bin, Series
from nextrep.services import demo, journal, trend_view
from nextrep.services.panel_cache import PanelCache, touched
from nextrep.storage.store import Store

PAIN = Panel(PanelKind.DAY, "pain")
MOOD, SLEEP, SESSIONS = (
    Panel(PanelKind.RATING, "mood"),
    Panel(PanelKind.SLEEP, "tst"),
    Panel(PanelKind.SESSIONS),
)


def empty(counter: list[str], panel: Panel) -> Callable[[], Series]:
    def read() -> Series:
        counter.append(panel.key)
        return Series(panel.key, "", "", ())

    return read


def asked(cache: PanelCache, *panels: Panel) -> list[str]:
    """Ask for panels and return those that were read."""
    counter: list[str] = []
    for panel in panels:
        cache.series(panel, 1, 9, None, empty(counter, panel))
    return counter


def test_only_what_changed_is_read_again() -> None:
    cache = PanelCache()
    shown = (MOOD, SLEEP, SESSIONS)
    assert len(asked(cache, *shown)) == 3
    assert asked(cache, *shown) == []
    cache.hear(Changes(checkins=True))
    assert asked(cache, *shown) == [MOOD.key]
    cache.hear(Changes(sessions=True, sets=True))
    assert asked(cache, *shown) == [SESSIONS.key]
    assert asked(cache, PAIN) == [PAIN.key]
    cache.hear(Changes(checkins=True, sessions=True))
    assert asked(cache, PAIN) == []
    cache.hear(Changes(context=True))
    assert asked(cache, PAIN) == [PAIN.key]
    cache.hear(Changes(settings=True))
    assert len(asked(cache, *shown)) == 3
    cache.forget()
    assert len(asked(cache, *shown)) == 3


def test_what_changes_while_it_is_read_is_not_kept() -> None:
    cache = PanelCache()

    def read() -> Series:
        cache.hear(Changes(checkins=True))
        return Series("rating:mood", "", "", ())

    cache.series(MOOD, 1, 9, None, read)
    assert asked(cache, MOOD) == [MOOD.key]


@pytest.mark.parametrize("kind", list(PanelKind))
def test_settings_exercises_and_the_context_of_days_concern_every_panel(kind: PanelKind) -> None:
    for changes in (Changes(settings=True), Changes(exercises=True), Changes(context=True)):
        assert touched(kind, changes)
    assert not touched(kind, Changes())


def test_a_kept_view_is_the_same_as_a_fresh_one(store: Store, now: datetime) -> None:
    demo.fill(store, 8, 3, now)
    today = now.date().toordinal()
    shown, cache = trend_view.chosen(store).panels, PanelCache()
    days = (today - 55, today)
    trend_view.read(store, shown, *days, cache=cache)
    for back, value in ((0, 11), (40, 99)):
        outcome = journal.check_in(store, today - back, {str(Rating.MOOD): value}, now)
        cache.hear(outcome.changes)
        assert trend_view.read(store, shown, *days, cache=cache) == trend_view.read(store, shown, *days)
        assert outcome.undo is not None
        cache.hear(outcome.undo().changes)
        assert trend_view.read(store, shown, *days, cache=cache) == trend_view.read(store, shown, *days)


def test_what_comes_out_as_it_was_is_the_same_object_by_day_and_by_month(store: Store, now: datetime) -> None:
    """So nothing is made ready or drawn again but what differs."""
    demo.fill(store, 30, 3, now)
    today = now.date().toordinal()
    shown, cache = (MOOD, Panel(PanelKind.RATING, "anxiety"), SLEEP, SESSIONS), PanelCache()

    def look(bin_: Bin) -> tuple[Series, ...]:
        found = trend_view.read(store, shown, today - 200, today, bin_=bin_, cache=cache)
        assert found == trend_view.read(store, shown, today - 200, today, bin_=bin_)
        return found.series

    for bin_ in Bin:
        before = look(bin_)
        had = store.checkins.get(today)
        values = {**(had.values if had else {}), str(Rating.MOOD): 7 + list(Bin).index(bin_)}
        cache.hear(journal.check_in(store, today, values, now).changes)
        same = [one is other for one, other in zip(before, look(bin_), strict=True)]
        assert same == [False, True, True, True]
