"""Questionnaires that the person brings in as files, and takes off the list again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog

from nextrep.domain.text import tr
from nextrep.services import questionnaire_files as files
from nextrep.services.questionnaires import Subject
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.file_dialogs import documents, to_open
from nextrep.ui.widgets.message import InlineMessage


class FormFiles(QObject):
    """Asks for files, and keeps what is in them.

    Attributes:
        changed: emitted when a questionnaire came or went.
    """

    changed = Signal()

    def __init__(self, context: Context, message: InlineMessage, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._context, self._message, self._dialog = context, message, dialog

    def ask(self) -> QFileDialog:
        """Let the person choose a questionnaire file."""
        kinds = [tr("FHIR questionnaires (*.json)"), tr("All files (*)")]
        dialog = to_open(tr("Choose a questionnaire"), kinds, documents(), self._dialog)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()
        return dialog

    def load(self, path: Path) -> None:
        """Keep a questionnaire file, or say what is wrong with it and where."""
        store, now = self._context.store, self._context.now()
        added = self._context.operate.run(
            partial(files.add, store, path, now), initiator=self._dialog, on_error=self._on_bad
        )
        if added is not None:
            self._message.clear()
            self.changed.emit()

    def remove(self, subject: object) -> None:
        """Take a questionnaire of a file off the list; its answers stay."""
        if isinstance(subject, Subject) and subject.form_id is not None:
            call = partial(files.set_removed, self._context.store, subject.form_id, removed=True)
            self._context.operate.run(call, initiator=self._dialog)
            self.changed.emit()

    def _on_chosen(self, name: str) -> None:
        self.load(Path(name))

    def _on_bad(self, message: str, _field: str) -> None:
        self._message.show_message(message, "warn")
