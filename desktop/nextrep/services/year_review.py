"""A year in review, for the person alone: what there was, what went well, and nothing about what was not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import nextrep
from nextrep.domain.days import day_short, listed
from nextrep.domain.errors import UserError
from nextrep.domain.figures import duration_text, full, number, weekday
from nextrep.domain.journal import Rating
from nextrep.domain.series import Series
from nextrep.domain.text import tr, tr_n
from nextrep.domain.year_pixels import year_pixels
from nextrep.reports.own.content import (
    TRAINED,
    BestRow,
    Front,
    Tile,
    WordsRow,
    YearGrid,
    YearReview,
)
from nextrep.services import period_wins, preferences, trends
from nextrep.services.period_wins import GOOD_NIGHT, PeriodWins
from nextrep.settings.table import INVENTED
from nextrep.storage.store import Store

if TYPE_CHECKING:
    from nextrep.reports.styles import Paper

_ROLE_OF_TRAINING = "primary"


def years(store: Store, today: date) -> tuple[int, ...]:
    """Return the years from the first record to today, the latest first."""
    first, _last = trends.span(store, today.toordinal())
    return tuple(range(today.year, date.fromordinal(first).year - 1, -1))


def content(store: Store, year: int, today: date, check: Callable[[], None] = lambda: None) -> YearReview:
    """Return what stands on the paper; a part of it that would be empty is left out.

    Args:
        store: where it is.
        year: of the calendar; of the running one, what there is up to today.
        today: date of the paper.
        check: called between steps; may raise to stop.

    Raises:
        UserError: nothing is recorded in this year.
    """
    first = date(year, 1, 1).toordinal()
    last = min(date(year, 12, 31).toordinal(), today.toordinal())
    wins = period_wins.read(store, first, last, check)
    tiles = _tiles(store, first, last)
    if not tiles:
        raise UserError(tr("Nothing is recorded in {year}.", year=year), field="year")
    return YearReview(
        front=Front(
            kind=tr("Year in review"),
            title=str(year),
            about="",
            when=tr("up to {date}", date=full(today)) if last == today.toordinal() else str(year),
            printed=today,
            app_version=nextrep.__version__,
            invented=preferences.read(store, INVENTED),
        ),
        tiles=tiles,
        grids=_grids(store, year, first, last, today.toordinal()),
        bests=tuple(BestRow(_day(day), chip, words) for day, chip, words in wins.bests),
        good=_good(wins),
        words=tuple(WordsRow(_day(day), line) for day, _entry, line in wins.words),
    )


def _tiles(store: Store, first: int, last: int) -> tuple[Tile, ...]:
    sessions = store.sessions.done(first, last)
    minutes = round(sum(one.duration_s or 0 for one in sessions) / 60)
    nights = [one for one in store.nights.between(first, last) if any(one.times)]
    figures = (
        (tr("Sessions"), len(sessions), ""),
        (tr("Time trained"), minutes, duration_text(60 * round(minutes / 60) if minutes >= 600 else minutes)),
        (tr("Working sets"), store.sets.count(first, last), ""),
        (tr("Exercises"), len(trends.strength_choices(store, first, last)), ""),
        (tr("Days with a check-in"), len(store.checkins.days(first, last)), ""),
        (tr("Nights"), len(nights), ""),
        (tr("Days with words"), len(store.entries.days(first, last)), ""),
    )
    return tuple(Tile(title, said or f"{count:,}") for title, count, said in figures if count)


def _grids(store: Store, year: int, first: int, last: int, today: int) -> tuple[YearGrid, ...]:
    mood = trends.rating_series(store, Rating.MOOD, first, last)
    days = tuple((day, TRAINED) for day in sorted(set(store.sessions.days(first, last))))
    trained = Series("sessions", tr("Training"), "", days, low=0, high=TRAINED)
    begins = min((one.points[0][0] for one in (mood, trained) if one.points), default=first)
    begins = date.fromordinal(begins).replace(day=1).toordinal()
    grids = []
    if mood.points:
        pixels = year_pixels(mood, year, today)
        ends = number(pixels.low), number(pixels.high)
        said = pixels.summary()
        grids.append(YearGrid(mood.title, pixels, begins, "mood", said, pixels.legend(), *ends))
    if days:
        said = tr_n("Training on {n} day.", "Training on {n} days.", len(days))
        pixels = year_pixels(trained, year, today)
        legend = tr("filled: a day with a session")
        grids.append(YearGrid(trained.title, pixels, begins, _ROLE_OF_TRAINING, said, legend))
    return tuple(grids)


def _good(wins: PeriodWins) -> tuple[str, ...]:
    said = []
    if wins.kept:
        said.append(
            tr_n("{n} session that stood in the plan.", "{n} sessions that stood in the plan.", wins.kept)
        )
    if wins.small:
        days = listed([day_short(day) for day in wins.small])
        said.append(tr("A small session on a low day: {days}.", days=days))
    if wins.nights:
        said.append(
            tr_n(
                "{n} night that you rated {good} or better.",
                "{n} nights that you rated {good} or better.",
                wins.nights,
                good=GOOD_NIGHT,
            )
        )
    return tuple(said)


def _day(day: int) -> str:
    on = date.fromordinal(day)
    return tr("{weekday} {date}", weekday=weekday(on), date=full(on))


def render(
    review: YearReview,
    *,
    paper: Paper | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the PDF, on A4 if no paper is given.

    Raises:
        Cancelled: `cancelled` said so.
    """
    from nextrep.reports.own.year import build_year
    from nextrep.reports.styles import Paper as Papers

    return build_year(review, paper=paper or Papers.A4, progress=progress, cancelled=cancelled)


def file_name(year: int) -> str:
    """Return a name for the PDF."""
    return f"year-{year}.pdf"
