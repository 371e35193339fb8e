"""The charts as one reads them: keys, pointer, what is drawn, what is said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nextrep.domain.grouping import grouped
from nextrep.domain.series import Bin
from nextrep.ui.charts.colors import DOT_SHARE, mixed, series_color
from nextrep.ui.charts.lines import ROUND_DOTS
from nextrep.ui.charts.panel import Panel
from nextrep.ui.charts.stack import ChartStack
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.theme.contrast import GRAPHIC, ratio
from nextrep.ui.theme.theme import current_theme
from tests.ui.charts.examples import EVENTS, FIRST, LAST, MARKS, mood, sessions, sleep, steady, three_panels


@pytest.fixture
def light(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "light")
    yield
    apply_theme(qapp, "light")


@pytest.fixture
def stack(qtbot: QtBot, light: None) -> ChartStack:
    made = ChartStack()
    qtbot.addWidget(made)
    made.resize(1000, 400)
    made.show_series(three_panels(), MARKS, FIRST, LAST)
    made.show()
    qtbot.waitExposed(made)
    return made


def drawn(panel: Panel) -> QImage:
    return panel.grab().toImage()


def has_color(image: QImage, color: QColor, left: float, right: float) -> bool:
    """Whether any pixel between two columns is nearly of this colour."""
    for x in range(round(left), round(right)):
        for y in range(image.height()):
            found = image.pixelColor(x, y)
            near = max(abs(a - b) for a, b in zip(found.getRgb()[:3], color.getRgb()[:3], strict=True))
            if near < 24:
                return True
    return False


def test_arrow_keys_read_out_one_day_of_all_panels(stack: ChartStack, qtbot: QtBot) -> None:
    said: list[str] = []
    stack.readOut.connect(said.append)
    stack.move_to(FIRST + 51)
    qtbot.keyClick(stack, Qt.Key.Key_Right)
    assert stack.day == FIRST + 52
    assert said[-1] == "Thu 22 Oct: Sessions 3 that week · Mood 6.5 · Sleep 7 h 10 min"
    assert stack.accessibleDescription() == said[-1]
    qtbot.keyClick(stack, Qt.Key.Key_Left)
    assert said[-1] == "Wed 21 Oct: Sessions 3 that week · Mood 6.5"


def test_home_end_shift_and_escape(stack: ChartStack, qtbot: QtBot) -> None:
    qtbot.keyClick(stack, Qt.Key.Key_Home)
    assert stack.day == FIRST
    qtbot.keyClick(stack, Qt.Key.Key_Left)
    assert stack.day == FIRST
    qtbot.keyClick(stack, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert stack.day == FIRST + 7
    qtbot.keyClick(stack, Qt.Key.Key_End)
    assert stack.day == LAST
    qtbot.keyClick(stack, Qt.Key.Key_Escape)
    assert stack.day is None
    assert stack.text() == ""


def test_a_phase_is_named_on_its_day(stack: ChartStack) -> None:
    stack.move_to(FIRST + 28)
    assert stack.text().endswith("Progressive adaptation begins")


def test_a_day_without_anything_says_so(stack: ChartStack) -> None:
    stack.show_series((mood(((FIRST, 5.0),)),), (), FIRST, LAST)
    stack.move_to(FIRST + 3)
    assert stack.text() == "Thu 3 Sep: nothing logged"


def test_all_panels_zoom_and_pan_together(stack: ChartStack, qtbot: QtBot) -> None:
    stack.move_to(FIRST + 40)
    for _ in range(3):
        qtbot.keyClick(stack, Qt.Key.Key_Plus)
    assert stack.span is not None
    assert stack.span.days == pytest.approx(84 * 0.7**3)
    ranges = {tuple(panel._box.viewRange()[0]) for panel in stack.panels}
    assert ranges == {(stack.span.low, stack.span.high)}
    for _ in range(40):
        qtbot.keyClick(stack, Qt.Key.Key_Right)
    assert stack.span.low <= FIRST + 80 <= stack.span.high
    for _ in range(9):
        qtbot.keyClick(stack, Qt.Key.Key_Minus)
    assert stack.span.is_whole


def send_wheel(panel: Panel, modifiers: Qt.KeyboardModifier) -> bool:
    at = panel.map_day(FIRST + 20)
    wheel = QWheelEvent(
        at,
        panel.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    wheel.ignore()
    QApplication.sendEvent(panel.viewport(), wheel)
    return wheel.isAccepted()


def test_the_wheel_zooms_only_with_ctrl_so_that_the_page_can_scroll(stack: ChartStack) -> None:
    assert stack.span is not None
    assert not send_wheel(stack.panels[1], Qt.KeyboardModifier.NoModifier)
    assert stack.span.is_whole
    assert send_wheel(stack.panels[1], Qt.KeyboardModifier.ControlModifier)
    assert stack.span.days == pytest.approx(84 * 0.8)


def move_mouse(panel: Panel, day: float, buttons: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    at = panel.map_day(day)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        panel.mapToGlobal(at),
        Qt.MouseButton.NoButton,
        buttons,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(panel.viewport(), event)


def test_pointing_reads_out_and_leaving_goes_back_to_the_cursor(stack: ChartStack) -> None:
    stack.move_to(FIRST)
    panel = stack.panels[2]
    move_mouse(panel, FIRST + 52)
    assert stack.day == FIRST + 52
    QApplication.sendEvent(panel, QEvent(QEvent.Type.Leave))
    assert stack.day == FIRST


def test_dragging_pulls_the_time_axis(stack: ChartStack, qtbot: QtBot) -> None:
    stack.move_to(FIRST + 40)
    stack.zoom(0.5)
    panel = stack.panels[0]
    before = stack.span
    assert before is not None
    qtbot.mousePress(panel.viewport(), Qt.MouseButton.LeftButton, pos=panel.map_day(FIRST + 40).toPoint())
    move_mouse(panel, FIRST + 45, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(panel.viewport(), Qt.MouseButton.LeftButton)
    assert stack.span is not None
    assert stack.span.low == pytest.approx(before.low - 5, abs=0.1)
    assert stack.span.days == before.days


def test_where_nothing_was_logged_no_line_is_drawn(stack: ChartStack) -> None:
    points = steady(5.0, FIRST, FIRST + 20) + steady(5.0, FIRST + 60, LAST)
    stack.show_series((mood(points),), (), FIRST, LAST)
    panel = stack.panels[0]
    image, color = drawn(panel), current_theme().color("mood")
    left, right = panel.map_day(FIRST + 22).x(), panel.map_day(FIRST + 58).x()
    assert has_color(image, color, panel.map_day(FIRST + 5).x(), panel.map_day(FIRST + 10).x())
    assert not has_color(image, color, left, right)


def test_each_logged_day_is_a_dot_and_each_week_a_bar(stack: ChartStack) -> None:
    lonely = ((FIRST + 10, 8.0), (FIRST + 50, 2.0))
    weeks = ((FIRST, 2.0), (FIRST + 7, 0.0), (FIRST + 14, 1.0))
    stack.show_series((mood(lonely), sessions(weeks)), (), FIRST, LAST)
    surface = current_theme().color("surface")
    dots, bars = stack.panels
    dot = mixed(current_theme().color("mood"), surface, DOT_SHARE)
    bar = mixed(current_theme().color("primary"), surface, DOT_SHARE)
    for day, expected in ((FIRST + 10, True), (FIRST + 30, False), (FIRST + 50, True)):
        x = dots.map_day(day).x()
        assert has_color(drawn(dots), dot, x - 1, x + 2) is expected
    for day, expected in ((FIRST + 3, True), (FIRST + 10, False), (FIRST + 17, True)):
        x = bars.map_day(day).x()
        assert has_color(drawn(bars), bar, x - 1, x + 2) is expected


def test_ten_years_are_drawn_with_every_day_in_them(stack: ChartStack) -> None:
    first = LAST - 3649
    stack.show_series((mood(steady(6.0, first, LAST)),), (), first, LAST)
    panel = stack.panels[0]
    assert len(panel.values) > ROUND_DOTS
    color = current_theme().color("mood")
    for day in (first + 10, first + 1800, LAST - 10):
        assert has_color(drawn(panel), color, panel.map_day(day).x() - 2, panel.map_day(day).x() + 2)


def test_an_empty_panel_says_so(stack: ChartStack) -> None:
    stack.show_series((mood(()), sleep(())), MARKS, FIRST, LAST)
    assert [p.accessibleDescription() for p in stack.panels] == [
        "Mood: nothing logged in this period.",
        "Sleep: nothing logged in this period.",
    ]
    ink = current_theme().color("muted")
    middle = stack.panels[0].map_day(FIRST + 41).x()
    assert has_color(drawn(stack.panels[0]), ink, middle - 60, middle + 60)


def test_each_chart_has_a_name_and_a_summary(stack: ChartStack) -> None:
    stack.show_series(
        (mood(steady(4.0, FIRST, FIRST + 39) + steady(7.0, FIRST + 50, LAST)),), (), FIRST, LAST
    )
    panel = stack.panels[0]
    assert panel.accessibleName() == "Mood"
    assert panel.accessibleDescription() == (
        "Mood: 74 of 84 days. Median of the first 14 of them 4, of the last 14 7. Longest gap 10 days."
    )
    bars = sessions(((FIRST, 2.0), (FIRST + 7, 0.0), (FIRST + 14, 3.0)))
    stack.show_series((bars,), (), FIRST, LAST)
    assert stack.panels[0].accessibleDescription() == "Sessions: 5 in 3 weeks, 0 to 3 a week."
    few = sleep(((FIRST, 7.5), (FIRST + 4, 6.0)))
    stack.show_series((few,), (), FIRST, LAST)
    assert "First 7 h 30 min on 31 Aug, last 6 h on 4 Sep." in stack.panels[0].accessibleDescription()


def test_another_theme_recolours_the_panels(stack: ChartStack, qapp: QApplication) -> None:
    before = drawn(stack.panels[1]).pixelColor(400, 2)
    apply_theme(qapp, "dark")
    after = drawn(stack.panels[1]).pixelColor(400, 2)
    assert before == QColor("#FFFFFF")
    assert after == current_theme().color("surface")
    assert after.lightness() < 60


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_dots_and_bars_stand_out_from_the_card(qapp: QApplication, light: None, theme: str) -> None:
    found = apply_theme(qapp, theme)
    surface = found.color("surface")
    for one in (*three_panels(), mood(())):
        mark = mixed(found.color(series_color(one)), surface, DOT_SHARE)
        assert ratio(mark.name(), surface.name()) >= GRAPHIC, one.key


def test_the_ruler_names_the_period_and_its_phases(stack: ChartStack) -> None:
    assert stack.rows._ruler.accessibleName() == "Time axis from 31 Aug 2026 to 22 Nov 2026"
    assert stack.rows._ruler.accessibleDescription() == "28 Sep · Progressive adaptation"


def test_fewer_series_leave_no_panel_behind(stack: ChartStack) -> None:
    stack.show_series(three_panels()[:1], (), FIRST, LAST)
    assert len(stack.panels) == 1
    stack.show_series(three_panels(), (), FIRST, LAST)
    assert [panel.accessibleName() for panel in stack.panels] == ["Sessions", "Mood", "Sleep"]
    assert QPointF(stack.panels[0].map_day(FIRST)).x() >= 0


def test_events_are_named_on_their_days_and_in_a_list_below(stack: ChartStack, qapp: QApplication) -> None:
    assert stack.rows.legend.isHidden()
    stack.show_series(three_panels(), MARKS, FIRST, LAST, EVENTS)
    assert stack.rows.legend.text() == (
        "A · since 10 Sep · Medication started: sertraline, 50 mg\nB · 10 Oct to 16 Oct · Travel: Lisbon"
    )
    stack.move_to(FIRST + 10)
    assert "Medication started: sertraline, 50 mg" in stack.text()
    stack.move_to(FIRST + 46)
    assert "Travel: Lisbon ends" in stack.text()
    stack.move_to(FIRST + 44)
    assert "Lisbon" not in stack.text()
    assert "B · 10 Oct to 16 Oct · Travel: Lisbon" in stack.rows._ruler.accessibleDescription()
    stack.show_series(three_panels(), MARKS, FIRST, LAST)
    assert stack.rows.legend.isHidden()


def test_a_trip_is_a_band_behind_every_panel(stack: ChartStack) -> None:
    band = current_theme().color("sunken")
    stack.show_series((mood(()), sleep(())), (), FIRST, LAST, EVENTS)
    for panel in stack.panels:
        middle, left = panel.map_day(FIRST + 44), panel.map_day(FIRST + 20)
        image = drawn(panel)
        assert image.pixelColor(round(middle.x()), round(panel.height() * 0.3)) == band
        assert image.pixelColor(round(left.x()), round(panel.height() * 0.3)) != band


def test_arrows_go_from_week_to_week_where_all_values_are_of_weeks(stack: ChartStack, qtbot: QtBot) -> None:
    weekly = [grouped(one, Bin.WEEK) for one in three_panels()]
    stack.show_series(weekly, MARKS, FIRST, LAST)
    stack.move_to(LAST)
    assert stack.text().startswith("Week of Mon 16 Nov: Sessions")
    qtbot.keyClick(stack, Qt.Key.Key_Left)
    assert stack.text().startswith("Week of Mon 9 Nov: Sessions")
    qtbot.keyClick(stack, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert stack.text().startswith("Week of Mon 12 Oct")
    stack.move_to(FIRST + 30)
    assert "Progressive adaptation begins" in stack.text(), "its day lies in this week"


def test_names_go_above_the_plots_where_there_is_no_room_beside_them(stack: ChartStack, qtbot: QtBot) -> None:
    title, panel = stack.rows._titles[0], stack.panels[0]
    assert title.y() == panel.y()
    stack.resize(420, 900)
    qtbot.waitUntil(lambda: title.geometry().bottom() < panel.y())
    assert panel.width() > 380
    assert title.height() >= title.sizeHint().height()
    stack.resize(1000, 400)
    qtbot.waitUntil(lambda: title.y() == panel.y())


def test_nothing_logged_has_no_scale_of_its_own(stack: ChartStack) -> None:
    stack.show_series((sleep(()), mood(())), (), FIRST, LAST)
    drawing = stack.drawing()
    assert drawing is not None
    assert set(drawing.panels[0].labels) == {""}
    assert drawing.panels[1].labels == ("0", "5", "10"), "a rating keeps its whole scale"
