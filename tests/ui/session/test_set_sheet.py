"""Rows of texts become sets, and nothing that is out of range does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Exercise, Measure, Pattern
from nextrep.domain.loads import Loads
from nextrep.domain.prescription import PlannedKind
from nextrep.domain.progression import Exposure, SuggestedSet, Suggestion, suggest
from nextrep.domain.training import Effort, EffortScale, SetDraft, SetEntry, SetKind, Target
from nextrep.domain.units import Load, Unit, load_of
from nextrep.services.session import BlockView
from nextrep.ui.session.columns import Column
from nextrep.ui.session.set_table import SetTable
from nextrep.ui.session.words import plan_words

NOW = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
DAY = NOW.date().toordinal()
PRESS = Exercise(
    "press", "Press", Pattern.HORIZONTAL_PRESS, Measure.LOADED, (), equipment=(Equipment.DUMBBELL,)
)
CHIN = Exercise("chin", "Chin-up", Pattern.VERTICAL_PULL, Measure.BODYWEIGHT, ())
PLANK = Exercise("plank", "Plank", Pattern.CORE, Measure.TIMED, ())
THREE = Target(1, 3, 6, 10)
SIXTEEN = Load(16_000, Unit.KG)


def block(exercise=PRESS, target=THREE, last=(), done=()) -> BlockView:
    entries = tuple(SetEntry(100 + i, 1, i, NOW, draft) for i, draft in enumerate(done))
    history = [Exposure(DAY - 2, target, tuple(last))] if last else []
    suggestion = suggest(exercise, target, history, Loads(), DAY)
    return BlockView(0, 1, exercise, target, entries, last, DAY - 2 if last else None, suggestion)


def press(load=SIXTEEN, reps=9, kind=SetKind.WORKING, **more) -> SetDraft:
    return SetDraft(1, 0, kind=kind, load=load, reps=reps, **more)


def test_rows_start_with_the_suggestion_and_follow_the_set_just_done():
    table = SetTable(block(last=(press(), press(reps=8))), Unit.KG)
    assert [table.sheet.text(0, c) for c in table.sheet.columns] == ["16", "9", ""]
    table.merge(block(last=(press(), press(reps=8)), done=(press(Load(18_000, Unit.KG), 7),)))
    assert len(table.rows) == 3
    assert [table.sheet.text(1, c) for c in table.sheet.columns] == ["18", "7", ""]


@pytest.mark.parametrize(("typed", "grams"), [("62,5", 62_500), ("62.5", 62_500), ("0", 0), ("12 lb", 5443)])
def test_a_load_is_read_as_typed(typed, grams):
    table = SetTable(block(), Unit.KG)
    table.set_text(0, Column.LOAD, typed)
    table.set_text(0, Column.REPS, "5")
    assert table.sheet.draft(0).load.grams == grams


@pytest.mark.parametrize(
    ("column", "typed", "words"),
    [
        (Column.LOAD, "1001", "up to 1000 kg"),
        (Column.LOAD, "9" * 40, "is not a number"),
        (Column.LOAD, "1.2.3", "not a number"),
        (Column.REPS, "1001", "0 to 1000"),
        (Column.REPS, "-1", "0 to 1000"),
        (Column.REPS, "99999999", "0 to 1000"),
        (Column.REPS, "8.5", "whole"),
        (Column.REPS, "", "Enter the reps"),
        (Column.EFFORT, "11", "0 to 10"),
        (Column.FOCUS, "11", "0 to 10"),
        (Column.FOCUS, "-", "not a number"),
    ],
)
def test_what_is_out_of_range_is_refused_at_its_field(column, typed, words):
    table = SetTable(block(last=(press(),)), Unit.KG, EffortScale.RIR)
    table.set_text(0, column, typed)
    with pytest.raises(UserError, match=words) as refused:
        table.sheet.draft(0)
    assert refused.value.field == column


def test_a_loaded_exercise_without_weight_asks_for_it_once():
    table = SetTable(block(), Unit.KG)
    with pytest.raises(UserError, match="Enter the weight") as refused:
        table.sheet.draft(0)
    assert refused.value.field == Column.LOAD
    without = SetTable(block(done=(press(None),)), Unit.KG)
    without.set_text(0, Column.REPS, "12")
    assert without.sheet.draft(0).load is None  # a set that is in the log without weight stays so


def test_an_untouched_load_stays_exact_in_another_unit():
    pounds = load_of(45, Unit.LB)
    table = SetTable(block(last=(press(pounds),)), Unit.KG)
    assert table.sheet.text(0, Column.LOAD) == "20.41"
    assert table.sheet.draft(0).load == pounds
    table.set_text(0, Column.LOAD, "20")
    table.set_text(0, Column.LOAD, "20.41")
    assert table.sheet.draft(0).load == pounds


@pytest.mark.parametrize(("unit", "shown"), [(Unit.KG, "18"), (Unit.LB, "40")])
def test_the_smallest_step_is_in_the_persons_unit(unit, shown):
    table = SetTable(block(last=(press(),)), unit)
    table.step(0, 1)
    assert table.sheet.text(0, Column.LOAD) == shown


@pytest.mark.parametrize(("sign", "shown"), [(1, "14"), (-1, "12")])
def test_a_step_from_between_goes_to_the_next_load_there_is(sign, shown):
    table = SetTable(block(last=(press(),)), Unit.KG)
    table.set_text(0, Column.LOAD, "13")
    table.step(0, sign)
    assert table.sheet.text(0, Column.LOAD) == shown


def test_a_loaded_exercise_does_not_go_below_nothing_but_help_does():
    table = SetTable(block(last=(press(Load(1_000, Unit.KG)),)), Unit.KG)
    table.step(0, -1)
    assert table.sheet.text(0, Column.LOAD) == "0"
    chins = SetTable(block(CHIN), Unit.KG)
    chins.step(0, -1)
    assert chins.sheet.text(0, Column.LOAD) == "-2.5"
    assert chins.sheet.draft(0).load == Load(-2_500, Unit.KG)


def test_a_warmup_leaves_as_many_working_sets_as_planned():
    table = SetTable(block(last=(press(),)), Unit.KG)
    table.toggle(0, SetKind.WARMUP)
    assert [table.rows.number(i) for i in range(len(table.rows))] == [0, 1, 2, 3]
    assert table.sheet.draft(0).kind is SetKind.WARMUP
    table.toggle(0, SetKind.WARMUP)
    assert [table.rows.number(i) for i in range(len(table.rows))] == [1, 2, 3]
    table.merge(block(last=(press(),), done=(press(kind=SetKind.WARMUP),)))
    assert [row.done for row in table.rows] == [True, False, False, False]


def test_where_nothing_is_planned_there_is_always_one_more():
    table = SetTable(block(target=None), Unit.KG)
    assert len(table.rows) == 1
    table.merge(block(target=None, done=(press(), press())))
    assert [row.done for row in table.rows] == [True, True, False]


def test_an_added_row_goes_beyond_the_plan_and_a_full_plan_has_none():
    done = (press(), press(), press())
    table = SetTable(block(done=done), Unit.KG)
    assert table.rows.first_open() is None
    assert table.add() == 3
    assert table.rows.first_open() == 3


def test_what_was_typed_but_not_saved_outlives_a_reading():
    table = SetTable(block(last=(press(),)), Unit.KG)
    table.set_text(1, Column.REPS, "5")
    table.merge(block(last=(press(),)))
    assert table.sheet.text(1, Column.REPS) == "5"


def test_a_correction_keeps_what_it_does_not_show():
    kept = press(distance_m=40, note="slow", effort=Effort(EffortScale.RPE, 85))
    table = SetTable(block(done=(kept,)), Unit.KG)
    table.set_text(0, Column.REPS, "10")
    draft = table.sheet.draft(0)
    assert (draft.reps, draft.distance_m, draft.note, draft.effort) == (10, 40, "slow", kept.effort)


def test_effort_is_shown_in_the_scale_asked_for_and_kept_in_the_one_typed():
    kept = press(effort=Effort(EffortScale.RPE, 85))
    table = SetTable(block(done=(kept,)), Unit.KG, EffortScale.RIR)
    assert table.sheet.text(0, Column.EFFORT) == "1.5"
    assert table.sheet.draft(0).effort == kept.effort
    table.set_text(0, Column.EFFORT, "2")
    assert table.sheet.draft(0).effort == Effort(EffortScale.RIR, 20)


def test_a_timed_exercise_asks_for_seconds():
    table = SetTable(block(PLANK, Target(1, 2, None, None, seconds=30)), Unit.KG)
    assert table.sheet.columns == (Column.LOAD, Column.SECONDS, Column.FOCUS)
    assert table.sheet.draft(0).seconds == 30
    assert table.sheet.draft(0).reps is None
    table.set_text(0, Column.SECONDS, "90000")
    with pytest.raises(UserError, match="24 hours") as refused:
        table.sheet.draft(0)
    assert refused.value.field == Column.SECONDS


def asked(*rows: SuggestedSet, target=THREE, done=()) -> BlockView:
    """A block whose sets are asked for one by one."""
    return replace(
        block(target=target, done=done), suggestion=Suggestion(rows[0].load, rows[0].reps, "why", rows)
    )


def row(grams, reps, kind=PlannedKind.WORKING, high=None) -> SuggestedSet:
    return SuggestedSet(kind, Load(grams, Unit.KG), reps, high)


WAVE = (row(65_000, 5), row(75_000, 5), row(85_000, 5, PlannedKind.AMRAP))


def texts(table: SetTable) -> list[tuple[str, str]]:
    return [
        (table.sheet.text(i, Column.LOAD), table.sheet.text(i, Column.REPS)) for i in range(len(table.rows))
    ]


def test_every_set_starts_with_what_is_asked_of_it():
    table = SetTable(asked(*WAVE), Unit.KG)
    assert texts(table) == [("65", "5"), ("75", "5"), ("85", "5")]
    table.merge(asked(*WAVE, done=(press(Load(65_000, Unit.KG), 5),)))
    assert texts(table) == [("65", "5"), ("75", "5"), ("85", "5")]
    assert [plan_words(table.sheet, i) for i in range(3)] == ["65 kg × 5", "75 kg × 5", "85 kg × 5+"]


def test_another_load_than_asked_is_gone_on_with_where_the_same_was_asked():
    rows = (row(16_000, 10), row(16_000, 9), row(14_000, 8, PlannedKind.BACKOFF))
    table = SetTable(asked(*rows, done=(press(Load(12_000, Unit.KG), 8),)), Unit.KG)
    assert texts(table)[1:] == [("12", "8"), ("14", "8")]


def test_fewer_reps_than_asked_leave_the_next_set_as_it_is_asked():
    rows = (row(16_000, 10), row(16_000, 9), row(16_000, 9))
    table = SetTable(asked(*rows, done=(press(reps=7),)), Unit.KG)
    assert texts(table)[1:] == [("16", "9"), ("16", "9")]


def test_planned_warm_ups_wait_first_and_go_when_work_has_begun():
    rows = (row(40_000, 5, PlannedKind.WARMUP), row(60_000, 3, PlannedKind.WARMUP), *WAVE)
    table = SetTable(asked(*rows), Unit.KG)
    assert [table.rows.number(i) for i in range(len(table.rows))] == [0, 0, 1, 2, 3]
    assert texts(table)[:3] == [("40", "5"), ("60", "3"), ("65", "5")]
    assert plan_words(table.sheet, 0) == "40 kg × 5"
    assert table.sheet.draft(0).kind is SetKind.WARMUP
    table.take_out(0)
    table.merge(asked(*rows, done=(press(Load(40_000, Unit.KG), 5, SetKind.WARMUP),)))
    assert texts(table)[:3] == [("40", "5"), ("60", "3"), ("65", "5")]
    table.merge(asked(*rows, done=(press(Load(65_000, Unit.KG), 5),)))
    assert [table.rows.number(i) for i in range(len(table.rows))] == [1, 2, 3]
    again = SetTable(asked(*rows, done=(press(Load(40_000, Unit.KG), 5, SetKind.WARMUP),)), Unit.KG)
    assert [table_row.done for table_row in again.rows] == [True, False, False, False, False]
    assert texts(again)[1] == ("60", "3")
    assert [plan_words(again.sheet, i) for i in range(2)] == ["40 kg × 5", "60 kg × 3"]


def test_a_planned_warm_up_can_be_made_a_working_set_and_goes_where_it_is_one_too_many():
    rows = (row(40_000, 5, PlannedKind.WARMUP), *WAVE)
    table = SetTable(asked(*rows), Unit.KG)
    table.toggle(0, SetKind.WARMUP)
    assert [table.rows.number(i) for i in range(len(table.rows))] == [1, 2, 3]


def test_a_planned_drop_set_is_kept_as_one():
    rows = (row(16_000, 8), row(12_000, 10, PlannedKind.DROP))
    table = SetTable(asked(*rows, target=Target(1, 1, 8, 8)), Unit.KG)
    assert [table.sheet.draft(i).kind for i in range(len(table.rows))] == [SetKind.WORKING, SetKind.DROP]


def test_a_timed_set_starts_with_the_seconds_asked_for_now():
    target = Target(1, 2, None, None, seconds=30)
    held = SetDraft(1, 0, seconds=30)
    table = SetTable(block(PLANK, target, last=(held, held)), Unit.KG)
    assert table.sheet.draft(0).seconds == 35
    assert plan_words(table.sheet, 0) == "35 s"
