"""Opening a program: choose a file, look, settle what is not known, open. Nothing changes before the end."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.shared_program import ProgramFileError
from nextrep.domain.text import tr
from nextrep.services import library, opening
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import JobHandle
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.transfer import sharing_words as words
from nextrep.ui.transfer.open_pages import ChooseProgramPage, LookPage, mistakes_text
from nextrep.ui.transfer.sharing_work import Opened, ReadProgramFile
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.dialog_frame import fit, new_foot, put_together
from nextrep.ui.widgets.file_dialogs import documents, dropped_file, to_open
from nextrep.ui.widgets.progress import ProgressPanel

_WIDTH, _HEIGHT = 720, 620


def open_program_file(context: Context, parent: QWidget) -> OpenProgramDialog:
    """Open the dialog over `parent`."""
    dialog = OpenProgramDialog(context, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


class OpenProgramDialog(QDialog):
    """Leads through opening a program; a file can be dropped on it.

    Attributes:
        made: a program was opened.
    """

    made = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._path: Path | None = None
        self._opened: Opened | None = None
        self._reading: JobHandle | None = None
        self.setWindowTitle(tr("Open a program"))
        self.setAcceptDrops(True)
        self.choosing, self.looking = ChooseProgramPage(), LookPage(context.now().date())
        self._busy = ProgressPanel("")
        self._busy_page = QWidget()
        self.pages = QStackedWidget()
        for page in (self.choosing, self._busy_page, self.looking):
            self.pages.addWidget(page)
        self.other = SecondaryButton(tr("Choose another file…"))
        self.leave = SecondaryButton(tr("Cancel"))
        self.take = PrimaryButton(tr("Open this program"))
        self._lay_out()
        self._connect()
        self._show_page(self.choosing)

    def ask_file(self) -> QFileDialog:
        """Let the person choose a file."""
        kinds = [tr("Programs of NextRep (*.nextrep)"), tr("All files (*)")]
        dialog = to_open(tr("Choose a program"), kinds, documents(), self)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()
        return dialog

    def load(self, path: Path) -> None:
        """Read a file beside the window and show what is in it."""
        if self._reading is not None:
            self._reading.cancel()
        self._path = path
        self.choosing.forget()
        self._busy.set_text(tr("Reading {file}", file=path.name))
        self._busy.cancel_button.setEnabled(True)
        self._show_page(self._busy_page)
        self._reading = self._context.jobs.run(
            ReadProgramFile(self._context.store, path),
            then=self._on_read,
            failed=self._on_failed,
            owner=self,
        )

    def show_error(self, message: str, field: str = "") -> None:
        """Say why the program was not opened, and go where that can be mended."""
        self.looking.show_problem(message)
        for choice in self.looking.fields:
            if field and choice.unknown.name == field:
                choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Close without opening anything."""
        if self._reading is not None:
            self._reading.cancel()
        super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this computer."""
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.load(path)

    def _lay_out(self) -> None:
        px = current_theme().px
        busy = QVBoxLayout(self._busy_page)
        busy.setContentsMargins(px(24), px(24), px(24), px(12))
        busy.addWidget(self._busy)
        busy.addStretch(1)
        foot = new_foot()
        foot.addWidget(self.other)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.take)
        put_together(self, self.pages, foot)
        fit(self, px(_WIDTH), px(_HEIGHT))

    def _connect(self) -> None:
        self.choosing.asked.connect(self.ask_file)
        self.choosing.again_asked.connect(self._on_again)
        self.other.clicked.connect(self.ask_file)
        self.leave.clicked.connect(self.reject)
        self.take.clicked.connect(self._on_take)
        self.looking.changed.connect(self._show_look)
        self._busy.cancelled.connect(self._on_reading_cancelled)

    def _show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        looking = page is self.looking
        self.other.setVisible(looking)
        self.take.setVisible(looking)
        self.choosing.choose.setDefault(not looking)
        self.take.setDefault(looking)
        if page is self.choosing:
            self.choosing.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        elif looking:
            first = self.looking.fields[0] if self.looking.fields else self.take
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_look(self) -> None:
        """Say what would be made with the answers so far."""
        if self._opened is None:
            return
        left = self.looking.count_left()
        self.take.setEnabled(not left)
        self.take.setToolTip(words.settle_text(left))
        try:
            look = opening.look(
                self._context.store,
                self._opened.read.program,
                self.looking.choices(),
                self.looking.first_day(),
                self._context.now(),
                overlap=self.looking.overlap(),
                on_that_day=self.looking.on_that_day.isChecked(),
            )
        except UserError as error:
            self.take.setEnabled(False)
            self.looking.show_problem(str(error))
            return
        self.looking.show_look(look)

    def _on_file(self, name: str) -> None:
        if name:
            self.load(Path(name))

    def _on_again(self) -> None:
        if self._path is not None:
            self.load(self._path)

    def _on_read(self, opened: Opened) -> None:
        self._reading = None
        self._opened = opened
        self.looking.show_file(opened, library.view(self._context.store))
        self._show_look()
        self._show_page(self.looking)

    def _on_failed(self, error: BaseException) -> None:
        self._reading = None
        name = self._path.name if self._path is not None else ""
        if isinstance(error, ProgramFileError):
            text = mistakes_text(name, error)
        elif isinstance(error, UserError | KnownError):
            text = str(error)
        else:
            text = tr("This file could not be read because of a fault in NextRep. Nothing was changed.")
        self._show_page(self.choosing)
        self.choosing.show_problems(text, error)

    def _on_reading_cancelled(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self._show_page(self.choosing)

    def _on_take(self) -> None:
        if self._opened is None:
            return
        use_case = partial(
            opening.open_program,
            self._context.store,
            self._opened.read.program,
            self.looking.choices(),
            self.looking.first_day(),
            self._context.now(),
            overlap=self.looking.overlap(),
            on_that_day=self.looking.on_that_day.isChecked(),
        )
        if self._context.operate.run(use_case, initiator=self) is not None:
            self.accept()
            self.made.emit()
