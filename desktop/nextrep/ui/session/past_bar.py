"""The bar above the sets of a session of the past: when it was, how long it took, its name and a note."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from nextrep.domain.errors import UserError
from nextrep.domain.session_template import MAX_TITLE_CHARS
from nextrep.domain.text import tr
from nextrep.domain.training import Session
from nextrep.services import session_past
from nextrep.services.session_past import SessionFacts
from nextrep.ui.runtime.context import Context
from nextrep.ui.session.controls import TallPrimary
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.fields import FieldProblem, LabelledField, NumberField, TimeField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.spin import ComboBox, DateBox

_EPOCH = QDate(1, 1, 1)
"""The day whose ordinal is 1."""


class PastBar(Card):
    """What a finished session says about itself. Each field is kept as soon as it is left.

    Attributes:
        changed: emitted with the `Session` after it was changed.
        done: emitted when the person has finished with it.
        name, day, time, minutes, effort, note: the fields.
    """

    changed = Signal(object)
    done = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        px = current_theme().px
        self._context = context
        self._session: Session | None = None
        self._showing = False
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_TITLE_CHARS)
        self.name.setMinimumWidth(px(240))
        self.day = DateBox()
        self.day.setKeyboardTracking(False)  # a date half typed is none
        self.time = TimeField()
        self.time.setFixedWidth(px(84))
        self.minutes = NumberField(read_minutes)
        self.minutes.setFixedWidth(px(84))
        self.effort = ComboBox()
        self.effort.addItem(tr("–"), None)
        for value in range(11):
            self.effort.addItem(str(value), value)
        self.note = NoteEdit()
        self.problem = FieldProblem()
        self.problem.hide()
        self.done_button = TallPrimary(tr("Done"))
        self._fields = {
            "title": LabelledField(tr("Session"), self.name),
            "day": LabelledField(tr("Day"), self.day),
            "minute": LabelledField(tr("Time"), self.time),
            "minutes": LabelledField(tr("Minutes"), self.minutes),
            "effort": LabelledField(tr("Effort, 0–10"), self.effort),
        }
        for field in (self.name, self.day, self.time, self.minutes, self.effort):
            field.setProperty("tall", True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        line = QWidget()
        flow = FlowLayout(line, spacing=12, top=True)
        for field in self._fields.values():
            flow.addWidget(field)
        foot = QHBoxLayout()
        foot.setSpacing(current_theme().px(12))
        foot.addWidget(self.note, 1)
        foot.addWidget(self.done_button)
        self.add(line)
        self.body.addLayout(foot)
        self.add(self.problem)

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._on_title)
        self.day.dateChanged.connect(self._on_day)
        self.time.valueChanged.connect(self._on_time)
        self.minutes.valueChanged.connect(self._on_minutes)
        self.effort.activated.connect(self._on_effort)
        self.note.left.connect(self._on_note)
        self.done_button.clicked.connect(self._on_done)

    def show_session(self, session: Session) -> None:
        """Show a session; what is typed in a field that has the keyboard stays."""
        facts = session_past.facts_of(session)
        another = self._session is None or self._session.id != session.id
        self._session = session
        self._showing = True
        today = self._context.now().astimezone(session.started_at.tzinfo).date().toordinal()
        self.day.setMaximumDate(_EPOCH.addDays(today - 1))
        self.day.setDate(_EPOCH.addDays(facts.day - 1))
        self.effort.setCurrentIndex(0 if facts.effort is None else facts.effort + 1)
        for field, value in ((self.time, facts.minute), (self.minutes, facts.minutes)):
            if another or not field.hasFocus():
                field.setValue(value)
        if another or not self.name.hasFocus():
            self.name.setText(facts.title)
        if another or not self.note.hasFocus():
            self.note.setPlainText(facts.note)
        if another:
            self._clear_problems()
        self._showing = False

    def keep(self) -> bool:
        """Keep what stands in the fields now; returns whether all of it could be kept."""
        if self._session is None:
            return True
        if not (self.time.commit() and self.minutes.commit()):
            return False
        return self._change(
            SessionFacts(
                title=self.name.text(),
                day=self._day(),
                minute=self._minute(),
                minutes=self.minutes.value(),
                note=self.note.toPlainText(),
                effort=self.effort.currentData(),
            )
        )

    def show_error(self, message: str, field: str = "") -> None:
        """Say what could not be kept, at its field."""
        place = self._fields.get(field)
        if place is None:
            self.problem.setText(message)
            self.problem.show()
            return
        place.set_problem(message)
        if isinstance(place.editor, NumberField):
            place.editor.set_problem(message)

    def _change(self, facts: SessionFacts) -> bool:
        if self._session is None:
            return True
        self._clear_problems()
        now = self._context.now()
        call = partial(session_past.change_session, self._context.store, self._session.id, facts, now)
        before = self._session
        after = self._context.operate.run(call, initiator=self)
        if after is None:
            return False
        self._session = after
        if after != before:
            self.changed.emit(after)
        return True

    def _set(self, **values: object) -> None:
        """Change some of what the session says, leaving the rest as it is kept."""
        if self._session is not None and not self._showing:
            self._change(replace(session_past.facts_of(self._session), **values))  # type: ignore[arg-type]

    def _clear_problems(self) -> None:
        self.problem.hide()
        for place in self._fields.values():
            place.set_problem("")

    def _day(self) -> int:
        return _EPOCH.daysTo(self.day.date()) + 1

    def _minute(self) -> int:
        minute = self.time.minutes()
        assert self._session is not None
        return session_past.facts_of(self._session).minute if minute is None else minute

    def _on_title(self) -> None:
        self._set(title=self.name.text())

    def _on_day(self, _date: QDate) -> None:
        self._set(day=self._day())

    def _on_time(self, minute: int | None) -> None:
        if minute is None and self._session is not None:
            self.time.setValue(session_past.facts_of(self._session).minute)  # it began at some time
        elif minute is not None:
            self._set(minute=minute)

    def _on_minutes(self, minutes: int | None) -> None:
        self._set(minutes=minutes)

    def _on_effort(self, _index: int) -> None:
        self._set(effort=self.effort.currentData())

    def _on_note(self) -> None:
        self._set(note=self.note.toPlainText())

    def _on_done(self) -> None:
        if self.keep():
            self.done.emit()


class NoteEdit(QPlainTextEdit):
    """A line for a note, which scrolls where there are more; Tab leaves it.

    Attributes:
        left: emitted when the keyboard goes elsewhere.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(tr("Note"))
        self.setAccessibleName(tr("Note"))
        self.setFixedHeight(current_theme().px(52))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it was left."""
        super().focusOutEvent(event)
        self.left.emit()


def read_minutes(text: str) -> int:
    """Read whole minutes.

    Raises:
        UserError: it is no whole number.
    """
    try:
        return int(text)
    except ValueError:
        raise UserError(tr("Write whole minutes.")) from None
