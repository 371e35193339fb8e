"""The clinician's report: what it says for a period, and the PDF of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import nextrep
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise
from nextrep.domain.journal import Rating, scale_of
from nextrep.domain.panels import SleepFigure
from nextrep.domain.program_template import phase_title
from nextrep.domain.series import (
    Points,
    Series,
    first_and_last,
    monday_of,
    sufficiency,
)
from nextrep.domain.sleep import Night
from nextrep.domain.text import tr
from nextrep.domain.training import Session
from nextrep.domain.units import Load, Unit
from nextrep.reports.content import (
    DayColumn,
    ReportContent,
    StrengthRow,
    Training,
    TypicalRow,
    WeekRow,
)
from nextrep.services import events, preferences, report_scores, sleep_series, tracking, trends
from nextrep.services.files import save_file
from nextrep.settings.table import INVENTED, PERSON_NAME
from nextrep.storage.store import Store

if TYPE_CHECKING:
    from nextrep.reports.clinician import Paper

DEFAULT_DAYS = 84
"""Twelve weeks, the window of the clinician's page: our convention."""
MAX_QUESTIONS, MAX_QUESTION_CHARS = 3, 300
STRENGTH_ROWS = 8
LAST_DAYS = 14


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person chose for a report. The name and the questions go in only as given here.

    Attributes:
        left_out: keys of the questionnaires (see services.report_scores) that are not to be in it.
    """

    first: date
    last: date
    name: str = ""
    questions: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()


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


@dataclass(frozen=True, slots=True)
class Preset:
    """A period that is often wanted, with its name."""

    title: str
    first: date
    last: date


def presets(store: Store, today: date) -> tuple[Preset, ...]:
    """Return the last 4 and 12 weeks, and the time since the plan began where there is one.

    They end where `default_choice` ends.
    """
    last = default_choice(store, today).last
    found = [
        Preset(tr("{n} weeks", n=weeks), last - timedelta(days=7 * weeks - 1), last) for weeks in (4, 12)
    ]
    program = store.programs.current()
    if program is not None and program.start_day <= last.toordinal():
        found.append(Preset(tr("Since the plan began"), date.fromordinal(program.start_day), last))
    return tuple(found)


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
    nights = store.nights.between(first, last)
    sessions = store.sessions.done(first, last)
    ratings = {rating: trends.rating_series(store, rating, first, last) for rating in Rating}
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
        typical=_typical(ratings, nights),
        panels=_panels(store, ratings, first, last),
        training_days=tuple(sorted({session.day for session in sessions})),
        last_days=_last_days(ratings, nights, sessions, first, last),
        training=_training(store, sessions, first, last),
        strength=_strength(store, first, last),
        weeks=_weeks(ratings, nights, sessions, first, last),
        formula=preferences.formula(store),
        events=events.marks(store, first, last, for_report=True),
        questions=tuple(q.strip() for q in choice.questions if q.strip()),
        scores=report_scores.scores(store, first, last, choice.left_out),
    )


def _typical(ratings: dict[Rating, Series], nights: Sequence[Night]) -> tuple[TypicalRow, ...]:
    rows = []
    for rating, series in ratings.items():
        if series.points:
            scale = scale_of(rating)
            rows.append(TypicalRow(scale.title, str(scale.direction), "", *first_and_last(series.points)))
    for figure, unit in ((SleepFigure.TST, "h"), (SleepFigure.SE, "%")):
        slept = sleep_series.of_nights(nights, figure)
        if slept.points:
            direction = str(slept.direction) if slept.direction else ""
            ends = first_and_last(slept.points)
            rows.append(TypicalRow(slept.title, direction, unit, *ends, at_most=len(slept.at_most)))
    return tuple(rows)


def _panels(store: Store, ratings: dict[Rating, Series], first: int, last: int) -> tuple[Series, ...]:
    choices = trends.strength_choices(store, first, last)
    chosen = choices[0].exercise_id if choices else None
    panels = [
        ratings[Rating.MOOD],
        ratings[Rating.ANXIETY],
        trends.sleep_series(store, first, last),
        trends.strength_series(store, chosen, first, last),
        trends.sessions_series(store, first, last),
    ]
    return tuple(series for series in panels if series.points)


def _last_days(
    ratings: dict[Rating, Series],
    nights: Sequence[Night],
    sessions: Sequence[Session],
    first: int,
    last: int,
) -> tuple[DayColumn, ...]:
    mood, anxiety = dict(ratings[Rating.MOOD].points), dict(ratings[Rating.ANXIETY].points)
    sleep = {night.day: night for night in nights}
    trained = {session.day for session in sessions}
    return tuple(
        DayColumn(
            day,
            mood.get(day),
            anxiety.get(day),
            sleep[day].total_sleep_min if day in sleep else None,
            day in trained,
            sleep_at_most=day in sleep and sleep[day].at_most,
        )
        for day in range(max(first, last - LAST_DAYS + 1), last + 1)
    )


def _training(store: Store, sessions: Sequence[Session], first: int, last: int) -> Training:
    minutes = [s.duration_s / 60 for s in sessions if s.duration_s]
    done, planned = trends.adherence(store, first, last)
    return Training(
        sessions=done,
        kept=trends.kept(store, first, last),
        planned=planned,
        median_minutes=round(median(minutes)) if minutes else None,
        sets=store.sets.count(first, last),
        phase=_phase(store, last),
        before_after=tuple(
            (s.pleasant_before, s.pleasant_after)
            for s in sessions
            if s.pleasant_before is not None and s.pleasant_after is not None
        ),
    )


def _phase(store: Store, last: int) -> str:
    program = store.programs.current()
    if program is None:
        return ""
    week = (last - program.start_day) // 7 + 1
    planned = store.programs.planned_of(program.id)
    found = [one.phase for one in planned if one.week == week]
    return tr("{phase}, week {n}", phase=phase_title(found[0]), n=week) if found else ""


def _strength(store: Store, first: int, last: int) -> tuple[StrengthRow, ...]:
    unit = preferences.unit(store)
    rows = []
    for choice in trends.strength_choices(store, first, last)[:STRENGTH_ROWS]:
        facts = [f for f in store.sets.facts(choice.exercise_id) if first <= f.day <= last]
        best = trends.estimates(store, choice.exercise, facts)
        if best:
            measure = _e1rm_measure(choice.exercise)
            values = [best[day] for day in sorted(best)]
            shown = [_load_text(value, unit) for value in (values[0], values[-1])]
        elif any(f.reps for f in facts):
            measure = tr("most reps")
            values = _by_day([(f.day, f.reps or 0) for f in facts])
            shown = [str(int(value)) for value in (values[0], values[-1])]
        else:
            measure = tr("longest set")
            values = _by_day([(f.day, f.seconds or 0) for f in facts])
            shown = [tr("{s} s", s=int(value)) for value in (values[0], values[-1])]
        # A share of what is added to the body would say little about the work done.
        change = "" if best and choice.exercise.measure.of_body else _change(values)
        rows.append(StrengthRow(choice.exercise.name, measure, shown[0], shown[1], change, choice.sessions))
    return tuple(rows)


def _e1rm_measure(exercise: Exercise) -> str:
    """Return the name of an estimate in a table; the method says by which formula."""
    return tr("estimated 1RM, added load") if exercise.measure.of_body else tr("estimated 1RM")


def _by_day(rows: Sequence[tuple[int, int]]) -> list[float]:
    best: dict[int, int] = {}
    for day, value in rows:
        best[day] = max(best.get(day, 0), value)
    return [float(best[day]) for day in sorted(best)]


def _change(values: Sequence[float]) -> str:
    if len(values) < 2 or not values[0]:
        return ""
    percent = round(100 * (values[-1] / values[0] - 1))
    sign = "+" if percent > 0 else "−" if percent < 0 else ""
    return tr("{percent} %", percent=f"{sign}{abs(percent)}")


def _load_text(grams: float, unit: Unit) -> str:
    whole = Load(round(grams), unit).value()
    return f"{whole:.1f} {unit}".replace(".0 ", " ")


def _weeks(
    ratings: dict[Rating, Series],
    nights: Sequence[Night],
    sessions: Sequence[Session],
    first: int,
    last: int,
) -> tuple[WeekRow, ...]:
    rows = []
    logged = {day for series in ratings.values() for day, _value in series.points}
    for monday in range(monday_of(first), last + 1, 7):
        days = range(monday, monday + 7)
        slept = [night for night in nights if night.day in days]
        asleep = [night.total_sleep_min for night in slept if night.total_sleep_min is not None]
        efficiency = [night.efficiency for night in slept if night.efficiency is not None]
        trained = [session for session in sessions if session.day in days]
        minutes = [s.duration_s / 60 for s in trained if s.duration_s]
        rows.append(
            WeekRow(
                monday=monday,
                days_logged=sum(day in logged for day in days),
                mood=_median_in(ratings[Rating.MOOD].points, days),
                anxiety=_median_in(ratings[Rating.ANXIETY].points, days),
                sleep_min=round(median(asleep)) if asleep else None,
                efficiency=median(efficiency) if efficiency else None,
                sessions=len(trained),
                minutes=round(sum(minutes)) if minutes else None,
                sleep_at_most=any(night.at_most for night in slept),
            )
        )
    return tuple(rows)


def _median_in(points: Points, days: range) -> float | None:
    values = [value for day, value in points if day in days]
    return median(values) if values else None


def render(
    report: ReportContent,
    *,
    paper: Paper | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the PDF of a report.

    Raises:
        Cancelled: `cancelled` said so.
    """
    # ReportLab costs more start-up than the rest of the program; it is loaded when a report is asked for.
    from nextrep.reports.clinician import Paper as Papers
    from nextrep.reports.clinician import build_report

    return build_report(report, paper=paper or Papers.A4, progress=progress, cancelled=cancelled)


def save(pdf: bytes, target: Path) -> None:
    """Write a finished PDF.

    Raises:
        KnownError: it cannot be written; an older file is left as it was.
    """
    save_file(target, pdf)


def file_name(choice: Choice) -> str:
    """Return a neutral name for the PDF, without the person's name."""
    return f"report-{choice.first.isoformat()}-to-{choice.last.isoformat()}.pdf"
