"""Report: the pages for a clinician, exactly as they will be saved."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.errors import UserError
from nextrep.domain.text import tr
from nextrep.services import report, report_wishes
from nextrep.ui.report.drafting import Draft, MakeDraft
from nextrep.ui.report.entries_dialog import EntriesDialog
from nextrep.ui.report.form import ReportForm
from nextrep.ui.report.give_desk import GiveDesk
from nextrep.ui.report.giving import words_of
from nextrep.ui.report.remembered import Remembered
from nextrep.ui.report.words import shared_words
from nextrep.ui.runtime.clipboard import copy_public
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import JobHandle
from nextrep.ui.widgets.columns import Columns
from nextrep.ui.widgets.message import EmptyState
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.pdf_pager import Pager
from nextrep.ui.widgets.pdf_preview import Preview
from nextrep.ui.widgets.screen import Screen

SETTLE_MS = 300
"""How long after the last change the pages are made anew."""
_SIDE_BY_SIDE = 760


class ReportScreen(Screen):
    """Choices at the left, the finished PDF at the right. Saving writes the bytes that are shown."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._draft: Draft | None = None
        self._making: JobHandle | None = None
        self.form = ReportForm()
        self.remembered = Remembered(context, self.form)
        self.desk = GiveDesk(context, self.form, self)
        self.preview = Preview(context.jobs, tr("Preview of the report"))
        self._empty = EmptyState(
            tr("Nothing recorded in this period"),
            tr(
                "The report needs a session, a check-in, a night or a questionnaire. Choose other days, or "
                "begin with today."
            ),
            tr("Go to Today"),
        )
        self.pages = QStackedWidget()
        self.pager = Pager(self.preview)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(4))
        column.addWidget(self.preview, 1)
        column.addWidget(self.pager)
        self._shown = shown
        self.pages.addWidget(shown)
        self.pages.addWidget(self._empty)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        page = ScrollPage()
        columns = Columns([(self.form, 3), (self.pages, 8)], _SIDE_BY_SIDE)
        columns.arranged.connect(self.form.page.set_whole)
        page.body.addWidget(columns, 1)
        self.set_content(page)
        self._connect()

    @property
    def draft(self) -> Draft | None:
        """The report that is shown; None while another one is being made."""
        return self._draft

    def concerns(self, changes: Changes) -> bool:
        """Whether the changes alter a page."""
        measured = changes.training or changes.checkins or changes.nights or changes.assessments
        written = changes.entries or changes.events
        return measured or written or changes.program or changes.settings

    def refresh(self) -> None:
        """Find the periods anew, and make the pages beside the window."""
        self.remembered.show_periods()
        self.make()

    def deactivate(self) -> None:
        """Remember what was chosen."""
        self.remembered.keep()

    def make(self) -> None:
        """Make the pages anew beside the window."""
        self._soon.stop()
        if self._making is not None:
            self._making.cancel()
        self._forget_draft()
        today = self.context.now().date()
        try:
            choice = report.check_choice(self.form.choice())
        except UserError as error:
            self._say_problem(error)
            return
        self.form.set_problem("")
        grey = self.form.grey.isChecked()
        job = MakeDraft(self.context.store, choice, self.form.paper(), today, grey=grey)
        self._making = self.context.jobs.run(
            job, then=self._show, failed=self._failed, owner=self, progress=self.desk.on_making
        )

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed_form)
        self.form.give.copy_path.clicked.connect(self._on_copy_path)
        self.form.include.entries_asked.connect(self._on_entries)
        self.desk.making_stopped.connect(self._on_stop)
        self.desk.wanted.connect(self.make)
        self.desk.given.connect(self.remembered.keep)
        self._soon.timeout.connect(self.make)
        if self._empty.button is not None:
            self._empty.button.clicked.connect(self._on_go_to_today)

    def _forget_draft(self) -> None:
        """What is shown is no longer what the form says."""
        self._draft = None
        self.desk.begin_making()

    def _show(self, draft: Draft) -> None:
        self._making = None
        self._draft = draft
        self.clear_message()
        self.pages.setCurrentWidget(self._empty if draft.is_empty else self._shown)
        self.form.include.show_offered(draft.offered)
        self.form.include.show_entries(len(draft.choice.entries), len(draft.entries))
        self.desk.show_draft(draft)
        if draft.is_empty:
            self.form.shared.setText(tr("Nothing yet."))
        else:
            self.form.shared.setText(
                shared_words(draft.content, len(draft.pages), draft.choice, draft.entries, draft.marked)
            )
            self.preview.show_pdf(draft.pdf, draft.pages)

    def _failed(self, error: BaseException) -> None:
        self._making = None
        if isinstance(error, UserError):
            self._say_problem(error)
        else:
            self.desk.end_making()
            self.show_error(words_of(error))

    def _say_problem(self, error: UserError) -> None:
        self.desk.end_making()
        self.form.shared.setText(tr("Nothing yet: something above needs another look."))
        self.form.set_problem(str(error), error.field)

    def _on_changed_form(self) -> None:
        if self._making is not None:
            self._making.cancel()
        self._forget_draft()
        self._soon.start()

    def _on_entries(self) -> None:
        """Let the person choose entries of the period one by one."""
        first, last = self.form.period.first.day(), self.form.period.last.day()
        offered = report_wishes.entries(self.context.store, first.toordinal(), last.toordinal())
        if offered:
            today = self.context.now().date().toordinal()
            dialog = EntriesDialog(offered, self.form.entries(), today, self)
            dialog.chosen.connect(self.form.set_entries)
            dialog.open()

    def _on_stop(self) -> None:
        self._soon.stop()
        if self._making is not None:
            self._making.cancel()
            self._making = None

    def _on_go_to_today(self) -> None:
        self.navigate.emit("today", None)

    def _on_copy_path(self) -> None:
        copy_public(self.desk.path)
