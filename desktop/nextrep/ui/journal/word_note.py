"""Beside an entry that holds a word of the person's own list: a quiet line, and people to talk to.

Clinical.md, 4.1.6: the same card as elsewhere in its softer words, for words of the person's own list alone.
The text itself is shown as any other, here and in the list: no colour marks it.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.journal import Entry
from nextrep.domain.text import tr
from nextrep.services import word_list
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.card import SafetyCard
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.labels import Secondary


class WordNote(QWidget):
    """Hidden for every other entry. It never takes the keyboard.

    Attributes:
        line: says that a word is there, and whether the entry may go into a report.
        card: who can be reached, None until it is needed.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._passed: set[int] = set()
        self._entry: Entry | None = None
        self._beside_another = False
        self.card: SafetyCard | None = None
        self.line = Secondary()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_theme().px(8))
        self._column.addWidget(self.line)
        self.hide()
        context.bus.changed.connect(self._on_changed)

    def show_entry(self, entry: Entry | None) -> None:
        """Say what there is to say of the entry in the editor, None for one that is not written yet."""
        held = entry is not None and word_list.holds(self._context.store, entry.text)
        self._entry = entry
        self.setVisible(held)
        if entry is None or not held:
            return
        if entry.in_report:
            said = tr("Holds a word to be careful with, and may go into a report. You can change that above.")
        else:
            said = tr("Holds a word to be careful with. It is private.")
        self.line.setText(said)
        self._show_card(entry.id)

    def stand_back(self, other: bool) -> None:
        """Show no card while the same one stands elsewhere on the page."""
        self._beside_another = other
        self.show_entry(self._entry)

    def _show_card(self, entry_id: int) -> None:
        wanted = entry_id not in self._passed and not self._beside_another
        if wanted and self.card is None:
            self.card = SafetyCard(self._context, soft=True)
            self.card.went_on.connect(self._on_went_on)
            self._column.addWidget(self.card)
        if self.card is not None:
            self.card.setVisible(wanted)

    def _on_went_on(self) -> None:
        if self._entry is not None:
            self._passed.add(self._entry.id)
            self._show_card(self._entry.id)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.settings:
            self.show_entry(self._entry)
