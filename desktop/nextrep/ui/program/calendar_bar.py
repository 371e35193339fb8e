"""Above the calendar: how much of it is shown, and which weeks."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from nextrep.domain.days import day_short, month_title
from nextrep.domain.program import WEEKDAYS
from nextrep.domain.text import tr
from nextrep.ui.program.calendar_model import CalendarModel
from nextrep.ui.program.week_room import Span
from nextrep.ui.widgets.buttons import IconButton, LinkButton
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Strong


class CalendarBar(QWidget):
    """Month or week, earlier, today, later, and what is in view.

    Attributes:
        span_chosen: emitted with a `Span`.
        turn_asked: emitted with -1 for earlier weeks or 1 for later ones.
        today_asked: the person wants to see today.
    """

    span_chosen = Signal(object)
    turn_asked = Signal(int)
    today_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.month, self.week = ChipButton(tr("Month"), checked=True), ChipButton(tr("Week"))
        self.month.setToolTip(tr("All weeks below each other"))
        self.week.setToolTip(tr("One week, with its exercises"))
        self._spans = QButtonGroup(self)
        for span, chip in ((Span.MONTH, self.month), (Span.WEEK, self.week)):
            self._spans.addButton(chip, list(Span).index(span))
        self.earlier = IconButton("chevron-left", tr("Earlier"))
        self.later = IconButton("chevron-right", tr("Later"))
        self.earlier.setToolTip(tr("Earlier (Ctrl+Page up)"))
        self.later.setToolTip(tr("Later (Ctrl+Page down)"))
        self.today = LinkButton(tr("Today"))
        self.today.setToolTip(tr("Go to today (T)"))
        self._label = Strong(wrap=False)
        flow = FlowLayout(self, spacing=4)
        for widget in (self.month, self.week, self.earlier, self.today, self.later, self._label):
            flow.addWidget(widget)
        self._spans.idClicked.connect(self._on_span)
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self.today.clicked.connect(self.today_asked)

    def show_rows(self, model: CalendarModel, rows: range) -> None:
        """Say which weeks are in view."""
        text = _rows_text(model, rows)
        if text != self._label.text():
            self._label.setText(text)
        self.earlier.setEnabled(rows.start > 0)
        self.later.setEnabled(rows.stop < model.rowCount())

    def _on_span(self, number: int) -> None:
        self.span_chosen.emit(list(Span)[number])

    def _on_earlier(self) -> None:
        self.turn_asked.emit(-1)

    def _on_later(self) -> None:
        self.turn_asked.emit(1)


def _rows_text(model: CalendarModel, rows: range) -> str:
    """Return "Week 6 · 12 Oct – 18 Oct" for one week, "October – November" for several."""
    if not rows:
        return ""
    first, last = model.monday(rows[0]), model.monday(rows[-1]) + WEEKDAYS - 1
    if len(rows) == 1:
        days = tr("{first} – {last}", first=day_short(first), last=day_short(last))
        if not model.week(rows[0]):
            return days
        return tr("{week} · {days}", week=model.week_title(rows[0]), days=days)
    months = (_month(first), _month(last))
    return months[0] if months[0] == months[1] else tr("{first} – {last}", first=months[0], last=months[1])


def _month(day: int) -> str:
    return month_title(date.fromordinal(day).month)
