"""The choice at first start, on Today: a passphrase, or none. Asked once; Settings has it for later."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr
from nextrep.services import preferences
from nextrep.settings.table import PRIVACY_ASKED
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import Well
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary


class OfferNote(Well):
    """Hidden once it is answered, and where there is a passphrase.

    Attributes:
        protect_button: leads to setting one.
        later_button: none for now.
        asked: emitted when the person wants one.
    """

    asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.protect_button = LinkButton(tr("Protect it with a passphrase…"))
        self.later_button = LinkButton(tr("Not now"))
        self.later_button.setAccessibleName(tr("Not now: no passphrase"))
        row = FlowLayout(spacing=12)
        row.addWidget(self.protect_button)
        row.addWidget(self.later_button)
        self.body.setSpacing(current_theme().px(2))
        self.body.addWidget(
            Secondary(tr("What you write here can be encrypted, so that only you can read it."))
        )
        self.body.addLayout(row)
        self.protect_button.clicked.connect(self.asked)
        self.later_button.clicked.connect(self._on_later)
        self.hide()

    def refresh(self, *, invented: bool) -> None:
        """Ask, or hide."""
        store = self._context.store
        answered = invented or preferences.read(store, PRIVACY_ASKED)
        self.setVisible(not answered and not store.encrypted)

    def _on_later(self) -> None:
        store = self._context.store
        self._context.operate.run(partial(preferences.change, store, PRIVACY_ASKED, True), initiator=self)
        self.hide()
