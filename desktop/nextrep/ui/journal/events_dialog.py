"""All events: adding, changing, ending and taking away, each of which can be undone here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QVBoxLayout, QWidget

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.events import Event, EventKind
from nextrep.domain.text import tr
from nextrep.services import events
from nextrep.ui.journal.event_form import EventForm, new_event
from nextrep.ui.journal.event_model import EventModel
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.dialog_frame import fit, new_foot
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import CardTitle, Muted
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.table import TableView
from nextrep.ui.widgets.undo_link import UndoLink


class EventsDialog(QDialog):
    """The list with its buttons. Enter changes the chosen event, Delete takes it away.

    Attributes:
        changed: emitted after something was kept.
        table: the list.
    """

    changed = Signal()

    def __init__(self, context: Context, day: int, parent: QWidget | None = None) -> None:
        """Make the dialog; `day` (date ordinal) is what a new event begins with."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Events"))
        self._context, self._day = context, day
        self._model = EventModel()
        self._model.setParent(self)
        self.table = TableView(tr("Events"))
        self.table.setModel(self._model)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self._empty = Muted(tr("Nothing here yet. Every chart marks events, so that one sees what was when."))
        self._problem = InlineMessage()
        self.add, self.change = PrimaryButton(tr("Add an event")), SecondaryButton(tr("Change"))
        self.end, self.remove = SecondaryButton(tr("Ends today")), SecondaryButton(tr("Delete"))
        self.undo = UndoLink(context.undo, self)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        px = current_theme().px
        header = self.table.horizontalHeader()
        header.setStretchLastSection(False)
        for column, mode in enumerate(("ResizeToContents", "Stretch", "ResizeToContents")):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode[mode])
        buttons = FlowLayout(spacing=8)
        for button in (self.add, self.change, self.end, self.remove):
            buttons.addWidget(button)
        close = SecondaryButton(tr("Close"))
        close.clicked.connect(self.accept)
        foot = new_foot()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.undo)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(20), px(24), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(CardTitle(tr("Events")))
        intro = tr("Medicines, therapy, travel, illness and what else happened, in your words.")
        layout.addWidget(Muted(intro))
        layout.addWidget(self._problem)
        layout.addWidget(self._empty)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        layout.addLayout(foot)
        fit(self, px(640), px(520))

    def _connect(self) -> None:
        self.add.clicked.connect(self.open_new)
        self.change.clicked.connect(self.open_chosen)
        self.end.clicked.connect(self._on_end)
        self.remove.clicked.connect(self._on_remove)
        self.table.doubleClicked.connect(self._on_double_clicked)
        self.table.selectionModel().selectionChanged.connect(self._show_buttons)
        self._context.bus.changed.connect(self._on_changed)

    def refresh(self, number: int = 0) -> None:
        """Read all events; the one with the id `number` is chosen, or the one that was."""
        chosen = self.chosen()
        number = number or (chosen.id if chosen else 0)
        found = events.all_events(self._context.store)
        self._model.show_events(found, self._context.now().date().toordinal())
        self._empty.setVisible(not found)
        self.table.setVisible(bool(found))
        row = self._model.row_of(number)
        if found:
            self.table.selectRow(max(row, 0))
        self._show_buttons()

    def chosen(self) -> Event | None:
        """Return the chosen event."""
        return self._model.event_at(self.table.currentIndex().row())

    def open_new(self) -> EventForm:
        """Open the form of a new event."""
        return self._open(new_event(EventKind.LIFE, self._day))

    def open_chosen(self) -> EventForm | None:
        """Open the form of the chosen event."""
        event = self.chosen()
        return self._open(event) if event else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change with Enter and take away with Delete while in the list."""
        if self.table.hasFocus() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_chosen()
        elif event.key() == Qt.Key.Key_Delete:
            self._on_remove()
        else:
            super().keyPressEvent(event)

    def show_error(self, message: str, _field: str = "") -> None:
        """Say what was not taken."""
        self._problem.show_message(message, "error")

    def _open(self, event: Event) -> EventForm:
        form = EventForm(self._context, event, self)
        form.saved.connect(self._on_saved)
        form.open()
        return form

    def _on_saved(self, event: Event) -> None:
        self.refresh(event.id)
        self.changed.emit()

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.open_chosen()

    def _on_end(self) -> None:
        event = self.chosen()
        if event is not None:
            self._run(partial(events.end_today, self._context.store, event.id, self._context.now()))

    def _on_remove(self) -> None:
        event = self.chosen()
        if event is not None:
            self._run(partial(events.delete, self._context.store, event.id))

    def _run(self, call: Callable[[], Outcome[Any]]) -> None:
        self._problem.clear()
        self._context.operate.run(call, initiator=self)
        self.refresh()
        self.changed.emit()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if changes.events and initiator is not self:
            self.refresh()

    def _show_buttons(self) -> None:
        event, today = self.chosen(), self._context.now().date().toordinal()
        self.change.setEnabled(event is not None)
        self.remove.setEnabled(event is not None)
        self.end.setEnabled(event is not None and event.last is None and event.first <= today)
