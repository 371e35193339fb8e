"""Merging a second name: which one, what moves, and the go-ahead."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.exercises import Exercise
from nextrep.domain.text import tr, tr_n
from nextrep.services import library_editing
from nextrep.services.library_editing import MergePreview
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.labels import Body, CardTitle, Muted
from nextrep.ui.widgets.message import InlineMessage


class MergeDialog(QDialog):
    """Says what a merge does, and does it.

    Attributes:
        merged: emitted with the `Exercise` that has it all now.
    """

    merged = Signal(object)

    def __init__(self, context: Context, own: Exercise, into: Exercise, parent: QWidget) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Merge exercises"))
        self.setMinimumWidth(px(440))
        self._context, self._own, self._into = context, own, into
        found = library_editing.merge_preview(context.store, own, into)
        self.problem = InlineMessage(found.reason, "warn", dismissable=False)
        self.take = PrimaryButton(tr("Merge"))
        self.take.setDefault(True)
        self.take.setHidden(bool(found.reason))
        self.leave = SecondaryButton(tr("Close") if found.reason else tr("Cancel"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(20), px(24), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(CardTitle(tr("“{own}” becomes “{other}”", own=own.name, other=into.name)))
        layout.addWidget(self.problem)
        if not found.reason:
            layout.addWidget(Body(_moving(found)))
            layout.addWidget(Muted(_afterwards(own, into)))
        layout.addLayout(row)
        self.take.clicked.connect(self._on_take)
        self.leave.clicked.connect(self.reject)
        (self.leave if found.reason else self.take).setFocus()

    def _on_take(self) -> None:
        use_case = partial(library_editing.merge, self._context.store, self._own, self._into)
        if self._context.operate.run(use_case, initiator=self, on_error=self._on_error) is not None:
            self.accept()
            self.merged.emit(self._into)

    def _on_error(self, message: str, _field: str) -> None:
        self.problem.show_message(message, "warn")


def _moving(found: MergePreview) -> str:
    extent = found.extent
    if not (extent.sets or extent.planned):
        return tr("Nothing was done with it yet, so only the name moves.")
    return tr(
        "{sets} of {sessions} and {planned} move along.",
        sets=tr_n("{n} set", "{n} sets", extent.sets),
        sessions=tr_n("{n} session", "{n} sessions", extent.sessions),
        planned=tr_n("{n} planned session", "{n} planned sessions", extent.planned),
    )


def _afterwards(own: Exercise, into: Exercise) -> str:
    return tr(
        "From then on a file that says “{own}” means “{other}”. You can undo this.",
        own=own.name,
        other=into.name,
    )
