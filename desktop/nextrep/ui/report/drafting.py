"""Makes the PDF beside the window. What is shown and what is saved are the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from nextrep.reports.content import ReportContent
from nextrep.services import report
from nextrep.services.report import Choice
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.widgets.pdf_pages import Page, read_pages

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store

PAPERS = ("A4", "LETTER")


@dataclass(frozen=True, slots=True)
class Draft:
    """A finished report that was not saved yet."""

    choice: Choice
    content: ReportContent
    pdf: bytes
    pages: tuple[Page, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was recorded in the period."""
        said = self.content
        return not (said.checkins.logged or said.nights.logged or said.training.sessions)


@dataclass(frozen=True, slots=True)
class MakeDraft:
    """A job: reads the period, writes the PDF, and reads its pages back.

    Attributes:
        paper: one of `PAPERS`.
    """

    store: Store
    choice: Choice
    paper: str
    today: date

    def __call__(self, progress: Progress) -> Draft:
        """Do the work.

        Raises:
            UserError: no report can be made of this choice.
            KnownError: the profile cannot be read.
            Cancelled: nobody waits for it any more.
        """
        from nextrep.reports.clinician import Paper  # ReportLab: loaded when a report is asked for

        with self.store.on_this_thread():
            content = report.content(self.store, self.choice, self.today)
        progress.check()
        pdf = report.render(
            content,
            paper=Paper[self.paper],
            progress=progress.report,
            cancelled=lambda: progress.cancelled,
        )
        return Draft(self.choice, content, pdf, read_pages(pdf))
