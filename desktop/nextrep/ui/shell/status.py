"""The line at the bottom: what was saved last, what can be taken back, and the way to help."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.labels import Elided


class StatusLine(QFrame):
    """Says what is saved, and offers to undo.

    Attributes:
        undo_asked: emitted when the person presses "Undo".
        help_asked: emitted when the person presses "Help now".
        lock_asked: emitted when the person presses "Lock", which is there for an encrypted profile.
        help_button: always there, whatever screen is shown.
    """

    undo_asked = Signal()
    help_asked = Signal()
    lock_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._text = Elided()
        self._undo = LinkButton("")
        self._undo.setHidden(True)
        self._undo.clicked.connect(self.undo_asked)
        self.help_button = LinkButton(tr("Help now"))
        self.help_button.setToolTip(tr("Numbers and people to reach (F12)"))
        self.help_button.clicked.connect(self.help_asked)
        self.lock_button = LinkButton(tr("Lock"))
        self.lock_button.setToolTip(tr("Put everything away until the passphrase is typed (Ctrl+L)"))
        self.lock_button.setHidden(True)
        self.lock_button.clicked.connect(self.lock_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(2), px(12), px(2))
        row.setSpacing(px(16))
        row.addWidget(self._text, 1)
        row.addWidget(self._undo)
        row.addWidget(self.lock_button)
        row.addWidget(self.help_button)
        self.setMinimumHeight(px(28))
        self._said = self._note = ""
        self.say("")

    def come_last(self) -> None:
        """Have Tab reach this line after the screen, which was made later than the line."""
        before: QWidget | None = self.window().previousInFocusChain()
        for button in (self._undo, self.lock_button, self.help_button):
            if before is not None and before is not button:
                QWidget.setTabOrder(before, button)
            before = button

    def text(self) -> str:
        """Return what it says."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Say `text`, or with "" that all is saved and stays here."""
        self._said = text or tr("Saved · Everything stays on this computer")
        self._show()

    def clear(self) -> None:
        """Say nothing."""
        self.say("")

    def set_note(self, note: str) -> None:
        """Say something about the screen before that, or nothing with ""."""
        if note != self._note:
            self._note = note
            self._show()

    def _show(self) -> None:
        both = tr("{note} · {said}", note=self._note, said=self._said) if self._note else self._said
        self._text.setText(both)

    def set_lockable(self, *, on: bool) -> None:
        """Offer to lock, or not."""
        self.lock_button.setVisible(on)

    def set_undo(self, label: str) -> None:
        """Offer to undo the step `label`, or nothing with ""."""
        self._undo.setText(tr("Undo: {label}", label=label.replace("&", "&&")))
        self._undo.setVisible(bool(label))
