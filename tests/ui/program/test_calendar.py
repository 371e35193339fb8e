"""The calendar in both its spans: what is told, where keys and the mouse lead, what is announced."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nextrep.domain.program import SkipReason
from nextrep.services import plan_editing, plan_weeks
from nextrep.ui.program.tiles import skipped_text
from nextrep.ui.program.week_room import Span
from nextrep.ui.runtime.context import Context
from tests.ui.program.plan_screen import (
    FIRST,
    MONDAY,
    centre_of,
    days,
    do_session,
    drag,
    first_of,
    shown,
    spoken,
    view_of,
)


def test_a_week_alone_tells_its_exercises_and_its_dates(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    qtbot.mouseClick(screen._card.bar.week, Qt.MouseButton.LeftButton)
    calendar = screen._calendar
    assert screen._card.bar._label.text() == "Week 1 · 23 Nov – 29 Nov"
    assert not screen._card.bar.earlier.isEnabled()
    heads = [calendar.calendar.headerData(column, Qt.Orientation.Horizontal) for column in (0, 6)]
    assert heads == ["Mon 23", "Sun 29"]
    tile = calendar.tile()
    assert tile is not None
    exercise, target = first_of(planned).exercises[0]
    assert tile.face.exercises[0] == (exercise.name, target.text())
    assert [row for row in range(12) if not calendar.isRowHidden(row)] == [0]
    assert calendar.columnWidth(0) > calendar.columnWidth(1), "a day with a session has more room"
    qtbot.mouseClick(screen._card.bar.month, Qt.MouseButton.LeftButton)
    assert not any(calendar.isRowHidden(row) for row in range(12))
    assert calendar.calendar.headerData(0, Qt.Orientation.Horizontal) == "Mon"


def test_left_and_right_lead_over_the_edge_of_a_week(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    calendar = screen._calendar
    calendar.set_span(Span.WEEK)
    calendar.setFocus()
    for _day in range(7):
        qtbot.keyClick(calendar, Qt.Key.Key_Right)
    assert calendar.rows_in_view().start == 1
    assert calendar.calendar.day(calendar.currentIndex()) == FIRST + 7
    assert screen._details._when.text().startswith("Monday 30 November")
    qtbot.keyClick(calendar, Qt.Key.Key_Left)
    assert calendar.rows_in_view().start == 0
    qtbot.keyClick(calendar, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier)
    assert calendar.calendar.day(calendar.currentIndex()) == FIRST + 5


def test_control_with_page_keys_turns_and_t_comes_back(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    calendar = screen._calendar
    calendar.setFocus()
    qtbot.keyClick(calendar, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert calendar.currentIndex().row() == 4
    qtbot.keyClick(calendar, Qt.Key.Key_T)
    assert calendar.calendar.day(calendar.currentIndex()) == FIRST
    calendar.set_span(Span.WEEK)
    qtbot.keyClick(calendar, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert screen._card.bar._label.text().startswith("Week 2")
    qtbot.mouseClick(screen._card.bar.today, Qt.MouseButton.LeftButton)
    assert screen._card.bar._label.text().startswith("Week 1")
    qtbot.keyClick(calendar, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert screen._card.bar._label.text().startswith("Week 1"), "before the first week there is nothing"


def test_a_session_is_dragged_in_the_week_and_escape_leaves_it(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    calendar = screen._calendar
    calendar.set_span(Span.WEEK)
    start, end = centre_of(calendar, FIRST), centre_of(calendar, FIRST + 2)
    view = calendar.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, end)
    assert calendar.dragging
    qtbot.keyClick(calendar, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert days(planned) == [0, 4, 7, 11]
    drag(qtbot, calendar, start, end)
    assert days(planned) == [2, 4, 7, 11]
    assert calendar.columnWidth(2) > calendar.columnWidth(0), "the room goes along"


def test_held_at_the_edge_a_week_turns_to_the_next(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    calendar = screen._calendar
    calendar.set_span(Span.WEEK)
    QApplication.processEvents()  # the layout settles, and with it where the edge is
    view = calendar.viewport()
    start = centre_of(calendar, FIRST)
    edge = view.rect().center()
    edge.setX(view.width() - 3)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, edge)
    qtbot.waitUntil(lambda: calendar.rows_in_view().start == 1)
    qtbot.mouseMove(view, centre_of(calendar, FIRST + 9))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=centre_of(calendar, FIRST + 9))
    assert days(planned) == [4, 7, 9, 11]


def test_only_what_differs_is_announced(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    model = screen._calendar.calendar
    told: list[int] = []
    resets: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(model.day(first) - FIRST))
    model.modelReset.connect(lambda: resets.append(1))
    plan_editing.move(planned.store, first_of(planned).planned.id, FIRST + 1)
    screen.refresh()
    assert sorted(told) == [0, 1]
    screen.refresh()
    assert sorted(told) == [0, 1]
    assert not resets


def test_what_is_left_out_says_why_and_is_neither_moved_nor_started(qtbot: QtBot, planned: Context) -> None:
    first = first_of(planned).planned.id
    plan_editing.skip(planned.store, first, SkipReason.TRAVEL)
    screen = shown(qtbot, planned)
    calendar = screen._calendar
    assert "left out: travel" in spoken(calendar, FIRST)
    calendar.choose(("planned", first))
    assert "left out: travel" in screen._details._when.text()
    assert not screen._details.start.isVisible()
    assert screen._details.unskip_button.isVisible()
    drag(qtbot, calendar, centre_of(calendar, FIRST), centre_of(calendar, FIRST + 2))
    assert days(planned) == [0, 4, 7, 11]
    qtbot.mouseClick(screen._details.unskip_button, Qt.MouseButton.LeftButton)
    assert first_of(planned).planned.is_open
    assert screen._details.start.isVisible()


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (SkipReason.NOT_SAID, "left out"),
        (SkipReason.ILL, "left out: ill"),
        (SkipReason.LOW_DAY, "left out: low day"),
        (None, "left out"),
    ],
)
def test_a_reason_need_not_be_said(reason: SkipReason | None, words: str) -> None:
    assert skipped_text(reason) == words


def test_a_day_off_has_words_and_nothing_to_start(qtbot: QtBot, planned: Context) -> None:
    edit = plan_editing.add_session(planned.store, FIRST + 1, "Walk").value
    note = "Twenty minutes outside, then plan the week"
    plan_editing.change_session(planned.store, edit.made[0], title="Walk", minute=None, note=note)
    screen = shown(qtbot, planned)
    calendar = screen._calendar
    assert spoken(calendar, FIRST + 1) == "Tuesday 24 November; Walk, Twenty minutes outside, then plan the…"
    calendar.choose(("planned", edit.made[0]))
    assert screen._details._note.text() == note
    assert not screen._details.start.isVisible()
    assert screen._details.rows.count() == 0


def test_the_time_of_day_stands_on_the_tile(qtbot: QtBot, planned: Context) -> None:
    first = first_of(planned).planned
    plan_editing.change_session(planned.store, first.id, title=first.title, minute=18 * 60 + 30, note="")
    screen = shown(qtbot, planned)
    assert "18:30" in spoken(screen._calendar, FIRST)
    assert "18:30" in screen._details._when.text()


def test_a_plan_that_rests_is_banded_and_goes_on_today(qtbot: QtBot, planned: Context) -> None:
    plan_weeks.pause(planned.store, FIRST)
    screen = shown(qtbot, planned)
    calendar = screen._calendar
    assert screen._pause.isVisible()
    assert "paused" in spoken(calendar, FIRST + 1)
    assert calendar.calendar.headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole) == (
        "Week 2, paused"
    )
    qtbot.mouseClick(screen._pause.today, Qt.MouseButton.LeftButton)
    assert view_of(planned).program.paused_on is None
    assert not screen._pause.isVisible()
    assert "paused" not in spoken(calendar, FIRST + 1)


def test_the_label_counts_weeks_of_the_program_after_a_pause(qtbot: QtBot, planned: Context) -> None:
    plan_weeks.pause(planned.store, FIRST + 7)
    plan_weeks.resume(planned.store, FIRST + 21)
    screen = shown(qtbot, planned)
    titles = [screen._calendar.calendar.week_title(row) for row in range(4)]
    assert titles == ["Week 1", "30 Nov", "7 Dec", "Week 2"]


def test_done_weeks_say_done(qtbot: QtBot, planned: Context) -> None:
    for one in view_of(planned).sessions[:2]:
        at = MONDAY + timedelta(days=one.planned.day - FIRST)
        do_session(planned, one.planned.id, at, 30)
    screen = shown(qtbot, planned)
    model = screen._calendar.calendar
    model.today += 7
    assert model._state(0) == "done"
