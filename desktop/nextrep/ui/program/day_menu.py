"""Where a session may go: menus of days and of sessions."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCalendarWidget, QDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from nextrep.domain.days import day_title
from nextrep.domain.program import WEEKDAYS
from nextrep.domain.text import tr
from nextrep.ui.program.tiles import Tile
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.month_dress import dress_month

_WEEKS_OFFERED = 2


class MoveMenu(QMenu):
    """The days of this week and the next, and any other day.

    Attributes:
        day_chosen: emitted with a date ordinal.
        other_asked: the person wants to choose among all days.
    """

    day_chosen = Signal(int)
    other_asked = Signal()

    def __init__(self, title: str, tile: Tile, tiles: list[Tile], today: int, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setAccessibleName(self.title())
        monday = tile.day - (tile.day - 1) % WEEKDAYS
        there = {other.day: other.title for other in tiles if other.key != tile.key}
        for day in range(monday, monday + WEEKDAYS * _WEEKS_OFFERED):
            if day == tile.day:
                continue
            if (day - monday) == WEEKDAYS:
                self.addSeparator()
            text = day_title(day)
            if day == today:
                text = tr("{day} (today)", day=text)
            if day in there:
                text = tr("{day}: {session} is there", day=text, session=there[day])
            action = self.addAction(text)
            action.setData(day)
        self.addSeparator()
        self._other = self.addAction(tr("Another day…"))
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self, action: QAction) -> None:
        if action is self._other:
            self.other_asked.emit()
        else:
            self.day_chosen.emit(int(action.data()))


class SwapMenu(QMenu):
    """The open sessions that a session may change places with.

    Attributes:
        chosen: emitted with the id of the other planned session.
    """

    chosen = Signal(int)

    def __init__(self, tile: Tile, tiles: list[Tile], parent: QWidget) -> None:
        super().__init__(tr("Swap {title} with", title=tile.title), parent)
        self.setAccessibleName(self.title())
        others = [other for other in tiles if other.movable and other.key != tile.key]
        others.sort(key=lambda other: (abs(other.day - tile.day), other.day))
        for other in sorted(others[:_SWAPS_OFFERED], key=lambda one: one.day):
            action = self.addAction(tr("{session}, {day}", session=other.title, day=day_title(other.day)))
            action.setData(other.id)
        if not others:
            self.addAction(tr("No other session is open.")).setEnabled(False)
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(int(action.data()))


_SWAPS_OFFERED = 8


class DayDialog(QDialog):
    """Any day, on a calendar of months.

    Attributes:
        day_chosen: emitted with a date ordinal.
    """

    day_chosen = Signal(int)

    def __init__(self, title: str, day: int, parent: QWidget, take: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        px = current_theme().px
        self.setWindowTitle(tr("Choose a day"))
        self._calendar = QCalendarWidget()
        self._calendar.setAccessibleName(title)
        dress_month(self._calendar)
        self._calendar.setSelectedDate(_qdate(day))
        self._calendar.activated.connect(self._on_activated)
        self.take = PrimaryButton(take or tr("Move here"))
        self.take.setDefault(True)
        self.take.clicked.connect(self._on_take)
        leave = SecondaryButton(tr("Cancel"))
        leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(16), px(16), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(self._calendar)
        layout.addLayout(row)

    def set_day(self, day: int) -> None:
        """Put the mark on a date ordinal."""
        self._calendar.setSelectedDate(_qdate(day))

    def _on_activated(self, _date: QDate) -> None:
        self._on_take()

    def _on_take(self) -> None:
        chosen = self._calendar.selectedDate()
        self.accept()
        self.day_chosen.emit(_EPOCH.daysTo(chosen) + 1)


_EPOCH = QDate(1, 1, 1)
"""The day whose ordinal is 1."""


def _qdate(day: int) -> QDate:
    return _EPOCH.addDays(day - 1)
