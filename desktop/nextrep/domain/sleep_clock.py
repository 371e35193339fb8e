"""A night as a person says it, in times of the clock, and which instants those are.

The final waking, or getting up where that is all there is, falls on the day of waking; each time before it is
the nearest one earlier, so a time that is later by the clock belongs to the evening before. The same rule
decides on days when the clocks change. Of a time that comes twice it takes the one nearer to waking (unless a
night was kept with the other one). A time that does not exist is read by the clock as it stood before the
change, so 02:30 is 03:30 by the new one, or by the clock after it where only that is in order.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise

from nextrep.domain.sleep import MAX_AWAKE_MIN, MAX_TIME_IN_BED_MIN, Night
from nextrep.domain.sleep_check import CLOCK_FIELDS, check_night, out_of_order

DAY_MIN = 24 * 60
_EVENING, _MORNING = CLOCK_FIELDS[:3], CLOCK_FIELDS[3:]
_NOON_MIN = 12 * 60
_DAYS_AROUND = 2
"""A zone has left out a whole day (Samoa in 2011), so yesterday may be the day before yesterday."""


@dataclass(frozen=True, slots=True)
class NightAnswers:
    """The variables of `Night` with times in minutes after midnight; None where nothing was said."""

    into_bed: int | None = None
    tried: int | None = None
    sol: int | None = None
    asleep: int | None = None
    awakenings: int | None = None
    waso: int | None = None
    final_wake: int | None = None
    out_of_bed: int | None = None
    quality: int | None = None
    nap: int | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing was said."""
        return self == NightAnswers()

    def night(self, day: int, zone: tzinfo, before: Night | None = None) -> Night:
        """Return the night that ended on `day` (date ordinal) by the clock of `zone`.

        Args:
            day: the local day of waking.
            zone: whose clock the times are.
            before: the night as it was kept; a time that comes twice stays the one that it was.

        Raises:
            UserError: the night cannot be; see `sleep_check.check_night`.
        """
        instants = _instants(self, day, zone, before)
        return check_night(
            Night(
                day,
                zone,
                instants.get("into_bed"),
                instants.get("tried"),
                self.sol,
                instants.get("asleep"),
                self.awakenings,
                self.waso,
                instants.get("final_wake"),
                instants.get("out_of_bed"),
                self.quality,
                self.nap,
            )
        )


def answers_of(night: Night | None) -> NightAnswers:
    """Return a night as the clock of its zone showed it."""
    if night is None:
        return NightAnswers()
    into, tried, asleep, wake, out = (_clock(at, night.zone) for at in night.times)
    return NightAnswers(
        into,
        tried,
        night.sol_min,
        asleep,
        night.awakenings,
        night.waso_min,
        wake,
        out,
        night.quality,
        night.nap_min,
    )


def night_from_clock(
    waking_day: date,
    into_bed: time,
    out_of_bed: time,
    zone: tzinfo,
    *,
    sol_min: int | None = None,
    awakenings: int | None = None,
    waso_min: int | None = None,
    quality: int | None = None,
) -> Night:
    """Make a night from the two times in bed; a bedtime later than rising is the evening before.

    Raises:
        UserError: see `sleep_check.check_night`.
    """
    return NightAnswers(
        into_bed=_minute(into_bed),
        sol=sol_min,
        awakenings=awakenings,
        waso=waso_min,
        out_of_bed=_minute(out_of_bed),
        quality=quality,
    ).night(waking_day.toordinal(), zone)


def skipped_times(answers: NightAnswers, night: Night) -> tuple[tuple[int, int], ...]:
    """Return the times said that the clock jumped over, each with what it is by the new clock, in minutes."""
    shown = answers_of(night)
    pairs = ((getattr(answers, field), getattr(shown, field)) for field in CLOCK_FIELDS)
    return tuple((said, real) for said, real in pairs if said is not None and said != real)


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _clock(at: datetime | None, zone: tzinfo) -> int | None:
    return None if at is None else _minute(at.astimezone(zone).time())


