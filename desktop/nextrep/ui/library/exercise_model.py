"""Exercises in a list: what a row says, and how it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QPainter

from nextrep.domain.exercise_words import summary
from nextrep.domain.exercises import Exercise
from nextrep.domain.text import tr
from nextrep.services.library import Entry
from nextrep.ui.theme.icons import pixmap
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.two_lines import LINE_ROLE, Index, TwoLineDelegate

EXERCISE_ROLE = Qt.ItemDataRole.UserRole
FAVOURITE_ROLE = Qt.ItemDataRole.UserRole + 2


class ExerciseModel(QAbstractListModel):
    """What was found, and below it what could be made of the words that were typed."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()
        self._drafts: Sequence[tuple[str, Exercise]] = ()

    def show_entries(self, entries: Sequence[Entry], drafts: Sequence[tuple[str, Exercise]] = ()) -> None:
        """Show exercises; `drafts` are those that would be made, each with the words to say so."""
        self.beginResetModel()
        self._entries, self._drafts = entries, drafts
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self._entries) + len(self._drafts)

    def row_of(self, key: str) -> int:
        """Return the row of the exercise of a key, -1 where it is not shown."""
        return next((row for row, entry in enumerate(self._entries) if entry.key == key), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name, a line about it, the exercise itself, and all of it in words."""
        if not index.isValid():
            return None
        if index.row() >= len(self._entries):
            return self._draft_data(index.row() - len(self._entries), role)
        entry = self._entries[index.row()]
        if role == EXERCISE_ROLE:
            return entry.exercise
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.exercise.name
        if role == LINE_ROLE:
            return _line(entry)
        if role == FAVOURITE_ROLE:
            return entry.favourite
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = (entry.exercise.name, _line(entry), tr("favourite") if entry.favourite else "")
            return ", ".join(word for word in words if word)
        return None

    def _draft_data(self, row: int, role: int) -> Any:
        words, exercise = self._drafts[row]
        if role == EXERCISE_ROLE:
            return exercise
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return words
        return None


def _line(entry: Entry) -> str:
    line = summary(entry.exercise)
    return tr("Mine · {facts}", facts=line) if entry.own else line


class ExerciseDelegate(TwoLineDelegate):
    """Paints an exercise: its name over a quieter line, a star at the end of a favourite."""

    def take_room(self, painter: QPainter, inner: QRect, index: Index) -> QRect:
        """Draw the star."""
        if not index.data(FAVOURITE_ROLE):
            return inner
        px = current_theme().px
        star, side = pixmap("star", "win", 14), px(14)
        painter.drawPixmap(inner.right() - side, inner.center().y() - side // 2, star)
        return inner.adjusted(0, 0, -side - px(6), 0)
