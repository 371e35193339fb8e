"""Searching exercises while typing: words, muscles, equipment, movements and slips of the keyboard."""

from __future__ import annotations

import pytest

from nextrep.domain.exercises import Equipment, Exercise, Level, Measure, Muscle, MuscleGroup, Pattern
from nextrep.resources.exercise_likeness import likenesses
from nextrep.resources.exercise_search import ExerciseIndex
from nextrep.resources.exercises import load_exercises

SHIPPED = load_exercises().all
INDEX = ExerciseIndex(SHIPPED)


def own(name: str, measure: Measure = Measure.LOADED) -> Exercise:
    return Exercise(f"own_{name}", name, Pattern.ISOLATION, measure, primary=())


def names(text: str, limit: int | None = None) -> list[str]:
    return [exercise.name for exercise in INDEX.search(text, limit=limit)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sqaut", "Goblet squat"),
        ("bech pres", "Barbell bench press"),
        ("dumbel curl", "Dumbbell curl"),
        ("kettelbell swing", "Kettlebell swing"),
        ("romainan deadlift", "Barbell Romanian deadlift"),
        ("puldown", "Lat pulldown"),
        ("tricpes", "Cable triceps pushdown"),
        ("goblet sqat", "Goblet squat"),
    ],
)
def test_slips_of_the_keyboard_are_forgiven(typed: str, meant: str) -> None:
    assert meant in names(typed, 10)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pushup", "Push-up"),
        ("push ups", "Push-up"),
        ("benchpress", "Barbell bench press"),
        ("PULL-UPS", "Pull-up"),
    ],
)
def test_writing_in_one_word_or_as_a_plural_finds_the_same(typed: str, meant: str) -> None:
    assert names(typed)[0] == meant


def test_a_right_word_is_not_drowned_in_similar_ones() -> None:
    assert all("hack" in name.lower() for name in names("hack"))
    assert names("zzzz") == []
    assert names("xy") == []


def test_words_for_equipment_and_muscle_are_combined() -> None:
    found = INDEX.search("dumbbell chest", limit=8)
    assert "dumbbell_bench_press" in {exercise.key for exercise in found}
    for exercise in found:
        assert Equipment.DUMBBELL in exercise.equipment
        assert MuscleGroup.CHEST in exercise.groups


def test_words_for_what_is_needed_and_how_hard_it_is() -> None:
    for exercise in INDEX.search("no equipment back"):
        assert exercise.equipment == ()
    hinges = INDEX.search("beginner hinge", limit=10)
    assert len(hinges) == 10
    assert all(one.pattern is Pattern.HINGE and one.level is Level.BEGINNER for one in hinges)


def test_main_muscles_come_before_helping_ones() -> None:
    found = [Muscle.TRICEPS in exercise.primary for exercise in INDEX.search("tricep")]
    assert found[0]
    assert not found[-1]
    first_helper = found.index(False)
    assert not any(found[first_helper:])


def test_a_whole_word_counts_more_than_the_beginning_of_one() -> None:
    found = names("back")
    assert found[0] == "Back squat"
    assert found.index("Seated cable row") < found.index("Backpack squat")


def test_favourites_come_first_among_equals_only() -> None:
    liked = INDEX.search("squat", first={"hack_squat", "zercher_squat"})
    assert liked[0].key == "zercher_squat"
    assert INDEX.search("goblet", first={"zercher_squat"})[0].key == "goblet_squat"


def test_short_forms_stand_for_names() -> None:
    assert names("ohp") == names("overhead press")
    assert names("rdl", 1) == ["Barbell Romanian deadlift"]


def test_own_exercises_are_found_beside_the_library() -> None:
    index = ExerciseIndex((*SHIPPED, own("Hallway crawl")))
    assert index.search("halway")[0].name == "Hallway crawl"


@pytest.mark.parametrize("typed", ["", "  ", "!", "the", "a" * 500, "🏋", "%", "'; DROP", "0"])
def test_nothing_typed_breaks_it(typed: str) -> None:
    assert isinstance(INDEX.search(typed), list)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Barbel Bench Press", "barbell_bench_press"),
        ("Press Bench Barbell", "barbell_bench_press"),
        ("Goblet squats with a dumbell", None),
        ("Kettelbell swing", "kettlebell_swing"),
        ("Lat pull-down", "lat_pulldown"),
        ("My evening walk", None),
        ("Incline hammer press", None),
    ],
)
def test_an_own_exercise_is_known_as_a_second_name_only_word_by_word(name: str, key: str | None) -> None:
    found = likenesses([own(name)], SHIPPED)
    assert [one.other.key for one in found] == ([] if key is None else [key])


def test_opposites_and_other_measures_are_not_second_names() -> None:
    two = Exercise("decline_row", "Decline row", Pattern.HORIZONTAL_PULL, Measure.LOADED, primary=())
    assert likenesses([own("Incline row")], [two]) == []
    assert likenesses([own("Decline row", Measure.TIMED)], [two]) == []
    assert likenesses([own("Decline rows")], [two])[0].other is two
