"""The month: which days were rated, trained and written about, and the way to each of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QSizePolicy, QTableView, QWidget

from nextrep.domain.text import tr
from nextrep.services.journal import MonthView
from nextrep.ui.journal.month_model import (
    WEEKDAYS,
    WEEKS,
    MonthModel,
    a_month_from,
    days_after,
    first_of_month,
    last_of_month,
)
from nextrep.ui.journal.month_paint import DayDelegate, WeekdayHeader
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import IconButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.day_text import month_text
from nextrep.ui.widgets.labels import CardTitle, Secondary

_STEPS: dict[Qt.Key, Callable[[int], int]] = {
    Qt.Key.Key_Left: partial(days_after, days=-1),
    Qt.Key.Key_Right: partial(days_after, days=1),
    Qt.Key.Key_Up: partial(days_after, days=-WEEKDAYS),
    Qt.Key.Key_Down: partial(days_after, days=WEEKDAYS),
    Qt.Key.Key_PageUp: partial(a_month_from, months=-1),
    Qt.Key.Key_PageDown: partial(a_month_from, months=1),
    Qt.Key.Key_Home: first_of_month,
    Qt.Key.Key_End: last_of_month,
}
"""Where each key goes from the chosen day."""


class MonthTable(QTableView):
    """The days. Arrows go to a neighbouring day, Page Up and Down to another month, also across its edge.

    Attributes:
        asked: emitted with the day (date ordinal) that the person wants to see.
    """

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._model = MonthModel()
        self._chosen = 0
        self.setModel(self._model)
        self.setItemDelegate(DayDelegate(self))
        self.setHorizontalHeader(WeekdayHeader(self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(px(33))
        self.setAccessibleName(tr("Days of the month"))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_month(self, month: int, marks: MonthView, today: int, chosen: int) -> None:
        """Show a month; see MonthModel."""
        self._chosen = chosen
        self._model.show_month(month, marks, today, chosen)
        index = self._model.index_of(chosen)
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def sizeHint(self) -> QSize:
        """Room for six weeks."""
        px = current_theme().px
        height = px(26) + WEEKS * px(33) + 2 * px(2)
        return QSize(px(260), height)

    def minimumSizeHint(self) -> QSize:
        """Narrow columns still hold two figures."""
        return QSize(current_theme().px(210), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another day."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self._chosen:
            event.ignore()
            return
        self.asked.emit(step(self._chosen))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the day under the pointer; one that is still to come is asked for too, and refused kindly."""
        mark = self._model.mark(self.indexAt(event.position().toPoint()))
        if mark is not None and event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit(mark.day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class MonthCard(Card):
    """A month with its name, the way to other months, and what its signs mean.

    Attributes:
        asked: emitted with the day that the person wants to see.
        turned: emitted with the first day of the month that the person wants to look at.
        table: the days.
    """

    asked = Signal(int)
    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.month = 0
        self._name = CardTitle()
        self._earlier = IconButton("chevron-left", tr("Month before"))
        self._later = IconButton("chevron-right", tr("Next month"))
        self.table = MonthTable()
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._name, 1)
        head.addWidget(self._earlier)
        head.addWidget(self._later)
        self.body.addLayout(head)
        self.add(self.table)
        self.add(Secondary(tr("Stronger colour is a better mood. • is a training day, a line is writing.")))
        self._earlier.clicked.connect(self._on_earlier)
        self._later.clicked.connect(self._on_later)
        self.table.asked.connect(self.asked)

    def show_month(self, month: int, marks: MonthView, today: int, chosen: int) -> None:
        """Show the month that begins on `month` (date ordinal)."""
        self.month = month
        self._name.setText(month_text(month))
        self._later.setEnabled(last_of_month(month) < today)
        self.table.show_month(month, marks, today, chosen)

    def _on_earlier(self) -> None:
        self.turned.emit(a_month_from(self.month, -1))

    def _on_later(self) -> None:
        self.turned.emit(a_month_from(self.month, 1))
