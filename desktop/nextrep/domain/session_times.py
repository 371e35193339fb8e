"""When a session of another day was, as the person says it: a date, a time of day, and minutes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo

from nextrep.domain.errors import UserError
from nextrep.domain.program import MINUTES_A_DAY
from nextrep.domain.text import tr

FIRST_DAY = date(1900, 1, 1).toordinal()
"""Nobody logs a session from before this day (date ordinal)."""


def start_of(day: int, minute: int, zone: tzinfo | None) -> datetime:
    """Return the instant of a day (date ordinal) and a minute of the day (0-1439) in a zone.

    A time that the change of clocks leaves out is the one an hour later; of one that comes twice, the first.
    """
    on = date.fromordinal(day)
    wall = datetime(on.year, on.month, on.day, minute // 60, minute % 60, tzinfo=zone)
    return wall.astimezone(UTC).astimezone(zone)


def end_of(start: datetime, seconds: int) -> datetime:
    """Return the instant so many seconds after `start`, in its zone, whatever the clocks do meanwhile."""
    return (start.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(start.tzinfo)


def check_day(day: int, now: datetime) -> None:
    """Take a day (date ordinal) on which a session can have been.

    Raises:
        UserError: it is still to come, or before 1900; `field` is "day".
    """
    if day > now.date().toordinal():
        raise UserError(tr("That day is still to come."), field="day")
    if day < FIRST_DAY:
        raise UserError(tr("Days go back to 1900."), field="day")


def check_start(start: datetime, now: datetime) -> None:
    """Take an instant at which a session can have begun.

    Raises:
        UserError: it is still to come; `field` is "minute".
    """
    if start.timestamp() > now.timestamp():
        raise UserError(tr("That time is still to come."), field="minute")


def check_minute(minute: int) -> None:
    """Take a minute of the day.

    Raises:
        UserError: it is not 0 to 1439; `field` is "minute".
    """
    if not 0 <= minute < MINUTES_A_DAY:
        raise UserError(tr("A time of day goes from 0:00 to 23:59."), field="minute")


def check_minutes(minutes: int | None) -> None:
    """Take how long a session was, None where that is not known.

    Raises:
        UserError: it is not 0 to 1440 minutes (24 h); `field` is "minutes".
    """
    if minutes is not None and not 0 <= minutes <= MINUTES_A_DAY:
        raise UserError(
            tr("Minutes go from 0 to {high}, which is 24 hours.", high=MINUTES_A_DAY), field="minutes"
        )


def minutes_of(seconds: int | None) -> int | None:
    """Return seconds as whole minutes as they are shown, None where they are not known."""
    return None if seconds is None else round(seconds / 60)
