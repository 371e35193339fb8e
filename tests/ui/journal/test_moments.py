"""Several check-ins a day: chips, a time that can be changed, and a way to take one away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nextrep.domain.measures import Measure, Rhythm
from nextrep.services import journal, measures, moments
from nextrep.storage.store import Store
from nextrep.ui.journal.screen import JournalScreen
from nextrep.ui.runtime.context import Context
from nextrep.ui.today.screen import TodayScreen
from nextrep.ui.widgets.check_in import CheckInForm
from nextrep.ui.widgets.moment_bar import NEW, WHOLE
from tests.ui.fixtures_ui import make_context
from tests.ui.names import nameless

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 9, 41, tzinfo=BERLIN)
TODAY = NOW.date().toordinal()


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    store = Store(tmp_path, now=NOW)
    made, reporter = make_context(tmp_path, store, NOW)
    yield made
    assert not reporter.known_errors
    made.undo.clear()
    store.close()


@pytest.fixture
def screen(context: Context, qtbot: QtBot) -> JournalScreen:
    return _shown(context, qtbot, JournalScreen)


def _shown(context: Context, qtbot: QtBot, kind):
    screen = kind(context)
    qtbot.addWidget(screen)
    screen.resize(1280, 900)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.activate()
    return screen


def _chips(form: CheckInForm) -> list[str]:
    order = [form.bar._layout.itemAt(number).widget() for number in range(form.bar._layout.count())]
    return [chip.text() + (" *" if chip.isChecked() else "") for chip in order]


def _all(store: Store) -> list[tuple[str, dict[str, int]]]:
    return [(moment.at.strftime("%H:%M"), moment.values) for moment in store.moments.of_day(TODAY)]


def test_a_moment_is_noted_beside_the_day_as_a_whole(screen: JournalScreen, qtbot: QtBot) -> None:
    form, store = screen._form, screen.context.store
    qtbot.keyClick(form.sliders["mood"].track, "7")
    qtbot.mouseClick(form.bar.chips[NEW], Qt.MouseButton.LeftButton)
    assert store.checkins.get(TODAY).values == {"mood": 70}  # kept before going on
    assert form.sliders["mood"].value() is None
    assert _all(store) == []
    qtbot.keyClick(form.sliders["mood"].track, "3")
    form.flush()
    assert _all(store) == [("09:41", {"mood": 30})]
    assert _chips(form) == ["The day as a whole", "09:41 *", "+ Now"]
    qtbot.keyClick(form.sliders["energy"].track, "5")
    form.flush()
    assert _all(store) == [("09:41", {"mood": 30, "energy": 50})]
    qtbot.mouseClick(form.bar.chips[WHOLE], Qt.MouseButton.LeftButton)
    assert form.sliders["mood"].value() == 70
    screen.context.undo.undo()
    screen.context.undo.undo()
    assert _all(store) == []
    assert _chips(form) == ["The day as a whole *", "+ Now"]


def test_the_time_of_a_moment_can_be_changed_and_the_moment_removed(
    screen: JournalScreen, qtbot: QtBot
) -> None:
    form, store = screen._form, screen.context.store
    first = moments.note(store, NOW.replace(hour=8, minute=10), {"mood": 30}, NOW).value.id
    moments.note(store, NOW.replace(hour=9, minute=0), {"mood": 60}, NOW)
    screen.refresh()
    qtbot.mouseClick(form.bar.chips[first], Qt.MouseButton.LeftButton)
    assert form.line.time.text() == "08:10"
    _type(qtbot, form, "930")
    assert _chips(form) == ["The day as a whole", "09:00", "09:30 *", "+ Now"]
    _type(qtbot, form, "11:00")
    assert "still to come" in form.line._problem.text()
    assert form.line._problem.isVisible()
    _type(qtbot, form, "half past")
    assert form.line._problem.text() == "Write the time like 23:10."
    assert _all(store) == [("09:00", {"mood": 60}), ("09:30", {"mood": 30})]
    qtbot.mouseClick(form.line.remove_button, Qt.MouseButton.LeftButton)
    assert _all(store) == [("09:00", {"mood": 60})]
    screen.context.undo.undo()
    assert _chips(form) == ["The day as a whole *", "09:00", "09:30", "+ Now"]


def _type(qtbot: QtBot, form: CheckInForm, text: str) -> None:
    form.line.time.setFocus()
    form.line.time.selectAll()
    qtbot.keyClicks(form.line.time, text)
    qtbot.keyClick(form.line.time, Qt.Key.Key_Return)


def test_a_moment_of_an_earlier_day_gets_its_time_first(screen: JournalScreen, qtbot: QtBot) -> None:
    screen.go_to(TODAY - 3)
    form, store = screen._form, screen.context.store
    assert _chips(form) == ["The day as a whole *", "+ Time of day"]
    qtbot.mouseClick(form.bar.chips[NEW], Qt.MouseButton.LeftButton)
    assert form.line.time.text() == "12:00"
    _type(qtbot, form, "21:15")
    qtbot.keyClick(form.sliders["mood"].track, "2")
    screen.go_to(TODAY)
    [moment] = store.moments.of_day(TODAY - 3)
    assert moment.at == datetime(2026, 11, 19, 21, 15, tzinfo=BERLIN)
    assert _chips(form) == ["The day as a whole *", "+ Now"]


def test_a_moment_whose_last_answer_is_cleared_is_gone_and_can_begin_again(
    screen: JournalScreen, qtbot: QtBot
) -> None:
    form, store = screen._form, screen.context.store
    qtbot.mouseClick(form.bar.chips[NEW], Qt.MouseButton.LeftButton)
    for key, kept in (("3", [("09:41", {"mood": 30})]), (Qt.Key.Key_Delete, []), ("4", 1)):
        qtbot.keyClick(form.sliders["mood"].track, key)
        form.flush()
        assert len(_all(store)) == kept if kept == 1 else _all(store) == kept


def test_chips_are_one_stop_for_tab_and_arrows_choose(screen: JournalScreen, qtbot: QtBot) -> None:
    form, store = screen._form, screen.context.store
    moments.note(store, NOW.replace(hour=8, minute=0), {"mood": 30}, NOW)
    screen.refresh()
    form.bar.chips[WHOLE].setFocus()
    qtbot.keyClick(form.bar.chips[WHOLE], Qt.Key.Key_Tab)
    assert screen.focusWidget() is form.sliders["mood"].track
    form.bar.chips[WHOLE].setFocus()
    qtbot.waitUntil(lambda: form.bar.chips[1].x() > 0)  # arrows go by where the chips stand
    qtbot.keyClick(form.bar.chips[WHOLE], Qt.Key.Key_Right)
    assert _chips(form)[1] == "08:00 *"
    assert nameless(form) == []
    assert form.line.remove_button.accessibleName() == "Remove the check-in at 08:00"


def test_tab_goes_through_the_sliders_in_the_order_that_was_chosen(
    screen: JournalScreen, qtbot: QtBot
) -> None:
    form, store = screen._form, screen.context.store
    tea = measures.add(store, Measure("", "Tea", 0, 20, unit="cups"), NOW).value.key
    outcome = measures.put_in_order(store, ["energy", tea, "mood"])
    screen.context.bus.changed.emit(outcome.changes, None)
    assert list(form.sliders) == ["energy", tea, "mood", "anxiety", "stress", "confidence", "clarity"]
    qtbot.waitUntil(form.sliders[tea].isVisible)
    form.sliders["energy"].track.setFocus()
    for slider in list(form.sliders.values())[1:]:
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
        assert screen.focusWidget() is slider.track


def test_an_own_measure_has_its_own_scale_and_figures(screen: JournalScreen, qtbot: QtBot) -> None:
    form, store = screen._form, screen.context.store
    outcome = measures.add(store, Measure("", "Temperature", 35, 42, unit="°C"), NOW)
    screen.context.bus.changed.emit(outcome.changes, None)
    slider = form.sliders["own_1"]
    qtbot.keyClicks(slider.track, "36.7")
    assert slider.value() == 367
    qtbot.keyClick(slider.track, Qt.Key.Key_Right)
    assert slider.value() == 370
    qtbot.keyClick(slider.track, Qt.Key.Key_Home)
    assert slider.track.accessibleName() == "Temperature, 35 °C"
    form.flush()
    assert store.checkins.get(TODAY).values == {"own_1": 350}


def test_weekly_ones_stand_apart_and_what_is_off_shows_where_it_was_answered(
    screen: JournalScreen, qtbot: QtBot
) -> None:
    store = screen.context.store
    journal.rate(store, TODAY, {"stress": 40}, NOW)
    journal.rate(store, TODAY - 1, {"mood": 40}, NOW)
    outcome = measures.set_rhythm(store, "stress", Rhythm.OFF)
    screen.context.bus.changed.emit(outcome.changes, None)
    headings = [title.text() for title in screen._form.sheet._titles]
    assert headings == ["Once a week", "Not asked any more"]
    assert screen._form.sliders["stress"].value() == 40
    screen.go_to(TODAY - 1)
    assert "stress" not in screen._form.sliders


def test_today_asks_daily_ones_and_a_moment_can_be_noted(context: Context, qtbot: QtBot) -> None:
    journal.rate(context.store, TODAY - 2, {"confidence": 50}, NOW)
    screen = _shown(context, qtbot, TodayScreen)
    form = screen._form
    assert list(form.sliders) == ["mood", "anxiety", "stress", "energy", "clarity"]
    qtbot.keyClick(form.sliders["clarity"].track, "5")
    form.flush()
    screen.refresh()
    assert "clarity" in form.sliders  # in reach for the rest of the day
    form.note_now()
    assert screen.focusWidget() is form.sliders["mood"].track
    qtbot.keyClick(form.sliders["mood"].track, "4")
    screen.deactivate()
    assert _all(context.store) == [("09:41", {"mood": 40})]


def test_a_measure_taken_away_while_it_is_being_answered_loses_nothing_else(
    screen: JournalScreen, qtbot: QtBot
) -> None:
    form, store = screen._form, screen.context.store
    qtbot.keyClick(form.sliders["mood"].track, "7")
    outcome = measures.set_rhythm(store, "energy", Rhythm.OFF)
    screen.context.bus.changed.emit(outcome.changes, None)
    assert "energy" not in form.sliders
    screen.deactivate()
    assert store.checkins.get(TODAY).values == {"mood": 70}
