"""Who can read the record: the passphrase, when it locks by itself, and copies that are still plain."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from nextrep.domain.text import tr, tr_n
from nextrep.settings.table import BACKUP_FOLDER_PLACE, LOCK_IDLE_MINUTES, LOCK_ON_LEAVE
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.runtime.locking import (
    FORGET,
    LOCK,
    LOCK_TIMES,
    NEW_PASSPHRASE,
    NEW_RECOVERY,
    PROTECT,
    REMEMBER,
    UNPROTECT,
)
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, Secondary
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.spin import SpinBox

_WISH = "wish"
"""Property of a button: the key that it stands for."""


class PrivacyCard(Card):
    """One thing to do while there is no passphrase; afterwards what belongs to it.

    Attributes:
        wished: emitted with a key of `runtime.locking`.
        protect_button: sets the first passphrase.
        lock_button: locks now.
        passphrase_button, recovery_button: change what opens it.
        remember_button, forget_button: of this computer's keyring.
        unprotect_button: decrypts it.
        idle: minutes without a key until it locks; 0 for never.
        on_leave: whether it locks when the computer sleeps or is locked.
        delete_plain: deletes the copies that anyone can read.
        plain: says how many there are.
    """

    wished = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(tr("Privacy"), parent)
        self._context = context
        self._plain_files: tuple[Path, ...] = ()
        self.protect_button = PrimaryButton(tr("Protect with a passphrase…"))
        self.lock_button = SecondaryButton(tr("Lock now"))
        self.idle = SpinBox(0, LOCK_IDLE_MINUTES.high or 0, LOCK_IDLE_MINUTES.default, tr(" min"))
        self.idle.setSpecialValueText(tr("never"))
        self.idle.setKeyboardTracking(False)
        self.idle.setMinimumWidth(current_theme().px(120))
        self.on_leave = QCheckBox(LOCK_ON_LEAVE.title())
        self.on_leave.setMinimumHeight(current_theme().px(36))
        self._words = Body()
        self.plain, self.delete_plain = InlineMessage(dismissable=False), SecondaryButton(tr("Delete them"))
        self._lay_out()
        self.idle.valueChanged.connect(self._on_idle)
        self.on_leave.toggled.connect(self._on_leave)
        self.delete_plain.clicked.connect(self._on_delete_plain)

    def refresh(self) -> None:
        """Show whether it is encrypted, and what is kept."""
        encrypted = self._context.store.encrypted
        self._words.setText(
            tr("Your record is encrypted. It opens with your passphrase or the recovery key.")
            if encrypted
            else tr(
                "Your record is not encrypted: whoever can use this account of the computer, or takes its "
                "disk out, can read it. With a passphrase nobody else can, and Ctrl+L locks it."
            )
        )
        self.protect_button.setVisible(not encrypted)
        self._when_encrypted.setVisible(encrypted)
        machine = self._context.settings_machine
        for field in (self.idle, self.on_leave):
            field.blockSignals(True)
        self.idle.setValue(machine.get(LOCK_IDLE_MINUTES))
        self.on_leave.setChecked(machine.get(LOCK_ON_LEAVE))
        for field in (self.idle, self.on_leave):
            field.blockSignals(False)
        self._show_plain(())
        if encrypted:
            looking = _PlainLeft(self._context.store.folder, machine.get(BACKUP_FOLDER_PLACE))
            self._context.jobs.run(looking, then=self._show_plain, failed=_nothing, owner=self)

    def _lay_out(self) -> None:
        px = current_theme().px
        self.body.setSpacing(px(12))
        self.add(self._words)
        self.add_row(self.protect_button)
        self._when_encrypted = QWidget()
        column = QVBoxLayout(self._when_encrypted)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.plain)
        column.addWidget(self.delete_plain)
        column.addWidget(LabelledField(LOCK_IDLE_MINUTES.title(), self.idle))
        column.addWidget(self.on_leave)
        column.addWidget(
            Secondary(tr("What is saved stays saved while it is locked, and Help now works. A rest goes on."))
        )
        self.passphrase_button = SecondaryButton(tr("Another passphrase…"))
        self.recovery_button = SecondaryButton(tr("New recovery key…"))
        self.remember_button = LinkButton(tr("Let this computer's keyring open it"))
        self.forget_button = LinkButton(tr("Make the keyring forget it"))
        self.unprotect_button = LinkButton(tr("Keep it without a passphrase…"))
        column.addWidget(_flow(self.lock_button, self.passphrase_button, self.recovery_button))
        column.addWidget(_flow(self.remember_button, self.forget_button, self.unprotect_button))
        wishes: dict[QPushButton, str] = {
            self.passphrase_button: NEW_PASSPHRASE, self.recovery_button: NEW_RECOVERY,
            self.remember_button: REMEMBER, self.forget_button: FORGET, self.unprotect_button: UNPROTECT,
            self.lock_button: LOCK, self.protect_button: PROTECT,
        }  # fmt: skip
        for button, wish in wishes.items():
            button.setProperty(_WISH, wish)
            button.clicked.connect(self._on_wish)
        self.add(self._when_encrypted)

    def _show_plain(self, files: tuple[Path, ...]) -> None:
        self._plain_files = files
        self.delete_plain.setVisible(bool(files))
        if not files:
            self.plain.clear()
            return
        self.plain.show_message(
            tr_n(
                "{n} copy from before the passphrase is still here, which anyone can read.",
                "{n} copies from before the passphrase are still here, which anyone can read.",
                len(files),
            ),
            "warn",
        )

    def _on_delete_plain(self) -> None:
        self.delete_plain.setVisible(False)
        self._context.jobs.run(
            _DeletePlain(self._plain_files), then=self._show_plain, failed=_nothing, owner=self
        )

    def _on_wish(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.wished.emit(str(button.property(_WISH)))

    def _on_idle(self, minutes: int) -> None:
        self._context.settings_machine.put(LOCK_IDLE_MINUTES, minutes)
        self.wished.emit(LOCK_TIMES)

    def _on_leave(self, on: bool) -> None:
        self._context.settings_machine.put(LOCK_ON_LEAVE, on)
        self.wished.emit(LOCK_TIMES)


def _flow(*buttons: QPushButton) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row)
    for button in buttons:
        flow.addWidget(button)
    return row


class _PlainLeft:
    """A job: looks for copies that anyone can read."""

    def __init__(self, folder: Path, backups: str) -> None:
        self._folder = folder
        self._further = (Path(backups),) if backups else ()

    def __call__(self, _progress: Progress) -> tuple[Path, ...]:
        from nextrep.services import vault

        return vault.plain_left(self._folder, *self._further)


class _DeletePlain:
    """A job: deletes them; the answer is what could not be deleted."""

    def __init__(self, files: tuple[Path, ...]) -> None:
        self._files = files

    def __call__(self, _progress: Progress) -> tuple[Path, ...]:
        from nextrep.services import vault

        return vault.delete_plain(self._files)


def _nothing(_error: BaseException) -> None:
    """What cannot be looked for is not offered."""
