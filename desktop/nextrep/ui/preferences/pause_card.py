"""Pausing all tracking, going on, and the pauses that were."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr
from nextrep.domain.tracking_pause import TrackingPause, pause_at
from nextrep.services import tracking
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.day_text import short_day_text
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, Secondary
from nextrep.ui.widgets.pause_menu import PauseMenu, pause_words

_SHOWN = 5
"""How many earlier pauses are listed."""


class PauseCard(Card):
    """One switch.

    Attributes:
        pause_button: opens the ways to pause, or to another end of the pause that is on.
        go_on_button: ends the pause.
        menu: the ways.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(tr("Pause tracking"), parent)
        self._context = context
        self.menu = PauseMenu(context, self)
        self._words, self._earlier = Body(), Secondary()
        self.pause_button, self.go_on_button = SecondaryButton(""), SecondaryButton(tr("Go on"))
        self.go_on_button.setAccessibleName(tr("Go on with tracking"))
        self.add(self._words)
        row = QWidget()
        flow = FlowLayout(row)
        flow.addWidget(self.go_on_button)
        flow.addWidget(self.pause_button)
        self.add(row)
        self.add(self._earlier)
        self.pause_button.clicked.connect(self._on_pause)
        self.go_on_button.clicked.connect(self._on_go_on)

    def refresh(self) -> None:
        """Show what is on, and what was."""
        today = self._context.now().date().toordinal()
        pauses = tracking.pauses(self._context.store)
        running = pause_at(pauses, today)
        if running is None:
            words = tr(
                "No check-in, no questionnaire and no reminder asks for you while it is paused. Nothing is "
                "lost, and you can write whenever you like."
            )
        else:
            words = pause_words(running)
        self._words.setText(words)
        self.go_on_button.setVisible(running is not None)
        self.pause_button.setText(tr("Pause tracking…") if running is None else tr("Another end…"))
        over = [one for one in pauses if one is not running and one.last is not None][-_SHOWN:]
        self._earlier.setText(_earlier_words(over, today))
        self._earlier.setVisible(bool(over))

    def _on_pause(self) -> None:
        self.menu.show_below(self.pause_button)

    def _on_go_on(self) -> None:
        context = self._context
        today = context.now().date().toordinal()
        context.operate.run(partial(tracking.go_on, context.store, today), initiator=None)


def _earlier_words(pauses: list[TrackingPause], today: int) -> str:
    lines = [tr("Earlier pauses:")]
    for one in reversed(pauses):
        assert one.last is not None
        first, last = short_day_text(one.first, today), short_day_text(one.last, today)
        lines.append(first if one.first == one.last else tr("{first} to {last}", first=first, last=last))
    return "\n".join(lines)
