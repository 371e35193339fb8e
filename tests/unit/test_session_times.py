"""When a session of another day was."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.session_times import (
    check_day,
    check_minute,
    check_minutes,
    check_start,
    end_of,
    minutes_of,
    start_of,
)

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=BERLIN)


def test_a_time_that_the_clocks_leave_out_is_an_hour_later() -> None:
    spring = date(2026, 3, 29).toordinal()
    start = start_of(spring, 2 * 60 + 30, BERLIN)
    assert (start.hour, start.minute) == (3, 30)
    assert start == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_of_a_time_that_comes_twice_it_is_the_first() -> None:
    autumn = date(2026, 10, 25).toordinal()
    start = start_of(autumn, 2 * 60 + 30, BERLIN)
    assert start.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    end = end_of(start, 45 * 60)
    assert end.timestamp() - start.timestamp() == 45 * 60
    assert (end.hour, end.minute) == (2, 15)  # the clock was put back meanwhile


@pytest.mark.parametrize(
    ("check", "field"),
    [
        (lambda: check_day(NOW.toordinal() + 1, NOW), "day"),
        (lambda: check_day(date(1899, 12, 31).toordinal(), NOW), "day"),
        (lambda: check_start(NOW + timedelta(minutes=1), NOW), "minute"),
        (lambda: check_minute(1440), "minute"),
        (lambda: check_minute(-1), "minute"),
        (lambda: check_minutes(-1), "minutes"),
        (lambda: check_minutes(1441), "minutes"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(check, field: str) -> None:
    with pytest.raises(UserError) as caught:
        check()
    assert caught.value.field == field


def test_what_can_be_is_taken() -> None:
    check_day(NOW.toordinal(), NOW)
    check_start(NOW, NOW.astimezone(UTC))
    check_minute(0)
    for minutes in (None, 0, 1440):
        check_minutes(minutes)


def test_minutes_are_rounded_as_they_are_shown() -> None:
    assert [minutes_of(seconds) for seconds in (None, 0, 29, 31, 2537)] == [None, 0, 0, 1, 42]
