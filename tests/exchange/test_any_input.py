"""Whatever a file holds: a log or a UserError, nothing else."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.units import Unit
from nextrep.exchange.dates import DateReader
from nextrep.exchange.durations import parse_duration
from nextrep.exchange.reader import read_log

NAMES = (
    "strong_classic.csv",
    "strong_android.csv",
    "strong_german.csv",
    "hevy_us.csv",
    "fitnotes_android.csv",
    "fitnotes_ios.csv",
)
SOME = settings(
    max_examples=60,
    deadline=timedelta(seconds=5),
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
ODD = st.sampled_from(
    [
        '"',
        ",",
        ";",
        "\n",
        "\r",
        "\t",
        "-",
        "1e999999",
        "NaN",
        "inf",
        "-0",
        "\\n",
        "\u202f",
        "²",
        "٣",
        "9" * 50,
        "W",
        "nan",
    ]
)


def read(path, content):
    path.write_bytes(content)
    try:
        log = read_log(path, unit=None, default_unit=Unit.KG)
    except UserError:
        return
    assert log.rows == len(list(log.sets())) + len(log.skipped)
    assert log.sessions


@SOME
@given(content=st.binary(max_size=400))
def test_bytes(tmp_path, content):
    read(tmp_path / "any.csv", content)


@SOME
@given(content=st.text(max_size=400))
def test_text(tmp_path, content):
    read(tmp_path / "any.csv", content.encode("utf-8", errors="surrogatepass"))


@pytest.mark.parametrize("name", NAMES)
@SOME
@given(data=st.data())
def test_changed_logs(repo, tmp_path, name, data):
    text = (repo / "tests" / "fixtures" / "imports" / name).read_text(encoding="utf-8")
    header = text.index("\n") + 1
    for _ in range(data.draw(st.integers(1, 8))):
        start = data.draw(st.integers(header, len(text)))
        length = data.draw(st.integers(0, 12))
        text = text[:start] + data.draw(ODD | st.text(max_size=6)) + text[start + length :]
    read(tmp_path / "changed.csv", text.encode("utf-8", errors="surrogatepass"))


@SOME
@given(rows=st.lists(st.lists(ODD | st.text(max_size=8), min_size=7, max_size=7), min_size=1, max_size=6))
def test_any_cells(tmp_path, rows):
    cells = "".join(";".join(row) + "\n" for row in rows)
    header = "Date;Workout Name;Exercise Name;Set Order;Weight;Reps;Seconds\n"
    good = "2024-03-04 18:00:00;Legs;Squat;1;60;5;0\n"
    read(tmp_path / "cells.csv", (header + good + cells).encode("utf-8", errors="surrogatepass"))


@SOME
@given(values=st.tuples(*[ODD | st.text(max_size=12)] * 4))
def test_any_values_in_a_good_row(tmp_path, values):
    weight, reps, seconds, rpe = ('"' + value.replace('"', '""') + '"' for value in values)
    header = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Seconds,RPE\n"
    content = header + f"2024-03-04 18:00:00,Legs,Squat,1,{weight},{reps},{seconds},{rpe}\n"
    read(tmp_path / "values.csv", content.encode("utf-8", errors="surrogatepass"))


@SOME
@given(text=st.text(max_size=70))
def test_any_date_and_duration(text):
    assert DateReader([text]).read(text) is None or any(letter.isdigit() for letter in text)
    assert (parse_duration(text) or 0) >= 0
