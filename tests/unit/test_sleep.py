"""Nights by the sleep diary's formulas, across midnight and a change of clocks."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.figures import duration_text
from nextrep.domain.sleep import night_from_clock

BERLIN = ZoneInfo("Europe/Berlin")


def test_a_night_across_midnight() -> None:
    night = night_from_clock(
        date(2026, 11, 22), time(23, 10), time(6, 50), BERLIN, sol_min=20, awakenings=1, waso_min=10
    )
    assert night.into_bed_at.date() == date(2026, 11, 21)
    assert night.time_in_bed_min == 460
    assert night.total_sleep_min == 430
    assert round(night.efficiency, 1) == 93.5
    assert duration_text(night.total_sleep_min) == "7 h 10 min"


def test_a_bedtime_after_midnight_is_the_same_day() -> None:
    night = night_from_clock(date(2026, 11, 22), time(0, 30), time(7, 0), BERLIN)
    assert night.time_in_bed_min == 390


@pytest.mark.parametrize(("day", "minutes"), [(date(2026, 3, 29), 420), (date(2026, 10, 25), 540)])
def test_the_night_of_a_change_of_clocks_has_its_real_length(day: date, minutes: int) -> None:
    assert night_from_clock(day, time(23, 0), time(7, 0), BERLIN).time_in_bed_min == minutes


def test_more_time_awake_than_in_bed_is_refused() -> None:
    with pytest.raises(UserError, match="longer than the time in bed"):
        night_from_clock(date(2026, 11, 22), time(23), time(1), BERLIN, sol_min=60, waso_min=60)


def test_out_of_range_sleep_values_name_the_range() -> None:
    with pytest.raises(UserError, match="0 to 10"):
        night_from_clock(date(2026, 11, 22), time(23), time(7), BERLIN, quality=11)
