"""FitNotes: Android's CSV and backup, and the CSV from iOS."""

# ruff: noqa: DTZ001 - wall times, as in the files

import sqlite3
from datetime import datetime

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.training import Effort, EffortScale, SetKind
from nextrep.domain.units import Load, Unit
from nextrep.exchange.reader import read_log


def test_android_csv(fixture_log):
    log = fixture_log("fitnotes_android.csv")
    first, second = log.sessions
    assert (first.title, second.title) == ("Back, Biceps", "Cardio, Core")
    assert first.started == datetime(2024, 5, 2)
    assert not first.has_time
    assert [one.exercise for one in first.sets] == ['Pause Deadlift 1"', 'Pause Deadlift 1"', "Barbell Curl"]
    assert first.sets[2].load == Load(25_002, Unit.LB)
    assert first.sets[2].note == "slow, with a pause"
    run, plank = second.sets
    assert (run.distance_m, run.seconds) == (42_190, 7170)
    assert (plank.seconds, plank.reps) == (75, None)
    assert [(one.line, one.reason) for one in log.skipped] == [
        (7, "There are no reps, no time and no distance in this row.")
    ]


def test_equal_rows_are_sets_done_again(fixture_log):
    log = fixture_log("fitnotes_android.csv")
    assert len(log.sessions[0].sets) == 3
    assert log.repeats == 0


def test_a_title_names_three_categories_at_most(text_log):
    rows = "".join(f"2024-05-02,E{n},C{n},10,5,,,\n" for n in range(5))
    log = text_log("Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time\n" + rows)
    assert log.sessions[0].title == "C0, C1, C2"
    assert log.unit is Unit.LB


def test_ios_csv(fixture_log):
    log = fixture_log("fitnotes_ios.csv")
    (session,) = log.sessions
    assert session.started == datetime(2025, 6, 2, 17, 0)
    assert session.duration_s == 75 * 60
    warmup, work, failed = session.sets
    assert (warmup.kind, work.kind, failed.kind) == (SetKind.WARMUP, SetKind.WORKING, SetKind.FAILURE)
    assert work.load == Load(62_500, Unit.KG)
    assert work.effort == Effort(EffortScale.RIR, 20)
    assert work.note == "paused"
    assert [one.reason for one in log.skipped] == ["This set is marked “Planned”, not done."]
    assert log.unknown_columns == ("BodyWeight", "Equipment")


def backup(path, statements):
    connection = sqlite3.connect(path)
    connection.executescript(statements)
    connection.close()


TABLES = """
CREATE TABLE Category(_id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE exercise(_id INTEGER PRIMARY KEY, name TEXT, category_id INTEGER);
CREATE TABLE training_log(_id INTEGER PRIMARY KEY, exercise_id INTEGER, date DATE, metric_weight INTEGER,
  reps INTEGER, distance INTEGER, duration_seconds INTEGER);
INSERT INTO Category VALUES (1, 'Back');
INSERT INTO exercise VALUES (7, 'Row', 1);
INSERT INTO training_log VALUES (3, 7, '2024-01-02', 31.75144, 8, 0, 0);
INSERT INTO training_log VALUES (4, 7, '2024-01-02', 0, 0, 500, 120);
INSERT INTO training_log VALUES (5, 99, '2024-01-02', 20, 5, 0, 0);
"""
NEWER_TABLES = """
CREATE TABLE settings(_id INTEGER PRIMARY KEY, metric INTEGER);
CREATE TABLE Comment(_id INTEGER PRIMARY KEY, owner_type_id INTEGER, owner_id INTEGER, comment TEXT);
CREATE TABLE WorkoutComment(_id INTEGER PRIMARY KEY, date TEXT, comment TEXT);
CREATE TABLE WorkoutTime(workout_date TEXT, start_date_time TEXT, end_date_time TEXT);
INSERT INTO settings VALUES (1, 0);
INSERT INTO Comment VALUES (1, 1, 3, 'strict');
INSERT INTO WorkoutComment VALUES (1, '2024-01-02', 'calm day');
INSERT INTO WorkoutTime VALUES ('2024-01-02', '2024-01-02 18:30:00', '2024-01-02 19:00:00');
"""


def test_backup(tmp_path):
    path = tmp_path / "FitNotes ü #1.fitnotes"
    backup(path, TABLES + NEWER_TABLES)
    before = path.read_bytes()
    log = read_log(path, unit=None, default_unit=Unit.KG)
    (session,) = log.sessions
    assert (session.started, session.duration_s, session.note) == (
        datetime(2024, 1, 2, 18, 30),
        1800,
        "calm day",
    )
    row, far = session.sets
    assert (row.exercise, row.load.text(), row.reps, row.note, row.line) == ("Row", "70 lb", 8, "strict", 3)
    assert (far.load, far.reps, far.distance_m, far.seconds) == (None, None, 500, 120)
    assert [(one.line, one.reason) for one in log.skipped] == [(5, "There is no exercise name in this row.")]
    assert path.read_bytes() == before


def test_backup_of_an_older_version(tmp_path):
    path = tmp_path / "old.fitnotes"
    backup(path, TABLES)
    log = read_log(path, unit=None, default_unit=Unit.LB)
    assert log.sessions[0].title == "Back"
    assert log.sessions[0].sets[0].load == Load(31_751, Unit.KG)


@pytest.mark.parametrize("cut", [100, 5000])
def test_a_damaged_backup_is_refused(tmp_path, cut):
    path = tmp_path / "half.fitnotes"
    backup(path, TABLES)
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(UserError, match=r"half\.fitnotes.*FitNotes"):
        read_log(path, unit=None, default_unit=Unit.KG)


def test_another_database_is_refused(tmp_path):
    path = tmp_path / "photos.db"
    backup(path, "CREATE TABLE photo(_id INTEGER);")
    with pytest.raises(UserError, match=r"photos\.db.*not a backup of FitNotes"):
        read_log(path, unit=None, default_unit=Unit.KG)
