"""Dates in words do not depend on the computer's language."""

from __future__ import annotations

from datetime import date

from nextrep.domain.days import (
    day_short,
    day_title,
    listed,
    month_short,
    month_title,
    same_day_before,
    weekday_short,
    weekday_title,
)


def test_a_day_reads_as_in_a_sentence() -> None:
    day = date(2026, 11, 25).toordinal()
    assert day_title(day) == "Wednesday 25 November"
    assert day_title(day, with_year=True) == "Wednesday 25 November 2026"
    assert day_short(day) == "25 Nov"


def test_every_weekday_and_month_has_its_own_name() -> None:
    assert [weekday_title(n)[:3] for n in range(7)] == [weekday_short(n) for n in range(7)]
    assert [month_title(n)[:3] for n in range(1, 13)] == [month_short(n) for n in range(1, 13)]
    assert len({weekday_short(n) for n in range(7)}) == 7
    assert len({month_short(n) for n in range(1, 13)}) == 12


def test_words_are_joined_as_in_a_sentence() -> None:
    assert listed([]) == ""
    assert listed(["Monday"]) == "Monday"
    assert listed(["Monday", "Wednesday", "Friday"]) == "Monday, Wednesday and Friday"


def test_the_same_date_in_earlier_years() -> None:
    leap = [date.fromordinal(day) for day in same_day_before(date(2024, 2, 29).toordinal(), 9)]
    assert leap == [date(2020, 2, 29), date(2016, 2, 29)]
    assert same_day_before(date(2, 5, 1).toordinal(), 60) == [date(1, 5, 1).toordinal()]
