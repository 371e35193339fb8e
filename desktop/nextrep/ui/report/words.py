"""What the Report screen says in words."""

from __future__ import annotations

from collections.abc import Sequence

from nextrep.domain.days import listed
from nextrep.domain.event_marks import EventMark, legend
from nextrep.domain.report_sections import ReportSection, section_title
from nextrep.domain.text import tr, tr_n
from nextrep.reports.content import ReportContent
from nextrep.reports.score_content import Scores
from nextrep.services.report import MAX_QUESTION_CHARS, MAX_QUESTIONS, Choice
from nextrep.services.report_wishes import OfferedEntry
from nextrep.services.word_list import Marked


def shared_words(
    content: ReportContent, pages: int, choice: Choice, entries: Sequence[OfferedEntry], marked: Marked
) -> str:
    """Say what is about to be shared, and what is not; item 9 of the PHQ-9 by name (clinical.md, 4.1.5).

    Args:
        content: what the report says.
        pages: how many it has.
        choice: what was chosen for it.
        entries: entries of the journal that may go into a report, chosen or not.
        marked: how many events hold a word of the person's own list.
    """
    paragraphs = [
        [
            _pages_words(content, pages, choice),
            tr("The name “{name}”.", name=content.name) if content.name else tr("No name."),
            *_question_words(content),
        ],
        _event_words(content.events, marked),
        _own_words(content),
        _score_words(content.scores),
        _journal_words(choice, entries),
        _left_out_words(choice),
        [tr("Each page says that the data is invented.")] if content.invented else [],
    ]
    return "\n".join(" ".join(said) for said in paragraphs if said)


def _pages_words(content: ReportContent, pages: int, choice: Choice) -> str:
    """Say how many pages there are, and how much lies behind what was ticked."""
    days, nights, sessions = content.checkins.logged, content.nights.logged, content.training.sessions
    counted = (
        (ReportSection.DAILY, tr_n("check-ins of {n} day", "check-ins of {n} days", days)),
        (ReportSection.SLEEP, tr_n("{n} night", "{n} nights", nights)),
        (ReportSection.TRAINING, tr_n("{n} session", "{n} sessions", sessions)),
    )
    parts = [words for section, words in counted if section in choice.sections]
    if not parts:
        return tr_n("One page.", "{n} pages.", pages)
    return tr_n("One page: {parts}.", "{n} pages: {parts}.", pages, parts=", ".join(parts))


def _question_words(content: ReportContent) -> list[str]:
    asked = len(content.questions)
    return [tr_n("{n} question.", "{n} questions.", asked)] if asked else []


def _event_words(events: Sequence[EventMark], marked: Marked) -> list[str]:
    """Say that events are printed, medicines by name: they are so by default, and each can be left out."""
    if not events:
        return []
    letters = len(legend(events))
    said = [tr_n("{n} event in your words.", "{n} events in your words.", letters)]
    if any(event.medication for event in events):
        said.append(tr("Medicines stand there as you wrote them."))
    if marked.events_with_word:
        said.append(
            tr_n(
                "{n} event holds a word to be careful with.",
                "{n} events hold a word to be careful with.",
                marked.events_with_word,
            )
        )
    said.append(tr("Each event can be left out under “Events” in the journal."))
    return said


def _own_words(content: ReportContent) -> list[str]:
    """Say that what the person named in their own words is in it."""
    said = []
    if content.own_measures:
        titles = listed([one.title for one in content.own_measures])
        said.append(tr("Your own measures: {titles}.", titles=titles))
    if content.day_facts:
        several = len(content.day_facts)
        said.append(tr_n("{n} thing noted about days.", "{n} things noted about days.", several))
    return said


def _score_words(scores: Scores) -> list[str]:
    if not scores:
        return [tr("No questionnaire.")]
    titles = [row.title for row in scores.rows]
    said = [tr("Totals and answers: {titles}.", titles=listed(titles))] if titles else []
    if scores.unscored:
        said.append(
            tr_n(
                "{n} questionnaire without a score.",
                "{n} questionnaires without a score.",
                len(scores.unscored),
            )
        )
    if scores.with_item_9:
        said.append(
            tr(
                "Item 9 of the PHQ-9, thoughts of dying or self-harm, stands on a line of its own. "
                "Take the tick off the PHQ-9 to leave it out."
            )
        )
    if scores.harm_unscored:
        said.append(
            tr(
                "A questionnaire without a score has an item on thoughts of dying or self-harm: its answers "
                "are printed. Take its tick off to leave it out."
            )
        )
    return said


def _journal_words(choice: Choice, entries: Sequence[OfferedEntry]) -> list[str]:
    chosen = [one for one in entries if one.entry.id in choice.entries]
    if not chosen:
        return [tr("No journal text.")]
    said = [tr_n("{n} journal entry in full.", "{n} journal entries in full.", len(chosen))]
    with_word = sum(one.with_word for one in chosen)
    if with_word:
        said.append(
            tr_n(
                "{n} of them holds a word to be careful with.",
                "{n} of them hold a word to be careful with.",
                with_word,
            )
        )
    return said


def _left_out_words(choice: Choice) -> list[str]:
    """Name what was not ticked; scores and the journal have sentences of their own."""
    others = [ReportSection.SCORES, ReportSection.JOURNAL]
    left = [one for one in ReportSection if one not in choice.sections and one not in others]
    titles = [section_title(one) for one in left]
    return [tr("Left out: {titles}.", titles=listed(titles))] if titles else []


def initials_of(name: str) -> str:
    """Return the first letter of each word of a name with a full stop: "Sam Rivera" is "S. R."."""
    letters = [word[0] for word in name.replace("-", " ").split() if word[0].isalpha()]
    return " ".join(f"{letter.upper()}." for letter in letters)


def questions_of(text: str) -> tuple[str, ...]:
    """Return the questions in a text, one a line; empty lines do not count."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def questions_left(questions: Sequence[str]) -> str:
    """Say how much of the room for questions is used."""
    if not questions:
        return tr(
            "One question a line: up to {most}, of {chars} characters each.",
            most=MAX_QUESTIONS,
            chars=MAX_QUESTION_CHARS,
        )
    return tr(
        "{n} of {most} questions, the longest {used} of {chars} characters.",
        n=len(questions),
        most=MAX_QUESTIONS,
        used=max(map(len, questions)),
        chars=MAX_QUESTION_CHARS,
    )
