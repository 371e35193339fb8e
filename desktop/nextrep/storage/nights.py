"""Nights of sleep by the day of waking."""

from __future__ import annotations

from nextrep.domain.sleep import Night
from nextrep.storage.base import Repository, Row
from nextrep.storage.tables import NightRow as N
from nextrep.storage.times import from_ms, to_ms, zone_name

_COLUMNS = (
    "day, zone, into_bed_at, out_of_bed_at, tried_at, final_wake_at, sol_min, awakenings, waso_min, quality"
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

    def insert_many(self, nights: list[Night]) -> None:
        """Add many nights of days that have none."""
        self._many(
            f"INSERT INTO night ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_values(night) for night in nights],
        )


def _values(night: Night) -> tuple[object, ...]:
    return (
        night.day,
        zone_name(night.out_of_bed_at),
        to_ms(night.into_bed_at),
        to_ms(night.out_of_bed_at),
        to_ms(night.tried_at) if night.tried_at else None,
        to_ms(night.final_wake_at) if night.final_wake_at else None,
        night.sol_min,
        night.awakenings,
        night.waso_min,
        night.quality,
    )


def _night(row: Row) -> Night:
    day, zone, into, out, tried, wake, sol, awakenings, waso, quality = row
    return Night(
        day=day,
        into_bed_at=from_ms(into, zone),
        out_of_bed_at=from_ms(out, zone),
        tried_at=from_ms(tried, zone) if tried is not None else None,
        final_wake_at=from_ms(wake, zone) if wake is not None else None,
        sol_min=sol,
        awakenings=awakenings,
        waso_min=waso,
        quality=quality,
    )
