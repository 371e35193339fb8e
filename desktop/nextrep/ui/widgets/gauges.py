"""Small pictures of a number. Each has its number in words beside it or in its accessible name."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.theme import SECONDARY, current_theme

_FULL_TURN = 360 * 16
"""Qt measures angles in sixteenths of a degree."""
_LARGER = 1.2
"""How much wider a ring is that is read from afar; what stands beside it leaves no more room."""


class ProgressDots(QWidget):
    """Dots for "2 of 3": done ones filled, open ones hollow."""

    def __init__(self, done: int = 0, total: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_progress(done, total)

    def set_progress(self, done: int, total: int) -> None:
        """Show `done` of `total`; more done than planned shows as further filled dots."""
        self._done, self._total = done, max(done, total)
        self.setAccessibleName(tr("{done} of {total} done", done=done, total=total))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A dot is 14 px, with 6 between."""
        px = current_theme().px
        return QSize(self._total * px(20), px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots, from the side where reading starts."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, step = theme.px(7), theme.px(20)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for index in range(self._total):
            x = radius + index * step
            centre = QPointF(self.width() - x if mirrored else x, self.height() / 2)
            painter.setPen(QPen(theme.color("primary" if index < self._done else "muted"), 1.5))
            painter.setBrush(theme.color("primary") if index < self._done else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, radius - 1, radius - 1)
        painter.end()


class Bar(QWidget):
    """A name, a horizontal bar and its value in words, for example sets of a muscle."""

    def __init__(
        self,
        name: str,
        value: float,
        maximum: float,
        text: str,
        color: str = "primary",
        parent: QWidget | None = None,
    ) -> None:
        """Make a bar.

        Args:
            name: on the left.
            value: length of the bar, 0 to `maximum`.
            maximum: value of a full bar; the same for all bars of a group.
            text: on the right, for example "9 sets".
            color: role of `Tokens`.
            parent: owner.
        """
        super().__init__(parent)
        self._name, self._color = name, color
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_value(value, maximum, text)

    def set_value(self, value: float, maximum: float, text: str) -> None:
        """Show another value."""
        self._share = min(1.0, max(0.0, value / maximum)) if maximum > 0 else 0.0
        self._text = text
        self.setAccessibleName(tr("{name}: {text}", name=self._name, text=text))
        self.update()

    def sizeHint(self) -> QSize:
        """One line of secondary text."""
        theme = current_theme()
        return QSize(theme.px(240), QFontMetrics(theme.font(SECONDARY)).height() + theme.px(5))

    def minimumSizeHint(self) -> QSize:
        """Names are cut before the bar disappears."""
        return QSize(current_theme().px(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw name, bar and value."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            start, end = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        else:
            start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignLeft
        font = theme.font(SECONDARY, tabular=True)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        words = max(theme.px(44), metrics.horizontalAdvance(self._text))
        name_width = min(theme.px(86), int(self.width() * 0.4))
        gap, thick, height = theme.px(8), theme.px(8), self.height()
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, name_width - gap)
        parts = (
            QRectF(0, 0, name_width, height),
            QRectF(name_width, (height - thick) / 2, max(0, self.width() - name_width - gap - words), thick),
            QRectF(self.width() - words, 0, words, height),
        )
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            for part in parts:
                part.moveRight(self.width() - part.left())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color("ink"))
        painter.drawText(parts[0], start | middle, name)
        painter.setPen(theme.color("muted"))
        painter.drawText(parts[2], end | middle, self._text)
        self._draw_bar(painter, parts[1])
        painter.end()

    def _draw_bar(self, painter: QPainter, rect: QRectF) -> None:
        theme = current_theme()
        half = rect.height() / 2
        painter.setPen(theme.color("line") if theme.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(rect, half, half)
        if self._share > 0:
            filled = QRectF(rect)
            filled.setWidth(max(rect.height(), rect.width() * self._share))
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                filled.moveRight(rect.right())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(self._color))
            painter.drawRoundedRect(filled, half, half)


class Ring(QWidget):
    """A ring that empties, with a text in its middle: the rest between sets."""

    def __init__(self, name: str, parent: QWidget | None = None, *, diameter: int = 172) -> None:
        """Make a full ring; `diameter` in px at 100 %, `name` is what screen readers say before the text."""
        super().__init__(parent)
        self._name, self._diameter = name, diameter
        self._share, self._text = 1.0, ""
        self._large = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_state(1.0, "")

    def set_large(self, large: bool, *, diameter: int | None = None) -> None:
        """Make ring and figures larger, to be read from afar, or as before; `diameter` as in `Ring`."""
        diameter = diameter or self._diameter
        if (large, diameter) != (self._large, self._diameter):
            self._large, self._diameter = large, diameter
            self.updateGeometry()
            self.update()

    def set_state(self, share: float, text: str) -> None:
        """Show `share` (0 to 1) of the ring and `text` in its middle, for example "1:12"."""
        self._share, self._text = min(1.0, max(0.0, share)), text
        self.setAccessibleName(tr("{name}: {text}", name=self._name, text=text))
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = current_theme().px(self._diameter * (_LARGER if self._large else 1))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring and the text."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = theme.px(12)
        side = min(self.width(), self.height()) - thick - 2
        ring = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(theme.color("sunken"), thick))
        painter.drawEllipse(ring)
        if self._share > 0:
            pen = QPen(theme.color("primary"), thick)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(ring, _FULL_TURN // 4, -round(self._share * _FULL_TURN))
        painter.setPen(theme.color("ink"))
        size = self._diameter * (0.3 if self._large else 0.21)
        if len(self._text) > len("0:00"):
            size *= 0.85
        painter.setFont(theme.font(max(14, size), 700, tabular=True))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()
