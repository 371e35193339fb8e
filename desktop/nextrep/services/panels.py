"""The panels of Trends: which there are, what each draws, and the views that hold them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nextrep.domain.changes import Outcome
from nextrep.domain.day_topics import Topic
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import MuscleGroup
from nextrep.domain.instruments import InstrumentKey, instrument
from nextrep.domain.panel_data import views_from_text, views_to_text
from nextrep.domain.panels import (
    MOST_VIEWS,
    Panel,
    PanelKind,
    PanelView,
    SleepFigure,
    built_in_views,
    checked_view,
)
from nextrep.domain.series import Series, Zone
from nextrep.domain.text import tr, tr_n
from nextrep.services import (
    day_panels,
    measures,
    preferences,
    questionnaires,
    sleep_series,
    training_panels,
    trends,
)
from nextrep.services.old_days import OldDays
from nextrep.settings.table import TREND_VIEWS
from nextrep.storage.store import Store

SCORE_JOIN_DAYS = 366
"""Questionnaires come every two weeks or seldomer: their line joins what is up to a year apart."""


def views(store: Store) -> tuple[PanelView, ...]:
    """Return the views of the profile, in their order."""
    return views_from_text(preferences.read(store, TREND_VIEWS))


def save_view(store: Store, view: PanelView) -> Outcome[str]:
    """Keep a view under its key: a new one behind the others.

    Raises:
        UserError: see `panels.checked_view`; or there are as many as there may be.
    """
    before = views(store)
    view = checked_view(view, before)
    if view.key in {one.key for one in before}:
        return _keep(store, tuple(view if one.key == view.key else one for one in before))
    if len(before) >= MOST_VIEWS:
        raise UserError(tr("There are up to {n} views. Remove one first.", n=MOST_VIEWS), field="title")
    return _keep(store, (*before, view))


def remove_view(store: Store, key: str) -> Outcome[str]:
    """Take an own view away; a built-in one becomes again what it was."""
    original = {one.key: one for one in built_in_views()}
    after = [original.get(one.key) if one.key == key else one for one in views(store)]
    return _keep(store, tuple(one for one in after if one is not None))


def new_key(store: Store) -> str:
    """Return a key for a new view."""
    taken = {one.key for one in views(store)}
    return next(key for n in range(1, MOST_VIEWS + 2) if (key := f"own_{n}") not in taken)


def _keep(store: Store, after: tuple[PanelView, ...]) -> Outcome[str]:
    outcome = preferences.change(store, TREND_VIEWS, views_to_text(after))
    return replace(outcome, label=tr("views of Trends"))


def series(
    store: Store, panel: Panel, first: int, last: int, exercise_id: int | None, old: OldDays | None = None
) -> Series:
    """Return what a panel draws for the days `first` to `last`; without points where there is nothing.

    Args:
        store: where it is.
        panel: what is asked for; one whose subject is gone (an exercise, a measure) is empty.
        first: date ordinal.
        last: date ordinal.
        exercise_id: taken where the panel names no exercise; None for none in this period.
        old: what is kept of older days.
    """
    if panel.kind in _OF_EXERCISE:
        number = int(panel.of) if panel.of.isdigit() else exercise_id
        if number is None:
            return Series(panel.key, tr("Strength"), tr("no sets in this period"), (), family="strength")
        try:
            return _OF_EXERCISE[panel.kind](store, panel.key, number, first, last, old or OldDays())
        except KeyError:
            return Series(panel.key, tr("Strength"), tr("no such exercise"), (), family="strength")
    if panel.kind in _BY_DAY:
        return _BY_DAY[panel.kind](store, panel, first, last, old or OldDays())
    return _BUILDERS[panel.kind](store, panel, first, last)


def _e1rm(store: Store, key: str, exercise_id: int, first: int, last: int, old: OldDays) -> Series:
    found = trends.strength_series(store, exercise_id, first, last, old)
    return replace(found, key=key, family="strength")


_OF_EXERCISE: dict[PanelKind, Callable[[Store, str, int, int, int, OldDays], Series]] = {
    PanelKind.E1RM: _e1rm,
    PanelKind.BEST_SET: training_panels.best_set,
}


def _rating(store: Store, panel: Panel, first: int, last: int, old: OldDays) -> Series:
    if panel.of not in measures.known(store):
        return Series(panel.key, tr("Check-in"), tr("no such measure"), ())
    found = trends.rating_series(store, panel.of, first, last, old)
    return replace(found, key=panel.key, family=panel.of)


def _sleep(store: Store, panel: Panel, first: int, last: int) -> Series:
    return sleep_series.night_series(store, SleepFigure(panel.of), first, last)


def _score(store: Store, panel: Panel, first: int, last: int) -> Series:
    """Return the totals of a questionnaire with its published bands."""
    of = instrument(InstrumentKey(panel.of))
    points = tuple(
        (line.assessment.day, float(line.score.total))
        for line in reversed(questionnaires.history(store, questionnaires.Subject(of.key)))
        if line.score is not None and line.score.total is not None and first <= line.assessment.day <= last
    )
    zones = tuple(Zone(band.low, band.high, band.title) for band in of.bands)
    detail = tr_n(
        "{n} time · bands: {published}", "{n} times · bands: {published}", len(points),
        published=of.bands_source,
    )  # fmt: skip
    return Series(
        panel.key, of.title, detail, points, of.direction, 0, of.highest, join_days=SCORE_JOIN_DAYS,
        family="mood", scores=True, zones=zones,
    )  # fmt: skip


def _volume(store: Store, panel: Panel, first: int, last: int) -> Series:
    return training_panels.volume(store, panel.key, panel.of, first, last)


def _sessions(store: Store, panel: Panel, first: int, last: int, old: OldDays) -> Series:
    return training_panels.sessions(store, panel.key, first, last, old)


def _muscle_sets(store: Store, panel: Panel, first: int, last: int) -> Series:
    return training_panels.muscle_sets(store, panel.key, MuscleGroup(panel.of), first, last)


def _load(store: Store, panel: Panel, first: int, last: int) -> Series:
    return training_panels.load(store, panel.key, first, last)


def _around(store: Store, panel: Panel, first: int, last: int) -> Series:
    return training_panels.around(store, panel.key, first, last)


def _focus(store: Store, panel: Panel, first: int, last: int) -> Series:
    return training_panels.focus(store, panel.key, first, last)


def _day(store: Store, panel: Panel, first: int, last: int) -> Series:
    return day_panels.series(store, panel.key, Topic(panel.of), first, last)


_BY_DAY: dict[PanelKind, Callable[[Store, Panel, int, int, OldDays], Series]] = {
    PanelKind.SESSIONS: _sessions,
    PanelKind.RATING: _rating,
}
_BUILDERS: dict[PanelKind, Callable[[Store, Panel, int, int], Series]] = {
    PanelKind.VOLUME: _volume,
    PanelKind.MUSCLE_SETS: _muscle_sets,
    PanelKind.LOAD: _load,
    PanelKind.SLEEP: _sleep,
    PanelKind.SCORE: _score,
    PanelKind.AROUND: _around,
    PanelKind.FOCUS: _focus,
    PanelKind.DAY: _day,
}
