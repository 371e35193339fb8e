"""The panel of things worth a look."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nextrep.domain.advice import Advice, ChangeSets, Fix, Kind, MoveSession, SetCount, Severity
from nextrep.services.advice import WeekAdvice
from nextrep.ui.program.advice_panel import SHOWN_AT_ONCE, AdvicePanel

MOVE = MoveSession("Move to Friday", 7, 100)
CUT = ChangeSets("Take 2 sets off", (SetCount(7, 0, 2),))


def advice(name: str, *fixes: Fix, session: int | None = 7, severity: Severity = Severity.LOOK) -> Advice:
    return Advice(
        Kind.REST, severity, 6, session, (), f"{name} is close.", "48 h is a guide.", name, 24, None, fixes
    )


def week(*shown: Advice, look: int | None = None, aside: int = 0, elsewhere: int | None = None) -> WeekAdvice:
    names = {one.name for one in shown if one.severity is Severity.LOOK}
    return WeekAdvice(shown, dict.fromkeys(names, 3), len(names) if look is None else look, aside, elsewhere)


@pytest.fixture
def panel(qtbot: QtBot) -> AdvicePanel:
    made = AdvicePanel()
    qtbot.addWidget(made)
    made.resize(364, 600)
    made.show()
    return made


def test_one_thing_to_look_at_with_its_reason_and_its_mends(panel: AdvicePanel, qtbot: QtBot) -> None:
    panel.show_advice(week(advice("Upper", MOVE, CUT)))
    assert panel._count.text() == "1 thing to look at in the plan, in this week."
    (item,) = panel.items()
    assert item.accessibleName() == "Upper is close."
    assert [one.text() for one in item.buttons()] == [
        "Move to Friday", "In all 3 weeks", "Take 2 sets off", "Why", "Show", "Fine as it is",
    ]  # fmt: skip
    assert not item._reason.isVisible()
    qtbot.keyClick(item.why, Qt.Key.Key_Space)
    assert item._reason.isVisible()
    assert item._reason.text() == "48 h is a guide."


def test_each_button_asks_for_what_it_says(panel: AdvicePanel, qtbot: QtBot) -> None:
    told = advice("Upper", MOVE, CUT)
    panel.show_advice(week(told))
    item = panel.items()[0]
    for button, signal, args in (
        (item.mend, panel.mend_asked, [MOVE]),
        (item.other, panel.mend_asked, [CUT]),
        (item.everywhere, panel.mend_all_asked, ["Upper"]),
        (item.fine, panel.fine_asked, [told]),
        (item.show_it, panel.show_asked, [7]),
    ):
        with qtbot.waitSignal(signal) as heard:
            qtbot.keyClick(button, Qt.Key.Key_Space)
        assert heard.args == args


def test_no_mend_and_no_session_leave_no_empty_buttons(panel: AdvicePanel) -> None:
    panel.show_advice(week(advice("Chest", session=None)))
    assert [one.text() for one in panel.items()[0].buttons() if one.isVisible()] == ["Why", "Fine as it is"]


def test_nothing_to_look_at_is_said_kindly(panel: AdvicePanel) -> None:
    panel.show_advice(week())
    assert panel._count.text() == "Nothing to look at. The plan fits together."
    assert panel.items() == []
    assert not panel._foot.isVisible()


def test_hints_are_not_counted(panel: AdvicePanel) -> None:
    panel.show_advice(week(advice("Arms", severity=Severity.HINT)))
    assert panel._count.text().startswith("Nothing to look at")
    assert len(panel.items()) == 1


def test_another_week_and_what_was_put_aside_are_one_click_away(panel: AdvicePanel, qtbot: QtBot) -> None:
    panel.show_advice(week(look=2, aside=3, elsewhere=9))
    assert panel._count.text() == "2 things to look at in the plan, none in this week."
    with qtbot.waitSignal(panel.week_asked) as heard:
        qtbot.mouseClick(panel._next, Qt.MouseButton.LeftButton)
    assert heard.args == [9]
    assert panel._again.text() == "3 put aside: look again"
    with qtbot.waitSignal(panel.look_again_asked):
        qtbot.mouseClick(panel._again, Qt.MouseButton.LeftButton)


def test_a_busy_week_stays_short_until_asked(panel: AdvicePanel, qtbot: QtBot) -> None:
    many = week(*(advice(f"Thing {n}", MOVE) for n in range(5)))
    panel.show_advice(many)
    assert len(panel.items()) == SHOWN_AT_ONCE
    assert panel._more.text() == "Show 2 more"
    qtbot.mouseClick(panel._more, Qt.MouseButton.LeftButton)
    assert len(panel.items()) == 5
    qtbot.mouseClick(panel._more, Qt.MouseButton.LeftButton)
    assert len(panel.items()) == SHOWN_AT_ONCE


def test_the_keyboard_stays_when_what_had_it_is_gone(panel: AdvicePanel, qtbot: QtBot) -> None:
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.show_advice(week(advice("One", MOVE), advice("Two", CUT)))
    panel.items()[1].mend.setFocus()
    panel.show_advice(week(advice("One", MOVE)))
    assert QApplication.focusWidget() is panel.items()[0].mend
    panel.show_advice(week(look=1, elsewhere=8))
    assert QApplication.focusWidget() is panel._next


def test_a_long_label_is_cut_and_told_in_full(panel: AdvicePanel, qtbot: QtBot) -> None:
    label = "Swap Barbell Bulgarian split squat for Dumbbell Bulgarian split squat with a pause"
    panel.show_advice(week(advice("Squat", MoveSession(label, 7, 100))))
    panel.resize(240, 400)
    item = panel.items()[0]
    qtbot.waitUntil(lambda: item.mend.toolTip() == label)
    assert item.mend.width() <= panel.width()
