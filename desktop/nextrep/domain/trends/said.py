"""All that is said of one outcome, in the order in which it is read."""

from __future__ import annotations

from nextrep.domain.trends import training_words, words
from nextrep.domain.trends.findings import OutcomeFindings
from nextrep.domain.trends.words import Said


def of_outcome(found: OutcomeFindings) -> tuple[Said, ...]:
    """Return the data first, then the level, the trend, the day after, and what only describes."""
    outcome = found.outcome
    said = [
        words.enough(found.enough),
        words.levels(outcome, found.first_level, found.last_level),
        words.trend(outcome, found.trend),
        training_words.day_after(outcome, found.day_after),
    ]
    if found.overlap is not None:
        said.append(words.overlap(outcome, found.overlap))
    spread = words.spread(outcome, found.spread)
    return tuple(said) + ((spread,) if spread.lines else ())
