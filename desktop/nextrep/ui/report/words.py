"""What the Report screen says in words."""

from __future__ import annotations

from collections.abc import Sequence

from nextrep.domain.text import tr, tr_n
from nextrep.reports.content import ReportContent
from nextrep.services.report import MAX_QUESTION_CHARS, MAX_QUESTIONS


def shared_words(content: ReportContent, pages: int) -> str:
    """Say what is about to be shared, and what is not."""
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
    if content.questions:
        said.append(tr_n("{n} question.", "{n} questions.", len(content.questions)))
    said.append(tr("No journal text."))
    if content.invented:
        said.append(tr("Each page says that the data is invented."))
    return " ".join(said)


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
