"""Adding a session, and giving one another name, time or note."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from nextrep.domain.days import day_short
from nextrep.domain.plan_edits import MAX_TITLE_CHARS
from nextrep.domain.program import PlannedSession
from nextrep.domain.text import tr
from nextrep.services import plan_editing
from nextrep.services.program import PlannedView
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.fields import TimeField
from nextrep.ui.widgets.form_dialog import FormDialog
from nextrep.ui.widgets.spin import ComboBox, DateBox

_EPOCH = QDate(1, 1, 1)
"""The day whose ordinal is 1."""


class AddDialog(FormDialog):
    """A new session: its name, its day, and what is in it to begin with.

    Attributes:
        made: emitted with the id of the new session.
    """

    made = Signal(int)

    def __init__(
        self, context: Context, day: int, sessions: Sequence[PlannedView], parent: QWidget | None
    ) -> None:
        """Make the form.

        Args:
            context: the way to everything outside.
            day: date ordinal to begin with.
            sessions: what is planned, to take exercises from.
            parent: the screen it belongs to.
        """
        super().__init__(tr("Add a session"), tr("Add session"), parent)
        self._context = context
        self._like = _latest_of_each_name(sessions, day)
        self._title = QLineEdit()
        self._title.setMaxLength(MAX_TITLE_CHARS)
        self._day = DateBox()
        self._day.setDate(_EPOCH.addDays(day - 1))
        self._source = ComboBox()
        self._source.addItem(tr("None yet: I choose them one by one"))
        for one in self._like:
            name, when = one.planned.title, day_short(one.planned.day)
            self._source.addItem(tr("The same as {session} of {day}", session=name, day=when))
        self._typed = False
        self.add_field("title", tr("Name"), self._title)
        self.add_field("day", tr("Day"), self._day)
        self.add_field("source", tr("Exercises"), self._source)
        self._title.textEdited.connect(self._on_typed)
        self._source.currentIndexChanged.connect(self._on_source)
        self._source.setCurrentIndex(1 if self._like else 0)
        self._on_source(self._source.currentIndex())
        self.finish()
        self._title.selectAll()

    def on_take(self) -> None:
        """Add the session."""
        place = self._source.currentIndex()
        like = self._like[place - 1].planned.id if place > 0 else None
        day = _EPOCH.daysTo(self._day.date()) + 1
        call = partial(plan_editing.add_session, self._context.store, day, self._title.text(), like)
        edit = self._context.operate.run(call, initiator=self)
        if edit is not None:
            self.accept()
            self.made.emit(edit.made[0])

    def _on_typed(self, _text: str) -> None:
        self._typed = True

    def _on_source(self, place: int) -> None:
        """Suggest a name until the person typed one."""
        if not self._typed:
            self._title.setText(self._like[place - 1].planned.title if place > 0 else tr("My session"))


class SessionDialog(FormDialog):
    """The name, the time of day and the note of a planned session."""

    def __init__(self, context: Context, planned: PlannedSession, parent: QWidget | None) -> None:
        super().__init__(tr("Name, time and note"), tr("Save"), parent)
        self._context, self._id = context, planned.id
        self._title = QLineEdit(planned.title)
        self._title.setMaxLength(MAX_TITLE_CHARS)
        self._time = TimeField()
        self._time.setValue(planned.minute)
        self._note = QPlainTextEdit(planned.note)
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(current_theme().px(96))
        self.add_field("title", tr("Name"), self._title)
        self.add_field("minute", tr("Time of day"), self._time, tr("Leave it empty for any time."))
        self.add_field("note", tr("Note"), self._note)
        self.finish()
        self._title.selectAll()

    def on_take(self) -> None:
        """Keep what was typed."""
        if not self.committed():
            return
        call = partial(
            plan_editing.change_session,
            self._context.store,
            self._id,
            title=self._title.text(),
            minute=self._time.minutes(),
            note=self._note.toPlainText(),
        )
        if self._context.operate.run(call, initiator=self) is not None:
            self.accept()


def _latest_of_each_name(sessions: Sequence[PlannedView], day: int) -> list[PlannedView]:
    """Return for each name the session nearest to a day, the nearest first."""
    found: dict[str, PlannedView] = {}
    for one in sorted(sessions, key=lambda view: abs(view.planned.day - day)):
        if one.exercises:
            found.setdefault(one.planned.title, one)
    return list(found.values())
