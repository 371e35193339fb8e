"""The program screen under real keys and clicks: what is in the profile afterwards, and what is shown."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nextrep.domain.program import Answers, PlannedState
from nextrep.domain.training import SetDraft
from nextrep.services import plan_editing, program, session
from nextrep.services.handover import Overlap
from nextrep.ui.library.dialog import LibraryDialog
from nextrep.ui.library.picker import ExercisePicker
from nextrep.ui.program.calendar_view import CalendarView
from nextrep.ui.program.day_menu import MoveMenu, SwapMenu
from nextrep.ui.program.details import SessionDetails
from nextrep.ui.program.tiles import planned_tile
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.theme.theme import current_theme
from tests.ui.fixtures_ui import make_context
from tests.ui.names import nameless
from tests.ui.program.plan_screen import (
    FIRST,
    MONDAY,
    centre_of,
    days,
    do_session,
    drag,
    entry,
    first_of,
    menu_of,
    shown,
    spoken,
    view_of,
)


def test_without_a_plan_there_is_one_button_and_it_asks_the_questions(qtbot: QtBot, context: Context) -> None:
    screen = shown(qtbot, context)
    assert screen._empty.isVisible()
    assert screen._empty.button is not None
    qtbot.mouseClick(screen._empty.button, Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    view = program.current(context.store)
    assert view is not None
    assert view.program.answers.weekdays == Answers().weekdays
    assert screen._title.text() == "Mind and Muscle, 12 weeks"
    assert not screen._empty.isVisible()
    context.undo.undo()
    assert program.current(context.store) is None
    assert screen._empty.isVisible()
    assert screen.note == "", "advice on a plan that is gone"
    qtbot.mouseClick(screen._browse, Qt.MouseButton.LeftButton)
    assert isinstance(QApplication.activeModalWidget(), LibraryDialog)


def test_days_say_what_became_of_them(qtbot: QtBot, planned: Context) -> None:
    view = program.current(planned.store)
    assert view is not None
    do_session(planned, view.sessions[0].planned.id, MONDAY, 35)
    do_session(planned, None, MONDAY + timedelta(days=1), 5)
    plan_editing.move(planned.store, view.sessions[2].planned.id, FIRST + 5)
    screen = shown(qtbot, planned)
    calendar = screen._calendar
    assert spoken(calendar, FIRST) == "Monday 23 November; today; Full body A, done in 35 min"
    assert spoken(calendar, FIRST + 1) == "Tuesday 24 November; Just one set, done in 5 min"
    assert spoken(calendar, FIRST + 2) == "Wednesday 25 November; nothing planned"
    assert "moved from 30 Nov" in spoken(calendar, FIRST + 5)
    assert "24 h rest" in spoken(calendar, FIRST + 5)


def test_what_is_late_says_nothing_about_rest_or_blame(qtbot: QtBot, context: Context) -> None:
    week_later = MONDAY + timedelta(days=7)
    program.create(context.store, Answers((0, 1, 2)), MONDAY)
    late, _reporter = make_context(Path(context.store.folder), context.store, week_later)
    screen = shown(qtbot, late)
    calendar = screen._calendar
    (tile,) = calendar.calendar.tiles(calendar.calendar.index_of_day(FIRST + 2))
    assert tile.face.look == "late"
    assert tile.face.chip == ""


def test_the_week_of_today_is_in_view_and_its_session_is_looked_at(qtbot: QtBot, planned: Context) -> None:
    in_week_9, _reporter = make_context(
        Path(planned.store.folder), planned.store, MONDAY + timedelta(weeks=8)
    )
    screen = shown(qtbot, in_week_9)
    tile = screen._calendar.tile()
    assert tile is not None
    assert tile.day == FIRST + 56
    qtbot.waitUntil(lambda: screen._calendar.visualRect(screen._calendar.currentIndex()).top() > 0)
    rect = screen._calendar.visualRect(screen._calendar.currentIndex())
    assert screen._calendar.viewport().rect().contains(rect.center())
    marked = [pill for pill in screen._phases.children() if getattr(pill, "current", False)]
    assert [pill.accessibleName() for pill in marked] == [
        "Sustained practice, from week 9 · 3 a week · in blocks, now"
    ]


def test_arrows_and_m_move_a_session_and_undo_brings_it_back(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    calendar = screen._calendar
    calendar.setFocus()
    qtbot.keyClick(calendar, Qt.Key.Key_M)
    menu = menu_of(MoveMenu)
    assert menu.actions()[0].text() == "Tuesday 24 November"
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert days(planned) == [1, 4, 7, 11]
    tile = calendar.tile()
    assert tile is not None
    assert tile.day == FIRST + 1, "what was moved is still looked at"
    assert calendar.currentIndex() == calendar.calendar.index_of_day(FIRST + 1)
    planned.undo.undo()
    assert days(planned) == [0, 4, 7, 11]
    assert calendar.calendar.tiles(calendar.calendar.index_of_day(FIRST))


def test_arrows_go_through_days_and_through_the_sessions_of_one(qtbot: QtBot, planned: Context) -> None:
    view = program.current(planned.store)
    assert view is not None
    plan_editing.move(planned.store, view.sessions[1].planned.id, FIRST)
    screen = shown(qtbot, planned)
    calendar = screen._calendar
    calendar.setFocus()
    assert screen._details._title.text() == "Full body A"
    qtbot.keyClick(calendar, Qt.Key.Key_Down)
    assert screen._details._title.text() == "Full body B"
    assert calendar.currentIndex().row() == 0
    qtbot.keyClick(calendar, Qt.Key.Key_Down)
    assert calendar.currentIndex().row() == 1
    qtbot.keyClick(calendar, Qt.Key.Key_Right)
    assert calendar.currentIndex().column() == 1
    before = days(planned)
    qtbot.keyClick(calendar, Qt.Key.Key_Delete)
    assert days(planned) == before, "an empty day has nothing to remove"


def test_delete_removes_and_undo_brings_back(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    screen._calendar.setFocus()
    qtbot.keyClick(screen._calendar, Qt.Key.Key_Delete)
    assert days(planned) == [4, 7, 11, 14]
    assert spoken(screen._calendar, FIRST) == "Monday 23 November; today; nothing planned"
    planned.undo.undo()
    assert days(planned) == [0, 4, 7, 11]
    assert spoken(screen._calendar, FIRST) != "Monday 23 November; today; nothing planned"


def test_enter_leads_to_the_start_and_the_start_to_the_session(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    asked: list[tuple[str, object]] = []
    screen.navigate.connect(lambda key, argument: asked.append((key, argument)))
    screen._calendar.setFocus()
    qtbot.keyClick(screen._calendar, Qt.Key.Key_Return)
    assert screen.focusWidget() is screen._details.start
    qtbot.keyClick(screen._details.start, Qt.Key.Key_Space)
    view = program.current(planned.store)
    assert view is not None
    assert asked == [("session", ("start_planned", view.sessions[0].planned.id))]


def test_a_session_is_dragged_to_another_day(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    calendar = screen._calendar
    drag(qtbot, calendar, centre_of(calendar, FIRST), centre_of(calendar, FIRST + 3))
    assert days(planned) == [3, 4, 7, 11]


def test_a_session_dropped_on_another_changes_places_with_it(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    calendar = screen._calendar
    drag(qtbot, calendar, centre_of(calendar, FIRST), centre_of(calendar, FIRST + 4))
    view = program.current(planned.store)
    assert view is not None
    assert [one.planned.title for one in view.sessions[:2]] == ["Full body B", "Full body A"]
    assert days(planned) == [0, 4, 7, 11]


def test_a_click_alone_moves_nothing_and_what_is_done_stays(qtbot: QtBot, planned: Context) -> None:
    view = program.current(planned.store)
    assert view is not None
    do_session(planned, view.sessions[0].planned.id, MONDAY, 30)
    screen = shown(qtbot, planned)
    calendar = screen._calendar
    qtbot.mouseClick(calendar.viewport(), Qt.MouseButton.LeftButton, pos=centre_of(calendar, FIRST + 4))
    drag(qtbot, calendar, centre_of(calendar, FIRST), centre_of(calendar, FIRST + 2))
    assert days(planned) == [0, 4, 7, 11]
    assert screen._details.repeat.isVisible()
    assert screen._details.rows.row(0).words.asked == "8 reps"
    assert not screen._details.start.isVisible()
    assert not screen._details.move_button.isVisible()
    qtbot.keyClick(calendar, Qt.Key.Key_M)
    assert QApplication.activePopupWidget() is None


def test_what_was_done_can_be_done_again(qtbot: QtBot, planned: Context) -> None:
    do_session(planned, None, MONDAY + timedelta(days=1), 5)
    screen = shown(qtbot, planned)
    asked: list[tuple[str, object]] = []
    screen.navigate.connect(lambda key, argument: asked.append((key, argument)))
    calendar = screen._calendar
    qtbot.mouseClick(calendar.viewport(), Qt.MouseButton.LeftButton, pos=centre_of(calendar, FIRST + 1))
    assert "not part of the plan" in screen._details._when.text()
    qtbot.mouseClick(screen._details.repeat, Qt.MouseButton.LeftButton)
    (done,) = planned.store.sessions.done()
    assert asked == [("session", ("repeat", done.id))]


def test_what_was_done_is_written_down_and_corrected_from_the_calendar(
    qtbot: QtBot, planned: Context
) -> None:
    first = view_of(planned).sessions[0].planned.id
    screen = shown(qtbot, planned)
    asked: list[tuple[str, object]] = []
    screen.navigate.connect(lambda key, argument: asked.append((key, argument)))
    calendar = screen._calendar
    calendar.setFocus()
    qtbot.keyClick(calendar, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    entry(menu_of(), "It was done")
    assert asked == [("session", ("log_past", first))]
    do_session(planned, first, MONDAY, 30)
    screen.refresh()
    qtbot.keyClick(calendar, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    entry(menu_of(), "Look at it and correct it")
    (done,) = planned.store.sessions.done()
    assert asked[1:] == [("session", ("edit", done.id))]


def test_the_buttons_swap_two_sessions(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    qtbot.mouseClick(screen._details.swap_button, Qt.MouseButton.LeftButton)
    menu = menu_of(SwapMenu)
    assert menu.actions()[0].text() == "Full body B, Friday 27 November"
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    view = program.current(planned.store)
    assert view is not None
    assert [one.planned.title for one in view.sessions[:2]] == ["Full body B", "Full body A"]


def test_any_other_day_can_be_chosen_from_a_calendar(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    qtbot.mouseClick(screen._details.move_button, Qt.MouseButton.LeftButton)
    menu = menu_of(MoveMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.set_day(date(2026, 12, 15).toordinal())
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    view = program.current(planned.store)
    assert view is not None
    assert date(2026, 12, 15).toordinal() in [one.planned.day for one in view.sessions]


def test_an_exercise_is_swapped_here_or_in_all_that_follow(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    before = first_of(planned).exercises[1][0]
    button = screen._details.rows.swap_button(1)
    assert button.accessibleName() == f"Swap {before.name} for another exercise"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    picker = QApplication.activeModalWidget()
    assert isinstance(picker, ExercisePicker)
    qtbot.keyClicks(picker.field, "push")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    menu = menu_of()
    words = [one.text() for one in menu.actions()]
    assert words[1:] == ["This session only", "This and all 11 later sessions “Full body A”"]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    chosen = first_of(planned).exercises[1][0]
    assert chosen.key != before.key
    assert "push" in chosen.name.lower()
    assert view_of(planned).sessions[2].exercises[1][0].key == before.key
    assert screen.focusWidget() is screen._details.rows.swap_button(1)
    planned.undo.undo()
    assert first_of(planned).exercises[1][0].key == before.key


def test_opening_with_a_session_offers_to_move_it(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    view = program.current(planned.store)
    assert view is not None
    wanted = view.sessions[3].planned
    screen.open(wanted.id)
    menu = menu_of(MoveMenu)
    assert menu.title() == f"Move {wanted.title} to"
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert screen._details._title.text() == wanted.title
    assert days(planned) == [0, 4, 7, 11]


def test_a_new_day_is_noticed(qtbot: QtBot, planned: Context, tmp_path: Path) -> None:
    clock = [MONDAY]
    moving = Context(
        store=planned.store,
        bus=planned.bus,
        jobs=planned.jobs,
        operate=planned.operate,
        undo=planned.undo,
        now=lambda: clock[0],
        settings_machine=planned.settings_machine,
    )
    screen = shown(qtbot, moving)
    clock[0] = MONDAY + timedelta(days=4)
    screen.activate()
    assert "today" in spoken(screen._calendar, FIRST + 4)
    assert "today" not in spoken(screen._calendar, FIRST)


def test_every_control_has_a_name(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    assert nameless(screen) == []
    assert screen._calendar.accessibleDescription()


def test_removed_sessions_are_kept_as_removed(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    screen._calendar.setFocus()
    qtbot.keyClick(screen._calendar, Qt.Key.Key_Delete)
    current = planned.store.programs.current()
    states = [one.state for one in planned.store.programs.planned_of(current.id)]
    assert states.count(PlannedState.REMOVED) == 1


@pytest.mark.parametrize("width", [1024, 1280])
def test_all_seven_days_fit_the_window(qtbot: QtBot, planned: Context, width: int) -> None:
    screen = shown(qtbot, planned)
    screen.resize(width, 560)
    calendar = screen.findChild(CalendarView)
    assert calendar is not None
    qtbot.waitUntil(lambda: calendar.horizontalScrollBar().maximum() == 0)
    assert calendar.columnWidth(0) >= calendar.horizontalHeader().minimumSectionSize()


def test_a_narrow_tile_says_it_in_fewer_words(planned: Context) -> None:
    view = program.current(planned.store)
    assert view is not None
    tile = planned_tile(view.sessions[0], FIRST - 1)
    assert [line.replace("about ", "") for line in tile.face.lines] == list(tile.face.brief)
    assert tile.face.lines != tile.face.brief


def test_a_session_that_is_open_says_so_and_is_not_early_after_itself(qtbot: QtBot, planned: Context) -> None:
    store = planned.store
    view = program.current(store)
    assert view is not None
    first = view.sessions[0].planned
    begun = session.start_planned(store, first.id, MONDAY - timedelta(days=1)).value
    block = begun.blocks[0]
    draft = SetDraft(block.exercise_id, block.block, reps=8)
    session.log_set(store, begun.session.id, draft, MONDAY - timedelta(days=1))
    screen = shown(qtbot, planned)
    tile = screen.findChild(CalendarView).calendar.find(("planned", first.id))
    assert tile is not None
    assert (tile.face.lines, tile.face.chip) == (("open now",), "")
    screen.findChild(CalendarView).choose(tile.key)
    assert screen.findChild(SessionDetails).start.text() == "Go on with it"


def test_a_phase_is_written_in_the_colour_of_another_theme(
    planned: Context, qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, "light")
    screen = shown(qtbot, planned)
    label = screen._phases.findChild(QLabel)
    assert current_theme().tokens.muted in label.text()
    before = label.text()
    apply_theme(qapp, "dark")
    assert current_theme().tokens.muted in label.text()
    assert label.text() != before
    apply_theme(qapp, "light")


def test_an_empty_program_shows_no_sets_of_the_one_before_it(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    assert any(one.total for one in screen._sets._sets.values())
    program.create(planned.store, Answers(), MONDAY, key="own", weeks=4, overlap=Overlap.TAKE_OVER)
    screen.refresh()
    assert screen._title.text() == "My own program, 4 weeks"
    assert not any(one.total for one in screen._sets._sets.values())
    plan_editing.add_session(planned.store, FIRST, "Swim")
    screen.refresh()
    assert screen._details._title.text() == "Swim"
    assert screen._details._when.text().endswith("Week 1")
