"""Putting a backup back: choose one, read what is in it, and open the window anew with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.text import tr
from nextrep.services.backups import ENDING, BackupFile
from nextrep.ui.backup.words import line_words, look_words
from nextrep.ui.backup.work import FindBackups, Looked, LookInto, PrepareRestore
from nextrep.ui.runtime.backup_work import place_of
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import JobHandle
from nextrep.ui.runtime.restart import Restart
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.card import Well, row_of
from nextrep.ui.widgets.dialog_frame import fit, new_foot, put_together
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.file_dialogs import to_open
from nextrep.ui.widgets.labels import Body, CardTitle, Muted, Secondary
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.secret_field import SecretField

_FILE = Qt.ItemDataRole.UserRole
_ROWS = 5
"""So many are seen at once; the others are scrolled to."""
_ROW = 36
"""In px at 100 %."""


class RestoreDialog(QDialog):
    """Nothing is changed before the last press, and then only at the next opening of the window.

    Attributes:
        listed: the backups that were found, newest first; a file chosen elsewhere comes on top.
        other: asks for another file.
        said: what is in the chosen one.
        passphrase: of one that is locked.
        unlock: reads it with the passphrase.
        take: puts it back.
        restart_asked: emitted with a `Restart` once it waits to be put in place.
    """

    restart_asked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Put a backup back"))
        self._context = context
        self._looked: Looked | None = None
        self._job: JobHandle | None = None
        self.listed = QListWidget()
        self.listed.setAccessibleName(tr("Backups, the newest first"))
        self.other = SecondaryButton(tr("Another file…"))
        self.said = Body()
        self.passphrase = SecretField()
        self._field = LabelledField(tr("Passphrase of this backup"), self.passphrase)
        self.unlock = SecondaryButton(tr("Unlock"))
        self._none = Muted(tr("There is none in the usual places. Choose a file, for example on a stick."))
        self.problem = InlineMessage(dismissable=False)
        self.take = PrimaryButton(tr("Put this one back"))
        self._leave = SecondaryButton(tr("Cancel"))
        self._lay_out()
        self._connect()
        self._find()

    def _lay_out(self) -> None:
        px = current_theme().px
        page = ScrollPage()
        page.body.setSpacing(px(12))
        page.body.addWidget(CardTitle(tr("Put a backup back")))
        page.body.addWidget(
            Muted(
                tr(
                    "It takes the place of what is in NextRep now. What is there now is not lost: it is kept "
                    "in the folder of the profile, under “kept”."
                )
            )
        )
        page.body.addWidget(self.listed)
        page.body.addWidget(self._none)
        page.body.addLayout(row_of(self.other))
        self._well = Well()
        self._lock = QWidget()
        column = QVBoxLayout(self._lock)
        column.setContentsMargins(0, px(4), 0, 0)
        column.addWidget(self._field)
        column.addLayout(row_of(self.unlock))
        self._well.body.addWidget(self.said)
        self._well.body.addWidget(self._lock)
        page.body.addWidget(self._well)
        page.body.addWidget(self.problem)
        page.body.addWidget(Secondary(tr("NextRep opens its window anew with it, which takes a moment.")))
        page.body.addStretch(1)
        self._page = page
        foot = new_foot()
        foot.addStretch(1)
        foot.addWidget(self._leave)
        foot.addWidget(self.take)
        put_together(self, page, foot)
        for hidden in (self._none, self._well, self._lock):
            hidden.hide()
        self.take.setEnabled(False)
        fit(self, px(620), px(600))

    def _connect(self) -> None:
        self.listed.currentItemChanged.connect(self._on_row)
        self.other.clicked.connect(self.choose_file)
        self.unlock.clicked.connect(self._on_unlock)
        self.take.clicked.connect(self._on_take)
        self._leave.clicked.connect(self.reject)

    def choose_file(self) -> QFileDialog:
        """Ask for a file somewhere else."""
        kinds = [tr("Backups (*{ending} *.db)", ending=ENDING), tr("All files (*)")]
        dialog = to_open(tr("Which backup?"), kinds, "", self)
        dialog.fileSelected.connect(self.open_file)
        dialog.open()
        return dialog

    def open_file(self, name: str) -> None:
        """Take a file that is not in the list."""
        self._add(name, name, top=True)
        self.listed.setCurrentRow(0)
        self._show_list()

    def _find(self) -> None:
        context = self._context
        work = FindBackups(context.store.folder, context.now(), place_of(context.settings_machine))
        context.jobs.run(work, then=self._on_found, failed=self._on_failed, owner=self)

    def _on_found(self, found: list[BackupFile]) -> None:
        now = self._context.now()
        for one in found:
            self._add(line_words(one, now.date().toordinal(), now.tzinfo), str(one.path))
        self._show_list()
        if self.listed.count() and self.listed.currentItem() is None:
            self.listed.setCurrentRow(0)
            self.listed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_list(self) -> None:
        count = self.listed.count()
        self.listed.setVisible(bool(count))
        row = max(self.listed.sizeHintForRow(0), current_theme().px(_ROW)) if count else 0
        self.listed.setFixedHeight(min(count, _ROWS) * row + 2 * self.listed.frameWidth() + 4)
        self._none.setHidden(bool(count))

    def _add(self, words: str, file: str, *, top: bool = False) -> None:
        item = QListWidgetItem(words)
        item.setData(_FILE, file)
        item.setToolTip(file)
        self.listed.insertItem(0 if top else self.listed.count(), item)

    def _on_row(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        self.passphrase.wipe()
        if item is not None:
            self._look(None)

    def _on_unlock(self) -> None:
        if self.passphrase.text():
            self._look(self.passphrase.text())

    def _look(self, passphrase: str | None) -> None:
        """Read the chosen one; an answer about another one does not come any more."""
        if self._job is not None:
            self._job.cancel()
        self._looked = None
        self.take.setEnabled(False)
        self.problem.clear()
        self._field.set_problem("")
        self._lock.setVisible(passphrase is not None)
        self.said.setText(tr("Reading it…"))
        self._well.show()
        context = self._context
        work = LookInto(context.store.folder, Path(self._file()), context.now(), passphrase)
        self._job = context.jobs.run(work, then=self._on_looked, failed=self._on_failed, owner=self)

    def _file(self) -> str:
        return str(self.listed.currentItem().data(_FILE))

    def _on_looked(self, looked: Looked) -> None:
        now = self._context.now()
        words = look_words(looked.look, now.date().toordinal(), now.tzinfo)
        locked = looked.look.inside is None
        if locked:
            words.append(tr("It is locked. Its passphrase shows what is in it."))
        self.said.setText("\n".join(words))
        self._lock.setVisible(locked)
        if locked:
            self.unlock.setDefault(True)  # Enter in the field
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._show_lock)  # once it has its place
            return
        self._looked = looked
        self.take.setEnabled(True)
        self.take.setDefault(True)

    def _show_lock(self) -> None:
        self._page.ensureWidgetVisible(self._lock)

    def _on_failed(self, error: BaseException) -> None:
        self._enable(on=True)
        if isinstance(error, UserError):
            self._field.set_problem(str(error))
            self._lock.show()
            self.said.setText(tr("It is locked. Its passphrase shows what is in it."))
            self.passphrase.selectAll()
            return
        self._well.hide()
        known = isinstance(error, KnownError)
        words = (
            str(error)
            if known
            else tr("That did not work because of a fault in NextRep. Nothing was changed.")
        )
        self.problem.show_message(words, "error")

    def _on_take(self) -> None:
        if self._looked is None:
            return
        self._enable(on=False)
        self.said.setText(tr("Unpacking and checking it…"))
        context = self._context
        work = PrepareRestore(context.store.folder, self._looked, context.now())
        context.jobs.run(work, then=self._on_prepared, failed=self._on_failed, owner=self)

    def _on_prepared(self, key: object) -> None:
        folder = self._context.store.folder
        self.accept()
        self.restart_asked.emit(Restart(folder, key))  # type: ignore[arg-type] # a key, or None

    def _enable(self, *, on: bool) -> None:
        for widget in (self.listed, self.other, self.unlock):
            widget.setEnabled(on)
        self.take.setEnabled(on and self._looked is not None)
