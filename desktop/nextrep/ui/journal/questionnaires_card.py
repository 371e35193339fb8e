"""The door to the questionnaires, with a gentle word when one can be filled in again."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.days import listed
from nextrep.domain.text import tr
from nextrep.services import questionnaires
from nextrep.ui.questionnaires.dialog import QuestionnairesDialog, open_questionnaires
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.labels import CardTitle, Secondary


class QuestionnairesCard(Card):
    """A title, one quiet line, and a button.

    Attributes:
        button: opens the dialog.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._line = Secondary()
        self.button = SecondaryButton(tr("Open"))
        self.button.setAccessibleName(tr("Open the questionnaires"))
        words = QVBoxLayout()
        words.setSpacing(current_theme().px(2))
        words.addWidget(CardTitle(tr("Questionnaires")))
        words.addWidget(self._line)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self.button.clicked.connect(self.open)

    def refresh(self) -> None:
        """Read what can be filled in again."""
        store = self._context.store
        titles = questionnaires.due(store, self._context.now().date().toordinal())
        if titles:
            self._line.setText(tr("{names} can be filled in again, if you like.", names=listed(titles)))
        else:
            self._line.setText(tr("PHQ-9, GAD-7, WHO-5 and others, from their official forms."))

    def open(self) -> QuestionnairesDialog:
        """Open the dialog."""
        return open_questionnaires(self._context, self)
