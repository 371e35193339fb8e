"""The SVG picture is valid, says what it shows in words, and draws what the screen draws."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nextrep.ui.charts.colors import zone_colors
from nextrep.ui.charts.drawing import Drawing
from nextrep.ui.charts.stack import ChartStack
from nextrep.ui.charts.svg import svg_of
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.theme.theme import current_theme
from tests.ui.charts.examples import EVENTS, FIRST, LAST, MARKS, mood, steady
from tests.ui.charts.kinds import every_kind, scores

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def stack(qtbot: QtBot, qapp: QApplication) -> ChartStack:
    apply_theme(qapp, "light")
    made = ChartStack()
    qtbot.addWidget(made)
    made.show_series(every_kind(), MARKS, FIRST, LAST, EVENTS)
    return made


def drawing(stack: ChartStack) -> Drawing:
    found = stack.drawing()
    assert found is not None
    return found


def picture(stack: ChartStack, title: str = "Trends, 31 Aug – 22 Nov 2026") -> str:
    return svg_of((drawing(stack),), title, "check-ins on 84 of 84 days", current_theme())


def texts(svg: str) -> list[str]:
    return ["".join(one.itertext()) for one in ET.fromstring(svg).iter(f"{SVG}text")]


def test_title_period_numbers_and_events_are_texts(stack: ChartStack) -> None:
    found = texts(picture(stack))
    assert found[0] == "Trends, 31 Aug – 22 Nov 2026"
    for said in ("n = 84", "n = 3", "PHQ-9", "lower is better", "moderate", "16",
                 "28 Sep · Progressive adaptation", "check-ins on 84 of 84 days"):  # fmt: skip
        assert said in found
    letter = next(one for one in found if "Lisbon" in one)[0]
    assert letter in found, "an event of the list stands at its place on the axis"


def test_it_is_valid_whatever_the_words(stack: ChartStack) -> None:
    odd = "Mood <b>&\"'"
    root = ET.fromstring(picture(stack, odd))
    assert root.find(f"{SVG}title").text == odd  # type: ignore[union-attr]
    described = root.find(f"{SVG}desc").text  # type: ignore[union-attr]
    assert described is not None
    assert "First 16 (severe) on 10 Sep" in described


def test_gaps_stay_gaps(stack: ChartStack) -> None:
    points = steady(5.0, FIRST, FIRST + 20) + steady(5.0, FIRST + 60, LAST)
    stack.show_series((mood(points),), (), FIRST, LAST)
    lines = list(ET.fromstring(picture(stack)).iter(f"{SVG}polyline"))
    assert len(lines) == 2


def test_two_periods_stand_level_side_by_side(stack: ChartStack) -> None:
    later = replace(drawing(stack), heading="31 Aug – 22 Nov 2026")
    earlier = replace(later, heading="8 Jun – 30 Aug 2026")
    found = ET.fromstring(svg_of((earlier, later), "Trends", "note", current_theme()))
    scores = [one for one in found.iter(f"{SVG}text") if one.text == "PHQ-9"]
    assert len({one.get("y") for one in scores}) == 1
    assert len({one.get("x") for one in scores}) == 2
    words = ["".join(one.itertext()) for one in found.iter(f"{SVG}text")]
    assert {"8 Jun – 30 Aug 2026", "31 Aug – 22 Nov 2026"} <= set(words)
    assert found.find(f"{SVG}desc").text.startswith("8 Jun – 30 Aug 2026 ")  # type: ignore[union-attr]


def test_it_draws_only_what_is_in_view(stack: ChartStack) -> None:
    stack.show_series((mood(steady(6.5)),), (), FIRST, LAST)
    stack.zoom(0.25, FIRST - 0.5)
    found = texts(picture(stack))
    assert "n = 21" in found
    assert "shown here: 31 Aug to 20 Sep · check-ins on 84 of 84 days" in found


def test_it_can_be_drawn_by_another_program(stack: ChartStack) -> None:
    svg = pytest.importorskip("PySide6.QtSvg")
    stack.show_series((scores(),), (), FIRST, LAST)
    renderer = svg.QSvgRenderer(QByteArray(picture(stack).encode()))
    assert renderer.isValid()
    image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    theme = current_theme()
    seen = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(image.height())}
    stripes = zone_colors(theme.color("mood"), theme.color("surface"), 4)
    assert {one.name() for one in (*stripes, theme.color("mood"), theme.color("surface"))} <= seen


def test_thirty_years_stay_a_small_file(stack: ChartStack) -> None:
    first = LAST - 10_999
    stack.show_series((mood(steady(6.0, first, LAST)),), (), first, LAST)
    assert len(picture(stack)) < 300_000
