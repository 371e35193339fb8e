"""What comes next, from the log of a profile and what the person owns."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from nextrep.domain.exercises import Level
from nextrep.domain.owned import Owned
from nextrep.domain.plan_exercises import Scope
from nextrep.domain.prescription import LoadPlan, Progression, ProgressionRule, TargetDetails
from nextrep.domain.program import Answers
from nextrep.domain.training import Block, Session, SessionState, SetDraft, SetKind, Target
from nextrep.domain.units import Load, Unit
from nextrep.services import catalog, next_time, owned, plan_editing, program, session
from nextrep.services.next_time import Coach
from nextrep.storage.store import Store

LADDER = TargetDetails(progression=Progression(ProgressionRule.LADDER))


def kg(kilograms: float) -> Load:
    return Load(round(kilograms * 1000), Unit.KG)


def number_of(store: Store, key: str) -> int:
    with store.transaction():
        return catalog.number_of(store, catalog.by_key(key))


def trained(
    store: Store, at: datetime, target: Target | None, *drafts: SetDraft, key: str = "goblet_squat"
) -> int:
    """A finished session of one exercise."""
    number = number_of(store, key)
    kept = Session(0, "Session", at, at + timedelta(minutes=30), at.date().toordinal(), SessionState.DONE)
    with store.transaction():
        session_id = store.sessions.insert(kept)
        asked = replace(target, exercise_id=number) if target is not None else None
        store.blocks.add(session_id, Block(0, number, asked))
        for position, draft in enumerate(drafts):
            store.sets.insert(session_id, position, replace(draft, exercise_id=number, block=0), at)
    return session_id


def sets(load: float | None, *reps: int, kind: SetKind = SetKind.WORKING) -> list[SetDraft]:
    return [SetDraft(0, 0, kind=kind, load=None if load is None else kg(load), reps=n) for n in reps]


def days(now: datetime, *ago: int) -> list[datetime]:
    return [now - timedelta(days=n) for n in ago]


class TestExposures:
    def test_they_are_the_last_times_with_their_plans_oldest_first(self, store: Store, now: datetime) -> None:
        target = Target(0, 2, 8, 10, rir_low=2, rir_high=2, rest_s=90, details=TargetDetails(warm_up=1))
        first, second, third = days(now, 9, 6, 3)
        trained(store, first, None, *sets(12, 10))
        trained(store, second, target, *sets(8, 10, kind=SetKind.WARMUP), *sets(16, 9, 8))
        trained(store, third, target, *sets(16, 10), *sets(10, 12, kind=SetKind.DROP))
        number = number_of(store, "goblet_squat")
        found = store.sets.exposures(number, 0)
        assert [(one.day, [s.reps for s in one.sets]) for one in found] == [
            (first.date().toordinal(), [10]),
            (second.date().toordinal(), [9, 8]),
            (third.date().toordinal(), [10, 12]),
        ]
        assert [one.target for one in found] == [
            None,
            replace(target, exercise_id=number),
            replace(target, exercise_id=number),
        ]
        assert [one.day for one in store.sets.exposures(number, 0, limit=2)] == [one.day for one in found[1:]]

    def test_only_what_was_done_before_a_session_counts_for_it(self, store: Store, now: datetime) -> None:
        early, middle, late = [
            trained(store, day, None, *sets(10 + n, 8)) for n, day in enumerate(days(now, 9, 6, 3))
        ]
        number = number_of(store, "goblet_squat")
        assert [one.sets[0].load for one in store.sets.exposures(number, middle)] == [kg(10)]
        assert store.sets.exposures(number, early) == ()
        assert len(store.sets.exposures(number, late)) == 2

    def test_the_same_exercise_twice_in_a_session_is_two_times(self, store: Store, now: datetime) -> None:
        session_id = trained(store, now - timedelta(days=1), None, *sets(16, 8, 8))
        number = number_of(store, "goblet_squat")
        with store.transaction():
            store.blocks.add(session_id, Block(1, number, None))
            store.sets.insert(session_id, 2, replace(sets(20, 5)[0], exercise_id=number, block=1), now)
        assert [len(one.sets) for one in store.sets.exposures(number, 0)] == [2, 1]


def suggestion(store: Store, now: datetime, target: Target, key: str = "goblet_squat"):
    return Coach(store, now.date().toordinal()).suggestion(catalog.by_key(key), number_of(store, key), target)


def test_correcting_a_set_corrects_the_next_target(store: Store, now: datetime) -> None:
    target = Target(0, 2, 8, 10)
    session_id = trained(store, now - timedelta(days=2), target, *sets(16, 10, 1))
    assert suggestion(store, now, target).load == kg(16)
    typo = store.sets.of_session(session_id)[1]
    session.change_set(store, typo.id, replace(typo.draft, reps=10))
    assert suggestion(store, now, target).load == kg(18)


def test_the_next_load_is_one_that_the_person_owns(store: Store, now: datetime) -> None:
    owned.save(store, Owned(dumbbells=(kg(10), kg(16), kg(24))))
    target = Target(0, 2, 8, 10)
    trained(store, now - timedelta(days=2), target, *sets(16, 10, 10))
    assert suggestion(store, now, target).load == kg(24)


def test_an_old_session_is_shown_with_what_was_asked_then(store: Store, now: datetime) -> None:
    target = Target(0, 2, 8, 10)
    first = trained(store, now - timedelta(days=9), target, *sets(16, 10, 10))
    trained(store, now - timedelta(days=6), target, *sets(18, 10, 10))
    second = trained(store, now - timedelta(days=3), target, *sets(20, 10, 10))
    assert session.view(store, second).blocks[0].suggestion.load == kg(20)
    assert session.view(store, first).blocks[0].suggestion.load is None


def test_a_wave_of_years_is_counted_from_its_beginning(store: Store, now: datetime) -> None:
    wave = Progression(ProgressionRule.WAVE)
    target = Target(0, 3, 5, 5, details=TargetDetails(load=LoadPlan(load=kg(50)), progression=wave))
    for n in range(31):
        trained(store, now - timedelta(days=3 * (31 - n)), target, *sets(90, 9, 9, 9))
    found = suggestion(store, now, target)
    # Ten waves of three, 2 kg each, and one session more.
    assert found.reason.startswith("Session 2 of 3 of the wave, by a training max of 70 kg.")


def test_as_many_sets_as_the_rule_asks_for_make_an_exercise_complete(store: Store, now: datetime) -> None:
    rows = TargetDetails(progression=Progression(ProgressionRule.WAVE), load=LoadPlan(load=kg(50)), warm_up=2)
    number = number_of(store, "goblet_squat")
    view = session.start_free(store, now).value
    with store.transaction():
        store.blocks.add(view.session.id, Block(0, number, Target(number, 1, 5, 5, details=rows)))
    (block,) = session.view(store, view.session.id).blocks
    assert block.goal == 3
    assert [str(row.kind) for row in block.suggestion.rows] == ["warm-up"] * 2 + ["working"] * 2 + ["amrap"]


class TestLadder:
    TARGET = Target(
        0,
        2,
        8,
        12,
        details=replace(
            LADDER,
            progression=Progression(
                ProgressionRule.LADDER, ladder=("knee_push_up", "push_up", "decline_push_up")
            ),
        ),
    )

    def rung(self, store: Store, now: datetime, target: Target | None = None, key: str = "push_up") -> str:
        asked = replace(target or self.TARGET, exercise_id=number_of(store, key))
        with store.transaction():
            found = Coach(store, now.date().toordinal()).on_its_rung(asked)
        return catalog.exercise_of(store, found.exercise_id).key

    def did(self, store: Store, now: datetime, ago: int, key: str, *reps: int) -> None:
        trained(store, now - timedelta(days=ago), self.TARGET, *sets(None, *reps), key=key)

    def test_it_climbs_rung_by_rung_by_the_log_of_each(self, store: Store, now: datetime) -> None:
        assert self.rung(store, now) == "push_up"
        self.did(store, now, 40, "push_up", 12, 12)
        self.did(store, now, 3, "decline_push_up", 8, 8)
        assert self.rung(store, now) == "decline_push_up"
        assert self.rung(store, now, key="knee_push_up") == "knee_push_up"

    def test_a_short_day_does_not_climb(self, store: Store, now: datetime) -> None:
        self.did(store, now, 3, "push_up", 12)
        assert self.rung(store, now) == "push_up"

    def test_misses_come_down_and_a_better_day_goes_up_again(self, store: Store, now: datetime) -> None:
        self.did(store, now, 20, "push_up", 12, 12)
        for ago in (15, 12, 9):
            self.did(store, now, ago, "decline_push_up", 4, 4)
        assert self.rung(store, now) == "push_up"
        self.did(store, now, 3, "push_up", 12, 12)
        assert self.rung(store, now) == "decline_push_up"

    def test_after_a_gap_nothing_new_and_harder_begins(self, store: Store, now: datetime) -> None:
        self.did(store, now, 60, "push_up", 12, 12)
        assert self.rung(store, now) == "push_up"

    def test_an_empty_ladder_is_the_usual_one(self, store: Store, now: datetime) -> None:
        target = replace(self.TARGET, details=LADDER)
        trained(store, now - timedelta(days=3), target, *sets(None, 12, 12), key="push_up")
        assert self.rung(store, now, target) != "push_up"

    def test_the_session_starts_with_the_exercise_of_the_rung_and_can_be_taken_back(self, store, now) -> None:
        answers = Answers((0, 2, 4), frozenset(), Level.BEGINNER, 45, 3)
        program.create(store, answers, now)
        view = program.current(store)
        assert view is not None
        planned_id = view.sessions[0].planned.id
        asked = replace(self.TARGET, exercise_id=number_of(store, "push_up"))
        plan_editing.put_exercise(store, planned_id, 0, asked, Scope.THIS)
        self.did(store, now, 3, "push_up", 12, 12)
        started = session.start_planned(store, planned_id, now)
        block = started.value.blocks[0]
        assert block.exercise.key == "decline_push_up"
        assert "First time" in block.suggestion.reason
        started.undo()
        assert store.sessions.active() is None
        assert store.programs.planned(planned_id).targets[0] == asked


def test_more_times_are_read_for_a_wave_than_decide_otherwise() -> None:
    assert next_time.TIMES_OF_A_WAVE > 52 * 7 > next_time.TIMES


def test_a_profile_without_a_log_gets_an_answer(store: Store, now: datetime) -> None:
    found = suggestion(store, now, Target(0, 3, 8, 10))
    assert found.load is None
    assert "First time" in found.reason
