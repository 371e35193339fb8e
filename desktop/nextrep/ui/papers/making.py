"""Jobs that make the papers for the person beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from nextrep.services import exercise_history, year_review
from nextrep.services.exercise_history import HistoryChoice
from nextrep.ui.papers.paper_dialog import Made
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.widgets.pdf_pages import read_pages

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store


@dataclass(frozen=True, slots=True)
class MakeHistory:
    """A job: the history of an exercise; `paper` is “A4” or “LETTER”."""

    store: Store
    choice: HistoryChoice
    paper: str
    today: date

    def __call__(self, progress: Progress) -> Made:
        """Do the work.

        Raises:
            UserError: nothing was done of the exercise in these days.
            KnownError: the profile cannot be read.
            Cancelled: nobody waits for it any more.
        """
        from nextrep.reports.styles import Paper  # ReportLab: loaded when a paper is asked for

        with self.store.on_this_thread():
            content = exercise_history.content(self.store, self.choice, self.today)
        progress.check()
        pdf = exercise_history.render(
            content,
            paper=Paper[self.paper],
            progress=progress.report,
            cancelled=lambda: progress.cancelled,
        )
        return Made(pdf, read_pages(pdf))


@dataclass(frozen=True, slots=True)
class MakeYear:
    """A job: a year in review; `paper` is “A4” or “LETTER”."""

    store: Store
    year: int
    paper: str
    today: date

    def __call__(self, progress: Progress) -> Made:
        """Do the work.

        Raises:
            UserError: nothing is recorded in this year.
            KnownError: the profile cannot be read.
            Cancelled: nobody waits for it any more.
        """
        from nextrep.reports.styles import Paper  # ReportLab: loaded when a paper is asked for

        with self.store.on_this_thread():
            content = year_review.content(self.store, self.year, self.today, progress.check)
        pdf = year_review.render(
            content,
            paper=Paper[self.paper],
            progress=progress.report,
            cancelled=lambda: progress.cancelled,
        )
        return Made(pdf, read_pages(pdf))
