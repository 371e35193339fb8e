"""e1RM and records: figures by hand, from the published formula."""

import pytest

from nextrep.domain.strength import RecordKind, SetFact, best_e1rm_by_day, e1rm, records, volume_grams


@pytest.mark.parametrize(
    ("grams", "reps", "rir", "expected"),
    [
        (100_000, 1, None, 100_000),
        (100_000, 5, None, 116_666.7),
        (100_000, 10, None, 133_333.3),
        (100_000, 5, 20, 123_333.3),
        (100_000, 12, None, 140_000),
        (100_000, 13, None, None),
        (100_000, 11, 20, None),
        (0, 5, None, None),
        (-20_000, 5, None, None),
        (100_000, 0, None, None),
    ],
)
def test_e1rm_by_epley(grams: int, reps: int, rir: int | None, expected: float | None) -> None:
    found = e1rm(grams, reps, rir)
    assert found == (None if expected is None else pytest.approx(expected, abs=0.1))


def fact(session: int, grams: int | None, reps: int | None, seconds: int | None = None) -> SetFact:
    return SetFact(day=session, session_id=session, grams=grams, reps=reps, seconds=seconds)


def kinds(*facts: SetFact) -> list[tuple[int, RecordKind]]:
    return [(record.fact.session_id, record.kind) for record in records(facts)]


def test_the_first_session_is_a_baseline_and_a_tie_is_no_record() -> None:
    assert kinds(fact(1, 50_000, 8), fact(1, 60_000, 8), fact(2, 60_000, 8)) == []


def test_heavier_counts_before_more_reps() -> None:
    found = kinds(fact(1, 50_000, 8), fact(2, 52_500, 8), fact(3, 52_500, 9))
    assert found == [(2, RecordKind.LOAD), (3, RecordKind.E1RM)]


def test_more_reps_at_a_light_load_is_a_record_of_its_own() -> None:
    found = kinds(fact(1, 100_000, 5), fact(1, 40_000, 8), fact(2, 40_000, 10))
    assert found == [(2, RecordKind.REPS_AT_LOAD)]


def test_less_help_is_a_heavier_set() -> None:
    assert kinds(fact(1, -30_000, 8), fact(2, -25_000, 8)) == [(2, RecordKind.LOAD)]
    assert kinds(fact(1, -25_000, 8), fact(2, -30_000, 8)) == []


def test_bodyweight_counts_reps_and_holds_count_seconds() -> None:
    assert kinds(fact(1, None, 10), fact(2, None, 12)) == [(2, RecordKind.REPS)]
    assert kinds(fact(1, None, None, 30), fact(2, None, None, 45)) == [(2, RecordKind.SECONDS)]


def test_volume_leaves_out_help_and_bodyweight() -> None:
    assert volume_grams(50_000, 8) == 400_000
    assert volume_grams(None, 8) == volume_grams(-20_000, 8) == 0


def test_the_best_of_each_day() -> None:
    best = best_e1rm_by_day([fact(1, 50_000, 5), fact(1, 60_000, 1), fact(2, None, 5)])
    assert best == {1: 60_000}
