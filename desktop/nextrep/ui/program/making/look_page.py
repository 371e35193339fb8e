"""The plan in words before it is made, its first day, and what becomes of the plan before it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from nextrep.domain.days import day_title
from nextrep.domain.text import tr, tr_n
from nextrep.services.handover import Overlap, Overlapping
from nextrep.ui.program.making.parts import QuestionPage
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.fields import FieldProblem
from nextrep.ui.widgets.labels import Body, Secondary, Strong
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.spin import DateBox

_WAYS = (Overlap.TAKE_OVER, Overlap.AFTER)


class LookPage(QuestionPage):
    """What would be made, what to look at in it, and the choice between two plans on the same days.

    Attributes:
        way_chosen: the person said what becomes of the plan before.
    """

    way_chosen = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(tr("Look over"), parent)
        self.start = DateBox(name=tr("First day"))
        self.start.setDate(QDate(today.year, today.month, today.day))
        self.start.setMaximumWidth(current_theme().px(180))
        self._asked_start = self.ask(tr("First day"), self.start)
        self._make_overlap()
        self._plan = Card()
        self.lines = Body()
        self._plan.add(Strong(tr("This would be your plan")))
        self._plan.add(self.lines)
        self.advice = InlineMessage(kind="warn", dismissable=False)
        self.trouble = InlineMessage(dismissable=False)
        for widget in (self.trouble, self.advice, self._plan):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.start.dateChanged.connect(self._on_changed)

    def _make_overlap(self) -> None:
        self._shared = Card()
        self._shared_title = Strong()
        self._shared.add(self._shared_title)
        self.ways = [QRadioButton(), QRadioButton(tr("Begin after it ends"))]
        self.ways[0].setText(tr("Take its place from then on"))
        self._group = QButtonGroup(self)
        self._words = [Secondary(), Secondary()]
        for index, way in enumerate(self.ways):
            self._group.addButton(way, index)
            self._shared.add(way)
            self._words[index].setContentsMargins(current_theme().px(32), 0, 0, 0)
            self._shared.add(self._words[index])
        self._shared_problem = FieldProblem()
        self._shared_problem.hide()
        self._shared.add(self._shared_problem)
        self._shared.hide()
        self.body.addWidget(self._shared)
        self._group.idClicked.connect(self._on_way)

    def first_day(self) -> date:
        """Return the first day on which a session may fall."""
        chosen = self.start.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def overlap(self) -> Overlap | None:
        """Return what becomes of the plan before; None where nobody was asked or has said."""
        index = self._group.checkedId()
        return _WAYS[index] if index >= 0 and not self._shared.isHidden() else None

    def show_overlap(self, found: Overlapping | None, first_day: int, *, goes_on: bool) -> None:
        """Ask about a plan that reaches into this one, which begins on `first_day` (date ordinal).

        Args:
            found: the plan before; None where the days are free.
            first_day: of the new plan.
            goes_on: the plan before has something to do before that day.
        """
        self._shared.setVisible(found is not None)
        if found is None:
            self._shared_problem.hide()
            return
        self._shared_title.setText(
            tr("{title} is on your calendar until {day}.", title=found.title, day=day_title(found.last_day))
        )
        leaves = tr_n(
            "{n} session of it, from {day} on, leaves the calendar. What you have done stays.",
            "{n} sessions of it, from {day} on, leave the calendar. What you have done stays.",
            found.sessions,
            day=day_title(first_day),
        )
        if goes_on:
            leaves = tr("{words} Until then it goes on.", words=leaves)
        after = tr(
            "This plan then starts in the week of {day}.", day=day_title(found.monday_after.toordinal())
        )
        for way, label, words in zip(self.ways, self._words, (leaves, after), strict=True):
            label.setText(words)
            way.setAccessibleDescription(words)

    def ask_overlap(self) -> QWidget:
        """Say that a choice is missing and return where it is made."""
        self._shared_problem.setText(tr("Choose one of the two."))
        self._shared_problem.show()
        return self.ways[0]

    def show_plan(self, lines: list[str], advice: list[str]) -> None:
        """Say what the plan would be and what to look at."""
        self.trouble.clear()
        self.lines.setText("\n".join(lines))
        self._plan.show()
        if advice:
            self.advice.show_message("\n".join(advice), "warn")
        else:
            self.advice.clear()

    def show_trouble(self, message: str) -> None:
        """Say why no plan can be made."""
        self._plan.hide()
        self._shared.hide()
        self.advice.clear()
        self.trouble.show_message(message, "error")

    def first_field(self) -> QWidget:
        """Begin with the choice between two plans where there is one, else with the first day."""
        return self.start if self._shared.isHidden() else self.ways[max(0, self._group.checkedId())]

    def _on_way(self, _index: int) -> None:
        self._shared_problem.hide()
        self.way_chosen.emit()
