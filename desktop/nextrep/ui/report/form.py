"""What the person chooses for the report, and what they are told about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nextrep.domain.report_sections import ReportSection
from nextrep.domain.report_wishes import ReportWishes
from nextrep.domain.text import tr
from nextrep.services.report import Choice
from nextrep.ui.papers.choosing import PAPERS, chosen_paper, paper_row
from nextrep.ui.report.give_panel import GivePanel
from nextrep.ui.report.include_field import IncludeField
from nextrep.ui.report.period_field import PeriodField
from nextrep.ui.report.whole_page import WholePage
from nextrep.ui.report.words import initials_of, questions_left, questions_of
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import Card, Divider, Well, row_of
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.labels import Body, Secondary, SmallTitle

_NAME_CHARS = 80
_LEAST_WIDTH = 332
_TARGET = 36


class ReportForm(Card):
    """The card at the left.

    Attributes:
        changed: emitted when the person changed anything that is on the pages.
        period, include, name, questions, papers, grey: what can be chosen.
        give: what is done with the report.
        shared: says what is about to be shared.
        page: the choices, which scroll by themselves beside the preview.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Report for my clinician"), parent)
        self.period = PeriodField()
        self.include = IncludeField()
        self.name = QLineEdit()
        self.name.setMaxLength(_NAME_CHARS)
        self.initials = LinkButton(tr("Use initials"))
        self.questions = QPlainTextEdit()
        self.questions.setTabChangesFocus(True)
        self.questions.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.questions.setFixedHeight(current_theme().px(78))
        self._questions_field = LabelledField(tr("Questions for the appointment"), self.questions)
        self._questions_used = Secondary()
        self.papers = QButtonGroup(self)
        self.grey = QCheckBox(tr("In shades of grey"))
        self.grey.setMinimumHeight(current_theme().px(_TARGET))
        self.shared = Body()
        self.give = GivePanel()
        self.page = WholePage()
        self._entries: tuple[int, ...] = ()
        self._lay_out()
        self._connect()
        self._say_questions()

    def show_wishes(self, wishes: ReportWishes, name: str) -> None:
        """Fill the form without telling anyone; the days are the period's own affair."""
        self.blockSignals(True)
        self.include.show_ticks(wishes.preset, wishes.sections)
        self.include.scores.leave_out(wishes.left_out)
        self.name.setText(name)
        if wishes.paper in PAPERS:
            self.papers.button(PAPERS.index(wishes.paper)).setChecked(True)
        self.grey.setChecked(wishes.grey)
        self.blockSignals(False)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for two dates side by side."""
        least = super().minimumSizeHint()
        return least.expandedTo(QSize(current_theme().px(_LEAST_WIDTH), 0))

    def choice(self) -> Choice:
        """Return what the person chose; not checked."""
        sections = self.include.sections()
        return Choice(
            self.period.first.day(),
            self.period.last.day(),
            self.name.text().strip(),
            questions_of(self.questions.toPlainText()),
            self.include.scores.left_out(),
            sections=sections,
            entries=self._entries if ReportSection.JOURNAL in sections else (),
        )

    def entries(self) -> tuple[int, ...]:
        """Return the ids of the chosen entries, of other periods too."""
        return self._entries

    def set_entries(self, chosen: tuple[int, ...]) -> None:
        """Take the entries that the person chose."""
        if chosen != self._entries:
            self._entries = chosen
            self.changed.emit()

    def paper(self) -> str:
        """Return the chosen paper, one of `PAPERS`."""
        return chosen_paper(self.papers)

    def set_problem(self, message: str, field: str = "") -> None:
        """Show what is wrong below the field it is about ("period" or "questions"); "" for nothing."""
        in_questions = field == "questions"
        self._questions_field.set_problem(message if in_questions else "")
        self.period.set_problem("" if in_questions else message)

    def _lay_out(self) -> None:
        px = current_theme().px
        inner = self.page.body
        inner.setSpacing(px(10))
        name = LabelledField(tr("Name"), self.name, tr("May stay empty, or be your initials."))
        well = Well()
        well.body.addWidget(SmallTitle(tr("What is shared")))
        well.body.addWidget(self.shared)
        _put(inner, self.period, self.include, name)
        inner.addLayout(row_of(self.initials))
        self.initials.hide()
        _put(inner, self._questions_field, self._questions_used, paper_row(self.papers), self.grey, well)
        _put(inner, self.give.lock, self.give.doors)
        inner.addStretch(1)
        inner.setContentsMargins(0, 0, px(8), 0)
        self.add(self.page, 1)
        self.add(Divider())
        self.add(self.give)

    def _connect(self) -> None:
        self.period.changed.connect(self.changed)
        self.include.changed.connect(self.changed)
        self.papers.idClicked.connect(self._on_edited)
        self.grey.clicked.connect(self._on_edited)
        self.name.textChanged.connect(self._on_edited)
        self.initials.clicked.connect(self._on_initials)
        self.questions.textChanged.connect(self._on_questions)

    def _on_edited(self, _what: object = None) -> None:
        self.initials.setVisible(initials_of(self.name.text()) != self.name.text().strip())
        self.changed.emit()

    def _on_initials(self) -> None:
        self.name.setText(initials_of(self.name.text()))
        self.name.setFocus()

    def _on_questions(self) -> None:
        self._say_questions()
        self.changed.emit()

    def _say_questions(self) -> None:
        self._questions_used.setText(questions_left(questions_of(self.questions.toPlainText())))


def _put(layout: QVBoxLayout, *widgets: QWidget) -> None:
    for widget in widgets:
        layout.addWidget(widget)
