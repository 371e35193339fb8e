"""All findings of one outcome."""

from __future__ import annotations

from collections.abc import Collection

from nextrep.domain.series import Series, first_and_last, sufficiency
from nextrep.domain.trends.day_after import day_after
from nextrep.domain.trends.findings import OutcomeFindings, outcome_of
from nextrep.domain.trends.overlap import overlap
from nextrep.domain.trends.spread import spread
from nextrep.domain.trends.trend import trend


def find(
    series: Series,
    trained: Collection[int],
    first: int,
    last: int,
    paused: Collection[int] = frozenset(),
    *,
    fixed: bool = False,
) -> OutcomeFindings:
    """Return everything that the days `first` to `last` (date ordinals) say of an outcome.

    Args:
        series: one value per day; other days than the period's are left aside.
        trained: days with a finished session.
        first: date ordinal.
        last: date ordinal.
        paused: days of a pause of all tracking; what is not known of them stays unknown.
        fixed: the outcome was settled before any data were seen; any other is labelled as chosen after.
    """
    inside = series.within(first, last).points
    early, late = first_and_last(inside)
    return OutcomeFindings(
        outcome=outcome_of(series, fixed=fixed),
        enough=sufficiency([day for day, _value in inside], first, last, paused),
        first_level=early,
        last_level=late,
        trend=trend(inside, first, last),
        day_after=day_after(inside, trained),
        overlap=overlap(inside, first, last),
        spread=spread(inside),
    )
