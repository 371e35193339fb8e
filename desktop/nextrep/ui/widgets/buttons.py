"""Buttons: one primary action for each screen, secondary ones, and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from nextrep.ui.theme.theme import current_theme

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # a second Qt base would be a second Qt object

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_WITH = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class _Pressed(_Button):
    """Lets Enter press the button that has the focus: Qt does so in dialogs only, and not always this one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter as with Space; a key held down presses once."""
        if Qt.Key(event.key()) not in _ENTER or event.modifiers() & _WITH:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


class PrimaryButton(_Pressed, QPushButton):
    """The one main action of a screen."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and a ring inside it while it has the focus: outside it would not stand out."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("on_primary"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = theme.px(6)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), radius, radius)
        painter.end()


class SecondaryButton(_Pressed, QPushButton):
    """Any other action that deserves a button."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)


class LinkButton(_Pressed, QPushButton):
    """An action that stands back: text without a box."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class IconButton(_Pressed, QToolButton):
    """A square button with a drawing and a name that is read out and shown as a tool tip."""

    def __init__(
        self, drawing: str, name: str, parent: QWidget | None = None, *, color: str = "muted"
    ) -> None:
        super().__init__(parent)
        self._drawing, self._color = drawing, color
        self._draw()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        from nextrep.ui.theme.icons import icon, icon_size  # not before the first paint

        self.setIconSize(icon_size())
        self.setIcon(icon(self._drawing, self._color))
