"""Passing a program on: as a file for another NextRep, or for a calendar."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QWidget,
)

from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.exercises import fold
from nextrep.domain.text import tr
from nextrep.services import calendar_export, sharing
from nextrep.services.calendar_export import Told
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import JobHandle
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.transfer import sharing_words as words
from nextrep.ui.transfer.share_pages import CalendarPage, ProgramPage
from nextrep.ui.transfer.sharing_work import ProgramText, WriteCalendar, WriteProgram
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.dialog_frame import fit, new_foot, put_together
from nextrep.ui.widgets.file_dialogs import documents, to_save
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Muted, PageTitle
from nextrep.ui.widgets.message import EmptyState, InlineMessage
from nextrep.ui.widgets.page import ScrollPage

_WIDTH, _HEIGHT = 680, 560


def open_share(context: Context, parent: QWidget) -> ShareDialog:
    """Open the dialog over `parent`."""
    dialog = ShareDialog(context, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


class ShareDialog(QDialog):
    """Says what would leave the profile before anything does.

    Attributes:
        program: what a program file holds; `calendar`: what a calendar file tells. None before there is a
            program.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._writing: JobHandle | None = None
        self._texting: JobHandle | None = None
        self._contents = sharing.contents(context.store)
        self.setWindowTitle(tr("Share this program"))
        self.as_program = ChipButton(tr("For another NextRep"), checked=True)
        self.as_calendar = ChipButton(tr("For my calendar"))
        self._kinds = QButtonGroup(self)
        self._page = ScrollPage()
        self.program: ProgramPage | None = None
        self.calendar: CalendarPage | None = None
        if self._contents is not None:
            entries = calendar_export.calendar_entries(context.store, Told(names=True, exercises=True))
            first = next((one for one in entries if one.text), None)
            self.program = ProgramPage(self._contents)
            self.calendar = CalendarPage(
                first.title if first else self._contents.title, first.text if first else ""
            )
        self.message = InlineMessage()
        self.leave = SecondaryButton(tr("Close"))
        self.save = PrimaryButton(tr("Save as…"))
        self._lay_out()
        self._connect()

    def ask_file(self) -> QFileDialog | None:
        """Ask where the file shall go; None where there is nothing to share."""
        if self._contents is None:
            return None
        stem = fold(self._contents.title).replace(" ", "-") or "program"
        if self._on_calendar():
            title, kind = tr("Save the calendar"), tr("Calendars (*.ics)")
            name = f"{stem}{calendar_export.SUFFIX}"
        else:
            title, kind = tr("Save the program"), tr("Programs of NextRep (*.nextrep)")
            name = f"{stem}{sharing.SUFFIX}"
        dialog = to_save(title, kind, name, documents(), self)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()
        return dialog

    def reject(self) -> None:
        """Close; what nobody waits for any more is left."""
        if self._texting is not None:
            self._texting.cancel()
        super().reject()

    def _lay_out(self) -> None:
        px = current_theme().px
        page = self._page
        page.body.setSpacing(px(12))
        page.body.addWidget(PageTitle(tr("Share this program")))
        if self._contents is None or self.program is None or self.calendar is None:
            page.body.addWidget(
                EmptyState(tr("Nothing to share yet"), tr("Make a plan first; it can then be passed on.")), 1
            )
        else:
            what = words.size_text(self._contents.weeks, self._contents.a_week, self._contents.exercises)
            page.body.addWidget(Muted(tr("{title}: {what}.", title=self._contents.title, what=what)))
            kinds = FlowLayout(spacing=4)
            for chip in (self.as_program, self.as_calendar):
                self._kinds.addButton(chip)
                kinds.addWidget(chip)
            page.body.addLayout(kinds)
            page.body.addWidget(self.message)
            page.body.addWidget(self.program, 1)
            page.body.addWidget(self.calendar, 1)
            self.calendar.hide()
        foot = new_foot()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.save)
        put_together(self, page, foot)
        fit(self, px(_WIDTH), px(_HEIGHT))

    def _connect(self) -> None:
        self.leave.clicked.connect(self.reject)
        self.save.clicked.connect(self.ask_file)
        if self.program is None:
            self.save.hide()
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._kinds.buttonToggled.connect(self._on_kind)
        self.program.text_asked.connect(self._on_text_asked)
        self.save.setDefault(True)
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_calendar(self) -> bool:
        return self.as_calendar.isChecked()

    def _on_kind(self, _chip: ChipButton, _on: bool) -> None:
        self.message.clear()
        if self.program is not None and self.calendar is not None:
            self.program.setHidden(self._on_calendar())
            self.calendar.setVisible(self._on_calendar())

    def _on_text_asked(self) -> None:
        if self.program is None:
            return
        if self._texting is not None:
            self._texting.cancel()
        job = ProgramText(self._context.store, self.program.wanted())
        self._texting = self._context.jobs.run(job, then=self._on_text, failed=self._on_failed, owner=self)

    def _on_text(self, text: str) -> None:
        if self.program is None:
            return
        first = self.program.text.isHidden()
        self.program.show_file_text(text)
        if first:
            QTimer.singleShot(0, self, self._bring_text_into_view)  # once it has its place

    def _bring_text_into_view(self) -> None:
        if self.program is not None:
            self._page.ensureWidgetVisible(self.program.text)

    def _on_file(self, name: str) -> None:
        if not name or self.program is None or self.calendar is None:
            return
        self.save.setEnabled(False)
        self.message.clear()
        store, target = self._context.store, Path(name)
        job: WriteCalendar | WriteProgram = (
            WriteCalendar(store, target, self._context.now(), self.calendar.told())
            if self._on_calendar()
            else WriteProgram(store, target, self.program.wanted())
        )
        self._writing = self._context.jobs.run(job, then=self._on_written, failed=self._on_failed, owner=self)

    def _on_written(self, target: Path) -> None:
        self.save.setEnabled(True)
        self.message.show_message(tr("Saved: {path}", path=target))
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: BaseException) -> None:
        self.save.setEnabled(True)
        if isinstance(error, UserError | KnownError):
            text = str(error)
        else:
            text = tr("That did not work because of a fault in NextRep. Your record is safe.")
        self.message.show_message(text, "error")
