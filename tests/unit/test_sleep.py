"""Nights by the sleep diary's formulas (clinical.md 2.2): what follows from what was said, and what not."""

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.figures import duration_text
from nextrep.domain.sleep import Night
from nextrep.domain.sleep_check import check_night
from nextrep.domain.sleep_clock import NightAnswers, answers_of, night_from_clock, skipped_times
from nextrep.domain.sleep_said import asleep_text, figures_text, missing_text

BERLIN = ZoneInfo("Europe/Berlin")
DAY = date(2026, 11, 22)
WHOLE = NightAnswers(
    into_bed=22 * 60 + 30,
    tried=22 * 60 + 50,
    sol=25,
    awakenings=2,
    waso=35,
    final_wake=6 * 60 + 20,
    out_of_bed=7 * 60,
    quality=6,
    nap=20,
)


def _night(answers: NightAnswers, day: date = DAY, zone: ZoneInfo = BERLIN) -> Night:
    return answers.night(day.toordinal(), zone)


def test_a_whole_night_by_the_formulas() -> None:
    night = _night(WHOLE)
    assert night.time_in_bed_min == 510
    assert (night.latency_to_trying_min, night.latency_to_rising_min) == (20, 40)
    assert night.total_sleep_min == 510 - 20 - 25 - 35 - 40 == 390
    assert night.efficiency == pytest.approx(100 * 390 / 510)
    assert night.sleep_episode_min == 25 + 390 + 35 + 40
    assert night.efficiency_of_episode == pytest.approx(100 * 390 / 490)
    assert night.sleep_onset_at == datetime(2026, 11, 21, 23, 15, tzinfo=BERLIN)
    assert night.midpoint_at == datetime(2026, 11, 22, 2, 47, 30, tzinfo=BERLIN)
    assert not night.incomplete
    assert duration_text(night.total_sleep_min) == "6 h 30 min"


def test_the_time_of_falling_asleep_says_the_same_as_the_minutes() -> None:
    by_clock = _night(replace(WHOLE, sol=None, asleep=23 * 60 + 15))
    assert by_clock.latency_to_sleep_min == 25
    assert by_clock.total_sleep_min == 390
    assert not by_clock.incomplete


@pytest.mark.parametrize(
    ("left_out", "asleep", "at_most"),
    [
        ({"waso": None}, 425, True),
        ({"sol": None}, 415, True),
        ({"waso": None, "awakenings": 0}, 425, False),
        ({"into_bed": None}, 390, False),
        ({"out_of_bed": None}, 390, False),
        ({"into_bed": None, "tried": None}, None, False),
        ({"final_wake": None, "out_of_bed": None}, None, False),
        ({"quality": None, "nap": None, "awakenings": None}, 390, False),
    ],
)
def test_what_was_not_said_is_not_known_and_never_zero(
    left_out: dict[str, int | None], asleep: int | None, at_most: bool
) -> None:
    night = _night(replace(WHOLE, **left_out))
    assert (night.total_sleep_min, night.at_most) == (asleep, at_most)
    assert night.incomplete == (at_most or asleep is None)
    if "into_bed" in left_out or "out_of_bed" in left_out:
        assert night.time_in_bed_min is None
        assert night.efficiency is None


def test_no_waking_leaves_no_minutes_awake() -> None:
    assert _night(NightAnswers(awakenings=0)).awake_in_night_min == 0
    assert _night(NightAnswers(awakenings=1)).awake_in_night_min is None
    assert _night(NightAnswers()).blank


@pytest.mark.parametrize(
    ("answers", "into", "out"),
    [
        (NightAnswers(into_bed=23 * 60, out_of_bed=7 * 60), "2026-11-21T23:00", "2026-11-22T07:00"),
        (NightAnswers(into_bed=30, out_of_bed=8 * 60), "2026-11-22T00:30", "2026-11-22T08:00"),
        (NightAnswers(into_bed=8 * 60, out_of_bed=15 * 60), "2026-11-22T08:00", "2026-11-22T15:00"),
        (
            NightAnswers(into_bed=16 * 60, final_wake=23 * 60 + 40, out_of_bed=10),
            "2026-11-22T16:00",
            "2026-11-23T00:10",
        ),
        (NightAnswers(into_bed=23 * 60), "2026-11-21T23:00", None),
        (NightAnswers(into_bed=60), "2026-11-22T01:00", None),
    ],
)
def test_a_night_belongs_to_the_day_of_waking(answers: NightAnswers, into: str, out: str | None) -> None:
    night = _night(answers)
    assert night.into_bed_at is not None
    assert night.into_bed_at.isoformat(timespec="minutes").startswith(into)
    shown = night.out_of_bed_at and night.out_of_bed_at.isoformat(timespec="minutes")
    assert shown is None if out is None else str(shown).startswith(out)


