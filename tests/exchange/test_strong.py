"""Strong: what a person finds again after the import of its export."""

# ruff: noqa: DTZ001 - wall times, as in the files

from datetime import datetime

import pytest

from nextrep.domain.training import Effort, EffortScale, SetKind
from nextrep.domain.units import Load, Unit

HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE\n"
)


def row(order="1", weight="60", reps="5", distance="0", seconds="0", exercise="Squat", rpe="", note=""):
    values = f'{order},{weight},{reps},{distance},{seconds},"{note}",,{rpe}'
    return f'2024-03-04 18:00:00,"Legs",1h,"{exercise}",{values}\n'


@pytest.fixture
def classic(fixture_log):
    return fixture_log("strong_classic.csv")


def test_every_row_is_a_set_or_has_a_reason(classic):
    assert classic.rows == 12
    assert len(list(classic.sets())) == 9
    assert [(one.line, one.reason) for one in classic.skipped] == [
        (4, "“Rest Timer” is not a set."),
        (10, "Reps go from 0 to 1000. The file says “877777.0”."),
        (11, "“Note” is not a set."),
    ]


def test_sessions_come_in_order_with_start_length_and_note(classic):
    morning, evening = classic.sessions
    assert (morning.title, evening.title) == ("Morning Workout", "Evening Workout")
    assert evening.started == datetime(2024, 3, 4, 18, 0, 5)
    assert evening.has_time
    assert evening.duration_s == 65 * 60
    assert evening.note == "slow start"


def test_a_timer_left_running_is_left_out_and_said(classic):
    assert classic.sessions[0].duration_s is None
    assert any("timer left running" in warning for warning in classic.warnings)


def test_values_kinds_and_effort(classic):
    warmup, first, failed, drop, plank, push_up = classic.sessions[1].sets
    assert (warmup.kind, warmup.load, warmup.reps) == (SetKind.WARMUP, Load(20_000, Unit.KG), 10)
    assert (first.kind, first.load, first.reps) == (SetKind.WORKING, Load(62_500, Unit.KG), 5)
    assert first.effort == Effort(EffortScale.RPE, 85)
    assert (failed.reps, failed.load) == (0, Load(62_500, Unit.KG))
    assert drop.kind is SetKind.DROP
    assert (plank.load, plank.reps, plank.seconds) == (None, None, 45)
    assert (push_up.load, push_up.reps, push_up.seconds) == (None, 15, None)
    assert classic.warmups == 1


def test_names_stay_as_written(classic):
    assert "Plank " in classic.exercise_names
    assert classic.exercises_in_file == 5
    assert classic.sessions_in_file == 2


def test_notes_lose_nothing(classic):
    sets = classic.sessions[1].sets
    assert sets[0].exercise_note == "felt\nlight"
    assert sets[-1].exercise_note == "hands on the bench"


def test_a_note_before_any_set_waits_for_the_next(text_log):
    log = text_log(HEADER + row("Note", "0", "0", note="belt") + row("1"))
    assert [one.exercise_note for one in log.sets()] == ["belt"]


def test_distance_follows_the_unit_of_the_weights(classic, fixture_log):
    assert classic.sessions[0].sets[0].distance_m == 2500
    miles = fixture_log("strong_classic.csv", unit=Unit.LB)
    assert miles.sessions[0].sets[0].distance_m == 4023
    assert any("distances" in warning for warning in miles.warnings)


def test_help_of_an_assisted_exercise_counts_below_zero(classic):
    assert classic.sessions[0].sets[1].load == Load(-20_000, Unit.KG)


def test_a_set_order_that_starts_again_is_a_new_block(classic):
    assert [one.block for one in classic.sessions[0].sets] == [0, 1, 2]
    assert [one.block for one in classic.sessions[1].sets] == [0, 0, 0, 0, 1, 2]


def test_warm_ups_belong_to_the_block_that_they_open(text_log):
    orders = ["W", "W", "1", "2", "W", "W", "1", "D", "2"]
    log = text_log(HEADER + "".join(row(order) for order in orders))
    assert [one.block for one in log.sets()] == [0, 0, 0, 0, 1, 1, 1, 1, 1]


def test_rows_of_a_session_need_not_be_together(text_log):
    other = row(exercise="Row").replace("2024-03-04", "2024-03-05")
    log = text_log(HEADER + row("1") + other + row("2"))
    assert [len(session.sets) for session in log.sessions] == [2, 1]
    assert [one.line for one in log.sessions[0].sets] == [2, 4]


