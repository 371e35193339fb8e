"""The entries in the list beside a day: the latest, or those that a search found."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from nextrep.domain.entry_search import Span, shown_line
from nextrep.domain.journal import Entry
from nextrep.domain.text import tr
from nextrep.services import entry_search
from nextrep.services.entry_search import Found
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.day_text import short_day_text
from nextrep.ui.widgets.rating import shown_value

PAGE = 100
"""Entries read at a time; the list reads on as the person scrolls."""
ENTRY_ROLE = Qt.ItemDataRole.UserRole
MOOD_ROLE = Qt.ItemDataRole.UserRole + 1
MARKS_ROLE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex


def mood_text(mood: int | None) -> str:
    """Return "mood 6", or "" where the mood of the day was not rated."""
    return "" if mood is None else tr("mood {value}", value=shown_value(mood))


def _same_places(one: Found, other: Found) -> bool:
    """Return whether the same entries stand in the same places, found by the same words."""
    if (one.words, one.part, len(one.rows)) != (other.words, other.part, len(other.rows)):
        return False
    return all(old[0].id == new[0].id for old, new in zip(one.rows, other.rows, strict=True))


class EntryModel(QAbstractListModel):
    """Entries, newest first."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._found = Found()
        self._lines: dict[int, tuple[str, tuple[Span, ...]]] = {}
        self._typed = ""
        self._limit = PAGE

    @property
    def instead(self) -> tuple[str, ...]:
        """The words that were taken where no entry has what was typed."""
        return self._found.instead

    def show_entries(self, typed: str) -> None:
        """Read the entries that have what was typed; "" for all of them.

        While somebody writes these are the same entries: only those that differ are painted again.
        """
        again = typed == self._typed
        if not again:
            self._limit = PAGE
        self._typed = typed
        found = self._read()
        if again and _same_places(self._found, found):
            before, self._found = self._found, found
            for row, (old, new) in enumerate(zip(before.rows, found.rows, strict=True)):
                if old != new:
                    self._lines.pop(new[0].id, None)
                    self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self._found = found
        self._lines.clear()
        self.endResetModel()

    def _read(self) -> Found:
        return entry_search.find(self._context.store, self._typed, self._limit)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there may be older ones."""
        return not parent.isValid() and len(self._found.rows) >= self._limit

    def fetchMore(self, parent: Index) -> None:
        """Read older ones."""
        if not self.canFetchMore(parent):
            return
        self._limit += PAGE
        found, before = self._read(), len(self._found.rows)
        if len(found.rows) > before:
            self.beginInsertRows(QModelIndex(), before, len(found.rows) - 1)
            self._found = found
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many were read."""
        return 0 if parent.isValid() else len(self._found.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line to show and what to mark in it, the entry, the mood of its day, and all of it in words."""
        if not index.isValid():
            return None
        entry, mood = self._found.rows[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == MOOD_ROLE:
            return mood
        if role == MARKS_ROLE:
            return self._line_of(entry)[1]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._line_of(entry)[0]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (self.day_of(entry), mood_text(mood), self._line_of(entry)[0])
            return ", ".join(part for part in parts if part)
        return None

    def _line_of(self, entry: Entry) -> tuple[str, tuple[Span, ...]]:
        """Return the line of an entry; it is asked for at each paint, and found once."""
        known = self._lines.get(entry.id)
        if known is None:
            known = shown_line(entry.text, self._found.words, self._found.part)
            self._lines[entry.id] = known
        return known

    def day_of(self, entry: Entry) -> str:
        """Return the day of an entry, "Sat 21 Nov"."""
        return short_day_text(entry.day, self._context.now().date().toordinal())
