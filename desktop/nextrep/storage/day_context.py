"""What days were like: tags, facts, pain and body weight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nextrep.domain.day_context import DayContext, Pain
from nextrep.domain.day_topics import Topic
from nextrep.domain.units import Load, Unit
from nextrep.storage.base import Repository

_TABLES = ("day_tag", "day_fact", "pain", "body_weight")


class DayContextRepository(Repository):
    """Rows of tag, day_tag, day_fact, pain and body_weight."""

    def get(self, day: int) -> DayContext:
        """Return what was said about a day; an empty one where nothing was."""
        return DayContext(day, self._tags(day), self._facts(day), self._pain(day), self.weight(day))

    def _tags(self, day: int) -> tuple[str, ...]:
        sql = "SELECT t.name FROM day_tag d JOIN tag t ON t.id = d.tag_id WHERE d.day = ? ORDER BY t.name"
        return tuple(row[0] for row in self._sql(sql, (day,)))

    def _facts(self, day: int) -> dict[Topic, int]:
        rows = self._sql("SELECT fact, value FROM day_fact WHERE day = ? ORDER BY fact", (day,))
        return {Topic(name): value for name, value in rows}

    def _pain(self, day: int) -> tuple[Pain, ...]:
        rows = self._sql("SELECT place, level FROM pain WHERE day = ? ORDER BY place", (day,))
        return tuple(Pain(place, level) for place, level in rows)

    def weight(self, day: int) -> Load | None:
        """Return the body weight noted for a day."""
        rows = self._sql("SELECT grams, unit FROM body_weight WHERE day = ?", (day,))
        return Load(rows[0][0], Unit(rows[0][1])) if rows else None

    def between(self, first: int, last: int) -> list[DayContext]:
        """Return what was said about some days, by day, but for body weight; empty days are left out."""
        tags: dict[int, list[str]] = defaultdict(list)
        facts: dict[int, dict[Topic, int]] = defaultdict(dict)
        pain: dict[int, list[Pain]] = defaultdict(list)
        sql = (
            "SELECT d.day, t.name FROM day_tag d JOIN tag t ON t.id = d.tag_id WHERE d.day BETWEEN ? AND ? "
            "ORDER BY d.day, t.name"
        )
        for day, name in self._sql(sql, (first, last)):
            tags[day].append(name)
        sql = "SELECT day, fact, value FROM day_fact WHERE day BETWEEN ? AND ? ORDER BY day, fact"
        for day, fact, value in self._sql(sql, (first, last)):
            facts[day][Topic(fact)] = value
        sql = "SELECT day, place, level FROM pain WHERE day BETWEEN ? AND ? ORDER BY day, place"
        for day, place, level in self._sql(sql, (first, last)):
            pain[day].append(Pain(place, level))
        return [
            DayContext(day, tuple(tags[day]), facts[day], tuple(pain[day]))
            for day in sorted({*tags, *facts, *pain})
        ]

    def facts(self, topic: Topic, first: int, last: int) -> list[tuple[int, int]]:
        """Return (day, value) of a fact noted for some days, by day; values as `day_topics.AMOUNTS` says."""
        sql = "SELECT day, value FROM day_fact WHERE fact = ? AND day BETWEEN ? AND ? ORDER BY day"
        return [(row[0], row[1]) for row in self._sql(sql, (str(topic), first, last))]

    def worst_pain(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return (day, highest level 0-10) of the days with pain noted, by day."""
        sql = "SELECT day, max(level) FROM pain WHERE day BETWEEN ? AND ? GROUP BY day ORDER BY day"
        return [(row[0], row[1]) for row in self._sql(sql, (first, last))]

    def weights(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return (day, grams) of the body weights noted for some days, by day."""
        sql = "SELECT day, grams FROM body_weight WHERE day BETWEEN ? AND ? ORDER BY day"
        return [(row[0], row[1]) for row in self._sql(sql, (first, last))]

    def put(self, context: DayContext) -> None:
        """Replace everything that was said about a day."""
        day = context.day
        for table in _TABLES:
            self._sql(f"DELETE FROM {table} WHERE day = ?", (day,))
        self._put_tags(day, context.tags)
        self._many(
            "INSERT INTO day_fact (day, fact, value) VALUES (?, ?, ?)",
            [(day, str(topic), value) for topic, value in context.facts.items()],
        )
        self._many(
            "INSERT INTO pain (day, place, level) VALUES (?, ?, ?)",
            [(day, pain.place, pain.level) for pain in context.pain],
        )
        if context.weight is not None:
            row = (day, context.weight.grams, str(context.weight.unit))
            self._many("INSERT INTO body_weight (day, grams, unit) VALUES (?, ?, ?)", [row])
        self._sql("DELETE FROM tag WHERE id NOT IN (SELECT tag_id FROM day_tag)")

    def _put_tags(self, day: int, tags: Sequence[str]) -> None:
        self._many("INSERT OR IGNORE INTO tag (name) VALUES (?)", [(name,) for name in tags])
        self._many(
            "INSERT INTO day_tag (day, tag_id) SELECT ?, id FROM tag WHERE name = ?",
            [(day, name) for name in tags],
        )

    def tags(self) -> list[str]:
        """Return all tags, most used first, then those used last."""
        rows = self._sql(
            "SELECT t.name FROM tag t JOIN day_tag d ON d.tag_id = t.id"
            " GROUP BY t.id ORDER BY count(*) DESC, max(d.day) DESC, t.name"
        )
        return [row[0] for row in rows]

    def places(self) -> list[str]:
        """Return all places of pain, most used first."""
        rows = self._sql("SELECT place FROM pain GROUP BY place ORDER BY count(*) DESC, max(day) DESC")
        return [row[0] for row in rows]

    def newest_weight_day(self) -> int | None:
        """Return the newest day with a body weight."""
        found: int | None = self._sql("SELECT max(day) FROM body_weight")[0][0]
        return found

    def span(self) -> tuple[int, int] | None:
        """Return the first and last day about which something was noted that has an amount."""
        return self._span_of("day_fact", "pain", "body_weight")

    def days(self) -> list[int]:
        """Return the days about which anything was said."""
        sql = " UNION ".join(f"SELECT day FROM {table}" for table in _TABLES)
        return [row[0] for row in self._sql(sql + " ORDER BY 1")]
