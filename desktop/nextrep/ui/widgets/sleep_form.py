"""The night before a day, in a few fields. It keeps itself once both times in bed are there."""

from __future__ import annotations

from datetime import tzinfo
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.errors import UserError
from nextrep.domain.figures import duration_text
from nextrep.domain.sleep import Night
from nextrep.domain.text import tr
from nextrep.services import journal
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.clock_text import parse_clock
from nextrep.ui.widgets.fields import FieldProblem, NumberField, TimeField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary, SmallTitle
from nextrep.ui.widgets.night_answers import (
    MAX_MINUTES,
    MAX_QUALITY,
    MAX_WAKINGS,
    NightAnswers,
    answers_of,
    parse_whole,
)
from nextrep.ui.widgets.screen import Screen

FIELD_WIDTH = 76


class SleepForm(QWidget):
    """To bed, minutes to fall asleep, wakings, minutes awake, up, and the quality where asked for.

    Attributes:
        kept: emitted after the night was written or taken away.
    """

    kept = Signal()

    def __init__(self, screen: Screen, parent: QWidget | None = None, *, quality: bool = False) -> None:
        """Make an empty form; without `quality` that field is not shown, but what it holds is kept."""
        super().__init__(parent)
        self._screen = screen
        self._day = 0
        self._zone: tzinfo | None = None
        self._shown = NightAnswers()
        self._committing = False
        minutes = partial(parse_whole, high=MAX_MINUTES)
        self.into_bed = TimeField(name=tr("To bed"))
        self.sol = NumberField(minutes, name=tr("Minutes to fall asleep"))
        self.wakings = NumberField(partial(parse_whole, high=MAX_WAKINGS), name=tr("Number of wakings"))
        self.awake = NumberField(minutes, name=tr("Minutes awake in the night"))
        self.out_of_bed = TimeField(name=tr("Up"))
        self.quality = NumberField(partial(parse_whole, high=MAX_QUALITY), name=tr("Sleep quality, 0 to 10"))
        self.line = Secondary()
        self.problem = FieldProblem()
        self.problem.hide()
        labels = (
            (self.into_bed, tr("To bed")),
            (self.sol, tr("Min to sleep")),
            (self.wakings, tr("Wakings")),
            (self.awake, tr("Min awake")),
            (self.out_of_bed, tr("Up")),
            (self.quality, tr("Quality 0–10")),
        )
        self._boxes = {field: _box(field, label) for field, label in labels}
        self._lay_out()
        self._boxes[self.quality].setVisible(quality)
        for field in self._boxes:
            field.textEdited.connect(self._on_typed)
            field.valueChanged.connect(self._on_value)
            field.problemChanged.connect(self._on_problem)
        self._describe()

    def _lay_out(self) -> None:
        px = current_theme().px
        flow = FlowLayout(spacing=8)
        for box in self._boxes.values():
            flow.addWidget(box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(6))
        layout.addLayout(flow)
        layout.addWidget(self.problem)
        layout.addWidget(self.line)

    def show_night(self, day: int, night: Night | None) -> None:
        """Show the night that ended on `day`; what is half filled in on the same day stays."""
        if day == self._day and self._changed():
            return
        self._day = day
        self._zone = night.out_of_bed_at.tzinfo if night else None
        self._shown = answers_of(night)
        values = (
            (self.into_bed, self._shown.into_bed),
            (self.sol, self._shown.sol_min),
            (self.wakings, self._shown.awakenings),
            (self.awake, self._shown.waso_min),
            (self.out_of_bed, self._shown.out_of_bed),
            (self.quality, self._shown.quality),
        )
        for field, value in values:
            field.setValue(value)
        self._describe()

    def flush(self) -> None:
        """Read what is half typed and keep it now."""
        self._committing = True
        for field in self._boxes:
            field.commit()
        self._committing = False
        self._save()

    def _changed(self) -> bool:
        """Whether something stands here that is not kept."""
        try:
            return self._answers() != self._shown
        except UserError:
            return True

    def _answers(self) -> NightAnswers:
        """Read the texts as they stand.

        Raises:
            UserError: one cannot be read.
        """
        clock = (self.into_bed, self.out_of_bed)
        into, out = (parse_clock(field.text()) if field.text().strip() else None for field in clock)
        numbers = (
            (self.sol, MAX_MINUTES),
            (self.wakings, MAX_WAKINGS),
            (self.awake, MAX_MINUTES),
            (self.quality, MAX_QUALITY),
        )
        sol, wakings, awake, quality = (
            parse_whole(field.text(), high) if field.text().strip() else None for field, high in numbers
        )
        return NightAnswers(into, sol, wakings, awake, out, quality)

    def _night(self, answers: NightAnswers) -> Night | None:
        now = self._screen.context.now()
        zone = self._zone or now.tzinfo
        assert zone is not None
        return answers.night(self._day, zone)

    def _save(self) -> None:
        """Keep the night if it changed and can be kept."""
        try:
            answers = self._answers()
        except UserError:
            return  # the field says so itself
        if answers == self._shown or answers.missing:
            self._describe()
            return
        context = self._screen.context
        done = context.operate.run(
            lambda: journal.put_night(context.store, self._day, self._night(answers), context.now()),
            initiator=self._screen,
            on_error=self._show_error,
        )
        if done is not None:
            self._shown = answers
            for field in self._boxes:
                field.set_problem("")
            self._say_problem("")
            self._describe()
            self.kept.emit()

    def _show_error(self, message: str, field: str) -> None:
        """Show a problem at the field that it is about, or below them all."""
        at = {"into_bed": self.into_bed, "out_of_bed": self.out_of_bed}.get(field)
        if at is not None:
            at.set_problem(message)
        self._say_problem(message)

    def _say_problem(self, message: str) -> None:
        self.problem.setText(message)
        self.problem.setVisible(bool(message))

    def _describe(self) -> None:
        """Show what the answers amount to, or what is missing."""
        try:
            answers = self._answers()
        except UserError:
            self.line.setText("")
            return
        self._boxes[self.awake].setVisible(bool(answers.awakenings) or answers.waso_min is not None)
        self.line.setText(self._sum_up(answers))

    def _sum_up(self, answers: NightAnswers) -> str:
        try:
            night = self._night(answers)
        except UserError as error:
            return str(error)
        if night is None:
            return answers.missing or tr("Write times like 23:10.")
        slept, share = duration_text(night.total_sleep_min), round(night.efficiency)
        summary = tr("{time} asleep · {share} % sleep efficiency", time=slept, share=share)
        if not night.unusual:
            return summary
        in_bed = duration_text(night.time_in_bed_min)
        question = tr(
            "{time} in bed: are both times as you meant them? They are kept either way.", time=in_bed
        )
        return f"{summary}\n{question}"

    def _on_typed(self, _text: str) -> None:
        self._say_problem("")
        self._describe()

    def _on_value(self, _value: object) -> None:
        if not self._committing:
            self._save()

    def _on_problem(self, _message: str) -> None:
        """Show the first problem of a field in words below the fields, with the name of the field."""
        for field in self._boxes:
            if field.problem():
                text = tr("{field}: {problem}", field=field.accessibleName(), problem=field.problem())
                self._say_problem(text)
                return
        self._say_problem("")


def _box(field: NumberField, label: str) -> QWidget:
    """Return a narrow field with its label above."""
    px = current_theme().px
    box = QWidget()
    title = SmallTitle(label, wrap=False)
    title.setBuddy(field)
    field.setFixedWidth(max(px(FIELD_WIDTH), title.sizeHint().width()))
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(px(4))
    layout.addWidget(title)
    layout.addWidget(field)
    return box
