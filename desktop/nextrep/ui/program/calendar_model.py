"""The weeks of a program as a table: a row for each week, a column for each weekday."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from nextrep.domain.days import day_short, weekday_short, weekday_title
from nextrep.domain.plan_calendar import pauses_with_open
from nextrep.domain.plan_edit import Pause
from nextrep.domain.program import WEEKDAYS
from nextrep.domain.text import tr
from nextrep.domain.training import Session
from nextrep.services.program import PlannedView, ProgramView
from nextrep.ui.program.tiles import Tile, beside_tile, planned_tile, spoken_day

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()

SMALL_ROLE = Qt.ItemDataRole.UserRole
"""Second line of a week's header."""


class CalendarModel(QAbstractTableModel):
    """Knows what is on each day. Empty until `show_program`; after that only what differs is announced.

    Attributes:
        today: date ordinal.
        dated_week: row whose dates stand with the weekdays above, None for weekdays alone.
        rows_changed: emitted with the set of rows in which days changed, after they are announced.
    """

    rows_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = 0
        self._made: dict[int, tuple[PlannedView, tuple[int, bool, bool], Tile]] = {}
        self.dated_week: int | None = None
        self._monday = 0  # Monday of the first row
        self._numbers: tuple[int, ...] = ()
        self._days: dict[int, tuple[Tile, ...]] = {}
        self._keys: dict[tuple[str, int], Tile] = {}
        self._pauses: tuple[Pause, ...] = ()
        self._full = False
        self._shown: tuple[ProgramView, Sequence[Session]] | None = None

    def tell(self, *, full: bool) -> None:
        """Let the tiles tell their exercises too, or not."""
        if full is not self._full:
            self._full = full
            if self._shown is not None:
                self.show_program(*self._shown, self.today)

    def show_program(self, view: ProgramView, beside: Sequence[Session], today: int) -> None:
        """Show a program; weeks before and after it appear where a session was moved there."""
        self._shown = (view, beside)
        pauses = pauses_with_open(view.program, view.pauses)
        tiles = self._planned_tiles(view, pauses, today)
        tiles += [beside_tile(one) for one in beside]
        days: dict[int, tuple[Tile, ...]] = {}
        for tile in tiles:
            days[tile.day] = (*days.get(tile.day, ()), tile)
        weeks = [view.week_of(day) for day in days] or [1]
        first = min(1, *weeks)
        monday = view.program.start_day + WEEKDAYS * (first - 1)
        rows = max(view.program.weeks, *weeks) - first + 1
        numbers = _numbers(view, first, rows)
        before = self._days
        same = (monday, numbers, pauses, today) == (self._monday, self._numbers, self._pauses, self.today)
        if not same:
            self.beginResetModel()
        self._monday, self._numbers, self._pauses, self.today = monday, numbers, pauses, today
        self._days = days
        self._keys = {tile.key: tile for tile in tiles}
        if same:
            self._announce({day for day in before.keys() | days.keys() if before.get(day) != days.get(day)})
        else:
            self.endResetModel()

    def _planned_tiles(self, view: ProgramView, pauses: Sequence[Pause], today: int) -> list[Tile]:
        """Describe the planned sessions; a session that is the same object as before keeps its tile."""
        before, self._made = self._made, {}
        for one in view.sessions:
            how = (today, _rests(pauses, one.planned.day), self._full)
            known = before.get(one.planned.id)
            if known is None or known[0] is not one or known[1] != how:
                known = one, how, planned_tile(one, today, paused=how[1], full=self._full)
            self._made[one.planned.id] = known
        return [tile for _one, _how, tile in self._made.values()]

    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """Weeks shown."""
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """Days of a week."""
        return 0 if parent.isValid() else WEEKDAYS

    def day(self, index: AnyIndex) -> int:
        """Return the date ordinal of a cell."""
        return self._monday + WEEKDAYS * index.row() + index.column()

    def monday(self, row: int) -> int:
        """Return the date ordinal of a row's first day."""
        return self._monday + WEEKDAYS * row

    def tiles(self, index: AnyIndex) -> tuple[Tile, ...]:
        """Return what is on the day of a cell."""
        return self._days.get(self.day(index), ()) if index.isValid() else ()

    def tiles_in_row(self, row: int) -> list[tuple[Tile, ...]]:
        """Return what is on each day of a week."""
        monday = self.monday(row)
        return [self._days.get(day, ()) for day in range(monday, monday + WEEKDAYS)]

    def paused(self, index: AnyIndex) -> bool:
        """Whether the plan rests on the day of a cell."""
        return _rests(self._pauses, self.day(index))

    def all_tiles(self) -> list[Tile]:
        """Return everything on the calendar, by day."""
        return [tile for day in sorted(self._days) for tile in self._days[day]]

    def index_of_day(self, day: int) -> QModelIndex:
        """Return the cell of a date ordinal, invalid where the calendar does not reach."""
        row, column = divmod(day - self._monday, WEEKDAYS)
        return self.index(row, column) if 0 <= row < len(self._numbers) else QModelIndex()

    def row_of_day(self, day: int) -> int:
        """Return the row of a date ordinal, or the nearest one there is."""
        return min(max((day - self._monday) // WEEKDAYS, 0), max(len(self._numbers) - 1, 0))

    def find(self, key: tuple[str, int]) -> Tile | None:
        """Return the tile of a name."""
        return self._keys.get(key)

    def week(self, row: int) -> int:
        """Return the program week (from 1) of a row; 0 for one outside the program and while it rests."""
        return self._numbers[row] if 0 <= row < len(self._numbers) else 0

    def week_title(self, row: int) -> str:
        """Return "Week 6", or the date of its Monday for a week that has no number."""
        week = self.week(row)
        return tr("Week {n}", n=week) if week else day_short(self.monday(row))

    def date_above(self, row: int | None) -> None:
        """Let the dates of a week stand with the weekdays above; None for weekdays alone."""
        if row != self.dated_week:
            self.dated_week = row
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, WEEKDAYS - 1)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a day; the delegate draws the tiles themselves."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return "; ".join(tile.spoken() for tile in self.tiles(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            paused = self.paused(index)
            return spoken_day(self.day(index), self.tiles(index), self.today, paused=paused)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return weekdays above and weeks at the side."""
        if orientation == Qt.Orientation.Horizontal:
            return self._weekday(section, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.week_title(section)
        if role == SMALL_ROLE:
            return self._state(section)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{week}, {state}", week=self.week_title(section), state=self._state(section))
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Every day can be gone to."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if index.isValid() else Qt.ItemFlag(0)

    def _weekday(self, section: int, role: int) -> str | None:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return weekday_title(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if self.dated_week is None:
            return weekday_short(section)
        day = date.fromordinal(self.monday(self.dated_week) + section).day
        return tr("{weekday} {day}", weekday=weekday_short(section), day=day)

    def _state(self, row: int) -> str:
        """Return "this week", "paused", "done" where all of a past week was done, else its Monday's date."""
        monday = self.monday(row)
        if all(_rests(self._pauses, day) for day in range(monday, monday + WEEKDAYS)):
            return tr("paused")
        if monday <= self.today < monday + WEEKDAYS:
            return tr("this week")
        planned = [tile for tiles in self.tiles_in_row(row) for tile in tiles if tile.kind == "planned"]
        some_done = monday < self.today and any(tile.done for tile in planned)
        if some_done and all(tile.done or not tile.trains for tile in planned):
            return tr("done")
        return day_short(monday)

    def _announce(self, days: set[int]) -> None:
        rows = set()
        for day in days:
            index = self.index_of_day(day)
            rows.add(index.row())
            self.dataChanged.emit(index, index)
        for row in rows:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)
        if rows:
            self.rows_changed.emit(rows)


def _numbers(view: ProgramView, first: int, rows: int) -> tuple[int, ...]:
    """Return the week of the program of each row from calendar week `first` on; 0 for one that has none."""
    known = {row: week or 0 for row, week in enumerate(view.weeks, start=1)}
    numbers = (known.get(row, 0) for row in range(first, first + rows))
    return tuple(number if number <= view.program.weeks else 0 for number in numbers)


def _rests(pauses: Sequence[Pause], day: int) -> bool:
    return any(pause.first_day <= day <= pause.last_day for pause in pauses)
