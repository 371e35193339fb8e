"""Saving a finished PDF: ask where to, write it beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from nextrep.domain.text import tr
from nextrep.services.files import save_file
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.widgets.file_dialogs import documents, to_save


@dataclass(frozen=True, slots=True)
class SavePdf:
    """A job: writes finished bytes to a file and returns where they are."""

    pdf: bytes
    target: Path

    def __call__(self, _progress: Progress) -> Path:
        """Do the work.

        Raises:
            KnownError: it cannot be written; an older file is left as it was.
        """
        save_file(self.target, self.pdf)
        return self.target


def save_dialog(title: str, name: str, folder: str, parent: QWidget) -> QFileDialog:
    """Return a dialog that asks where to; connect its `fileSelected` and open it.

    Args:
        title: of the dialog.
        name: suggested name of the file.
        folder: where to begin; the person's documents if "".
        parent: owner.
    """
    return to_save(title, tr("PDF files (*.pdf)"), name, folder or documents(), parent)
