"""How a load is made, in words: nothing is rounded silently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.exercises import Equipment, Exercise, Measure, Muscle, Pattern
from nextrep.domain.loads import Loads
from nextrep.domain.owned import Bar, Owned
from nextrep.domain.owned_words import presets
from nextrep.domain.plates import Pieces, fine
from nextrep.domain.units import Load, Unit, load_of


def kg(value: float | str) -> Load:
    return load_of(value, Unit.KG)


def lb(value: float | str) -> Load:
    return load_of(value, Unit.LB)


def exercise(*equipment: Equipment, measure: Measure = Measure.LOADED) -> Exercise:
    return Exercise("x", "X", Pattern.HORIZONTAL_PRESS, measure, (Muscle.CHEST,), equipment=equipment)


def plates(*weights: Load, count: int = 2) -> tuple[Pieces, ...]:
    return tuple(Pieces(weight, count) for weight in weights)


BENCH = exercise(Equipment.BARBELL, Equipment.BENCH)
CURL = exercise(Equipment.DUMBBELL)
LEG_PRESS = exercise(Equipment.MACHINE)
DIP = exercise(Equipment.DIP_BARS, measure=Measure.BODYWEIGHT)
HELPED = exercise(Equipment.MACHINE, measure=Measure.ASSISTED)
BAR = (Bar(Equipment.BARBELL, kg(20)),)
MACHINE = Owned(machine=(kg(5), kg(10), kg(20)), add_ons=(kg(1.25), kg(2.5)))


@pytest.mark.parametrize(
    ("owned", "what", "wanted", "text", "short"),
    [
        (
            Owned(bars=BAR, plates=plates(kg(10), kg(15))),
            BENCH,
            kg(60),
            "20 kg bar and on each side 15 kg: 50 kg. 5 kg a side is missing for 60 kg.",
            "Nearest: 50 kg. Bar 20 kg, each side 15",
        ),
        (
            Owned(bars=BAR, plates=(Pieces(kg(5), 2), Pieces(kg(2), 6))),
            BENCH,
            kg(42),
            "20 kg bar and on each side 5 kg + 2 kg + 2 kg + 2 kg: 42 kg.",
            "Bar 20 kg, each side 5 + 3 × 2",
        ),
        (Owned(bars=BAR, plates=plates(kg(10))), BENCH, kg(20), "20 kg bar.", "Bar 20 kg, nothing on it"),
        (
            Owned(bars=BAR, plates=plates(kg(10))),
            BENCH,
            kg(12),
            "20 kg bar. It is the lightest there is; 12 kg is less.",
            "Lightest: 20 kg. Bar 20 kg, nothing on it",
        ),
        (
            Owned(bars=BAR, plates=plates(kg(10)), collar=kg(2.5)),
            BENCH,
            kg(45),
            "20 kg bar with two collars of 2.5 kg and on each side 10 kg: 45 kg.",
            "Bar 20 kg, two collars of 2.5 kg, each side 10",
        ),
        (
            presets()[3].owned,
            BENCH,
            kg(100),
            (
                "45 lb bar and on each side 45 lb + 35 lb + 5 lb + 2.5 lb: 220 lb (99.79 kg). "
                "0.1 kg a side is missing for 100 kg."
            ),
            "Nearest: 220 lb (99.79 kg). Bar 45 lb, each side 45 + 35 + 5 + 2.5",
        ),
        (
            Owned(bars=(Bar(Equipment.BARBELL, lb(45)),), plates=plates(kg(20))),
            BENCH,
            lb(133.19),
            "45 lb bar and on each side 20 kg: 133.19 lb.",
            "Bar 45 lb, each side 20 kg",
        ),
        (
            Owned(plates=plates(kg(15))),
            DIP,
            kg(32),
            "15 kg + 15 kg: 30 kg. 2 kg is missing for 32 kg.",
            "Nearest: 30 kg. Plates 15 kg + 15 kg",
        ),
        (Owned(dumbbells=(kg(16),)), CURL, kg(16), "16 kg dumbbell.", ""),
        (
            Owned(handles=Pieces(kg(2), 2), handle_plates=plates(kg(1.25), kg(5), count=4)),
            CURL,
            kg(14.5),
            "2 kg handle and on each side 5 kg + 1.25 kg: 14.5 kg.",
            "Handle 2 kg, each side 5 + 1.25",
        ),
        (
            MACHINE,
            LEG_PRESS,
            kg(8.75),
            "5 kg by the pin + 2.5 kg + 1.25 kg: 8.75 kg.",
            "Pin 5 kg, on top 2.5 + 1.25",
        ),
        (
            MACHINE,
            HELPED,
            kg(-12),
            "12.5 kg of help. 12 kg of help is not there, so it is the next with more help.",
            "Nearest: 12.5 kg of help. Pin 10 kg, on top 2.5",
        ),
        (
            MACHINE,
            HELPED,
            kg(-50),
            "23.75 kg of help. It is the most help there is; 50 kg of help is more.",
            "Nearest: 23.75 kg of help. Pin 20 kg, on top 2.5 + 1.25",
        ),
    ],
)
def test_a_load_is_said_with_its_parts_its_units_and_what_is_missing(
    owned: Owned, what: Exercise, wanted: Load, text: str, short: str
) -> None:
    told = Loads(owned).sides(what, wanted)
    assert told is not None
    assert (told.text(), told.short()) == (text, short)


@pytest.mark.parametrize(
    ("kind", "short"),
    [
        (Equipment.EZ_BAR, "EZ bar 8 kg, each side 5"),
        (Equipment.TRAP_BAR, "Trap bar 8 kg, each side 5"),
        (Equipment.SMITH_MACHINE, "Bar 8 kg, each side 5"),
    ],
)
def test_the_bar_is_named(kind: Equipment, short: str) -> None:
    told = Loads(Owned(bars=(Bar(kind, kg(8)),), plates=plates(kg(5)))).sides(exercise(kind), kg(18))
    assert told is not None and told.short() == short


@given(
    st.sampled_from([preset.owned for preset in presets()[1:]] + [MACHINE]),
    st.sampled_from([BENCH, CURL, LEG_PRESS, DIP]),
    st.integers(0, 250_000),
    st.sampled_from(Unit),
)
def test_what_shows_another_number_than_asked_says_why(
    owned: Owned, what: Exercise, grams: int, unit: Unit
) -> None:
    told = Loads(owned).sides(what, Load(grams, unit))
    if told is None:
        return
    assert told.rounded == (told.made.text(unit) != told.wanted.text())
    if abs(fine(told.made) - fine(told.wanted)) > fine(kg(0.1)):
        assert told.rounded and told.why() and told.made.text() in told.short()
