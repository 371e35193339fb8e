"""Changing single sessions and their exercises: whole or not at all, and undoable."""

from dataclasses import replace
from datetime import datetime

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Measure
from nextrep.domain.plan_exercises import Scope
from nextrep.domain.prescription import (
    LoadPlan,
    LoadRule,
    PlannedKind,
    PlannedSet,
    Progression,
    ProgressionRule,
    TargetDetails,
)
from nextrep.domain.program import Answers, PlannedSession, PlannedState, SkipReason
from nextrep.domain.target_check import check_target
from nextrep.domain.training import SetDraft, Target
from nextrep.domain.units import Load, Unit
from nextrep.services import catalog, plan_editing, program, session
from nextrep.storage.store import Store
from tests.services.plan_steps import asking, check_undo, sessions

ANSWERS = Answers((0, 2, 4), frozenset({Equipment.DUMBBELL, Equipment.BENCH}), minutes=45)


@pytest.fixture
def planned(store: Store, now: datetime) -> Store:
    program.create(store, ANSWERS, now)
    return store


def same_name(store: Store, like: PlannedSession) -> list[PlannedSession]:
    return [one for one in sessions(store) if one.title == like.title and one.day >= like.day]


def test_a_session_is_left_out_with_a_reason_and_taken_in_again(planned: Store) -> None:
    first = sessions(planned)[0]
    check_undo(planned, lambda: plan_editing.skip(planned, first.id, SkipReason.TRAVEL))
    left = planned.programs.planned(first.id)
    assert (left.state, left.skipped) == (PlannedState.SKIPPED, SkipReason.TRAVEL)
    check_undo(planned, lambda: plan_editing.unskip(planned, first.id))
    assert planned.programs.planned(first.id) == first


def test_a_session_is_added_in_the_week_of_its_neighbours(planned: Store) -> None:
    near = next(one for one in sessions(planned) if one.week == 6)
    outcome = plan_editing.add_session(planned, near.day + 1, "  Extra   arms ", copy_of=near.id)
    [number] = outcome.value.made
    made = planned.programs.planned(number)
    assert (made.title, made.week, made.phase) == ("Extra arms", 6, near.phase)
    assert made.targets == near.targets
    assert outcome.undo is not None
    back = outcome.undo()
    with pytest.raises(KeyError):
        planned.programs.planned(number)
    assert back.undo is not None
    back.undo()
    assert planned.programs.planned(number) == made


@pytest.mark.parametrize("title", ["", "   ", "x" * 61])
def test_a_name_that_does_not_fit_changes_nothing(planned: Store, title: str) -> None:
    first = sessions(planned)[0]
    with pytest.raises(UserError) as told:
        plan_editing.change_session(planned, first.id, title=title, minute=None, note="")
    assert told.value.field == "title"
    with pytest.raises(UserError):
        plan_editing.add_session(planned, first.day, title)
    assert planned.programs.planned(first.id) == first


def test_a_session_gets_a_name_a_time_and_a_note(planned: Store) -> None:
    first = sessions(planned)[0]
    check_undo(
        planned,
        lambda: plan_editing.change_session(planned, first.id, title="Morning", minute=450, note="park"),
    )
    kept = planned.programs.planned(first.id)
    assert (kept.title, kept.minute, kept.note) == ("Morning", 450, "park")
    with pytest.raises(UserError):
        plan_editing.change_session(planned, first.id, title="Morning", minute=1440, note="")


def test_only_what_was_changed_reaches_the_later_sessions(planned: Store) -> None:
    first = sessions(planned)[0]
    old = first.targets[0]
    rule = Progression(ProgressionRule.LINEAR, step=Load(2500, Unit.KG))
    new = replace(old, details=replace(old.details, progression=rule, cue="Breathe out on the way up"))
    before = {one.id: one.targets for one in same_name(planned, first)}
    assert len({targets[0].sets for targets in before.values()}) > 1
    check_undo(planned, lambda: plan_editing.put_exercise(planned, first.id, 0, new, Scope.FOLLOWING))
    for one in same_name(planned, first):
        for was, now in zip(before[one.id], one.targets, strict=True):
            assert (now.sets, now.reps_low, now.reps_high) == (was.sets, was.reps_low, was.reps_high)
            mine = now.exercise_id == old.exercise_id
            assert (now.details.progression == rule) is mine
            assert (now.details.cue != "") is mine


def test_a_range_never_turns_upside_down_in_later_sessions(planned: Store) -> None:
    first = sessions(planned)[0]
    later = same_name(planned, first)[1]
    heavy = (replace(later.targets[0], reps_low=3, reps_high=5), *later.targets[1:])
    plan_editing.apply(planned, later.program_id, asking(later, *heavy))
    asked = replace(first.targets[0], reps_low=10)
    check_undo(planned, lambda: plan_editing.put_exercise(planned, first.id, 0, asked, Scope.FOLLOWING))
    found = [one.targets[0] for one in same_name(planned, first)]
    ranges = {(t.reps_low, t.reps_high) for t in found if t.exercise_id == asked.exercise_id}
    assert ranges == {(10, asked.reps_high)}


