"""The phases above the calendar follow the plan when weeks are put in and taken out."""

from __future__ import annotations

from datetime import datetime

import pytest

from nextrep.domain.exercises import Equipment
from nextrep.domain.program import Answers
from nextrep.services import plan_phases, plan_weeks, program
from nextrep.storage.store import Store

ANSWERS = Answers((0, 2, 4), frozenset({Equipment.DUMBBELL, Equipment.BENCH}), minutes=45)


@pytest.fixture
def planned(store: Store, now: datetime) -> Store:
    program.create(store, ANSWERS, now)
    return store


def spans(store: Store) -> list[tuple[str, int, int | None]]:
    view = program.current(store)
    assert view is not None
    return [(dose.phase, dose.first_week, dose.last_week) for dose in plan_phases.phases(view)]


@pytest.mark.parametrize("template", [one.key for one in program.templates()])
def test_an_untouched_plan_has_the_phases_of_its_program(store: Store, now: datetime, template: str) -> None:
    program.create(store, ANSWERS, now, key=template)
    view = program.current(store)
    assert view is not None
    assert plan_phases.phases(view) == program.phases(view.program)


def test_weeks_put_in_make_their_phase_longer(planned: Store) -> None:
    plan_weeks.repeat_week(planned, 2)
    assert spans(planned) == [("foundation", 1, 5), ("adaptation", 6, 9), ("sustained", 10, 13)]
    plan_weeks.insert_weeks(planned, 10, 1)
    assert spans(planned)[1:] == [("adaptation", 6, 10), ("sustained", 11, 14)]


def test_a_phase_taken_out_or_put_in_is_no_longer_or_newly_there(planned: Store, now: datetime) -> None:
    plan_weeks.remove_weeks(planned, 1, 4, now.date().toordinal())
    assert spans(planned) == [("adaptation", 1, 4), ("sustained", 5, 8)]
    plan_weeks.insert_phase(planned, 9, program.TEMPLATE, "foundation")
    assert spans(planned)[-1] == ("foundation", 9, 12)
    view = program.current(planned)
    assert view is not None
    assert plan_phases.phases(view)[-1].text().startswith("weeks 9–12 · 2 a week · ")
