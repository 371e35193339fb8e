"""Nights of sleep by the day of waking."""

from __future__ import annotations

from datetime import date, datetime, time

from nextrep.domain.sleep import Night
from nextrep.storage.base import Repository, Row
from nextrep.storage.tables.days import NightRow as N
from nextrep.storage.times import from_ms, to_ms, zone_name, zone_of

_COLUMNS = (
    "day, zone, into_bed_at, tried_at, sol_min, asleep_at, awakenings, waso_min, final_wake_at,"
    " out_of_bed_at, quality, nap_min"
)


class NightRepository(Repository):
    """Rows of night."""

    def get(self, day: int) -> Night | None:
        """Return the night that ended on `day`."""
        rows = self._sql(f"SELECT {_COLUMNS} FROM night WHERE day = ?", (day,))
        return _night(rows[0]) if rows else None

    def put(self, night: Night) -> None:
        """Replace the night of its day."""
        self.delete(night.day)
        self.insert_many([night])

    def delete(self, day: int) -> None:
        """Take the night of a day away."""
        self._change(N.delete().where(N.day == day))

    def between(self, first: int, last: int) -> list[Night]:
        """Return the nights of the days `first` to `last`."""
        sql = f"SELECT {_COLUMNS} FROM night WHERE day BETWEEN ? AND ? ORDER BY day"
        return [_night(row) for row in self._sql(sql, (first, last))]

    def span(self) -> tuple[int, int] | None:
        """Return the first and last day with a night."""
        return self._span_of("night")

    def insert_many(self, nights: list[Night]) -> None:
        """Add many nights of days that have none."""
        self._many(
            f"INSERT INTO night ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_values(night) for night in nights],
        )


def _values(night: Night) -> tuple[object, ...]:
    into, tried, asleep, wake, out = (None if at is None else to_ms(at) for at in night.times)
    return (
        night.day,
        # The offset of a zone without a name may change, so it is asked for on that very day.
        zone_name(datetime.combine(date.fromordinal(night.day), time(), night.zone)),
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


def _night(row: Row) -> Night:
    day, zone, into, tried, sol, asleep, awakenings, waso, wake, out, quality, nap = row
    at = [None if ms is None else from_ms(ms, zone) for ms in (into, tried, asleep, wake, out)]
    return Night(day, zone_of(zone), at[0], at[1], sol, at[2], awakenings, waso, at[3], at[4], quality, nap)
