"""The body map: what it shows, by mouse, by keys and in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from nextrep.domain.exercises import MuscleGroup
from nextrep.domain.recovery import GroupSets
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.body_map import BodyMap, step_colour, step_of, step_titles
from nextrep.ui.widgets.body_shapes import back, front

WEEK = {MuscleGroup.CHEST: GroupSets(9, 3), MuscleGroup.QUADS: GroupSets(22)}


@pytest.fixture
def body(qtbot: QtBot) -> BodyMap:
    widget = BodyMap()
    qtbot.addWidget(widget)
    widget.resize(320, widget.heightForWidth(320))
    widget.show_sets(WEEK)
    widget.show()
    return widget


def place_of(body: BodyMap, group: MuscleGroup) -> QPoint:
    """Return a point of the widget where it shows a group."""
    for y in range(0, body.height(), 2):
        for x in range(0, body.width(), 2):
            if body._group_at(QPointF(x, y)) is group:
                return QPoint(x, y)
    raise AssertionError(group)


def test_every_muscle_group_can_be_pointed_at(body: BodyMap) -> None:
    assert {*front().groups, *back().groups} == set(MuscleGroup)
    for group in MuscleGroup:
        place_of(body, group)


def test_both_halves_belong_to_the_same_group() -> None:
    for figure in (front(), back()):
        for group, path in figure.groups.items():
            box = path.boundingRect()
            assert box.left() == pytest.approx(-box.right(), abs=0.01), group
            assert figure.outline.boundingRect().contains(box), group


def test_pointing_and_clicking_tell_the_group(body: BodyMap, qtbot: QtBot) -> None:
    told: list[object] = []
    body.chosen.connect(told.append)
    qtbot.mouseMove(body, place_of(body, MuscleGroup.CHEST))
    qtbot.mouseMove(body, QPoint(1, 1))
    assert told == [MuscleGroup.CHEST, None]
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=place_of(body, MuscleGroup.QUADS))
    assert body.group() is not None
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    body._point(None)
    assert body.group() is None


def test_arrow_keys_go_round_and_escape_lets_go(body: BodyMap, qtbot: QtBot) -> None:
    groups = list(MuscleGroup)
    qtbot.keyClick(body, Qt.Key.Key_Right)
    assert body.group() is groups[0]
    qtbot.keyClick(body, Qt.Key.Key_Left)
    assert body.group() is groups[-1]
    qtbot.keyClick(body, Qt.Key.Key_Down)
    assert body.group() is groups[0]
    qtbot.keyClick(body, Qt.Key.Key_End)
    assert body.group() is groups[-1]
    qtbot.keyClick(body, Qt.Key.Key_Escape)
    assert body.group() is None


def test_screen_readers_get_every_group_and_the_chosen_one(body: BodyMap) -> None:
    lines = body.accessibleDescription().splitlines()
    assert len(lines) == len(MuscleGroup)
    assert "Chest: 10.5 sets, from 9 as main mover and 3 helping" in lines
    assert "Quads: 22 sets" in lines
    assert "Back: no sets" in lines
    body.choose(MuscleGroup.QUADS)
    assert body.accessibleName().endswith("Quads: 22 sets")


@pytest.mark.parametrize(
    ("sets", "step"), [(0, 0), (0.5, 1), (3.5, 1), (4, 2), (9.5, 2), (10, 3), (20, 3), (20.5, 4)]
)
def test_shades(sets: float, step: int) -> None:
    assert step_of(sets) == step


def test_each_shade_has_a_colour_of_its_own_that_is_painted(body: BodyMap) -> None:
    theme = current_theme()
    colours = {step_colour(theme, step).name() for step in range(len(step_titles()))}
    assert len(colours) == len(step_titles())
    picture: QImage = body.grab().toImage()
    for group, sets in WEEK.items():
        at = place_of(body, group)
        ratio = picture.devicePixelRatio()
        # A few pixels inside: the edge itself is smoothed.
        near = [
            picture.pixelColor(round((at.x() + dx) * ratio), round((at.y() + 6) * ratio)) for dx in range(9)
        ]
        assert step_colour(theme, step_of(sets.total)).name() in {colour.name() for colour in near}, group


def test_it_keeps_its_proportions_in_a_narrow_place(body: BodyMap) -> None:
    assert body.heightForWidth(220) < body.heightForWidth(330)
    body.resize(160, body.heightForWidth(160))
    assert place_of(body, MuscleGroup.BACK).x() > 80
