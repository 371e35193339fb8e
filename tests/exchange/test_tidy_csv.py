"""The tidy table: one value a row, nothing for what was not said, and no formula from anybody's words."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.assessments import Answer
from nextrep.domain.companion import Companion, PlannedDay, StrengthLine, StrengthMeasure
from nextrep.domain.events import Event, EventKind
from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.journal import Entry
from nextrep.exchange import tidy_csv
from tests.exchange.test_fhir_export import MONDAY, everything, file, filled, night

AT = datetime(2026, 11, 3, 18, 30, tzinfo=ZoneInfo("Europe/Berlin"))


def full() -> Companion:
    """Something of every kind of row."""
    answered = (*everything().answered, filled(InstrumentKey.PHQ9, 2, without=(9,)),
                file({"h": Answer(None, 9, "words of a file")}))  # fmt: skip
    lines = tuple(StrengthLine("Squat", measure, "kg", ((MONDAY, 60.5),)) for measure in StrengthMeasure)
    return replace(
        everything(), invented=True, questions=("@home?",), answered=answered, logged=(MONDAY,),
        paused=(MONDAY + 5,), planned=(PlannedDay(MONDAY, done=True),), phase=(3, "Build"), strength=lines,
        upcoming=(PlannedDay(MONDAY + 30, done=False, title="=A1"),),
        events=(Event(1, EventKind.OTHER, "+1", MONDAY, None),),
        entries=(Entry(1, MONDAY, AT, "-line one\nline “two”", in_report=True),),
    )  # fmt: skip


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_spreadsheet_reads_it_as_it_was_meant() -> None:
    data = tidy_csv.table(full())
    assert data.startswith(b"\xef\xbb\xbfdate,time,measure,value,unit,source,note\r\n")
    rows = read(data)
    for row in rows:
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"])
        assert re.fullmatch(r"(\d\d:\d\d:\d\d)?", row["time"])
        assert re.fullmatch(r"[a-z0-9_-]+", row["measure"])
        if row["measure"] != "program_version":
            assert re.fullmatch(r"(-?\d+(\.\d+)?|\d{4}-\d\d-\d\d)?", row["value"])
    (entry,) = [row for row in rows if row["measure"] == "journal_entry"]
    assert entry["note"] == "'-line one\nline “two”"
    assert [row["value"] for row in rows if row["measure"] == "pleasantness_before"] == ["-1"]


def test_no_cell_begins_a_formula() -> None:
    rows = read(tidy_csv.table(full()))
    assert sum(row["note"].startswith("'") for row in rows) == 4
    for cell in (row[name] for row in rows for name in ("unit", "source", "note")):
        assert not cell.lstrip().startswith(("=", "+", "@"))
        assert cell == "-5 to 5" or not cell.startswith("-")


@given(st.text())
def test_any_words_come_back_but_for_the_guard(text: str) -> None:
    companion = Companion(MONDAY, MONDAY, app_version="1", questions=(text,))
    shown = read(tidy_csv.table(companion))[-1]["note"]
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    kept = "".join(sign for sign in text if sign in "\t\n\r" or sign >= " ")
    assert shown.removeprefix("'") == kept.removeprefix("'").encode("utf-8", "replace").decode()


def test_every_measure_is_explained_and_no_other() -> None:
    meant = read(tidy_csv.dictionary(full()))
    rows = read(tidy_csv.table(full()))
    assert {row["measure"] for row in meant} == {row["measure"] for row in rows}
    assert all(row["meaning"] for row in meant)
    total = next(row for row in meant if row["measure"] == "phq-9_total")
    assert (total["lowest"], total["highest"], total["better"]) == ("0", "27", "lower is better")
    assert "10 to 14 “moderate”" in total["meaning"]
    assert "6 (NHS Talking Therapies manual)" in total["meaning"]
    for row in rows:
        said = next(one for one in meant if one["measure"] == row["measure"])
        for end, beyond in (("lowest", float.__lt__), ("highest", float.__gt__)):
            if said[end] and row["value"]:
                assert not beyond(float(row["value"]), float(said[end]))


def test_what_was_not_said_has_no_row_and_zero_has_one() -> None:
    rows = read(tidy_csv.table(replace(full(), answered=(), nights=(night(quality=0),))))
    nights = {row["measure"]: row["value"] for row in rows if row["date"] == "2026-11-02"}
    assert nights["sleep_quality"] == "0"
    assert not {"time_asleep", "time_in_bed", "night_logged", "awakenings"} & set(nights)
    assert {row["measure"] for row in read(tidy_csv.table(Companion(MONDAY, MONDAY)))} == {
        "period_first_day", "period_last_day", "program_version"
    }  # fmt: skip


def test_the_words_of_an_opened_file_are_not_in_it() -> None:
    data = tidy_csv.table(full()).decode()
    assert "words of a file" not in data
    (row,) = [row for row in read(tidy_csv.table(full())) if row["measure"] == "questionnaire_item_9"]
    assert (row["value"], row["note"]) == ("", "answered; what it counts is not said in the file")


@pytest.mark.parametrize(
    ("value", "shown"), [(0.0, "0"), (-0.00001, "0"), (6.5, "6.5"), (120.0, "120"), (1e7, "10000000")]
)
def test_figures_are_written_plainly(value: float, shown: str) -> None:
    from nextrep.exchange.tidy_rows import figure

    assert figure(value) == shown
