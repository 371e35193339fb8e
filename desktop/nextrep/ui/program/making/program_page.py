"""Which program, and how long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from nextrep.domain.program import MAX_WEEKS, MIN_WEEKS
from nextrep.domain.program_template import ProgramTemplate
from nextrep.domain.text import tr
from nextrep.services.program import MAX_TITLE_CHARS
from nextrep.ui.program.making.parts import QuestionPage
from nextrep.ui.program.program_field import ProgramField
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.labels import Muted
from nextrep.ui.widgets.spin import SpinBox


class ProgramPage(QuestionPage):
    """The programs by name with what each is, its length, and a name for one of one's own."""

    def __init__(
        self, templates: Sequence[ProgramTemplate], *, again: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Program"), parent)
        intro = (
            tr("The new plan begins with week 1. What you have trained stays in your log.")
            if again
            else tr("Each question has an answer already. Change what does not fit; leave out any step.")
        )
        self.body.addWidget(Muted(intro))
        self.field = ProgramField(templates)
        self.body.addWidget(self.field)
        px = current_theme().px
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_TITLE_CHARS)
        self.name.setAccessibleName(tr("Name of the program"))
        self.name.setMaximumWidth(px(360))
        self._name_asked = self.ask(tr("What is it called?"), self.name)
        self.weeks = SpinBox(MIN_WEEKS, MAX_WEEKS, 12, tr(" weeks"), name=tr("Weeks"))
        self.weeks.setMaximumWidth(px(160))
        self._weeks_asked = self.ask(
            tr("How long?"), self.weeks, tr("1 to 52 weeks. Weeks can be added and taken out later.")
        )
        self.body.addStretch(1)
        self.field.changed.connect(self._on_program)
        self.weeks.valueChanged.connect(self._on_changed)
        self.name.textEdited.connect(self._on_changed)
        self._fit()

    def template(self) -> ProgramTemplate:
        """Return the chosen program."""
        return self.field.template()

    def choose(self, key: str, weeks: int | None = None) -> None:
        """Choose a program, and its length where it is not the usual one."""
        self.field.choose(key)
        self._fit()
        if weeks is not None and self.template().asks_weeks:
            self.weeks.setValue(weeks)

    def first_field(self) -> QWidget:
        """Begin with the programs."""
        return self.field.list

    def _on_program(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        """Ask what the chosen program leaves open."""
        template = self.template()
        self._weeks_asked.setVisible(template.asks_weeks)
        self._name_asked.setVisible(template.by_hand)
        self.name.setPlaceholderText(tr(template.title))
        self.weeks.blockSignals(True)
        self.weeks.setValue(template.weeks)
        self.weeks.blockSignals(False)
