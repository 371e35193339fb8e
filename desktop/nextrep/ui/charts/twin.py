"""The table twin of the charts: the same values as figures, to be read, searched and copied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from nextrep.domain.event_marks import EventMark, said_by_day
from nextrep.domain.series import Bin, Series
from nextrep.domain.series_words import full_detail, month_text
from nextrep.domain.text import tr
from nextrep.ui.charts.columns import Column, columns_of
from nextrep.ui.charts.words import named_day
from nextrep.ui.runtime.clipboard import copy_private
from nextrep.ui.widgets.table import TableView

_MISSING = "–"
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_MEASURED_ROWS = 40
"""Dates are about equally wide: measuring ten years of them would hold up the window."""


class TwinModel(QAbstractTableModel):
    """Days with anything logged, newest first, and the columns of each series; one for events, if any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._bin = Bin.DAY
        self._days: list[int] = []
        self._said: dict[int, str] = {}

    def show_series(self, series: Sequence[Series], events: Sequence[EventMark] = ()) -> None:
        """Show these series, and what happened on the days on which it begins or ends."""
        self.beginResetModel()
        self._columns = tuple(column for one in series for column in columns_of(one))
        covered = {one.covers for one in series}
        self._bin = covered.pop() if len(covered) == 1 else Bin.DAY
        self._said = said_by_day(events)
        logged = {day for column in self._columns for day in column.values}
        self._days = sorted(logged | self._said.keys(), reverse=True)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many days."""
        return 0 if parent.isValid() else len(self._days)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The date, the columns of the series, and the events."""
        return 0 if parent.isValid() or not self._columns else 1 + len(self._columns) + bool(self._said)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a cell says."""
        if not index.isValid():
            return None
        day = self._days[index.row()]
        if index.column() == 0:
            return self._date(day) if role in _SHOWN else None
        if index.column() > len(self._columns):
            return self._said.get(day, "") if role in _SAID else None
        column = self._columns[index.column() - 1]
        value = column.values.get(day)
        if role == Qt.ItemDataRole.DisplayRole:
            return _MISSING if value is None else column.text(value, day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.in_words(value, day)
        return None

    def _date(self, day: int) -> str:
        if self._bin is Bin.MONTH:
            return month_text(day)
        shown = named_day(day, self._days[0])
        return tr("Week of {date}", date=shown) if self._bin is Bin.WEEK else shown

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column; its detail as a tool tip."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if section > len(self._columns):
            return tr("Events") if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section - 1].title if section else tr("Date")
        if role == Qt.ItemDataRole.ToolTipRole and section:
            return full_detail(self._columns[section - 1].series)
        return None

    def as_text(self, rows: Iterable[int]) -> str:
        """Return rows with the heading as tab-separated text: ISO dates, plain figures, hours of sleep."""
        events = [tr("Events")] if self._said else []
        titles = (f"{one.plain_title} ({full_detail(one.series)})" for one in self._columns)
        lines = ["\t".join((tr("Date"), *titles, *events))]
        for row in rows:
            day = self._days[row]
            cells = (_figure(column.values.get(day)) for column in self._columns)
            said = [" ".join(self._said.get(day, "").split())] if self._said else []
            lines.append("\t".join((date.fromordinal(day).isoformat(), *cells, *said)))
        return "\n".join(lines) + "\n"


class TwinTable(TableView):
    """Shows the model; Ctrl+C copies the selected days, or all of them where none is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Values by day"), parent)
        self._days = TwinModel(self)
        self._waiting: tuple[Sequence[Series], Sequence[EventMark]] | None = None
        self.setModel(self._days)
        self.setAccessibleDescription(tr("Ctrl+C copies the selected days, or all days."))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED_ROWS)

    def show_series(self, series: Sequence[Series], events: Sequence[EventMark] = ()) -> None:
        """Show these series, and what happened; sorted into rows once somebody looks."""
        self._waiting = (series, events)
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill in what waits."""
        self._fill()
        super().showEvent(event)

    def _fill(self) -> None:
        if self._waiting is None:
            return
        series, events = self._waiting
        self._waiting = None
        self._days.show_series(series, events)
        header = self.horizontalHeader()
        for column in range(header.count()):
            # Words of events take what the figures leave.
            tight = column == 0 or (len(series) < header.count() - 1 and column <= len(series))
            fit, fill = QHeaderView.ResizeMode.ResizeToContents, QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, fit if tight else fill)

    def copy(self) -> int:
        """Put the selected days on the clipboard, or all; returns how many."""
        self._fill()
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        rows = rows or list(range(self._days.rowCount()))
        copy_private(self._days.as_text(rows))
        return len(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            event.accept()
        else:
            super().keyPressEvent(event)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"
