"""The clinician's report: what it says for a period, and the PDF of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import nextrep
from nextrep.domain.errors import UserError
from nextrep.domain.report_sections import ReportPreset, ReportSection, sections_of
from nextrep.domain.series import Points, sufficiency
from nextrep.domain.text import tr
from nextrep.domain.training import Session
from nextrep.domain.trends.findings import AroundSessions
from nextrep.reports.content import ReportContent, SessionRow, Training
from nextrep.reports.score_content import Scores
from nextrep.services import (
    events,
    preferences,
    report_days,
    report_further,
    report_own,
    report_scores,
    report_training,
    tracking,
    training_panels,
    trends,
)
from nextrep.services.files import save_file
from nextrep.settings.table import INVENTED, PERSON_NAME
from nextrep.storage.store import Store

if TYPE_CHECKING:
    from nextrep.reports.clinician import Paper

DEFAULT_DAYS = 84
"""Twelve weeks, the window of the clinician's page: our convention."""
MAX_QUESTIONS, MAX_QUESTION_CHARS = 3, 300


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person chose for a report. The name and the questions go in only as given here.

    Attributes:
        left_out: keys of the questionnaires (see services.report_scores) that are not to be in it.
        sections: what is in it; the rest is not even read.
        entries: ids of journal entries for it, each chosen by itself. They count with the section for them.
    """

    first: date
    last: date
    name: str = ""
    questions: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()
    sections: frozenset[ReportSection] = sections_of(ReportPreset.GP)
    entries: tuple[int, ...] = ()


def default_choice(store: Store, today: date) -> Choice:
    """Return the last 12 weeks; if nothing is recorded in them, the 12 weeks up to the last record."""
    _first, last = trends.span(store, today.toordinal())
    last = min(last, today.toordinal())
    recent = (today - timedelta(days=DEFAULT_DAYS - 1)).toordinal()
    spans = [found for found in (store.sessions.span(), store.checkins.span()) if found]
    recorded = [found[1] for found in spans] + [one.day for one in store.assessments.all()[-1:]]
    newest = max(recorded, default=last)
    end = today if newest >= recent else date.fromordinal(newest)
    start = date.fromordinal(max(1, end.toordinal() - DEFAULT_DAYS + 1))
    return Choice(start, end, preferences.read(store, PERSON_NAME))


def check_choice(choice: Choice) -> Choice:
    """Return `choice` if a report can be made of it.

    Raises:
        UserError: the period is upside down or over 20 years, or a question is too long.
    """
    if choice.last < choice.first:
        raise UserError(tr("The period ends before it begins."), field="period")
    if (choice.last - choice.first).days > 20 * 366:
        raise UserError(tr("A report covers up to 20 years."), field="period")
    if len(choice.questions) > MAX_QUESTIONS or any(
        len(question) > MAX_QUESTION_CHARS for question in choice.questions
    ):
        raise UserError(
            tr(
                "Up to {n} questions of {chars} characters fit on the page.",
                n=MAX_QUESTIONS,
                chars=MAX_QUESTION_CHARS,
            ),
            field="questions",
        )
    return choice


def content(store: Store, choice: Choice, today: date) -> ReportContent:
    """Compute everything that the report says.

    Raises:
        UserError: see check_choice.
    """
    check_choice(choice)
    first, last = choice.first.toordinal(), choice.last.toordinal()
    asked = choice.sections
    nights = store.nights.between(first, last) if ReportSection.SLEEP in asked else []
    sessions = store.sessions.done(first, last) if ReportSection.TRAINING in asked else []
    ratings = report_days.ratings(store, first, last) if ReportSection.DAILY in asked else {}
    panels = report_days.panels(store, ratings, asked, first, last)
    paused = tracking.days_paused(store, first, last)
    return ReportContent(
        name=choice.name.strip(),
        first=choice.first,
        last=choice.last,
        printed=today,
        app_version=nextrep.__version__,
        invented=preferences.read(store, INVENTED),
        checkins=sufficiency(store.checkins.days(first, last), first, last, paused),
        nights=sufficiency([night.day for night in nights if any(night.times)], first, last, paused),
        nights_at_most=sum(night.at_most for night in nights),
        nights_in_part=sum(night.total_sleep_min is None and any(night.times) for night in nights),
        typical=report_days.typical(ratings, nights),
        panels=panels,
        trends=report_days.short_trends(panels, first, last),
        day_after=report_days.day_after(ratings, nights, sessions),
        training_days=tuple(sorted({session.day for session in sessions})),
        last_days=report_days.last_days(ratings, nights, sessions, first, last),
        training=_training(store, choice, sessions),
        strength=report_training.strength(store, first, last) if ReportSection.STRENGTH in asked else (),
        weeks=report_days.weeks(ratings, nights, sessions, _loads(store, choice), first, last),
        formula=preferences.formula(store),
        events=events.marks(store, first, last, for_report=True) if ReportSection.EVENTS in asked else (),
        questions=tuple(q.strip() for q in choice.questions if q.strip()),
        scores=_scores(store, choice),
        sections=asked,
        entries=report_further.entries(store, choice.entries) if ReportSection.JOURNAL in asked else (),
        session_list=_session_list(store, choice),
        own_measures=report_own.own_measures(store, first, last) if ReportSection.MEASURES in asked else (),
        day_facts=report_own.day_facts(store, first, last) if ReportSection.DAYS in asked else (),
        plan=report_further.plan(store, today.toordinal()) if ReportSection.PLAN in asked else (),
    )


def _scores(store: Store, choice: Choice) -> Scores:
    if ReportSection.SCORES not in choice.sections:
        return Scores()
    return report_scores.scores(store, choice.first.toordinal(), choice.last.toordinal(), choice.left_out)


def _training(store: Store, choice: Choice, sessions: Sequence[Session]) -> Training:
    if ReportSection.TRAINING not in choice.sections:
        return Training(0, 0, None, None, 0, "", AroundSessions(()))
    return report_training.training(store, sessions, choice.first.toordinal(), choice.last.toordinal())


def _loads(store: Store, choice: Choice) -> Points:
    if ReportSection.TRAINING not in choice.sections:
        return ()
    return training_panels.load(store, "load", choice.first.toordinal(), choice.last.toordinal()).points


def _session_list(store: Store, choice: Choice) -> tuple[SessionRow, ...]:
    if ReportSection.SESSIONS not in choice.sections:
        return ()
    done = store.sessions.done(choice.first.toordinal(), choice.last.toordinal())
    return report_further.sessions(store, done)


def render(
    report: ReportContent,
    *,
    paper: Paper | None = None,
    grey: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the PDF of a report, with `grey` in shades of grey.

    Raises:
        Cancelled: `cancelled` said so.
    """
    # ReportLab costs more start-up than the rest of the program; it is loaded when a report is asked for.
    from nextrep.reports.clinician import Paper as Papers
    from nextrep.reports.clinician import build_report

    return build_report(report, paper=paper or Papers.A4, grey=grey, progress=progress, cancelled=cancelled)


def save(pdf: bytes, target: Path) -> None:
    """Write a finished PDF.

    Raises:
        KnownError: it cannot be written; an older file is left as it was.
    """
    save_file(target, pdf)


def file_name(choice: Choice) -> str:
    """Return a neutral name for the PDF, without the person's name."""
    return f"report-{choice.first.isoformat()}-to-{choice.last.isoformat()}.pdf"
