"""Questionnaires on paper: on page 1 in a few lines, item by item on page 3, whatever there is of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from nextrep.domain.instruments import all_instruments
from nextrep.domain.score_words import direction_text, sizes_text, sources_lines
from nextrep.reports.clinician import Paper, build_report
from nextrep.reports.content import ReportContent
from nextrep.reports.score_content import BLANK, ItemTable, ScoreRow, Scores
from tests.reports.contents import empty, filled
from tests.reports.pdf_reading import page_texts, words_with_boxes
from tests.reports.test_clinician import EVENTFUL


def _row(of, cell=("27 (paper)", "25 Sep 2026")) -> ScoreRow:
    return ScoreRow(
        of.title,
        direction_text(of),
        cell,
        cell,
        cell,
        ("−27 since first", "+10 since previous"),
        (of.bands[-1].brief or of.bands[-1].title, "51–100"),
        sizes_text(of) if of.thresholds else ("none published", ""),
        ("3", "–", "3") if of.title == "PHQ-9" else (),
    )


def _table(of, days: int) -> ItemTable:
    rows = tuple((f"{item.number} {item.label}", *["3"] * days) for item in of.items)
    return ItemTable(
        of.title, ("25 Sep",) * days, rows, ("none",) * days, ("paper",) * days, 40, tuple(sources_lines(of))
    )


ALL = Scores(
    tuple(_row(of) for of in all_instruments()),
    tuple(_table(of, 6) for of in all_instruments()),
    True,
    ("A questionnaire of my own (file): kept as answered 12 times, without a score. " * 3,) * 3,
    ("A title: © Somebody and others, with a very long line of conditions. " * 12,) * 3,
)
ONE = Scores(
    (replace(_row(all_instruments()[0]), first=BLANK, previous=BLANK, change=BLANK),),
    (_table(all_instruments()[0], 1),),
)
SITUATIONS = {
    "nothing else": replace(empty(), scores=ONE),
    "one": replace(filled(), scores=ONE),
    "unscored only": replace(filled(), scores=Scores(unscored=ALL.unscored)),
    "all of them": replace(filled(3653), scores=ALL, name="Kim"),
    "the fullest page": replace(
        EVENTFUL, scores=ALL, name="Kim", invented=True, questions=("W" * 3000, "is it so? " * 300)
    ),
}


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", SITUATIONS)
def test_three_pages_and_nothing_runs_into_anything(name: str, paper: Paper) -> None:
    pdf = build_report(SITUATIONS[name], paper=paper)
    pages = len(page_texts(pdf))
    assert pages == (4 if SITUATIONS[name].scores is ALL else 3)
    for page in range(pages):
        words = words_with_boxes(pdf, page)
        for text, (left, bottom, right, top) in words:
            assert 40 < left < right < paper.width - 40, text
            assert 40 < bottom < top < paper.height - 40, text
        for (one, a), (other, b) in combinations(words, 2):
            wide = min(a[2], b[2]) - max(a[0], b[0])
            high = min(a[3], b[3]) - max(a[1], b[1])
            assert wide < 1 or high < 2, f"page {page + 1}: {one!r} and {other!r}"


def test_page_one_has_three_and_says_where_the_others_are() -> None:
    first, _second, third, *_ = page_texts(build_report(SITUATIONS["all of them"]))
    for fact in (
        "2 Questionnaires",
        "PHQ-9 0 to 27, lower is better",
        "Item 9 thoughts of dying or self-harm",
        "Published band",
        "-27 since first",
        "* Missing answers count as the mean of the others.",
        "Further ones: page 3.",
        "Without a score: page 3.",
        "3 Typical levels",
        "Method: pages 2 and 3.",
        "Page 1 of 4",
    ):
        assert fact in first, fact
    assert "WHO-5 0 to 100, higher is better" in third
    assert "Rights named in the files" in third


def test_every_source_is_named_on_page_three_and_0_reassures_nobody() -> None:
    scores = replace(ALL, unscored=(), rights=())
    third = page_texts(build_report(replace(filled(), scores=scores)))[2]
    for source in ("Kroenke 2001", "Löwe 2004", "NHS Talking Therapies manual", "Spitzer 2006", "Topp 2015"):
        assert source in third
    assert "An answer of 0 rules nothing out." in third


def test_without_the_phq_9_nothing_is_said_of_item_9() -> None:
    who = all_instruments()[-1]
    content: ReportContent = replace(filled(), scores=Scores((_row(who),), (_table(who, 2),)))
    assert "tem 9" not in " ".join(page_texts(build_report(content)))
