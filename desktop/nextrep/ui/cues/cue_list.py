"""The list of cues with its keys, and what can be done with the one that it stands on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from nextrep.domain.cue_edits import CueEntry
from nextrep.domain.text import tr
from nextrep.ui.cues.cue_model import ENTRY_ROLE, CueDelegate, CueModel
from nextrep.ui.widgets.buttons import LinkButton, SecondaryButton
from nextrep.ui.widgets.flow import FlowLayout


class CueDeeds(QWidget):
    """Buttons for one cue; `show_entry` offers what can be done with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reword_button = SecondaryButton(tr("Change the words"))
        self.hide_button = SecondaryButton(tr("Hide"))
        self.restore_button = LinkButton(tr("As it came"))
        self.delete_button = LinkButton(tr("Delete"))
        flow = FlowLayout(self)
        for button in (self.reword_button, self.hide_button, self.restore_button, self.delete_button):
            flow.addWidget(button)

    def show_entry(self, entry: CueEntry | None) -> None:
        """Offer what can be done with a cue, None where the list is empty."""
        for button in (self.reword_button, self.hide_button):
            button.setEnabled(entry is not None)
        self.hide_button.setText(tr("Show again") if entry is not None and entry.hidden else tr("Hide"))
        self.restore_button.setVisible(entry is not None and entry.changed)
        self.delete_button.setVisible(entry is not None and entry.cue.own)


class CueList(QListView):
    """The list, with keys for what is done most.

    Attributes:
        asked_to_hide: emitted when Delete was pressed.
    """

    asked_to_hide = Signal()

    def __init__(self, cue_model: CueModel) -> None:
        super().__init__()
        self.setModel(cue_model)
        self._delegate = CueDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Cues"))
        self.setUniformItemSizes(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def entry(self) -> CueEntry | None:
        """Return the cue that the list stands on."""
        entry = self.currentIndex().data(ENTRY_ROLE)
        return entry if isinstance(entry, CueEntry) else None

    def stand_on(self, row: int) -> None:
        """Move to a row and make it visible."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def reword(self, words: str = "") -> None:
        """Open the current cue for writing; `words` go on where they were refused."""
        if self.currentIndex().isValid():
            self.setFocus()
            self._delegate.begin_with = words
            self.edit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter changes the words, Delete hides."""
        key = Qt.Key(event.key())
        writing = self.state() == QAbstractItemView.State.EditingState
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not writing:
            self.reword()
        elif key == Qt.Key.Key_Delete and not writing:
            self.asked_to_hide.emit()
        else:
            super().keyPressEvent(event)
