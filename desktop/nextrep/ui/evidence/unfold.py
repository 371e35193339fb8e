"""A line that unfolds what is below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.icons import icon
from nextrep.ui.theme.theme import BODY, current_theme

_LEAST, _EDGE, _GAP, _MARK = 44, 8, 10, 16
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
_WAYS = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class UnfoldButton(QPushButton):
    """A claim over the whole width, as many lines as it needs, with a chevron.

    Enter and Space turn it, Right unfolds, Left folds. A screen reader hears a button, and what it unfolds.

    Attributes:
        turned: emitted with whether it is unfolded now.
        stepped: emitted with 1 for Down and -1 for Up.
    """

    turned = Signal(bool)
    stepped = Signal(int)

    def __init__(self, text: str, below: str, parent: QWidget | None = None) -> None:
        """Make the line.

        Args:
            text: what it says.
            below: what it unfolds, for a screen reader.
            parent: widget that owns it.
        """
        super().__init__(text, parent)
        self._below = below
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._unfolded = False
        self._describe()
        self.clicked.connect(self._on_clicked)

    @property
    def unfolded(self) -> bool:
        """Whether what is below it is shown."""
        return self._unfolded

    def set_unfolded(self, unfolded: bool) -> None:
        """Unfold or fold."""
        if unfolded == self._unfolded:
            return
        self._unfolded = unfolded
        self._describe()
        self.update()
        self.turned.emit(unfolded)

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the text needs, never below what a finger hits."""
        px = current_theme().px
        room = QRect(0, 0, max(1, width - self._left() - px(_EDGE)), 10_000)
        text = QFontMetrics(self._font()).boundingRect(room, _WRAP, self.text())
        return max(px(_LEAST), text.height() + 2 * px(_EDGE))

    def sizeHint(self) -> QSize:
        """Room for a good line."""
        width = max(self.width(), current_theme().px(320))
        return QSize(current_theme().px(320), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It wraps rather than making its page wider."""
        px = current_theme().px
        return QSize(px(160), px(_LEAST))

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold and fold; a key held down does so once."""
        key = Qt.Key(event.key())
        if key in _WAYS:
            self.set_unfolded(_WAYS[key])
        elif key in _ENTER:
            if not event.isAutoRepeat():
                self.click()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, chevron, text and ring."""
        theme = current_theme()
        px = theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(theme.color("bg"))
            painter.drawRoundedRect(shape, px(8), px(8))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(shape, px(8), px(8))
        name = "chevron-down" if self._unfolded else "chevron-right"
        mark = QRect(px(_EDGE), (self.height() - px(_MARK)) // 2, px(_MARK), px(_MARK))
        icon(name, "muted").paint(painter, mark)
        painter.setFont(self._font())
        painter.setPen(theme.color("ink"))
        room = self.rect().adjusted(self._left(), px(_EDGE), -px(_EDGE), -px(_EDGE))
        painter.drawText(room, _WRAP, self.text())
        painter.end()

    def _left(self) -> int:
        px = current_theme().px
        return px(_EDGE) + px(_MARK) + px(_GAP)

    @staticmethod
    def _font() -> QFont:
        return current_theme().font(BODY, 600)

    def _on_clicked(self) -> None:
        self.set_unfolded(not self._unfolded)

    def _describe(self) -> None:
        text = tr("unfolded. {text}", text=self._below) if self._unfolded else tr("folded, Enter unfolds")
        self.setAccessibleDescription(text)
