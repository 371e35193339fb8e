"""What the report says comes from the record, and only what was chosen."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.journal import Rating
from nextrep.domain.report_sections import ReportSection
from nextrep.reports.blocks.method import methods
from nextrep.services import demo, journal, preferences, report
from nextrep.settings.table import E1RM_FORMULA
from nextrep.storage.store import Store


def test_figures_agree_with_the_record(store: Store, now: datetime) -> None:
    demo.fill(store, 12, 1, now)
    choice = report.default_choice(store, now.date())
    assert (choice.last - choice.first).days == 83
    content = report.content(store, choice, now.date())
    assert content.training.sessions == store.sessions.count_done()
    assert content.checkins.logged == len(store.checkins.days(1, 10**6))
    assert content.nights.logged == len(store.nights.between(1, 10**6))
    assert sum(week.sessions for week in content.weeks) == content.training.sessions
    by_week = [week.load for week in content.weeks if week.load is not None]
    rated = [one for one in store.sessions.done(1, 10**6) if one.effort is not None and one.duration_s]
    assert sum(by_week) == pytest.approx(
        sum(one.effort * one.duration_s / 60 for one in rated), abs=len(by_week)
    )
    assert len(content.last_days) == 14
    assert content.invented


def test_the_formula_in_use_is_named(store: Store, now: datetime) -> None:
    preferences.change(store, E1RM_FORMULA, "wathan")
    content = report.content(store, report.default_choice(store, now.date()), now.date())
    assert "Wathan 1994" in dict(methods(content))["Estimated 1RM"]


def test_few_days_give_no_typical_level(store: Store, now: datetime) -> None:
    for back in range(5):
        journal.check_in(store, now.date().toordinal() - back, {Rating.MOOD: 50}, now)
    content = report.content(store, report.default_choice(store, now.date()), now.date())
    (mood,) = content.typical
    assert mood.first is None
    assert mood.last is None


def test_an_old_record_is_reported_where_it_is(store: Store, now: datetime) -> None:
    journal.check_in(store, date(2019, 5, 1).toordinal(), {Rating.MOOD: 50}, now)
    choice = report.default_choice(store, now.date())
    assert choice.last == date(2019, 5, 1)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"first": date(2026, 12, 1), "last": date(2026, 1, 1)}, "before it begins"),
        ({"first": date(1990, 1, 1)}, "20 years"),
        ({"questions": ("x" * 301,)}, "300 characters"),
        ({"questions": ("a", "b", "c", "d")}, "3 questions"),
    ],
)
def test_a_choice_that_makes_no_report_is_refused(
    store: Store, now: datetime, change: dict[str, object], words: str
) -> None:
    choice = replace(report.default_choice(store, now.date()), **change)
    with pytest.raises(UserError, match=words):
        report.content(store, choice, now.date())


def test_the_pdf_is_saved_whole_or_not_at_all(store: Store, now: datetime, tmp_path: Path) -> None:
    choice = report.default_choice(store, now.date())
    pdf = report.render(report.content(store, choice, now.date()))
    target = tmp_path / report.file_name(choice)
    report.save(pdf, target)
    assert target.read_bytes() == pdf
    assert pdf.startswith(b"%PDF-")
    with pytest.raises(KnownError, match="could not be written"):
        report.save(pdf, tmp_path / "missing" / "x.pdf")
    assert [path.name for path in tmp_path.glob("*.pdf")] == [target.name]


def test_journal_text_never_gets_into_the_report(store: Store, now: datetime) -> None:
    day = now.date().toordinal()
    entry = journal.write(store, day, "A very private sentence.", now - timedelta(hours=1)).value
    journal.mark_for_report(store, entry.id, in_report=True)
    assert "private" not in repr(report.content(store, report.default_choice(store, now.date()), now.date()))


def test_sections_that_are_not_ticked_are_not_read(store: Store, now: datetime) -> None:
    demo.fill(store, 12, 1, now)
    choice = replace(report.default_choice(store, now.date()), sections=frozenset({ReportSection.SLEEP}))
    said = report.content(store, choice, now.date())
    assert {row.unit for row in said.typical} <= {"h", "%"}
    assert {panel.family for panel in said.panels} <= {"sleep"}
    assert not said.scores and not said.events and not said.strength and not said.training_days
    assert said.training.planned is None and not said.training.around.n
    assert all(day.mood is None and day.anxiety is None and not day.trained for day in said.last_days)
