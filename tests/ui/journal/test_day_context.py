"""What a day was like, in the journal: empty at first, kept at once, by keys too, taken back exactly."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nextrep.domain.day_context import Pain
from nextrep.domain.day_topics import OFFERED, Topic
from nextrep.domain.units import Load, Unit
from nextrep.services import day_context
from nextrep.ui.journal.about_day import AboutDay
from nextrep.ui.journal.screen import JournalScreen
from nextrep.ui.journal.tag_bar import TagBar
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.yes_no_chip import YesNoChip
from tests.ui.names import nameless

TODAY = date(2026, 11, 22).toordinal()


def about(screen: JournalScreen) -> AboutDay:
    return screen._day_card.about


def tags(screen: JournalScreen) -> TagBar:
    return screen._day_card.tags


def test_everything_is_empty_at_first_and_nothing_is_asked_that_may_weigh(screen: JournalScreen) -> None:
    part = about(screen)
    shown = {topic for topic, chip in part.chips.items() if chip.isVisible()}
    shown |= {topic for topic, amount in part.amounts.items() if amount.isVisible()}
    assert shown == OFFERED - {Topic.TAGS, Topic.PAIN}
    assert all(chip.value() is None for chip in part.chips.values())
    assert not part.weight.isVisible()
    assert not part._rest.isVisible()
    assert not any(chip.isChecked() for chip in tags(screen).chips.values())
    assert nameless(screen) == []
    assert screen.context.store.is_empty()


def test_yes_no_and_not_said_follow_each_other_and_look_different(
    screen: JournalScreen, context: Context, qtbot: QtBot
) -> None:
    chip = about(screen).chips[Topic.WATER]
    looks = [chip.grab().toImage()]
    for value, name in ((1, "Water: yes"), (0, "Water: no")):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert context.store.contexts.get(TODAY).facts == {Topic.WATER: value}
        assert chip.accessibleName() == name
        looks.append(chip.grab().toImage())
    assert looks[0] != looks[1] != looks[2] != looks[0]
    assert chip.height() >= 36
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert context.store.contexts.get(TODAY).empty


def test_keys_say_it_at_once(screen: JournalScreen, context: Context, qtbot: QtBot) -> None:
    chip = about(screen).chips[Topic.ILL]
    for key, value in (
        (Qt.Key.Key_N, 0),
        (Qt.Key.Key_Y, 1),
        (Qt.Key.Key_Delete, None),
        (Qt.Key.Key_Space, 1),
    ):
        qtbot.keyClick(chip, key)
        assert chip.value() == value
    assert context.store.contexts.get(TODAY).facts == {Topic.ILL: 1}


def test_undo_shows_what_was(screen: JournalScreen, context: Context, qtbot: QtBot) -> None:
    qtbot.keyClick(about(screen).chips[Topic.PROTEIN], Qt.Key.Key_Y)
    qtbot.mouseClick(tags(screen).chips["outside"], Qt.MouseButton.LeftButton)
    context.undo.undo()
    context.undo.undo()
    assert about(screen).chips[Topic.PROTEIN].value() is None
    assert not tags(screen).chips["outside"].isChecked()
    context.undo.redo()
    assert about(screen).chips[Topic.PROTEIN].value() == 1


def test_a_tag_of_ones_own_is_typed_and_offered_again(
    screen: JournalScreen, context: Context, qtbot: QtBot
) -> None:
    line = tags(screen).line
    qtbot.keyClicks(line, "  by the  sea ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert context.store.contexts.get(TODAY).tags == ("by the sea",)
    assert line.text() == ""
    assert tags(screen).chips["by the sea"].isChecked()
    screen.go_to(TODAY - 1)
    assert not tags(screen).chips["by the sea"].isChecked()
    assert next(iter(tags(screen).chips)) == "by the sea"


def test_a_tag_that_cannot_be_kept_says_why_and_stays_to_be_mended(
    screen: JournalScreen, context: Context, qtbot: QtBot
) -> None:
    line = tags(screen).line
    line.setText("x" * 60)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert tags(screen)._problem.text() == "Up to 40 characters fit here."
    assert line.text() == "x" * 60
    assert context.store.is_empty()


def test_minutes_outdoors_are_typed_or_stepped_and_can_be_emptied(
    screen: JournalScreen, context: Context, qtbot: QtBot
) -> None:
    field = about(screen).amounts[Topic.OUTDOORS].field
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "15 min"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert context.store.contexts.get(TODAY).facts == {Topic.OUTDOORS: 30}
    field.setText("1:15")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "75 min"
    field.setText("a while")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "for example 45" in about(screen)._problem.text()
    assert context.store.contexts.get(TODAY).facts == {Topic.OUTDOORS: 75}
    field.setText("")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert context.store.contexts.get(TODAY).empty


def test_stepping_down_goes_to_nought_and_then_to_nothing_said(screen: JournalScreen, qtbot: QtBot) -> None:
    amount = about(screen).amounts[Topic.OUTDOORS]
    amount.more.click()
    amount.less.click()
    assert amount.field.text() == "0 min"
    amount.less.click()
    assert amount.field.text() == ""


def test_pain_has_a_place_and_a_level_and_rest_is_offered_without_pressure(
    screen: JournalScreen, context: Context, qtbot: QtBot
) -> None:
    pain = about(screen).pain
    for place, level in (("Head", "2"), ("left knee", "5")):
        pain.place.setText(place)
        qtbot.keyClick(pain.place, Qt.Key.Key_Return)
        qtbot.keyClicks(pain.level, level)
        qtbot.keyClick(pain.level, Qt.Key.Key_Return)
        assert about(screen)._rest.isVisible() is (level == "5")
    assert context.store.contexts.get(TODAY).pain == (Pain("Head", 2), Pain("left knee", 5))
    assert pain.place.text() == pain.level.text() == ""
    pain.level.setText("11")
    qtbot.keyClick(pain.level, Qt.Key.Key_Return)
    assert pain.problem.text() == "A whole number from 0 to 10."
    pain.given.emit("left knee", None)
    assert context.store.contexts.get(TODAY).pain == (Pain("Head", 2),)
    assert not about(screen)._rest.isVisible()


def test_weight_appears_when_it_is_wanted_and_hides_again_without_loss(
    screen: JournalScreen, context: Context, qtbot: QtBot
) -> None:
    dialog = about(screen).open_topics()
    dialog.boxes[Topic.BODY_WEIGHT].setChecked(True)
    dialog.boxes[Topic.TAGS].setChecked(False)
    dialog.take.click()
    weight = about(screen).weight
    assert weight.isVisible()
    assert not tags(screen).isVisible()
    weight.setText("180 lb")
    qtbot.keyClick(weight, Qt.Key.Key_Return)
    assert context.store.contexts.get(TODAY).weight == Load(81_647, Unit.LB)
    weight.setText("3")
    qtbot.keyClick(weight, Qt.Key.Key_Return)
    assert "20 to 500 kg" in about(screen)._problem.text()
    day_context.choose(context.store, OFFERED)
    screen.refresh()
    assert not weight.isVisible()
    assert context.store.contexts.get(TODAY).weight == Load(81_647, Unit.LB)


def test_a_chip_tells_only_when_the_person_changes_it(qtbot: QtBot) -> None:
    chip = YesNoChip("Water")
    qtbot.addWidget(chip)
    said: list[object] = []
    chip.valueChanged.connect(said.append)
    chip.setValue(1)
    assert said == []
    chip.click()
    assert said == [0]
