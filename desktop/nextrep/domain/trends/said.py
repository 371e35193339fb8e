"""All that is said of a period, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nextrep.domain.text import tr
from nextrep.domain.trends import caveats, scores, training_words, words
from nextrep.domain.trends.findings import AroundSessions, OutcomeFindings, ScoreChange
from nextrep.domain.trends.words import Said, name_of


@dataclass(frozen=True, slots=True)
class Section:
    """What is said of one thing.

    Attributes:
        key: key of the outcome, "around" or "scores".
    """

    key: str
    title: str
    said: tuple[Said, ...]


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


def sections(
    outcomes: Sequence[OutcomeFindings], around: AroundSessions, changes: Sequence[ScoreChange]
) -> tuple[Section, ...]:
    """Return a section for each outcome, in the order given and never by size, then sessions and scores."""
    found = [Section(one.outcome.key, name_of(one.outcome), of_outcome(one)) for one in outcomes]
    found.append(Section("around", tr("Sessions"), (training_words.around(around),)))
    if changes:
        found.append(Section("scores", tr("Questionnaires"), tuple(scores.said(one) for one in changes)))
    return tuple(found)


def plain_text(found: Sequence[Section]) -> str:
    """Return sections as text to copy or to read out: every line with its caveats, and one below all."""
    return "\n".join((*(line for section in found for line in _lines(section)), caveats.several()))


def _lines(section: Section) -> Iterator[str]:
    yield section.title
    for said in section.said:
        yield tr("{heading}: {text}", heading=said.heading, text=" ".join((said.label, *said.lines)).strip())
        yield from (tr("    {caveat}", caveat=one) for one in said.caveats)
    yield ""