def test_what_would_contradict_a_later_session_is_asked_for_there_as_here(planned: Store) -> None:
    first = sessions(planned)[0]
    later = same_name(planned, first)[1]
    hold = replace(first.targets[0], reps_low=None, reps_high=None, seconds=30)
    plan_editing.apply(planned, first.program_id, asking(first, hold, *first.targets[1:]))
    longer = replace(hold, details=TargetDetails(progression=Progression(ProgressionRule.TIME)))
    plan_editing.put_exercise(planned, first.id, 0, longer, Scope.FOLLOWING)
    assert planned.programs.planned(later.id).targets[0] == longer


def test_a_change_of_one_session_stays_in_it(planned: Store) -> None:
    first, *later = same_name(planned, sessions(planned)[0])
    new = replace(first.targets[0], sets=5)
    plan_editing.put_exercise(planned, first.id, 0, new)
    assert planned.programs.planned(first.id).targets[0].sets == 5
    assert same_name(planned, first)[1:] == later


def test_everything_asked_of_an_exercise_is_kept(planned: Store) -> None:
    first = sessions(planned)[0]
    rows = (PlannedSet(PlannedKind.WORKING, 5, 5), PlannedSet(PlannedKind.AMRAP, 5, percent=850))
    details = replace(
        first.targets[0].details,
        load=LoadPlan(LoadRule.PERCENT_TM, percent=825, load=Load(45359, Unit.LB)),
        progression=Progression(ProgressionRule.WAVE, wave=(rows, rows), misses=2, deload=150),
        rows=rows,
        warm_up=3,
        superset="A",
        alternates=("goblet_squat",),
        note="left knee first",
        cue="Let the shoulders go",
    )
    new = replace(first.targets[0], rir_low=0, rir_high=1, rest_s=180, details=details)
    plan_editing.put_exercise(planned, first.id, 0, new)
    assert planned.programs.planned(first.id).targets[0] == new
    started = session.start_planned(planned, first.id, datetime.now().astimezone()).value
    assert started.blocks[0].target == new


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"reps_low": 12, "reps_high": 8}, "reps"),
        ({"sets": 0}, "sets"),
        ({"reps_low": None, "reps_high": None}, "reps"),
        ({"rir_low": 4, "rir_high": 1}, "rir"),
        ({"rest_s": 3601}, "rest_s"),
        ({"details": {"load": LoadPlan(LoadRule.PERCENT_E1RM, percent=800)}}, "load"),
        ({"details": {"load": LoadPlan(LoadRule.PERCENT_TM, percent=800)}}, "load"),
        ({"details": {"load": LoadPlan(LoadRule.FIXED)}}, "load"),
        ({"details": {"progression": Progression(ProgressionRule.TOTAL)}}, "progression"),
        ({"details": {"rows": (PlannedSet(PlannedKind.WARMUP, 5, 5),)}}, "rows"),
        ({"details": {"superset": "AB"}}, "superset"),
    ],
)
def test_what_cannot_be_is_explained_at_its_field(
    planned: Store, change: dict[str, object], field: str
) -> None:
    first = sessions(planned)[0]
    values = dict(change)
    inner = values.pop("details", {})
    assert isinstance(inner, dict)
    new = replace(first.targets[0], **values, details=replace(first.targets[0].details, **inner))  # type: ignore[arg-type]
    with pytest.raises(UserError) as told:
        plan_editing.put_exercise(planned, first.id, 0, new, Scope.FOLLOWING)
    assert told.value.field == field
    assert planned.programs.planned(first.id) == first


def test_a_percentage_is_fine_once_the_log_knows_a_maximum(planned: Store, now: datetime) -> None:
    first, second = sessions(planned)[:2]
    number = first.targets[0].exercise_id
    started = session.start_planned(planned, first.id, now).value
    session.log_set(planned, started.session.id, SetDraft(number, 0, load=Load(20000, Unit.KG), reps=5), now)
    session.finish(planned, started.session.id, now)
    asked = LoadPlan(LoadRule.PERCENT_E1RM, percent=800)
    new = replace(second.targets[0], exercise_id=number)
    new = replace(new, details=replace(new.details, load=asked))
    plan_editing.put_exercise(planned, second.id, 0, new)
    assert planned.programs.planned(second.id).targets[0].details.load == asked


