"""Page 3 on: what was ticked stands there whole, over as many pages as it takes, without empty halves."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from nextrep.domain.report_sections import ReportSection
from nextrep.reports.clinician import Paper, build_report
from nextrep.reports.content import DayFact, OwnMeasure, PlanRow, ReportContent, SessionRow, WrittenEntry
from tests.reports.contents import empty, filled
from tests.reports.pdf_reading import page_texts, words_with_boxes

EXERCISES = (
    "Dumbbell Romanian deadlift, Incline bench press, Chest-supported row, Split squat, Plank, Last one"
)
SESSIONS = tuple(
    SessionRow(f"Mo {n} Sep 2026", f"Session{n}", EXERCISES, "17", "38", "", "") for n in range(1, 61)
)
PLAN = tuple(PlanRow(f"We {n} Dec 2026", f"Planned{n}", EXERCISES) for n in range(1, 13))


def _entry(words: int) -> WrittenEntry:
    return WrittenEntry("Mo 2 Mar 2026", (" ".join(f"word{n}" for n in range(words)), "", "The end."))


@pytest.mark.parametrize("paper", Paper)
def test_an_entry_of_twenty_thousand_words_is_there_word_by_word(paper: Paper) -> None:
    pages = page_texts(build_report(replace(filled(), entries=(_entry(20_000),)), paper=paper))
    read = [int(n) for n in re.findall(r"\bword(\d+)", " ".join(pages))]
    assert read == list(range(20_000))
    assert pages[-1].rstrip().rfind("The end.") > 0
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
    assert sum("From the journal" in text for text in pages) == 1


def test_the_day_of_an_entry_never_stands_alone_at_the_foot_of_a_page() -> None:
    entries = tuple(
        WrittenEntry(f"Day{n}", tuple(f"line{n}" for _line in range(7 + n % 5))) for n in range(40)
    )
    for text in page_texts(build_report(replace(filled(), entries=entries)))[3:]:
        for day in re.findall(r"\bDay(\d+)", text):
            assert text.count(f"line{day} ") + text.count(f"line{day}\n") >= 2


def test_the_journal_has_pages_to_itself_so_that_they_can_be_kept_back() -> None:
    content = replace(filled(), entries=(_entry(5),), session_list=SESSIONS[:2], plan=PLAN[:1])
    pages = page_texts(build_report(content))
    assert "word4" in pages[-1]
    assert not re.search(r"Session\d|Planned\d", pages[-1])
    assert "From the journal" not in "".join(pages[:-1])


@pytest.mark.parametrize("paper", Paper)
def test_every_session_is_listed_once_with_all_its_exercises_and_each_page_has_the_heads(
    paper: Paper,
) -> None:
    pages = page_texts(build_report(replace(filled(), session_list=SESSIONS, plan=PLAN), paper=paper))
    said = " ".join(pages)
    assert re.findall(r"\bSession(\d+)", said) == [str(n) for n in range(1, 61)]
    assert re.findall(r"\bPlanned(\d+)", said) == [str(n) for n in range(1, 13)]
    assert said.count("Last one") == 72
    assert "…" not in "".join(pages[2:])
    for text in pages:
        if re.search(r"\bSession\d", text):
            assert "Sets Min Effort Pleasantness" in text


def test_sections_follow_each_other_on_one_page_while_there_is_room() -> None:
    content = replace(
        filled(),
        session_list=SESSIONS[:3],
        plan=PLAN[:2],
        own_measures=(OwnMeasure("Tea", "0 to 20 cups", "lower is better", "30", "5 (5–5)", "3 (3–3)"),),
        day_facts=(DayFact("sea", "4", ""), DayFact("Ill", "1", "of 2 days with an answer")),
    )
    pages = page_texts(build_report(content))
    assert len(pages) == 3
    for said in (
        "Tea 0 to 20 cups lower is better 30 5 (5–5) 3 (3–3)",
        "Ill 1 of 2 days with an answer",
        "Session3",
        "Planned2",
    ):
        assert said in pages[2]
    numbers = re.findall(
        r"(\d+) (?:Month by month|Own measures|Noted about days|Sessions|Plan for)", pages[2]
    )
    assert numbers == [str(int(numbers[0]) + n) for n in range(5)]


@pytest.mark.parametrize("paper", Paper)
def test_nothing_runs_into_the_foot_of_a_page(paper: Paper) -> None:
    content = replace(
        filled(),
        entries=(_entry(3000),),
        session_list=SESSIONS,
        plan=PLAN,
        day_facts=tuple(DayFact(f"tag {n}", "1", "") for n in range(150)),
    )
    pdf = build_report(content, paper=paper)
    for page in range(2, len(page_texts(pdf))):
        words = words_with_boxes(pdf, page)
        foot = max(top for text, (_l, _b, _r, top) in words if "Report version" in text)
        assert all(bottom > foot or top <= foot + 1 for _text, (_l, bottom, _r, top) in words)


def _without(*sections: ReportSection) -> ReportContent:
    full = filled()
    return replace(full, sections=full.sections - set(sections))


def test_what_was_left_out_has_no_row_and_no_column() -> None:
    first, second, *_ = page_texts(build_report(_without(ReportSection.SLEEP)))
    strip = first[first.index("Last 14 days") :]
    assert "Mood, 0–10" in strip and "Trained" in strip and "Sleep, hours" not in strip
    assert "Week of Days Mood Anxiety Sessions Min Load" in second
    assert "h:min" not in second
    _, second, *_ = page_texts(build_report(_without(ReportSection.DAILY)))
    assert "Week of Sleep Eff. % Sessions Min Load" in second
    first, second, *_ = page_texts(build_report(_without(ReportSection.TRAINING)))
    assert "Week of Days Mood Anxiety Sleep Eff. %" in second
    assert "Trained" not in first[first.index("Last 14 days") :]
    first = page_texts(build_report(replace(empty(), sections=frozenset({ReportSection.JOURNAL}))))[0]
    assert "No entries" not in first and "No ratings" not in first and "No nights" not in first
    assert first.count("Left out of this report.") == 4
    none = (ReportSection.DAILY, ReportSection.SLEEP, ReportSection.TRAINING)
    first, second, *_ = page_texts(build_report(_without(*none)))
    assert "Last 14 days Left out of this report." in first
    assert "Left out of this report." in second[second.index("Week by week") :]


def test_a_short_period_says_how_many_days_it_has() -> None:
    content = filled(5, share=1)
    text = page_texts(build_report(replace(content, last_days=content.last_days[-5:])))[0]
    assert "Last 5 days 20 May to 24 May" in text
