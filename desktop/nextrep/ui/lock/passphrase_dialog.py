"""A new passphrase, typed twice: for a profile that gets its first, or another one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.errors import UserError
from nextrep.domain.passphrase import FIELD, checked_passphrase
from nextrep.domain.text import tr
from nextrep.ui.widgets.form_dialog import FormDialog
from nextrep.ui.widgets.secret_field import SecretField


class PassphraseDialog(FormDialog):
    """Says what a passphrase does, and what happens without it.

    Attributes:
        chosen: emitted with the passphrase; the dialog is closed then.
        first, again: the passphrase and the same once more.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None, *, first_time: bool) -> None:
        """Make the form; `first_time` for a profile that has no passphrase yet."""
        intro = tr(
            "Everything NextRep keeps here is then encrypted, and opens with this passphrase only. Four "
            "words that you remember are better than one that nobody can type."
        )
        also = tr(
            "Next you get a recovery key for the day it is forgotten. Without both, nobody can open it."
        )
        if first_time:
            title, take, words = tr("Protect with a passphrase"), tr("Encrypt"), f"{intro} {also}"
        else:
            title, take = tr("Another passphrase"), tr("Change it")
            words = tr(
                "Backups of before open with the passphrase of their time. The recovery key stays the same."
            )
        super().__init__(title, take, parent, words, width=520, window=tr("Passphrase"))
        self.first, self.again = SecretField(), SecretField()
        self.add_field(FIELD, tr("New passphrase"), self.first, tr("At least 8 characters."))
        self.add_field("again", tr("The same again"), self.again)
        self.finish()

    def on_take(self) -> None:
        """Hand it on when it can be a passphrase and both are the same."""
        self.clear_problems()
        try:
            text = checked_passphrase(self.first.text())
            if text != checked_passphrase(self.again.text()):
                raise UserError(tr("The two are not the same. Type it again."), field="again")
        except UserError as error:
            self.show_error(str(error), error.field)
            return
        self.first.wipe()
        self.again.wipe()
        self.accept()
        self.chosen.emit(text)
