"""The end of a session: how it was, in as few keys as one likes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nextrep.domain.text import tr
from nextrep.ui.session.controls import TARGET, TallPrimary, TallSecondary
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card, row_of
from nextrep.ui.widgets.fields import FieldProblem, LabelledField
from nextrep.ui.widgets.labels import PageTitle, Secondary
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.scale import activated_scale, effort_scale, pleasant_scale

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class FinishAnswers:
    """How a session was: pleasant -5 to 5, activated 1 to 6, effort 0 to 10, each None without an answer."""

    pleasant: int | None
    activated: int | None
    effort: int | None
    note: str


class FinishPage(ScrollPage):
    """Asks how the session was. Every answer may stay empty; Enter finishes from anywhere, Escape goes back.

    A key answers a question and goes on to the next.

    Attributes:
        finished: emitted with `FinishAnswers`.
        back: emitted when the person goes on training.
    """

    finished = Signal(object)
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.pleasant = pleasant_scale(tr("How pleasant is it now?"))
        self.activated = activated_scale(tr("And how activated?"))
        self.effort = effort_scale(tr("How hard was the session?"))
        self.note = QLineEdit()
        self.note.setStyleSheet(f"min-height: {px(TARGET) - 4}px;")
        self.problem = FieldProblem()
        self.problem.hide()
        self.finish_button = TallPrimary(tr("Finish"))
        self.back_button = TallSecondary(tr("Go on training"))
        self.finish_button.clicked.connect(self._on_finish)
        self.back_button.clicked.connect(self.back)
        card = Card(roomy=True)
        card.body.setSpacing(px(8))
        later = tr(
            "To answer the first two in a while, leave them empty: Today asks from 10 minutes after the end."
        )
        for widget in (
            self.pleasant,
            self.activated,
            Secondary(later),
            self.effort,
            LabelledField(tr("A line about it, if you like"), self.note),
            self.problem,
        ):
            card.add(widget)
        card.body.addLayout(row_of(self.finish_button, self.back_button))
        card.add(Secondary(tr("↵ finishes · Esc goes back · everything here can stay empty")))
        self.body.addWidget(PageTitle(tr("Finish session")))
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.pleasant.answered.connect(self.activated.focus)
        self.activated.answered.connect(self.effort.focus)
        self.effort.answered.connect(self._on_effort)

    def begin(self) -> None:
        """Empty the answers and put the keyboard on the first."""
        for scale in (self.pleasant, self.activated, self.effort):
            scale.set_value(None)
        self.note.clear()
        self.show_problem("")
        self.verticalScrollBar().setValue(0)
        self.pleasant.focus()

    def show_problem(self, message: str, field: str = "") -> None:  # noqa: ARG002 - it says which itself
        """Say what could not be taken."""
        self.problem.setText(message)
        self.problem.setVisible(bool(message))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish with Enter, go back with Escape."""
        key = Qt.Key(event.key())
        if key in _ENTER and not event.isAutoRepeat():  # the key that asked for this page may still be down
            self._on_finish()
        elif key == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _on_effort(self) -> None:
        self.note.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(self.note)

    def _on_finish(self) -> None:
        answers = FinishAnswers(
            self.pleasant.value(), self.activated.value(), self.effort.value(), self.note.text().strip()
        )
        self.finished.emit(answers)
