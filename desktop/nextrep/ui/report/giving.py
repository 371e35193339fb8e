"""Giving a report away: saved, locked or printed, always the bytes that are shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.text import tr, tr_n
from nextrep.services import report, report_giving
from nextrep.services.files import save_file
from nextrep.services.report import Choice
from nextrep.services.report_giving import ShareKind
from nextrep.ui.papers.pdf_saving import save_dialog
from nextrep.ui.papers.printing import Printing
from nextrep.ui.report.drafting import Draft
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import JobHandle, Progress


@dataclass(frozen=True, slots=True)
class SaveReport:
    """A job: locks a finished report where it is to be locked, writes it, and returns where it is.

    Attributes:
        password: None for a file that is open to everyone who has it.
    """

    pdf: bytes
    password: str | None
    target: Path

    def __call__(self, progress: Progress) -> Path:
        """Do the work; nothing readable is written on the way to a locked file.

        Raises:
            UserError: no password of this kind can lock a PDF.
            KnownError: it cannot be written; an older file is left as it was.
            Cancelled: the person asked to stop before anything was written.
        """
        data = self.pdf if self.password is None else report_giving.protect(self.pdf, self.password)
        progress.check()
        save_file(self.target, data)
        return self.target


class Giving(QObject):
    """Asks where to or how, does it beside the window, and keeps in the profile what was given.

    Attributes:
        begun: something goes on; what, in words.
        progressed: steps done, all steps; all are 0 where unknown.
        saved: the file is there; its path, and whether it is locked.
        printed: says so in words.
        failed: with the exception.
        stopped: the person asked to stop.
    """

    begun = Signal(str)
    progressed = Signal(int, int)
    saved = Signal(str, bool)
    printed = Signal(str)
    failed = Signal(object)
    stopped = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._window = parent
        self._folder = ""
        self._draft: Draft | None = None
        self._password: str | None = None
        self._saving: JobHandle | None = None
        self._going_on = False
        self.printing = Printing(context.jobs, parent)
        self.printing.begun.connect(self._on_printing)
        self.printing.progressed.connect(self.progressed)
        self.printing.done.connect(self._on_printed)
        self.printing.failed.connect(self._on_failed)

    @property
    def running(self) -> bool:
        """Whether something is being saved or printed."""
        return self._going_on or self.printing.running

    def save(self, draft: Draft, password: str | None) -> None:
        """Ask where to; the window works on meanwhile. `password` locks the file, None leaves it open."""
        self._draft, self._password = draft, password
        name = report.file_name(draft.choice)
        dialog = save_dialog(tr("Save the report"), name, self._folder, self._window)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def print(self, draft: Draft) -> None:
        """Ask how in the system's own dialog, which begins with the greys of the pages that are shown."""
        self._draft = draft
        self.printing.ask(draft.pdf, draft.pages, tr("Report"), grey=draft.grey)

    def stop(self) -> None:
        """Stop what is going on; a file is there as a whole or not at all."""
        if self.printing.running:
            self.printing.cancel()
            self.stopped.emit(tr("Stopped. Pages that the printer already has may still come out."))
        elif self._going_on and self._saving is not None:
            self._saving.cancel()
            self._forget()
            self.stopped.emit(tr("Stopped."))

    def _on_file_chosen(self, name: str) -> None:
        if not name or self._draft is None:
            return
        target = Path(name)
        self._folder = str(target.parent)
        self.begun.emit(tr("Saving the report") if self._password is None else tr("Locking the report"))
        job = SaveReport(self._draft.pdf, self._password, target)
        self._going_on = True
        self._saving = self._context.jobs.run(job, then=self._on_saved, failed=self._on_failed, owner=self)

    def _on_saved(self, target: Path) -> None:
        locked = self._password is not None
        self._record(ShareKind.SAVED, target.name, locked=locked)
        self._forget()
        self.saved.emit(str(target), locked)

    def _on_printing(self, pages: int) -> None:
        self.begun.emit(tr_n("Printing {n} page", "Printing {n} pages", pages))

    def _on_printed(self, said: str) -> None:
        self._record(ShareKind.PRINTED, "", locked=False)
        self.printed.emit(said)

    def _on_failed(self, error: BaseException) -> None:
        self._forget()
        self.failed.emit(error)

    def _forget(self) -> None:
        """Hold on to no password."""
        self._going_on = False
        self._password = None

    def _record(self, kind: ShareKind, file_name: str, *, locked: bool) -> None:
        if self._draft is not None:
            self.record(self._draft.choice, kind, file_name, locked=locked)

    def record(self, choice: Choice, kind: ShareKind, file_name: str, *, locked: bool = False) -> None:
        """Put what was given on the list; where that cannot be written, the report is given all the same."""
        now = self._context.now()
        share = report_giving.share_of(choice, now, kind, file_name=file_name, protected=locked)
        self._context.operate.run(
            partial(report_giving.record_share, self._context.store, share),
            initiator=self._window,
            on_known=self._on_not_recorded,
        )

    def _on_not_recorded(self, error: KnownError) -> None:
        """Say it where failures are said."""
        self.failed.emit(error)


def words_of(error: BaseException) -> str:
    """Return an expected failure in its own words; any other went to the crash report already."""
    if isinstance(error, KnownError | UserError):
        return str(error)
    return tr("The report could not be made. Nothing was changed or saved.")
