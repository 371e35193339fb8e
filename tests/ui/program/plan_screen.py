"""A program screen over a plan, for the tests of its parts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from nextrep.domain.training import SetDraft
from nextrep.services import program, session
from nextrep.services.program import PlannedView, ProgramView
from nextrep.ui.program.calendar_view import CalendarView
from nextrep.ui.program.screen import ProgramScreen
from nextrep.ui.runtime.context import Context
from tests.ui.holding import hold

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
FIRST = MONDAY.date().toordinal()


def shown(qtbot: QtBot, context: Context) -> ProgramScreen:
    screen = ProgramScreen(context)
    hold(qtbot, screen)
    screen.resize(1280, 720)
    screen.show()
    screen.activate()
    return screen


def view_of(context: Context) -> ProgramView:
    view = program.current(context.store)
    assert view is not None
    return view


def first_of(context: Context) -> PlannedView:
    return view_of(context).sessions[0]


def days(context: Context) -> list[int]:
    return [one.planned.day - FIRST for one in view_of(context).sessions[:4]]


def menu_of(kind: type[QMenu] = QMenu) -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, kind)
    return menu


def entry(menu: QMenu, words: str) -> QMenu | None:
    """Choose an entry by the beginning of its words; the inner menu where it has one."""
    action = next(one for one in menu.actions() if one.text().startswith(words))
    inner = action.menu()
    if inner is None:
        assert action.isEnabled()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        action.trigger()
        return None
    assert isinstance(inner, QMenu)
    return inner


def centre_of(calendar: CalendarView, day: int) -> QPoint:
    """Return a point on the first tile of a day, or in the middle of an empty day."""
    index = calendar.calendar.index_of_day(day)
    tiles = calendar.calendar.tiles(index)
    if tiles:
        return calendar._rect_of(index, tiles[0]).center()
    return calendar.visualRect(index).center()


def spoken(calendar: CalendarView, day: int) -> str:
    index = calendar.calendar.index_of_day(day)
    return index.data(Qt.ItemDataRole.AccessibleTextRole)


def drag(qtbot: QtBot, calendar: CalendarView, start: QPoint, end: QPoint) -> None:
    view = calendar.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, (start + end) / 2)
    qtbot.mouseMove(view, end)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def do_session(context: Context, planned_id: int | None, at: datetime, minutes: int) -> None:
    store = context.store
    started = (
        session.start_planned(store, planned_id, at) if planned_id else session.start_one_set(store, at)
    ).value
    block = started.blocks[0]
    session.log_set(store, started.session.id, SetDraft(block.exercise_id, block.block, reps=8), at)
    session.finish(store, started.session.id, at + timedelta(minutes=minutes))
