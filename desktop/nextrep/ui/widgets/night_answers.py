"""What a person says about a night, before it is one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, tzinfo

from nextrep.domain.errors import UserError
from nextrep.domain.sleep import Night, night_from_clock
from nextrep.domain.text import tr

MAX_MINUTES, MAX_WAKINGS, MAX_QUALITY = 720, 50, 10
"""Highest values, as domain.journal.check_night has them."""


@dataclass(frozen=True, slots=True)
class NightAnswers:
    """What stands in the form: times in minutes after midnight, None where empty."""

    into_bed: int | None = None
    sol_min: int | None = None
    awakenings: int | None = None
    waso_min: int | None = None
    out_of_bed: int | None = None
    quality: int | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing was filled in."""
        return self == NightAnswers()

    @property
    def missing(self) -> str:
        """What a night cannot be kept without, as a hint; "" when it is all there."""
        if self.blank or (self.into_bed is not None and self.out_of_bed is not None):
            return ""
        if self.into_bed is not None:
            return tr("Not kept yet: add when you got up.")
        if self.out_of_bed is not None:
            return tr("Not kept yet: add when you went to bed.")
        return tr("Not kept yet: add when you went to bed and got up.")

    def night(self, day: int, zone: tzinfo) -> Night | None:
        """Return the night that ended on `day`, None without both times.

        Raises:
            UserError: the times make no sense.
        """
        if self.into_bed is None or self.out_of_bed is None:
            return None
        return night_from_clock(
            date.fromordinal(day),
            time(*divmod(self.into_bed, 60)),
            time(*divmod(self.out_of_bed, 60)),
            zone,
            sol_min=self.sol_min,
            awakenings=self.awakenings,
            waso_min=self.waso_min,
            quality=self.quality,
        )


def answers_of(night: Night | None) -> NightAnswers:
    """Return what the form shows of a night, in the zone that it was recorded in."""
    if night is None:
        return NightAnswers()
    into, out = night.into_bed_at, night.out_of_bed_at
    return NightAnswers(
        into_bed=into.hour * 60 + into.minute,
        sol_min=night.sol_min,
        awakenings=night.awakenings,
        waso_min=night.waso_min,
        out_of_bed=out.hour * 60 + out.minute,
        quality=night.quality,
    )


def parse_whole(text: str, high: int) -> int:
    """Return a whole number from 0 to `high`.

    Raises:
        UserError: it is none.
    """
    cleaned = text.strip()
    if not (cleaned.isascii() and cleaned.isdigit() and int(cleaned[:6]) <= high):
        raise UserError(tr("A whole number from 0 to {high}.", high=high))
    return int(cleaned)