def test_another_exercise_is_asked_in_its_own_measure_and_without_the_weight_of_the_old_one(
    planned: Store,
) -> None:
    first = sessions(planned)[0]
    details = TargetDetails(
        load=LoadPlan(LoadRule.FIXED, load=Load(60_000, Unit.KG)),
        rows=(PlannedSet(reps_low=5), PlannedSet(reps_low=5, percent=800)),
        warm_up=2,
        alternates=("leg_press",),
    )
    plan_editing.put_exercise(planned, first.id, 0, replace(first.targets[0], details=details))
    check_undo(
        planned, lambda: plan_editing.swap_exercise(planned, first.id, 0, catalog.by_key("goblet_squat"))
    )
    squat = planned.programs.planned(first.id).targets[0]
    assert squat.details == replace(details, load=LoadPlan())
    assert (squat.sets, squat.reps_low) == (first.targets[0].sets, first.targets[0].reps_low)
    plan_editing.swap_exercise(planned, first.id, 0, catalog.by_key("plank"))
    plank = planned.programs.planned(first.id).targets[0]
    assert (plank.reps_low, plank.reps_high, plank.seconds) == (None, None, 30)
    assert plank.details.rows == ()
    longer = replace(plank, details=TargetDetails(progression=Progression(ProgressionRule.TIME)))
    plan_editing.put_exercise(planned, first.id, 0, longer)
    plan_editing.swap_exercise(planned, first.id, 0, catalog.by_key("push_up"))
    press = planned.programs.planned(first.id).targets[0]
    assert (press.reps_low, press.seconds, press.details) == (8, None, TargetDetails())
    check_target(press, known_max=False)


def test_exercises_come_go_and_change_places_in_all_that_follows(planned: Store) -> None:
    first = sessions(planned)[0]
    extra = catalog.by_key("plank")
    assert extra.measure is Measure.TIMED
    check_undo(planned, lambda: plan_editing.add_exercise(planned, first.id, extra, Scope.FOLLOWING))
    for one in same_name(planned, first):
        names = [catalog.exercise_of(planned, target.exercise_id).key for target in one.targets]
        assert names.count("plank") == 1
    added = planned.programs.planned(first.id).targets[-1]
    assert (added.reps_low, added.seconds) == (None, 30) or added.seconds
    last = len(planned.programs.planned(first.id).targets) - 1
    check_undo(planned, lambda: plan_editing.move_exercise(planned, first.id, last, 0, Scope.FOLLOWING))
    assert all(one.targets[0].exercise_id == added.exercise_id for one in same_name(planned, first))
    check_undo(planned, lambda: plan_editing.remove_exercise(planned, first.id, 0, Scope.FOLLOWING))
    assert not any(
        target.exercise_id == added.exercise_id for one in same_name(planned, first) for target in one.targets
    )


def test_the_only_exercise_stays(planned: Store) -> None:
    first = sessions(planned)[0]
    for _ in first.targets[1:]:
        plan_editing.remove_exercise(planned, first.id, 0)
    with pytest.raises(UserError):
        plan_editing.remove_exercise(planned, first.id, 0)
    assert len(planned.programs.planned(first.id).targets) == 1


def test_a_session_does_without_equipment_in_one_step(planned: Store) -> None:
    first = sessions(planned)[0]
    check_undo(planned, lambda: plan_editing.swap_for(planned, first.id, frozenset()))
    after = planned.programs.planned(first.id).targets
    found = [catalog.exercise_of(planned, target.exercise_id) for target in after]
    assert len(after) == len(first.targets)
    assert len({one.key for one in found}) == len(found)
    assert all(not one.equipment for one in found)
    with pytest.raises(UserError):
        plan_editing.swap_for(planned, first.id, frozenset())


def test_a_done_session_is_closed_to_every_change(planned: Store, now: datetime) -> None:
    first = sessions(planned)[0]
    started = session.start_planned(planned, first.id, now).value
    session.log_set(planned, started.session.id, SetDraft(first.targets[0].exercise_id, 0, reps=8), now)
    session.finish(planned, started.session.id, now)
    target: Target = first.targets[0]
    steps = [
        lambda: plan_editing.move(planned, first.id, first.day + 1),
        lambda: plan_editing.skip(planned, first.id),
        lambda: plan_editing.remove(planned, first.id),
        lambda: plan_editing.put_exercise(planned, first.id, 0, target),
        lambda: plan_editing.remove_exercise(planned, first.id, 0),
        lambda: plan_editing.swap_for(planned, first.id, frozenset()),
        lambda: plan_editing.change_session(planned, first.id, title="x", minute=None, note=""),
    ]
    for step in steps:
        with pytest.raises(UserError):
            step()


def test_a_session_that_is_done_is_not_begun_a_second_time(planned: Store, now: datetime) -> None:
    first = sessions(planned)[0]
    started = session.start_planned(planned, first.id, now).value
    session.log_set(planned, started.session.id, SetDraft(first.targets[0].exercise_id, 0, reps=8), now)
    session.finish(planned, started.session.id, now)
    with pytest.raises(UserError):
        session.start_planned(planned, first.id, now)
    assert planned.sessions.active() is None
