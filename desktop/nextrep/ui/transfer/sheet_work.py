"""Making a log sheet beside the window. What is shown, saved and printed are the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from nextrep.services import log_sheet
from nextrep.services.log_sheet import SheetChoice
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.widgets.pdf_pages import Page, read_pages

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished log sheet; `sessions` is how many are on it, days off left out."""

    choice: SheetChoice
    sessions: int
    pdf: bytes
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class MakeSheet:
    """A job: reads the plan, writes the PDF, and reads its pages back.

    Attributes:
        paper: one of `papers.choosing.PAPERS`.
    """

    store: Store
    choice: SheetChoice
    paper: str
    today: date

    def __call__(self, progress: Progress) -> Sheet:
        """Do the work.

        Raises:
            UserError: there is nothing to do in these weeks.
            KnownError: the profile cannot be read.
            Cancelled: nobody waits for it any more.
        """
        from nextrep.reports.log_sheet.sheet import Paper  # ReportLab: loaded when a paper is asked for

        with self.store.on_this_thread():
            content = log_sheet.content(self.store, self.choice, self.today)
        progress.check()
        pdf = log_sheet.render(
            content,
            paper=Paper[self.paper],
            progress=progress.report,
            cancelled=lambda: progress.cancelled,
        )
        sessions = sum(bool(one.exercises) for one in content.sessions)
        return Sheet(self.choice, sessions, pdf, read_pages(pdf))
