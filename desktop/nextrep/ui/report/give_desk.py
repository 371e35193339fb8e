"""Stands between the buttons below the form and what they do."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr
from nextrep.services.report import Choice
from nextrep.services.report_giving import ShareKind
from nextrep.ui.report.data_dialog import DataDialog
from nextrep.ui.report.drafting import Draft
from nextrep.ui.report.form import ReportForm
from nextrep.ui.report.giving import Giving, words_of
from nextrep.ui.report.papers_menu import PapersMenu
from nextrep.ui.report.shared_dialog import SharedDialog
from nextrep.ui.runtime.context import Context

LONG_MS = 500
"""Making pages that takes longer than this shows how far it is, and can be stopped."""


class GiveDesk(QObject):
    """Says what goes on, and lets the person give only what is shown.

    Attributes:
        making_stopped: the person does not want to wait for the pages.
        wanted: the person wants the pages after all.
        given: a report was saved or printed.
        giving: saves and prints.
        papers: the other papers that can be printed.
        path: where the report was saved last, "" if it was not.
    """

    making_stopped = Signal()
    wanted = Signal()
    given = Signal()

    def __init__(self, context: Context, form: ReportForm, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._form, self._window = context, form, window
        self._panel = form.give
        self._draft: Draft | None = None
        self._steps = (0, 0)
        self.path = ""
        self.giving = Giving(context, window)
        self.papers = PapersMenu(context, window)
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(LONG_MS)
        self._connect()

    def begin_making(self) -> None:
        """Pages are being made: nothing can be given until they are there."""
        self._draft = None
        self._steps = (0, 0)
        self._panel.set_ready(False)
        self._panel.again.hide()
        self._panel.set_saved("", path=False)
        self._panel.problem.clear()
        if not self._panel.progress.isVisible():
            self._panel.status.setText(tr("Making the pages…"))
            self._long.start()

    def on_making(self, done: int, total: int) -> None:
        """Show how far the pages are, where it takes long."""
        self._steps = (done, total)
        self._panel.progress.set_progress(done, total)

    def end_making(self) -> None:
        """No pages are being made any more."""
        self._long.stop()
        self._panel.end()

    def show_draft(self, draft: Draft) -> None:
        """Let the person give these pages, if there is something on them."""
        self.end_making()
        self._draft = draft
        self._show_buttons()

    def _connect(self) -> None:
        panel, giving = self._panel, self.giving
        self._long.timeout.connect(self._on_long)
        panel.save.clicked.connect(self._on_save)
        panel.print_button.clicked.connect(self._on_print)
        panel.again.clicked.connect(self.wanted)
        panel.data.clicked.connect(self._on_data)
        panel.shared.clicked.connect(self._on_shared)
        panel.papers.clicked.connect(self._on_papers)
        panel.stopped.connect(self._on_stop)
        panel.lock.changed.connect(self._on_lock)
        giving.begun.connect(self._on_begun)
        giving.progressed.connect(panel.progress.set_progress)
        giving.saved.connect(self._on_saved)
        giving.printed.connect(self._on_printed)
        giving.failed.connect(self._on_failed)
        giving.stopped.connect(self._on_stopped)

    def _on_data(self) -> None:
        """Offer the same as data, for what is shown."""
        if self._draft is not None:
            dialog = DataDialog(self._context, self._draft.choice, self._window)
            dialog.saved.connect(self._on_data_saved)
            dialog.open()

    def _on_data_saved(self, choice: Choice, path: str, name: str) -> None:
        self.path = path
        self.giving.record(choice, ShareKind.COMPANION, name)
        self._panel.set_saved(tr("Saved as data: {path}", path=path), path=True)
        self.given.emit()

    def _on_shared(self) -> None:
        SharedDialog(self._context, self._window).open()

    def _on_papers(self) -> None:
        self.papers.show_above(self._panel.papers)

    def _show_buttons(self) -> None:
        there = self._draft is not None and not self._draft.is_empty
        self._panel.set_ready(there and not self.giving.running)

    def _on_long(self) -> None:
        self._panel.begin(tr("Making the pages…"))
        self._panel.progress.set_progress(*self._steps)

    def _on_save(self) -> None:
        if self._draft is None:
            return
        try:
            password = self._panel.lock.password()
        except UserError:
            return  # the field has said it
        self._panel.problem.clear()
        self.giving.save(self._draft, password)

    def _on_print(self) -> None:
        if self._draft is not None:
            self._panel.problem.clear()
            self.giving.print(self._draft)

    def _on_lock(self) -> None:
        """A file that was saved before does not have this password."""
        self._panel.set_saved("", path=False)

    def _on_begun(self, said: str) -> None:
        self._panel.set_saved("", path=False)
        self._panel.begin(said)
        self._panel.set_ready(False)

    def _on_saved(self, path: str, locked: bool) -> None:
        self.path = path
        said = tr("Saved with a password: {path}", path=path) if locked else tr("Saved: {path}", path=path)
        self._end_giving()
        self._panel.set_saved(said, path=True)
        self.given.emit()

    def _on_printed(self, said: str) -> None:
        self._end_giving()
        self._panel.set_saved(said, path=False)
        self.given.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._end_giving()
        if isinstance(error, UserError) and error.field == "password":
            self._panel.lock.set_problem(str(error))
        else:
            self._panel.problem.show_message(words_of(error), "error")

    def _on_stop(self) -> None:
        if self.giving.running:
            self.giving.stop()
            return
        self.end_making()
        self._panel.status.setText(tr("Stopped."))
        self._panel.again.show()
        self.making_stopped.emit()

    def _on_stopped(self, said: str) -> None:
        self._end_giving()
        self._panel.set_saved(said, path=False)

    def _end_giving(self) -> None:
        self._panel.end()
        self._show_buttons()
