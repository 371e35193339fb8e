"""Dates and lengths of time as phones write them."""

# ruff: noqa: DTZ001, RUF001 - wall times, in many alphabets

from datetime import datetime

import pytest

from nextrep.exchange.dates import DateReader
from nextrep.exchange.durations import parse_duration
from nextrep.exchange.months import MONTH_OF

JUNE = datetime(2026, 6, 5, 19, 56)


def read(text, *others):
    return DateReader([text, *others]).read(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-06-05 19:56:00",
        "2026-06-05T19:56Z",
        "2026-06-05T19:56:00.250+02:00",
        "2026-06-05 7:56:00\u202fPM",
        "5 Jun 2026, 19:56",
        "Jun 5, 2026, 7:56 PM",
        "Fri, Jun 5, 2026 at 7:56\u00a0pm",
        "05.06.2026, 19:56",
        "5. 6. 2026 19.56",
        "5. Juni 2026 um 19:56",
        "5 juin 2026 à 19:56",
        "5 de jun. de 2026, 19:56",
        "5 de junho de 2026 às 19:56",
        "vie, 5 jun 2026, 7:56 p. m.",
        "5 giu 2026, 19:56",
        "5 cze 2026, 19:56",
        "5 juni 2026 kl. 19:56",
        "5. kesäkuuta 2026 klo 19.56",
        "5 čvn 2026 19:56",
        "5 Haz 2026 19:56",
        "5 июн. 2026 г., 19:56",
        "2026年6月5日 下午7:56",
        "2026. 6. 5. 오후 7:56",
    ],
)
def test_one_evening_in_many_languages(text):
    assert read(text) == (JUNE, True)


@pytest.mark.parametrize(
    ("text", "hour"), [("12:05 AM", 0), ("12:05 PM", 12), ("1:05 AM", 1), ("11:05 PM", 23), ("13:05 PM", 13)]
)
def test_twelve_hour_clock(text, hour):
    assert read(f"Jun 5, 2026, {text}") == (datetime(2026, 6, 5, hour, 5), True)


@pytest.mark.parametrize("text", ["2026-06-05", "5 Jun 2026", "5 июня 2026 г."])
def test_a_date_without_time_says_so(text):
    assert read(text) == (datetime(2026, 6, 5), False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "31.02.2026",
        "2026-13-01",
        "2026-06-05 25:00",
        "5 Xyz 2026",
        "1026-06-05",
        "7:56",
        "1" * 5000,
    ],
)
def test_no_date(text):
    assert read(text) is None


def test_the_file_proves_the_order_of_day_and_month():
    assert read("05/06/2026", "13/06/2026")[0] == datetime(2026, 6, 5)
    assert read("05/06/2026", "06/13/2026")[0] == datetime(2026, 5, 6)
    assert DateReader(["05/06/2026", "13/06/2026"]).doubtful == ""


def test_a_file_that_proves_nothing_is_read_day_first_and_said(text_log):
    log = text_log("Date,Exercise,Category,Weight (kg),Reps\n05/06/2026,Row,Back,50,5\n")
    assert log.sessions[0].started == datetime(2026, 6, 5)
    assert any("05/06/2026" in warning and "day first" in warning for warning in log.warnings)


def test_dots_leave_no_doubt():
    assert DateReader(["05.06.2026"]).doubtful == ""


def test_no_word_means_two_months():
    assert MONTH_OF["cervenec"] == 7
    assert MONTH_OF["cerven"] == 6
    assert set(MONTH_OF.values()) == set(range(1, 13))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2h 38m", 9480),
        ("38min", 2280),
        ("20s", 20),
        ("2h", 7200),
        ("1h13min", 4380),
        ("1小时13分钟", 4380),
        ("72小时16分钟", 260_160),
        ("1 Std. 5 Min.", 3900),
        ("1267", 1267),
        ("75.0", 75),
        ("0:01:15", 75),
        ("1:59:30", 7170),
        ("1:30", 90),
        ("", None),
        ("soon", None),
        ("2 parsecs", None),
        ("9" * 5000, None),
    ],
)
def test_lengths_of_time(text, seconds):
    assert parse_duration(text) == seconds


def test_a_plain_number_may_count_minutes():
    assert parse_duration("45", 60) == 2700
