"""What the dialogs have in common that make pages and save or print them: what is shown is what is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QDialog, QWidget

from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.text import tr
from nextrep.ui.papers.pdf_saving import SavePdf, save_dialog
from nextrep.ui.papers.printing import Printing
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import JobHandle, Progress
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.dialog_frame import fit, flow_foot, put_together
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.pdf_pages import Page
from nextrep.ui.widgets.pdf_preview import Preview

_WIDTH, _HEIGHT = 760, 820


class Pages(Protocol):
    """A finished document."""

    @property
    def pdf(self) -> bytes:
        """Its bytes."""
        ...

    @property
    def pages(self) -> tuple[Page, ...]:
        """Its pages, read back from them."""
        ...


@dataclass(frozen=True, slots=True)
class Made:
    """A finished document and its pages, read back from its bytes."""

    pdf: bytes
    pages: tuple[Page, ...]


class PaperDialog(QDialog):
    """Pages and what to do with them. A dialog of this kind lays itself out, and says how they are made.

    Attributes:
        message: says what was saved, printed or went wrong.
        preview: shows the pages.
        print_button, save, close_button: what can be done; the first two wait for the pages.
        printing: prints beside the window.
    """

    def __init__(self, context: Context, preview: str, parent: QWidget | None = None) -> None:
        """Make the parts; `preview` names the pages for screen readers."""
        super().__init__(parent)
        self._context = context
        self._making: JobHandle | None = None
        self._made: Pages | None = None
        self._leaving = False  # closed while pages were being printed
        self._folder = ""
        self.message = InlineMessage()
        self.preview = Preview(context.jobs, preview)
        self.print_button = PrimaryButton(tr("Print…"))
        self.save = SecondaryButton(tr("Save as PDF…"))
        self.close_button = SecondaryButton(tr("Close"))
        self.printing = Printing(context.jobs, self)
        self.print_button.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.reject)
        self.printing.begun.connect(self._on_begun)
        self.printing.done.connect(self._on_printed)
        self.printing.failed.connect(self._on_failed)

    def finished_pages(self) -> Pages | None:
        """Return what is shown, None while it is being made."""
        return self._made

    def job(self) -> Callable[[Progress], Pages] | None:
        """Return what makes the pages beside the window, None where there is nothing to make."""
        raise NotImplementedError

    def names(self) -> tuple[str, str, str]:
        """Return the title of the dialog that saves, the name of the file, the name of the print job."""
        raise NotImplementedError

    def failure_words(self, error: BaseException) -> tuple[str, str]:
        """Return what is said of a failure, and the kind of message: an expected one in its own words."""
        if isinstance(error, UserError | KnownError):
            return str(error), "warn" if isinstance(error, UserError) else "error"
        return tr("The pages could not be made. Nothing was changed."), "error"

    def make(self, _choice: object = None) -> None:
        """Make the pages anew, beside the window; only the last wish counts."""
        job = self.job()
        if self._making is not None:
            self._making.cancel()
        self._made = None
        self.show_buttons()
        if job is not None:
            self._making = self._context.jobs.run(
                job, then=self.show_pages, failed=self._on_failed, owner=self
            )

    def show_pages(self, made: Pages) -> None:
        """Show what was made, and let the person give it."""
        self._making = None
        self._made = made
        self.message.clear()
        self.preview.show_pdf(made.pdf, made.pages)
        self.show_buttons()

    def lay_out(self, *choices: QWidget) -> None:
        """Put the choices above the pages, and the buttons below them."""
        px = current_theme().px
        page = ScrollPage()
        page.body.setSpacing(px(8))
        page.body.addWidget(self.message)
        for choice in choices:
            page.body.addWidget(choice)
        page.body.addWidget(self.preview, 1)
        put_together(self, page, flow_foot(self.print_button, self.save, self.close_button))
        fit(self, px(_WIDTH), px(_HEIGHT))

    def reject(self) -> None:
        """Close; what is being printed is printed to its end, and a failure brings the dialog back."""
        if self.printing.running:
            self._leaving = True
            self.hide()
            return
        if self._making is not None:
            self._making.cancel()
        super().reject()

    def show_buttons(self) -> None:
        """Let the person save and print once there is something, and nothing is being printed."""
        ready = self.finished_pages() is not None and not self.printing.running
        self.print_button.setEnabled(ready)
        self.save.setEnabled(ready)

    def _on_save(self) -> None:
        if self.finished_pages() is not None:
            title, file, _job = self.names()
            dialog = save_dialog(title, file, self._folder, self)
            dialog.fileSelected.connect(self._on_file_chosen)
            dialog.open()

    def _on_file_chosen(self, name: str) -> None:
        made = self.finished_pages()
        if name and made is not None:
            target = Path(name)
            self._folder = str(target.parent)
            job = SavePdf(made.pdf, target)
            self._context.jobs.run(job, then=self._on_saved, failed=self._on_failed, owner=self)

    def _on_saved(self, target: Path) -> None:
        self.message.show_message(tr("Saved: {path}", path=target))

    def _on_print(self) -> None:
        made = self.finished_pages()
        if made is not None:
            self.message.clear()
            self.printing.ask(made.pdf, made.pages, self.names()[2], grey=True)

    def _on_begun(self, _pages: int) -> None:
        self.show_buttons()

    def _on_printed(self, said: str) -> None:
        self.message.show_message(said)
        self.show_buttons()
        if self._leaving:
            self.reject()

    def _on_failed(self, error: BaseException) -> None:
        if self._leaving:
            self._leaving = False
            self.open()
        self.message.show_message(*self.failure_words(error))
        self.show_buttons()
