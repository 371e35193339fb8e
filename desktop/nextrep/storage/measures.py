"""The person's own measures. One that is removed keeps its row, so that its answers keep their meaning."""

from __future__ import annotations

from datetime import datetime

from nextrep.domain.journal import Direction
from nextrep.domain.measures import OWN_PREFIX, Measure
from nextrep.storage.base import Repository
from nextrep.storage.tables.days import MeasureRow as M
from nextrep.storage.times import to_ms


class MeasureRepository(Repository):
    """Rows of measure."""

    def all(self) -> list[Measure]:
        """Return every own measure in the order in which they were made, removed ones too."""
        rows = self._sql(
            "SELECT key, title, low, high, low_words, high_words, direction, unit, removed"
            " FROM measure ORDER BY id"
        )
        return [
            Measure(key, title, low, high, low_words, high_words, way and Direction(way), unit, bool(removed))
            for key, title, low, high, low_words, high_words, way, unit, removed in rows
        ]

    def next_key(self) -> str:
        """Return the key of the next one."""
        number = int(self._sql("SELECT coalesce(max(id), 0) + 1 FROM measure")[0][0])
        return f"{OWN_PREFIX}{number}"

    def insert(self, measure: Measure, made_at: datetime) -> None:
        """Add a measure; its key names its row."""
        number = int(measure.key.removeprefix(OWN_PREFIX))
        self._insert(M.insert(id=number, key=measure.key, made_at=to_ms(made_at), **_values(measure)))

    def update(self, measure: Measure) -> None:
        """Change what is kept of a measure."""
        self._change(M.update(**_values(measure)).where(M.key == measure.key))

    def delete(self, key: str) -> None:
        """Take a measure away that nothing was ever answered to."""
        self._change(M.delete().where(M.key == key))

    def given(self, key: str) -> tuple[int, int] | None:
        """Return the least and the greatest answer (tenths of the unit), None where there is none."""
        row = self._sql(
            "SELECT min(value), max(value) FROM (SELECT value FROM rating WHERE measure = ?"
            " UNION ALL SELECT value FROM moment_rating WHERE measure = ?)",
            (key, key),
        )[0]
        return None if row[0] is None else (row[0], row[1])


def _values(measure: Measure) -> dict[str, object]:
    return {
        "title": measure.title,
        "low": measure.low,
        "high": measure.high,
        "low_words": measure.low_words,
        "high_words": measure.high_words,
        "direction": None if measure.direction is None else str(measure.direction),
        "unit": measure.unit,
        "removed": int(measure.removed),
    }
