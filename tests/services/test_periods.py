"""Periods: which are offered for a report, and how much of the plan was kept in one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from nextrep.services import demo, report_periods, trend_view
from nextrep.services.report_periods import PeriodKey
from nextrep.storage.store import Store


def test_periods_end_today_and_one_begins_with_the_plan(store: Store, now: datetime) -> None:
    demo.fill(store, 10, 1, now)
    offered = {one.key: (one.first, one.last) for one in report_periods.periods(store, now.date(), None)}
    start = now.date() - timedelta(days=now.weekday() + 7 * 9)
    assert offered[PeriodKey.FOUR_WEEKS] == (date(2026, 10, 26), date(2026, 11, 22))
    assert offered[PeriodKey.TWELVE_WEEKS] == (date(2026, 8, 31), date(2026, 11, 22))
    assert offered[PeriodKey.PLAN] == (start, date(2026, 11, 22))


def test_without_a_plan_only_lengths_are_offered(store: Store, now: datetime) -> None:
    offered = [one.key for one in report_periods.periods(store, now.date(), None)]
    assert offered == [PeriodKey.FOUR_WEEKS, PeriodKey.TWELVE_WEEKS]


def test_only_sessions_of_the_plan_count_as_kept(store: Store, now: datetime) -> None:
    demo.fill(store, 12, 1, now)
    today = now.date().toordinal()
    view = trend_view.overview(store, today - 83, today)
    linked = [s for s in store.sessions.done(today - 83, today) if s.planned_id is not None]
    assert view.planned is not None
    assert 0 < view.kept == len(linked) <= min(view.planned, view.done)
    before_plan = trend_view.overview(store, today - 400, today - 100)
    assert (before_plan.kept, before_plan.planned) == (0, None)
