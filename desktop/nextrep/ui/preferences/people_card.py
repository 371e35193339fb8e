"""Other people on this computer: a profile each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.text import tr
from nextrep.services import profiles
from nextrep.services.profiles import Profile
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.restart import Restart
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.card import Card, clear_layout, row_of
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.form_dialog import FormDialog
from nextrep.ui.widgets.labels import Body, Secondary
from nextrep.ui.widgets.message import InlineMessage


class PeopleCard(Card):
    """Who there is; opening another profile closes this one.

    Attributes:
        add_button: makes a profile for another person.
        rename_button: changes how this one is called in the list.
        answer: what could not be done.
        open_buttons: by folder, one for each other person.
        restart_asked: emitted with a `Restart` to another profile.
    """

    restart_asked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(tr("Other people on this computer"), parent)
        self._context = context
        self.open_buttons: dict[Path, SecondaryButton] = {}
        self.add(
            Secondary(
                tr(
                    "Each person has a profile of their own, with nothing in common. With more than one, "
                    "NextRep asks at its start. What keeps others from reading yours is a passphrase, or "
                    "an account of their own on this computer."
                )
            )
        )
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(current_theme().px(4))
        self.add(holder)
        self.add_button = SecondaryButton(tr("Add a person…"))
        self.rename_button = SecondaryButton(tr("My name in this list…"))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.add_button)
        flow.addWidget(self.rename_button)
        self.add(buttons)
        self.answer = InlineMessage()
        self.add(self.answer)
        self.add_button.clicked.connect(self.open_add)
        self.rename_button.clicked.connect(self.open_rename)

    def refresh(self) -> None:
        """Show who there is; alone there is no list."""
        here = self._context.store.folder
        found = profiles.people(here)
        clear_layout(self._list)
        self.open_buttons = {}
        self.rename_button.setVisible(len(found) > 1)
        for one in found if len(found) > 1 else []:
            self._list.addLayout(self._row(one, here))

    def open_add(self) -> NameDialog:
        """Ask for the name of another person."""
        dialog = NameDialog(tr("Add a person"), tr("Add"), "", self)
        dialog.given.connect(self._on_added)
        dialog.open()
        return dialog

    def open_rename(self) -> NameDialog:
        """Ask how this profile shall be called in the list."""
        here = self._context.store.folder
        names = {one.folder: one.name for one in profiles.people(here)}
        dialog = NameDialog(tr("My name in the list"), tr("Keep"), names.get(here, ""), self)
        dialog.given.connect(self._on_renamed)
        dialog.open()
        return dialog

    def _row(self, one: Profile, here: Path) -> QVBoxLayout:
        column = QVBoxLayout()
        if one.folder == here:
            column.addLayout(row_of(Body(tr("{name} (open now)", name=one.name))))
            return column
        button = SecondaryButton(tr("Open “{name}”", name=one.name))
        button.setProperty("folder", str(one.folder))
        button.clicked.connect(self._on_open)
        self.open_buttons[one.folder] = button
        column.addLayout(row_of(button))
        return column

    def _on_open(self) -> None:
        button = self.sender()
        if isinstance(button, SecondaryButton):
            self.restart_asked.emit(Restart(Path(button.property("folder"))))

    def _on_added(self, dialog: NameDialog, name: str) -> None:
        self._keep(dialog, name, new=True)

    def _on_renamed(self, dialog: NameDialog, name: str) -> None:
        self._keep(dialog, name, new=False)

    def _keep(self, dialog: NameDialog, name: str, *, new: bool) -> None:
        here = self._context.store.folder
        self.answer.clear()
        try:
            profiles.add(here, name) if new else profiles.rename(here, name)
        except UserError as error:
            dialog.show_error(str(error), error.field)
            return
        except KnownError as error:
            self.answer.show_message(str(error), "error")
        dialog.accept()
        self.refresh()


class NameDialog(FormDialog):
    """Asks for a name.

    Attributes:
        given: emitted with the dialog and what was typed.
        name: the field.
    """

    given = Signal(object, str)

    def __init__(self, title: str, take: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(title, take, parent, window=tr("Profile"))
        self.name = QLineEdit(name)
        self.name.setMaxLength(profiles.MOST_CHARS)
        hint = tr("The list is shown before anything is unlocked. Initials or any sign will do.")
        self.add_field(profiles.FIELD, tr("Name in the list"), self.name, hint)
        self.finish()
        self.name.selectAll()

    def on_take(self) -> None:
        """Hand the name on; who asked says what is wrong with it, or closes the form."""
        self.clear_problems()
        self.given.emit(self, self.name.text())
