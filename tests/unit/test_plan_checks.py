"""Whatever is done to a plan: checking what changed gives what checking all gives, and mends mend."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nextrep.domain.advice import Advice, Severity
from nextrep.domain.advice_edits import edit_of
from nextrep.domain.advice_mends import WEIGHTS, mends
from nextrep.domain.duration import Pace
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment
from nextrep.domain.plan_checks import PlanChecks
from nextrep.domain.plan_facts import PlanFacts
from nextrep.domain.program import Answers, PlannedSession, PlannedState
from tests.unit.plans import asked, facts, session

KEYS = (
    "goblet_squat", "barbell_split_squat", "push_up", "barbell_bench_press", "barbell_overhead_press",
    "pull_up", "one_arm_dumbbell_row", "dumbbell_romanian_deadlift", "split_squat", "plank", "dumbbell_curl",
    "standing_calf_raise",
)  # fmt: skip
WEEKS = 11

targets = st.lists(st.builds(asked, st.sampled_from(KEYS), st.integers(1, 6)), max_size=5).map(tuple)
states = st.sampled_from([PlannedState.PLANNED] * 6 + list(PlannedState))
minutes = st.sampled_from([None, None, None, 420, 1080, 1140])


@st.composite
def plans(draw: st.DrawFn) -> PlanFacts:
    """Weeks that are much alike, as in real plans, with a few sessions that are not."""
    days = sorted(draw(st.sets(st.integers(0, 6), min_size=1, max_size=5)))
    usual = [draw(targets) for _ in days]
    sessions = [
        session(10 * week + index + 1, 7 * week + day, usual[index], f"Day {index}", f"Phase {week // 6}")
        for week in range(draw(st.integers(1, WEEKS)))
        for index, day in enumerate(days)
    ]
    for place in draw(st.lists(st.integers(0, len(sessions) - 1), max_size=4)):
        one = sessions[place]
        sessions[place] = replace(one, state=draw(states), targets=draw(targets), minute=draw(minutes))
    equipment = draw(
        st.sampled_from([frozenset(Equipment), frozenset({Equipment.DUMBBELL}), frozenset[Equipment]()])
    )
    answers = Answers(equipment=equipment, minutes=draw(st.sampled_from([20, 35, 60])))
    return facts(*sessions, answers=answers, today=draw(st.sampled_from([0, 0, 3, 9])))


def with_session(plan: PlanFacts, index: int, one: PlannedSession | None) -> PlanFacts:
    sessions = list(plan.plan.sessions)
    sessions[index : index + 1] = [one] if one is not None else []
    ordered = tuple(sorted(sessions, key=lambda one: (one.day, one.id)))
    return replace(plan, plan=replace(plan.plan, sessions=ordered))


@st.composite
def edited(draw: st.DrawFn, plan: PlanFacts) -> PlanFacts:
    index = draw(st.integers(0, len(plan.plan.sessions) - 1))
    one = plan.plan.sessions[index]
    after = draw(
        st.one_of(
            st.integers(-9, 9).map(lambda days: replace(one, day=one.day + days)),
            states.map(lambda state: replace(one, state=state)),
            targets.map(lambda rows: replace(one, targets=rows)),
            minutes.map(lambda minute: replace(one, minute=minute)),
            st.just(None) if len(plan.plan.sessions) > 1 else st.just(one),
        )
    )
    return with_session(plan, index, after)


def told(checks: PlanChecks) -> list[Advice]:
    return list(checks.all())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_checking_what_changed_gives_what_checking_all_gives(data: st.DataObject) -> None:
    plan = data.draw(plans())
    checks = PlanChecks(plan)
    for _ in range(data.draw(st.integers(1, 4))):
        before, plan = plan, data.draw(edited(plan))
        week_of = plan.plan.week_of
        changed = {week_of(one.day) for one in set_difference(before, plan) + set_difference(plan, before)}
        checks.update(plan, changed if data.draw(st.booleans()) else None)
        assert told(checks) == told(PlanChecks(plan))


def set_difference(one: PlanFacts, other: PlanFacts) -> list[PlannedSession]:
    known = {row.id: row for row in other.plan.sessions}
    return [row for row in one.plan.sessions if known.get(row.id) != row]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_every_mend_that_is_offered_ends_its_advice_and_makes_no_other_of_its_kind(plan: PlanFacts) -> None:
    checks = PlanChecks(plan)
    for advice in told(checks):
        for fix in mends(checks, advice):
            edit = edit_of(plan, fix)
            after = PlanChecks(checks.after(edit).facts)
            assert told(checks.after(edit)) == told(after)
            left = {point for one in told(after) if one.kind is advice.kind for point in one.points}
            before = {point for one in told(checks) if one.kind is advice.kind for point in one.points}
            assert left <= before - advice.points, (advice.text, fix.label)
            known = {point for one in told(checks) for point in one.points}
            new = [one for one in told(after) if one.severity is Severity.LOOK and not one.points <= known]
            assert all(WEIGHTS[one.kind] > WEIGHTS[advice.kind] for one in new), (advice.text, fix.label)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_mends_touch_nothing_that_is_done_skipped_or_behind(plan: PlanFacts) -> None:
    checks = PlanChecks(plan)
    for advice in told(checks):
        for fix in mends(checks, advice):
            for change in edit_of(plan, fix).sessions:
                assert change.before is not None and change.before.state is PlannedState.PLANNED
                assert change.after is not None and change.after.day >= plan.today
                assert change.before.day >= plan.today


def test_another_day_or_another_pace_checks_all_anew() -> None:
    plan = facts(session(1, 0, {"goblet_squat": 4}), session(2, 1, {"goblet_squat": 4}))
    checks = PlanChecks(plan)
    later = replace(plan, today=plan.today + 2)
    checks.update(later, [])
    assert told(checks) == told(PlanChecks(later))
    slow = replace(plan, pace=Pace(2.0, 9))
    checks.update(slow, [])
    assert told(checks) == told(PlanChecks(slow))


def test_a_mend_for_a_plan_that_has_changed_says_so() -> None:
    plan = facts(session(1, 0, {"goblet_squat": 4}), session(2, 1, {"goblet_squat": 4}))
    checks = PlanChecks(plan)
    advice = next(one for one in checks.all() if one.session_id == 2)
    fix = mends(checks, advice)[0]
    done = with_session(plan, 1, replace(plan.plan.sessions[1], state=PlannedState.DONE))
    with pytest.raises(UserError, match="changed since"):
        edit_of(done, fix)
