"""Own exercises as plain data and back, what is refused, and the best set of an exercise."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.best import best_of
from nextrep.domain.errors import UserError
from nextrep.domain.exercise_facts import (
    UNKNOWN,
    ExerciseFacts,
    check_own,
    facts_from_data,
    facts_to_data,
    own_of,
)
from nextrep.domain.exercise_words import feeling, measure_title, muscle_title, pattern_title, summary
from nextrep.domain.exercises import Equipment, Exercise, Level, Measure, Muscle, Pattern
from nextrep.domain.strength import SetFact
from nextrep.resources.exercises import load_exercises


@st.composite
def facts(draw: st.DrawFn) -> ExerciseFacts:
    muscles = draw(st.permutations(list(Muscle)))
    first, second = draw(st.integers(0, 5)), draw(st.integers(5, 10))
    return ExerciseFacts(
        draw(st.sampled_from(Pattern)),
        tuple(muscles[:first]),
        tuple(muscles[first:second]),
        tuple(draw(st.lists(st.sampled_from(Equipment), unique=True))),
        draw(st.booleans()),
        draw(st.sampled_from(Level)),
    )


def crawl(name: str = "Crawl", **words: Any) -> Exercise:
    return own_of("own_crawl", name, Measure.TIMED, UNKNOWN, **words)


@given(facts())
def test_what_is_written_is_read_again(given_facts: ExerciseFacts) -> None:
    assert facts_from_data(json.loads(json.dumps(facts_to_data(given_facts)))) == given_facts


def test_nothing_said_is_nothing_written() -> None:
    assert facts_from_data({}) == UNKNOWN
    assert facts_to_data(UNKNOWN) == {"pattern": "isolation"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"pattern": "jump"}, "pattern"),
        ({"pattern": ["core"]}, "pattern"),
        ({"primary": "chest"}, "primary"),
        ({"primary": ["thighs"]}, "primary"),
        ({"primary": [["chest"]]}, "primary"),
        ({"primary": ["chest"], "secondary": ["chest"]}, "secondary"),
        ({"equipment": ["sofa"]}, "equipment"),
        ({"unilateral": "yes"}, "unilateral"),
        ({"level": "novice"}, "level"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, object], field: str) -> None:
    assert facts_from_data({"pattern": "core"}).pattern is Pattern.CORE
    with pytest.raises(UserError) as caught:
        facts_from_data({"pattern": "core"} | change)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (crawl(""), "name"),
        (crawl("x" * 121), "name"),
        (crawl(note="x" * 501), "note"),
        (crawl(cue="x" * 501), "cue"),
    ],
)
def test_words_that_are_missing_or_too_long_are_named(wrong: Exercise, field: str) -> None:
    assert check_own(crawl()) == crawl()
    with pytest.raises(UserError) as caught:
        check_own(wrong)
    assert caught.value.field == field


def test_blanks_are_tidied() -> None:
    exercise = check_own(own_of("own_x", "  Bear   walk ", Measure.TIMED, UNKNOWN, note=" low ", cue="\n"))
    assert (exercise.name, exercise.note, exercise.cue) == ("Bear walk", "low", "")


def test_every_exercise_of_the_library_has_words() -> None:
    for exercise in load_exercises().all:
        assert feeling(exercise)
        assert summary(exercise)
    titles = [*map(pattern_title, Pattern), *map(muscle_title, Muscle), *map(measure_title, Measure)]
    assert all(titles)
    assert len(set(map(muscle_title, Muscle))) == len(Muscle)


def test_the_own_cue_goes_before_the_usual_feeling() -> None:
    curl = Exercise(
        "curl", "Curl", Pattern.ISOLATION, Measure.LOADED, (Muscle.BICEPS,), cue="the little finger"
    )
    assert feeling(curl) == "the little finger"
    assert feeling(own_of("own_x", "X", Measure.LOADED, UNKNOWN)) == ""


def fact(day: int, grams: int | None, reps: int | None, seconds: int | None = None) -> SetFact:
    return SetFact(day, day, grams, reps, seconds)


@pytest.mark.parametrize(
    ("facts_", "day"),
    [
        ((fact(1, 60_000, 5), fact(2, 50_000, 12), fact(3, 60_000, 5)), 1),
        ((fact(1, 20_000, 20), fact(2, 25_000, 15), fact(3, 25_000, 14)), 2),
        ((fact(1, -30_000, 8), fact(2, -10_000, 5), fact(3, -10_000, 4)), 2),
        ((fact(1, None, 12), fact(2, None, 15), fact(3, None, 15)), 2),
        ((fact(1, None, None, 40), fact(2, None, None, 60)), 2),
    ],
    ids=["e1rm", "above 12 reps", "help", "reps", "time"],
)
def test_the_best_set(facts_: tuple[SetFact, ...], day: int) -> None:
    best = best_of(facts_)
    assert best is not None
    assert best.fact.day == day


def test_no_best_of_nothing() -> None:
    assert best_of(()) is None
    assert best_of((fact(1, 60_000, 0),)) is None
