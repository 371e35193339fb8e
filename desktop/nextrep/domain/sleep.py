"""Nights by the variables of the Consensus Sleep Diary (Carney et al. 2012, Sleep 35:287).

Only what the person said is kept; everything else is derived here, by clinical.md 2.2:

    TIB  = out of bed - into bed
    LAT  = tried to sleep - into bed
    TWAK = out of bed - final waking
    TST  = TIB - LAT - SOL - WASO - TWAK
    SE % = 100 x TST / TIB

All lengths are elapsed minutes, so a night in which the clocks change has its real length.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

MAX_TIME_IN_BED_MIN = 24 * 60
MAX_AWAKE_MIN = 12 * 60
"""Longest SOL, WASO and nap, and longest wait between lying down and trying, or waking and rising."""
MIN_USUAL_IN_BED_MIN, MAX_USUAL_IN_BED_MIN = 2 * 60, 16 * 60
"""Bounds (clinical.md 2.2) beyond which the times are asked about; nothing is refused by them."""


@dataclass(frozen=True, slots=True)
class Night:
    """One night. Each variable but the day and its zone may be missing (None), and missing is never 0.

    Attributes:
        day: local date ordinal of the morning of waking.
        zone: the zone whose clock the person read, kept with the night.
        into_bed_at, tried_at, asleep_at, final_wake_at, out_of_bed_at: aware instants. Where trying or the
            final waking was not said, it is taken to be the same time as lying down or getting up.
        sol_min: minutes to fall asleep after trying (SOL), 0-720; not together with `asleep_at`.
        awakenings: number, 0-50.
        waso_min: minutes awake between falling asleep and the final waking (WASO), 0-720.
        quality: 0-10.
        nap_min: minutes asleep by day on `day`, 0-720; no part of the night's figures.
    """

    day: int
    zone: tzinfo
    into_bed_at: datetime | None = None
    tried_at: datetime | None = None
    sol_min: int | None = None
    asleep_at: datetime | None = None
    awakenings: int | None = None
    waso_min: int | None = None
    final_wake_at: datetime | None = None
    out_of_bed_at: datetime | None = None
    quality: int | None = None
    nap_min: int | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing was said."""
        return self == Night(self.day, self.zone)

    @property
    def times(self) -> tuple[datetime | None, ...]:
        """The five clock times in the order in which they happen."""
        return self.into_bed_at, self.tried_at, self.asleep_at, self.final_wake_at, self.out_of_bed_at

    @property
    def time_in_bed_min(self) -> int | None:
        """TIB in minutes, None without both times in bed."""
        return minutes_between(self.into_bed_at, self.out_of_bed_at)

    @property
    def latency_to_trying_min(self) -> int | None:
        """LAT: minutes in bed before trying to sleep, None where one of the two is not known."""
        return minutes_between(self.into_bed_at, self.tried_at)

    @property
    def latency_to_sleep_min(self) -> int | None:
        """SOL: as said, or from trying (or lying down) to falling asleep; None where not known."""
        if self.sol_min is not None:
            return self.sol_min
        return minutes_between(self._began_at, self.asleep_at)

    @property
    def awake_in_night_min(self) -> int | None:
        """WASO: as said, 0 where there was no waking; None where not known."""
        if self.waso_min is None and self.awakenings == 0:
            return 0
        return self.waso_min

    @property
    def latency_to_rising_min(self) -> int | None:
        """TWAK: minutes in bed after the final waking, None where one of the two is not known."""
        return minutes_between(self.final_wake_at, self.out_of_bed_at)

    @property
    def total_sleep_min(self) -> int | None:
        """TST in minutes, None where the night has no beginning or no end; 0 is a night without sleep.

        It equals TIB - LAT - SOL - WASO - TWAK where all of these are known. A SOL or WASO that was not said
        takes nothing off: the result is the most that it can be (`at_most`).
        """
        span = minutes_between(self.asleep_at or self._began_at, self._woke_at)
        if span is None:
            return None
        before = 0 if self.asleep_at else self.sol_min or 0
        return span - before - (self.awake_in_night_min or 0)

    @property
    def at_most(self) -> bool:
        """Whether TST and SE are upper bounds, because SOL or WASO is not known; 0 cannot be less."""
        asleep_known = self.asleep_at is not None or self.sol_min is not None
        return bool(self.total_sleep_min) and (not asleep_known or self.awake_in_night_min is None)

    @property
    def incomplete(self) -> bool:
        """Whether the time asleep is not known, or only the most that it can be."""
        return self.total_sleep_min is None or self.at_most

    @property
    def efficiency(self) -> float | None:
        """SE in percent of the time in bed: 100 x TST / TIB. This is the one that is shown everywhere."""
        return _percent(self.total_sleep_min, self.time_in_bed_min)

    @property
    def sleep_episode_min(self) -> int | None:
        """SOL + TST + WASO + TWAK: from trying to sleep to getting up (Reed & Sacco 2016)."""
        return minutes_between(self._began_at, self.out_of_bed_at)

    @property
    def efficiency_of_episode(self) -> float | None:
        """The alternative SE: in percent of the sleep episode, which leaves out the time before trying.

        It is exported and not shown, so that no two figures on a screen or on paper have the same name.
        """
        return _percent(self.total_sleep_min, self.sleep_episode_min)

    @property
    def sleep_onset_at(self) -> datetime | None:
        """When sleep began, None where that is not known, or there was none."""
        if self.total_sleep_min == 0:
            return None
        if self.asleep_at is not None or self.sol_min is None or self._began_at is None:
            return self.asleep_at
        return later(self._began_at, timedelta(minutes=self.sol_min))

    @property
    def midpoint_at(self) -> datetime | None:
        """The middle between sleep onset and the final waking, None where one is not known."""
        onset, woke = self.sleep_onset_at, self._woke_at
        if onset is None or woke is None:
            return None
        return later(onset, (woke.astimezone(UTC) - onset.astimezone(UTC)) / 2)

    @property
    def unusual(self) -> bool:
        """Whether the night is under 2 or over 16 hours: possible, but more often a slip of the pen.

        It goes by the time in bed, or by falling asleep and waking where that is not known.
        """
        length = self.time_in_bed_min
        if length is None:
            length = minutes_between(self.asleep_at or self._began_at, self._woke_at)
        return length is not None and not MIN_USUAL_IN_BED_MIN <= length <= MAX_USUAL_IN_BED_MIN

    @property
    def _began_at(self) -> datetime | None:
        return self.tried_at or self.into_bed_at

    @property
    def _woke_at(self) -> datetime | None:
        return self.final_wake_at or self.out_of_bed_at


def minutes_between(start: datetime | None, end: datetime | None) -> int | None:
    """Return elapsed minutes, None where an end is missing."""
    if start is None or end is None:
        return None
    # Subtracting two times of one zone ignores a change of clocks between them, so compare in UTC.
    return round((end.astimezone(UTC) - start.astimezone(UTC)) / timedelta(minutes=1))


def later(at: datetime, length: timedelta) -> datetime:
    """Return the instant `length` after `at`, in the same zone, a change of clocks counted."""
    return (at.astimezone(UTC) + length).astimezone(at.tzinfo)


def _percent(part: int | None, whole: int | None) -> float | None:
    return None if part is None or not whole else 100 * part / whole
