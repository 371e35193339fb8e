"""All cues: what they say, and what the person makes of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.cue_search import find
from nextrep.domain.cues import Cue
from nextrep.domain.text import tr, tr_n
from nextrep.services import cues
from nextrep.ui.cues.cue_actions import CueActions
from nextrep.ui.cues.cue_filter import CueFilter
from nextrep.ui.cues.cue_list import CueDeeds, CueList
from nextrep.ui.cues.cue_model import CueModel
from nextrep.ui.cues.new_cue import NewCue
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton, SecondaryButton
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.dialog_frame import fit
from nextrep.ui.widgets.labels import Elided, Secondary, SmallTitle
from nextrep.ui.widgets.message import InlineMessage

_LOW = 480
"""Below this height (px at 100 %) the filters wait until they are asked for."""


class CueDialog(QDialog):
    """Find a cue, change its words in place, hide it, or write one's own. Everything is kept at once.

    Keys in the list: Enter or F2 changes the words, Delete hides a cue or deletes one's own.

    Attributes:
        filter: what is looked for.
        list: what was found; `deeds` are the buttons for the one it stands on.
        new_cue: the form for one's own.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._low = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Cues before sets"))
        self.filter = CueFilter()
        self.message = InlineMessage()
        self.model = CueModel()
        self.list = CueList(self.model)
        self.heading = SmallTitle(wrap=False)
        self.narrow_button = ChipButton(tr("Narrow down"))
        self.deeds = CueDeeds()
        self.restore_all_button = LinkButton(tr("All as they came"))
        self.new_cue = NewCue()
        self.new_cue.hide()
        self.new_button = SecondaryButton(tr("New cue of my own…"))
        self.undo_link = LinkButton(tr("Undo"))
        self.undo_link.hide()
        self.status = Elided()
        self.close_button = SecondaryButton(tr("Close"))
        self._actions = CueActions(context, self.list, self.message, self)
        self._lay_out()
        self._connect()
        px = current_theme().px
        fit(self, px(880), px(720))
        self.refresh()
        self.list.setFocus()

    def _lay_out(self) -> None:
        px = current_theme().px
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addWidget(self.narrow_button)
        head.addStretch(1)
        head.addWidget(self.restore_all_button)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.new_button)
        foot.addWidget(self.status, 1)
        foot.addWidget(self.undo_link)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(16), px(20), px(12))
        layout.setSpacing(px(8))
        self._words = Secondary(
            tr("One line before a set, in turn. Change the words, hide what does not suit you, add your own.")
        )
        for widget in (self._words, self.filter, self.message):
            layout.addWidget(widget)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.deeds)
        layout.addWidget(self.new_cue)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._context.bus.changed.connect(self._on_changed)
        self.filter.changed.connect(self._on_search)
        self.narrow_button.toggled.connect(self._share_room)
        # Later, once the line has closed: the list is read anew then, which no open line would survive.
        self.model.reworded.connect(self._actions.change, Qt.ConnectionType.QueuedConnection)
        self.list.selectionModel().currentChanged.connect(self._on_moved)
        self.list.asked_to_hide.connect(self._actions.put_away)
        self.deeds.reword_button.clicked.connect(self._on_reword)
        self.deeds.hide_button.clicked.connect(self._actions.hide)
        self.deeds.restore_button.clicked.connect(self._actions.restore)
        self.deeds.delete_button.clicked.connect(self._actions.delete)
        self.restore_all_button.clicked.connect(self._actions.restore_all)
        self._actions.kept.connect(self._on_kept)
        self.new_button.clicked.connect(self._on_new)
        self.new_cue.written.connect(self._on_written)
        self.new_cue.left.connect(self._on_new_left)
        self.undo_link.clicked.connect(self._on_undo)
        self.close_button.clicked.connect(self.reject)

    def refresh(self, key: str = "") -> None:
        """Read the cues anew and stand on the same one, or on that of `key`."""
        here = self.list.entry()
        wanted = key or (here.cue.key if here is not None else "")
        row = self.list.currentIndex().row()
        every = cues.view(self._context.store)
        found = find(every, self.filter.words.text(), self.filter.facets())
        self.model.show_entries(found)
        place = self.model.row_of(wanted)
        self.list.stand_on(place if place >= 0 else min(max(0, row), len(found) - 1))
        self.heading.setText(tr_n("{n} cue", "{n} cues", len(found)) if found else tr("No cue like that"))
        self.restore_all_button.setVisible(any(one.changed or one.hidden for one in every))
        self.deeds.show_entry(self.list.entry())

    def show_error(self, message: str, field: str = "") -> None:  # noqa: ARG002 - as screens have it
        """Say above the list what did not work."""
        self.message.show_message(message, "warn")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo work here too."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._on_undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._context.undo.redo()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.narrow_button.setChecked(True)
            self.filter.words.setFocus()
        elif event.matches(QKeySequence.StandardKey.New):
            self._on_new()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the list where there is little."""
        super().resizeEvent(event)
        self._low = event.size().height() < current_theme().px(_LOW)
        self._share_room()

    def _share_room(self, _narrowing: bool = False) -> None:
        self.narrow_button.setVisible(self._low)
        self._words.setHidden(self._low)
        self.filter.setHidden(self._low and not self.narrow_button.isChecked())

    def _on_kept(self, key: str, undo: str) -> None:
        """Show the list as it is now, and offer the way back."""
        self.refresh(key)
        if undo:
            self.status.setText(tr("Saved"))
            self.undo_link.setText(tr("Undo {step}", step=undo))
            self.undo_link.show()

    def _on_search(self) -> None:
        self.refresh()

    def _on_moved(self, _current: object, _previous: object) -> None:
        self.deeds.show_entry(self.list.entry())

    def _on_reword(self) -> None:
        self.list.reword()

    def _on_new(self) -> None:
        self.new_cue.show()
        self.new_button.setEnabled(False)
        self.new_cue.begin(self.filter.facets())

    def _on_new_left(self) -> None:
        self.new_cue.hide()
        self.new_button.setEnabled(True)
        self.list.setFocus()

    def _on_written(self, cue: Cue) -> None:
        add = partial(cues.add, self._context.store, cue)
        added = self._context.operate.run(add, initiator=self, on_error=self.new_cue.show_problem)
        if added is None:
            return
        self._on_new_left()
        self.refresh(added.key)
        if self.model.row_of(added.key) < 0:
            self.filter.clear()
            self.refresh(added.key)
        self.status.setText(tr("Saved"))

    def _on_undo(self) -> None:
        self.undo_link.hide()
        self.status.clear()
        self._context.undo.undo()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if changes.settings and initiator is not self:
            self.refresh()
