"""Nights of sleep by the variables of the Consensus Sleep Diary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr


@dataclass(frozen=True, slots=True)
class Night:
    """One night by the variables of the Consensus Sleep Diary (Carney et al. 2012, Sleep 35:287).

    Attributes:
        day: local date ordinal of the morning of waking.
        into_bed_at, out_of_bed_at: aware instants.
        tried_at, final_wake_at: aware instants, None when not given (then taken as into/out of bed).
        sol_min: sleep onset latency in minutes; waso_min: wake after sleep onset in minutes.
        awakenings: number; quality: 0-10. None where not given.
    """

    day: int
    into_bed_at: datetime
    out_of_bed_at: datetime
    tried_at: datetime | None = None
    final_wake_at: datetime | None = None
    sol_min: int | None = None
    awakenings: int | None = None
    waso_min: int | None = None
    quality: int | None = None

    @property
    def time_in_bed_min(self) -> int:
        """TIB: out of bed minus into bed, in minutes of elapsed time (daylight saving counted)."""
        return _minutes(self.into_bed_at, self.out_of_bed_at)

    @property
    def total_sleep_min(self) -> int:
        """TST = TIB - latency to trying - SOL - WASO - time awake before getting up, in minutes.

        Parts that were not given count as 0 minutes.
        """
        before = _minutes(self.into_bed_at, self.tried_at) if self.tried_at else 0
        after = _minutes(self.final_wake_at, self.out_of_bed_at) if self.final_wake_at else 0
        return self.time_in_bed_min - before - (self.sol_min or 0) - (self.waso_min or 0) - after

    @property
    def efficiency(self) -> float:
        """Sleep efficiency in percent, TST / TIB (time in bed is the denominator)."""
        return 100 * self.total_sleep_min / self.time_in_bed_min

    @property
    def unusual(self) -> bool:
        """Whether the time in bed is under 2 or over 16 hours: possible, but more often a slip of the pen."""
        return not MIN_USUAL_IN_BED_MIN <= self.time_in_bed_min <= MAX_USUAL_IN_BED_MIN


def _minutes(start: datetime, end: datetime) -> int:
    # Subtracting two times of one zone ignores a change of clocks between them, so compare in UTC.
    return round((end.astimezone(UTC) - start.astimezone(UTC)) / timedelta(minutes=1))


MAX_TIME_IN_BED_MIN = 24 * 60
MIN_USUAL_IN_BED_MIN, MAX_USUAL_IN_BED_MIN = 2 * 60, 16 * 60
"""Bounds of our own beyond which the times are asked about; nothing is refused by them."""


def check_night(night: Night) -> Night:
    """Return `night` if its times make sense.

    Raises:
        UserError: says which time is off: up before bed, over 24 hours, or more time awake than in bed.
    """
    if night.time_in_bed_min <= 0:
        raise UserError(tr("Getting up comes after going to bed."), field="out_of_bed")
    if night.time_in_bed_min > MAX_TIME_IN_BED_MIN:
        raise UserError(tr("A night goes up to 24 hours in bed."), field="into_bed")
    for value, name, high in (
        (night.sol_min, tr("Minutes to fall asleep"), 720),
        (night.waso_min, tr("Minutes awake"), 720),
        (night.awakenings, tr("Number of wakings"), 50),
        (night.quality, tr("Sleep quality"), 10),
    ):
        if value is not None and not 0 <= value <= high:
            raise UserError(tr("{name}: 0 to {high}.", name=name, high=high), field="sleep")
    if night.total_sleep_min <= 0:
        raise UserError(tr("The time awake is longer than the time in bed."), field="sleep")
    return night


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
    """Make a night from clock times of one zone; a bedtime later than rising is the evening before.

    Raises:
        UserError: see check_night.
    """
    bed_day = waking_day - timedelta(days=1) if into_bed >= out_of_bed else waking_day
    return check_night(
        Night(
            day=waking_day.toordinal(),
            into_bed_at=datetime.combine(bed_day, into_bed, zone),
            out_of_bed_at=datetime.combine(waking_day, out_of_bed, zone),
            sol_min=sol_min,
            awakenings=awakenings,
            waso_min=waso_min,
            quality=quality,
        )
    )
