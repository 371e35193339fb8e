"""Backups: where they go, how it stands with them, making one, and putting one back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.services import backups
from nextrep.services.backup_standing import Standing, standing
from nextrep.services.backups import Made, Place
from nextrep.settings.table import BACKUP_FOLDER_PLACE, BACKUP_PLACE_COPIED
from nextrep.ui.backup.move_dialog import MoveDialog
from nextrep.ui.backup.restore_dialog import RestoreDialog
from nextrep.ui.backup.words import when_words
from nextrep.ui.runtime.backup_work import BackUpNow, place_of
from nextrep.ui.runtime.clipboard import copy_public
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton, SecondaryButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.day_text import short_day_text
from nextrep.ui.widgets.file_dialogs import to_choose_folder
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, Secondary, SmallTitle
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.progress import ProgressPanel

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store

_TARGET = 36


class BackupCard(Card):
    """What takes long runs beside the window: a drive may be slow, or away.

    Attributes:
        last, outside: how it stands.
        place: the folder that backups go to.
        choose, usual: change it.
        copied: whether that folder is copied to another place.
        back_up, put_back, move_on: make one, put one back, and move to another computer.
        answer: what became of it.
        restart_asked: emitted with a `Restart` when a backup waits to be put in place.
    """

    restart_asked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(tr("Backups"), parent)
        self._context = context
        self._path = ""
        self.last, self.outside = Body(), Body()
        self.place = QLineEdit()
        self.place.setReadOnly(True)
        self.place.setObjectName("backup_place")
        self.choose, self.usual = LinkButton(tr("Choose…")), LinkButton(tr("Use the usual folder"))
        self.choose.setAccessibleName(tr("Choose the place for backups"))
        self.copied = QCheckBox(tr("A cloud service or another program copies this folder elsewhere"))
        self.back_up, self.put_back = SecondaryButton(tr("Back up now")), SecondaryButton(tr("Put one back…"))
        self.move_on = SecondaryButton(tr("Move to a new computer…"))
        self.progress = ProgressPanel(tr("Writing a backup and checking it"), cancellable=False)
        self.answer = InlineMessage()
        self.copy_answer = LinkButton(tr("Copy its path"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = current_theme().px
        self.add(self.last)
        self.add(self.outside)
        self.body.addSpacing(px(4))
        title = SmallTitle(tr("Where they go"))
        title.setBuddy(self.place)
        self.place.setAccessibleName(title.text())
        self.add(title)
        row = self.add_row(self.place, self.choose, stretch=False)
        row.setStretch(0, 1)
        self.copied.setMinimumHeight(px(_TARGET))
        self.add(self.copied)
        self.add_row(self.usual)
        kept = tr(
            "One is made when you close NextRep after a day of use. The last 7 days, 4 weeks and 12 "
            "months are kept, and all that you make yourself."
        )
        self.add(Secondary(kept))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.back_up, self.put_back, self.move_on):
            flow.addWidget(button)
        for widget in (buttons, self.progress, self.answer):
            self.add(widget)
        self.add_row(self.copy_answer)
        for hidden in (self.progress, self.copy_answer, self.usual, self.copied):
            hidden.hide()

    def _connect(self) -> None:
        self.choose.clicked.connect(self.choose_place)
        self.usual.clicked.connect(self._on_usual)
        self.copied.toggled.connect(self._on_copied)
        self.back_up.clicked.connect(self._on_back_up)
        self.put_back.clicked.connect(self.open_restore)
        self.move_on.clicked.connect(self.open_move)
        self.copy_answer.clicked.connect(self._on_copy_answer)
        self.answer.dismissed.connect(self.copy_answer.hide)

    def refresh(self) -> None:
        """Show the place at once, and how it stands once that is found out."""
        place = place_of(self._context.settings_machine)
        folder = place.folder or backups.own_folder(self._context.store.folder)
        self.place.setText(str(folder))
        self.place.setCursorPosition(0)
        self.usual.setVisible(place.folder is not None)
        before = self.copied.blockSignals(True)
        self.copied.setChecked(place.copied)
        self.copied.blockSignals(before)
        work = _Stand(self._context.store, self._context.now(), place)
        self._context.jobs.run(work, then=self._on_stands, failed=self._on_failed, owner=self)

    def open_restore(self) -> RestoreDialog:
        """Open the backups that can be put back."""
        dialog = RestoreDialog(self._context, self)
        dialog.restart_asked.connect(self.restart_asked)
        dialog.open()
        return dialog

    def open_move(self) -> MoveDialog:
        """Show the way to a new computer."""
        dialog = MoveDialog(self._context, self)
        dialog.made.connect(self._tell)
        dialog.open()
        return dialog

    def choose_place(self) -> QFileDialog:
        """Ask for the folder that backups shall go to."""
        dialog = to_choose_folder(tr("Where shall backups go?"), self.place.text(), self)
        dialog.fileSelected.connect(self.take_place)
        dialog.open()
        return dialog

    def take_place(self, name: str) -> None:
        """Keep the folder, once something could be written there."""
        self.answer.clear()
        work = _TryPlace(self._context.store, Path(name))
        self._context.jobs.run(work, then=self._on_place, failed=self._on_failed, owner=self)

    def _on_place(self, folder: Path | None) -> None:
        machine = self._context.settings_machine
        machine.put(BACKUP_FOLDER_PLACE, str(folder) if folder is not None else "")
        machine.put(BACKUP_PLACE_COPIED, False)
        machine.save()
        self.refresh()

    def _on_usual(self) -> None:
        self._on_place(None)
        self.choose.setFocus()

    def _on_copied(self, on: bool) -> None:
        self._context.settings_machine.put(BACKUP_PLACE_COPIED, on)
        self._context.settings_machine.save()

    def _on_back_up(self) -> None:
        self.answer.clear()
        self.copy_answer.hide()
        self.progress.show()
        self._enable(on=False)
        context = self._context
        work = BackUpNow(context.store, context.now(), place_of(context.settings_machine))
        context.jobs.run(work, then=self._on_made, failed=self._on_failed, owner=self)

    def _on_made(self, made: Made) -> None:
        words = tr("Written, opened and checked: {path}", path=made.path)
        self._say(words, "info", str(made.path))
        self._tell()

    def _tell(self) -> None:
        """Have Today, and this card, look again."""
        self._context.operate.announce(Outcome(None, Changes(settings=True)), None)

    def _on_failed(self, error: BaseException) -> None:
        fault = tr("That did not work because of a fault in NextRep. Your record is safe.")
        self._say(str(error) if isinstance(error, KnownError) else fault, "error", "")

    def _say(self, text: str, kind: str, path: str) -> None:
        self.progress.hide()
        self._enable(on=True)
        self.answer.show_message(text, kind)
        self._path = path
        self.copy_answer.setVisible(bool(path))

    def _enable(self, *, on: bool) -> None:
        for button in (self.back_up, self.put_back, self.move_on):
            button.setEnabled(on)

    def _on_copy_answer(self) -> None:
        copy_public(self._path)

    def _on_stands(self, found: tuple[Standing, bool]) -> None:
        standing, elsewhere = found
        now = self._context.now()
        today = now.date().toordinal()
        if standing.last is None:
            last = tr("There is no backup yet.")
        else:
            when = when_words(standing.last.about.made_at, today, now.tzinfo)
            last = tr("The last backup: {when}.", when=when)
        if standing.missed is not None:
            last += " " + tr(
                "On {day} the chosen place was not there; the usual folder has that one.",
                day=short_day_text(standing.missed, today),
            )
        self.last.setText(last)
        self.outside.setText(outside_words(standing.outside, today))
        chosen = place_of(self._context.settings_machine).folder is not None
        self.copied.setVisible(chosen and not elsewhere)


def outside_words(day: int | None, today: int) -> str:
    """Say when a backup last went outside this computer (date ordinals)."""
    if day is None:
        return tr("None is outside this computer yet. If this disk fails, only such a one helps.")
    if day == today:
        return tr("The last one outside this computer: today.")
    return tr("The last one outside this computer: {day}.", day=short_day_text(day, today))


@dataclass(frozen=True, slots=True)
class _Stand:
    """Finds out how it stands, on a worker thread."""

    store: Store
    now: datetime
    place: Place

    def __call__(self, _progress: Progress) -> tuple[Standing, bool]:
        """Return it, and whether the chosen folder is on another disk."""
        folder = self.place.folder
        with self.store.on_this_thread():
            elsewhere = folder is not None and backups.is_elsewhere(self.store, folder)
            return standing(self.store, self.now, self.place), elsewhere


@dataclass(frozen=True, slots=True)
class _TryPlace:
    """Tries whether backups can be written to a folder, on a worker thread."""

    store: Store
    folder: Path

    def __call__(self, _progress: Progress) -> Path | None:
        """Return the folder as it is kept.

        Raises:
            KnownError: nothing can be written there.
        """
        return backups.checked_place(self.store, self.folder)
