"""Check-ins: ratings by day."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime

from nextrep.domain.journal import CheckIn, Rating
from nextrep.storage.base import Repository
from nextrep.storage.tables import CheckInRow, RatingRow
from nextrep.storage.times import from_ms, to_ms, zone_name


class CheckInRepository(Repository):
    """Rows of checkin and rating."""

    def get(self, day: int) -> CheckIn | None:
        """Return the check-in of a day, None when there is none."""
        rows = self._sql(
            "SELECT r.measure, r.value FROM checkin c JOIN rating r ON r.checkin_id = c.id WHERE c.day = ?",
            (day,),
        )
        return CheckIn(day, {Rating(name): value for name, value in rows}) if rows else None

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
        for rating, value in checkin.values.items():
            self._insert(RatingRow.insert(checkin_id=number, measure=str(rating), value=value))

    def delete(self, day: int) -> None:
        """Take the check-in of a day away."""
        self._change(CheckInRow.delete().where(CheckInRow.day == day))

    def points(self, rating: Rating, first: int, last: int) -> list[tuple[int, int]]:
        """Return (day, value 0-100) of one rating by day."""
        rows = self._sql(
            "SELECT c.day, r.value FROM rating r JOIN checkin c ON c.id = r.checkin_id"
            " WHERE r.measure = ? AND c.day BETWEEN ? AND ? ORDER BY c.day",
            (str(rating), first, last),
        )
        return [(row[0], row[1]) for row in rows]

    def of_days(self, rating: Rating, days: Collection[int]) -> dict[int, int]:
        """Return the value (0-100) of one rating by day, for the days that have one."""
        rows = self._sql(
            "SELECT c.day, r.value FROM checkin c JOIN rating r ON r.checkin_id = c.id AND r.measure = ?"
            " WHERE c.day IN (SELECT value FROM json_each(?))",
            (str(rating), json.dumps(sorted(set(days)))),
        )
        return dict(rows)

    def days(self, first: int, last: int) -> list[int]:
        """Return the days that have a check-in."""
        sql = "SELECT day FROM checkin WHERE day BETWEEN ? AND ? ORDER BY day"
        return [row[0] for row in self._sql(sql, (first, last))]

    def all(self) -> list[tuple[int, str, int]]:
        """Return (day, rating, value 0-100) of everything, for export."""
        rows = self._sql(
            "SELECT c.day, r.measure, r.value FROM rating r JOIN checkin c ON c.id = r.checkin_id"
            " ORDER BY c.day, r.measure"
        )
        return [(row[0], row[1], row[2]) for row in rows]

    def span(self) -> tuple[int, int] | None:
        """Return the first and last day with a check-in."""
        row = self._sql("SELECT min(day), max(day) FROM checkin")[0]
        return None if row[0] is None else (row[0], row[1])

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
                (start + i, str(rating), value)
                for i, (c, _at) in enumerate(checkins)
                for rating, value in c.values.items()
            ],
        )
