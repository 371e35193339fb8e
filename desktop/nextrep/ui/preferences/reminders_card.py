"""Reminders: what may come when, and when nothing may."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.reminders import ReminderKind
from nextrep.domain.text import tr
from nextrep.services import preferences, reminders
from nextrep.settings.table import QUIET_FROM, QUIET_TO, REMINDER_OFF, Setting
from nextrep.ui.preferences.choice import Choice
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.card import Card, row_of
from nextrep.ui.widgets.fields import FieldProblem, LabelledField, TimeField
from nextrep.ui.widgets.labels import Secondary

_ON, _OFF = "on", "off"
_CHOICE_WIDTH, _TIME_WIDTH = 150, 110
"""In px at 100 %: the times stand below each other."""


class RemindersCard(Card):
    """Each choice is kept at once. All are off until the person switches them on.

    Attributes:
        lines: by kind.
        quiet_from, quiet_to: the quiet hours.
        try_button: shows one now.
        try_asked: emitted when the person wants to see one.
    """

    try_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(tr("Reminders"), parent)
        self._context = context
        self.body.setSpacing(current_theme().px(12))
        self.lines = {kind: ReminderLine(kind) for kind in ReminderKind}
        self.quiet_from, self.quiet_to = _quiet_field(QUIET_FROM), _quiet_field(QUIET_TO)
        self.try_button = SecondaryButton(tr("Show one now"))
        self._lay_out()
        for line in self.lines.values():
            line.wanted.connect(self._on_wanted)
        self.quiet_from.editingFinished.connect(self._on_quiet_from)
        self.quiet_to.editingFinished.connect(self._on_quiet_to)
        self.try_button.clicked.connect(self.try_asked)

    def _lay_out(self) -> None:
        self.add(
            Secondary(
                tr(
                    "They come only while NextRep runs; closing its window ends it. What they say tells "
                    "nothing to others: “{words}”",
                    words=tr("A moment for NextRep, if you like."),
                )
            )
        )
        for line in self.lines.values():
            self.add(line)
        self.body.addLayout(
            row_of(
                LabelledField(QUIET_FROM.title(), self.quiet_from),
                LabelledField(QUIET_TO.title(), self.quiet_to),
            )
        )
        self.add(Secondary(tr("Nothing comes in the quiet hours. The same time in both means none.")))
        self.add_row(self.try_button)
        words = tr("Where this computer shows no notes, a line at the bottom of the window says it instead.")
        self.add(Secondary(words))

    def refresh(self) -> None:
        """Show what is kept; what cannot be kept yet stays as it was typed."""
        store = self._context.store
        for kind, line in self.lines.items():
            line.show_minute(preferences.read(store, reminders.TIMES[kind]))
        for field, setting in ((self.quiet_from, QUIET_FROM), (self.quiet_to, QUIET_TO)):
            if not field.problem():
                field.setValue(preferences.read(store, setting))

    def commit(self) -> None:
        """Keep a time that is still being typed."""
        for line in self.lines.values():
            line.commit()
        for field, keep in ((self.quiet_from, self._on_quiet_from), (self.quiet_to, self._on_quiet_to)):
            if field.isModified() and field.commit():
                keep()

    def _on_wanted(self, kind: ReminderKind, minute: int) -> None:
        context, line = self._context, self.lines[kind]
        line.time.set_problem("")
        wanted = None if minute == REMINDER_OFF else minute
        keep = partial(reminders.set_time, context.store, kind, wanted, context.now())
        context.operate.run(keep, initiator=self, on_error=line.show_problem)

    def _on_quiet_from(self) -> None:
        self._keep_quiet(QUIET_FROM, self.quiet_from)

    def _on_quiet_to(self) -> None:
        self._keep_quiet(QUIET_TO, self.quiet_to)

    def _keep_quiet(self, setting: Setting[int], field: TimeField) -> None:
        """Keep what was typed, if it could be read; what was emptied comes back."""
        minute, kept = field.minutes(), preferences.read(self._context.store, setting)
        if field.problem() or minute == kept:
            return
        if minute is None:
            field.setValue(kept)
            return
        keep = partial(reminders.set_quiet, self._context.store, setting, minute)
        self._context.operate.run(keep, initiator=self, on_error=partial(_show_at, field))


class ReminderLine(QWidget):
    """One kind: off or on, and the time.

    Attributes:
        wanted: emitted with the kind and a minute of the day, or `REMINDER_OFF`.
        choice: off or on.
        time: the time of day.
        problem: what is wrong with it.
    """

    wanted = Signal(object, int)

    def __init__(self, kind: ReminderKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._kept = kind, REMINDER_OFF
        px = current_theme().px
        title = reminders.TIMES[kind].title()
        self.choice = Choice(title, [(_ON, tr("On")), (_OFF, tr("Off"))])
        self.choice.setMinimumWidth(px(_CHOICE_WIDTH))
        self.time = TimeField(name=tr("{name}: time", name=title))
        self.time.setObjectName(f"reminder {kind}")
        self.time.setMaximumWidth(px(_TIME_WIDTH))
        self._field = LabelledField(tr("At"), self.time)
        self.time.problemChanged.disconnect(self._field.set_problem)  # it has the whole width below
        self.problem = FieldProblem()
        self.problem.hide()
        self.time.problemChanged.connect(self._on_problem)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addLayout(row_of(self.choice, self._field))
        layout.addWidget(self.problem)
        layout.addWidget(Secondary(_hint(kind)))
        self.choice.chosen.connect(self._on_chosen)
        self.time.editingFinished.connect(self._on_time)

    def show_minute(self, minute: int) -> None:
        """Show what is kept; a time with a problem stays as it was typed."""
        self._kept = minute
        on = minute != REMINDER_OFF
        self.choice.set_value(_ON if on else _OFF)
        self._field.setVisible(on)
        if not self.time.problem():
            self.time.setValue(minute if on else reminders.USUAL[self._kind])

    def commit(self) -> None:
        """Keep a time that is still being typed."""
        if self.time.isModified() and self.time.commit():
            self._on_time()

    def show_problem(self, message: str, _field: str) -> None:
        """Say at the time why it was not taken."""
        self._field.show()
        self.time.set_problem(message)

    def _on_problem(self, message: str) -> None:
        self.problem.setText(message)
        self.problem.setVisible(bool(message))

    def _on_chosen(self, value: str) -> None:
        if value == _OFF:
            self.time.set_problem("")
        minute = self.time.minutes()
        usual = reminders.USUAL[self._kind]
        self.wanted.emit(self._kind, REMINDER_OFF if value == _OFF else usual if minute is None else minute)

    def _on_time(self) -> None:
        """Ask for the time that was typed; one that was emptied switches off."""
        if not self.choice.chips[_ON].isChecked():
            return  # the field was left because it went away
        typed = self.time.minutes()
        minute = REMINDER_OFF if typed is None else typed
        if not self.time.problem() and minute != self._kept:
            self.wanted.emit(self._kind, minute)


def _hint(kind: ReminderKind) -> str:
    return {
        ReminderKind.CHECK_IN: tr("On days without a check-in."),
        ReminderKind.TRAINING: tr("On days with a planned session that is not done."),
        ReminderKind.QUESTIONNAIRE: tr("When one can be filled in again, 14 days after the last time."),
        ReminderKind.BACKUP: tr("When the last copy is 14 days old. “Back up now” makes one."),
    }[kind]


def _quiet_field(setting: Setting[int]) -> TimeField:
    field = TimeField(name=setting.title())
    field.setObjectName(setting.key)
    field.setMaximumWidth(current_theme().px(_TIME_WIDTH))
    return field


def _show_at(field: TimeField, message: str, _name: str) -> None:
    field.set_problem(message)
