"""The shipped exercise library: sound data, found by the names people and other programs use."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from nextrep.domain.exercises import Equipment, Level, Measure, Muscle, Pattern, fold
from nextrep.resources.exercise_check import check_library, check_notes
from nextrep.resources.exercises import LIBRARY_FILE, NOTES_FILE, ExerciseLibrary, load_exercises, stand_ins
from nextrep.resources.paths import path

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"

MOVEMENTS = (
    Pattern.SQUAT,
    Pattern.HINGE,
    Pattern.LUNGE,
    Pattern.HORIZONTAL_PRESS,
    Pattern.VERTICAL_PRESS,
    Pattern.HORIZONTAL_PULL,
    Pattern.VERTICAL_PULL,
    Pattern.CORE,
)
NOTHING: frozenset[Equipment] = frozenset()
HOME = frozenset({Equipment.BAND, Equipment.BACKPACK})
DUMBBELL = frozenset({Equipment.DUMBBELL})
GYM = frozenset(Equipment) - {Equipment.BAND, Equipment.BACKPACK, Equipment.OTHER}


@pytest.fixture(scope="module")
def library() -> ExerciseLibrary:
    return load_exercises()


def _raw(name: str) -> Any:
    return json.loads(path(name).read_text(encoding="utf-8"))


def _row(**changes: object) -> dict[str, object]:
    row: dict[str, object] = {
        "key": "goblet_squat",
        "name": "Goblet squat",
        "pattern": "squat",
        "measure": "loaded",
        "primary": ["quadriceps"],
    }
    return row | changes


def test_shipped_data_are_sound() -> None:
    raw = _raw(LIBRARY_FILE)
    assert check_library(raw) == []
    assert check_notes(_raw(NOTES_FILE), frozenset(row["key"] for row in raw)) == []


def test_keys_follow_from_names() -> None:
    wrong = [
        row["key"]
        for row in _raw(LIBRARY_FILE)
        if row["key"] != fold(row["name"].replace("'", "")).replace(" ", "_")
    ]
    assert wrong == []


def test_one_exercise_a_line_for_readable_differences() -> None:
    lines = path(LIBRARY_FILE).read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(_raw(LIBRARY_FILE)) + 2


def test_library_is_large_enough(library: ExerciseLibrary) -> None:
    assert len(library.all) >= 270
    assert sum(bool(exercise.note) for exercise in library.all) >= 60
    assert {exercise.pattern for exercise in library.all} == set(Pattern)
    assert {exercise.measure for exercise in library.all} == set(Measure)
    assert {muscle for exercise in library.all for muscle in exercise.primary} == set(Muscle)
    assert {item for exercise in library.all for item in exercise.equipment} == set(Equipment)


@pytest.mark.parametrize(
    "at_hand", [NOTHING, HOME, DUMBBELL, GYM], ids=["nothing", "home", "dumbbell", "gym"]
)
@pytest.mark.parametrize("pattern", MOVEMENTS)
def test_a_beginner_has_a_choice_with_any_equipment(
    library: ExerciseLibrary, pattern: Pattern, at_hand: frozenset[Equipment]
) -> None:
    choice = [
        exercise
        for exercise in library.all
        if exercise.pattern is pattern
        and exercise.level is Level.BEGINNER
        and exercise.possible_with(at_hand)
    ]
    assert len(choice) >= 3
    if at_hand:
        assert any(exercise.equipment for exercise in choice), "the equipment at hand is put to use"


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"key": "Goblet squat"}, "lower case"),
        ({"key": "own_squat"}, "own_"),
        ({"pattern": "jump"}, "jump is not a pattern"),
        ({"measure": "counted"}, "counted is not a measure"),
        ({"primary": []}, "primary"),
        ({"primary": ["thighs"]}, "thighs is not a primary"),
        ({"secondary": ["quadriceps"]}, "both primary and secondary"),
        ({"equipment": ["chair"]}, "chair is not a equipment"),
        ({"equipment": ["band", "band"]}, "twice"),
        ({"level": "novice"}, "novice is not a level"),
        ({"level": "beginner"}, "left out"),
        ({"unilateral": False}, "unilateral"),
        ({"aliases": ["goblet SQUAT"]}, "also belongs to"),
        ({"measure": "assisted"}, "help comes from"),
        ({"note": "Sit."}, "note is not a field"),
    ],
)
def test_check_finds_what_is_wrong(changes: dict[str, object], fault: str) -> None:
    faults = check_library([_row(**changes)])
    assert any(fault in text for text in faults), faults


def test_check_finds_shared_names_keys_and_other_shapes() -> None:
    twice = check_library([_row(), _row(name="Other squat")])
    shared = check_library([_row(), _row(key="other", name="Other", aliases=["Góblet-Squat"])])
    assert twice == ["goblet_squat: the key is there twice"]
    assert shared == ["other: “Góblet-Squat” also belongs to goblet_squat"]
    assert check_library({}) == ["the library is not a list"]
    assert check_library(["squat"]) == ["row 1 is not an object"]
    assert "name is missing" in check_library([{"key": "squat"}])[0]


@pytest.mark.parametrize(
    ("notes", "fault"),
    [
        ({"press": "Push up."}, "no such exercise"),
        ({"squat": "  "}, "empty"),
        ({"squat": "Sit. Stand. Sit. Stand."}, "short sentences"),
        ({"squat": "Sit down"}, "short sentences"),
        ({"squat": "Go for it! Stand."}, "exclamation"),
        ([], "not an object"),
    ],
)
def test_check_finds_wrong_notes(notes: object, fault: str) -> None:
    assert any(fault in text for text in check_notes(notes, frozenset({"squat"})))


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Bench Press (Barbell)", "barbell_bench_press"),
        ("Flat Barbell Bench Press", "barbell_bench_press"),
        ("Bench Press (Dumbbell)", "dumbbell_bench_press"),
        ("bent over row (barbell) ", "barbell_bent_over_row"),
        ("Pull Up (Assisted)", "assisted_pull_up_machine"),
        ("Pull Up (Band)", "assisted_pull_up_band"),
        ("Desenvolvimento (Halter)", "dumbbell_overhead_press"),
        ("ELEVACAO PELVICA BARRA", "barbell_hip_thrust"),
        ("Leg Press 45º (Máquina)", "leg_press"),
        ('Pause Deadlift 1"', "pause_deadlift"),
        ("Farmer's carry", "farmers_carry"),
    ],
)
def test_find_knows_other_programs_names(library: ExerciseLibrary, written: str, key: str) -> None:
    found = library.find(written)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("written", ["", "Shoulder Press", "Triceps Extension", "Running", "TEST NAME"])
def test_find_does_not_guess(library: ExerciseLibrary, written: str) -> None:
    assert library.find(written) is None


def test_get(library: ExerciseLibrary) -> None:
    press = library.get("dumbbell_bench_press")
    assert press.equipment == (Equipment.DUMBBELL, Equipment.BENCH)
    assert press.note
    with pytest.raises(KeyError):
        library.get("own_1")


def test_search_puts_names_that_start_with_the_text_first(library: ExerciseLibrary) -> None:
    found = [exercise.name for exercise in library.search("deadl", limit=50)]
    starts = [name.lower().startswith("deadl") for name in found]
    assert found[0] == "Deadlift"
    assert "Dumbbell deadlift" in found
    assert starts == sorted(starts, reverse=True)


def test_search_wants_every_word_in_any_order(library: ExerciseLibrary) -> None:
    found = library.search("press incl", limit=50)
    named = [_has_words(exercise.name, "press", "incl") for exercise in found]
    assert sum(named) == 5
    assert named == sorted(named, reverse=True), "what the words only describe comes after"
    assert library.search("incline zebra") == []


def _has_words(name: str, *words: str) -> bool:
    return all(f" {word}" in f" {fold(name)}" for word in words)


def test_search_looks_at_aliases_after_names(library: ExerciseLibrary) -> None:
    assert [exercise.key for exercise in library.search("rdl")] == [
        "barbell_romanian_deadlift",
        "dumbbell_romanian_deadlift",
    ]
    assert library.search("agachamento bul")[0].key == "bulgarian_split_squat"


def test_search_keeps_to_the_limit_and_gives_nothing_for_nothing(library: ExerciseLibrary) -> None:
    assert len(library.search("press", limit=3)) == 3
    assert library.search("  ") == []


def test_alternates_are_possible_and_closest_first(library: ExerciseLibrary) -> None:
    bench = library.get("barbell_bench_press")
    others = stand_ins(bench, library.all, DUMBBELL)
    shared = [len(set(bench.primary) & set(other.primary)) for other in others]
    assert others
    assert all(other.possible_with(DUMBBELL) for other in others)
    assert {other.pattern for other in others} == {Pattern.HORIZONTAL_PRESS}
    assert bench not in others
    assert shared == sorted(shared, reverse=True)
    assert others[0].level is Level.BEGINNER
    assert others == stand_ins(bench, library.all, DUMBBELL)


def test_alternates_of_an_isolation_exercise_train_the_same_muscle(library: ExerciseLibrary) -> None:
    others = stand_ins(library.get("barbell_curl"), library.all, HOME)
    assert {"band_curl", "backpack_curl"} <= {other.key for other in others}
    assert [other.key for other in others if Muscle.BICEPS not in other.primary] == []


def test_pull_up_has_a_stand_in_where_there_is_nothing(library: ExerciseLibrary) -> None:
    assert stand_ins(library.get("pull_up"), library.all, NOTHING)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared real exports are not beside this checkout")
@pytest.mark.parametrize("program", ["strong", "hevy", "fitnotes"])
def test_most_names_of_real_exports_are_known(library: ExerciseLibrary, program: str) -> None:
    columns = {"Exercise Name", "exercise_title", "Exercise", "运动名称"}
    rows = known = 0
    for file in sorted((SHARED / program).glob("*.csv")):
        lines = file.read_text(encoding="utf-8-sig").splitlines()
        delimiter = ";" if lines[0].count(";") > lines[0].count(",") else ","
        reader = csv.DictReader(lines, delimiter=delimiter)
        column = next(iter(columns & set(reader.fieldnames or ())))
        for row in reader:
            rows += 1
            known += library.find(row[column] or "") is not None
    assert rows
    assert known / rows > 0.9
