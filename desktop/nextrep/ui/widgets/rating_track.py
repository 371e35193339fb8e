"""The line of a rating: paints it, takes keys and clicks, and answers screen readers as a slider."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueChangeEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from nextrep.domain.measures import TENTHS
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import Theme, current_theme
from nextrep.ui.widgets.rating_span import Span, TypedFigure

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
}
_PAGES = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}
_CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CHORDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def shown_value(value: int | None) -> str:
    """Return a value in tenths of its unit as the person reads it, 65 as "6.5"; "–" where empty."""
    if value is None:
        return "–"
    whole = value % TENTHS == 0
    text = str(abs(value) // TENTHS) if whole else QLocale().toString(abs(value) / TENTHS, "f", 1)
    return f"−{text}" if value < 0 else text


class RatingTrack(QSlider):
    """The slider itself. A `QSlider` inside, so that screen readers know what it is.

    Attributes:
        edited: emitted after the person changed or cleared it.
    """

    edited = Signal()

    def __init__(self, name: str, color: str, span: Span, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._name, self._color, self._span = name, color, span
        self._rating: int | None = None
        self._typed = TypedFigure(span)
        self.setRange(span.least, span.most)
        self.setSingleStep(span.step)
        self.setPageStep(span.page)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.valueChanged.connect(self._on_slider_value)
        self._describe()

    def rating(self) -> int | None:
        """Return the value in tenths of the unit, or None where empty."""
        return self._rating

    def set_rating(self, value: int | None) -> None:
        """Set the value without telling anyone.

        Raises:
            ValueError: it is not None or within the ends.
        """
        span = self._span
        if value is not None and not span.least <= value <= span.most:
            raise ValueError(f"a rating is {span.least} to {span.most} here, not {value}")
        self._rating = value
        self.blockSignals(True)
        self.setValue(span.least if value is None else value)
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
        """Step, jump, take a figure or clear."""
        key, text, span = Qt.Key(event.key()), event.text(), self._span
        if self._typed.takes(text) and not event.modifiers() & _CHORDS:
            typed = self._typed.add(text)
            if typed is not None:
                self._edit(typed)
            return
        self._typed.forget()
        if key in _STEPS:
            self._edit(span.stepped(self._rating, _STEPS[key] * span.step))
        elif key in _PAGES:
            self._edit(span.stepped(self._rating, _PAGES[key] * span.page))
        elif key in _CLEARS:
            self._edit(None)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._edit(span.least if key == Qt.Key.Key_Home else span.most)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Begin a figure anew when the keyboard comes back."""
        self._typed.forget()
        super().focusOutEvent(event)

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
        at = self._place(self._rating if self._rating is not None else self._span.least)
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
        if self._rating != self._span.least:
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

    def _edit(self, value: int | None) -> None:
        if value != self._rating:
            self.set_rating(value)
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, self.value()))
            self.edited.emit()

    def _on_slider_value(self, value: int) -> None:
        """Take a value that came from assistive technology."""
        if value != self._rating:
            self.set_rating(value)
            self.edited.emit()

    def _describe(self) -> None:
        if self._rating is None:
            self.setAccessibleName(tr("{name}, not answered", name=self._name))
            return
        value, most = shown_value(self._rating), shown_value(self._span.most)
        if self._span.unit:
            words = tr("{name}, {value} {unit}", name=self._name, value=value, unit=self._span.unit)
        else:
            words = tr("{name}, {value} of {most}", name=self._name, value=value, most=most)
        self.setAccessibleName(words)

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _inset(self) -> float:
        """How far the middle of the handle stays from either end: half of the handle and its focus ring."""
        return self.height() / 2

    def _place(self, value: int) -> float:
        """Return where the middle of the handle is for `value`."""
        span = self._span
        share = (value - span.least) / (span.most - span.least)
        if self._mirrored():
            share = 1 - share
        return self._inset() + (self.width() - 2 * self._inset()) * share

    def _value_at(self, x: float) -> int:
        """Return the value under `x`, to the step."""
        share = (x - self._inset()) / max(1.0, self.width() - 2 * self._inset())
        return self._span.nearest(1 - share if self._mirrored() else share)
