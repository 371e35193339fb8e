"""What the Report screen says in words."""

from __future__ import annotations

from collections.abc import Sequence

from nextrep.domain.days import listed
from nextrep.domain.event_marks import EventMark, legend
from nextrep.domain.text import tr, tr_n
from nextrep.reports.content import ReportContent
from nextrep.reports.score_content import Scores
from nextrep.services.report import MAX_QUESTION_CHARS, MAX_QUESTIONS
from nextrep.services.word_list import Marked


def shared_words(content: ReportContent, pages: int, marked: Marked) -> str:
    """Say what is about to be shared, and what is not; item 9 of the PHQ-9 by name (clinical.md, 4.1.5)."""
    days, nights, sessions = content.checkins.logged, content.nights.logged, content.training.sessions
    parts = (
        tr_n("check-ins of {n} day", "check-ins of {n} days", days),
        tr_n("{n} night", "{n} nights", nights),
        tr_n("{n} session", "{n} sessions", sessions),
    )
    said = [
        tr_n("One page: {parts}.", "{n} pages: {parts}.", pages, parts=", ".join(parts)),
        tr("The name “{name}”.", name=content.name) if content.name else tr("No name."),
    ]
    said += _event_words(content.events, marked)
    if content.questions:
        said.append(tr_n("{n} question.", "{n} questions.", len(content.questions)))
    said += _score_words(content.scores)
    said += _journal_words(marked)
    if content.invented:
        said.append(tr("Each page says that the data is invented."))
    return " ".join(said)


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


def _journal_words(marked: Marked) -> list[str]:
    said = [tr("No journal text.")]
    if marked.entries:
        said.append(
            tr_n(
                "{n} entry is marked for a report and is not printed yet.",
                "{n} entries are marked for a report and are not printed yet.",
                marked.entries,
            )
        )
    if marked.with_word:
        said.append(
            tr_n(
                "{n} of them holds a word to be careful with.",
                "{n} of them hold a word to be careful with.",
                marked.with_word,
            )
        )
    return said


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
