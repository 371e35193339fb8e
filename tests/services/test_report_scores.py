"""Questionnaires in the report: totals, changes, published sizes, item 9; nothing left out unasked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from nextrep.domain.assessments import Answer
from nextrep.domain.instruments import HARM_CODE, InstrumentKey, all_instruments
from nextrep.domain.score_words import sizes_text
from nextrep.reports.score_content import BLANK, Scores
from nextrep.services import questionnaire_files as files
from nextrep.services import questionnaires, report, report_scores
from nextrep.services.questionnaires import Subject
from nextrep.storage.store import Store
from tests.exchange.test_fhir_questionnaire import file_of, question

PHQ9, GAD7, WHO5 = InstrumentKey.PHQ9, InstrumentKey.GAD7, InstrumentKey.WHO5


def fill(store: Store, now: datetime, key: InstrumentKey, back: int, answers: str) -> None:
    """Answer in the order of the items, `back` days ago; a point is left empty."""
    made: int | None = None
    day = (now.date() - timedelta(days=back)).toordinal()
    for number, value in enumerate(answers, 1):
        if value != ".":
            given = Answer(int(value), number)
            made = questionnaires.answer(store, Subject(key), made, str(number), given, day, now).value.id


def said(store: Store, now: datetime, left_out: frozenset[str] = frozenset()) -> Scores:
    choice = replace(report.default_choice(store, now.date()), left_out=left_out)
    return report.content(store, choice, now.date()).scores


def test_without_questionnaires_there_is_nothing(store: Store, now: datetime) -> None:
    assert not said(store, now)


def test_once_is_the_latest_and_has_no_change(store: Store, now: datetime) -> None:
    fill(store, now, PHQ9, 3, "111111112")
    (row,) = said(store, now).rows
    assert (row.title, row.direction) == ("PHQ-9", "0 to 27, lower is better")
    assert (row.first, row.previous, row.change) == (BLANK, BLANK, BLANK)
    assert (row.latest[0], row.band, row.item_9) == ("10", ("moderate", "10–14"), ("", "", "2"))


def test_many_times_give_first_previous_latest_and_both_changes(store: Store, now: datetime) -> None:
    for back, answers in ((80, "3333300"), (60, "3333000"), (40, "2222200"), (15, "2222000")):
        fill(store, now, GAD7, back, answers)
    found = said(store, now)
    (row,) = found.rows
    assert [cell[0] for cell in (row.first, row.previous, row.latest)] == ["15", "10", "8"]
    assert row.change == ("−7 since first", "−2 since previous")
    assert row.sizes == ("4 (Toussaint, NHS)", "6 (Bischoff)")
    assert row.item_9 == ()
    (table,) = found.tables
    assert table.totals == ("15", "12", "10", "8")
    assert table.rows[0] == ("1 Nerves", "3", "3", "2", "2")
    assert table.rows[-1] == ("7 Dread", "0", "0", "0", "0")


def test_each_way_in_is_said_and_a_total_has_no_answers(store: Store, now: datetime) -> None:
    fill(store, now, PHQ9, 30, "11111111.")
    questionnaires.record_total(store, PHQ9, (now.date() - timedelta(days=2)).toordinal(), 9, now)
    found = said(store, now)
    (row,) = found.rows
    assert (row.first[0], row.latest[0]) == ("no total", "9 (paper)")
    assert row.change == BLANK
    assert row.item_9 == ("–", "", "–")
    assert found.tables[0].ways == ("form", "paper")
    assert found.tables[0].rows[8] == ("9 Thoughts of dying or self-harm", "", "")


def test_missing_answers_are_marked_and_item_9_is_never_filled_in(store: Store, now: datetime) -> None:
    fill(store, now, GAD7, 5, "222222.")
    fill(store, now, PHQ9, 5, "22222222.")
    found = said(store, now)
    phq, gad = found.rows
    assert (gad.latest[0], found.estimated) == ("14 *", True)
    assert (phq.latest[0], phq.band, phq.item_9) == ("no total", ("PHQ-8: 16", "items 1 to 8"), ("", "", "–"))


def test_item_9_of_an_unfinished_form_is_still_there(store: Store, now: datetime) -> None:
    fill(store, now, PHQ9, 5, "........1")
    (row,) = said(store, now).rows
    assert (row.latest[0], row.item_9[-1]) == ("no total", "1")


def test_times_too_close_have_no_published_size(store: Store, now: datetime) -> None:
    today = now.date().toordinal()
    for back, total in ((9, 20), (1, 10)):
        questionnaires.record_total(store, PHQ9, today - back, total, now)
    (row,) = said(store, now).rows
    assert (row.change[0], row.sizes) == ("−10 since first", ("under 14 days", "none applies"))


def test_what_has_no_published_size_says_so(store: Store, now: datetime) -> None:
    fill(store, now, InstrumentKey.PHQ2, 5, "12")
    assert said(store, now).rows[0].sizes == ("none published", "")


def test_each_can_be_left_out_and_the_period_counts(store: Store, now: datetime) -> None:
    fill(store, now, PHQ9, 5, "111111111")
    fill(store, now, WHO5, 20, "22222")
    fill(store, now, WHO5, 200, "11111")
    choice = report.default_choice(store, now.date())
    first, last = choice.first.toordinal(), choice.last.toordinal()
    offered = report_scores.offered(store, first, last)
    assert [(one.title, one.times, one.has_item_9) for one in offered] == [
        ("PHQ-9", 1, True), ("WHO-5", 1, False)
    ]  # fmt: skip
    without = said(store, now, frozenset({offered[0].key}))
    assert [row.title for row in without.rows] == ["WHO-5"]
    assert not without.with_item_9
    assert not said(store, now, frozenset(one.key for one in offered))


def test_a_file_has_its_copyright_line_and_no_word_of_its_own_in_the_report(
    store: Store, now: datetime, tmp_path: Path
) -> None:
    path = tmp_path / "own.json"
    path.write_text(
        file_of(question("a"), question("h", HARM_CODE), copyright="© Somebody"), encoding="utf-8"
    )
    number = files.add(store, path, now).value
    subject, today = Subject(form_id=number), now.date().toordinal()
    one = questionnaires.answer(store, subject, None, "a", Answer(1, None, "Answer 1"), today, now).value
    questionnaires.answer(store, subject, one.id, "h", Answer(2, 9, "Answer 2"), today, now)
    found = said(store, now)
    assert (found.rows, found.rights) == ((), ("Mine: © Somebody",))
    assert found.harm_unscored
    (line,) = found.unscored
    assert line.startswith("Mine (file): kept as answered 1 time, without a score (")
    assert line.endswith("Its item on thoughts of dying or self-harm: 2.")
    assert "Question" not in repr(found)
    assert "Answer 1" not in repr(found)


@pytest.mark.parametrize("of", all_instruments(), ids=lambda of: of.title)
def test_every_size_of_change_is_named_with_whom_it_comes_from(of) -> None:
    shown = " ".join(sizes_text(of))
    for size in of.thresholds:
        assert f"{size.points} (" in shown
        assert size.brief in shown


def test_a_profile_of_questionnaires_alone_is_reported_where_they_are(store: Store, now: datetime) -> None:
    fill(store, now, WHO5, 300, "22222")
    assert [row.latest[0] for row in said(store, now).rows] == ["40"]
