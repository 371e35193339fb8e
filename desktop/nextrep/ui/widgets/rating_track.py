"""The line of a rating: paints it, takes keys and clicks, and answers screen readers as a slider."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueChangeEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.theme import Theme, current_theme

MAXIMUM = 100
STEP = 5
PAGE = 10
MIDDLE = 50
"""Where the first arrow key puts an empty rating: the least leading place to start from."""

_STEPS = {
    Qt.Key.Key_Right: STEP,
    Qt.Key.Key_Up: STEP,
    Qt.Key.Key_Left: -STEP,
    Qt.Key.Key_Down: -STEP,
    Qt.Key.Key_PageUp: PAGE,
    Qt.Key.Key_PageDown: -PAGE,
}
_JUMPS: dict[Qt.Key, int | None] = {
    Qt.Key.Key_Home: 0,
    Qt.Key.Key_End: MAXIMUM,
    Qt.Key.Key_Delete: None,
    Qt.Key.Key_Backspace: None,
}


def shown_value(value: int | None) -> str:
    """Return a rating of 0 to 100 as the person reads it, 0 to 10; "–" where empty."""
    if value is None:
        return "–"
    return str(value // 10) if value % 10 == 0 else QLocale().toString(value / 10, "f", 1)


class RatingTrack(QSlider):
    """The slider itself. A `QSlider` inside, so that screen readers know what it is.

    Attributes:
        edited: emitted after the person changed or cleared it.
    """

    edited = Signal()

    def __init__(self, name: str, color: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._name, self._color = name, color
        self._rating: int | None = None
        self.setRange(0, MAXIMUM)
        self.setSingleStep(STEP)
        self.setPageStep(PAGE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.valueChanged.connect(self._on_slider_value)
        self._describe()

    def rating(self) -> int | None:
        """Return the value, 0 to 100, or None where empty."""
        return self._rating

    def set_rating(self, value: int | None) -> None:
        """Set the value without telling anyone.

        Raises:
            ValueError: it is not None or 0 to 100.
        """
        if value is not None and not 0 <= value <= MAXIMUM:
            raise ValueError(f"a rating is 0 to 100, not {value}")
        self._rating = value
        self.blockSignals(True)
        self.setValue(value or 0)
        self.blockSignals(False)
        self._describe()
        self.update()

    def clear(self) -> None:
        """Empty it, as the person would."""
        self._edit(None)

    def sizeHint(self) -> QSize:
        """Wide enough to aim at, high enough to hit."""
        px = current_theme().px
        return QSize(px(200), px(24))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows get a shorter line."""
        px = current_theme().px
        return QSize(px(120), px(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, jump, take a digit or clear."""
        key, text = Qt.Key(event.key()), event.text()
        if key in _STEPS:
            self._edit(self._stepped(_STEPS[key]))
        elif key in _JUMPS:
            self._edit(_JUMPS[key])
        elif len(text) == 1 and text in "0123456789":
            self._edit(int(text) * 10)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past must not change an answer."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the value where the person clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._edit(self._value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while the button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._edit(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing more to do: every change was taken at once."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a filled line with a handle, or a hollow dashed one where empty."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, thick = self.height() / 2, theme.px(6)
        line = QRectF(0, middle - thick / 2, self.width(), thick)
        if self._rating is None:
            self._draw_empty(painter, theme, line)
        else:
            self._draw_filled(painter, theme, line)
        painter.end()

    def _draw_filled(self, painter: QPainter, theme: Theme, line: QRectF) -> None:
        half, middle = line.height() / 2, line.center().y()
        at = self._place(self._rating or 0)
        filled = QRectF(line)
        if self._mirrored():
            filled.setLeft(at)
        else:
            filled.setRight(at)
        painter.setPen(theme.color("line") if theme.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(line, half, half)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._color))
        if self._rating:
            painter.drawRoundedRect(filled, half, half)
        painter.setPen(QPen(theme.color(self._color), theme.px(2)))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(QPointF(at, middle), theme.px(8), theme.px(8))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(at, middle), middle - 1, middle - 1)

    def _draw_empty(self, painter: QPainter, theme: Theme, line: QRectF) -> None:
        """Draw a hollow dashed line without a handle: nothing was answered."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = line.height() / 2
        painter.setPen(
            QPen(theme.color("primary" if self.underMouse() else "muted"), 1, Qt.PenStyle.DashLine)
        )
        painter.drawRoundedRect(line.adjusted(0.5, 0.5, -0.5, -0.5), half, half)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("primary"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))

    def _stepped(self, step: int) -> int:
        if self._rating is None:
            return MIDDLE
        sign = 1 if step > 0 else -1
        on_grid = self._rating // STEP * STEP if sign > 0 else -(-self._rating // STEP) * STEP
        return min(MAXIMUM, max(0, on_grid + step))

    def _edit(self, value: int | None) -> None:
        if value != self._rating:
            self.set_rating(value)
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, value or 0))
            self.edited.emit()

    def _on_slider_value(self, value: int) -> None:
        """Take a value that came from assistive technology."""
        if value != self._rating:
            self.set_rating(value)
            self.edited.emit()

    def _describe(self) -> None:
        if self._rating is None:
            self.setAccessibleName(tr("{name}, not answered", name=self._name))
        else:
            self.setAccessibleName(
                tr("{name}, {value} of 10", name=self._name, value=shown_value(self._rating))
            )

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _inset(self) -> float:
        """How far the middle of the handle stays from either end: half of the handle and its focus ring."""
        return self.height() / 2

    def _place(self, value: int) -> float:
        """Return where the middle of the handle is for `value`."""
        share = (MAXIMUM - value if self._mirrored() else value) / MAXIMUM
        return self._inset() + (self.width() - 2 * self._inset()) * share

    def _value_at(self, x: float) -> int:
        """Return the value under `x`, to the step."""
        share = min(1.0, max(0.0, (x - self._inset()) / max(1.0, self.width() - 2 * self._inset())))
        value = round(share * MAXIMUM / STEP) * STEP
        return MAXIMUM - value if self._mirrored() else value
