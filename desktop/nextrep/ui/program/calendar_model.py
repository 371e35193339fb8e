"""The weeks of a program as a table: a row for each week, a column for each weekday."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nextrep.domain.days import day_short, weekday_short, weekday_title
from nextrep.domain.program import WEEKDAYS
from nextrep.domain.text import tr
from nextrep.domain.training import Session
from nextrep.services.program import ProgramView
from nextrep.ui.program.tiles import Tile, beside_tile, planned_tile, spoken_day

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()

SMALL_ROLE = Qt.ItemDataRole.UserRole
"""Second line of a week's header."""


class CalendarModel(QAbstractTableModel):
    """Knows what is on each day. Empty until `show_program`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._monday = 0  # Monday of the first row
        self._first_week = 1
        self._weeks = 0
        self._planned_weeks = 0
        self._days: dict[int, tuple[Tile, ...]] = {}
        self.today = 0

    def show_program(self, view: ProgramView, beside: Sequence[Session], today: int) -> None:
        """Show a program; weeks before and after it appear where a session was moved there."""
        self.beginResetModel()
        self.today = today
        tiles = [planned_tile(one, today) for one in view.sessions]
        tiles += [beside_tile(one, today) for one in beside]
        weeks = [view.week_of(tile.day) for tile in tiles] or [1]
        self._first_week = min(1, *weeks)
        self._weeks = max(view.program.weeks, *weeks) - self._first_week + 1
        self._planned_weeks = view.program.weeks
        self._monday = view.program.start_day + WEEKDAYS * (self._first_week - 1)
        days: dict[int, tuple[Tile, ...]] = {}
        for tile in tiles:
            days[tile.day] = (*days.get(tile.day, ()), tile)
        self._days = days
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """Weeks shown."""
        return 0 if parent.isValid() else self._weeks

    def columnCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """Days of a week."""
        return 0 if parent.isValid() else WEEKDAYS

    def day(self, index: AnyIndex) -> int:
        """Return the date ordinal of a cell."""
        return self._monday + WEEKDAYS * index.row() + index.column()

    def tiles(self, index: AnyIndex) -> tuple[Tile, ...]:
        """Return what is on the day of a cell."""
        return self._days.get(self.day(index), ()) if index.isValid() else ()

    def all_tiles(self) -> list[Tile]:
        """Return everything on the calendar, by day."""
        return [tile for day in sorted(self._days) for tile in self._days[day]]

    def index_of_day(self, day: int) -> QModelIndex:
        """Return the cell of a date ordinal, invalid where the calendar does not reach."""
        row, column = divmod(day - self._monday, WEEKDAYS)
        return self.index(row, column) if 0 <= row < self._weeks else QModelIndex()

    def find(self, key: tuple[str, int]) -> Tile | None:
        """Return the tile of a name."""
        return next((tile for tile in self.all_tiles() if tile.key == key), None)

    def week(self, row: int) -> int:
        """Return the program week (from 1) of a row."""
        return row + self._first_week

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a day; the delegate draws the tiles themselves."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return "; ".join(tile.spoken() for tile in self.tiles(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_day(self.day(index), self.tiles(index), self.today)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return weekdays above and weeks at the side."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return weekday_title(section)
            return weekday_short(section) if role == Qt.ItemDataRole.DisplayRole else None
        week = self.week(section)
        title = (
            tr("Week {n}", n=week) if 1 <= week <= self._planned_weeks else day_short(self._start(section))
        )
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == SMALL_ROLE:
            return self._state(section)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{week}, {state}", week=title, state=self._state(section))
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Every day can be gone to."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if index.isValid() else Qt.ItemFlag(0)

    def _start(self, row: int) -> int:
        return self._monday + WEEKDAYS * row

    def _state(self, row: int) -> str:
        """Return "this week", "done" where all of a past week was done, else the date of its Monday."""
        monday = self._start(row)
        if monday <= self.today < monday + WEEKDAYS:
            return tr("this week")
        tiles = [tile for day in range(monday, monday + WEEKDAYS) for tile in self._days.get(day, ())]
        planned = [tile for tile in tiles if tile.kind == "planned"]
        if monday < self.today and planned and all(tile.done for tile in planned):
            return tr("done")
        return day_short(monday)
