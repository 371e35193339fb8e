"""Sets of a week as bars and on the body map."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nextrep.domain.exercises import MuscleGroup
from nextrep.domain.recovery import GroupSets
from nextrep.ui.program.sets_bar import LONG_SCALE, SHORT_SCALE, SetsBar, scale_for
from nextrep.ui.program.week_sets import WeekSetsCard

WEEK = {MuscleGroup.CHEST: GroupSets(9, 3), MuscleGroup.CALVES: GroupSets(0, 1)}


@pytest.fixture
def card(qtbot: QtBot) -> WeekSetsCard:
    made = WeekSetsCard()
    qtbot.addWidget(made)
    made.resize(364, 500)
    made.show_week("Planned in week 6", WEEK)
    made.show()
    return made


def test_bars_say_their_sets(card: WeekSetsCard) -> None:
    names = [bar.accessibleName() for bar in card.findChildren(SetsBar)]
    assert len(names) == len(MuscleGroup)
    assert "Chest: 10.5 sets, from 9 as main mover and 3 helping" in names
    assert "Calves: 0.5 sets, from 0 as main mover and 1 helping" in names
    assert "Back: no sets" in names


def test_bars_and_body_are_two_views_of_one_week_by_keyboard(card: WeekSetsCard, qtbot: QtBot) -> None:
    bar = card.findChildren(SetsBar)[0]
    assert bar.isVisible() and not card.map.isVisible()
    card._as_body.setFocus()
    qtbot.keyClick(card._as_body, Qt.Key.Key_Space)
    assert card.map.isVisible() and not bar.isVisible()
    assert card.map.text_of(MuscleGroup.CHEST).startswith("Chest: 10.5")
    card._as_bars.click()
    assert bar.isVisible()


def test_the_group_that_is_chosen_is_told_and_said(card: WeekSetsCard, qtbot: QtBot) -> None:
    card._as_body.click()
    with qtbot.waitSignal(card.group_chosen) as told:
        card.map.choose(MuscleGroup.CHEST)
    assert told.args == [MuscleGroup.CHEST]
    assert card._said.text().startswith("Chest: 10.5 sets")
    card.show_week("Planned in week 7", {})
    assert card._said.text() == "Chest: no sets"


@pytest.mark.parametrize(
    ("most", "scale"), [(0, SHORT_SCALE), (12, SHORT_SCALE), (12.5, LONG_SCALE), (21, LONG_SCALE)]
)
def test_a_light_week_has_a_scale_that_shows_it(most: float, scale: float) -> None:
    assert scale_for(most) == scale


def test_no_bar_is_longer_than_its_track() -> None:
    assert scale_for(60) >= 60


def test_longer_bars_for_more_sets_and_a_lighter_part_for_helping(qtbot: QtBot) -> None:
    bar = SetsBar(MuscleGroup.CHEST)
    qtbot.addWidget(bar)
    bar.resize(300, 24)

    def colours(sets: GroupSets) -> list[str]:
        bar.show_sets(sets, SHORT_SCALE)
        picture = bar.grab().toImage()
        middle = picture.height() // 2
        return [picture.pixelColor(x, middle).name() for x in range(picture.width())]

    none, main, both = colours(GroupSets()), colours(GroupSets(6)), colours(GroupSets(6, 6))
    changed = sum(a != b for a, b in zip(none, main, strict=True))
    longer = sum(a != b for a, b in zip(none, both, strict=True))
    assert 0 < changed < longer
    assert len(set(both)) > len(set(main))
