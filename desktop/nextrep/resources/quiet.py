"""The lines of the quiet minutes, read from resources/quiet."""

from __future__ import annotations

from functools import lru_cache

from nextrep.domain.quiet import QuietKind
from nextrep.domain.text import tr
from nextrep.resources.paths import read_json


@lru_cache(maxsize=1)
def load_rounds() -> dict[QuietKind, tuple[tuple[str, ...], ...]]:
    """Return for each kind the rounds of lines as shipped, read once.

    Raises:
        KnownError: the file is missing.
        ValueError, KeyError: it does not hold what it should (a fault of ours; a test reads it).
    """
    raw: dict[str, list[list[str]]] = read_json("quiet/quiet.json")
    return {kind: tuple(tuple(lines) for lines in raw[kind]) for kind in QuietKind}


def lines_for(kind: QuietKind, day: int) -> tuple[str, ...]:
    """Return the lines of a day (date ordinal), translated: each round in turn, the same all day long."""
    rounds = load_rounds()[kind]
    return tuple(tr(line) for line in rounds[day % len(rounds)])
