"""Report: the pages for a clinician, exactly as they will be saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.text import tr
from nextrep.services import report
from nextrep.ui.report.drafting import Draft, MakeDraft
from nextrep.ui.report.form import ReportForm
from nextrep.ui.report.words import shared_words
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import JobHandle
from nextrep.ui.transfer.pdf_saving import SavePdf, save_dialog
from nextrep.ui.widgets.columns import Columns
from nextrep.ui.widgets.message import EmptyState
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.pdf_preview import Preview
from nextrep.ui.widgets.screen import Screen

SETTLE_MS = 300
"""How long after the last change the pages are made anew."""
_SIDE_BY_SIDE = 760
_FORM_WIDTH = 332


class ReportScreen(Screen):
    """Choices at the left, the finished PDF at the right. Saving writes the bytes that are shown."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._filled = False
        self._draft: Draft | None = None
        self._making: JobHandle | None = None
        self._folder = ""
        self.form = ReportForm()
        self.form.changed.connect(self._on_changed_form)
        self.form.save.clicked.connect(self._on_save)
        self.form.copy_path.clicked.connect(self._on_copy_path)
        self.form.setMinimumWidth(context.theme.px(_FORM_WIDTH))
        self.preview = Preview(context.jobs, tr("Preview of the report"))
        self._empty = EmptyState(
            tr("Nothing recorded in this period"),
            tr(
                "The report needs a session, a check-in, a night or a questionnaire. Choose other days, or "
                "begin with today."
            ),
            tr("Go to Today"),
        )
        if self._empty.button is not None:
            self._empty.button.clicked.connect(self._on_go_to_today)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.preview)
        self.pages.addWidget(self._empty)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.refresh)
        self._path = ""
        page = ScrollPage()
        page.body.addWidget(Columns([(self.form, 3), (self.pages, 8)], _SIDE_BY_SIDE), 1)
        self.set_content(page)

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
        """Make the pages anew beside the window."""
        self._soon.stop()
        if self._making is not None:
            self._making.cancel()
        self._forget_draft()
        today = self.context.now().date()
        try:
            if not self._filled:
                store = self.context.store
                self.form.show_choice(report.default_choice(store, today), report.presets(store, today))
                self._filled = True
            choice = report.check_choice(self.form.choice())
        except UserError as error:
            self._say_problem(error)
            return
        self.form.set_problem("")
        job = MakeDraft(self.context.store, choice, self.form.paper(), today)
        self._making = self.context.jobs.run(job, then=self._show, failed=self._failed, owner=self)

    def _forget_draft(self) -> None:
        """What is shown is no longer what the form says."""
        self._draft = None
        self.form.save.setEnabled(False)
        self.form.status.setText(tr("Making the pages…"))

    def _show(self, draft: Draft) -> None:
        self._making = None
        self._draft = draft
        self.clear_message()
        self.form.status.setText("")
        self.pages.setCurrentWidget(self._empty if draft.is_empty else self.preview)
        self.form.save.setEnabled(not draft.is_empty)
        self.form.scores.show_offered(draft.offered)
        if draft.is_empty:
            self.form.shared.setText(tr("Nothing yet."))
        else:
            self.form.shared.setText(shared_words(draft.content, len(draft.pages), draft.marked))
            self.preview.show_pdf(draft.pdf, draft.pages)

    def _failed(self, error: BaseException) -> None:
        self._making = None
        if isinstance(error, UserError):
            self._say_problem(error)
        else:
            self.form.status.setText("")
            self.show_error(_said(error))

    def _say_problem(self, error: UserError) -> None:
        self.form.status.setText("")
        self.form.shared.setText(tr("Nothing yet: something above needs another look."))
        self.form.set_problem(str(error), error.field)

    def _on_changed_form(self) -> None:
        self._forget_draft()
        self.form.set_saved("")
        self._soon.start()

    def _on_save(self) -> None:
        """Ask where to; the window goes on working meanwhile."""
        if self._draft is None:
            return
        name = report.file_name(self._draft.choice)
        dialog = save_dialog(tr("Save the report"), name, self._folder, self)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _on_file_chosen(self, name: str) -> None:
        if not name or self._draft is None:
            return
        target = Path(name)
        self._folder = str(target.parent)
        job = SavePdf(self._draft.pdf, target)
        self.context.jobs.run(job, then=self._on_saved, failed=self._failed, owner=self)

    def _on_saved(self, target: Path) -> None:
        self.clear_message()
        self._path = str(target)
        self.form.set_saved(self._path)

    def _on_go_to_today(self) -> None:
        self.navigate.emit("today", None)

    def _on_copy_path(self) -> None:
        QGuiApplication.clipboard().setText(self._path)


def _said(error: BaseException) -> str:
    """Return an expected failure in its own words; any other went to the crash report already."""
    if isinstance(error, KnownError):
        return str(error)
    return tr("The report could not be made. Nothing was changed or saved.")
