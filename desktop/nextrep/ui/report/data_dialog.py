"""The report as data: which form, and whether body weights go with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from nextrep.domain.companion import CompanionKind
from nextrep.domain.errors import UserError
from nextrep.domain.text import tr
from nextrep.services import companion
from nextrep.services.report import Choice
from nextrep.ui.report.giving import words_of
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.file_dialogs import documents, to_save
from nextrep.ui.widgets.form_dialog import FormDialog
from nextrep.ui.widgets.labels import Secondary, SmallTitle

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store

_TARGET = 36
_INDENT = 30
_KINDS = (CompanionKind.CSV, CompanionKind.FHIR, CompanionKind.ZIP)


@dataclass(frozen=True, slots=True)
class SaveData:
    """A job: writes the companion of a report and returns the file that was asked for."""

    store: Store
    choice: Choice
    target: Path
    kind: CompanionKind
    weight: bool

    def __call__(self, _progress: Progress) -> Path:
        """Do the work.

        Raises:
            UserError: the file's name does not end as its kind does.
            KnownError: it cannot be written; older files are left as they were.
        """
        with self.store.on_this_thread():
            companion.save(self.store, self.choice, self.target, self.kind, weight=self.weight)
        return self.target


class DataDialog(FormDialog):
    """Asks how, then where to.

    Attributes:
        saved: the choice it was made of, the path, and the name of the file.
        kinds: the forms.
        weight: with body weights.
    """

    saved = Signal(object, str, str)

    def __init__(self, context: Context, choice: Choice, parent: QWidget | None = None) -> None:
        """Make the dialog for what `choice` has ticked."""
        intro = tr(
            "The parts that are ticked, with the name and the questions, for another program or for your own "
            "sums. It has no password."
        )
        super().__init__(tr("Also as data"), tr("Save…"), parent, intro)
        self._context, self._choice = context, choice
        self.kinds = QButtonGroup(self)
        self.weight = QCheckBox(tr("With body weights, which are never in the PDF"))
        self.weight.setMinimumHeight(current_theme().px(_TARGET))
        self._lay_out()
        self.finish()

    def kind(self) -> CompanionKind:
        """Return the chosen form."""
        return _KINDS[max(0, self.kinds.checkedId())]

    def on_take(self) -> None:
        """Ask where to."""
        self.clear_problems()
        ending = Path(companion.file_name(self._choice, self.kind())).suffix
        dialog = to_save(
            tr("Save as data"),
            tr("Data files (*{ending})", ending=ending),
            companion.file_name(self._choice, self.kind()),
            documents(),
            self,
        )
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _lay_out(self) -> None:
        body = self.page.body
        body.addWidget(SmallTitle(tr("Form")))
        said = {
            CompanionKind.CSV: (
                tr("Table (CSV)"),
                tr("Opens in a spreadsheet. A second file says what each measure means."),
            ),
            CompanionKind.FHIR: (tr("FHIR R4 (JSON)"), tr("For health record programs that read FHIR.")),
            CompanionKind.ZIP: (tr("Both in one ZIP file"), ""),
        }
        for number, kind in enumerate(_KINDS):
            title, hint = said[kind]
            button = QRadioButton(title)
            button.setMinimumHeight(current_theme().px(_TARGET))
            button.setAccessibleDescription(hint)
            button.setChecked(number == 0)
            self.kinds.addButton(button, number)
            body.addLayout(_with_hint(button, hint))
        body.addWidget(self.weight)

    def _on_file_chosen(self, name: str) -> None:
        if name:
            self.take.setEnabled(False)
            job = SaveData(
                self._context.store, self._choice, Path(name), self.kind(), self.weight.isChecked()
            )
            self._context.jobs.run(job, then=self._on_saved, failed=self._on_failed, owner=self)

    def _on_saved(self, target: Path) -> None:
        self.saved.emit(self._choice, str(target), target.name)
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self.take.setEnabled(True)
        self.show_error(words_of(error), error.field if isinstance(error, UserError) else "")


def _with_hint(button: QRadioButton, hint: str) -> QVBoxLayout:
    both = QVBoxLayout()
    both.setSpacing(0)
    both.addWidget(button)
    if hint:
        words = Secondary(hint)
        words.setContentsMargins(current_theme().px(_INDENT), 0, 0, 0)
        both.addWidget(words)
    return both
