"""What stands in the place of the check-in while all tracking is paused."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr
from nextrep.domain.tracking_pause import TrackingPause
from nextrep.services import tracking
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.card import Well
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, Secondary
from nextrep.ui.widgets.pause_menu import pause_words


class PauseNote(Well):
    """Says since when, that nothing is lost, and how to go on.

    Attributes:
        go_on_button: ends the pause.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._words = Body()
        self.go_on_button = SecondaryButton(tr("Go on"))
        self.go_on_button.setAccessibleName(tr("Go on with tracking"))
        self.go_on_button.clicked.connect(self._on_go_on)
        row = FlowLayout()
        row.addWidget(self.go_on_button)
        self.body.setSpacing(current_theme().px(8))
        self.body.addWidget(self._words)
        self.body.addWidget(Secondary(tr("If you feel like it, the journal takes everything as before.")))
        self.body.addLayout(row)
        self.hide()

    def show_pause(self, pause: TrackingPause | None) -> None:
        """Show a pause, or hide where there is none."""
        self.setVisible(pause is not None)
        if pause is not None:
            self._words.setText(pause_words(pause))

    def _on_go_on(self) -> None:
        context = self._context
        today = context.now().date().toordinal()
        context.operate.run(partial(tracking.go_on, context.store, today), initiator=None)
