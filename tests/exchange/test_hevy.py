"""Hevy: its CSV in two languages, and the flat dump of its API."""

# ruff: noqa: DTZ001 - wall times, as in the files

from datetime import datetime

import pytest

from nextrep.domain.training import SetKind
from nextrep.domain.units import Load, Unit

HEADER = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,"
    "weight_kg,reps,distance_km,duration_seconds,rpe\n"
)


def test_an_american_export(fixture_log):
    log = fixture_log("hevy_us.csv")
    (session,) = log.sessions
    assert session.title == "Lower ☀️"
    assert session.started == datetime(2026, 6, 11, 13, 1)
    assert session.duration_s == 63 * 60
    assert session.note == "went\nwell"
    warmup, failure, chin_up, walk, drop = session.sets
    assert (warmup.kind, failure.kind, drop.kind) == (SetKind.WARMUP, SetKind.FAILURE, SetKind.DROP)
    assert failure.load == Load(81_873, Unit.LB)
    assert failure.exercise_note == "seat 4"
    assert chin_up.load == Load(-18_144, Unit.LB)
    assert (walk.load, walk.reps, walk.seconds, walk.distance_m) == (None, None, 900, 1609)
    assert [one.block for one in session.sets] == [0, 0, 1, 2, 3]
    assert [one.line for one in session.sets] == [2, 4, 6, 8, 10]
    assert (log.unit, log.unit_source, log.rows) == (Unit.LB, "file", 5)
    assert log.unknown_columns == ("superset_id",)


@pytest.mark.parametrize(
    "start",
    [
        "5 Mai 2026, 07:34",
        "27 de jul. de 2026, 19:00",
        "05.06.2026, 07:30",
        "1 Apr 2023, 20:34",
        "3 Out 2023, 6:10",
    ],
)
def test_dates_in_the_language_of_the_phone(text_log, start):
    log = text_log(HEADER + f'"Upper","{start}","{start}","","Rosca",,"",0,"normal",13.75,8,,,\n')
    assert log.sessions[0].sets[0].reps == 8


def test_a_bad_end_leaves_the_session_without_a_length(text_log):
    log = text_log(HEADER + '"A","5 May 2026, 07:34","4 May 2026, 07:34","","Curl",,"",0,"normal",10,8,,,\n')
    assert log.sessions[0].duration_s is None
    assert any("length" in warning for warning in log.warnings)


def test_kilograms_with_miles_and_tabs(text_log):
    header = HEADER.replace("distance_km", "distance_miles").replace(",", "\t")
    log = text_log(header + "A\t5 May 2026, 07:34\t\t\tRun\t\t\t0\tnormal\t20\t\t2\t600\t\n")
    (one,) = log.sets()
    assert (one.load, one.distance_m) == (Load(20_000, Unit.KG), 3219)


def test_of_two_weights_the_typed_one_is_kept(text_log):
    log = text_log(
        "workout_id,workout_title,workout_start_time,workout_end_time,exercise_title,set_index,set_type,"
        "weight_kg,weight_lbs,reps,distance_meters,duration_seconds\r\n"
        "x,Bench,2026-01-25T01:47:58+00:00,2026-01-25T02:32:32+00:00,Press,0,normal,61.235042773811365,135.0,8,,\r\n"
        "x,Bench,2026-01-25T01:47:58+00:00,2026-01-25T02:32:32+00:00,Press,1,normal,60.0,132.27735,8,,\r\n"
        "x,Bench,2026-01-25T01:47:58+00:00,2026-01-25T02:32:32+00:00,Press,2,normal,83.91468824559335,185.0,8,,\r\n"
        "x,Bench,2026-01-25T01:47:58+00:00,2026-01-25T02:32:32+00:00,Row,0,normal,,,,250,70\r\n"
    )
    first, second, _, row = log.sets()
    assert log.unit is Unit.LB
    assert (first.load, second.load) == (Load(61_235, Unit.LB), Load(60_000, Unit.KG))
    assert (row.load, row.distance_m, row.seconds) == (None, 250, 70)
    assert log.sessions[0].started == datetime(2026, 1, 25, 1, 47, 58)
    assert log.unknown_columns == ()