def test_german_headers_and_pauses(fixture_log):
    log = fixture_log("strong_german.csv")
    assert [one.load.text() for one in log.sets()] == ["50 kg", "55 kg"]
    assert [one.reason for one in log.skipped] == ["“Ruhezeit” is not a set."]
    assert log.sessions[0].note == "Erstes Training"
    assert log.sessions[0].duration_s == 8580


def test_units_of_rows_win_and_commas_are_decimal(fixture_log):
    log = fixture_log("strong_android.csv")
    press, second, rowing, again = log.sets()
    assert press.load == Load(61_235, Unit.LB)
    assert second.load == Load(62_500, Unit.KG)
    assert second.effort == Effort(EffortScale.RPE, 75)
    assert (rowing.distance_m, rowing.seconds, rowing.load) == (2414, 600, None)
    assert (log.unit, log.unit_source) == (Unit.LB, "file")
    assert [press.block, second.block, rowing.block, again.block] == [0, 0, 1, 2]
    assert log.sessions[0].duration_s == 45 * 60


def test_unit_as_column_name(text_log):
    log = text_log(
        "Date,Workout Name,Exercise Name,Set Order,lb,Reps,mi,Seconds,Notes\r\n"
        '2016-10-03 19:30:55,"W1","Squat",0,100,5,0.5,0,""\r\n'
    )
    (one,) = log.sets()
    assert (one.load, one.distance_m, log.unit_source) == (Load(45_359, Unit.LB), 805, "file")


@pytest.mark.parametrize("header", ["Weight (kg)", "weight_kg", "WEIGHT  (KG)", "Weight (kgs)"])
def test_unit_in_the_column_name_however_written(text_log, header):
    log = text_log(
        f'"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"{header}";"Reps"\n'
        '"1";"2023-06-05 18:57:00";"Tarde";"4848";"Chest Dip";"1";"102.05828325";"15"\n'
    )
    (one,) = log.sets()
    assert (one.load, log.unit, log.unit_source) == (Load(102_058, Unit.KG), Unit.KG, "file")
    assert log.sessions[0].duration_s == 4848
    assert log.unknown_columns == ()


def test_columns_in_any_order_and_unknown_ones_named(text_log):
    log = text_log(
        "Reps,Mood,Exercise Name,Empty,Weight,Set Order,Workout Name,Date\n"
        "5,good,Squat,,60,1,Legs,2024-03-04 18:00:00\n"
    )
    assert [(one.exercise, one.reps) for one in log.sets()] == [("Squat", 5)]
    assert log.unknown_columns == ("Mood",)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"reps": "2.5"}, "Reps are whole numbers. The file says “2.5”."),
        ({"reps": "-3"}, "Reps go from 0 to 1000. The file says “-3”."),
        ({"reps": "many"}, "“many” is not a number."),
        ({"weight": "9999"}, "Weight goes up to 1000 kg. The file says “9999”."),
        ({"weight": "1e999999"}, "“1e999999” is not a number."),
        ({"weight": "0", "reps": "0"}, "There are no reps, no time and no distance in this row."),
        ({"seconds": "-5"}, "Time goes from 0 to 24 hours. The file says “-5”."),
        ({"seconds": "90000"}, "Time goes from 0 to 24 hours. The file says “90000”."),
        ({"distance": "305"}, "Distance goes up to 200 km. The file says “305”."),
        ({"exercise": "  "}, "There is no exercise name in this row."),
    ],
)
def test_a_row_out_of_range_is_left_out_with_its_reason(text_log, cells, reason):
    log = text_log(HEADER + row() + row(**cells))
    assert [(one.line, one.reason) for one in log.skipped] == [(3, reason)]
    assert len(list(log.sets())) == 1


def test_an_effort_out_of_range_costs_the_effort_only(text_log):
    log = text_log(HEADER + row(rpe="15") + row("2", rpe="0"))
    assert [one.effort for one in log.sets()] == [None, None]
    assert any("effort" in warning for warning in log.warnings)


def test_an_unknown_mark_with_reps_is_still_a_set(text_log):
    log = text_log(HEADER + row("Myo") + row("X", reps="0", seconds="30"))
    assert [one.kind for one in log.sets()] == [SetKind.WORKING, SetKind.WORKING]
    assert any("“Myo”" in warning for warning in log.warnings)
