"""Bringing in another program's log: choose, look, keep. Nothing changes before the last step."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from nextrep.domain.changes import Outcome
from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.text import tr
from nextrep.domain.units import Unit
from nextrep.services.transfer import ImportReport
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import JobHandle
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.transfer import words
from nextrep.ui.transfer.choose_page import ChoosePage
from nextrep.ui.transfer.done_page import DonePage
from nextrep.ui.transfer.preview_page import PreviewPage
from nextrep.ui.transfer.work import KeepLog, ReadFile, Reading
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.dialog_frame import fit, new_foot, put_together
from nextrep.ui.widgets.file_dialogs import dropped_file, to_open
from nextrep.ui.widgets.progress import ProgressPanel


def open_import(context: Context, parent: QWidget) -> ImportDialog:
    """Open the dialog over `parent`."""
    dialog = ImportDialog(context, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


class ImportDialog(QDialog):
    """Leads through an import; files can be dropped on it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._path: Path | None = None
        self._reading_job: JobHandle | None = None
        self._stop: threading.Event | None = None  # set while sets are being kept
        self._close_when_kept = False
        self.setWindowTitle(tr("Bring in a log"))
        self.setAcceptDrops(True)
        self._choose, self._preview, self._done = ChoosePage(), PreviewPage(), DonePage()
        self._busy = QWidget()
        self._progress: ProgressPanel | None = None
        self._busy_layout = QVBoxLayout(self._busy)
        self.pages = QStackedWidget()
        for page in (self._choose, self._busy, self._preview, self._done):
            self.pages.addWidget(page)
        self.other = SecondaryButton(tr("Choose another file…"))
        self.leave = SecondaryButton(tr("Cancel"))
        self.take = PrimaryButton("")
        self._lay_out()
        self._choose.asked.connect(self.ask_file)
        self.other.clicked.connect(self.ask_file)
        self.leave.clicked.connect(self.reject)
        self.take.clicked.connect(self._on_take)
        self._preview.unit_chosen.connect(self._on_unit)
        self._preview.changed.connect(self._show_buttons)
        self._show_page(self._choose)

    def ask_file(self) -> QFileDialog:
        """Let the person choose a file."""
        kinds = [tr("Training logs (*.csv *.txt *.fitnotes)"), tr("All files (*)")]
        dialog = to_open(tr("Choose an export"), kinds, "", self)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()
        return dialog

    def load(self, path: Path, unit: Unit | None = None) -> None:
        """Read a file beside the window and show what is in it.

        Args:
            path: the file.
            unit: of its weights where the person said it; None leaves it to the file.
        """
        if self._stop is not None:
            return
        if self._reading_job is not None:
            self._reading_job.cancel()
        if path != self._path:
            self._preview.forget()
        self._path = path
        self._choose.problem.clear()
        panel = self._wait(tr("Reading {file}", file=path.name))
        panel.cancelled.connect(self._on_reading_cancelled)
        self._reading_job = self._context.jobs.run(
            ReadFile(self._context.store, path, unit),
            then=self._on_read,
            failed=self._on_read_failed,
            owner=self,
            progress=panel.set_progress,
        )

    def reject(self) -> None:
        """Close without keeping anything; while sets are being kept, stop that first."""
        if self._stop is not None:
            self._close_when_kept = True
            self._stop.set()
            return
        if self._reading_job is not None:
            self._reading_job.cancel()
        super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this computer."""
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.load(path)

    def _lay_out(self) -> None:
        px = current_theme().px
        foot = new_foot()
        foot.addWidget(self.other)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.take)
        self._busy_layout.setContentsMargins(px(24), px(24), px(24), px(12))
        self._busy_layout.addStretch(1)
        put_together(self, self.pages, foot)
        fit(self, px(680), px(560))

    def _show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self._show_buttons()

    def _show_buttons(self) -> None:
        page = self.pages.currentWidget()
        self.other.setVisible(page in {self._preview, self._done})
        self.take.setVisible(page in {self._preview, self._done})
        self.leave.setVisible(page is not self._done)
        self.other.setText(tr("Bring in another file…") if page is self._done else tr("Choose another file…"))
        self._choose.choose.setDefault(page is self._choose)
        if page is self._preview:
            n = self._preview.preview().new_sets
            self.take.setText(words.take_text(n))
            self.take.setEnabled(n > 0)
        elif page is self._done:
            self.take.setText(tr("Close"))
            self.take.setEnabled(True)
        if page is not self._choose:
            self.take.setDefault(True)
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wait(self, text: str) -> ProgressPanel:
        """Show what is being done, with a new way out."""
        if self._progress is not None:
            self._busy_layout.removeWidget(self._progress)
            self._progress.hide()
            self._progress.deleteLater()
        self._progress = ProgressPanel(text)
        self._busy_layout.insertWidget(0, self._progress)
        self._show_page(self._busy)
        return self._progress

    def _dropped(self, event: QDropEvent) -> Path | None:
        return dropped_file(event) if self._stop is None else None

    def _on_file(self, name: str) -> None:
        self.load(Path(name))

    def _on_unit(self, unit: Unit) -> None:
        if self._path is not None:
            self.load(self._path, unit)

    def _on_read(self, reading: Reading) -> None:
        self._reading_job = None
        self._preview.show_reading(reading)
        self._show_page(self._preview)

    def _on_read_failed(self, error: BaseException) -> None:
        self._reading_job = None
        if isinstance(error, UserError | KnownError):
            text = str(error)
        else:
            text = tr("This file could not be read because of a fault in NextRep. Your log was not changed.")
        self._show_page(self._choose)
        self._choose.problem.show_message(text, "error")
        self._choose.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_reading_cancelled(self) -> None:
        if self._reading_job is not None:
            self._reading_job.cancel()
            self._reading_job = None
        self._show_page(self._choose)

    def _on_take(self) -> None:
        if self.pages.currentWidget() is self._done:
            self.accept()
            return
        log = self._preview.preview().log
        panel = self._wait(tr("Keeping the sets"))
        panel.cancelled.connect(self._on_keeping_cancelled)
        self._stop = threading.Event()
        self._context.jobs.run(
            KeepLog(self._context.store, log, self._context.now(), self._stop.is_set),
            then=self._on_kept,
            failed=self._on_keep_failed,
            owner=self,
            progress=panel.set_progress,
        )

    def _on_keeping_cancelled(self) -> None:
        if self._stop is not None:
            self._stop.set()

    def _on_kept(self, outcome: Outcome[ImportReport] | None) -> None:
        self._stop = None
        if outcome is not None:
            self._context.operate.announce(outcome, self)
            self._done.show_report(outcome.value, undoable=outcome.undo is not None)
        if self._close_when_kept:
            super().reject()
            return
        self._show_page(self._preview if outcome is None else self._done)

    def _on_keep_failed(self, error: BaseException) -> None:
        self._stop = None
        self._on_read_failed(error)
        if self._close_when_kept:
            super().reject()
