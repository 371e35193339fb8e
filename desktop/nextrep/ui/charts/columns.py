"""The columns that a series has in the table: its values, what was planned, the quartiles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nextrep.domain.series import Series
from nextrep.domain.series_words import value_in_words, value_text
from nextrep.domain.text import tr


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the values by the day at which they stand.

    Attributes:
        title: its heading.
        own: whether it holds the values of the series itself, and not what stands beside them.
    """

    series: Series
    title: str
    values: Mapping[int, float]
    own: bool = True

    @property
    def plain_title(self) -> str:
        """Its heading where the detail of the series follows."""
        return self.series.title if self.own else self.title

    def text(self, value: float, day: int) -> str:
        """Return a cell as it is shown; marked where it is the most that it can be."""
        said = value_text(self.series, value)
        return tr("at most {value}", value=said) if self.own and day in self.series.at_most else said

    def in_words(self, value: float | None, day: int) -> str:
        """Return a cell as it is read out, by itself."""
        if value is None:
            return tr("{name} not logged", name=self.plain_title)
        if self.own:
            return value_in_words(self.series, value, at_most=day in self.series.at_most)
        return tr("{name} {value}", name=self.title, value=value_text(self.series, value))


def columns_of(series: Series) -> tuple[Column, ...]:
    """Return the columns of a series, from left to right."""
    found = [Column(series, _heading(series), dict(series.points))]
    if series.planned:
        title = tr("{name}, planned", name=series.title)
        found.append(Column(series, title, dict(series.planned), own=False))
    if series.spread:
        lower = tr("{name}, lower quartile", name=series.title)
        upper = tr("{name}, upper quartile", name=series.title)
        for title, place in ((lower, 1), (upper, 2)):
            found.append(Column(series, title, {row[0]: row[place] for row in series.spread}, own=False))
    return tuple(found)


def _heading(series: Series) -> str:
    if series.bars:
        return tr("{name} {detail}", name=series.title, detail=series.detail)
    return tr("{name}, mean", name=series.title) if series.is_summary else series.title
