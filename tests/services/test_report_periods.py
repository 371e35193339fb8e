"""Periods of a report: since an appointment, weeks, the phase; and what is remembered of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.events import Event, EventKind
from nextrep.domain.report_sections import ReportPreset, ReportSection, sections_of
from nextrep.domain.report_wishes import ReportWishes, wishes_from_text, wishes_to_text
from nextrep.services import demo, events, journal, report_periods, report_wishes, word_list
from nextrep.services.report_periods import PeriodKey
from nextrep.storage.store import Store

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "profile", now=NOW)
    yield opened
    opened.close()


def met(store: Store, day: date, kind: EventKind = EventKind.THERAPY) -> None:
    events.save(store, Event(0, kind, "", day.toordinal(), day.toordinal()), NOW)


def test_the_last_appointment_is_the_latest_therapy_event_before_today(store: Store) -> None:
    assert report_periods.last_appointment(store, TODAY) is None
    met(store, date(2026, 10, 2))
    met(store, date(2026, 11, 3))
    met(store, date(2026, 11, 10), EventKind.TRAVEL)
    met(store, TODAY)  # the one that the report is for
    assert report_periods.last_appointment(store, TODAY) == date(2026, 11, 3)


def test_weeks_are_whole_and_an_appointment_comes_first(store: Store) -> None:
    journal.write(store, TODAY.toordinal(), "x", NOW)
    plain = report_periods.periods(store, TODAY, None)
    assert [one.key for one in plain] == [PeriodKey.FOUR_WEEKS, PeriodKey.TWELVE_WEEKS]
    assert [(one.last - one.first).days + 1 for one in plain] == [28, 84]
    found = report_periods.periods(store, TODAY, date(2026, 11, 3))
    assert (found[0].key, found[0].first, found[0].last) == (
        PeriodKey.APPOINTMENT,
        date(2026, 11, 3),
        TODAY,
    )
    assert report_periods.periods(store, TODAY, date(2026, 12, 1)) == plain


def test_the_phase_begins_with_its_first_session(store: Store) -> None:
    demo.fill(store, 20, 1, NOW)
    program = store.programs.current()
    assert program is not None
    found = {one.key: one for one in report_periods.periods(store, TODAY, None)}
    phase, plan = found[PeriodKey.PHASE], found[PeriodKey.PLAN]
    assert plan.first == date.fromordinal(program.start_day) < phase.first <= phase.last == plan.last
    planned = sorted(store.programs.planned_of(program.id), key=lambda one: one.day)
    first = next(one for one in planned if one.day == phase.first.toordinal())
    before = [one for one in planned if one.day < first.day]
    assert before[-1].phase != first.phase
    assert all(one.phase == first.phase for one in planned if first.day <= one.day <= phase.last.toordinal())


_DAYS = st.integers(1, 3_652_059)
_WISHES = st.builds(
    ReportWishes,
    preset=st.sampled_from(ReportPreset),
    sections=st.frozensets(st.sampled_from(ReportSection)),
    left_out=st.frozensets(st.text(max_size=8)),
    period=st.sampled_from(["", *PeriodKey]),
    days=st.none() | st.tuples(_DAYS, _DAYS),
    appointment=st.none() | _DAYS,
    name=st.none() | st.text(max_size=80),
    paper=st.sampled_from(["", "A4", "LETTER"]),
    grey=st.booleans(),
)


@given(_WISHES)
def test_wishes_are_read_as_they_were_written(wishes: ReportWishes) -> None:
    assert wishes_from_text(wishes_to_text(wishes)) == wishes


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "7", '{"preset": "x", "sections": 3, "days": [0, "a"], "appointment": true, "name": 5}'],
)
def test_a_damaged_text_is_as_if_nothing_was_chosen(text: str) -> None:
    assert wishes_from_text(text) == ReportWishes(sections=sections_of(ReportPreset.GP))


def test_wishes_are_kept_only_when_they_are_new(store: Store) -> None:
    wishes = ReportWishes(preset=ReportPreset.TRAINER, sections=sections_of(ReportPreset.TRAINER))
    assert report_wishes.remember(store, wishes)
    assert not report_wishes.remember(store, wishes)
    assert report_wishes.read(store) == wishes


def test_only_marked_entries_are_on_offer_oldest_first(store: Store) -> None:
    word_list.write(store, "bridge")
    today = TODAY.toordinal()
    made = [
        journal.write(store, today - days, text, NOW).value
        for days, text in ((0, "The bridge"), (5, "A quiet day"), (3, "Private"))
    ]
    for entry in made[:2]:
        journal.mark_for_report(store, entry.id, in_report=True)
    found = report_wishes.entries(store, today - 10, today)
    assert [(one.entry.text, one.with_word) for one in found] == [
        ("A quiet day", False),
        ("The bridge", True),
    ]
    assert report_wishes.entries(store, today - 4, today - 1) == ()
