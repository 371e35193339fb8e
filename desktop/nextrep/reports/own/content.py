"""What stands on the papers for the person, computed before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nextrep.domain.series import Series
from nextrep.domain.year_pixels import YearPixels

TRAINED = 1.0
"""Value of a day with training, in the grid of training days."""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands around the blocks.

    Attributes:
        kind: what paper it is, at the top of every page; it is the document's title, so it names nobody.
        title: large, on the first page.
        about: a sentence or two below it, "" for none.
        when: the period in words, at the top of every page.
        invented: the data is that of a demonstration.
    """

    kind: str
    title: str
    about: str
    when: str
    printed: date
    app_version: str
    invented: bool


@dataclass(frozen=True, slots=True)
class RecordRow:
    """What a set was the best at, as text."""

    day: str
    title: str
    done: str


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One session with the exercise, as text; `best` is its highest estimated maximum, "" for none."""

    day: str
    title: str
    sets: str
    best: str


@dataclass(frozen=True, slots=True)
class ExerciseHistory:
    """What stands on the paper.

    Attributes:
        series: its best by day, without points where there is none.
        first, last: days of the chart (date ordinals).
        how: how the estimate is made, "" without one.
        records, sessions: the newest first.
    """

    front: Front
    series: Series
    first: int
    last: int
    how: str
    records: tuple[RecordRow, ...]
    sessions: tuple[HistoryRow, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure with what it counts."""

    title: str
    figure: str


@dataclass(frozen=True, slots=True)
class YearGrid:
    """A year as one cell a day.

    Attributes:
        first: day (date ordinal) with the first cell: the months before the first record have none.
        role: colour of its cells, by its name.
        said: the year in a sentence, for who has it read aloud.
        legend: what the colour means; the ends of the scale with it, "" where a cell is just filled.
    """

    title: str
    pixels: YearPixels
    first: int
    role: str
    said: str
    legend: str
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True)
class BestRow:
    """What went well with an exercise, as text."""

    day: str
    title: str
    done: str


@dataclass(frozen=True, slots=True)
class WordsRow:
    """Words with a star: their day and first line."""

    day: str
    line: str


@dataclass(frozen=True, slots=True)
class YearReview:
    """What stands on the paper; each part may be empty.

    Attributes:
        good: sentences on what went well besides the bests.
    """

    front: Front
    tiles: tuple[Tile, ...]
    grids: tuple[YearGrid, ...]
    bests: tuple[BestRow, ...]
    good: tuple[str, ...]
    words: tuple[WordsRow, ...]
