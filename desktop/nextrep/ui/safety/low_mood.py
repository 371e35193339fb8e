"""The calm card after three days in a row of lowest mood (clinical.md, section 4.1, point 6).

It stands in the page, blocks nothing, opens once a day at most and shows no score. It goes when the person
wants to go on, and when what opened it is no longer so.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.services import low_mood
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.card import SafetyCard
from nextrep.ui.widgets.page import reveal


class LowMoodCare(QWidget):
    """A place for the card; empty and hidden until it opens.

    Attributes:
        turned: emitted with True when the card has opened, with False when it has gone.
        card: the card, None while there is none.
    """

    turned = Signal(bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._day = 0
        self.card: SafetyCard | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def look(self, day: int) -> None:
        """Open the card if the mood that was just saved for `day` (date ordinal) makes it so."""
        context = self._context
        now = context.now()
        if self.card is not None or not low_mood.opens_card(context.store, day, now):
            self.follow()
            return
        self._day = day
        self.card = SafetyCard(context, soft=True)
        self.card.went_on.connect(self._close)
        self._layout.addWidget(self.card)
        self.show()
        self.turned.emit(True)
        reveal(self)
        context.operate.quietly(partial(low_mood.note_opened, context.store, now))

    def follow(self) -> None:
        """Let the card go when the mood that opened it was changed or taken back."""
        if self.card is not None and not low_mood.holds(self._context.store, self._day, self._context.now()):
            self._close()

    def _close(self) -> None:
        if self.card is None:
            return
        card, self.card = self.card, None
        card.hide()
        self._layout.removeWidget(card)
        card.deleteLater()
        self.hide()
        self.turned.emit(False)
