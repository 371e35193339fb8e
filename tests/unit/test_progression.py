"""Double progression with its reason."""

from nextrep.domain.progression import suggest
from nextrep.domain.training import SetDraft, Target
from nextrep.domain.units import Load, Unit, load_of
from nextrep.resources.exercises import load_exercises

LIBRARY = load_exercises()
TARGET = Target(1, sets=3, reps_low=8, reps_high=10)


def sets(kilograms: float | None, *reps: int, unit: Unit = Unit.KG) -> list[SetDraft]:
    load = None if kilograms is None else load_of(kilograms, unit)
    return [SetDraft(1, 0, load=load, reps=n) for n in reps]


def test_the_top_of_the_range_in_every_set_adds_the_smallest_step() -> None:
    found = suggest(LIBRARY.get("goblet_squat"), TARGET, sets(16, 10, 10, 10))
    assert found.load == Load(18_000, Unit.KG)
    assert found.reps == 8
    assert "18 kg" in found.reason


def test_a_missed_rep_keeps_the_load() -> None:
    found = suggest(LIBRARY.get("goblet_squat"), TARGET, sets(16, 10, 10, 9))
    assert found.load == Load(16_000, Unit.KG)


def test_fewer_sets_than_planned_keep_the_load() -> None:
    assert suggest(LIBRARY.get("goblet_squat"), TARGET, sets(16, 10)).load == Load(16_000, Unit.KG)


def test_a_barbell_squat_steps_by_five_kilograms_and_pounds_stay_pounds() -> None:
    squat = LIBRARY.get("back_squat")
    assert suggest(squat, TARGET, sets(60, 10, 10, 10)).load == Load(65_000, Unit.KG)
    pounds = suggest(squat, TARGET, sets(135, 10, 10, 10, unit=Unit.LB)).load
    assert pounds is not None
    assert pounds.text() == "145 lb"


def test_bodyweight_grows_by_a_rep() -> None:
    found = suggest(LIBRARY.get("push_up"), TARGET, sets(None, 8, 8, 7))
    assert found.load is None
    assert found.reps == 9


def test_the_first_time_has_no_load_and_says_what_to_do() -> None:
    found = suggest(LIBRARY.get("goblet_squat"), TARGET, [])
    assert found.load is None
    assert found.reps == 8
    assert found.reason
