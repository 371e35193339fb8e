"""The log sheet to train with on paper: choose the weeks, look, save or print."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr, tr_n
from nextrep.services import log_sheet
from nextrep.ui.papers.paper_dialog import Pages, PaperDialog
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
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
        self.setWindowTitle(tr("Log sheet to print"))
        offer = log_sheet.offer(context.store, self._today)
        self.form = SheetForm(offer, week) if offer.weeks else None
        self.status = Secondary()
        self.panel = ProgressPanel("")
        self._lay_out()
        self._connect()
        self.make()

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is shown; None while another one is being made."""
        return self._made if isinstance(self._made, Sheet) else None

    def job(self) -> MakeSheet | None:
        """Return what makes the chosen sheet."""
        if self.form is None:
            return None
        self.status.setText(tr("Making the pages…"))
        return MakeSheet(self._context.store, self.form.choice(), self.form.paper(), self._today)

    def names(self) -> tuple[str, str, str]:
        """Name the weeks in the file."""
        assert self.sheet is not None
        file = log_sheet.file_name(self.sheet.choice)
        return tr("Save the log sheet"), file, tr("Training log sheet")

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
        self.form.changed.connect(self.make)
        self.print_button.setDefault(True)
        self.form.which.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_pages(self, made: Pages) -> None:
        """Show the sheet and what is on it."""
        super().show_pages(made)
        if self.sheet is not None:
            sessions = tr_n("{n} session", "{n} sessions", self.sheet.sessions)
            pages = tr_n("{n} page", "{n} pages", len(made.pages))
            self.status.setText(tr("{sessions} on {pages}", sessions=sessions, pages=pages))

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
        if self._made is None:
            self.status.setText("")
        super()._on_failed(error)
