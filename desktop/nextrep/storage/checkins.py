"""Check-ins: ratings of days as a whole, and what each day counts as.

A day also has moments (`storage/moments.py`). `points`, `of_days`, `days`, `answered` and `span` speak of
days as they count, by `domain/day_values.py`; `get`, `put`, `delete` and `all` of the day as a whole alone,
which is what a form edits.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import cast

from nextrep.domain.day_values import day_points
from nextrep.domain.journal import CheckIn
from nextrep.storage.base import Repository
from nextrep.storage.tables.days import CheckInRow, RatingRow
from nextrep.storage.times import from_ms, to_ms, zone_name


class CheckInRepository(Repository):
    """Rows of checkin and rating."""

    def get(self, day: int) -> CheckIn | None:
        """Return the check-in of a day as a whole, None when there is none."""
        rows = self._sql(
            "SELECT r.measure, r.value FROM checkin c JOIN rating r ON r.checkin_id = c.id WHERE c.day = ?",
            (day,),
        )
        return CheckIn(day, dict(rows)) if rows else None

    def recorded_at(self, day: int) -> datetime | None:
        """Return when the check-in of a day was last changed, None when there is none."""
        rows = self._sql("SELECT recorded_at, recorded_zone FROM checkin WHERE day = ?", (day,))
        return from_ms(*rows[0]) if rows else None

    def put(self, checkin: CheckIn, recorded_at: datetime) -> None:
        """Replace the check-in of a day; one without values is taken away."""
        self.delete(checkin.day)
        if not checkin.values:
            return
        number = self._insert(
            CheckInRow.insert(
                day=checkin.day, recorded_at=to_ms(recorded_at), recorded_zone=zone_name(recorded_at)
            )
        )
        for key, value in checkin.values.items():
            self._insert(RatingRow.insert(checkin_id=number, measure=str(key), value=value))

    def delete(self, day: int) -> None:
        """Take the check-in of a day away."""
        self._change(CheckInRow.delete().where(CheckInRow.day == day))

    def points(self, measure: str, first: int, last: int) -> list[tuple[int, int]]:
        """Return (day, value) of one measure by day, as each day counts; values in tenths of the unit."""
        whole = self._sql(
            "SELECT c.day, r.value FROM rating r JOIN checkin c ON c.id = r.checkin_id"
            " WHERE r.measure = ? AND c.day BETWEEN ? AND ? ORDER BY c.day",
            (str(measure), first, last),
        )
        moments = self._sql(
            "SELECT m.day, r.value FROM moment m JOIN moment_rating r ON r.moment_id = m.id"
            " WHERE r.measure = ? AND m.day BETWEEN ? AND ?",
            (str(measure), first, last),
        )
        return day_points(cast("list[tuple[int, int]]", whole), cast("list[tuple[int, int]]", moments))

    def of_days(self, measure: str, days: Collection[int]) -> dict[int, int]:
        """Return the value of one measure by day, as each counts, for the days that have one."""
        wanted = (str(measure), json.dumps(sorted(set(days))))
        whole = self._sql(
            "SELECT c.day, r.value FROM checkin c JOIN rating r ON r.checkin_id = c.id AND r.measure = ?"
            " WHERE c.day IN (SELECT value FROM json_each(?)) ORDER BY c.day",
            wanted,
        )
        moments = self._sql(
            "SELECT m.day, r.value FROM moment m JOIN moment_rating r ON r.moment_id = m.id"
            " AND r.measure = ? WHERE m.day IN (SELECT value FROM json_each(?))",
            wanted,
        )
        return dict(day_points(cast("list[tuple[int, int]]", whole), cast("list[tuple[int, int]]", moments)))

    def days(self, first: int, last: int) -> list[int]:
        """Return the days that have a check-in, of the day as a whole or of a moment."""
        sql = (
            "SELECT day FROM checkin WHERE day BETWEEN ? AND ?"
            " UNION SELECT day FROM moment WHERE day BETWEEN ? AND ? ORDER BY day"
        )
        return [row[0] for row in self._sql(sql, (first, last, first, last))]

    def answered(self, first: int, last: int) -> set[str]:
        """Return the keys of the measures with an answer on the days `first` to `last`."""
        sql = (
            "SELECT r.measure FROM checkin c JOIN rating r ON r.checkin_id = c.id"
            " WHERE c.day BETWEEN ? AND ? UNION SELECT r.measure FROM moment m"
            " JOIN moment_rating r ON r.moment_id = m.id WHERE m.day BETWEEN ? AND ?"
        )
        return {row[0] for row in self._sql(sql, (first, last, first, last))}

    def all(self) -> list[tuple[int, str, int]]:
        """Return (day, key, value) of every day as a whole, for export; values in tenths of the unit."""
        rows = self._sql(
            "SELECT c.day, r.measure, r.value FROM rating r JOIN checkin c ON c.id = r.checkin_id"
            " ORDER BY c.day, r.measure"
        )
        return [(row[0], row[1], row[2]) for row in rows]

    def span(self) -> tuple[int, int] | None:
        """Return the first and last day with a check-in."""
        return self._span_of("checkin", "moment")

    def last_day(self) -> int | None:
        """Return the last day with a check-in, of the whole day or of a moment, None where there is none."""
        each = "SELECT max(day) AS day FROM checkin UNION ALL SELECT max(day) FROM moment"
        found: int | None = self._sql(f"SELECT max(day) FROM ({each})")[0][0]
        return found

    def insert_many(self, checkins: list[tuple[CheckIn, datetime]]) -> None:
        """Add many check-ins of days that have none."""
        start = int(self._sql("SELECT coalesce(max(id), 0) + 1 FROM checkin")[0][0])
        self._many(
            "INSERT INTO checkin (id, day, recorded_at, recorded_zone) VALUES (?, ?, ?, ?)",
            [(start + i, c.day, to_ms(at), zone_name(at)) for i, (c, at) in enumerate(checkins)],
        )
        self._many(
            "INSERT INTO rating (checkin_id, measure, value) VALUES (?, ?, ?)",
            [
                (start + i, str(key), value)
                for i, (c, _at) in enumerate(checkins)
                for key, value in c.values.items()
            ],
        )
