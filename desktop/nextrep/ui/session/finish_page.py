"""The end of a session: how it was, in as many words as one likes, and what it came to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from nextrep.domain.exercises import Exercise
from nextrep.domain.strength import Record
from nextrep.domain.text import tr
from nextrep.domain.units import Unit
from nextrep.services.session import SessionView
from nextrep.ui.session.controls import TallPrimary, TallSecondary
from nextrep.ui.session.feelings import Scale, pleasant_scale
from nextrep.ui.session.side_cards import record_chips
from nextrep.ui.session.words import change_words, sets_words, volume_words
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card, clear_layout, row_of
from nextrep.ui.widgets.fields import FieldProblem, LabelledField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, Muted, PageTitle, Secondary, SmallTitle
from nextrep.ui.widgets.page import ScrollPage


class FinishPage(ScrollPage):
    """Asks how the session was. Every answer may stay empty; Enter finishes, Escape goes back.

    Attributes:
        finished: emitted with pleasant (-5 to 5 or None), effort (0 to 10 or None) and the note.
        back: emitted when the person goes on training.
    """

    finished = Signal(object, object, str)
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.pleasant = pleasant_scale(tr("How pleasant is it now?"))
        # Session rating of perceived exertion, Foster et al. 2001: 0 to 10.
        effort = tr("How hard was the session?")
        self.effort = Scale(effort, range(11), tr("rest"), tr("as hard as it gets"))
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(px(96))
        self.problem = FieldProblem()
        self.problem.hide()
        self.finish_button = TallPrimary(tr("Finish"))
        self.back_button = TallSecondary(tr("Go on training"))
        self.finish_button.clicked.connect(self._on_finish)
        self.back_button.clicked.connect(self.back)
        card = Card(roomy=True)
        card.body.setSpacing(px(16))
        for widget in (self.pleasant, self.effort, LabelledField(tr("Note"), self.note), self.problem):
            card.add(widget)
        card.body.addLayout(row_of(self.finish_button, self.back_button))
        card.add(Secondary(tr("↵ finishes · everything here can stay empty")))
        self.body.addWidget(PageTitle(tr("Finish session")))
        self.body.addWidget(card)
        self.body.addStretch(1)

    def begin(self) -> None:
        """Empty the answers and put the keyboard on the first."""
        self.pleasant.set_value(None)
        self.effort.set_value(None)
        self.note.clear()
        self.show_problem("")
        self.pleasant.focus()

    def show_problem(self, message: str, field: str = "") -> None:  # noqa: ARG002 - it says which itself
        """Say what could not be taken."""
        self.problem.setText(message)
        self.problem.setVisible(bool(message))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish with Enter (in the note with Ctrl+Enter, which the note leaves to us), back with Escape."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self._on_finish()
        elif key == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _on_finish(self) -> None:
        self.finished.emit(self.pleasant.value(), self.effort.value(), self.note.toPlainText().strip())


class SummaryPage(ScrollPage):
    """What the session came to.

    Attributes:
        back_button: goes back to Today.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PageTitle()
        self.figures = Body()
        self.feeling = Muted()
        self._records = QWidget()
        self._chips = FlowLayout(self._records, spacing=8)
        self._records_title = SmallTitle(tr("Records"))
        self.note = Body()
        self.back_button = TallPrimary(tr("Back to Today"))
        card = Card(roomy=True)
        card.body.setSpacing(current_theme().px(12))
        for widget in (self.figures, self.feeling, self._records_title, self._records, self.note):
            card.add(widget)
        card.add(Secondary(tr("Saved.")))
        card.body.addLayout(row_of(self.back_button))
        self.body.addWidget(self._title)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def show_view(self, view: SessionView, records: Sequence[tuple[Exercise, Record]], unit: Unit) -> None:
        """Show a finished session."""
        session = view.session
        self._title.setText(tr("{title} is done", title=session.title))
        parts = [sets_words(view.set_count)]
        if view.grams:
            parts.append(volume_words(view.grams, unit))
        if session.duration_s is not None:
            parts.append(tr("{n} min", n=max(1, round(session.duration_s / 60))))
        self.figures.setText(" · ".join(parts))
        self.feeling.setText(change_words(session))
        self.feeling.setVisible(bool(self.feeling.text()))
        self.note.setText(session.note)
        self.note.setVisible(bool(session.note))
        clear_layout(self._chips)
        for chip, (exercise, _record) in zip(record_chips(records, unit), records, strict=True):
            chip.setText(tr("{exercise}: {record}", exercise=exercise.name, record=chip.text().lower()))
            self._chips.addWidget(chip)
        self._records.setVisible(bool(records))
        self._records_title.setVisible(bool(records))
