"""The history of an exercise on paper: every session with its sets, its bests, and its estimate over time."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

import nextrep
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise
from nextrep.domain.figures import full, number, period, weekday
from nextrep.domain.record_words import done_text, record_title
from nextrep.domain.records import RecordKind, records
from nextrep.domain.strength import SetFact
from nextrep.domain.text import tr, tr_n
from nextrep.domain.units import Unit
from nextrep.reports.own.content import ExerciseHistory, Front, HistoryRow, RecordRow
from nextrep.services import catalog, preferences, trends
from nextrep.services.records import unit_of
from nextrep.settings.table import INVENTED
from nextrep.storage.store import Store

if TYPE_CHECKING:
    from nextrep.reports.styles import Paper


@dataclass(frozen=True, slots=True)
class HistoryChoice:
    """What is on the paper.

    Attributes:
        key: of the exercise.
        days: so many days up to today, None for all there is.
    """

    key: str
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """An exercise that was done, and in how many sessions."""

    key: str
    name: str
    sessions: int


def offer(store: Store, today: date) -> tuple[Done, ...]:
    """Return every exercise that was done in a finished session, the most frequent first."""
    first, last = trends.span(store, today.toordinal())
    found: dict[str, Done] = {}
    for choice in trends.strength_choices(store, first, last):
        key = choice.exercise.key
        before = found[key].sessions if key in found else 0
        found[key] = Done(key, choice.exercise.name, before + choice.sessions)
    return tuple(sorted(found.values(), key=lambda one: (-one.sessions, one.name)))


def content(store: Store, choice: HistoryChoice, today: date) -> ExerciseHistory:
    """Return what stands on the paper.

    Raises:
        UserError: nothing was done of the exercise in these days.
    """
    known = store.exercises.by_key(choice.key)
    exercise_id = store.exercises.standing(known.id).id if known is not None else 0
    earliest = (today - timedelta(days=choice.days - 1)).toordinal() if choice.days else 1
    titles = {one.id: one.title for one in store.sessions.done(earliest, date.max.toordinal())}
    every = [one for one in store.sets.facts(exercise_id) if one.counts]
    facts = [one for one in every if one.session_id in titles]
    if known is None or not facts:
        raise UserError(tr("Nothing was logged of this exercise in these days."), field="exercise")
    exercise = catalog.exercise_of(store, exercise_id)
    unit = unit_of(store, exercise, preferences.unit(store))
    first, last = facts[0].day, max(facts[-1].day, facts[0].day)
    estimates = trends.estimates(store, exercise, facts)
    return ExerciseHistory(
        front=_front(store, exercise, facts, today),
        series=trends.strength_series(store, exercise_id, first, last),
        first=first,
        last=last,
        how=trends.e1rm_words(store, exercise) if estimates else "",
        records=_records(store, exercise, every, facts, unit),
        sessions=_sessions(facts, titles, estimates, unit),
    )


def _front(store: Store, exercise: Exercise, facts: Sequence[SetFact], today: date) -> Front:
    sessions = len({one.session_id for one in facts})
    return Front(
        kind=tr("Exercise history"),
        title=exercise.name,
        about=tr(
            "{sets} in {sessions}.",
            sets=tr_n("{n} working set", "{n} working sets", len(facts)),
            sessions=tr_n("{n} session", "{n} sessions", sessions),
        ),
        when=period(date.fromordinal(facts[0].day), date.fromordinal(facts[-1].day)),
        printed=today,
        app_version=nextrep.__version__,
        invented=preferences.read(store, INVENTED),
    )


def _records(
    store: Store, exercise: Exercise, every: Sequence[SetFact], shown: Sequence[SetFact], unit: Unit
) -> tuple[RecordRow, ...]:
    """Return what beat all before it, the newest first, but volume: that is hardly something one feels."""
    here = {one.set_id for one in shown}
    found = [
        RecordRow(_day(one.fact.day), record_title(one, unit), done_text(one.fact, unit))
        for one in records(every, preferences.yardstick(store, exercise.measure))
        if one.kind is not RecordKind.SET_VOLUME and one.fact.set_id in here
    ]
    return tuple(reversed(found))


def _sessions(
    facts: Sequence[SetFact], titles: dict[int, str], estimates: dict[int, float], unit: Unit
) -> tuple[HistoryRow, ...]:
    rows = []
    for session, group in groupby(facts, key=lambda one: one.session_id):
        sets = list(group)
        grams = estimates.get(sets[0].day)
        rows.append(
            HistoryRow(
                day=_day(sets[0].day),
                title=titles[session],
                sets=tr(" · ").join(_set(one, unit) for one in sets),
                best="" if grams is None else _estimate(grams, unit),
            )
        )
    return tuple(reversed(rows))


def _set(fact: SetFact, unit: Unit) -> str:
    done = done_text(fact, unit)
    return tr("{band}, {done}", band=fact.band, done=done) if fact.band else done


def _estimate(grams: float, unit: Unit) -> str:
    load = tr("{value} {unit}", value=number(abs(grams) / float(unit.grams)), unit=unit)
    return tr("{load} of help", load=load) if grams < 0 else load


def _day(day: int) -> str:
    on = date.fromordinal(day)
    return tr("{weekday} {date}", weekday=weekday(on), date=full(on))


def render(
    history: ExerciseHistory,
    *,
    paper: Paper | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the PDF, on A4 if no paper is given.

    Raises:
        Cancelled: `cancelled` said so.
    """
    from nextrep.reports.own.exercise import build_history
    from nextrep.reports.styles import Paper as Papers

    return build_history(history, paper=paper or Papers.A4, progress=progress, cancelled=cancelled)


def file_name(choice: HistoryChoice) -> str:
    """Return a name for the PDF, by the exercise."""
    words = re.sub(r"[^a-z0-9]+", "-", choice.key.removeprefix("own:").lower()).strip("-")
    return f"exercise-history-{words}.pdf" if words else "exercise-history.pdf"
