"""Days and instants as FHIR writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta


def day_text(day: int) -> str:
    """Return a date ordinal as YYYY-MM-DD, which FHIR takes as a time of that precision."""
    return date.fromordinal(day).isoformat()


def instant_text(at: datetime) -> str:
    """Return an aware instant to the second, with the offset of its zone.

    Before there were time zones, offsets had seconds, which FHIR cannot write: such an instant is in UTC.
    """
    offset = at.utcoffset()
    odd = offset is None or offset % timedelta(minutes=1) or abs(offset) > timedelta(hours=14)
    return (at.astimezone(UTC) if odd else at).isoformat(timespec="seconds")
