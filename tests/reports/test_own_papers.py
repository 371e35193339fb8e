"""The papers for the person: whole, readable, tagged and within their margins, whatever the data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import combinations

import pikepdf
import pytest

from nextrep.domain.series import Series
from nextrep.domain.year_pixels import year_pixels
from nextrep.reports.own.content import (
    BestRow,
    ExerciseHistory,
    Front,
    HistoryRow,
    RecordRow,
    Tile,
    WordsRow,
    YearGrid,
    YearReview,
)
from nextrep.reports.own.exercise import build_history
from nextrep.reports.own.year import build_year
from nextrep.reports.styles import Paper
from tests.reports.pdf_reading import fonts, outlines, page_texts, words_with_boxes
from tests.reports.structure import flat, marked_and_not, structure

FIRST = date(2026, 1, 5).toordinal()
FRONT = Front(
    "Exercise history", "Goblet squat", "9 sets.", "2026", date(2026, 11, 22), "0.1.0", invented=True
)
MOOD = Series("mood", "Mood", "", tuple((FIRST + day, day % 11) for day in range(0, 300, 2)), low=0, high=10)
SPARSE = YearReview(FRONT, (Tile("Nights", "1"),), (), (), (), ())
HOSTILE = "Sehr-langer-Name " * 9 + "תרגיל 🙂 山田"


def history(sessions: int = 12, title: str = "Full body A") -> ExerciseHistory:
    days = range(FIRST, FIRST + 3 * sessions, 3)
    return ExerciseHistory(
        front=replace(FRONT, title="Goblet squat" if title == "Full body A" else title),
        series=Series("strength", "Strength", "estimated 1RM", tuple((day, 20.0 + day % 7) for day in days)),
        first=FIRST,
        last=FIRST + 3 * sessions,
        how="estimated 1RM (Epley)",
        records=tuple(RecordRow(f"Mo {n} Jan", title, "18 kg × 8") for n in range(sessions // 3)),
        sessions=tuple(
            HistoryRow(f"Mo {n} Jan", f"{title} no{n}", " · ".join(["18 kg × 8"] * (n % 30 + 1)), "24 kg")
            for n in range(sessions)
        ),
    )


def year(words: int = 3, text: str = "A good day") -> YearReview:
    pixels = year_pixels(MOOD, 2026, date(2026, 11, 22).toordinal())
    grid = YearGrid("Mood", pixels, pixels.first, "mood", pixels.summary(), pixels.legend(), "0", "10")
    return YearReview(
        front=replace(FRONT, kind="Year in review", title="2026", about=""),
        tiles=tuple(Tile(f"Tile {n}", "118") for n in range(7)),
        grids=(grid, replace(grid, title="Training", role="primary", low="", high="")),
        bests=tuple(BestRow(f"Mo {n} Jan", "Heaviest set", text) for n in range(8)),
        good=("120 nights that you rated 7 or better.",),
        words=tuple(WordsRow(f"Mo {n} Jan", f"{text} no{n}") for n in range(words)),
    )


def drawn(paper: Paper) -> dict[str, bytes]:
    return {
        "history": build_history(history(), paper=paper),
        "long history": build_history(history(200, HOSTILE), paper=paper),
        "year": build_year(year(), paper=paper),
        "long year": build_year(year(60, HOSTILE), paper=paper),
        "nothing but a number": build_year(SPARSE, paper=paper),
    }


@pytest.mark.parametrize("paper", Paper)
def test_nothing_runs_into_anything_or_off_the_paper(paper: Paper) -> None:
    for name, pdf in drawn(paper).items():
        for page in range(len(page_texts(pdf))):
            words = words_with_boxes(pdf, page)
            for text, (left, bottom, right, top) in words:
                assert 40 < left < right < paper.width - 40, (name, text)
                assert 40 < bottom < top < paper.height - 40, (name, text)
            for (one, a), (other, b) in combinations(words, 2):
                wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
                assert wide < 1 or high < 2, f"{name}, page {page}: {one!r} and {other!r}"


def test_every_session_is_there_once_and_each_page_says_where_it_is() -> None:
    pages = page_texts(build_history(history(200)))
    said = " ".join(pages)
    assert [said.count(f"no{n} ") for n in range(200)] == [1] * 200
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert "INVENTED DATA" in text


def test_parts_that_are_empty_have_no_heading() -> None:
    (text,) = page_texts(build_year(SPARSE))
    for heading in ("Mood", "Training", "Bests", "went well", "star"):
        assert heading not in text
    once = Series("s", "Strength", "", ((FIRST, 20.0),))
    nothing = replace(history(1), series=once, records=(), how="")
    (text,) = page_texts(build_history(nothing))
    for heading in ("Over time", "Bests", "Best estimate"):
        assert heading not in text


def test_a_character_without_a_letterform_is_owned_up_to() -> None:
    for pdf in (build_history(history(3, HOSTILE)), build_year(year(1, HOSTILE))):
        assert "Some characters cannot be shown here" in page_texts(pdf)[0]


def test_a_day_without_a_value_is_an_outline_and_has_no_colour() -> None:
    year_of = year()
    none = replace(year_of.grids[0], pixels=replace(year_of.grids[0].pixels, values={}))
    shown = replace(year_of, grids=(none,), tiles=())
    boxes = [(right - left, top - low) for left, low, right, top in outlines(build_year(shown), 0)]
    cells = [wide for wide, high in boxes if 9 < high < 12 and 13 < wide < 18]
    assert len(cells) == 326, "a cell for every day up to the 22nd of November"


def test_they_are_tagged_embedded_and_the_same_each_time() -> None:
    for pdf, again in zip(drawn(Paper.A4).values(), drawn(Paper.A4).values(), strict=True):
        assert pdf == again
        assert all(embedded and "NotoSans" in name for name, embedded in fonts(pdf))
        assert marked_and_not(pdf)[1] == 0
        assert flat(structure(pdf)).count("H1") >= 1
        with pikepdf.open(BytesIO(pdf)) as document:
            assert set(document.docinfo.keys()) == {"/Title"}


def test_in_shades_of_grey_the_words_stay() -> None:
    assert page_texts(build_year(year(), grey=True)) == page_texts(build_year(year()))
