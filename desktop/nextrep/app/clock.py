"""The clock of this computer, in its zone by name, so that a night across a change of clocks is exact."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from functools import lru_cache


@lru_cache(maxsize=1)
def local_zone() -> tzinfo:
    """Return this computer's zone; its present offset where the zone has no name."""
    import tzlocal

    try:
        return tzlocal.get_localzone()
    except (LookupError, ValueError, OSError):
        return datetime.now(UTC).astimezone().tzinfo or UTC


def now() -> datetime:
    """Return the present moment in the local zone."""
    return datetime.now(local_zone())
