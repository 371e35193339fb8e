"""Crisis lines by country, read from resources/crisis. A row that lacks a field is refused."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from nextrep.domain.safety import ELSEWHERE, Channel, Confidence, CrisisFile, CrisisLine
from nextrep.resources.paths import read_json

FIELDS = frozenset(CrisisLine.__dataclass_fields__)


@lru_cache(maxsize=1)
def load_crisis_file() -> CrisisFile:
    """Return the lines as shipped, read once.

    Raises:
        KnownError: the file is missing.
        ValueError: it does not hold what it should (a fault of ours; a test reads it).
    """
    return read_crisis_file(read_json("crisis/lines.json"))


def read_crisis_file(raw: Any) -> CrisisFile:
    """Return the file's content from plain data.

    Raises:
        ValueError: a row lacks a field, has one too many or one that does not fit; names the row.
    """
    countries = dict(raw["countries"])
    lines = tuple(_line(row, countries) for row in raw["lines"])
    emergency = tuple(_line(row, countries) for row in raw["emergency"])
    keys = [line.key for line in (*lines, *emergency)]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise ValueError(f"keys that come twice: {sorted(twice)}")
    return CrisisFile(countries, emergency, lines)


def _line(row: dict[str, Any], countries: dict[str, str]) -> CrisisLine:
    key = row.get("key", row)
    if row.keys() != FIELDS:
        raise ValueError(f"{key}: fields {sorted(row.keys() ^ FIELDS)} are missing or unknown")
    checked = row["checked_on"]
    line = CrisisLine(
        key=row["key"],
        country=row["country"],
        numbers=tuple(row["numbers"]),
        channels=tuple(map(Channel, row["channels"])),
        operator=row["operator"],
        languages=tuple(row["languages"]),
        hours=row["hours"],
        note=row["note"],
        source=row["source"],
        checked_on=None if checked is None else date.fromisoformat(checked),
        confidence=Confidence(row["confidence"]),
    )
    if not (
        line.key and all(line.numbers) and line.numbers and line.channels and line.operator and line.source
    ):
        raise ValueError(f"{key}: a field is empty")
    if line.country not in {*countries, ELSEWHERE}:
        raise ValueError(f"{key}: country {line.country} has no name")
    if line.sure and line.checked_on is None:
        raise ValueError(f"{key}: a sure line says when it was checked")
    return line
