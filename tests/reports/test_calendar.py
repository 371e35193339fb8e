"""The grid of months: each value in its row below its day, and a blank where nothing was logged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nextrep.domain.figures import number
from nextrep.reports.clinician import Paper, build_report
from nextrep.reports.content import ReportContent
from tests.reports.contents import filled
from tests.reports.pdf_reading import page_texts, words_with_boxes
from tests.reports.test_clinician import EVENTFUL

Box = tuple[float, float, float, float]


def _grid(content: ReportContent, paper: Paper) -> dict[tuple[str, date], str]:
    """Read the months off the page: what stands at the crossing of a row and a day."""
    words = [(text.strip(), box) for text, box in words_with_boxes(build_report(content, paper=paper), 2)]
    found: dict[tuple[str, date], str] = {}
    heads = [(text, box) for text, box in words if _month(text)]
    for (title, box), below in zip(heads, [*[b[1] for _t, b in heads[1:]], 0], strict=True):
        year, month = _month(title) or (0, 0)
        row = [(int(t), b) for t, b in words if t.isdigit() and abs(b[1] - box[1]) < 2 and b[0] > box[2]]
        names = [(t, b) for t, b in words if b[0] < box[2] and below < b[1] < box[1] - 4 and t in _ROWS]
        for name, at in names:
            for text, b in words:
                if abs(b[1] - at[1]) < 4 and b[0] > at[2] + 1 and text not in _ROWS:
                    day = min(row, key=lambda one: abs(_middle(one[1]) - _middle(b)))
                    assert abs(_middle(day[1]) - _middle(b)) < 2, f"{text!r} stands below no day"
                    found[name, date(year, month, day[0])] = text
    return found


_ROWS = ("Mood", "Anxiety", "Sleep, h", "Events")
_MONTHS = {"Mar 2026": (2026, 3), "Apr 2026": (2026, 4), "May 2026": (2026, 5)}


def _month(text: str) -> tuple[int, int] | None:
    return _MONTHS.get(text)


def _middle(box: Box) -> float:
    return (box[0] + box[2]) / 2


@pytest.mark.parametrize("paper", Paper)
def test_each_value_stands_below_its_day_and_all_else_is_blank(paper: Paper) -> None:
    content = EVENTFUL
    found = _grid(content, paper)
    for key, name in (("mood", "Mood"), ("anxiety", "Anxiety"), ("sleep", "Sleep, h")):
        (series,) = [one for one in content.panels if one.key == key]
        expected = {date.fromordinal(day): number(value) for day, value in series.points}
        assert {day: text for (row, day), text in found.items() if row == name} == expected
    letters = {day: text for (row, day), text in found.items() if row == "Events"}
    assert {date.fromordinal(mark.place) for mark in content.events if mark.place} == set(letters)


def test_months_that_have_no_room_are_counted_and_the_latest_stand_there() -> None:
    text = page_texts(build_report(filled(3653)))[2]
    assert "May 2026" in text
    assert "earlier months are not shown." in text


def test_a_day_outside_the_period_is_blank_even_with_a_value() -> None:
    content = filled()
    shorter = replace(content, first=date(2026, 4, 10))
    days = {day for _row, day in _grid(shorter, Paper.A4)}
    assert min(days) >= date(2026, 4, 10)
