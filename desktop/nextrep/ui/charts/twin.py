"""The table twin of the charts: the same values as figures, to be read, searched and copied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QWidget

from nextrep.domain.event_marks import EventMark, said_by_day
from nextrep.domain.series import Series
from nextrep.domain.text import tr
from nextrep.ui.charts.words import named_day, value_in_words, value_text
from nextrep.ui.widgets.table import TableView

_MISSING = "–"
_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_MEASURED_ROWS = 40
"""Dates are about equally wide: measuring ten years of them would hold up the window."""


class TwinModel(QAbstractTableModel):
    """Days with anything logged, newest first, and one column for each series; one for events, if any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: tuple[Series, ...] = ()
        self._values: list[dict[int, float]] = []
        self._days: list[int] = []
        self._said: dict[int, str] = {}

    def show_series(self, series: Sequence[Series], events: Sequence[EventMark] = ()) -> None:
        """Show these series, and what happened on the days on which it begins or ends."""
        self.beginResetModel()
        self._series = tuple(series)
        self._values = [dict(one.points) for one in series]
        self._said = said_by_day(events)
        logged = {day for values in self._values for day in values}
        self._days = sorted(logged | self._said.keys(), reverse=True)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many days."""
        return 0 if parent.isValid() else len(self._days)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The date, the series, and the events."""
        return 0 if parent.isValid() or not self._series else 1 + len(self._series) + bool(self._said)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a cell says."""
        if not index.isValid():
            return None
        day = self._days[index.row()]
        if index.column() == 0:
            shown = named_day(day, self._days[0])
            return (
                shown if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} else None
            )
        if index.column() > len(self._series):
            return self._said.get(day, "") if role in _SAID else None
        series = self._series[index.column() - 1]
        value = self._values[index.column() - 1].get(day)
        if role == Qt.ItemDataRole.DisplayRole:
            return _MISSING if value is None else value_text(series, value)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            missing = tr("{name} not logged", name=series.title)
            return missing if value is None else value_in_words(series, value)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column; its detail as a tool tip."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if section > len(self._series):
            return tr("Events") if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(self._series[section - 1]) if section else tr("Date")
        if role == Qt.ItemDataRole.ToolTipRole and section:
            return self._series[section - 1].detail
        return None

    def _heading(self, series: Series) -> str:
        return tr("{name} {detail}", name=series.title, detail=series.detail) if series.bars else series.title

    def as_text(self, rows: Iterable[int]) -> str:
        """Return rows with the heading as tab-separated text: ISO dates, plain figures, hours of sleep."""
        events = [tr("Events")] if self._said else []
        titles = (f"{one.title} ({one.detail})" for one in self._series)
        lines = ["\t".join((tr("Date"), *titles, *events))]
        for row in rows:
            day = self._days[row]
            cells = (_figure(values.get(day)) for values in self._values)
            said = [" ".join(self._said.get(day, "").split())] if self._said else []
            lines.append("\t".join((date.fromordinal(day).isoformat(), *cells, *said)))
        return "\n".join(lines) + "\n"


class TwinTable(TableView):
    """Shows the model; Ctrl+C copies the selected days, or all of them where none is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Values by day"), parent)
        self._days = TwinModel(self)
        self.setModel(self._days)
        self.setAccessibleDescription(tr("Ctrl+C copies the selected days, or all days."))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED_ROWS)

    def show_series(self, series: Sequence[Series], events: Sequence[EventMark] = ()) -> None:
        """Show these series, and what happened."""
        self._days.show_series(series, events)
        if series:
            self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)

    def copy(self) -> int:
        """Put the selected days on the clipboard, or all; returns how many."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        rows = rows or list(range(self._days.rowCount()))
        QGuiApplication.clipboard().setText(self._days.as_text(rows))
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
