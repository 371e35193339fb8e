"""The page without an open session: what is next, the smallest start, and sessions to do again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.days import day_short, day_title
from nextrep.domain.text import tr
from nextrep.domain.units import Unit
from nextrep.services.program import PlannedView
from nextrep.services.session import SessionSummary
from nextrep.ui.session.controls import TallPrimary, TallSecondary
from nextrep.ui.session.words import sets_words, volume_words
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card, Divider, clear_layout
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, CardTitle, Muted, PageTitle, Secondary, SmallTitle, Strong
from nextrep.ui.widgets.page import ScrollPage

_WIDE = 900
"""Width from which the cards stand side by side, px at 100 %."""


class RepeatButton(TallSecondary):
    """Starts an earlier session again."""

    def __init__(self, session_id: int, title: str, day: str) -> None:
        super().__init__(tr("Repeat"))
        self.session_id = session_id
        self.setAccessibleName(tr("Repeat {title} of {day}", title=title, day=day))


class StartPage(ScrollPage):
    """Offers ways to start.

    Attributes:
        asked: emitted with the argument that `SessionScreen.open` takes.
        plan_asked: emitted when the person wants a plan.
        repeat_buttons: one for each earlier session shown.
    """

    asked = Signal(object)
    plan_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._planned_id: int | None = None
        self.repeat_buttons: list[RepeatButton] = []
        self._heading = SmallTitle(tr("Up next"))
        self._title = CardTitle()
        self._when = Muted()
        self._exercises = Body()
        self.start_button = TallPrimary("")
        self.one_set_button = TallSecondary(tr("Just one set"))
        self.free_button = TallSecondary(tr("Free session"))
        self.plan_button = TallSecondary(tr("Make a plan"))
        self.start_button.clicked.connect(self._on_start)
        self.one_set_button.clicked.connect(self._on_one_set)
        self.free_button.clicked.connect(self._on_free)
        self.plan_button.clicked.connect(self.plan_asked)
        self._recent_card = Card(tr("Do one again"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(4))
        self._recent_card.body.addLayout(self._rows)
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(px(16))
        self._cards.addWidget(self._next_card(), 1, Qt.AlignmentFlag.AlignTop)
        self._cards.addWidget(self._recent_card, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(PageTitle(tr("Session")))
        self.body.addLayout(self._cards)
        self.body.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards side by side where there is room."""
        super().resizeEvent(event)
        across = event.size().width() >= current_theme().px(_WIDE)
        self._cards.setDirection(
            QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        )

    def _next_card(self) -> Card:
        card = Card(roomy=True)
        for label in (self._heading, self._title, self._when, self._exercises):
            card.add(label)
        buttons = FlowLayout(spacing=12)
        for button in (self.start_button, self.one_set_button, self.free_button, self.plan_button):
            buttons.addWidget(button)
        card.body.addSpacing(current_theme().px(8))
        card.body.addLayout(buttons)
        card.add(
            Secondary(tr("One set counts as a session. A free session takes whatever you feel like doing."))
        )
        return card

    def show_next(self, planned: PlannedView | None, today: int) -> None:
        """Show what is planned next (None: nothing is); `today` is a date ordinal."""
        self._planned_id = planned.planned.id if planned is not None else None
        self._heading.setVisible(planned is not None)
        self._exercises.setVisible(planned is not None)
        self.one_set_button.setVisible(planned is not None)
        self.plan_button.setVisible(planned is None)
        if planned is None:
            self.start_button.setText(tr("Just one set"))
            self._title.setText(tr("A small start"))
            self._when.setText(tr("Nothing is planned. One set of bodyweight squats takes a minute."))
            return
        self.start_button.setText(tr("Start session"))
        self._title.setText(planned.planned.title)
        when = _when(planned.planned.day, today)
        self._when.setText(tr("{day} · about {n} min", day=when, n=planned.minutes))
        lines = [
            tr("{exercise} · {target}", exercise=exercise.name, target=target.text())
            for exercise, target in planned.exercises
        ]
        self._exercises.setText("\n".join(lines))

    def show_recent(self, sessions: Sequence[SessionSummary], unit: Unit) -> None:
        """Show the latest sessions, newest first."""
        clear_layout(self._rows)
        self.repeat_buttons = []
        self._recent_card.setVisible(bool(sessions))
        for index, session in enumerate(sessions):
            if index:
                self._rows.addWidget(Divider())
            self._rows.addLayout(self._row(session, unit))

    def _row(self, session: SessionSummary, unit: Unit) -> QHBoxLayout:
        facts = [day_title(session.day), sets_words(session.sets)]
        if session.grams:
            facts.append(volume_words(session.grams, unit))
        if session.duration_s:
            facts.append(tr("{n} min", n=max(1, round(session.duration_s / 60))))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Strong(session.title))
        words.addWidget(Secondary(" · ".join(facts)))
        button = RepeatButton(session.id, session.title, day_short(session.day))
        button.clicked.connect(self._on_repeat)
        self.repeat_buttons.append(button)
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(12))
        row.addLayout(words, 1)
        row.addWidget(button)
        return row

    def _on_start(self) -> None:
        if self._planned_id is None:
            self.asked.emit(("one_set", None))
        else:
            self.asked.emit(("start_planned", self._planned_id))

    def _on_one_set(self) -> None:
        self.asked.emit(("one_set", None))

    def _on_free(self) -> None:
        self.asked.emit(("free", None))

    def _on_repeat(self) -> None:
        button = self.sender()
        if isinstance(button, RepeatButton):
            self.asked.emit(("repeat", button.session_id))


def _when(day: int, today: int) -> str:
    """Return "Today", "Tomorrow" or the date; a day gone by says that it still waits."""
    if day == today:
        return tr("Today")
    if day == today + 1:
        return tr("Tomorrow")
    if day < today:
        return tr("Still open from {day}", day=day_title(day))
    return day_title(day)
