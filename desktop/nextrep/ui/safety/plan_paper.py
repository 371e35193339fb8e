"""The plan for hard days on paper: look, save or print; all three are the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from nextrep.domain.text import tr
from nextrep.services import hard_days, safety
from nextrep.ui.papers.choosing import chosen_paper, paper_row
from nextrep.ui.papers.paper_dialog import Made, PaperDialog
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.widgets.pdf_pages import read_pages

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store


@dataclass(frozen=True, slots=True)
class MakePaper:
    """A job: reads the plan, writes the PDF and reads its page back; `paper` is “A4” or “LETTER”."""

    store: Store
    paper: str

    def __call__(self, progress: Progress) -> Made:
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
        return Made(pdf, read_pages(pdf))


class PlanPaper(PaperDialog):
    """The page, and what to do with it.

    Attributes:
        papers: the sizes.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, tr("Preview of the plan"), parent)
        self.setWindowTitle(tr("Plan to print"))
        self.papers = QButtonGroup(self)
        self.lay_out(paper_row(self.papers))
        self.papers.idClicked.connect(self.make)
        self.make()
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> MakePaper:
        """Return what makes the page."""
        return MakePaper(self._context.store, chosen_paper(self.papers))

    def names(self) -> tuple[str, str, str]:
        """Name nobody, and nothing of what it is for."""
        return tr("Save the plan"), hard_days.file_name(), tr("Plan")
