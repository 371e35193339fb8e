"""Changes of questionnaire totals in a period: by the published sizes, as `domain.scoring` has them."""

from __future__ import annotations

from collections.abc import Sequence

from nextrep.domain.days import day_short
from nextrep.domain.instruments import InstrumentKey, instrument
from nextrep.domain.score_words import change_lines, direction_text
from nextrep.domain.scoring import change
from nextrep.domain.text import tr
from nextrep.domain.trends import caveats
from nextrep.domain.trends.findings import ScoreChange
from nextrep.domain.trends.words import Said


def score_change(key: InstrumentKey, totals: Sequence[tuple[int, int]]) -> ScoreChange | None:
    """Return the change of (date ordinal, total) by ascending day; None with fewer than two."""
    if len(totals) < 2:
        return None
    of, first, latest = instrument(key), totals[0], totals[-1]
    from_first = change(of, first, latest)
    if len(totals) == 2:
        return ScoreChange(key, first, latest, from_first)
    return ScoreChange(key, first, latest, from_first, totals[-2], change(of, totals[-2], latest))


def said(found: ScoreChange) -> Said:
    """Return the first and the latest total, and what published sizes of change say of their difference."""
    of = instrument(found.key)
    line = tr(
        "{name} ({range}): {first} on {day}, {latest} on {then}.",
        name=of.title, range=direction_text(of), first=found.first[1], day=day_short(found.first[0]),
        latest=found.latest[1], then=day_short(found.latest[0]),
    )  # fmt: skip
    lines = [line, *change_lines(found.from_first, found.first[0])]
    if found.previous is not None and found.from_previous is not None:
        lines += change_lines(found.from_previous, found.previous[0])
    return Said(f"score:{found.key}", of.title, tuple(lines), (caveats.low_start(), caveats.together()))
