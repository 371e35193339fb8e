"""The table of sets keeps Qt's rules for models through everything that happens to it."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QModelIndex, Qt

from nextrep.domain.exercises import Equipment, Exercise, Measure, Pattern
from nextrep.domain.loads import Loads
from nextrep.domain.prescription import PlannedKind
from nextrep.domain.progression import SuggestedSet, Suggestion, suggest
from nextrep.domain.training import EffortScale, SetDraft, SetEntry, SetKind, Target
from nextrep.domain.units import Load, Unit
from nextrep.services.session import BlockView
from nextrep.ui.session.columns import Column
from nextrep.ui.session.set_table import HEADS, SetTable

NOW = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
SIXTEEN = Load(16_000, Unit.KG)
PRESS = Exercise(
    "press", "Press", Pattern.HORIZONTAL_PRESS, Measure.LOADED, (), equipment=(Equipment.DUMBBELL,)
)
BAND = Exercise("row", "Row", Pattern.HORIZONTAL_PULL, Measure.LOADED, (), equipment=(Equipment.BAND,))
PLANK = Exercise("plank", "Plank", Pattern.CORE, Measure.TIMED, ())
HELP = Exercise("help", "Pull-up with help", Pattern.VERTICAL_PULL, Measure.ASSISTED, ())
CARRY = Exercise("carry", "Carry", Pattern.CARRY, Measure.TIMED, ())
THREE = Target(1, 3, 6, 10)
WARM_UPS = [SuggestedSet(PlannedKind.WARMUP, Load(8_000, Unit.KG), 8)]
KINDS = [kind for kind in SetKind if kind is not SetKind.WORKING]


def block(exercise: Exercise, *done: SetDraft, target: Target | None = THREE) -> BlockView:
    entries = tuple(SetEntry(100 + place, 1, place, NOW, draft) for place, draft in enumerate(done))
    asked = (
        suggest(exercise, target, [], Loads(), NOW.date().toordinal())
        if target
        else Suggestion(None, None, "")
    )
    return BlockView(0, 1, exercise, target, entries, (), None, asked)


def draft(exercise: Exercise, **more: object) -> SetDraft:
    timed = exercise.measure is Measure.TIMED
    plain = SetDraft(1, 0, load=SIXTEEN, reps=None if timed else 8, seconds=30 if timed else None)
    return replace(plain, **more)


@pytest.mark.parametrize("exercise", [PRESS, BAND, PLANK, HELP, CARRY], ids=lambda one: one.key)
def test_it_is_a_model_through_a_whole_exercise(qtmodeltester, exercise: Exercise):
    table = SetTable(block(exercise), Unit.KG, EffortScale.RIR)
    qtmodeltester.check(table, force_py=True)  # from now on it looks at each change
    first = draft(exercise)
    for step in (
        lambda: table.set_text(0, Column.LOAD, "20"),
        lambda: table.set_text(0, Column.LOAD, "no number"),
        lambda: table.forget(0),
        lambda: table.step(0, 1),
        table.add,
        lambda: table.toggle(0, SetKind.WARMUP),
        lambda: table.toggle(0, SetKind.WARMUP),
        lambda: table.add_warm_ups(WARM_UPS),
        lambda: table.take_out(0),
        lambda: table.merge(block(exercise, first)),
        lambda: table.merge(block(exercise, replace(first, reps=0, note="slow"))),
        lambda: table.toggle(1, SetKind.DROP),
        lambda: table.merge(block(exercise, first, replace(first, kind=SetKind.DROP))),
        lambda: table.merge(block(exercise, *[first] * 4)),
        lambda: table.merge(block(exercise)),
        lambda: table.merge(block(exercise, target=None)),
    ):
        step()


@pytest.mark.parametrize("seed", range(8))
def test_it_is_a_model_whatever_comes_after_what(qtmodeltester, seed: int):
    dice = random.Random(seed)
    table = SetTable(block(PRESS), Unit.KG, EffortScale.RPE)
    qtmodeltester.check(table, force_py=True)
    sets: list[SetDraft] = []
    for _ in range(40):
        row = dice.randrange(len(table.rows)) if len(table.rows) else 0
        open_rows = [at for at, one in enumerate(table.rows) if not one.done]
        match dice.randrange(8):
            case 0 if len(table.rows):
                table.set_text(
                    row, dice.choice(table.sheet.columns), dice.choice(["5", "", "100x5", "x", "9999"])
                )
            case 1 if open_rows:
                table.toggle(dice.choice(open_rows), dice.choice(KINDS))
            case 2:
                table.add()
            case 3 if open_rows:
                place = dice.choice(open_rows)
                sets.append(draft(PRESS, kind=table.rows[place].kind, reps=dice.randrange(12)))
                table.take_out(place)
                table.merge(block(PRESS, *sets))
            case 4 if sets:
                sets.pop(dice.randrange(len(sets)))
                table.merge(block(PRESS, *sets))
            case 5:
                table.add_warm_ups(WARM_UPS * dice.randrange(3))
            case 6 if len(table.rows):
                table.forget(row)
            case 7 if open_rows:
                table.sheet.hold(table.rows[open_rows[0]], draft(PRESS))
        assert sum(one.done for one in table.rows) == len(sets)
        assert [one.entry.draft for one in table.rows if one.entry is not None] == sets


def test_fields_can_be_typed_in_through_the_model_and_heads_cannot():
    table = SetTable(block(PRESS, draft(PRESS)), Unit.KG, EffortScale.RIR)
    assert not table.setData(table.index(0, 0), "5")
    assert not table.setData(QModelIndex(), "5")
    assert table.setData(table.index(1, HEADS), "17.5")
    assert table.sheet.text(1, Column.LOAD) == "17.5"
    assert not table.flags(table.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert table.flags(table.index(0, HEADS)) & Qt.ItemFlag.ItemIsEditable


def test_a_screen_reader_hears_the_set_the_heading_and_the_value():
    table = SetTable(block(PRESS, draft(PRESS)), Unit.KG, EffortScale.RIR)
    heard = [
        table.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for column in range(table.columnCount())
    ]
    assert heard[HEADS] == "Set 1, Weight, kg: 16"
    assert heard[-1] == "Set 1, State: done"
    assert all(heard)