def _instants(answers: NightAnswers, day: int, zone: tzinfo, before: Night | None) -> dict[str, datetime]:
    """Return the instant of each time that was said.

    Raises:
        UserError: two of them are in the wrong order, so that they do not fit into 24 hours.
    """
    clocks = [(field, getattr(answers, field)) for field in CLOCK_FIELDS]
    given = [(field, clock) for field, clock in clocks if clock is not None]
    if not given:
        return {}
    kept = [] if before is None else [at for at in before.times if at is not None]
    anchor = next((i for i, (field, _clock) in enumerate(given) if field in _MORNING), len(given) - 1)
    if given[anchor][0] in _EVENING and given[anchor][1] >= _NOON_MIN:
        day -= 1  # only the evening is known
    starts = _readings(date.fromordinal(day), given[anchor][1], zone)
    # Around midnight the other reading of a time that does not exist is on another day.
    starts = [at for at in starts if at.date().toordinal() == day] or starts
    starts = [at for at in starts if _among(at, kept)] or starts
    found = min((_around(given, anchor, start, zone, kept) for start in starts), key=_span)
    _check_gaps(given, found)
    return dict(zip((field for field, _clock in given), found, strict=True))


def _around(
    given: list[tuple[str, int]], anchor: int, start: datetime, zone: tzinfo, kept: list[datetime]
) -> list[datetime]:
    """Return the instants of all times: the nearest ones earlier than `start`, and later than it."""
    found = [start]
    for index in range(anchor - 1, -1, -1):
        asleep_between = given[index][0] in _EVENING and given[index + 1][0] in _MORNING
        found.insert(0, _nearest(given[index][1], found[0], zone, kept, -1, 1 if asleep_between else 0))
    for index in range(anchor + 1, len(given)):
        found.append(_nearest(given[index][1], found[-1], zone, kept, 1, 0))
    return found


def _nearest(
    clock: int, beside: datetime, zone: tzinfo, kept: list[datetime], side: int, least: int
) -> datetime:
    """Return when the clock showed a time, nearest to another instant on one `side` (-1 or 1) of it.

    Args:
        clock: minutes after midnight.
        beside: the instant.
        zone: of the clock.
        kept: instants that are taken again where they are right, so that nothing moves by itself.
        side: before (-1) or after it (1).
        least: how many minutes lie between at least.
    """
    away: dict[timedelta, datetime] = {}
    for days in range(-_DAYS_AROUND, _DAYS_AROUND + 1):
        for at in _readings(beside.date() + timedelta(days=days), clock, zone):
            distance = side * (at.astimezone(UTC) - beside.astimezone(UTC))
            if distance >= timedelta(minutes=least):
                away.setdefault(distance, at)
    again = [distance for distance, at in away.items() if _among(at, kept) and distance <= timedelta(days=1)]
    return away[min(again or away)]


def _readings(day: date, clock: int, zone: tzinfo) -> list[datetime]:
    """Return what a time of the clock can mean: one instant, or two where the clocks change (PEP 495)."""
    wall = datetime.combine(day, time(*divmod(clock, 60)), zone)
    both = [wall.replace(fold=fold).astimezone(UTC) for fold in (0, 1)]
    return [at.astimezone(zone) for at in dict.fromkeys(both)]


def _among(at: datetime, kept: list[datetime]) -> bool:
    return any(at.astimezone(UTC) == one.astimezone(UTC) for one in kept)


def _span(times: list[datetime]) -> timedelta:
    return times[-1].astimezone(UTC) - times[0].astimezone(UTC)


def _check_gaps(given: list[tuple[str, int]], found: list[datetime]) -> None:
    """Refuse times that would need more than a day, or half a day awake: two are in the wrong order.

    It is said of the later time at the widest gap.
    """
    gaps = [_span([start, end]) for start, end in pairwise(found)]
    too_long = _span(found) > timedelta(minutes=MAX_TIME_IN_BED_MIN)
    for index, gap in enumerate(gaps):
        earlier, later = given[index][0], given[index + 1][0]
        awake = later == "tried" or earlier == "final_wake"
        if (awake and gap > timedelta(minutes=MAX_AWAKE_MIN)) or (too_long and gap == max(gaps)):
            raise out_of_order(earlier, later)
