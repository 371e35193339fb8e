"""What is done with a finished report: saved, printed, locked; and the doors to what belongs beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.report.lock_field import LockField
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from nextrep.ui.widgets.card import row_of
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.progress import ProgressPanel


class GivePanel(QWidget):
    """Buttons and what came of them. It decides nothing.

    Attributes:
        stopped: the person asked to stop what is going on.
        save, print_button, copy_path, again, data, shared, papers: buttons.
        lock, doors: the password, and ways to what belongs to the report; the form has a place for them.
        problem: what did not work, where it was asked for.
        progress: what is going on, with a way out.
        status: a word on the pages; saved: where the file is.
    """

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lock = LockField()
        self.save = PrimaryButton(tr("Save PDF"))
        self.print_button = SecondaryButton(tr("Print…"))
        self.copy_path = LinkButton(tr("Copy path"))
        self.again = LinkButton(tr("Make the pages"))
        self.data = LinkButton(tr("Also as data…"))
        self.shared = LinkButton(tr("Shared so far…"))
        self.papers = LinkButton(tr("Other papers…"))
        self.problem = InlineMessage()
        self.progress = ProgressPanel("")
        self.status, self.saved = Secondary(), Secondary()
        self.saved.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._lay_out()
        self.progress.cancelled.connect(self.stopped)
        self.set_saved("", path=False)

    def set_ready(self, ready: bool) -> None:
        """Let the person give what is shown, or not."""
        for button in (self.save, self.print_button, self.data):
            button.setEnabled(ready)

    def set_saved(self, said: str, *, path: bool) -> None:
        """Say what came of it, or nothing with ""; `path` offers to copy where the file is."""
        self.saved.setText(said)
        self.saved.setHidden(not said)
        self.copy_path.setHidden(not (said and path))

    def begin(self, said: str) -> None:
        """Show that something is going on."""
        self.progress.begin(said)
        self.status.hide()

    def end(self, said: str = "") -> None:
        """Show that nothing is going on; `said` is a word on it."""
        self.progress.hide()
        self.status.setText(said)
        self.status.show()

    def _lay_out(self) -> None:
        px = current_theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self.problem)
        layout.addWidget(_flow(self.save, self.print_button, spacing=12))
        for widget in (self.progress, self.saved):
            layout.addWidget(widget)
        row = row_of(self.status, self.again, self.copy_path, self.papers, stretch=False)
        row.setStretch(0, 1)
        layout.addLayout(row)
        self.progress.hide()
        self.again.hide()
        self.status.setMinimumHeight(self.status.fontMetrics().height())  # words come and go; the form stays
        self.doors = _flow(self.data, self.shared, spacing=12)


def _flow(*widgets: QWidget, spacing: int) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row, spacing=spacing)
    for widget in widgets:
        flow.addWidget(widget)
    return row
