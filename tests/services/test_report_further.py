"""What stands in a report only where it was ticked: entries one by one, the list of sessions, the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from nextrep.domain.program import PlannedState
from nextrep.domain.report_sections import ReportSection
from nextrep.reports.content import ReportContent
from nextrep.services import demo, journal, report, report_further
from nextrep.storage.store import Store


@pytest.fixture
def day(now: datetime) -> int:
    return now.date().toordinal()


def _content(store: Store, now: datetime, section: ReportSection, **more: object) -> ReportContent:
    choice = replace(report.default_choice(store, now.date()), sections=frozenset({section}), **more)
    return report.content(store, choice, now.date())


def _written(store: Store, day: int, text: str, now: datetime, *, marked: bool = True) -> int:
    entry = journal.write(store, day, text, now).value
    if marked:
        journal.mark_for_report(store, entry.id, in_report=True)
    return entry.id


def test_chosen_entries_come_by_day_without_marks_and_once_each(
    store: Store, day: int, now: datetime
) -> None:
    late = _written(store, day, "# A walk\n\n- with **Kim**\n1. first", now)
    early = _written(store, day - 3, "Quiet.", now)
    found = _content(store, now, ReportSection.JOURNAL, entries=(late, early, late)).entries
    assert [entry.day for entry in found] == ["Th 19 Nov 2026", "Su 22 Nov 2026"]
    assert found[0].paragraphs == ("Quiet.",)
    assert found[1].paragraphs == ("A walk", "", "• with Kim", "1. first")


def test_an_entry_that_is_not_marked_or_not_chosen_or_gone_stays_out(
    store: Store, day: int, now: datetime
) -> None:
    private = _written(store, day, "Private.", now, marked=False)
    marked = _written(store, day - 1, "Not chosen.", now)
    gone = _written(store, day - 2, "Gone.", now)
    journal.delete_entry(store, gone)
    chosen = _content(store, now, ReportSection.JOURNAL, entries=(private, gone, 10**6))
    assert chosen.entries == ()
    assert _content(store, now, ReportSection.SLEEP, entries=(marked,)).entries == ()


def test_the_list_of_sessions_is_the_record_and_blank_where_nothing_was_rated(
    store: Store, now: datetime
) -> None:
    demo.fill(store, 12, 1, now)
    done = store.sessions.done(1, 10**6)
    rows = _content(store, now, ReportSection.SESSIONS).session_list
    assert len(rows) == len(done)
    assert sum(int(row.sets) for row in rows) == store.sets.count(1, 10**6)
    for session, row in zip(sorted(done, key=lambda one: (one.day, one.id)), rows, strict=True):
        rated = session.pleasant_before is not None and session.pleasant_after is not None
        assert bool(row.felt) is rated
        assert (row.effort == "") is (session.effort is None)
        assert row.exercises
    assert any(not row.felt for row in rows)


def test_the_plan_is_what_is_still_to_come_in_four_weeks(store: Store, now: datetime, day: int) -> None:
    demo.fill(store, 12, 1, now)
    program = store.programs.current()
    assert program is not None
    ahead = [
        one
        for one in store.programs.planned_of(program.id)
        if day < one.day <= day + 28 and one.state is PlannedState.PLANNED
    ]
    rows = _content(store, now, ReportSection.PLAN).plan
    assert len(rows) == len(ahead) > 0
    assert [row.title for row in rows] == [one.title for one in sorted(ahead, key=lambda one: one.day)]
    assert report_further.plan(store, (now + timedelta(days=4000)).date().toordinal()) == ()


def test_without_a_program_there_is_no_plan(store: Store, now: datetime) -> None:
    assert _content(store, now, ReportSection.PLAN).plan == ()
