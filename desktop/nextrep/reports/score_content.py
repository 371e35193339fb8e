"""What the report says of questionnaires: totals, their published names and sizes of change, and answers.

Everything is text already, so that it is the same on every paper; labels of items are our own.
"""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.series import Series

Cell = tuple[str, str]
"""What stands in a cell, and small below it; both "" for a blank one."""

BLANK: Cell = ("", "")


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One instrument in the table of page 1.

    Attributes:
        direction: its range and which end is the better one.
        first, previous, latest: totals of the period with their dates. With one time there is only `latest`,
            with two `first` and `latest`.
        change: the latest total less the first, and less the one before; blank where one of them has none.
        band: the published name of the latest total, and the range that it names.
        sizes: the published sizes of change, two of them.
        item_9: answers to item 9 of the PHQ-9 at the same three times, () for all other instruments.
    """

    title: str
    direction: str
    first: Cell
    previous: Cell
    latest: Cell
    change: Cell
    band: Cell
    sizes: Cell
    item_9: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemTable:
    """The answers to one instrument, item by item.

    Attributes:
        days: dates of the latest times, the oldest first.
        rows: our label of the item, then its answer on each of these days; "" where there is none.
        totals: the total on each of these days.
        ways: how each came in, () where all came from official forms.
        earlier: how many earlier times are not shown.
        course: all totals of the period with the published bands, as the screen draws them.
        sources: where the names of totals and the sizes of change were published.
    """

    title: str
    days: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...]
    ways: tuple[str, ...]
    earlier: int
    sources: tuple[str, ...]
    course: Series | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything of questionnaires in one report.

    Attributes:
        rows, tables: one for each instrument, in the same order.
        estimated: a shown total has missing answers in it, which count as the mean of the others.
        unscored: what was answered without a published score, a line each.
        harm_unscored: an item about dying or self-harm is among the unscored answers.
        rights: the copyright line of each opened file that was answered, with its title.
    """

    rows: tuple[ScoreRow, ...] = ()
    tables: tuple[ItemTable, ...] = ()
    estimated: bool = False
    unscored: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    harm_unscored: bool = False

    def __bool__(self) -> bool:
        return bool(self.rows or self.unscored)

    @property
    def with_item_9(self) -> bool:
        """Whether answers to item 9 of the PHQ-9 are among it, or a place for them."""
        return any(row.item_9 for row in self.rows)
