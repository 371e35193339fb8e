"""Journal entries that can be ticked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nextrep.domain.days import day_title
from nextrep.domain.text import tr
from nextrep.services.report_wishes import OfferedEntry
from nextrep.ui.widgets.day_text import short_day_text

OFFERED_ROLE = Qt.ItemDataRole.UserRole
DAY_ROLE = Qt.ItemDataRole.UserRole + 1
_LINE = 120
"""Characters of an entry that are looked at for its line in the list."""
Index = QModelIndex | QPersistentModelIndex


class EntriesModel(QAbstractListModel):
    """One row for each entry, oldest first: its tick, its day and how it begins."""

    def __init__(
        self,
        offered: Sequence[OfferedEntry],
        chosen: Sequence[int],
        today: int,
        parent: QObject | None = None,
    ) -> None:
        """Make the rows; `chosen` are the ids that are ticked, `today` is a date ordinal."""
        super().__init__(parent)
        self._rows = tuple(offered)
        self._ticked = set(chosen) & {one.entry.id for one in offered}
        self._today = today

    def ticked(self) -> tuple[int, ...]:
        """Return the ids of what is ticked, oldest entry first."""
        return tuple(one.entry.id for one in self._rows if one.entry.id in self._ticked)

    def ticked_with_word(self) -> int:
        """Return how many of those hold a word to be careful with."""
        return sum(one.with_word for one in self._rows if one.entry.id in self._ticked)

    def tick_all(self, *, ticked: bool) -> None:
        """Tick all of them or none."""
        self._ticked = {one.entry.id for one in self._rows} if ticked else set()
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many entries there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, the tick, the entry and its day in words."""
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            begins = " ".join(one.entry.text[:_LINE].split())
            return tr("{day}: {begins}", day=short_day_text(one.entry.day, self._today), begins=begins)
        if role == Qt.ItemDataRole.CheckStateRole:
            on = one.entry.id in self._ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == OFFERED_ROLE:
            return one
        return day_title(one.entry.day, with_year=True) if role == DAY_ROLE else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick an entry, or take its tick away."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        number = self._rows[index.row()].entry.id
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(number)
        else:
            self._ticked.discard(number)
        self.dataChanged.emit(index, index)
        return True
