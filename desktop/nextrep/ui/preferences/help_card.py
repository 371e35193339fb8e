"""Where country, contacts and the plan for hard days are set up on a calmer day."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.doors import open_contacts, open_plan, open_word_list
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary


class HelpCard(Card):
    """Three ways on.

    Attributes:
        contacts_button, plan_button, words_button: open their windows.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(tr("Help on hard days"), parent)
        self._context = context
        words = tr(
            "Choose your country, write down who you can reach, and what helps you. “Help now” at the bottom "
            "of the window, or F12, shows all of it."
        )
        self.add(Secondary(words))
        self.contacts_button = SecondaryButton(tr("Help contacts"))
        self.plan_button = SecondaryButton(tr("Plan for hard days"))
        self.words_button = SecondaryButton(tr("Words to be careful with"))
        row = QWidget()
        flow = FlowLayout(row)
        flow.addWidget(self.contacts_button)
        flow.addWidget(self.plan_button)
        flow.addWidget(self.words_button)
        self.add(row)
        self.contacts_button.clicked.connect(self._on_contacts)
        self.plan_button.clicked.connect(self._on_plan)
        self.words_button.clicked.connect(self._on_words)

    def _on_contacts(self) -> None:
        open_contacts(self._context, self)

    def _on_plan(self) -> None:
        open_plan(self._context, self)

    def _on_words(self) -> None:
        open_word_list(self._context, self)
