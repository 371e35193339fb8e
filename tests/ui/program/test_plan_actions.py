"""What menus and dialogs do to the plan: chosen as a person would, looked up in the profile, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nextrep.domain.program import PlannedState, SkipReason
from nextrep.services import plan_weeks
from nextrep.ui.program.insert_dialog import InsertDialog
from nextrep.ui.program.screen import ProgramScreen
from nextrep.ui.program.session_dialogs import AddDialog, SessionDialog
from nextrep.ui.runtime.context import Context
from tests.ui.names import nameless
from tests.ui.program.plan_screen import FIRST, days, entry, first_of, menu_of, shown, view_of


def more(qtbot: QtBot, screen: ProgramScreen, *words: str) -> None:
    """Choose an entry of the menu of the session looked at, through inner menus."""
    qtbot.mouseClick(screen._details.more_button, Qt.MouseButton.LeftButton)
    menu = menu_of()
    for step in words:
        inner = entry(menu, step)
        menu = inner or menu


def dialog_of(kind: type) -> object:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def test_k_leaves_out_with_or_without_a_reason_and_takes_in_again(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    calendar = screen._calendar
    calendar.setFocus()
    qtbot.keyClick(calendar, Qt.Key.Key_K)
    menu = menu_of()
    assert [one.text() for one in menu.actions()] == ["No reason needed", "A low day", "Ill", "Travel"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert first_of(planned).planned.skipped is SkipReason.LOW_DAY
    assert calendar.tile() is not None
    qtbot.keyClick(calendar, Qt.Key.Key_K)
    assert first_of(planned).planned.is_open
    planned.undo.undo()
    planned.undo.undo()
    assert first_of(planned).planned.skipped is None


@pytest.mark.parametrize(
    ("scope", "by", "after"),
    [
        ("Shift the rest of this week", "One day later", [1, 5, 7, 11]),
        ("Shift everything from here on", "One week later", [7, 11, 14, 18]),
        ("Shift everything from here on", "One day earlier", [-1, 3, 6, 10]),
    ],
)
def test_a_shift_moves_what_follows_and_is_one_step(
    qtbot: QtBot, planned: Context, scope: str, by: str, after: list[int]
) -> None:
    screen = shown(qtbot, planned)
    more(qtbot, screen, scope, by)
    assert days(planned) == after
    planned.undo.undo()
    assert days(planned) == [0, 4, 7, 11]


def test_weeks_are_repeated_made_lighter_and_removed(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    more(qtbot, screen, "This week", "Repeat this week")
    assert view_of(planned).program.weeks == 13
    screen._calendar.choose(("planned", view_of(planned).in_week(3)[0].planned.id))
    more(qtbot, screen, "This week", "Add a lighter week before it")
    assert view_of(planned).program.weeks == 14
    lighter = view_of(planned).in_week(3)[0].exercises[0][1]
    assert lighter.details.load.lighter
    screen._calendar.choose(("planned", view_of(planned).in_week(3)[0].planned.id))
    more(qtbot, screen, "This week", "Remove this week")
    assert view_of(planned).program.weeks == 13
    assert "13 weeks" in screen._title.text()


def test_a_phase_is_removed_as_a_whole(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    more(qtbot, screen, "This week", "Remove this phase (weeks 1–4)")
    assert view_of(planned).program.weeks == 8
    assert first_of(planned).planned.phase == "adaptation"
    planned.undo.undo()
    assert view_of(planned).program.weeks == 12


def test_in_the_first_week_there_is_none_before_to_take_from(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    qtbot.mouseClick(screen._details.more_button, Qt.MouseButton.LeftButton)
    inner = entry(menu_of(), "This week")
    assert inner is not None
    lighter = next(one for one in inner.actions() if one.text().startswith("Add a lighter"))
    assert not lighter.isEnabled()
    menu_of().close()


def test_weeks_or_a_phase_are_inserted(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    more(qtbot, screen, "This week", "Insert weeks")
    dialog = dialog_of(InsertDialog)
    dialog._before.setValue(13)
    dialog._count.setValue(2)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert view_of(planned).program.weeks == 14
    more(qtbot, screen, "This week", "Insert weeks")
    dialog = dialog_of(InsertDialog)
    assert nameless(dialog) == []
    dialog._phase.setChecked(True)
    assert not dialog._count.isEnabled()
    words = [phase[2] for phase in plan_weeks.phases_to_insert()]
    dialog._which.setCurrentIndex(words.index("Mind and Muscle: Foundation"))
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert view_of(planned).program.weeks == 18
    assert first_of(planned).planned.phase == "foundation"


def test_the_plan_is_paused_from_a_day_on(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    screen._calendar.choose(("planned", view_of(planned).sessions[1].planned.id))
    more(qtbot, screen, "Pause the plan from here")
    assert view_of(planned).program.paused_on == FIRST + 4
    assert "will pause on Friday 27 November" in screen._pause._words.text()
    assert screen._pause.today.text() == "Take the pause back"
    more(qtbot, screen, "Go on with the plan on another day")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.set_day(FIRST + 14)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert days(planned) == [0, 18, 21, 25]
    assert screen.focusWidget() is screen._calendar


def test_n_adds_a_session_like_another_on_the_day_gone_to(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    calendar = screen._calendar
    calendar.setFocus()
    qtbot.keyClick(calendar, Qt.Key.Key_Right)
    qtbot.keyClick(calendar, Qt.Key.Key_N)
    dialog = dialog_of(AddDialog)
    assert nameless(dialog) == []
    assert dialog._title.text() == "Full body A"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert days(planned) == [0, 1, 4, 7]
    made = view_of(planned).sessions[1]
    assert made.planned.title == "Full body A"
    assert len(made.exercises) == len(first_of(planned).exercises)
    tile = calendar.tile()
    assert tile is not None
    assert tile.id == made.planned.id


def test_an_empty_session_asks_for_its_first_exercise(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    qtbot.mouseClick(screen._add, Qt.MouseButton.LeftButton)
    dialog = dialog_of(AddDialog)
    dialog._source.setCurrentIndex(0)
    assert dialog._title.text() == "My session"
    dialog._title.clear()
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert dialog.isVisible(), "without a name there is no session"
    assert "1 to 60" in dialog._fields["title"]._problem.text()
    qtbot.keyClicks(dialog._title, "Swim")
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    made = view_of(planned).sessions[1]
    assert (made.planned.title, made.exercises) == ("Swim", ())
    assert screen.focusWidget() is screen._details.add_button


def test_a_copy_goes_to_another_day(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    more(qtbot, screen, "Copy to")
    menu = menu_of()
    assert menu.title() == "Copy Full body A to"
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert days(planned) == [0, 1, 4, 7]


def test_name_time_and_note_are_one_step(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    more(qtbot, screen, "Name, time and note")
    dialog = dialog_of(SessionDialog)
    assert nameless(dialog) == []
    dialog._title.setText("Morning")
    dialog._time.setText("25:00")
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "00:00 and 23:59" in dialog._time.problem()
    dialog._time.setText("7")
    dialog._note.setPlainText("Before work")
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    changed = first_of(planned).planned
    assert (changed.title, changed.minute, changed.note) == ("Morning", 420, "Before work")
    planned.undo.undo()
    assert first_of(planned).planned.title == "Full body A"


def test_shift_f10_opens_the_menus_where_a_keyboard_has_no_menu_key(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    for widget, words in (
        (screen._calendar, "Start this session"),
        (screen._details.rows.row(0), "Change…\tEnter"),
    ):
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        menu = menu_of()
        assert words in [one.text() for one in menu.actions()]
        qtbot.keyClick(menu, Qt.Key.Key_Escape)


def test_an_empty_day_has_a_menu_too(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    screen._conductor._on_menu(None, FIRST + 1, screen._calendar.place_of_day(FIRST + 1))
    entry(menu_of(), "Add a session here")
    dialog = dialog_of(AddDialog)
    assert dialog._day.date().dayOfWeek() == 2
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    screen._conductor._on_week_menu(1, screen._calendar.place_of_day(FIRST + 7))
    entry(menu_of(), "Remove this week")
    assert view_of(planned).program.weeks == 11


def test_what_is_removed_leaves_the_day_looked_at(qtbot: QtBot, planned: Context) -> None:
    screen = shown(qtbot, planned)
    calendar = screen._calendar
    calendar.choose(("planned", view_of(planned).sessions[2].planned.id))
    calendar.setFocus()
    qtbot.keyClick(calendar, Qt.Key.Key_Delete)
    assert calendar.calendar.day(calendar.currentIndex()) == FIRST + 7
    states = [one.state for one in planned.store.programs.planned_of(view_of(planned).program.id)]
    assert states.count(PlannedState.REMOVED) == 1