@pytest.mark.parametrize(("day", "minutes"), [(date(2026, 3, 29), 420), (date(2026, 10, 25), 540)])
def test_the_night_of_a_change_of_clocks_has_its_real_length(day: date, minutes: int) -> None:
    assert night_from_clock(day, time(23, 0), time(7, 0), BERLIN).time_in_bed_min == minutes


def test_a_time_that_does_not_exist_is_read_by_the_old_clock() -> None:
    answers = NightAnswers(into_bed=150, out_of_bed=9 * 60)
    night = _night(answers, date(2026, 3, 29))
    assert night.time_in_bed_min == 330
    assert answers_of(night).into_bed == 210
    assert skipped_times(answers, night) == ((150, 210),)


def test_a_time_that_comes_twice_is_the_one_nearer_to_waking_if_that_is_in_order() -> None:
    autumn = date(2026, 10, 25)
    late = _night(NightAnswers(into_bed=150, out_of_bed=480), autumn)
    assert late.time_in_bed_min == 330
    both = _night(NightAnswers(into_bed=165, tried=140, out_of_bed=480), autumn)
    assert both.latency_to_trying_min == 35
    assert _night(NightAnswers(asleep=160, final_wake=140), autumn).total_sleep_min == 40
    kept = replace(late, into_bed_at=datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN))
    again = replace(answers_of(kept), quality=5).night(kept.day, BERLIN, kept)
    assert again.time_in_bed_min == kept.time_in_bed_min == 390


def test_a_day_that_a_zone_left_out_makes_no_night_longer() -> None:
    apia = ZoneInfo("Pacific/Apia")
    assert night_from_clock(date(2011, 12, 31), time(23), time(7), apia).time_in_bed_min == 480


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"waso": 500}, "waso", "longer than the time in bed"),
        ({"sol": 500}, "sol", "longer than the time in bed"),
        ({"out_of_bed": 6 * 60}, "out_of_bed", "Getting up comes after the last waking"),
        ({"tried": 22 * 60}, "tried", "Trying to sleep comes after going to bed"),
        ({"sol": None, "asleep": 6 * 60 + 50}, "final_wake", "Waking comes after falling asleep"),
        ({"quality": 11}, "quality", "0 to 10"),
        ({"awakenings": 51}, "awakenings", "0 to 50"),
        ({"nap": 721}, "nap", "0 to 720"),
        ({"asleep": 23 * 60}, "sol", "one of the two"),
    ],
)
def test_what_cannot_be_is_said_of_the_field(change: dict[str, int | None], field: str, words: str) -> None:
    with pytest.raises(UserError, match=words) as raised:
        _night(replace(WHOLE, **change))
    assert raised.value.field == field


@pytest.mark.parametrize(
    "awake",
    [
        NightAnswers(into_bed=23 * 60, out_of_bed=7 * 60, sol=480),
        NightAnswers(into_bed=23 * 60, out_of_bed=7 * 60, waso=480),
        NightAnswers(into_bed=22 * 60, tried=23 * 60, final_wake=6 * 60, out_of_bed=7 * 60, sol=60, waso=360),
    ],
)
def test_a_night_without_sleep_is_kept_as_no_sleep(awake: NightAnswers) -> None:
    night = _night(awake)
    assert (night.total_sleep_min, night.efficiency, night.at_most, night.incomplete) == (
        0,
        0.0,
        False,
        False,
    )
    assert night.sleep_onset_at is None
    assert night.midpoint_at is None
    assert (asleep_text(night), missing_text(night)) == ("no sleep", "")
    assert "sleep efficiency 0 % of the time in bed" in figures_text(night)


def test_less_than_no_sleep_and_no_time_after_falling_asleep_are_refused() -> None:
    for cannot, words in (
        (NightAnswers(into_bed=23 * 60, out_of_bed=7 * 60, sol=481), "longer than the time in bed"),
        (NightAnswers(into_bed=23 * 60, asleep=24 * 60 - 30, out_of_bed=7 * 60, waso=450), "leave that out"),
    ):
        with pytest.raises(UserError, match=words):
            _night(cannot)


def test_thirty_hours_are_refused_and_more_than_sixteen_are_asked_about() -> None:
    night = night_from_clock(DAY, time(23), time(7), BERLIN)
    assert night.into_bed_at is not None
    with pytest.raises(UserError, match="24 hours") as raised:
        check_night(replace(night, into_bed_at=night.into_bed_at.replace(day=20)))
    assert raised.value.field == "into_bed"
    assert not night.unusual
    assert night_from_clock(DAY, time(13), time(7), BERLIN).unusual
    assert night_from_clock(DAY, time(6), time(7), BERLIN).unusual
    assert _night(NightAnswers(asleep=13 * 60, final_wake=7 * 60)).unusual
