"""Check-ins of times of day."""

from __future__ import annotations

from nextrep.domain.day_values import Moment
from nextrep.storage.base import Repository, Row
from nextrep.storage.tables.days import MomentRatingRow, MomentRow
from nextrep.storage.times import from_ms, to_ms, zone_name


class MomentRepository(Repository):
    """Rows of moment and moment_rating."""

    def get(self, moment_id: int) -> Moment | None:
        """Return a moment, None when there is none."""
        found = self._found("WHERE m.id = ?", moment_id)
        return found[0] if found else None

    def of_day(self, day: int) -> list[Moment]:
        """Return the moments of a day, earliest first."""
        return self._found("WHERE m.day = ?", day)

    def all(self) -> list[Moment]:
        """Return every moment by day and time, for export."""
        return self._found("")

    def _found(self, where: str, *values: int) -> list[Moment]:
        sql = (
            "SELECT m.id, m.day, m.at, m.zone, r.measure, r.value FROM moment m"
            f" LEFT JOIN moment_rating r ON r.moment_id = m.id {where} ORDER BY m.day, m.at, m.id, r.measure"
        )
        found: dict[int, Moment] = {}
        for number, day, at, zone, key, value in self._sql(sql, values):
            moment = found.setdefault(number, Moment(number, day, from_ms(at, zone)))
            if key is not None:
                moment.values[key] = value
        return list(found.values())

    def put(self, moment: Moment) -> int:
        """Keep a moment under its id, in the place of an earlier one, and return the id; 0 makes one."""
        if moment.id:
            self.delete(moment.id)
        row = {"day": moment.day, "at": to_ms(moment.at), "zone": zone_name(moment.at)}
        number = self._insert(MomentRow.insert(**row, **({"id": moment.id} if moment.id else {})))
        for key, value in moment.values.items():
            self._insert(MomentRatingRow.insert(moment_id=number, measure=str(key), value=value))
        return number

    def delete(self, moment_id: int) -> None:
        """Take a moment away."""
        self._change(MomentRow.delete().where(MomentRow.id == moment_id))

    def insert_many(self, moments: list[Moment]) -> None:
        """Add many new moments."""
        start = int(self._sql("SELECT coalesce(max(id), 0) + 1 FROM moment")[0][0])
        rows: list[Row] = [
            (start + i, one.day, to_ms(one.at), zone_name(one.at)) for i, one in enumerate(moments)
        ]
        self._many("INSERT INTO moment (id, day, at, zone) VALUES (?, ?, ?, ?)", rows)
        self._many(
            "INSERT INTO moment_rating (moment_id, measure, value) VALUES (?, ?, ?)",
            [(start + i, key, value) for i, one in enumerate(moments) for key, value in one.values.items()],
        )
