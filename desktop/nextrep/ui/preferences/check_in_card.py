"""The way to what a check-in asks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.labels import Secondary


class CheckInCard(Card):
    """One way on.

    Attributes:
        ask_button: opens the dialog.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(tr("Check-in"), parent)
        self._context = context
        self.add(Secondary(tr("Choose what is asked and how often, and add measures of your own.")))
        self.ask_button = SecondaryButton(tr("What to ask…"))
        self.add_row(self.ask_button)
        self.ask_button.clicked.connect(self._on_ask)

    def _on_ask(self) -> None:
        from nextrep.ui.measures.dialog import AskDialog  # few open it, and the screen is there sooner

        AskDialog(self._context, self).open()
