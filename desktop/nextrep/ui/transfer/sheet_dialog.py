"""The log sheet to train with on paper: choose the weeks, look, save or print."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.text import tr, tr_n
from nextrep.services import log_sheet
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.transfer.paper_dialog import PaperDialog
from nextrep.ui.transfer.sheet_form import SheetForm
from nextrep.ui.transfer.sheet_work import MakeSheet, Sheet
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.columns import Columns
from nextrep.ui.widgets.dialog_frame import fit, new_foot, put_together
from nextrep.ui.widgets.labels import Secondary
from nextrep.ui.widgets.message import EmptyState
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.progress import ProgressPanel

_WIDTH, _HEIGHT = 1080, 760
_SIDE_BY_SIDE = 640
_FORM_WIDTH = 300


def open_sheet(context: Context, parent: QWidget, week: int | None = None) -> SheetDialog:
    """Open the dialog over `parent`; `week` is the program week to begin with."""
    dialog = SheetDialog(context, parent, week)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


class SheetDialog(PaperDialog):
    """Choices at the left, the finished pages at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None, week: int | None = None) -> None:
        super().__init__(context, tr("Preview of the log sheet"), parent)
        self._today = context.now().date()
        self._sheet: Sheet | None = None
        self.setWindowTitle(tr("Log sheet to print"))
        offer = log_sheet.offer(context.store, self._today)
        self.form = SheetForm(offer, week) if offer.weeks else None
        self.status = Secondary()
        self.panel = ProgressPanel("")
        self._lay_out()
        self._connect()
        self._make()

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is shown; None while another one is being made."""
        return self._sheet

    def finished_pages(self) -> Sheet | None:
        """Return the sheet."""
        return self._sheet

    def names(self) -> tuple[str, str, str]:
        """Name the weeks in the file."""
        assert self._sheet is not None
        file = log_sheet.file_name(self._sheet.choice)
        return tr("Save the log sheet"), file, tr("Training log sheet")

    def failure_words(self, error: BaseException) -> tuple[str, str]:
        """Return an expected failure in its own words."""
        if isinstance(error, UserError | KnownError):
            return str(error), "warn" if isinstance(error, UserError) else "error"
        return tr("The log sheet could not be made. Nothing was changed."), "error"

    def _lay_out(self) -> None:
        px = current_theme().px
        page = ScrollPage()
        page.body.addWidget(self.message)
        if self.form is None:
            page.body.addWidget(
                EmptyState(
                    tr("Nothing to print yet"),
                    tr("A log sheet has the sessions that are still to do. Make a plan, or add a session."),
                ),
                1,
            )
        else:
            card = Card()
            card.add(self.form)
            card.add(self.status)
            card.setMinimumWidth(px(_FORM_WIDTH))
            page.body.addWidget(Columns([(card, 3), (self.preview, 7)], _SIDE_BY_SIDE), 1)
        foot = new_foot()
        foot.addWidget(self.panel, 1)
        foot.addStretch(1)
        for button in (self.close_button, self.save, self.print_button):
            foot.addWidget(button)
        self.panel.hide()
        self.save.setVisible(self.form is not None)
        self.print_button.setVisible(self.form is not None)
        put_together(self, page, foot)
        fit(self, px(_WIDTH), px(_HEIGHT))

    def _connect(self) -> None:
        self.panel.cancelled.connect(self._on_stop)
        self.printing.progressed.connect(self.panel.set_progress)
        if self.form is None:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.form.changed.connect(self._make)
        self.print_button.setDefault(True)
        self.form.which.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        """Make the pages anew, beside the window."""
        if self.form is None:
            return
        if self._making is not None:
            self._making.cancel()
        self._sheet = None
        self.show_buttons()
        self.status.setText(tr("Making the pages…"))
        job = MakeSheet(self._context.store, self.form.choice(), self.form.paper(), self._today)
        self._making = self._context.jobs.run(job, then=self._on_made, failed=self._on_failed, owner=self)

    def _on_made(self, sheet: Sheet) -> None:
        self._making = None
        self._sheet = sheet
        self.message.clear()
        sessions = tr_n("{n} session", "{n} sessions", sheet.sessions)
        pages = tr_n("{n} page", "{n} pages", len(sheet.pages))
        self.status.setText(tr("{sessions} on {pages}", sessions=sessions, pages=pages))
        self.preview.show_pdf(sheet.pdf, sheet.pages)
        self.show_buttons()

    def _on_begun(self, pages: int) -> None:
        self.panel.set_text(tr_n("Printing {n} page", "Printing {n} pages", pages))
        self.panel.set_progress(0, pages)
        self.panel.cancel_button.setEnabled(True)
        self.panel.show()
        super()._on_begun(pages)

    def _on_stop(self) -> None:
        self.printing.cancel()
        self.panel.hide()
        self.message.show_message(tr("Stopped. Pages that the printer already has may still come out."))
        self.show_buttons()

    def _on_printed(self, said: str) -> None:
        self.panel.hide()
        super()._on_printed(said)

    def _on_failed(self, error: BaseException) -> None:
        self.panel.hide()
        if self._sheet is None:
            self.status.setText("")
        super()._on_failed(error)
