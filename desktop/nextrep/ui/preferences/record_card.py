"""The record as a whole: where it is, is it sound, bringing in and taking out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu, QWidget

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.services import upkeep
from nextrep.ui.runtime import file_manager
from nextrep.ui.runtime.clipboard import copy_public
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.transfer.export_work import WriteExport, export_dialog
from nextrep.ui.transfer.words import counted
from nextrep.ui.widgets.buttons import LinkButton, SecondaryButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary, SmallTitle
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.progress import ProgressPanel

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store


class RecordCard(Card):
    """Long work runs beside the window; its answer stands below the buttons.

    Attributes:
        import_asked: the person wants to bring in a log.
    """

    import_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(tr("Your record"), parent)
        px = current_theme().px
        self._context = context
        self._last_path = ""
        self.path = QLineEdit(str(context.store.folder))
        self.path.setReadOnly(True)
        self.path.setObjectName("profile_path")
        self.path.setCursorPosition(0)
        title = SmallTitle(tr("Where it is on this computer"))
        title.setBuddy(self.path)
        self.path.setAccessibleName(title.text())
        self.copy = LinkButton(tr("Copy"))
        self.copy.setAccessibleName(tr("Copy the folder's path"))
        self.show_folder = SecondaryButton(tr("Show the folder"))
        self.show_folder.setToolTip(tr("Opens it in the file manager"))
        self.check = SecondaryButton(tr("Check the profile"))
        self.bring_in = SecondaryButton(tr("Bring in a log…"))
        self.take_out = SecondaryButton(tr("Take everything out…"))
        self.progress = ProgressPanel("", cancellable=False)
        self.answer = InlineMessage()
        self.copy_answer = LinkButton(tr("Copy its path"))
        self._menu = QMenu(self)
        self._menu.addAction(tr("Sets as a table (CSV)…")).triggered.connect(self.export_csv)
        self._menu.addAction(tr("Everything, for programs (JSON)…")).triggered.connect(self.export_json)
        self.add(title)
        row = self.add_row(self.path, self.copy, stretch=False)
        row.setStretch(0, 1)
        self.add(Secondary(tr("One folder holds everything. Nothing of it leaves this computer by itself.")))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.show_folder, self.check, self.bring_in, self.take_out):
            flow.addWidget(button)
        self.body.addSpacing(px(4))
        for widget in (buttons, self.progress, self.answer):
            self.add(widget)
        self.add_row(self.copy_answer)
        self.progress.hide()
        self.copy_answer.hide()
        self.copy.clicked.connect(self._on_copy)
        self.show_folder.clicked.connect(self._on_show_folder)
        self.copy_answer.clicked.connect(self._on_copy_answer)
        self.check.clicked.connect(self._on_check)
        self.bring_in.clicked.connect(self.import_asked)
        self.take_out.clicked.connect(self._on_take_out)
        self.answer.dismissed.connect(self.copy_answer.hide)

    def export_csv(self) -> QFileDialog:
        """Ask where the table of sets shall go."""
        dialog = export_dialog("csv", self)
        dialog.fileSelected.connect(self._on_csv_chosen)
        dialog.open()
        return dialog

    def export_json(self) -> QFileDialog:
        """Ask where the whole record shall go."""
        dialog = export_dialog("json", self)
        dialog.fileSelected.connect(self._on_json_chosen)
        dialog.open()
        return dialog

    def _on_copy(self) -> None:
        copy_public(self.path.text())

    def _on_show_folder(self) -> None:
        if not file_manager.show_folder(self._context.store.folder):
            self._on_copy()
            self.answer.show_message(
                tr("No file manager was found. The folder is copied: paste it where you look for files.")
            )

    def _on_copy_answer(self) -> None:
        copy_public(self._last_path)

    def _on_take_out(self) -> None:
        self._menu.popup(self.take_out.mapToGlobal(self.take_out.rect().bottomLeft()))

    def _on_check(self) -> None:
        self._wait(tr("Checking every page of the profile"))
        work = _Check(self._context.store)
        self._context.jobs.run(work, then=self._on_checked, failed=self._on_failed, owner=self)

    def _on_csv_chosen(self, name: str) -> None:
        self._export(Path(name), "csv")

    def _on_json_chosen(self, name: str) -> None:
        self._export(Path(name), "json")

    def _export(self, target: Path, form: str) -> None:
        self._wait(tr("Writing {file}", file=target.name))
        work = WriteExport(self._context.store, target, form)
        self._context.jobs.run(work, then=self._on_exported, failed=self._on_failed, owner=self)

    def _wait(self, text: str) -> None:
        self.answer.clear()
        self.copy_answer.hide()
        self.progress.set_text(text)
        self.progress.show()
        self._enable(on=False)

    def _enable(self, *, on: bool) -> None:
        for button in (self.check, self.bring_in, self.take_out):
            button.setEnabled(on)

    def _say(self, text: str, kind: str, path: Path | None = None) -> None:
        self.progress.hide()
        self._enable(on=True)
        self.answer.show_message(text, kind)
        self._last_path = str(path) if path is not None else ""
        self.copy_answer.setVisible(path is not None)

    def _on_checked(self, problems: list[str]) -> None:
        if not problems:
            self._say(tr("All is well: every page of the profile was read."), "info")
            return
        text = tr(
            "The check found something wrong. Close NextRep, keep a copy of the folder, "
            "then put a backup in its place. Details: {details}",
            details="; ".join(problems[:_DETAILS_SHOWN]),
        )
        self._say(text, "error")

    def _on_exported(self, result: tuple[Path, int]) -> None:
        path, sets = result
        count = counted("{n} set", "{n} sets", sets)
        self._say(tr("Written, with {sets}: {path}", sets=count, path=path), "info", path)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, KnownError):
            self._say(str(error), "error")
        else:
            self._say(tr("That did not work because of a fault in NextRep. Your record is safe."), "error")


_DETAILS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Check:
    """Checks the profile on a worker thread."""

    store: Store

    def __call__(self, _progress: Progress) -> list[str]:
        with self.store.on_this_thread():
            return upkeep.check(self.store)
