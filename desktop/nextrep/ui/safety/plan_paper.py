"""The plan for hard days on paper: look, save or print; all three are the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QWidget

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.services import hard_days, safety
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import JobHandle, Progress
from nextrep.ui.safety.foot import flow_foot
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.transfer.pdf_saving import SavePdf, save_dialog
from nextrep.ui.transfer.printing import Printing
from nextrep.ui.transfer.sheet_form import usual_paper
from nextrep.ui.transfer.sheet_work import PAPERS
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.dialog_frame import fit, put_together
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import SmallTitle
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.pdf_pages import Page, read_pages
from nextrep.ui.widgets.pdf_preview import Preview

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store

_WIDTH, _HEIGHT = 760, 820


@dataclass(frozen=True, slots=True)
class Paper:
    """The finished page."""

    pdf: bytes
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class MakePaper:
    """A job: reads the plan, writes the PDF and reads its page back; `paper` is one of `PAPERS`."""

    store: Store
    paper: str

    def __call__(self, progress: Progress) -> Paper:
        """Do the work.

        Raises:
            KnownError: the profile cannot be read.
            Cancelled: nobody waits for it any more.
        """
        from nextrep.reports.styles import Paper as Papers  # ReportLab: loaded when a paper is asked for

        with self.store.on_this_thread():
            content = hard_days.page(hard_days.read(self.store), safety.view(self.store))
        progress.check()
        pdf = hard_days.render(content, paper=Papers[self.paper], cancelled=lambda: progress.cancelled)
        return Paper(pdf, read_pages(pdf))


class PlanPaper(QDialog):
    """The page, and what to do with it.

    Attributes:
        paper: the finished page, None while it is being made.
        papers: the sizes.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._making: JobHandle | None = None
        self._leaving = False  # closed while it was being printed
        self.paper: Paper | None = None
        self.setWindowTitle(tr("Plan to print"))
        self.message = InlineMessage()
        self.preview = Preview(context.jobs, tr("Preview of the plan"))
        self.papers = QButtonGroup(self)
        self.print_button = PrimaryButton(tr("Print…"))
        self.save_button = SecondaryButton(tr("Save as PDF…"))
        self.close_button = SecondaryButton(tr("Close"))
        self.printing = Printing(context.jobs, self)
        self._lay_out()
        self.papers.idClicked.connect(self._make)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.reject)
        self.printing.begun.connect(self._on_begun)
        self.printing.done.connect(self._on_printed)
        self.printing.failed.connect(self._on_failed)
        self._make()
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Close; what is being printed is printed to its end, and a failure brings the dialog back."""
        if self.printing.running:
            self._leaving = True
            self.hide()
            return
        if self._making is not None:
            self._making.cancel()
        super().reject()

    def _lay_out(self) -> None:
        px = current_theme().px
        page = ScrollPage()
        page.body.setSpacing(px(8))
        page.body.addWidget(self.message)
        sizes = QWidget()
        row = FlowLayout(sizes, spacing=4)
        row.addWidget(SmallTitle(tr("Paper"), wrap=False))
        for number, name in enumerate((tr("A4"), tr("Letter"))):
            chip = ChipButton(name, checked=number == usual_paper())
            chip.setAccessibleName(tr("{group}: {choice}", group=tr("Paper"), choice=name))
            self.papers.addButton(chip, number)
            row.addWidget(chip)
        page.body.addWidget(sizes)
        page.body.addWidget(self.preview, 1)
        put_together(self, page, flow_foot(self.print_button, self.save_button, self.close_button))
        fit(self, px(_WIDTH), px(_HEIGHT))

    def _make(self, _id: int = 0) -> None:
        """Make the page anew, beside the window."""
        if self._making is not None:
            self._making.cancel()
        self.paper = None
        self._show_buttons()
        job = MakePaper(self._context.store, PAPERS[max(0, self.papers.checkedId())])
        self._making = self._context.jobs.run(job, then=self._on_made, failed=self._on_failed, owner=self)

    def _show_buttons(self) -> None:
        ready = self.paper is not None and not self.printing.running
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)

    def _on_made(self, paper: Paper) -> None:
        self._making = None
        self.paper = paper
        self.message.clear()
        self.preview.show_pdf(paper.pdf, paper.pages)
        self._show_buttons()

    def _on_save(self) -> None:
        if self.paper is None:
            return
        dialog = save_dialog(tr("Save the plan"), hard_days.file_name(), "", self)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _on_file_chosen(self, name: str) -> None:
        if name and self.paper is not None:
            job = SavePdf(self.paper.pdf, Path(name))
            self._context.jobs.run(job, then=self._on_saved, failed=self._on_failed, owner=self)

    def _on_saved(self, target: Path) -> None:
        self.message.show_message(tr("Saved: {path}", path=target))

    def _on_print(self) -> None:
        if self.paper is not None:
            self.message.clear()
            self.printing.ask(self.paper.pdf, self.paper.pages, tr("Plan"), grey=True)

    def _on_begun(self, _pages: int) -> None:
        self._show_buttons()

    def _on_printed(self, said: str) -> None:
        self.message.show_message(said)
        self._show_buttons()
        if self._leaving:
            self.reject()

    def _on_failed(self, error: BaseException) -> None:
        if self._leaving:
            self._leaving = False
            self.open()
        known = isinstance(error, KnownError)
        said = str(error) if known else tr("The page could not be made. Nothing was changed.")
        self.message.show_message(said, "error")
        self._show_buttons()
