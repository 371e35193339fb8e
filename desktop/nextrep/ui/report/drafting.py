"""Makes the PDF beside the window. What is shown and what is saved are the same bytes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from nextrep.reports.content import ReportContent
from nextrep.services import report, report_scores, report_wishes, word_list
from nextrep.services.report import Choice
from nextrep.services.report_scores import Offered
from nextrep.services.report_wishes import OfferedEntry
from nextrep.services.word_list import Marked
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.widgets.pdf_pages import Page, read_pages

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store


@dataclass(frozen=True, slots=True)
class Draft:
    """A finished report that was not saved yet.

    Attributes:
        choice: what it was made of; only entries of its period that may go into a report.
        offered: the questionnaires of the period, those that were left out included.
        entries: entries of the journal in the period that may go into a report, chosen or not.
        marked: how many entries and events of the period hold a word of the person's own list.
        grey: its pages are in shades of grey.
    """

    choice: Choice
    content: ReportContent
    pdf: bytes
    pages: tuple[Page, ...]
    offered: tuple[Offered, ...]
    entries: tuple[OfferedEntry, ...]
    marked: Marked
    grey: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was recorded in the period."""
        said = self.content
        logged = said.checkins.logged or said.nights.logged or said.training.sessions or said.scores
        ticked = said.session_list or said.plan or said.entries or said.own_measures or said.day_facts
        return not (logged or ticked)


@dataclass(frozen=True, slots=True)
class MakeDraft:
    """A job: reads the period, writes the PDF, and reads its pages back.

    Attributes:
        paper: one of `papers.choosing.PAPERS`.
        grey: in shades of grey.
    """

    store: Store
    choice: Choice
    paper: str
    today: date
    grey: bool = False

    def __call__(self, progress: Progress) -> Draft:
        """Do the work.

        Raises:
            UserError: no report can be made of this choice.
            KnownError: the profile cannot be read.
            Cancelled: nobody waits for it any more.
        """
        from nextrep.reports.clinician import Paper  # ReportLab: loaded when a report is asked for

        first, last = self.choice.first.toordinal(), self.choice.last.toordinal()
        with self.store.on_this_thread():
            offered = report_scores.offered(self.store, first, last)
            entries = report_wishes.entries(self.store, first, last)
            marked = word_list.marked_for_report(self.store, first, last)
            choice = self._fitting(entries)
            content = report.content(self.store, choice, self.today)
        progress.check()
        pdf = report.render(
            content,
            paper=Paper[self.paper],
            grey=self.grey,
            progress=progress.report,
            cancelled=lambda: progress.cancelled,
        )
        return Draft(choice, content, pdf, read_pages(pdf), offered, entries, marked, self.grey)

    def _fitting(self, entries: tuple[OfferedEntry, ...]) -> Choice:
        """Return the choice without entries of other days, or that are private again or deleted."""
        there = {one.entry.id for one in entries}
        return replace(self.choice, entries=tuple(one for one in self.choice.entries if one in there))
