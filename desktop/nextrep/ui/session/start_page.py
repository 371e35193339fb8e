"""The page without an open session: what is next, and every other way to begin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.session_template import SessionTemplate
from nextrep.domain.text import tr, tr_n
from nextrep.domain.units import Unit
from nextrep.services.program import PlannedView
from nextrep.services.session import SessionSummary
from nextrep.services.session_starts import Starts
from nextrep.ui.session.controls import TallLink, TallPrimary, TallSecondary
from nextrep.ui.session.start_rows import StartRow, TemplateRow
from nextrep.ui.session.words import sets_words, volume_words
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card, Divider, clear_layout
from nextrep.ui.widgets.day_text import short_day_text
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, CardTitle, Muted, PageTitle, Secondary, SmallTitle
from nextrep.ui.widgets.page import ScrollPage, reveal

_WIDE = 900
"""Width from which the cards stand side by side, px at 100 %."""
_NAMES_SHOWN = 3
"""So many exercises of a template are named."""


class StartPage(ScrollPage):
    """Offers ways to start. One button is the next thing to do, all others stand back.

    Attributes:
        asked: emitted with the argument that `SessionScreen.open` takes.
        plan_asked: emitted when the person wants a plan.
        rename_asked, delete_asked: emitted with the number of a template.
        other_rows, repeat_rows, template_rows: the lines shown.
        log_button, past_button, bin_button: lead to a session of another day, to all sessions, to the bin.
    """

    asked = Signal(object)
    plan_asked = Signal()
    rename_asked = Signal(int)
    delete_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._planned_id: int | None = None
        self.other_rows: list[StartRow] = []
        self.repeat_rows: list[StartRow] = []
        self.template_rows: list[TemplateRow] = []
        self._heading = SmallTitle(tr("Up next"))
        self._title = CardTitle()
        self._when = Muted()
        self._exercises = Body()
        self.start_button = TallPrimary("")
        self.one_set_button = TallSecondary(tr("Just one set"))
        self.free_button = TallSecondary(tr("Free session"))
        self.plan_button = TallSecondary(tr("Make a plan"))
        self.log_button = TallLink(tr("Log another day…"))
        self.past_button = TallLink(tr("All sessions…"))
        self.bin_button = TallLink("")
        self.start_button.clicked.connect(self._on_start)
        self.one_set_button.clicked.connect(self._on_one_set)
        self.free_button.clicked.connect(self._on_free)
        self.plan_button.clicked.connect(self.plan_asked)
        self._others_card, self._others = _list_card(tr("Also planned"))
        self._again_card, self._again = _list_card(tr("Do one again"))
        self._templates_card, self._templates = _list_card(tr("Templates"))
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(px(16))
        self._right = _column(self._again_card, self._templates_card)
        self._cards.addWidget(_column(self._next_card(), self._others_card), 1, Qt.AlignmentFlag.AlignTop)
        self._cards.addWidget(self._right, 1, Qt.AlignmentFlag.AlignTop)
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        links = QHBoxLayout()
        links.setSpacing(px(4))
        for button in (self.log_button, self.past_button, self.bin_button):
            links.addWidget(button)
        links.addStretch(1)
        self._head.addWidget(PageTitle(tr("Session")), 1)
        self._head.addLayout(links)
        self.body.addLayout(self._head)
        self.body.addLayout(self._cards)
        self.body.addStretch(1)
        beginning = (self.start_button, self.one_set_button, self.free_button, self.plan_button)
        for one, other in pairwise((*beginning, self.log_button, self.past_button, self.bin_button)):
            QWidget.setTabOrder(one, other)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards side by side where there is room."""
        super().resizeEvent(event)
        across = event.size().width() >= current_theme().px(_WIDE)
        for layout in (self._head, self._cards):
            layout.setDirection(
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

    def focus(self) -> None:
        """Put the keyboard on the next thing to do, and bring it into view."""
        self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self.start_button)

    def show_starts(self, starts: Starts, unit: Unit, today: int) -> None:
        """Show what can be begun with; `today` is a date ordinal."""
        self._show_next(starts.next_up, today)
        self.plan_button.setVisible(not starts.has_plan)
        self.other_rows = [_other_row(one, today) for one in starts.others]
        self.repeat_rows = [_repeat_row(one, unit, today) for one in starts.recent]
        self.template_rows = [_template_row(one) for one in starts.templates]
        for card, layout, rows in (
            (self._others_card, self._others, self.other_rows),
            (self._again_card, self._again, self.repeat_rows),
            (self._templates_card, self._templates, self.template_rows),
        ):
            _fill(layout, rows)
            card.setVisible(bool(rows))
            for row in rows:
                row.asked.connect(self.asked)
        for row in self.template_rows:
            row.rename_asked.connect(self.rename_asked)
            row.delete_asked.connect(self.delete_asked)
        self._right.setVisible(bool(starts.recent or starts.templates))
        self.past_button.setVisible(bool(starts.recent))
        self.bin_button.setVisible(bool(starts.binned))
        self.bin_button.setText(tr("Bin ({n})…", n=starts.binned))

    def _show_next(self, planned: PlannedView | None, today: int) -> None:
        self._planned_id = planned.planned.id if planned is not None else None
        self._heading.setVisible(planned is not None)
        self._exercises.setVisible(planned is not None)
        self.one_set_button.setVisible(planned is not None)
        if planned is None:
            self.start_button.setText(tr("Just one set"))
            self._title.setText(tr("A small start"))
            self._when.setText(tr("Nothing is planned. One set of bodyweight squats takes a minute."))
            return
        self.start_button.setText(tr("Start session"))
        self._title.setText(planned.planned.title)
        self._when.setText(_planned_facts(planned, today))
        lines = [
            tr("{exercise} · {target}", exercise=exercise.name, target=target.text())
            for exercise, target in planned.exercises
        ]
        self._exercises.setText("\n".join(lines))

    def _on_start(self) -> None:
        if self._planned_id is None:
            self.asked.emit(("one_set", None))
        else:
            self.asked.emit(("start_planned", self._planned_id))

    def _on_one_set(self) -> None:
        self.asked.emit(("one_set", None))

    def _on_free(self) -> None:
        self.asked.emit(("free", None))


