"""Locking the PDF with a password: a tick, and two fields that must agree. It is kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.labels import Secondary
from nextrep.ui.widgets.page import reveal
from nextrep.ui.widgets.secret_field import SecretField

_TARGET = 36
_INDENT = 30


class LockField(QWidget):
    """The fields are there only while it is ticked, and empty whenever it is not.

    Attributes:
        changed: emitted when it is ticked or unticked, or the password is another one.
        tick: whether the file is to be locked.
        first, again: the password, and the same once more.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick = QCheckBox(tr("Lock the PDF with a password"))
        self.tick.setMinimumHeight(current_theme().px(_TARGET))
        self.first, self.again = SecretField(), SecretField()
        self._first_field = LabelledField(tr("Password"), self.first)
        self._again_field = LabelledField(tr("The same password again"), self.again)
        note = tr(
            "A forgotten password cannot be recovered: the file stays closed. It is kept nowhere. Tell it to "
            "the reader in another way than the file."
        )
        self._parts = QWidget()
        self.tick.setAccessibleDescription(note)
        parts = QVBoxLayout(self._parts)
        parts.setContentsMargins(current_theme().px(_INDENT), 0, 0, 0)
        parts.setSpacing(current_theme().px(6))
        for widget in (self._first_field, self._again_field, Secondary(note)):
            parts.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tick)
        layout.addWidget(self._parts)
        self._parts.hide()
        self.tick.toggled.connect(self._on_tick)
        self.first.textEdited.connect(self._on_edited)
        self.again.textEdited.connect(self._on_edited)

    def password(self) -> str | None:
        """Return the password, None where the file is not to be locked.

        Raises:
            UserError: nothing was typed, or the two differ; it is said at the field as well.
        """
        if not self.tick.isChecked():
            return None
        try:
            return self._read()
        except UserError as error:
            self.set_problem(str(error), error.field)
            raise

    def set_problem(self, message: str, field: str = "password") -> None:
        """Say what is wrong below the first field, or the second with "again"; nothing with ""."""
        in_again = field == "again"
        self._first_field.set_problem("" if in_again else message)
        self._again_field.set_problem(message if in_again else "")
        if message:
            place = self.again if in_again else self.first
            place.setFocus()
            reveal(self._again_field if in_again else self._first_field)

    def _read(self) -> str:
        first, again = self.first.text(), self.again.text()
        if not first:
            raise UserError(tr("Type a password, or take the tick away."), field="password")
        if first != again:
            raise UserError(tr("The two are not the same. Type the password again."), field="again")
        return first

    def _on_tick(self, on: bool) -> None:
        self._parts.setVisible(on)
        self.set_problem("")
        if on:
            self.first.setFocus()
        else:
            self.first.wipe()
            self.again.wipe()
        self.changed.emit()

    def _on_edited(self, _text: str) -> None:
        self.set_problem("")
        self.changed.emit()
