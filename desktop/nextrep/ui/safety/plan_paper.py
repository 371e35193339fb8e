"""The plan for hard days on paper: look, save or print; all three are the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.services import hard_days, safety
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.safety.foot import flow_foot
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.transfer.paper_dialog import PaperDialog
from nextrep.ui.transfer.sheet_form import paper_row
from nextrep.ui.transfer.sheet_work import PAPERS
from nextrep.ui.widgets.dialog_frame import fit, put_together
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.pdf_pages import Page, read_pages

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


class PlanPaper(PaperDialog):
    """The page, and what to do with it.

    Attributes:
        paper: the finished page, None while it is being made.
        papers: the sizes.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, tr("Preview of the plan"), parent)
        self.paper: Paper | None = None
        self.setWindowTitle(tr("Plan to print"))
        self.papers = QButtonGroup(self)
        self._lay_out()
        self.papers.idClicked.connect(self._make)
        self._make()
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def finished_pages(self) -> Paper | None:
        """Return the page."""
        return self.paper

    def names(self) -> tuple[str, str, str]:
        """Name nobody, and nothing of what it is for."""
        return tr("Save the plan"), hard_days.file_name(), tr("Plan")

    def failure_words(self, error: BaseException) -> tuple[str, str]:
        """Return an expected failure in its own words."""
        known = isinstance(error, KnownError)
        return (str(error) if known else tr("The page could not be made. Nothing was changed.")), "error"

    def _lay_out(self) -> None:
        px = current_theme().px
        page = ScrollPage()
        page.body.setSpacing(px(8))
        page.body.addWidget(self.message)
        page.body.addWidget(paper_row(self.papers))
        page.body.addWidget(self.preview, 1)
        put_together(self, page, flow_foot(self.print_button, self.save, self.close_button))
        fit(self, px(_WIDTH), px(_HEIGHT))

    def _make(self, _id: int = 0) -> None:
        """Make the page anew, beside the window."""
        if self._making is not None:
            self._making.cancel()
        self.paper = None
        self.show_buttons()
        job = MakePaper(self._context.store, PAPERS[max(0, self.papers.checkedId())])
        self._making = self._context.jobs.run(job, then=self._on_made, failed=self._on_failed, owner=self)

    def _on_made(self, paper: Paper) -> None:
        self._making = None
        self.paper = paper
        self.message.clear()
        self.preview.show_pdf(paper.pdf, paper.pages)
        self.show_buttons()
