"""What to ask: rhythm, order, and measures of one's own, by keyboard and with plain messages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nextrep.domain.measures import Measure, Rhythm
from nextrep.services import measures, moments
from nextrep.storage.store import Store
from nextrep.ui.measures.dialog import AskDialog
from nextrep.ui.widgets.fields import FieldProblem
from tests.ui.fixtures_ui import make_context
from tests.ui.names import nameless

NOW = datetime(2026, 11, 22, 9, 41, tzinfo=UTC)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def dialog(tmp_path: Path, qtbot: QtBot) -> Iterator[AskDialog]:
    store = Store(tmp_path, now=NOW)
    context, reporter = make_context(tmp_path, store, NOW)
    window = QWidget()
    window.resize(1024, 640)
    qtbot.addWidget(window)
    made = AskDialog(context, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    yield made
    assert not reporter.user_errors
    made.close()
    context.undo.clear()
    store.close()


def _rows(dialog: AskDialog) -> list[str]:
    return [dialog.list.item(number).text() for number in range(dialog.list.count())]


def _store(dialog: AskDialog) -> Store:
    return dialog._context.store


def _problems(dialog: AskDialog) -> list[str]:
    assert dialog.form is not None
    return [one.text() for one in dialog.form.findChildren(FieldProblem) if one.isVisible()]


def test_rhythm_and_order_are_kept_at_once_and_taken_back(dialog: AskDialog, qtbot: QtBot) -> None:
    assert _rows(dialog)[:2] == ["Mood · every day", "Anxiety · every day"]
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    dialog.rhythm.setFocus()
    qtbot.keyClicks(dialog.rhythm, "o")  # the list of a combo box goes by its first letters
    dialog.rhythm.activated.emit(dialog.rhythm.currentIndex())
    assert _rows(dialog)[1] == "Anxiety · once a week"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up, ALT)
    assert _rows(dialog)[:2] == ["Anxiety · once a week", "Mood · every day"]
    assert not dialog.up_button.isEnabled()
    qtbot.mouseClick(dialog.down_button, Qt.MouseButton.LeftButton)
    assert [one.measure.key for one in measures.questions(_store(dialog))][:2] == ["mood", "anxiety"]
    for _ in range(3):
        dialog.undo_link.click()
    assert _rows(dialog)[:2] == ["Mood · every day", "Anxiety · every day"]
    assert measures.questions(_store(dialog))[1].rhythm is Rhythm.DAILY


def test_a_row_that_is_dragged_is_kept_in_its_new_place(dialog: AskDialog) -> None:
    model = dialog.list.model()
    model.moveRow(dialog.list.rootIndex(), 3, dialog.list.rootIndex(), 0)
    dialog.list.reordered.emit(dialog.list.keys())  # as a drop does
    assert [one.measure.key for one in measures.questions(_store(dialog))][:2] == ["energy", "mood"]


def test_an_own_measure_is_added_changed_put_away_and_brought_back(dialog: AskDialog, qtbot: QtBot) -> None:
    dialog.new_button.click()
    form = dialog.form
    qtbot.keyClicks(form.name, "Tea")
    form.high.setText("20")
    qtbot.keyClicks(form.unit, "cups")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert dialog.form is None
    assert _rows(dialog)[-1] == "Tea · every day"
    assert dialog.list.key() == "own_1"
    qtbot.keyClick(dialog.list, Qt.Key.Key_F2)
    dialog.form.name.setText("Green tea")
    dialog.form.take.click()
    assert measures.known(_store(dialog))["own_1"] == Measure("own_1", "Green tea", 0, 20, unit="cups")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert _rows(dialog)[-1] == "Green tea · put away, its answers are kept"
    assert not dialog.rhythm.isEnabled()
    assert not dialog.edit_button.isVisible()
    dialog.back_button.click()
    assert _rows(dialog)[-1] == "Green tea · every day"


def test_the_six_that_come_along_can_be_turned_off_and_not_put_away(dialog: AskDialog, qtbot: QtBot) -> None:
    assert not dialog.remove_button.isVisible()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.form is None
    assert len(measures.questions(_store(dialog))) == 6


def test_bad_input_is_said_at_its_field_and_nothing_is_kept(dialog: AskDialog) -> None:
    dialog.new_button.click()
    form = dialog.form
    form.take.click()
    assert _problems(dialog) == ["Give it a name, for example “Headache”."]
    form.name.setText("mood")
    form.take.click()
    assert _problems(dialog) == ["“Mood” is asked already. Choose another name."]
    form.name.setText("Tea")
    form.low.setText("10")
    form.take.click()
    assert _problems(dialog) == ["The high end has to be above the low end."]
    form.low.setText("1.5")
    form.take.click()
    assert _problems(dialog) == ["Write a whole number, for example 0."]
    form.low.setText("")
    form.take.click()
    assert _problems(dialog) == ["Write a whole number, for example 0."]
    form.low.setText("-3")
    form.take.click()
    assert dialog.form is None
    assert measures.known(_store(dialog))["own_1"].low == -3


def test_ends_that_leave_answers_out_are_explained(dialog: AskDialog) -> None:
    tea = measures.add(_store(dialog), Measure("", "Tea", 0, 20), NOW).value
    moments.note(_store(dialog), NOW, {tea.key: 155}, NOW)
    dialog.refresh(tea.key)
    dialog.edit_button.click()
    dialog.form.high.setText("15")
    dialog.form.take.click()
    assert _problems(dialog) == ["There are answers from 15.5 to 15.5. The ends have to hold them."]
    dialog.form.reject()


def test_everything_has_a_name(dialog: AskDialog) -> None:
    dialog.new_button.click()
    assert nameless(dialog) == []
    assert nameless(dialog.form) == []
    dialog.form.reject()
