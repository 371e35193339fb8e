"""The history of an exercise beside its sets: the latest times, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.domain.units import Unit
from nextrep.services.history import Time
from nextrep.ui.library.history_words import estimate_words, sets_words
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.day_text import short_day_text
from nextrep.ui.widgets.focus_ring import draw_ring
from nextrep.ui.widgets.labels import Body, Muted, Secondary, SmallTitle
from nextrep.ui.widgets.page import ScrollPage, reveal


class HistoryRow(QFrame):
    """One time: its day, the best estimated 1RM, its sets, and what was written about it.

    Attributes:
        day, estimate, sets, note: the lines.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = SmallTitle(wrap=False)
        self.estimate = Secondary(wrap=False)
        self.sets = Body()
        self.note = Secondary()
        head = QHBoxLayout()
        head.addWidget(self.day, 1)
        head.addWidget(self.estimate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, current_theme().px(10))
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.sets)
        layout.addWidget(self.note)

    def show_time(self, time: Time, unit: Unit, today: int) -> None:
        """Show one time; `today` is a date ordinal."""
        self.day.setText(short_day_text(time.day, today))
        self.estimate.setText(tr("e1RM {load}", load=estimate_words(time.e1rm, unit)) if time.e1rm else "")
        self.estimate.setToolTip(tr("Estimated one-rep maximum of that day"))
        self.sets.setText(sets_words(time.drafts, unit))
        self.note.setText(time.note)
        self.note.setVisible(bool(time.note))

    def words(self) -> str:
        """Return all of it, to be read out."""
        parts = (self.day.text(), self.sets.text(), self.estimate.text(), self.note.text())
        return ", ".join(part for part in parts if part)


class HistoryCard(Card):
    """The card. It is one stop for Tab; the arrow keys scroll in it.

    Attributes:
        times: the part that scrolls, which takes the keyboard.
        rows: one for each time; those that are not needed are hidden.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.rows: list[HistoryRow] = []
        self.nothing = Muted(tr("The first time. What you do today will stand here."))
        self.times = _Times()
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.add(SmallTitle(tr("History")))
        self.add(self.nothing, 1)  # one of the two is shown, below the title
        self.add(self.times, 1)
        self.show_history((), Unit.KG, 1)

    def hasHeightForWidth(self) -> bool:
        """It scrolls, so its words ask for no height."""
        return False

    def show_history(self, times: Sequence[Time], unit: Unit, today: int) -> None:
        """Show the times of an exercise, the newest first.

        Args:
            times: as `services.history.history` gives them.
            unit: unit that loads are shown in.
            today: date ordinal; days of other years are shown with theirs.
        """
        while len(self.rows) < len(times):
            self.rows.append(HistoryRow())
            self.times.body.insertWidget(len(self.rows) - 1, self.rows[-1])
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(times))
            if index < len(times):
                row.show_time(times[index], unit, today)
        self.nothing.setVisible(not times)
        self.times.setVisible(bool(times))
        self.times.verticalScrollBar().setValue(0)
        self.times.setAccessibleDescription("\n".join(row.words() for row in self.rows[: len(times)]))

    def focus(self) -> None:
        """Put the keyboard on the times, and bring them into view."""
        self.times.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self)


class _Times(ScrollPage):
    """The times; with a ring while it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=False)
        px = current_theme().px
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("History of this exercise, the latest time first"))
        self.body.setContentsMargins(px(4), px(2), px(4), px(2))
        self.body.setSpacing(0)
        self.body.addStretch(1)
        self.setMinimumHeight(px(70))  # with title and margins it fits the least height of the card

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        super().paintEvent(event)
        draw_ring(self, current_theme().px(4))
