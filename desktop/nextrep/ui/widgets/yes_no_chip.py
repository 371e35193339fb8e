"""A pill that says yes, says no, or has nothing said: three looks, never two."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.icons import pixmap
from nextrep.ui.theme.theme import SECONDARY, current_theme
from nextrep.ui.widgets.chips import draw_pill

_NEXT: dict[int | None, int | None] = {None: 1, 1: 0, 0: None}
_LOOKS = {None: ("sunken", "muted", ""), 1: ("tint", "primary", "primary"), 0: ("surface", "ink", "muted")}
"""Background, text and border: not said is flat, yes is filled with a tick, no is a ring with a cross."""
_KEYS = {Qt.Key.Key_Y: 1, Qt.Key.Key_N: 0, Qt.Key.Key_Delete: None, Qt.Key.Key_Backspace: None}
_SIGNS = {1: ("check", "primary"), 0: ("close", "ink")}


class YesNoChip(QAbstractButton):
    """One press says yes, the next no, the third takes it back; Y, N and Delete say it at once.

    Attributes:
        valueChanged: emitted with 1, 0 or None (nothing said) when the person changes it.
    """

    valueChanged = Signal(object)  # noqa: N815 - named as Qt names its own

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: int | None = None
        self.setText(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Press for yes, again for no, again for not said. Keys: Y, N, Delete."))
        self.clicked.connect(self._on_clicked)
        self._describe()

    def value(self) -> int | None:
        """Return 1 for yes, 0 for no, None for nothing said."""
        return self._value

    def setValue(self, value: int | None) -> None:
        """Show a value without telling anyone."""
        if value != self._value:
            self._value = value
            self._describe()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say yes, no or nothing at once; Enter is a press."""
        key = Qt.Key(event.key())
        if key in _KEYS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._take(_KEYS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for every look, so that neighbours stay where they are."""
        theme = current_theme()
        metrics = QFontMetrics(theme.font(SECONDARY, 600))
        width = metrics.horizontalAdvance(self.text()) + 2 * theme.px(9) + theme.px(16)
        return QSize(width + 5, max(theme.px(36), metrics.height() + 2 * theme.px(3) + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        theme = current_theme()
        background, ink, border = _LOOKS[self._value]
        focus = self.hasFocus()
        height = QFontMetrics(theme.font(SECONDARY, 600)).height() + 2 * theme.px(3) + 2
        rect = QRectF(2, (self.height() - height) / 2, self.width() - 4, height)
        painter = QPainter(self)
        edge = "primary" if focus else border or ("muted" if self.underMouse() else "")
        draw_pill(painter, theme, rect, background, edge, 2 if focus else 1)
        painter.setFont(theme.font(SECONDARY, 600 if self._value == 1 else 500))
        painter.setPen(theme.color(ink))
        if self._value is not None:
            drawing, color = _SIGNS[self._value]
            at = int(rect.left()) + theme.px(6), int(rect.center().y()) - theme.px(7)
            painter.drawPixmap(*at, pixmap(drawing, color, 14))
            rect.adjust(theme.px(16), 0, 0, 0)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _on_clicked(self) -> None:
        self._take(_NEXT[self._value])

    def _take(self, value: int | None) -> None:
        if value != self._value:
            self.setValue(value)
            self.valueChanged.emit(value)

    def _describe(self) -> None:
        said = {None: tr("not said"), 1: tr("yes"), 0: tr("no")}[self._value]
        self.setAccessibleName(tr("{name}: {value}", name=self.text(), value=said))
