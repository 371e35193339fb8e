"""Trends on a real profile: period, exercise, table, cards, and what it says when there is nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nextrep.domain.changes import Changes
from nextrep.domain.errors import KnownError
from nextrep.domain.journal import Rating
from nextrep.domain.series import Bin
from nextrep.services import demo, journal, trend_view, trends
from nextrep.storage.store import Store
from nextrep.ui.trends.cards import picture_words
from nextrep.ui.trends.comparing import Comparison
from nextrep.ui.trends.panels_dialog import PanelsDialog
from nextrep.ui.trends.screen import TrendsScreen
from tests.ui.names import nameless
from tests.ui.trends.scene import NOW, TODAY, Opener


@pytest.fixture
def filled(store: Store) -> Store:
    demo.fill(store, 30, 1, NOW)
    return store


def shown_texts(screen: TrendsScreen) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def test_it_draws_the_last_twelve_weeks_as_the_service_gives_them(filled: Store, opened: Opener) -> None:
    screen = opened(filled)
    view = trend_view.overview(filled, TODAY - 83, TODAY)
    assert screen.charts is not None
    assert [panel.series for panel in screen.charts.panels] == list(view.series)
    assert (screen.charts.span.first, screen.charts.span.last) == (TODAY - 83, TODAY)
    texts = shown_texts(screen)
    assert "31 Aug – 22 Nov 2026 (12 weeks)" in texts
    logged = view.logged
    assert f"{logged.logged} of {logged.days} days ({logged.percent} %)" in texts
    assert f"Longest gap {logged.longest_gap} days." in texts
    assert f"{view.kept} of {view.planned} planned sessions done" in texts
    assert "higher is better" in texts
    assert "lower is better" in texts


def test_it_speaks_of_change_and_never_of_causes(filled: Store, opened: Opener) -> None:
    texts = shown_texts(opened(filled))
    assert "They can show that things changed, not why they did." in texts
    assert not re.search(
        r"\b(because|caused?|due to|thanks to|improves?|leads? to|helps)\b", texts, re.IGNORECASE
    )


def test_chips_and_arrows_choose_the_period(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = opened(filled)
    assert screen.charts is not None
    four_weeks, _twelve, _year, everything = screen.header.chips()
    qtbot.mouseClick(four_weeks, Qt.MouseButton.LeftButton)
    assert (screen.charts.span.first, screen.charts.span.last) == (TODAY - 27, TODAY)
    assert not screen.header.later.isEnabled()
    qtbot.mouseClick(screen.header.earlier, Qt.MouseButton.LeftButton)
    assert (screen.charts.span.first, screen.charts.span.last) == (TODAY - 55, TODAY - 28)
    qtbot.keyClick(screen.header.later, Qt.Key.Key_Space)
    assert screen.charts.span.last == TODAY
    everything.setFocus()
    qtbot.keyClick(everything, Qt.Key.Key_Space)
    assert (screen.charts.span.first, screen.charts.span.last) == trends.span(filled, TODAY)
    assert not screen.header.earlier.isEnabled()


def test_long_periods_are_grouped_until_the_person_says_how(
    store: Store, opened: Opener, qtbot: QtBot
) -> None:
    journal.check_in(store, TODAY - 6 * 366, {Rating.MOOD: 60}, NOW)
    journal.check_in(store, TODAY, {Rating.MOOD: 60}, NOW)
    screen = opened(store)
    four_weeks, _twelve, _year, everything = screen.header.chips()
    assert screen.header.bins.currentText() == "By day"
    qtbot.mouseClick(everything, Qt.MouseButton.LeftButton)
    assert screen.header.bins.currentText() == "By month"
    qtbot.mouseClick(four_weeks, Qt.MouseButton.LeftButton)
    assert screen.header.bins.currentText() == "By day"
    screen.header.bins.setCurrentIndex(screen.header.bins.findData(Bin.WEEK))
    screen.header.bins.activated.emit(screen.header.bins.currentIndex())
    qtbot.mouseClick(everything, Qt.MouseButton.LeftButton)
    assert screen.header.bins.currentText() == "By week"


def test_one_cannot_go_earlier_than_the_first_record(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = opened(filled)
    first, _last = trends.span(filled, TODAY)
    for _ in range(9):
        qtbot.mouseClick(screen.header.earlier, Qt.MouseButton.LeftButton)
    assert screen.charts is not None
    assert screen.charts.span.first <= first <= screen.charts.span.last


def test_another_exercise_is_found_by_a_part_of_its_name(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = opened(filled)
    box = screen.header.exercise
    other = box.itemText(box.count() - 1)
    part = other.split()[-1][1:]
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), part)
    completions = box.completer().completionModel()
    names = [completions.index(i, 0).data() for i in range(completions.rowCount())]
    box.completer().popup().hide()
    assert other in names
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.count() - 1)
    assert screen.charts is not None
    assert other in screen.charts.panels[0].series.detail
    assert box.currentText() == other


def test_what_is_no_exercise_goes_back_to_the_one_that_is_shown(
    filled: Store, opened: Opener, qtbot: QtBot
) -> None:
    screen = opened(filled)
    box = screen.header.exercise
    before = box.currentText()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), "zzz")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert box.currentText() == before


def test_keys_read_out_a_day_below_the_charts(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = opened(filled)
    assert screen.charts is not None
    screen.charts.move_to(TODAY - 30)
    qtbot.keyClick(screen.charts, Qt.Key.Key_Left)
    mood = dict(screen.charts.panels[2].series.points)
    expected = f"Mood {mood[TODAY - 31]:g}" if TODAY - 31 in mood else "Thu 22 Oct"
    assert screen.chart_card.read_out.text().startswith("Thu 22 Oct: ")
    assert expected in screen.chart_card.read_out.text()


def test_the_table_twin_is_one_button_away_and_can_be_copied(
    filled: Store, opened: Opener, qtbot: QtBot
) -> None:
    screen = opened(filled)
    qtbot.mouseClick(screen.chart_card.as_table, Qt.MouseButton.LeftButton)
    assert screen.chart_card.table.isVisible()
    assert screen.chart_card.as_table.text() == "Show as charts"
    screen.chart_card.table.clearSelection()
    qtbot.mouseClick(screen.chart_card.copy_table, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == screen.chart_card.table.model().rowCount() + 1 > 60
    assert copied[0].startswith("Date\tStrength")
    qtbot.mouseClick(screen.chart_card.as_table, Qt.MouseButton.LeftButton)
    assert screen.charts is not None
    assert screen.charts.isVisible()
    assert not screen.chart_card.copy_table.isVisible()


def test_a_new_check_in_appears_at_once(filled: Store, opened: Opener) -> None:
    screen = opened(filled)
    assert screen.charts is not None
    assert screen.charts.panels[2].series.points[-1] != (TODAY, 9.5)
    journal.check_in(filled, TODAY, {Rating.MOOD: 95}, NOW)
    screen.context.bus.changed.emit(Changes(checkins=True), None)
    assert screen.charts.panels[2].series.points[-1] == (TODAY, 9.5)


def test_an_empty_profile_says_what_will_be_here(store: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = opened(store)
    assert "Nothing to draw yet" in shown_texts(screen)
    assert not any(chip.isVisible() for chip in screen.header.chips())
    went: list[tuple[str, object]] = []
    screen.navigate.connect(lambda key, argument: went.append((key, argument)))
    assert screen._empty.button is not None
    qtbot.mouseClick(screen._empty.button, Qt.MouseButton.LeftButton)
    assert went == [("today", None)]


def test_the_first_day_turns_the_empty_page_into_charts(store: Store, opened: Opener) -> None:
    screen = opened(store)
    journal.check_in(store, TODAY, {Rating.MOOD: 60}, NOW)
    screen.context.bus.changed.emit(Changes(checkins=True), None)
    assert screen.charts is not None
    assert screen.charts.isVisible()
    assert "1 of 84 days (1 %)" in shown_texts(screen)
    assert "read the lines with care" in shown_texts(screen)


def test_it_reads_beside_the_window(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = opened(filled, real_jobs=True)
    assert screen.charts is None
    qtbot.mouseClick(screen.header.choose, Qt.MouseButton.LeftButton)
    dialog = screen.findChild(PanelsDialog)
    assert dialog is not None, "what can be clicked answers, whether or not anything is drawn yet"
    dialog.reject()
    qtbot.waitUntil(lambda: screen.charts is not None)
    assert len(screen.charts.panels) == 5
    qtbot.waitUntil(lambda: screen.context.jobs.active == 0)
    assert screen.context.jobs.shutdown()


def test_a_profile_that_cannot_be_read_is_said_in_place(
    filled: Store, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = opened(filled)
    shown = screen.charts

    def damaged(*_args: object) -> None:
        raise KnownError("The profile is damaged.", safe="A backup is there.", next_step="Restore it.")

    monkeypatch.setattr(trend_view, "read", damaged)
    screen.refresh()
    assert "The profile is damaged. A backup is there. Restore it." in shown_texts(screen)
    assert screen.charts is shown
    monkeypatch.undo()
    screen.refresh()
    assert "damaged" not in shown_texts(screen)


def test_every_control_has_a_name(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = opened(filled)
    assert nameless(screen) == []
    qtbot.mouseClick(screen.chart_card.as_table, Qt.MouseButton.LeftButton)
    assert nameless(screen) == []


def test_tab_reaches_period_exercise_charts_and_table(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = opened(filled)
    qtbot.waitExposed(screen)
    screen.activateWindow()
    order = []
    screen.header.chips()[1].setFocus()
    for _ in range(16):
        focus = screen.focusWidget()
        order.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert screen.charts in order
    assert screen.chart_card.as_table in order
    assert order.index(screen.charts) < order.index(screen.chart_card.as_table)


def test_a_saved_picture_shows_the_charts_and_can_stand_alone(
    filled: Store, opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = opened(filled)
    qtbot.mouseClick(screen.chart_card.save_picture, Qt.MouseButton.LeftButton)
    dialog = screen.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == "trends-2026-08-31-to-2026-11-22.png"
    target = tmp_path / "chart.png"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    assert screen.chart_card.read_out.text() == f"Saved: {target}"
    picture = QImage(str(target))
    assert screen.charts is not None
    assert picture.width() > 2 * screen.charts.width()
    colors = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(0, min(900, picture.height()), 3)
    }
    theme = screen.context.theme
    assert {theme.tokens.ink.lower(), theme.tokens.surface.lower()} <= colors
    assert {theme.tokens.mood.lower(), theme.tokens.sleep.lower()} & colors


def test_a_picture_says_what_it_rests_on(filled: Store) -> None:
    view = trend_view.overview(filled, TODAY - 83, TODAY)
    title, note = picture_words(view)
    assert title == "Trends, 31 Aug – 22 Nov 2026 (12 weeks)"
    assert note.startswith(f"INVENTED DATA · check-ins on {view.logged.logged} of 84 days")
    assert "INVENTED" not in picture_words(replace(view, invented=False))[1]


def test_a_picture_that_cannot_be_written_is_said_in_place(
    filled: Store, opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = opened(filled)
    qtbot.mouseClick(screen.chart_card.save_picture, Qt.MouseButton.LeftButton)
    dialog = screen.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "nowhere" / "chart.png"))
    dialog.close()
    assert "“chart.png” could not be written." in shown_texts(screen)


def test_after_an_older_log_it_begins_where_the_log_ends(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = opened(filled, now=NOW + timedelta(days=500))
    assert screen.charts is not None
    assert any(panel.series is not None and panel.series.points for panel in screen.charts.panels)
    assert "Nothing is logged after 22 Nov 2026" in shown_texts(screen)
    qtbot.mouseClick(screen.header.later, Qt.MouseButton.LeftButton)
    assert "Nothing is logged after" not in shown_texts(screen)
    assert "no sets in this period" in shown_texts(screen)


def test_two_periods_stand_level_and_are_said_in_words(store: Store, opened: Opener, qtbot: QtBot) -> None:
    demo.fill(store, 12, 1, NOW)
    screen = opened(store)
    screen.resize(1280, 1700)
    box = screen.header.comparison
    box.setCurrentIndex(box.findData(Comparison.BEFORE))
    screen.refresh()
    pair = screen.chart_card.pair
    assert pair is not None
    qtbot.waitUntil(lambda: all(panel.height() > 0 for panel in pair.later.panels))
    assert pair.later.rows.legend.isVisible()
    assert not pair.earlier.rows.legend.isVisible()

    def tops_and_heights(side: int) -> list[tuple[int, int]]:
        return [(panel.y(), panel.height()) for panel in (pair.earlier, pair.later)[side].panels]

    qtbot.waitUntil(lambda: tops_and_heights(0) == tops_and_heights(1))
    assert re.search(r"Mood: earlier nothing logged, later [\d.]+ \(\d+ days\)", pair.words.text())
    assert "seconds" not in pair.earlier.panels[0].series.detail


def test_tab_goes_from_the_charts_to_what_they_say_and_copies_last(filled: Store, opened: Opener) -> None:
    screen = opened(filled)
    assert screen.charts is not None
    order: list[QWidget] = [screen.charts]
    at = screen.charts.nextInFocusChain()
    while at is not screen.charts:
        order.append(at)
        at = at.nextInFocusChain()
    places = [
        order.index(one)
        for one in (screen.chart_card.small_wins, *screen.findings.chips, screen.findings.copy)
    ]
    assert places == sorted(places)
