"""The report as data: which form, and whether body weights go with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from nextrep.domain.companion import CompanionKind
from nextrep.domain.errors import UserError
from nextrep.domain.report_sections import ON_PAPER_ONLY
from nextrep.domain.text import tr
from nextrep.services import companion
from nextrep.services.report import Choice
from nextrep.ui.report.giving import words_of
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import JobHandle, Progress
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.file_dialogs import documents, to_save
from nextrep.ui.widgets.form_dialog import FormDialog
from nextrep.ui.widgets.labels import Secondary, SmallTitle
from nextrep.ui.widgets.progress import ProgressPanel

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

    def __call__(self, progress: Progress) -> Path:
        """Do the work.

        Raises:
            UserError: the file's name does not end as its kind does.
            KnownError: it cannot be written; older files are left as they were.
            Cancelled: the person asked to stop before anything was written.
        """
        with self.store.on_this_thread():
            companion.save(
                self.store,
                self.choice,
                self.target,
                self.kind,
                weight=self.weight,
                progress=progress.report,
                cancelled=lambda: progress.cancelled,
            )
        return self.target


class DataDialog(FormDialog):
    """Asks how, then where to.

    Attributes:
        saved: the choice it was made of, the path, and the name of the file.
        kinds: the forms.
        weight: with body weights.
        progress: how far the writing is, with a way out.
    """

    saved = Signal(object, str, str)

    def __init__(self, context: Context, choice: Choice, parent: QWidget | None = None) -> None:
        """Make the dialog for what `choice` has ticked."""
        intro = tr(
            "The parts that are ticked, with the name and the questions, for another program or for your own "
            "sums. It has no password."
        )
        if choice.sections & ON_PAPER_ONLY:
            intro += " " + tr("Own measures, and tags and facts about days, are in the PDF alone.")
        super().__init__(tr("Also as data"), tr("Save…"), parent, intro)
        self._context, self._choice = context, choice
        self.kinds = QButtonGroup(self)
        self.weight = QCheckBox(tr("With body weights, which are never in the PDF"))
        self.weight.setMinimumHeight(current_theme().px(_TARGET))
        self.progress = ProgressPanel(tr("Writing the data"))
        self._writing: JobHandle | None = None
        self._lay_out()
        self.finish()
        self.progress.hide()
        self.progress.cancelled.connect(self._on_stop)

    def reject(self) -> None:
        """Leave; what is being written is not."""
        self._stop()
        super().reject()

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
        body.addWidget(self.progress)

    def _on_file_chosen(self, name: str) -> None:
        if name:
            self.take.setEnabled(False)
            self.progress.begin(tr("Writing the data"))
            job = SaveData(
                self._context.store, self._choice, Path(name), self.kind(), self.weight.isChecked()
            )
            self._writing = self._context.jobs.run(
                job,
                then=self._on_saved,
                failed=self._on_failed,
                owner=self,
                progress=self.progress.set_progress,
            )

    def _on_stop(self) -> None:
        self._stop()
        self._end()

    def _stop(self) -> None:
        if self._writing is not None:
            self._writing.cancel()
            self._writing = None

    def _end(self) -> None:
        self.progress.hide()
        self.take.setEnabled(True)

    def _on_saved(self, target: Path) -> None:
        self._writing = None
        self.saved.emit(self._choice, str(target), target.name)
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self._writing = None
        self._end()
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
