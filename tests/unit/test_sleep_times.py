"""Sleep over changes of the clocks in many zones: lengths are elapsed time, nothing is lost on the way."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import astuple
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.sleep import Night
from nextrep.domain.sleep_clock import NightAnswers, answers_of
from nextrep.storage.times import from_ms, to_ms, zone_name, zone_of

ZONES = (
    "Europe/Berlin", "Europe/London", "America/New_York", "America/St_Johns", "America/Sao_Paulo",
    "Australia/Lord_Howe", "Asia/Kathmandu", "Asia/Tehran", "Pacific/Apia", "Pacific/Chatham",
    "Africa/Casablanca", "Antarctica/Troll", "UTC",
)  # fmt: skip
FIRST, LAST = date(1985, 1, 1).toordinal(), date(2035, 12, 31).toordinal()


def _changes(zone: ZoneInfo) -> list[int]:
    """Return the days of a zone on which its clocks change."""
    noon = [datetime.combine(date.fromordinal(day), datetime.min.time(), zone) for day in range(FIRST, LAST)]
    return [b.toordinal() for a, b in pairwise(noon) if a.utcoffset() != b.utcoffset()]


CHANGES = {name: _changes(ZoneInfo(name)) for name in ZONES}


@st.composite
def days_and_zones(draw: st.DrawFn) -> tuple[int, ZoneInfo]:
    """A day of waking in a zone: any, or near a change of its clocks."""
    name = draw(st.sampled_from(ZONES))
    changes = CHANGES[name]
    if changes and draw(st.booleans()):
        return draw(st.sampled_from(changes)) + draw(st.integers(-1, 1)), ZoneInfo(name)
    return draw(st.integers(FIRST, LAST)), ZoneInfo(name)


def _maybe(high: int) -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(0, high)


CLOCK = _maybe(1439)
ANSWERS = st.builds(
    NightAnswers,
    into_bed=CLOCK, tried=CLOCK, sol=_maybe(120), asleep=st.none(), awakenings=_maybe(5), waso=_maybe(120),
    final_wake=CLOCK, out_of_bed=CLOCK, quality=_maybe(10), nap=_maybe(120),
)  # fmt: skip


@st.composite
def likely(draw: st.DrawFn) -> NightAnswers:
    """A night whose times follow each other, some of them left out."""
    gaps = [draw(st.integers(0, high)) for high in (1439, 90, 180, 600, 120)]
    clocks = [sum(gaps[: n + 1]) % 1440 for n in range(5)]
    into, tried, asleep, wake, out = (draw(st.sampled_from((clock, clock, clock, None))) for clock in clocks)
    by_clock = draw(st.booleans())
    return NightAnswers(
        into, tried, None if by_clock else draw(_maybe(60)), asleep if by_clock else None,
        draw(_maybe(5)), draw(_maybe(60)), wake, out, draw(_maybe(10)), draw(_maybe(60)),
    )  # fmt: skip


def _made(answers: NightAnswers, day: int, zone: ZoneInfo) -> Night:
    found: Night | None = None
    with suppress(UserError):
        found = answers.night(day, zone)
    assume(found is not None)
    assert found is not None
    return found


def _ms(night: Night) -> list[int | None]:
    return [None if at is None else to_ms(at) for at in night.times]


@given(days_and_zones(), ANSWERS | likely())
def test_every_night_that_is_kept_adds_up(where: tuple[int, ZoneInfo], answers: NightAnswers) -> None:
    night = _made(answers, *where)
    instants = [at.astimezone(UTC) for at in night.times if at is not None]
    assert instants == sorted(instants)
    if night.into_bed_at and night.out_of_bed_at:
        elapsed = night.out_of_bed_at.astimezone(UTC) - night.into_bed_at.astimezone(UTC)
        assert timedelta(0) < elapsed <= timedelta(hours=24)
        assert night.time_in_bed_min == elapsed / timedelta(minutes=1)
    asleep, in_bed = night.total_sleep_min, night.time_in_bed_min
    assert asleep is None or asleep >= 0
    if asleep is not None and in_bed is not None:
        assert asleep <= in_bed
        assert night.efficiency is not None
        assert 0 <= night.efficiency <= 100
        assert night.efficiency_of_episode is not None
        assert night.efficiency <= night.efficiency_of_episode <= 100
    parts = (
        night.latency_to_trying_min, night.latency_to_sleep_min, night.awake_in_night_min,
        night.latency_to_rising_min,
    )  # fmt: skip
    if asleep is not None and in_bed is not None and None not in parts:
        assert asleep == in_bed - sum(part for part in parts if part is not None)
        assert not night.incomplete


@given(days_and_zones(), ANSWERS | likely())
def test_the_form_and_the_store_give_back_what_they_were_given(
    where: tuple[int, ZoneInfo], answers: NightAnswers
) -> None:
    night = _made(answers, *where)
    day, zone = where
    shown = answers_of(night)
    assert _ms(shown.night(day, zone, night)) == _ms(night)
    assert astuple(answers_of(shown.night(day, zone, night))) == astuple(shown)
    stored = [None if ms is None else from_ms(ms, zone.key) for ms in _ms(night)]
    midnight = datetime.combine(date.fromordinal(day), datetime.min.time(), zone)
    again = Night(
        day, zone_of(zone_name(midnight)), stored[0], stored[1], night.sol_min, stored[2], night.awakenings,
        night.waso_min, stored[3], stored[4], night.quality, night.nap_min,
    )  # fmt: skip
    assert _ms(again) == _ms(night)
    assert answers_of(again) == shown
    assert (again.total_sleep_min, again.time_in_bed_min) == (night.total_sleep_min, night.time_in_bed_min)


@given(days_and_zones(), st.integers(0, 1439), st.integers(1, 1439))
def test_a_night_is_as_long_as_it_was(where: tuple[int, ZoneInfo], start: int, wall_minutes: int) -> None:
    """By the clock so many minutes, and an hour (or what the zone changes by) more or less in truth."""
    day, zone = where
    night = _made(NightAnswers(into_bed=start, out_of_bed=(start + wall_minutes) % 1440), day, zone)
    assert night.into_bed_at and night.out_of_bed_at and night.time_in_bed_min
    before, after = night.into_bed_at.utcoffset(), night.out_of_bed_at.utcoffset()
    assert before is not None
    assert after is not None
    shift = (after - before) / timedelta(minutes=1)
    by_clock = night.out_of_bed_at.replace(tzinfo=None) - night.into_bed_at.replace(tzinfo=None)
    assert night.time_in_bed_min == by_clock / timedelta(minutes=1) - shift
