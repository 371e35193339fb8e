"""Panels on paper draw what the screen's panels draw: bands, every score, what was planned."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nextrep.domain.instruments import InstrumentKey, instrument
from nextrep.domain.journal import Direction
from nextrep.domain.series import Points, Series, Zone
from nextrep.reports import fonts
from nextrep.reports.axis import TimeAxis, value_axis
from nextrep.reports.charts import draw_small
from nextrep.reports.clinician import Paper, build_report
from nextrep.reports.document import new_document
from nextrep.reports.pen import Pen
from nextrep.reports.plot import draw_plot, draw_zones
from nextrep.reports.styles import palette
from tests.reports.contents import filled
from tests.reports.pdf_reading import outlines, page_texts
from tests.reports.structure import structure
from tests.reports.test_scores import ONE

PHQ9 = instrument(InstrumentKey.PHQ9)
SCORES = Series(
    "score:phq9",
    "PHQ-9",
    "",
    ((740000, 17.0), (740028, 8.0), (740056, 2.0)),
    Direction.LOWER_IS_BETTER,
    0,
    27,
    join_days=366,
    family="mood",
    scores=True,
    zones=tuple(Zone(band.low, band.high, band.title) for band in PHQ9.bands),
)


class Drawn(Pen):
    """A pen that remembers what it drew."""

    def __init__(self, *args) -> None:
        super().__init__(*args)
        self.boxes: list[tuple[float, float, float, float]] = []
        self.roles: list[str] = []
        self.paths: list[list[tuple[float, float]]] = []

    def box(self, at, size, role, radius=0.0) -> None:
        self.boxes.append((*at, *size))
        self.roles.append(role)
        super().box(at, size, role, radius)

    def strokes(self, paths, role, thickness) -> None:
        self.paths.extend(list(path) for path in paths)
        super().strokes(paths, role, thickness)


@pytest.fixture
def pen(tmp_path) -> Drawn:
    fonts.load()
    return Drawn(new_document(tmp_path / "x.pdf", Paper.A4, "x"), Paper.A4, palette())


def test_each_published_band_is_a_stretch_of_the_axis_in_a_shade_of_its_own(pen: Drawn) -> None:
    axis, values = TimeAxis(740000, 740056, 60, 260), value_axis(SCORES, 100, 200)
    draw_zones(pen, SCORES, values, axis)
    assert len(pen.boxes) == len(set(pen.roles)) == 5
    tops = [top for _x, top, _w, _h in pen.boxes]
    assert tops == sorted(tops, reverse=True)
    for (_x, top, _w, height), band in zip(pen.boxes, PHQ9.bands, strict=True):
        assert top <= values.y(band.high) <= values.y(band.low) <= top + height + 1e-6


def test_what_was_planned_stands_beside_what_was_done_at_its_own_height(pen: Drawn) -> None:
    week = 739999 - (739999 - 1) % 7
    series = Series(
        "sessions", "Sessions", "", ((week, 2.0), (week + 7, 0.0)), low=0, bars=True, join_days=7,
        planned=((week, 3.0), (week + 7, 1.0)),
    )  # fmt: skip
    axis, values = TimeAxis(week, week + 13, 60, 260), value_axis(series, 100, 200)
    assert values.high >= 3
    draw_plot(pen, (97, 106), series, values, axis)
    assert [top for _x, top, _w, _h in pen.boxes] == [pytest.approx(values.y(2))]
    planned = [path for path in pen.paths if len(path) == 4]
    assert [path[1][1] for path in planned] == [pytest.approx(values.y(3)), pytest.approx(values.y(1))]
    done_right = pen.boxes[0][0] + pen.boxes[0][2]
    assert planned[0][0][0] >= done_right - 1e-6


def test_all_totals_are_drawn_with_their_figures_beside_the_answers() -> None:
    scores = replace(ONE, tables=(replace(ONE.tables[0], course=SCORES),))
    pdf = build_report(replace(filled(), scores=scores))
    figures = [alt for role, alt, _parts in structure(pdf) if role == "Figure"]
    assert any(alt.startswith("PHQ-9: 3 scores.") and "17 (moderately severe)" in alt for alt in figures)
    assert len(outlines(pdf, 2)) > len(outlines(build_report(replace(filled(), scores=ONE)), 2))


@pytest.mark.parametrize("points", [((740000, 3.0),), ((740000, 0.0), (743650, 27.0))])
def test_one_total_and_ten_years_of_them_can_be_drawn(pen: Drawn, points: Points) -> None:
    draw_small(pen, (60, 60), (90, 120), replace(SCORES, points=points))
    assert all(x >= 58 and x + w <= 152 for x, _y, w, _h in pen.boxes)


def test_a_name_that_has_no_room_for_its_detail_still_says_the_unit() -> None:
    content = filled()
    (strength,) = [one for one in content.panels if one.key == "strength"]
    lift = "estimated 1RM (Epley), " + "one-arm dumbbell row from the bench " * 4 + ", kg"
    long = replace(strength, detail=lift, unit="kg")
    panels = tuple(long if one is strength else one for one in content.panels)
    assert "Strength, kg" in page_texts(build_report(replace(content, panels=panels), paper=Paper.LETTER))[0]
