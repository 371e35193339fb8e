"""The night on Today: a line is understood and kept, half a night too, and errors stand at their field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from nextrep.domain.sleep import Night
from nextrep.domain.sleep_clock import NightAnswers, answers_of, night_from_clock
from nextrep.services import journal
from nextrep.ui.widgets.sleep_form import SleepForm
from tests.ui.names import nameless
from tests.ui.today.desk import NOW, TODAY, TodayDesk, opened

BERLIN = ZoneInfo("Europe/Berlin")


class Desk(TodayDesk):
    """Today with the form of the night."""

    @property
    def form(self) -> SleepForm:
        return self.screen._form.sleep

    def field(self, name: str) -> QLineEdit:
        return self.form.fields.fields[name]

    def night(self) -> Night:
        night = self.store.nights.get(TODAY)
        assert night is not None
        return night

    def said(self) -> NightAnswers:
        return answers_of(self.store.nights.get(TODAY))


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with opened(Desk, tmp_path, qtbot) as made:
        yield made


def _type(qtbot: QtBot, field: QLineEdit, text: str, *, enter: bool = True) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    if enter:
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_line_is_shown_as_understood_before_it_is_kept(desk: Desk, qtbot: QtBot) -> None:
    _type(qtbot, desk.form.quick, "slept 23:10-6:50, woke once", enter=False)
    assert desk.form.line.text() == "Understood: 23:10 to 6:50, woke once: at most 7 h 40 min asleep"
    assert desk.store.nights.get(TODAY) is None
    qtbot.keyClick(desk.form.quick, Qt.Key.Key_Return)
    assert desk.said() == NightAnswers(asleep=23 * 60 + 10, awakenings=1, final_wake=6 * 60 + 50)
    assert desk.form.quick.text() == ""
    assert "at most 7 h 40 min asleep" in desk.form.line.text()
    assert "Minutes awake would make it exact" in desk.form.line.text()
    desk.form.all_fields.click()
    assert desk.field("asleep").text() == "23:10"
    assert desk.context.undo.count() == 1
    desk.context.undo.undo()
    assert desk.store.nights.get(TODAY) is None
    assert desk.field("asleep").text() == ""
    desk.context.undo.redo()
    assert desk.field("final_wake").text() == "06:50"


def test_a_second_line_adds_to_the_first(desk: Desk, qtbot: QtBot) -> None:
    _type(qtbot, desk.form.quick, "in bed 22:45, slept 23:10-6:50, up 7:15, woke once")
    _type(qtbot, desk.form.quick, "20 min awake, quality 7")
    assert desk.night().total_sleep_min == 440
    assert "sleep efficiency 86 % of the time in bed" in desk.form.line.text()
    assert "8 h 30 min in bed" in desk.form.line.text()


def test_a_piece_that_is_not_understood_is_named_with_its_place_and_nothing_is_kept(
    desk: Desk, qtbot: QtBot
) -> None:
    _type(qtbot, desk.form.quick, "slept 23:10-6:50 badly")
    assert desk.form.problem.isVisible()
    assert desk.form.problem.text().startswith("“badly” (character 18): not understood.")
    assert desk.store.nights.get(TODAY) is None
    desk.screen.deactivate()
    desk.screen.refresh()
    assert desk.form.quick.text() == "slept 23:10-6:50 badly"
    _type(qtbot, desk.form.quick, "slept 23:10-6:50")
    assert not desk.form.problem.isVisible()
    assert desk.said().asleep is not None


def test_leaving_the_screen_keeps_a_line_that_was_understood(desk: Desk, qtbot: QtBot) -> None:
    _type(qtbot, desk.form.quick, "bed 22:45 up 7", enter=False)
    desk.window.close()
    assert desk.said() == NightAnswers(into_bed=22 * 60 + 45, out_of_bed=7 * 60)


def test_all_fields_by_keyboard_make_a_whole_night(desk: Desk, qtbot: QtBot) -> None:
    assert not desk.form.fields.isVisible()
    desk.form.all_fields.setFocus()
    qtbot.keyClick(desk.form.all_fields, Qt.Key.Key_Return)
    assert desk.form.fields.isVisible()
    texts = ("22.45", "2300", "20", "", "1", "10", "6:50", "715", "7", "0")
    for field, text in zip(desk.form.fields.fields.values(), texts, strict=True):
        _type(qtbot, field, text, enter=False)
    desk.screen.deactivate()
    night = desk.night()
    assert night.into_bed_at == NOW.replace(hour=22, minute=45) - timedelta(days=1)
    assert (night.time_in_bed_min, night.total_sleep_min, night.nap_min) == (510, 440, 0)
    expected = "7 h 20 min asleep · 8 h 30 min in bed · sleep efficiency 86 % of the time in bed"
    assert desk.form.line.text() == expected
    assert not night.incomplete
    assert nameless(desk.form) == []


def test_half_a_night_is_kept_as_it_is(desk: Desk, qtbot: QtBot) -> None:
    desk.form.all_fields.click()
    _type(qtbot, desk.field("out_of_bed"), "6:50")
    assert desk.said() == NightAnswers(out_of_bed=6 * 60 + 50)
    assert "when the night began" in desk.form.line.text()
    assert desk.night().total_sleep_min is None
    _type(qtbot, desk.field("into_bed"), "23:10")
    assert desk.night().time_in_bed_min == 460
    assert desk.night().at_most


def test_what_cannot_be_is_said_at_the_field_and_not_kept(desk: Desk, qtbot: QtBot) -> None:
    desk.form.all_fields.click()
    _type(qtbot, desk.field("into_bed"), "25:00", enter=False)
    qtbot.keyClick(desk.field("into_bed"), Qt.Key.Key_Tab)
    assert desk.form.problem.text().startswith("To bed: ")
    _type(qtbot, desk.field("into_bed"), "23:00")
    _type(qtbot, desk.field("out_of_bed"), "06:00")
    _type(qtbot, desk.field("sol"), "600")
    assert "longer than the time in bed" in desk.form.problem.text()
    assert desk.field("sol").property("problem")
    assert desk.said().sol is None
    _type(qtbot, desk.field("sol"), "60")
    assert not desk.form.problem.isVisible()
    _type(qtbot, desk.field("final_wake"), "6:30")
    assert "Getting up comes after the last waking" in desk.form.problem.text()
    assert desk.said().final_wake is None


def test_an_impossible_line_opens_the_fields_at_the_one_concerned(desk: Desk, qtbot: QtBot) -> None:
    _type(qtbot, desk.form.quick, "bed 23:00, up 1:00, awake 150 min")
    assert "longer than the time in bed" in desk.form.problem.text()
    assert desk.form.fields.isVisible()
    assert desk.field("waso").property("problem")
    assert desk.store.nights.get(TODAY) is None
    assert (desk.form.quick.text(), desk.field("waso").text()) == ("", "150")
    _type(qtbot, desk.field("waso"), "15")
    assert not desk.form.problem.isVisible()
    assert desk.night().total_sleep_min == 105


def test_a_very_long_night_is_asked_about_once_and_kept(desk: Desk, qtbot: QtBot) -> None:
    desk.form.all_fields.click()
    _type(qtbot, desk.field("into_bed"), "23:30")
    _type(qtbot, desk.field("out_of_bed"), "22:00")
    assert "22 h 30 min: are the times as you meant them?" in desk.form.line.text()
    assert desk.said().out_of_bed == 22 * 60
    assert not desk.form.problem.isVisible()
    _type(qtbot, desk.field("quality"), "4")
    assert "meant" not in desk.form.line.text()
    assert desk.said().quality == 4


def test_the_time_of_falling_asleep_and_the_minutes_take_each_other_s_place(desk: Desk, qtbot: QtBot) -> None:
    desk.form.all_fields.click()
    _type(qtbot, desk.field("into_bed"), "23:00")
    _type(qtbot, desk.field("asleep"), "23:20")
    _type(qtbot, desk.field("sol"), "15")
    assert desk.field("asleep").text() == ""
    assert (desk.said().sol, desk.said().asleep) == (15, None)


def test_emptying_all_takes_the_night_away_and_undo_brings_it_back(desk: Desk, qtbot: QtBot) -> None:
    journal.put_night(
        desk.store, TODAY, night_from_clock(NOW.date(), time(23), time(7), BERLIN, quality=8), NOW
    )
    desk.screen.refresh()
    for field in desk.form.fields.fields.values():
        field.clear()
    desk.form.flush()
    assert desk.store.nights.get(TODAY) is None
    desk.context.undo.undo()
    assert desk.field("into_bed").text() == "23:00"
    assert desk.night().quality == 8


def test_a_night_of_another_zone_keeps_its_clock_and_says_so(desk: Desk, qtbot: QtBot) -> None:
    night = night_from_clock(NOW.date(), time(9, 41), time(17), ZoneInfo("Asia/Tokyo"))
    journal.put_night(desk.store, TODAY, night, NOW)
    desk.screen.refresh()
    desk.form.all_fields.click()
    assert desk.field("into_bed").text() == "09:41"
    assert "By the clock of Asia/Tokyo." in desk.form.line.text()
    _type(qtbot, desk.field("sol"), "15")
    changed = desk.night()
    assert (changed.into_bed_at, changed.sol_min, str(changed.zone)) == (night.into_bed_at, 15, "Asia/Tokyo")


def test_a_time_that_the_clocks_jumped_over_is_kept_as_the_new_clock_shows_it(
    desk: Desk, qtbot: QtBot
) -> None:
    spring = date(2026, 3, 29).toordinal()
    desk.form.show_night(spring, None)
    _type(qtbot, desk.form.quick, "bed 2:30 am, up 9")
    assert "2:30 did not exist: the clocks went forward. It is kept as 3:30." in desk.form.line.text()
    night = desk.store.nights.get(spring)
    assert night is not None
    assert night.time_in_bed_min == 330
