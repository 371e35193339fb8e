"""Periods: which are offered for a report, and how much of the plan was kept in one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from nextrep.services import demo, report, trend_view
from nextrep.storage.store import Store


def test_presets_end_today_and_begin_with_the_plan(store: Store, now: datetime) -> None:
    demo.fill(store, 10, 1, now)
    offered = {preset.title: (preset.first, preset.last) for preset in report.presets(store, now.date())}
    start = now.date() - timedelta(days=now.weekday() + 7 * 9)
    assert offered == {
        "4 weeks": (date(2026, 10, 26), date(2026, 11, 22)),
        "12 weeks": (date(2026, 8, 31), date(2026, 11, 22)),
        "Since the plan began": (start, date(2026, 11, 22)),
    }


def test_without_a_plan_only_lengths_are_offered(store: Store, now: datetime) -> None:
    assert [preset.title for preset in report.presets(store, now.date())] == ["4 weeks", "12 weeks"]


def test_only_sessions_of_the_plan_count_as_kept(store: Store, now: datetime) -> None:
    demo.fill(store, 12, 1, now)
    today = now.date().toordinal()
    view = trend_view.overview(store, today - 83, today)
    linked = [s for s in store.sessions.done(today - 83, today) if s.planned_id is not None]
    assert view.planned is not None
    assert 0 < view.kept == len(linked) <= min(view.planned, view.done)
    before_plan = trend_view.overview(store, today - 400, today - 100)
    assert (before_plan.kept, before_plan.planned) == (0, None)
