"""What else can be said about a day: only what the person wants to be asked for, all of it optional."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.changes import Outcome
from nextrep.domain.day_context import DayContext, check_weight
from nextrep.domain.day_topics import AMOUNTS, YES_NO, Topic, topic_title
from nextrep.domain.text import tr
from nextrep.domain.units import Load, parse_load
from nextrep.services import day_context, preferences
from nextrep.services.day_context import DayContextView
from nextrep.ui.journal.pain_field import PainField
from nextrep.ui.journal.topics_dialog import TopicsDialog
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.amount_field import FIELD_WIDTH, AmountField
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.fields import FieldProblem, NumberField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary, SmallTitle
from nextrep.ui.widgets.screen import Screen
from nextrep.ui.widgets.yes_no_chip import YesNoChip


class AboutDay(QWidget):
    """Yes-or-no chips, amounts, pain and weight. Each change is kept at once.

    Attributes:
        kept: emitted after a change.
        chips, amounts: by topic.
        choose: opens the dialog in which the person says what they want to be asked for.
    """

    kept = Signal()

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self._day = 0
        self.chips = {topic: YesNoChip(topic_title(topic)) for topic in YES_NO}
        self.amounts = {topic: AmountField(topic) for topic in AMOUNTS}
        self.pain = PainField()
        self.weight = NumberField(self._parse_weight, Load.text, name=topic_title(Topic.BODY_WEIGHT))
        self.weight.setPlaceholderText(tr("–"))
        self.weight.setFixedWidth(current_theme().px(FIELD_WIDTH))
        self._weight_row = _named(topic_title(Topic.BODY_WEIGHT), self.weight)
        self._problem = FieldProblem()
        self._problem.hide()
        self._rest = Secondary(tr("Rest counts too."))
        self.choose = LinkButton(tr("What to note"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = current_theme().px
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(SmallTitle(tr("About this day")), 1)
        head.addWidget(self.choose)
        chips, amounts = FlowLayout(spacing=4), FlowLayout(spacing=8)
        for chip in self.chips.values():
            chips.addWidget(chip)
        for amount in (*self.amounts.values(), self._weight_row, self.pain):
            amounts.addWidget(amount)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addLayout(head)
        layout.addLayout(chips)
        layout.addLayout(amounts)
        for widget in (self._rest, self._problem):
            layout.addWidget(widget)

    def _connect(self) -> None:
        for topic, chip in self.chips.items():
            chip.valueChanged.connect(partial(self._on_fact, topic))
        for topic, amount in self.amounts.items():
            amount.valueChanged.connect(partial(self._on_fact, topic))
            amount.field.problemChanged.connect(self._show_problem)
        self.weight.valueChanged.connect(self._on_weight)
        self.weight.problemChanged.connect(self._show_problem)
        self.pain.given.connect(self._on_pain)
        self.choose.clicked.connect(self.open_topics)

    def show_view(self, view: DayContextView) -> None:
        """Show what was said about a day; what is just being typed on the same day stays."""
        context = view.context
        if context.day != self._day:
            self._day = context.day
            self.pain.clear()
            self._show_problem("")
        for topic, chip in self.chips.items():
            chip.setVisible(topic in view.topics)
            chip.setValue(context.facts.get(topic))
        for topic, amount in self.amounts.items():
            amount.setVisible(topic in view.topics)
            amount.setValue(context.facts.get(topic))
        self.pain.setVisible(Topic.PAIN in view.topics)
        self.pain.show_pain(context.pain, view.places)
        self._weight_row.setVisible(Topic.BODY_WEIGHT in view.topics)
        if self.weight.value() != context.weight:
            self.weight.setValue(context.weight)
        self._rest.setVisible(context.may_offer_rest)

    def flush(self) -> None:
        """Keep what is typed and not kept yet."""
        for field in (*(amount.field for amount in self.amounts.values()), self.weight):
            if field.isVisible():
                field.commit()

    def open_topics(self) -> TopicsDialog:
        """Open the dialog."""
        dialog = TopicsDialog(self._screen, self)
        dialog.chosen.connect(self.kept)
        dialog.open()
        return dialog

    def _on_fact(self, topic: Topic, value: int | None) -> None:
        context = self._screen.context
        self._run(partial(day_context.set_fact, context.store, self._day, topic, value, context.now()))

    def _on_weight(self, weight: Load | None) -> None:
        context = self._screen.context
        self._run(partial(day_context.set_weight, context.store, self._day, weight, context.now()))

    def _on_pain(self, place: str, level: int | None) -> None:
        context = self._screen.context
        call = partial(day_context.set_pain, context.store, self._day, place, level, context.now())
        if context.operate.run(call, initiator=self._screen, on_error=self._on_pain_problem) is not None:
            self.pain.clear()
            self.kept.emit()

    def _on_pain_problem(self, message: str, _field: str = "") -> None:
        self.pain.show_problem(message)

    def _run(self, call: partial[Outcome[DayContext]]) -> None:
        done = self._screen.context.operate.run(call, initiator=self._screen, on_error=self._on_problem)
        if done is not None:
            self.kept.emit()

    def _on_problem(self, message: str, _field: str = "") -> None:
        self._show_problem(message)

    def _show_problem(self, message: str) -> None:
        self._problem.setText(message)
        self._problem.setVisible(bool(message))

    def _parse_weight(self, text: str) -> Load | None:
        kept = self.weight.value()
        if isinstance(kept, Load) and text == kept.text():
            return kept  # what is shown is rounded
        typed = parse_load(text, preferences.unit(self._screen.context.store))
        return check_weight(typed) if typed is not None else None


def _named(title: str, field: QWidget) -> QWidget:
    """Return a field with its name before it."""
    px = current_theme().px
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(px(4), 0, 0, 0)
    layout.setSpacing(px(4))
    label = Secondary(title, wrap=False)
    label.setBuddy(field)
    layout.addWidget(label)
    layout.addWidget(field)
    return row
