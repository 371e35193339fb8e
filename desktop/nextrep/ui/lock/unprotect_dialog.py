"""Taking the passphrase away: asked once, because anyone can read the record afterwards."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr
from nextrep.ui.widgets.form_dialog import FormDialog


class UnprotectDialog(FormDialog):
    """Esc leaves it encrypted.

    Attributes:
        confirmed: emitted when the person wants it.
    """

    confirmed = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(
            tr("Keep it without a passphrase"),
            tr("Decrypt"),
            parent,
            tr(
                "Whoever can use this account of the computer can then read everything, and there is no "
                "lock. Backups that are encrypted stay so."
            ),
        )
        self.finish()

    def on_take(self) -> None:
        """Do it."""
        self.accept()
        self.confirmed.emit()
