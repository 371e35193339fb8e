"""All events as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from nextrep.domain.events import Event, days_words, event_words
from nextrep.domain.text import tr

_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class EventModel(QAbstractTableModel):
    """One row for each event: when, what, and whether it may go into a report."""

    def __init__(self) -> None:
        super().__init__()
        self._events: tuple[Event, ...] = ()
        self._today = 1

    def show_events(self, events: Sequence[Event], today: int) -> None:
        """Show these events."""
        self.beginResetModel()
        self._events, self._today = tuple(events), today
        self.endResetModel()

    def event_at(self, row: int) -> Event | None:
        """Return the event of a row, None beyond them."""
        return self._events[row] if 0 <= row < len(self._events) else None

    def row_of(self, number: int) -> int:
        """Return the row of the event with this id, -1 for none."""
        return next((row for row, event in enumerate(self._events) if event.id == number), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many events."""
        return 0 if parent.isValid() else len(self._events)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """When, what, report."""
        return 0 if parent.isValid() else 3

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a cell says."""
        if not index.isValid() or role not in _SAID:
            return None
        event = self._events[index.row()]
        cells = (
            days_words(event, self._today),
            event_words(event),
            tr("yes") if event.in_report else tr("no"),
        )
        return cells[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("When"), tr("What"), tr("In reports"))[section]
