"""Moving to a new computer: one file to take along, and what to do with it there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.services import backups
from nextrep.services.backups import ENDING, Made
from nextrep.ui.runtime.backup_work import BackUpNow, place_of
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.card import row_of
from nextrep.ui.widgets.dialog_frame import fit, new_foot, put_together
from nextrep.ui.widgets.file_dialogs import to_save
from nextrep.ui.widgets.labels import Body, CardTitle, Muted, Secondary, SmallTitle
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.progress import ProgressPanel


class MoveDialog(QDialog):
    """Three steps, the first of which is done here.

    Attributes:
        write: asks where the file shall go, and writes it.
        answer: what became of it.
        made: emitted when it is written.
    """

    made = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Move to a new computer"))
        self._context = context
        self.write = PrimaryButton(tr("Write the file…"))
        self.progress = ProgressPanel(tr("Writing the file and checking it"), cancellable=False)
        self.answer = InlineMessage(dismissable=False)
        self._close = SecondaryButton(tr("Close"))
        self._lay_out()
        self.write.clicked.connect(self.choose_file)
        self._close.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        px = current_theme().px
        page = ScrollPage()
        page.body.setSpacing(px(8))
        page.body.addWidget(CardTitle(tr("Move to a new computer")))
        page.body.addWidget(Muted(tr("One file takes everything along. Nothing is sent anywhere.")))
        page.body.addSpacing(px(8))
        page.body.addWidget(SmallTitle(tr("1. Here: write the file")))
        page.body.addWidget(Body(tr("Plug in a stick, or choose a folder that the other computer can open.")))
        page.body.addLayout(row_of(self.write))
        page.body.addWidget(self.progress)
        page.body.addWidget(self.answer)
        page.body.addSpacing(px(8))
        page.body.addWidget(SmallTitle(tr("2. There: open it")))
        page.body.addWidget(
            Body(
                tr(
                    "Install NextRep and start it. Choose “Open a backup…” on its first page, or “Put one "
                    "back…” in Settings, and then the file. It shows what is in it before anything happens."
                )
            )
        )
        page.body.addWidget(Secondary(tr("If a passphrase locks NextRep here, it opens the file there too.")))
        page.body.addSpacing(px(8))
        page.body.addWidget(SmallTitle(tr("3. Go on there")))
        page.body.addWidget(
            Body(
                tr(
                    "The two computers do not know of each other: what you write here afterwards is not "
                    "there. Look, sounds and the place of backups are chosen anew on each computer."
                )
            )
        )
        page.body.addStretch(1)
        foot = new_foot()
        foot.addStretch(1)
        foot.addWidget(self._close)
        put_together(self, page, foot)
        self.progress.hide()
        self.write.setDefault(True)
        fit(self, px(600), px(600))

    def choose_file(self) -> QFileDialog:
        """Ask where the file shall go."""
        name = backups.file_name(self._context.now())
        kind = tr("Backups (*{ending})", ending=ENDING)
        dialog = to_save(tr("Where shall the file go?"), kind, name, "", self)
        dialog.fileSelected.connect(self.write_file)
        dialog.open()
        return dialog

    def write_file(self, name: str) -> None:
        """Write it beside the window."""
        self.answer.clear()
        self.progress.show()
        self.write.setEnabled(False)
        context = self._context
        place = place_of(context.settings_machine)
        work = BackUpNow(context.store, context.now(), place, Path(name))
        context.jobs.run(work, then=self._on_made, failed=self._on_failed, owner=self)

    def _on_made(self, made: Made) -> None:
        self._say(tr("Written, opened and checked: {path}", path=made.path), "info")
        self.made.emit()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: BaseException) -> None:
        fault = tr("That did not work because of a fault in NextRep. Your record is safe.")
        self._say(str(error) if isinstance(error, KnownError) else fault, "error")

    def _say(self, text: str, kind: str) -> None:
        self.progress.hide()
        self.write.setEnabled(True)
        self.answer.show_message(text, kind)
