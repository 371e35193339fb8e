"""The picture of a loaded bar: said in words too, and drawn from what is on it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from nextrep.domain.exercises import Equipment, Exercise, Measure, Muscle, Pattern
from nextrep.domain.loads import Loads
from nextrep.domain.owned import Bar, Owned
from nextrep.domain.plates import Pieces
from nextrep.domain.units import Load, Unit, load_of
from nextrep.ui.session.plates_view import PlatesView
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.theme.theme import current_theme


def kg(value: float) -> Load:
    return load_of(value, Unit.KG)


def exercise(*equipment: Equipment, measure: Measure = Measure.LOADED) -> Exercise:
    return Exercise("x", "X", Pattern.HORIZONTAL_PRESS, measure, (Muscle.CHEST,), equipment=equipment)


BENCH, CURL = exercise(Equipment.BARBELL), exercise(Equipment.DUMBBELL)
DIP = exercise(Equipment.DIP_BARS, measure=Measure.BODYWEIGHT)
OWNED = Owned(
    bars=(Bar(Equipment.BARBELL, kg(20)),),
    plates=tuple(Pieces(kg(size), 12) for size in (20, 10, 2.5)),
    dumbbells=(kg(16),),
)


@pytest.fixture
def view(qtbot, qapp) -> PlatesView:
    apply_theme(qapp, "light")
    view = PlatesView(large=True)
    qtbot.addWidget(view)
    view.resize(600, 140)
    return view


def colours(view: PlatesView) -> dict[tuple[str, str], int]:
    """How many pixels of each half have the colour of a role."""
    view.resize(view.width(), view.sizeHint().height())
    picture: QImage = view.grab().toImage()
    roles = {current_theme().color(role).rgb(): role for role in ("sleep", "primary", "sunken")}
    found: dict[tuple[str, str], int] = {}
    for x in range(picture.width()):
        side = "left" if x < picture.width() / 2 else "right"
        for y in range(picture.height()):
            role = roles.get(picture.pixel(x, y))
            if role:
                found[side, role] = found.get((side, role), 0) + 1
    return found


def test_both_sides_carry_the_same_and_words_say_it(view: PlatesView):
    view.show_loading(Loads(OWNED).sides(BENCH, kg(85)))
    found = colours(view)
    for role in ("sleep", "primary", "sunken"):
        assert found["left", role] == pytest.approx(found["right", role], rel=0.05)
        assert found["left", role] > 300
    assert view.accessibleName() == "Plates"
    assert view.accessibleDescription() == "20 kg bar and on each side 20 kg + 10 kg + 2.5 kg: 85 kg."


def test_plates_on_a_belt_are_drawn_in_one_place(view: PlatesView):
    view.show_loading(Loads(OWNED).sides(DIP, kg(30)))
    found = colours(view)
    assert {side for side, role in found if role in {"sleep", "primary"}} == {"left"}
    assert view.accessibleDescription() == "20 kg + 10 kg: 30 kg."


@pytest.mark.parametrize("large", [True, False])
def test_more_plates_than_there_is_room_for_are_counted(qtbot, large: bool):
    view = PlatesView(large=large)
    qtbot.addWidget(view)
    view.resize(212, 60)
    view.show_loading(Loads(OWNED).sides(BENCH, kg(20 + 2 * (6 * 20 + 5 * 10 + 2.5))))
    assert colours(view)["left", "sleep"] > 100


def test_a_bare_bar_shows_and_a_dumbbell_or_nothing_does_not(view: PlatesView):
    view.show_loading(Loads(OWNED).sides(BENCH, kg(20)))
    assert not view.isHidden()
    low = view.sizeHint().height()
    view.show_loading(Loads(OWNED).sides(CURL, kg(16)))
    assert view.isHidden()
    assert view.accessibleDescription() == ""
    view.show_loading(Loads(OWNED).sides(BENCH, kg(60)))
    assert not view.isHidden() and view.sizeHint().height() > low
    view.show_loading(None)
    assert view.isHidden()


def test_another_theme_recolours_it(view: PlatesView, qapp):
    view.show_loading(Loads(OWNED).sides(BENCH, kg(60)))
    light = colours(view)
    apply_theme(qapp, "dark")
    dark = colours(view)
    apply_theme(qapp, "light")
    assert light["left", "sleep"] > 300 and dark["left", "sleep"] > 300
