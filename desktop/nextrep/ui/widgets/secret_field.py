"""A line for a password or passphrase: dots, until the person wants to see what was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.icons import icon, icon_size
from nextrep.ui.theme.theme import current_theme


class SecretField(QLineEdit):
    """Copies nothing while it shows dots; that is Qt's rule for such a field.

    Attributes:
        show_button: shows and hides the letters.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        # Qt's own place for a button in a line does not know the room that our style gives the line.
        self.show_button = QToolButton(self)
        self.show_button.setCheckable(True)
        self.show_button.setAutoRaise(True)
        self.show_button.setStyleSheet("QToolButton { border: none; background: transparent; padding: 0; }")
        self.show_button.setIcon(icon("eye", "muted"))
        self.show_button.setIconSize(icon_size())
        self.show_button.setCursor(Qt.CursorShape.ArrowCursor)
        self.show_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_button.setAccessibleName(tr("Show what is typed"))
        self.show_button.setToolTip(tr("Show what is typed"))
        self.show_button.toggled.connect(self._on_show)
        self.setTextMargins(0, 0, current_theme().px(28), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the end of the line."""
        super().resizeEvent(event)
        side = min(self.height(), current_theme().px(36))
        self.show_button.setGeometry(
            self.width() - side - current_theme().px(2), (self.height() - side) // 2, side, side
        )

    def wipe(self) -> None:
        """Empty the field, hide its letters and forget what could be taken back."""
        self.show_button.setChecked(False)
        self.clear()

    def _on_show(self, on: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        self.show_button.setIcon(icon("eye", "primary" if on else "muted"))
