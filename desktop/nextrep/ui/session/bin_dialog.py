"""The bin: what was deleted, how long it stays, and the way back."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.bin import BinItem
from nextrep.domain.changes import Changes
from nextrep.domain.text import tr
from nextrep.services import bin as rubbish
from nextrep.services import preferences
from nextrep.ui.runtime.context import Context
from nextrep.ui.session.bin_model import BinList, BinModel
from nextrep.ui.session.controls import TallPrimary, TallSecondary
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.dialog_frame import fit
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, CardTitle, Muted
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.search_field import ENTER_KEYS


class BinDialog(QDialog):
    """A list with a way back for each thing; deleting for good asks once.

    Attributes:
        list: what is in the bin.
        restore_button, delete_button, empty_button: what can be done with it.
        sure_button, keep_button: the answers when it asks.
        message: what could not be put back and why, or what came back.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._context = context
        self._sure_of: partial[Any] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Bin"))
        self.model = BinModel()
        self.list = BinList(self.model)
        self.message = InlineMessage()
        self.nothing = Muted(tr("The bin is empty. Sets, exercises and sessions that you delete rest here."))
        self.restore_button = TallPrimary(tr("Restore"))
        self.delete_button = TallSecondary(tr("Delete for good"))
        self.empty_button = TallSecondary(tr("Empty"))
        self.empty_button.setAccessibleName(tr("Empty the bin"))
        self.close_button = TallSecondary(tr("Close"))
        self.question = Body()
        self.sure_button = TallSecondary(tr("Delete for good"))
        self.keep_button = TallPrimary(tr("Keep"))
        self._actions, self._asking = self._foot(), self._question()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(20), px(24), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(CardTitle(tr("Bin")))
        layout.addWidget(Muted(tr("What you delete stays here for 30 days. Nothing in it counts anywhere.")))
        layout.addWidget(self.message)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self.nothing, 1)  # one of the two is shown
        layout.addWidget(self.list, 1)
        layout.addWidget(self._actions)
        layout.addWidget(self._asking)
        self._connect()
        fit(self, px(680), px(560))
        self.refresh()

    def _foot(self) -> QWidget:
        foot = QWidget()
        flow = FlowLayout(foot, spacing=12)
        for button in (self.restore_button, self.delete_button, self.empty_button, self.close_button):
            flow.addWidget(button)
        return foot

    def _question(self) -> QWidget:
        asking = QWidget()
        column = QVBoxLayout(asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.question)
        row = QHBoxLayout()
        row.addWidget(self.keep_button)
        row.addWidget(self.sure_button)
        row.addStretch(1)
        column.addLayout(row)
        asking.hide()
        return asking

    def _connect(self) -> None:
        self.restore_button.clicked.connect(self.restore)
        self.delete_button.clicked.connect(self._on_delete)
        self.empty_button.clicked.connect(self._on_empty)
        self.close_button.clicked.connect(self.accept)
        self.keep_button.clicked.connect(self._on_keep)
        self.sure_button.clicked.connect(self._on_sure)
        self.list.doubleClicked.connect(self.restore)
        self._context.bus.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the bin again."""
        row = self.list.currentIndex().row()
        store = self._context.store
        found = rubbish.items(store)
        self.model.show_items(found, self._context.now(), preferences.unit(store))
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        for button in (self.restore_button, self.delete_button, self.empty_button):
            button.setVisible(bool(found))
        if found:
            self.list.setCurrentIndex(self.model.index(min(max(row, 0), len(found) - 1), 0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def restore(self) -> None:
        """Put what the list stands on back, or say what is missing."""
        item = self._current()
        if item is None:
            return
        if item.id not in {one.id for one in rubbish.items(self._context.store)}:
            self.refresh()  # its 30 days came to their end while the list was open
            self.message.show_message(tr("{title} is no longer in the bin.", title=item.title), "warn")
            return
        call = partial(rubbish.restore, self._context.store, item.id, self._context.now())
        if self._context.operate.run(call, initiator=self) is not None:
            self.message.show_message(tr("{title} is back.", title=item.title))
            self.refresh()

    def show_error(self, message: str, field: str = "") -> None:  # noqa: ARG002 - there are no fields
        """Say why something cannot come back."""
        self.message.show_message(message, "warn")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Restore with Enter, ask with Delete; Escape leaves the question first."""
        if event.key() == Qt.Key.Key_Escape and self._asking.isVisible():
            self._on_keep()
        elif event.key() == Qt.Key.Key_Delete and self._actions.isVisible():
            self._on_delete()
        elif event.key() in ENTER_KEYS and self._actions.isVisible():
            if not event.isAutoRepeat():  # a key held down must not go through the list
                self.restore()
        else:
            super().keyPressEvent(event)

    def _current(self) -> BinItem | None:
        return self.model.item(self.list.currentIndex().row())

    def _on_delete(self) -> None:
        item = self._current()
        if item is not None:
            call = partial(rubbish.delete_for_good, self._context.store, item.id)
            self._ask(tr("Delete {title} for good? This cannot be taken back.", title=item.title), call)

    def _on_empty(self) -> None:
        call = partial(rubbish.empty, self._context.store)
        self._ask(tr("Delete everything in the bin for good? This cannot be taken back."), call)

    def _ask(self, question: str, call: partial[Any]) -> None:
        self._sure_of = call
        self.question.setText(question)
        self._actions.hide()
        self._asking.show()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep(self) -> None:
        self._sure_of = None
        self._asking.hide()
        self._actions.show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_sure(self) -> None:
        call = self._sure_of
        self._on_keep()
        if call is not None:
            self._context.operate.run(call, initiator=self)
            self.message.clear()
            self.refresh()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self and changes.training:
            self.refresh()
