"""A year as one cell a day: what a cell says, how deep its colour is, and the year in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from statistics import median

from nextrep.domain.days import day_short, weekday_short
from nextrep.domain.series import Series
from nextrep.domain.series_words import direction_text, value_in_words, value_text
from nextrep.domain.text import tr

LEAST_DEPTH = 0.2
"""Even the lowest value has so much colour: an empty day has none."""


@dataclass(frozen=True, slots=True)
class YearPixels:
    """The days of a calendar year (date ordinals) with their values.

    Attributes:
        first, last: days that have a cell; days to come have none.
        low, high: ends of the scale.
    """

    series: Series
    year: int
    first: int
    last: int
    values: dict[int, float]
    low: float
    high: float

    def depth(self, value: float) -> float:
        """Return how deep the colour of a value is, from `LEAST_DEPTH` to 1."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 1.0
        return LEAST_DEPTH + (1 - LEAST_DEPTH) * min(max(share, 0.0), 1.0)

    def day_text(self, day: int) -> str:
        """Return a cell in words, for example "Thu 22 Oct: Mood 6.5" or "Fri 23 Oct: not logged"."""
        weekday = weekday_short(date.fromordinal(day).weekday())
        on = tr("{weekday} {date}", weekday=weekday, date=day_short(day))
        value = self.values.get(day)
        said = tr("not logged") if value is None else value_in_words(self.series, value)
        return tr("{date}: {values}", date=on, values=said)

    def summary(self) -> str:
        """Return how much of the year is logged, its median, and its lowest and highest value."""
        name, days = self.series.title, max(self.last - self.first + 1, 0)
        head = tr(
            "{name} in {year}: {n} of {days} days.", name=name, year=self.year, n=len(self.values), days=days
        )
        if not self.values:
            return head
        found = sorted(self.values.values())
        middle, low, high = (value_text(self.series, one) for one in (median(found), found[0], found[-1]))
        return tr(
            "{head} Median {median}, from {low} to {high}.", head=head, median=middle, low=low, high=high
        )

    def legend(self) -> str:
        """Return what colour means, and which end is the better one."""
        deeper = tr("stronger colour is higher")
        return ", ".join(filter(None, (deeper, direction_text(self.series.direction))))


def year_pixels(series: Series, year: int, today: int) -> YearPixels:
    """Return a year of daily values; of the running one the days up to `today` (date ordinal)."""
    first, last = date(year, 1, 1).toordinal(), min(date(year, 12, 31).toordinal(), today)
    values = {day: value for day, value in series.points if first <= day <= last}
    low = series.low if series.low is not None else min(values.values(), default=0.0)
    high = series.high if series.high is not None else max(values.values(), default=1.0)
    return YearPixels(series, year, first, last, values, low, high)
