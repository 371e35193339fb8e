"""Messages inside a screen: something to know, to look at, or that did not work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.icons import pixmap
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import IconButton, LinkButton, PrimaryButton
from nextrep.ui.widgets.labels import Body, CardTitle, Muted

TEXT_WIDTH = 560
"""Widest line of an empty screen's text in px at 100 %; longer lines are hard to come back from."""

_LOOKS = {"info": ("info", "primary"), "warn": ("warning", "warn"), "error": ("warning", "anxiety")}


class InlineMessage(QFrame):
    """A line with an icon and a text, which the person can put away.

    Attributes:
        dismissed: emitted when the person closes it.
    """

    dismissed = Signal()

    def __init__(
        self, text: str = "", kind: str = "info", parent: QWidget | None = None, *, dismissable: bool = True
    ) -> None:
        """Make the message; without text it is hidden. `kind` is "info", "warn" or "error"."""
        super().__init__(parent)
        px = current_theme().px
        self._kind = kind
        self._icon = QLabel()
        self._text = Body()
        self._close = IconButton("close", tr("Close this message"))
        self._close.clicked.connect(self._dismiss)
        self._close.setHidden(not dismissable)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(4), px(4), px(4))
        row.setSpacing(px(12))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(px(44))
        if text:
            self._say(text, kind)
        else:
            self.hide()

    def text(self) -> str:
        """Return what it says."""
        return self._text.text()

    def show_message(self, text: str, kind: str = "info") -> None:
        """Say `text`; `kind` is "info", "warn" or "error"."""
        self._say(text, kind)
        self.show()
        if kind != "info":
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _say(self, text: str, kind: str) -> None:
        self._kind = kind
        self._draw()
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        drawing, color = _LOOKS[self._kind]
        self._icon.setPixmap(pixmap(drawing, color))

    def clear(self) -> None:
        """Put it away."""
        self._text.clear()
        self.hide()

    def _dismiss(self) -> None:
        self.clear()
        self.dismissed.emit()


class EmptyState(QWidget):
    """What will be here, and one thing to do about it.

    Attributes:
        button: the action, or None.
        also: a second action that stands back, or None.
    """

    def __init__(
        self, title: str, text: str, action: str = "", parent: QWidget | None = None, *, also: str = ""
    ) -> None:
        super().__init__(parent)
        px = current_theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(24), px(24), px(24))
        layout.setSpacing(px(8))
        self.button = PrimaryButton(action) if action else None
        heading, body = CardTitle(title), Muted(text)
        layout.addStretch(1)
        for label in (heading, body):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMaximumWidth(px(TEXT_WIDTH))
            # A row of its own: it is what asks the text for its height at this width.
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label, 1000)
            row.addStretch(1)
            layout.addLayout(row)
        if self.button is not None:
            layout.addSpacing(px(8))
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self._layout = layout
        self.also = self.add_action(also) if also else None

    def add_action(self, text: str) -> LinkButton:
        """Offer something more below, that stands back."""
        button = LinkButton(text)
        self._layout.insertWidget(self._layout.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button
