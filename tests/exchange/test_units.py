"""Where the unit of a file's weights comes from."""

import pytest

from nextrep.domain.units import Load, Unit

HEADER = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n"


def rows(*weights):
    lines = (f"2024-03-04 18:00:00,Legs,Squat,{n},{weight},5\n" for n, weight in enumerate(weights))
    return HEADER + "".join(lines)


def test_kilograms_written_in_pounds_are_seen(text_log):
    log = text_log(rows("44.09245243697551", "66.13867865546327", "132.27735731092654"))
    assert (log.unit, log.unit_source) == (Unit.LB, "guess")
    assert [one.load.grams for one in log.sets()] == [20_000, 30_000, 60_000]
    assert any("does not say its unit" in warning for warning in log.warnings)


def test_pounds_written_in_kilograms_are_seen(text_log):
    log = text_log(rows("6.80388555", "11.33980925", "15"))
    assert (log.unit, log.unit_source) == (Unit.KG, "guess")


@pytest.mark.parametrize(
    "weights", [("60", "62.5"), ("74.99999999999999", "64.99999999999999"), ("44.09245243697551",)]
)
def test_without_a_sign_the_default_is_taken_and_said(text_log, weights):
    log = text_log(rows(*weights), default=Unit.LB)
    assert (log.unit, log.unit_source) == (Unit.LB, "default")
    assert any("taken as lb" in warning and "choose kg" in warning for warning in log.warnings)


def test_an_answer_is_taken(text_log):
    log = text_log(rows("100"), unit=Unit.LB)
    assert (log.unit, log.unit_source, log.warnings) == (Unit.LB, "asked", ())
    assert next(log.sets()).load == Load(45_359, Unit.LB)


def test_an_answer_that_the_numbers_deny_is_taken_and_said(text_log):
    log = text_log(rows("44.09245243697551", "66.13867865546327"), unit=Unit.KG)
    assert (log.unit, log.unit_source) == (Unit.KG, "asked")
    assert any("look like lb" in warning for warning in log.warnings)


def test_an_answer_does_not_change_what_the_file_says(text_log):
    log = text_log(rows("100").replace("Weight", "Weight (kg)"), unit=Unit.LB)
    assert (log.unit, log.unit_source) == (Unit.KG, "file")
    assert any("not read as lb" in warning for warning in log.warnings)


def test_no_question_where_there_is_no_weight(text_log):
    assert text_log(rows("0", "")).warnings == ()


def test_an_unknown_unit_is_not_guessed(text_log):
    log = text_log(
        "Date,Exercise,Category,Weight,Weight Unit,Reps\n"
        "2024-05-02,Row,Back,70,kgs,5\n2024-05-02,Row,Back,11,stone,5\n2024-05-02,Row,Back,50,,5\n"
    )
    assert [one.load for one in log.sets()] == [Load(70_000, Unit.KG), Load(50_000, Unit.KG)]
    assert [one.reason for one in log.skipped] == ["The weight unit “stone” is not known."]


def test_help_written_with_a_minus_sign_stays(text_log):
    assert next(text_log(rows("-20")).sets()).load == Load(-20_000, Unit.KG)
