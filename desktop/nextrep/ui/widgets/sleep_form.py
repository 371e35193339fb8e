"""The night before a day: a line as people write it, and behind it a field for each variable.

What can be read is kept as soon as the person has finished with it, half a night too.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import tzinfo
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from nextrep.domain.errors import UserError
from nextrep.domain.sleep import Night
from nextrep.domain.sleep_clock import NightAnswers, answers_of
from nextrep.domain.sleep_line import SleepText
from nextrep.domain.sleep_said import merged, night_parts, night_text
from nextrep.domain.sleep_text import read_night
from nextrep.domain.text import tr
from nextrep.services import journal
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.fields import FieldProblem
from nextrep.ui.widgets.labels import Secondary
from nextrep.ui.widgets.night_fields import NightFields
from nextrep.ui.widgets.night_lines import skipped_text, summary, unusual_text
from nextrep.ui.widgets.screen import Screen


class SleepForm(QWidget):
    """The quick line, what the night amounts to, and all fields on request.

    Attributes:
        kept: emitted after the night was written or taken away.
        quick: the line.
        all_fields: opens and closes the fields.
        fields: one for each variable.
        line: says what was read or kept.
        problem: says what could not be.
    """

    kept = Signal()

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        """Make an empty form; `screen` writes in its name."""
        super().__init__(parent)
        self._screen = screen
        self._day = 0
        self._night: Night | None = None
        self._shown = NightAnswers()
        self._asked: set[tuple[object, ...]] = set()
        self._note = ""
        self.quick = QLineEdit()
        self.quick.setAccessibleName(tr("The night in one line"))
        self.quick.setPlaceholderText(tr("slept 23:10–6:50, woke once"))
        self.all_fields = LinkButton(tr("All fields"))
        self.fields = NightFields()
        self.line, self.problem = Secondary(), FieldProblem()
        self._lay_out()
        self.quick.textEdited.connect(self._on_quick_edited)
        self.quick.editingFinished.connect(self._on_quick_finished)
        self.all_fields.clicked.connect(self.turn_fields)
        self.fields.edited.connect(self._on_edited)
        self.fields.changed.connect(self._save)
        self.fields.problem_changed.connect(self._on_problem)
        self._describe()

    def _lay_out(self) -> None:
        self.problem.hide()
        self.fields.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_theme().px(6))
        for widget in (self.quick, self.problem, self.line, self.fields):
            layout.addWidget(widget)
        layout.addWidget(self.all_fields, 0, Qt.AlignmentFlag.AlignLeft)

    def show_night(self, day: int, night: Night | None) -> None:
        """Show the night that ended on `day`; what is half filled in on the same day stays."""
        if day == self._day and self._changed():
            return
        if day != self._day:
            self.quick.clear()
            self._say_problem("")
        self._day, self._night, self._note = day, night, ""
        self._shown = answers_of(night)
        self.fields.show_answers(self._shown)
        self._describe()

    def turn_fields(self) -> None:
        """Show a field for each variable, or the line alone."""
        opened = not self.fields.isVisibleTo(self)
        self.fields.setVisible(opened)
        self.all_fields.setText(tr("Fewer fields") if opened else tr("All fields"))
        self._describe()

    def flush(self) -> None:
        """Read what is half typed and keep it now."""
        if self.quick.text().strip():
            self._on_quick_finished()
        self.fields.commit()
        self._save()

    def _changed(self) -> bool:
        """Whether something stands here that is not kept."""
        if self.quick.text().strip():
            return True
        try:
            return self.fields.answers() != self._shown
        except UserError:
            return True

    def _made(self, answers: NightAnswers) -> Night:
        """Return the night of these answers, by the clock of the night as it was kept, or of this computer.

        Raises:
            UserError: it cannot be.
        """
        zone = self._night.zone if self._night else self._screen.context.now().tzinfo
        assert isinstance(zone, tzinfo)
        return answers.night(self._day, zone, self._night)

    def _save(self) -> None:
        """Keep the night if it changed and can be kept."""
        try:
            answers = self.fields.answers()
        except UserError:
            return  # the field says so itself
        if answers == self._shown:
            self._describe()
            return
        self._keep(answers)

    def _keep(self, answers: NightAnswers) -> bool:
        """Write a night; returns whether it could be."""
        context = self._screen.context
        try:
            night = self._made(answers)
        except UserError as error:
            self._show_error(str(error), error.field)
            return False
        put = partial(journal.put_night, context.store, self._day, night, context.now())
        if context.operate.run(put, initiator=self._screen, on_error=self._show_error) is None:
            return False
        self._note = skipped_text(answers, night)
        self._night, self._shown = None if night.blank else night, answers_of(night)
        self.fields.show_answers(self._shown)
        self.fields.clear_problems()
        self._say_problem("")
        self._ask(night)
        self._describe()
        self.kept.emit()
        return True

    def _ask(self, night: Night) -> None:
        """Ask once about a night of an unusual length."""
        if night.unusual and night.times not in self._asked:
            self._asked.add(night.times)
            self._note = f"{self._note}\n{unusual_text(night)}".strip()

    def _show_error(self, message: str, field: str) -> None:
        """Show a problem at the field that it is about, and in words above."""
        if field in {one.name for one in fields(NightAnswers)}:
            if not self.fields.isVisibleTo(self):
                self.turn_fields()
            self.fields.set_problem(field, message)
        self._say_problem(message)

    def _say_problem(self, message: str) -> None:
        self.problem.setText(message)
        self.problem.setVisible(bool(message))

    def _say(self, text: str) -> None:
        self.line.setText(text)
        self.line.setVisible(bool(text))

    def _describe(self) -> None:
        """Show what was read from the line, or what the night amounts to."""
        if self.quick.text().strip():
            return
        try:
            answers = self.fields.answers()
            night = self._made(answers)
        except UserError as error:
            self._say("" if self.problem.text() else str(error))
            return
        here = self._screen.context.now().tzinfo
        self._say(summary(answers, night, here, self._note, fields=self.fields.isVisibleTo(self)))

    def _read_line(self) -> tuple[SleepText, NightAnswers | None]:
        """Return what was read from the line, and the answers with it where they make a night.

        Raises:
            UserError: what was read cannot be a night.
        """
        read = read_night(self.quick.text())
        return read, merged(self._shown, read) if read.said else None

    def _on_quick_edited(self, text: str) -> None:
        """Show what is understood so far."""
        self._say_problem("")
        if not text.strip():
            self._describe()
            return
        said = ""
        try:
            _read, answers = self._read_line()
            if answers is not None:
                said = night_parts(answers)
                said = night_text(answers, self._made(answers))
        except UserError:
            pass  # said when the line is finished
        self._say(tr("Understood: {night}", night=said) if said else tr("Nothing understood yet."))

    def _on_quick_finished(self) -> None:
        """Keep what the line says, if all of it was understood."""
        if not self.quick.text().strip():
            return
        self._on_quick_edited(self.quick.text())
        try:
            read, answers = self._read_line()
        except UserError as error:
            self._show_error(str(error), error.field)
            return
        if read.problems or answers is None:
            self._say_problem("\n".join(problem.message for problem in read.problems))
            return
        self.quick.clear()
        if answers != self._shown and not self._keep(answers):
            self._into_fields(answers)
        self._describe()

    def _into_fields(self, answers: NightAnswers) -> None:
        """Show what could not be kept in the fields, where it can be put right."""
        message = self.problem.text()
        at = [name for name, field in self.fields.fields.items() if field.problem()]
        self.fields.show_answers(answers)
        if not self.fields.isVisibleTo(self):
            self.turn_fields()
        for name in at:
            self.fields.set_problem(name, message)
        self._say_problem(message)

    def _on_edited(self) -> None:
        self._note = ""
        self._say_problem("")
        self._describe()

    def _on_problem(self) -> None:
        """Show the first problem of a field in words, with the name of the field."""
        self._say_problem(self.fields.problem())
