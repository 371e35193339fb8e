"""The calm card (clinical.md, section 4.1): the same for every answer that opens it.

It stands in the page and blocks nothing. It names nothing about the person, rates nothing, promises
nothing, shows no score and says nowhere that anybody was told.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.text import tr
from nextrep.services import safety
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.contacts_view import ContactsView
from nextrep.ui.safety.doors import open_contacts, open_plan
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton, SecondaryButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body


class SafetyCard(Card):
    """Who can be reached, and a way on.

    Attributes:
        went_on: emitted when the person wants to go on; the card does not hide itself.
        contacts: what is shown.
        on_button: emits `went_on`.
    """

    went_on = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None, *, soft: bool = False) -> None:
        """Make the card.

        Args:
            context: the way to the profile.
            parent: owner.
            soft: opened by a total or by hard days rather than by an answer (section 4.1, point 6).
        """
        super().__init__(tr("Somebody to talk to"), parent)
        self._context = context
        self.body.setSpacing(current_theme().px(10))
        if soft:
            words = tr("If you would like to talk to somebody, here is who you can reach.")
        else:
            words = tr(
                "You noted thoughts of death or of hurting yourself. You can talk about them with somebody "
                "now. Here is who you can reach."
            )
        self.add(Body(words))
        self.contacts = ContactsView()
        self.add(self.contacts)
        self.change_button = LinkButton(tr("Change contacts"))
        self.on_button = SecondaryButton(tr("Go on"))
        foot = QWidget()
        row = FlowLayout(foot)
        for button in (self.on_button, self.change_button):
            row.addWidget(button)
        self.add(foot)
        self.contacts.change_asked.connect(self._on_change)
        self.change_button.clicked.connect(self._on_change)
        self.contacts.plan_asked.connect(self._on_plan)
        self.on_button.clicked.connect(self.went_on)
        context.bus.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show the contacts as they are kept."""
        self.contacts.show_view(safety.view(self._context.store))

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.settings:
            self.refresh()

    def _on_change(self) -> None:
        open_contacts(self._context, self)

    def _on_plan(self) -> None:
        open_plan(self._context, self)
