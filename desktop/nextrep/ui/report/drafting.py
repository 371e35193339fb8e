"""Makes the PDF beside the window. What is shown and what is saved are the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from nextrep.reports.content import ReportContent
from nextrep.services import report, report_scores, word_list
from nextrep.services.report import Choice
from nextrep.services.report_scores import Offered
from nextrep.services.word_list import Marked
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.widgets.pdf_pages import Page, read_pages

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store

PAPERS = ("A4", "LETTER")


@dataclass(frozen=True, slots=True)
class Draft:
    """A finished report that was not saved yet.

    Attributes:
        offered: the questionnaires of the period, those that were left out included.
        marked: entries of the journal in the period that may go into a report.
    """

    choice: Choice
    content: ReportContent
    pdf: bytes
    pages: tuple[Page, ...]
    offered: tuple[Offered, ...]
    marked: Marked

    @property
    def is_empty(self) -> bool:
        """Whether nothing was recorded in the period."""
        said = self.content
        logged = said.checkins.logged or said.nights.logged or said.training.sessions
        return not (logged or said.scores)


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
            first, last = self.choice.first.toordinal(), self.choice.last.toordinal()
            offered = report_scores.offered(self.store, first, last)
            marked = word_list.marked_for_report(self.store, first, last)
        progress.check()
        pdf = report.render(
            content,
            paper=Paper[self.paper],
            progress=progress.report,
            cancelled=lambda: progress.cancelled,
        )
        return Draft(self.choice, content, pdf, read_pages(pdf), offered, marked)
