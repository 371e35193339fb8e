"""All sessions of the past as a list: what a row says, and the month beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView

from nextrep.domain.text import tr
from nextrep.services.session_list import Held, Outline
from nextrep.ui.session.words import sets_words
from nextrep.ui.theme.theme import SECONDARY, current_theme
from nextrep.ui.widgets.day_text import month_text, short_day_text
from nextrep.ui.widgets.two_lines import LINE_ROLE, Index, TwoLineDelegate

MONTH_ROLE = Qt.ItemDataRole.UserRole + 2
"""The month of a session in words."""
_CHUNK = 64
"""So many sessions are asked for at once what they hold, as they come into view."""

ReadHeld = Callable[[Sequence[int]], Mapping[int, Held]]


class PastModel(QAbstractListModel):
    """Sessions from the newest on. What they hold is read when a row is first looked at."""

    def __init__(self, read_held: ReadHeld) -> None:
        super().__init__()
        self._read_held = read_held
        self._sessions: Sequence[Outline] = ()
        self._held: dict[int, Held] = {}
        self._today = 0

    def show_sessions(self, sessions: Sequence[Outline], today: int) -> None:
        """Show sessions; `today` is a date ordinal."""
        self.beginResetModel()
        self._sessions, self._held, self._today = sessions, {}, today
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self._sessions)

    def session(self, row: int) -> Outline | None:
        """Return the session of a row."""
        return self._sessions[row] if 0 <= row < len(self._sessions) else None

    def row_of(self, session_id: int) -> int:
        """Return the row of a session, -1 where it is not shown."""
        return next((row for row, one in enumerate(self._sessions) if one.id == session_id), -1)

    def month_from(self, row: int, step: int) -> int:
        """Return the first row of the month before (1) or after (-1) that of a row; an end has no further."""
        months = [_month(one) for one in self._sessions]
        if not 0 <= row < len(months):
            return -1
        first = months.index(months[row])
        if step < 0:
            return months.index(months[first - 1]) if first == row and first else first
        return next((at for at in range(row, len(months)) if months[at] != months[row]), len(months) - 1)

    def starts_month(self, row: int) -> bool:
        """Tell whether a row is the first of its month."""
        return row == 0 or _month(self._sessions[row]) != _month(self._sessions[row - 1])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name, a line about it, its month, and all of it in words."""
        if not index.isValid():
            return None
        one = self._sessions[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.title
        if role == LINE_ROLE:
            return self._line(index.row())
        if role == MONTH_ROLE:
            return month_text(one.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{title}, {facts}", title=one.title, facts=self._line(index.row()))
        return None

    def _line(self, row: int) -> str:
        one = self._sessions[row]
        held = self._held_by(row)
        parts = [short_day_text(one.day, self._today), sets_words(held.sets)]
        if one.duration_s:
            parts.append(tr("{n} min", n=max(1, round(one.duration_s / 60))))
        if held.exercises:
            parts.append(", ".join(held.exercises))
        return " · ".join(parts)

    def _held_by(self, row: int) -> Held:
        number = self._sessions[row].id
        if number not in self._held:
            start = row - row % _CHUNK
            self._held.update(self._read_held([one.id for one in self._sessions[start : start + _CHUNK]]))
        return self._held[number]


def _month(one: Outline) -> tuple[int, int]:
    day = date.fromordinal(one.day)
    return day.year, day.month


class PastDelegate(TwoLineDelegate):
    """Paints a session, and its month at the left where it begins or at the top of the view."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view, least=52)
        self._view = view

    def take_room(self, painter: QPainter, inner: QRect, index: Index) -> QRect:
        """Draw the month."""
        theme = current_theme()
        font = theme.font(SECONDARY, 600)
        width = QFontMetrics(font).horizontalAdvance(tr("September 2000")) + theme.px(16)
        model = index.model()
        first = self._view.indexAt(QPoint(1, 1)).row() == index.row()
        if isinstance(model, PastModel) and (first or model.starts_month(index.row())):
            painter.setFont(font)
            painter.setPen(theme.color("muted"))
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(
                QRect(inner.left(), inner.top(), width, inner.height()), align, index.data(MONTH_ROLE)
            )
        return inner.adjusted(width, 0, 0, 0)
