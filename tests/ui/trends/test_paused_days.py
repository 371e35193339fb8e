"""How much is logged, with a pause of all tracking in the period."""

from __future__ import annotations

from nextrep.domain.journal import Rating
from nextrep.services import journal, tracking, trend_view
from nextrep.storage.store import Store
from nextrep.ui.trends.cards import logged_words
from tests.ui.trends.scene import NOW, TODAY


def test_paused_days_are_said_and_stay_in_the_figure(store: Store) -> None:
    journal.rate(store, TODAY - 9, {Rating.MOOD: 40}, NOW)
    tracking.pause(store, TODAY - 5)
    fact, note = logged_words(trend_view.read(store, (), TODAY - 9, TODAY))
    assert fact == "1 of 10 days (10 %)"
    assert "Longest gap 9 days. 6 empty days lie in a pause." in note
