"""Which nights cannot be, said at the field that it is about."""

from __future__ import annotations

from itertools import pairwise

from nextrep.domain.errors import UserError
from nextrep.domain.figures import duration_text
from nextrep.domain.sleep import MAX_AWAKE_MIN, MAX_TIME_IN_BED_MIN, Night, minutes_between
from nextrep.domain.text import tr

CLOCK_FIELDS = ("into_bed", "tried", "asleep", "final_wake", "out_of_bed")
"""Names of the times as fields, in the order in which they happen."""
MAX_WAKINGS, MAX_QUALITY = 50, 10


def check_night(night: Night) -> Night:
    """Return `night` if it is possible; one in part is.

    Raises:
        UserError: at the field: a number out of its range, times out of order, over 24 hours, or more time
            awake than there was. Its `field` is one of `CLOCK_FIELDS`, "sol", "awakenings", "waso",
            "quality" or "nap".
    """
    _check_numbers(night)
    _check_order(night)
    _check_time_asleep(night)
    return night


def field_title(field: str) -> str:
    """Return what a variable of the night is called."""
    return {
        "into_bed": tr("To bed"),
        "tried": tr("Tried to sleep"),
        "sol": tr("Minutes to fall asleep"),
        "asleep": tr("Fell asleep"),
        "awakenings": tr("Number of wakings"),
        "waso": tr("Minutes awake in the night"),
        "final_wake": tr("Last waking"),
        "out_of_bed": tr("Up"),
        "quality": tr("Sleep quality, 0 to 10"),
        "nap": tr("Naps by day, minutes"),
    }[field]


def out_of_order(earlier: str, later: str) -> UserError:
    """Return the error, at the later one of two times that stand in the wrong order."""
    said = {
        "tried": tr("Trying to sleep comes after going to bed."),
        "asleep": tr("Falling asleep comes after going to bed and trying to sleep."),
        "final_wake": tr("Waking comes after falling asleep."),
        "out_of_bed": tr("Getting up comes after going to bed."),
    }[later]
    if (earlier, later) == ("final_wake", "out_of_bed"):
        said = tr("Getting up comes after the last waking.")
    return UserError(tr("{rule} Please look at both times.", rule=said), field=later)


def _check_numbers(night: Night) -> None:
    for field, value, high in (
        ("sol", night.sol_min, MAX_AWAKE_MIN),
        ("awakenings", night.awakenings, MAX_WAKINGS),
        ("waso", night.waso_min, MAX_AWAKE_MIN),
        ("quality", night.quality, MAX_QUALITY),
        ("nap", night.nap_min, MAX_AWAKE_MIN),
    ):
        if value is not None and not 0 <= value <= high:
            raise UserError(tr("{name}: 0 to {high}.", name=field_title(field), high=high), field=field)
    if night.sol_min is not None and night.asleep_at is not None:
        raise UserError(
            tr("Minutes to fall asleep or the time of falling asleep: one of the two is enough."), field="sol"
        )


def _check_order(night: Night) -> None:
    given = [(field, at) for field, at in zip(CLOCK_FIELDS, night.times, strict=True) if at is not None]
    for (earlier, start), (later, end) in pairwise(given):
        length = minutes_between(start, end) or 0
        awake = later == "tried" or earlier == "final_wake"  # else sleep lies between the two, or may do so
        least = 1 if earlier in CLOCK_FIELDS[:3] and later in CLOCK_FIELDS[3:] else 0
        if length < least or (awake and length > MAX_AWAKE_MIN):
            raise out_of_order(earlier, later)
    if given and (minutes_between(given[0][1], given[-1][1]) or 0) > MAX_TIME_IN_BED_MIN:
        raise UserError(tr("A night goes up to 24 hours. Please look at the times."), field=given[0][0])


def _check_time_asleep(night: Night) -> None:
    """No sleep at all can be, and a sleep diary keeps it; less than none cannot.

    This departs from clinical.md 2.2 (TST > 0) on purpose: whoever lay awake all night could not say so.
    """
    asleep = night.total_sleep_min
    if asleep is None or asleep > 0 or (asleep == 0 and night.asleep_at is None):
        return
    if asleep == 0:
        raise UserError(
            tr(
                "The minutes awake are all the time since falling asleep. "
                "If you did not sleep, leave that out; if you did, please look at the minutes."
            ),
            field="waso",
        )
    sol, waso = night.sol_min or 0, night.awake_in_night_min or 0
    room = asleep + waso + (0 if night.asleep_at else sol)
    raise UserError(
        tr(
            "Awake for {awake} in all, but there are {room} from lying down to waking: "
            "the time awake is longer than the time in bed.",
            awake=duration_text(room - asleep),
            room=duration_text(room),
        ),
        field="waso" if waso >= sol else "sol",
    )