def _list_card(title: str) -> tuple[Card, QVBoxLayout]:
    """Return a card for lines, and the layout that takes them."""
    card, rows = Card(title), QVBoxLayout()
    rows.setSpacing(current_theme().px(4))
    card.body.addLayout(rows)
    return card, rows


def _column(*cards: Card) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current_theme().px(16))
    for card in cards:
        layout.addWidget(card)
    return column


def _fill(layout: QVBoxLayout, rows: Sequence[QWidget]) -> None:
    clear_layout(layout)
    for index, row in enumerate(rows):
        if index:
            layout.addWidget(Divider())
        layout.addWidget(row)


def _other_row(one: PlannedView, today: int) -> StartRow:
    title, day = one.planned.title, short_day_text(one.planned.day, today)
    words = tr("Start"), tr("Start {title} of {day}", title=title, day=day)
    return StartRow(("start_planned", one.planned.id), title, _planned_facts(one, today), words)


def _repeat_row(one: SessionSummary, unit: Unit, today: int) -> StartRow:
    day = short_day_text(one.day, today)
    facts = [day, sets_words(one.sets)]
    if one.grams:
        facts.append(volume_words(one.grams, unit))
    if one.duration_s:
        facts.append(tr("{n} min", n=max(1, round(one.duration_s / 60))))
    words = tr("Repeat"), tr("Repeat {title} of {day}", title=one.title, day=day)
    return StartRow(("repeat", one.id), one.title, " · ".join(facts), words)


def _template_row(one: SessionTemplate) -> TemplateRow:
    names = [row.exercise.name for row in one.rows[:_NAMES_SHOWN]]
    left = len(one.rows) - len(names)
    if left:
        names.append(tr_n("{n} more", "{n} more", left))
    return TemplateRow(one.id, one.title, ", ".join(names))


def _planned_facts(one: PlannedView, today: int) -> str:
    when = _when(one.planned.day, today)
    return tr("{day} · about {n} min", day=when, n=one.minutes)


def _when(day: int, today: int) -> str:
    """Return "Today", "Tomorrow" or the date; a day gone by says that it still waits."""
    if day == today:
        return tr("Today")
    if day == today + 1:
        return tr("Tomorrow")
    if day < today:
        return tr("Still open from {day}", day=short_day_text(day, today))
    return short_day_text(day, today)
