"""Every kind of panel: what is drawn, read out, said in short and put into the table."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nextrep.domain.grouping import grouped
from nextrep.domain.series import Bin, Series
from nextrep.ui.charts.colors import BAND_SHARE, DOT_SHARE, mixed, zone_colors
from nextrep.ui.charts.panel import Panel
from nextrep.ui.charts.stack import ChartStack
from nextrep.ui.charts.twin import TwinTable
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.theme.contrast import GRAPHIC, TEXT, ratio
from nextrep.ui.theme.theme import current_theme
from tests.ui.charts.examples import FIRST, LAST, mood, steady
from tests.ui.charts.kinds import both_sides, efficiency, every_kind, minutes, planned, scores, weekly_mood


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Callable[[Series], Panel]:
    apply_theme(qapp, "light")
    stack = ChartStack()
    qtbot.addWidget(stack)
    stack.resize(1000, 260)

    def shown(series: Series) -> Panel:
        stack.show_series((series,), (), FIRST, LAST)
        stack.show()
        qtbot.waitExposed(stack)
        return stack.panels[0]

    return shown


def stack_of(panel: Panel) -> ChartStack:
    parent = panel.parentWidget().parentWidget()
    assert isinstance(parent, ChartStack)
    return parent


def rows_of(image: QImage, x: float, color: QColor) -> list[int]:
    """Rows of a column of pixels that have exactly this colour."""
    return [y for y in range(image.height()) if image.pixelColor(round(x), y).name() == color.name()]


def test_scores_are_squares_over_their_bands(show: Callable[[Series], Panel]) -> None:
    panel = show(scores())
    image, theme = panel.grab().toImage(), current_theme()
    stripes = zone_colors(theme.color("mood"), theme.color("surface"), 4)
    heights = [len(rows_of(image, panel.map_day(FIRST + 25).x(), stripe)) for stripe in stripes]
    assert all(heights), "each published band has its stripe"
    assert heights[3] > heights[0], "as high as the figures it holds"
    square = rows_of(image, panel.map_day(FIRST + 40).x(), theme.color("mood"))
    assert 6 <= len(square) <= 9


def test_a_score_is_read_out_with_its_band(show: Callable[[Series], Panel]) -> None:
    panel = show(scores())
    stack_of(panel).move_to(FIRST + 40)
    assert stack_of(panel).text() == "Sat 10 Oct: PHQ-9 12 (moderate)"
    assert panel.accessibleDescription() == (
        "PHQ-9: 3 scores. First 16 (severe) on 10 Sep, last 4 (minimal) on 9 Nov."
    )


def test_what_was_planned_is_an_outline_beside_what_was_done(show: Callable[[Series], Panel]) -> None:
    panel = show(planned())
    image, theme = panel.grab().toImage(), current_theme()
    fill = mixed(theme.color("primary"), theme.color("surface"), DOT_SHARE)
    middle = panel.map_day(FIRST + 7 + 3).x()
    done = rows_of(image, middle - 5, fill)
    plan = rows_of(image, middle + 5, theme.color("primary"))
    assert len(done) > 20
    assert len(plan) == 1, "only the upper edge: its inside is empty"
    assert plan[0] < min(done), "three were planned, one was done"
    stack_of(panel).move_to(FIRST + 8)
    assert stack_of(panel).text() == "Week of Mon 7 Sep: Sessions 1, 3 planned"
    assert panel.accessibleDescription() == ("Sessions: 12 in 12 weeks, 0 to 2 a week. 36 were planned.")


def test_weekly_means_are_a_line_with_quartiles_and_gaps(show: Callable[[Series], Panel]) -> None:
    panel = show(weekly_mood())
    image, theme = panel.grab().toImage(), current_theme()
    band = mixed(theme.color("mood"), theme.color("surface"), BAND_SHARE)
    inside, gap = panel.map_day(FIRST + 20).x(), panel.map_day(FIRST + 49).x()
    assert len(rows_of(image, inside, band)) > 10
    assert not rows_of(image, gap, band)
    assert not rows_of(image, gap, theme.color("mood"))
    stack_of(panel).move_to(FIRST + 8)
    assert stack_of(panel).text() == "Week of Mon 7 Sep: Mood 5.1, middle half 4 to 6"
    assert panel.accessibleDescription().startswith("Mood: means of 10 weeks. First 4.9 on 31 Aug")


def test_there_is_a_line_at_0_where_values_lie_on_both_sides(show: Callable[[Series], Panel]) -> None:
    panel = show(both_sides())
    far = panel.map_day(LAST - 5).x()
    assert len(rows_of(panel.grab().toImage(), far, current_theme().color("muted"))) == 1
    stack_of(panel).move_to(FIRST + 2)
    assert stack_of(panel).text().endswith("Around a session −2")
    panel = show(mood(steady(5.0)))
    assert not rows_of(panel.grab().toImage(), far, current_theme().color("muted"))


def test_figures_have_their_units(show: Callable[[Series], Panel]) -> None:
    stack = stack_of(show(efficiency()))
    stack.show_series((efficiency(), minutes()), (), FIRST, LAST)
    stack.move_to(FIRST + 1)
    assert stack.text() == "Tue 1 Sep: Sleep efficiency 92.5 % · Falling asleep 0 min"


def test_every_kind_says_what_it_shows(show: Callable[[Series], Panel]) -> None:
    stack = stack_of(show(scores()))
    shares = (2, 3, 6, 3, 3, 3, 3)
    stack.show_series(every_kind(), (), FIRST, LAST, shares=shares)
    assert all(panel.accessibleDescription() for panel in stack.panels)
    heights = [panel.minimumHeight() for panel in stack.panels]
    assert heights[2] == 3 * heights[0] == 2 * heights[1]


def test_the_table_has_what_stands_beside_the_values(qtbot: QtBot) -> None:
    table = TwinTable()
    qtbot.addWidget(table)
    table.show_series((planned(), weekly_mood()))
    table.copy()
    head, *rows = QGuiApplication.clipboard().text().splitlines()
    assert [name.partition(" (")[0] for name in head.split("\t")] == [
        "Date", "Sessions", "Sessions, planned", "Mood", "Mood, lower quartile", "Mood, upper quartile",
    ]  # fmt: skip
    assert rows[-1].split("\t") == ["2026-08-31", "0", "3", "4.857", "4", "6"]
    model = table.model()
    shown = [model.index(model.rowCount() - 1, column).data() for column in range(3)]
    assert shown == ["Week of Mon 31 Aug", "0", "3"]
    spoken = model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Sessions, planned 3"


def test_a_month_is_named_in_the_table(qtbot: QtBot) -> None:
    table = TwinTable()
    qtbot.addWidget(table)
    table.show_series((grouped(mood(steady(5.0)), Bin.MONTH),))
    table.show()
    assert table.model().index(0, 0).data() == "Nov 2026"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marks_and_words_stand_out_from_every_stripe(qapp: QApplication, theme: str) -> None:
    found = apply_theme(qapp, theme)
    surface = found.color("surface")
    for family in ("mood", "anxiety", "sleep", "primary"):
        for stripe in zone_colors(found.color(family), surface, 5):
            assert ratio(found.color(family).name(), stripe.name()) >= GRAPHIC
            assert ratio(found.color("ink").name(), stripe.name()) >= TEXT
        band = mixed(found.color(family), surface, BAND_SHARE)
        assert ratio(found.color(family).name(), band.name()) >= GRAPHIC
    apply_theme(qapp, "light")


def test_page_keys_move_and_0_shows_the_whole_period(show: Callable[[Series], Panel], qtbot: QtBot) -> None:
    stack = stack_of(show(mood(steady(5.0))))
    stack.zoom(0.25)
    before = stack.span
    assert before is not None
    qtbot.keyClick(stack, Qt.Key.Key_PageUp)
    assert stack.span == before.panned(-0.8 * before.days)
    qtbot.keyClick(stack, Qt.Key.Key_PageDown)
    assert stack.span == before
    qtbot.keyClick(stack, Qt.Key.Key_0)
    assert stack.span.is_whole
