"""The days of a month as a table of weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from nextrep.domain.series import monday_of
from nextrep.domain.text import tr
from nextrep.services.journal import MonthView
from nextrep.ui.widgets.day_text import date_text
from nextrep.ui.widgets.rating import shown_value

WEEKS, WEEKDAYS = 6, 7
MARK_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class DayMark:
    """What the calendar shows of one day. `mood` is 0-100, None where it was not rated."""

    day: int
    mood: int | None
    trained: bool
    written: bool
    today: bool
    chosen: bool
    future: bool

    def words(self) -> str:
        """Return for example "22 November, mood 6, trained, written"."""
        parts = [date_text(self.day)]
        if self.today:
            parts.append(tr("today"))
        if self.mood is not None:
            parts.append(tr("mood {value}", value=shown_value(self.mood)))
        if self.trained:
            parts.append(tr("trained"))
        if self.written:
            parts.append(tr("written"))
        if self.future:
            parts.append(tr("still to come"))
        return ", ".join(parts)


def first_of_month(day: int) -> int:
    """Return the first day (date ordinal) of the month of `day`."""
    return date.fromordinal(day).replace(day=1).toordinal()


def last_of_month(day: int) -> int:
    """Return the last day (date ordinal) of the month of `day`."""
    return first_of_month(first_of_month(day) + 31) - 1


def a_month_from(day: int, months: int) -> int:
    """Return the same day of a neighbouring month, or its last one; `months` is 1 or -1."""
    first = first_of_month(day)
    other = last_of_month(day) + 1 if months > 0 else first_of_month(first - 1)
    return min(other + day - first, last_of_month(other))


def days_after(day: int, days: int) -> int:
    """Return the date ordinal `days` later; the first day there is stays the first."""
    return max(1, day + days)


def _differing(one: MonthView, other: MonthView) -> set[int]:
    """Return the days whose marks are not the same."""
    moods = {day for day, _mood in one.mood.items() ^ other.mood.items()}
    return moods | (one.trained ^ other.trained) | (one.written ^ other.written)


class MonthModel(QAbstractTableModel):
    """Six weeks from Monday to Sunday; days of other months are blank."""

    def __init__(self) -> None:
        super().__init__()
        self._month = self._start = self._today = self._chosen = 0
        self._marks = MonthView({}, frozenset(), frozenset())

    def show_month(self, month: int, marks: MonthView, today: int, chosen: int) -> None:
        """Show the month that begins on `month`; all days are date ordinals.

        While somebody writes nothing or one day changes: only what is other than before is painted again.
        """
        if (month, today, chosen) == (self._month, self._today, self._chosen):
            before, self._marks = self._marks, marks
            for index in filter(QModelIndex.isValid, map(self.index_of, _differing(before, marks))):
                self.dataChanged.emit(index, index)
            return
        self.beginResetModel()
        self._month, self._start = month, monday_of(month)
        self._marks, self._today, self._chosen = marks, today, chosen
        self.endResetModel()

    def index_of(self, day: int) -> QModelIndex:
        """Return where a day stands; invalid when it is in another month."""
        if first_of_month(day) != self._month:
            return QModelIndex()
        return self.index(*divmod(day - self._start, WEEKDAYS))

    def mark(self, index: Index) -> DayMark | None:
        """Return what a cell shows; None when it is blank."""
        if not index.isValid() or not self._month:
            return None
        day = self._start + index.row() * WEEKDAYS + index.column()
        if first_of_month(day) != self._month:
            return None
        return DayMark(
            day=day,
            mood=self._marks.mood.get(day),
            trained=day in self._marks.trained,
            written=day in self._marks.written,
            today=day == self._today,
            chosen=day == self._chosen,
            future=day > self._today,
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Six weeks."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Seven days."""
        return 0 if parent.isValid() else WEEKDAYS

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Days that are there can be chosen."""
        mark = self.mark(index)
        if mark is None or mark.future:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The number of the day, its marks, and both in words."""
        mark = self.mark(index)
        if mark is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(date.fromordinal(mark.day).day)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return mark.words()
        return mark if role == MARK_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Weekdays: a letter to see, the name to hear."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return QLocale().standaloneDayName(section + 1, QLocale.FormatType.NarrowFormat)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return QLocale().standaloneDayName(section + 1, QLocale.FormatType.LongFormat)
        return None
