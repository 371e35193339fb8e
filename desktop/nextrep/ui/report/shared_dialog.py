"""What was shared when: a list that stays in the profile, and from which anything can be taken."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QVBoxLayout, QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.text import tr
from nextrep.services import report_giving
from nextrep.ui.report.shared_model import SharedModel, what_words
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.dialog_frame import fit, new_foot
from nextrep.ui.widgets.labels import Body, CardTitle, Muted
from nextrep.ui.widgets.table import TableView
from nextrep.ui.widgets.undo_link import UndoLink


class SharedDialog(QDialog):
    """The newest first; what was in the chosen one stands below.

    Attributes:
        table: the list.
        what: what was in the chosen one.
        remove: takes it off the list.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Shared so far"))
        self._context = context
        self._model = SharedModel(self)
        self.table = TableView(tr("Shared so far"))
        self.table.setModel(self._model)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self._empty = Muted(tr("Nothing yet. What you save or print here will be listed, for you alone."))
        self.what = Body()
        self.remove = SecondaryButton(tr("Take off the list"))
        self._close = SecondaryButton(tr("Close"))
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.remove.clicked.connect(self._on_remove)
        self._close.clicked.connect(self.accept)
        context.bus.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Read the list again; the row stays where it was."""
        row = max(0, self.table.currentIndex().row())
        self._model.show_shares(report_giving.shared(self._context.store))
        count = self._model.rowCount()
        for widget in (self.table, self.what, self.remove):
            widget.setVisible(bool(count))
        self._empty.setVisible(not count)
        if count:
            self.table.setCurrentIndex(self._model.index(min(row, count - 1), 0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        px = current_theme().px
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        foot = new_foot()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.remove)
        foot.addWidget(UndoLink(self._context.undo, self))
        foot.addStretch(1)
        foot.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(20), px(24), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(CardTitle(tr("Shared so far")))
        layout.addWidget(
            Muted(tr("Neither where a file went nor who has it is kept. A file that was given stays given."))
        )
        layout.addWidget(self._empty)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.what)
        layout.addLayout(foot)
        fit(self, px(680), px(480))

    def _on_row(self, index: QModelIndex, _before: QModelIndex) -> None:
        share = self._model.share_at(index.row())
        self.what.setText(what_words(share) if share is not None else "")

    def _on_remove(self) -> None:
        share = self._model.share_at(self.table.currentIndex().row())
        if share is not None:
            call = partial(report_giving.forget_shares, self._context.store, (share,))
            self._context.operate.run(call, initiator=self.parent())
            self.refresh()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.settings:
            self.refresh()
