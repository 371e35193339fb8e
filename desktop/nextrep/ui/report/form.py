"""What the person chooses for the report, and what they are told about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from nextrep.domain.text import tr
from nextrep.services.report import Choice, Preset
from nextrep.ui.report.day_edit import DayEdit
from nextrep.ui.report.drafting import PAPERS
from nextrep.ui.report.score_ticks import ScoreTicks
from nextrep.ui.report.words import questions_left, questions_of
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton, PrimaryButton
from nextrep.ui.widgets.card import Card, Well, row_of
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.fields import FieldProblem, LabelledField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, Secondary, SmallTitle

_NAME_CHARS = 80


class ReportForm(Card):
    """The card at the left.

    Attributes:
        changed: emitted when the person changed anything that is on the pages.
        scores: a tick for each questionnaire of the period.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Report for my clinician"), parent)
        self.first, self.last = DayEdit(tr("First day")), DayEdit(tr("Last day"))
        self.presets = QButtonGroup(self)
        self._preset_row = QWidget()
        self._preset_flow = FlowLayout(self._preset_row, spacing=4)
        self._preset_days: list[Preset] = []
        self._period_problem = FieldProblem()
        self.name = QLineEdit()
        self.name.setMaxLength(_NAME_CHARS)
        self.questions = QPlainTextEdit()
        self.questions.setTabChangesFocus(True)
        self.questions.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.questions.setFixedHeight(current_theme().px(78))
        self._questions_field = LabelledField(tr("Questions for the appointment"), self.questions)
        self._questions_used = Secondary()
        self.scores = ScoreTicks()
        self.papers = QButtonGroup(self)
        self.shared = Body()
        self.save = PrimaryButton(tr("Save PDF"))
        self.status = Secondary()
        self.saved = Secondary()
        self.saved.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy_path = LinkButton(tr("Copy path"))
        self._lay_out()
        self._connect()
        self.set_saved("")
        self._on_questions(announce=False)

    def show_choice(self, choice: Choice, presets: Sequence[Preset]) -> None:
        """Fill the form without telling anyone."""
        self.blockSignals(True)
        self._preset_days = list(presets)
        for number, preset in enumerate(presets):
            if self.presets.button(number) is None:
                chip = ChipButton(preset.title)
                self.presets.addButton(chip, number)
                self._preset_flow.addWidget(chip)
        self._set_days(choice.first, choice.last)
        self.name.setText(choice.name)
        self.questions.setPlainText("\n".join(choice.questions))
        self.blockSignals(False)
        self._mark_preset()

    def choice(self) -> Choice:
        """Return what the person chose; not checked."""
        return Choice(
            self.first.day(),
            self.last.day(),
            self.name.text().strip(),
            questions_of(self.questions.toPlainText()),
            self.scores.left_out(),
        )

    def paper(self) -> str:
        """Return the chosen paper, one of `PAPERS`."""
        return PAPERS[max(0, self.papers.checkedId())]

    def set_problem(self, message: str, field: str = "") -> None:
        """Show what is wrong below the field it is about ("period" or "questions"); "" for nothing."""
        in_questions = field == "questions"
        self._questions_field.set_problem(message if in_questions else "")
        self._period_problem.setText("" if in_questions else message)
        self._period_problem.setHidden(in_questions or not message)

    def set_saved(self, path: str) -> None:
        """Say where the PDF is, or nothing with ""."""
        self.saved.setText(tr("Saved: {path}", path=path) if path else "")
        self.saved.setHidden(not path)
        self.copy_path.setHidden(not path)

    def _lay_out(self) -> None:
        px = current_theme().px
        self.body.setSpacing(px(6))
        self.add(SmallTitle(tr("Period")))
        days = QHBoxLayout()
        days.setSpacing(px(8))
        days.addWidget(self.first, 1)
        days.addWidget(Body(tr("to"), wrap=False))
        days.addWidget(self.last, 1)
        self.body.addLayout(days)
        self.add(self._period_problem)
        self._period_problem.hide()
        self.add(self._preset_row)
        self.add(LabelledField(tr("Name"), self.name, tr("May stay empty, or be your initials.")))
        self.add(self._questions_field)
        self.add(self._questions_used)
        self.add(self.scores)
        papers = QWidget()
        flow = FlowLayout(papers, spacing=4)
        flow.addWidget(SmallTitle(tr("Paper"), wrap=False))
        for number, title in enumerate((tr("A4"), tr("Letter"))):
            chip = ChipButton(title, checked=number == 0)
            self.papers.addButton(chip, number)
            flow.addWidget(chip)
        self.add(papers)
        well = Well()
        well.body.addWidget(SmallTitle(tr("What is shared")))
        well.body.addWidget(self.shared)
        self.add(well)
        row = row_of(self.save, self.status, self.copy_path, stretch=False)
        row.setStretch(1, 1)
        self.body.addLayout(row)
        self.add(self.saved)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.first.dateChanged.connect(self._on_days)
        self.last.dateChanged.connect(self._on_days)
        self.presets.idClicked.connect(self._on_preset)
        self.papers.idClicked.connect(self._on_edited)
        self.scores.changed.connect(self._on_edited)
        self.name.textChanged.connect(self._on_edited)
        self.questions.textChanged.connect(self._on_questions)

    def _on_edited(self, _what: object = None) -> None:
        self.changed.emit()

    def _on_days(self, _date: QDate) -> None:
        self._mark_preset()
        self.changed.emit()

    def _on_preset(self, number: int) -> None:
        preset = self._preset_days[number]
        self.blockSignals(True)
        self._set_days(preset.first, preset.last)
        self.blockSignals(False)
        self.changed.emit()

    def _on_questions(self, *, announce: bool = True) -> None:
        self._questions_used.setText(questions_left(questions_of(self.questions.toPlainText())))
        if announce:
            self.changed.emit()

    def _set_days(self, first: date, last: date) -> None:
        self.first.set_day(first)
        self.last.set_day(last)

    def _mark_preset(self) -> None:
        """Show which preset the days are, if any."""
        days = (self.first.day(), self.last.day())
        self.presets.setExclusive(False)
        for number, preset in enumerate(self._preset_days):
            self.presets.button(number).setChecked((preset.first, preset.last) == days)
        self.presets.setExclusive(True)
