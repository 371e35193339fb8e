"""A few questions about the person's week, and the plan that follows from the answers, in words."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from nextrep.domain.days import weekday_short, weekday_title
from nextrep.domain.equipment import level_title
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Level
from nextrep.domain.program import MAX_MINUTES, MIN_MINUTES, WEEKDAYS, Answers, Program
from nextrep.domain.text import tr
from nextrep.services import plan_preview, program
from nextrep.ui.program.equipment_field import EquipmentField
from nextrep.ui.program.plan_words import plan_lines
from nextrep.ui.program.program_field import ProgramField
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, Muted, PageTitle, Secondary, SmallTitle, Strong
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.spin import DateBox, SpinBox

_LATER = (2, 3, 4)


class PlanDialog(QDialog):
    """Every question has an answer already, so that Enter alone makes a plan.

    Attributes:
        made: a plan was made.
    """

    made = Signal()

    def __init__(self, context: Context, followed: Program | None, parent: QWidget | None = None) -> None:
        """Make the dialog.

        Args:
            context: the way to everything outside.
            followed: the program that is followed now; None before there is one.
            parent: the screen it belongs to.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._again = followed is not None
        self.setWindowTitle(tr("Adjust to my week") if self._again else tr("Make a plan"))
        self._make_fields()
        self._lay_out()
        self.program.choose(followed.template if followed else program.TEMPLATE)
        self._show_answers(followed.answers if followed else Answers())
        self._show_questions()
        self._connect()
        self._show_preview()

    def answers(self) -> Answers:
        """Return what the person said."""
        return Answers(
            weekdays=tuple(day for day, chip in enumerate(self.days) if chip.isChecked()),
            equipment=self.equipment.items(),
            experience=tuple(Level)[self.levels.checkedId()],
            minutes=self.minutes.value(),
            sessions_later=_LATER[self.later.checkedId()],
        )

    def show_error(self, message: str, field: str = "") -> None:
        """Say at the summary what keeps the plan from being made."""
        self._problem.show_message(message, "error")
        self._summary.hide()
        target = {"weekdays": self.days[0], "equipment": self.equipment.presets[0], "minutes": self.minutes}
        if field in target and self.make.hasFocus():
            target[field].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fields(self) -> None:
        self.program = ProgramField(program.templates())
        self.days = [ChipButton(weekday_short(day), mark=True) for day in range(WEEKDAYS)]
        for day, chip in enumerate(self.days):
            chip.setAccessibleName(weekday_title(day))
        self.equipment = EquipmentField()
        self.levels, self._level_row = _choice([level_title(level) for level in Level], self)
        self.later, self._later_row = _choice([str(n) for n in _LATER], self)
        for n, choice in zip(_LATER, self.later.buttons(), strict=True):
            choice.setAccessibleName(tr("{n} sessions a week from week 9 on", n=n))
        low, high, usual = MIN_MINUTES, MAX_MINUTES, Answers().minutes
        self.minutes = SpinBox(low, high, usual, tr(" min"), name=tr("Minutes for one session"))
        self.minutes.setSingleStep(5)
        self.start = DateBox(name=tr("First day"))
        today = self._context.now().date()
        self.start.setDate(QDate(today.year, today.month, today.day))
        self.make = PrimaryButton(tr("Make my plan"))
        self.make.setDefault(True)
        self._leave = SecondaryButton(tr("Cancel"))

    def _lay_out(self) -> None:
        px = current_theme().px
        page = ScrollPage()
        page.body.setSpacing(px(14))
        page.body.addWidget(PageTitle(tr("Your week")))
        intro = (
            tr("The new plan begins with week 1. What you have trained stays in your log.")
            if self._again
            else tr("Each question has an answer already. Change what does not fit.")
        )
        page.body.addWidget(Muted(intro))
        days = FlowLayout(spacing=4)
        for chip in self.days:
            days.addWidget(chip)
        self._days_asked = _question(tr("Which days suit you?"), _holder(days))
        page.body.addWidget(_question(tr("Which program?"), self.program))
        page.body.addWidget(self._days_asked)
        page.body.addWidget(_question(tr("What is at hand?"), self.equipment))
        page.body.addWidget(_question(tr("How long have you trained with weights?"), self._level_row))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(12))
        self._minutes_asked = _question(tr("Minutes for one session"), self.minutes)
        self._later_asked = _question(tr("Sessions a week from week 9 on"), self._later_row)
        grid.addWidget(self._minutes_asked, 0, 0)
        grid.addWidget(_question(tr("First day"), self.start), 0, 1)
        grid.addWidget(self._later_asked, 0, 2)
        grid.setColumnStretch(3, 1)
        page.body.addLayout(grid)
        self._summary = Card()
        self._lines = Body()
        self._summary.add(Strong(tr("This would be your plan")))
        self._summary.add(self._lines)
        self._problem = InlineMessage(dismissable=False)
        page.body.addWidget(self._summary)
        page.body.addWidget(self._problem)
        page.body.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(24), px(12), px(24), px(16))
        foot.setSpacing(px(12))
        foot.addWidget(
            Secondary(tr("General training advice. It complements treatment and never replaces it.")), 1
        )
        foot.addWidget(self._leave)
        foot.addWidget(self.make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(page, 1)
        layout.addLayout(foot)
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.sizeHint()
        self.resize(min(px(720), room.width()), min(px(640), room.height()))

    def _show_answers(self, answers: Answers) -> None:
        for day, chip in enumerate(self.days):
            chip.setChecked(day in answers.weekdays)
        self.equipment.set_items(answers.equipment)
        self.levels.button(tuple(Level).index(answers.experience)).setChecked(True)
        self.later.button(_LATER.index(answers.sessions_later)).setChecked(True)
        self.minutes.setValue(answers.minutes)

    def _show_questions(self) -> None:
        """Ask only what makes a difference in the chosen program."""
        template = self.program.template()
        self._days_asked.setVisible(template.asks_weekdays)
        self._minutes_asked.setVisible(template.asks_weekdays)
        self._later_asked.setVisible(template.asks_sessions)

    def _connect(self) -> None:
        self.program.changed.connect(self._on_program)
        for chip in self.days:
            chip.toggled.connect(self._on_changed)
        self.equipment.changed.connect(self._show_preview)
        self.levels.idToggled.connect(self._on_changed)
        self.later.idToggled.connect(self._on_changed)
        self.minutes.valueChanged.connect(self._on_changed)
        self.start.dateChanged.connect(self._on_changed)
        self.make.clicked.connect(self._on_make)
        self._leave.clicked.connect(self.reject)

    def _on_program(self) -> None:
        self._show_questions()
        self._show_preview()

    def _on_changed(self, *_values: object) -> None:
        self._show_preview()

    def _show_preview(self) -> None:
        """Say what the plan would be, or why it cannot be made yet."""
        try:
            preview = plan_preview.preview(self.answers(), self._first_day(), self._key())
        except UserError as error:
            self.show_error(str(error), error.field)
            return
        self._problem.clear()
        self._lines.setText("\n".join(plan_lines(preview)))
        self._summary.show()

    def _key(self) -> str:
        return self.program.template().key

    def _first_day(self) -> date:
        chosen = self.start.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _on_make(self) -> None:
        store, now = self._context.store, self._context.now()
        use_case = partial(
            program.create, store, self.answers(), now, start=self._first_day(), key=self._key()
        )
        if self._context.operate.run(use_case, initiator=self) is not None:
            self.accept()
            self.made.emit()


def _question(title: str, field: QWidget) -> QWidget:
    label = SmallTitle(title, wrap=False)
    label.setBuddy(field)
    question = QWidget()
    column = QVBoxLayout(question)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current_theme().px(4))
    column.addWidget(label)
    column.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
    return question


def _holder(layout: FlowLayout) -> QWidget:
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def _choice(titles: list[str], parent: QWidget) -> tuple[QButtonGroup, QWidget]:
    """Return chips of which one is on; ids count from 0."""
    group, row = QButtonGroup(parent), FlowLayout(spacing=4)
    for index, title in enumerate(titles):
        chip = ChipButton(title)
        group.addButton(chip, index)
        row.addWidget(chip)
    return group, _holder(row)
