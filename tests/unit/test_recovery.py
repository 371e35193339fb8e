"""48 hours for the same muscles, and weekly sets."""

from datetime import UTC, datetime, timedelta

from nextrep.domain.exercises import MuscleGroup
from nextrep.domain.recovery import Work, rested_at, sets_by_group, short_rests
from nextrep.resources.exercises import load_exercises

LIBRARY = load_exercises()
MONDAY = datetime(2026, 11, 23, 18, tzinfo=UTC)


def work(session: int, hours: int, key: str) -> Work:
    return Work(session, MONDAY + timedelta(hours=hours), LIBRARY.get(key), 3)


def test_the_same_muscle_within_48_hours_is_pointed_out() -> None:
    found = short_rests([work(1, 0, "one_arm_dumbbell_row"), work(2, 22, "lat_pulldown")])
    assert [(rest.session, rest.group, rest.hours) for rest in found] == [(2, MuscleGroup.BACK, 22)]


def test_48_hours_are_enough_and_other_muscles_do_not_count() -> None:
    assert short_rests([work(1, 0, "goblet_squat"), work(2, 48, "goblet_squat")]) == []
    assert short_rests([work(1, 0, "goblet_squat"), work(2, 20, "push_up")]) == []


def test_two_exercises_of_one_session_are_no_conflict() -> None:
    assert short_rests([work(1, 0, "goblet_squat"), work(1, 0, "split_squat")]) == []


def test_rested_from() -> None:
    done = [work(1, 0, "push_up"), work(2, 10, "dumbbell_bench_press")]
    assert rested_at(done, MuscleGroup.CHEST) == MONDAY + timedelta(hours=58)
    assert rested_at(done, MuscleGroup.BACK) is None


def test_helpers_count_half() -> None:
    bench = LIBRARY.get("barbell_bench_press")
    total = sets_by_group([(bench, 4)])
    assert total[MuscleGroup.CHEST].total == 4
    assert total[MuscleGroup.ARMS].total == 2
