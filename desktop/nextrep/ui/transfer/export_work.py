"""Taking everything out: ask where to, write it beside the window, say where it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from nextrep.domain.text import tr
from nextrep.services import export
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.widgets.file_dialogs import to_save

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store


@dataclass(frozen=True, slots=True)
class WriteExport:
    """Writes the record on a worker thread."""

    store: Store
    target: Path
    form: str

    def __call__(self, _progress: Progress) -> tuple[Path, int]:
        """Write, and return the file and its number of sets.

        Raises:
            KnownError: the file cannot be written.
        """
        with self.store.on_this_thread():
            return self.target, export.export(self.store, self.target, self.form)


def export_dialog(form: str, parent: QWidget) -> QFileDialog:
    """Return a dialog that asks where a "csv" or "json" shall go; connect its `fileSelected` and open it."""
    kind = tr("Table of sets (*.csv)") if form == "csv" else tr("Everything, for programs (*.json)")
    return to_save(tr("Where shall it go?"), kind, f"nextrep.{form}", "", parent)
