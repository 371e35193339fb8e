"""Instants as the database keeps them: UTC milliseconds beside the name of the zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_ms(instant: datetime) -> int:
    """Return milliseconds since 1970 in UTC; `instant` must be aware."""
    return (instant.astimezone(UTC) - _EPOCH) // timedelta(milliseconds=1)


def zone_name(instant: datetime) -> str:
    """Return the IANA name of the zone of `instant`, or its offset as "+01:00"."""
    zone = instant.tzinfo
    if isinstance(zone, ZoneInfo) and zone.key:
        return zone.key
    minutes = (instant.utcoffset() or timedelta()) // timedelta(minutes=1)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


@lru_cache(maxsize=64)
def zone_of(name: str) -> tzinfo:
    """Return the zone of a stored name; UTC when this computer does not know it."""
    if name[:1] in ("+", "-"):
        hours, minutes = name[1:].split(":")
        offset = timedelta(hours=int(hours), minutes=int(minutes))
        return timezone(-offset if name[0] == "-" else offset)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def from_ms(milliseconds: int, zone: str) -> datetime:
    """Return the aware instant in the zone that it was recorded in."""
    return (_EPOCH + timedelta(milliseconds=milliseconds)).astimezone(zone_of(zone))
