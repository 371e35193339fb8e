"""Small pills: facts that stand out a little, and choices."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from nextrep.ui.theme.icons import pixmap
from nextrep.ui.theme.theme import SECONDARY, Theme, current_theme

KINDS = {
    "neutral": ("sunken", "muted"),
    "tint": ("tint", "primary"),
    "win": ("wintint", "win"),
    "warn": ("warnbg", "warn"),
}
"""Background and text colour of each kind of chip."""


class Chip(QLabel):
    """A pill with a word or two. Its kind colours it; the word alone carries the meaning."""

    def __init__(self, text: str, kind: str = "neutral", parent: QWidget | None = None) -> None:
        """Make a chip.

        Args:
            text: what it says; cut with an ellipsis where there is no room.
            kind: "neutral", "tint", "win" or "warn".
            parent: owner.
        """
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_kind(self, kind: str) -> None:
        """Change the kind."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        return _pill_size(self.text())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        full = self.sizeHint()
        return QSize(min(full.width(), current_theme().px(48)), full.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill and the text."""
        theme = current_theme()
        background, ink = KINDS[self._kind]
        painter = QPainter(self)
        draw_pill(painter, theme, QRectF(self.rect()), background, "line" if theme.high_contrast else "")
        painter.setFont(theme.font(SECONDARY, 500))
        painter.setPen(theme.color(ink))
        inner = self.rect().adjusted(theme.px(9), 0, -theme.px(9), 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inner.width() + 1)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()


class ChipButton(QAbstractButton):
    """A pill that can be on or off. On has a border and heavier text too, and a tick with `mark`."""

    def __init__(
        self, text: str, parent: QWidget | None = None, *, checked: bool = False, mark: bool = False
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setChecked(checked)
        self._mark = mark
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, _checked: bool) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A pill in a target that is high enough to hit."""
        theme = current_theme()
        size = _pill_size(self.text(), 600)
        tick = theme.px(16) if self._mark and self.isChecked() else 0
        return QSize(size.width() + tick + 4, max(theme.px(36), size.height() + 4))

    def pill(self) -> QRectF:
        """Return where the pill is drawn: in the middle of the target."""
        height = _pill_size(self.text()).height() + 2
        return QRectF(2, (self.height() - height) / 2, self.width() - 4, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        theme = current_theme()
        on, focus = self.isChecked(), self.hasFocus()
        rect = self.pill()
        painter = QPainter(self)
        border = "primary" if on or focus else ("muted" if self.underMouse() else "")
        background = "tint" if on else "sunken"
        draw_pill(painter, theme, rect, background, border, 2 if focus else 1)
        painter.setFont(theme.font(SECONDARY, 600 if on else 500))
        painter.setPen(theme.color("primary" if on else "muted"))
        if on and self._mark:
            painter.drawPixmap(int(rect.left()) + theme.px(6), int(rect.center().y()) - theme.px(7), _tick())
            rect.adjust(theme.px(16), 0, 0, 0)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


def _tick() -> QPixmap:
    return pixmap("check", "primary", 14)


def _pill_size(text: str, weight: int = 500) -> QSize:
    theme = current_theme()
    metrics = QFontMetrics(theme.font(SECONDARY, weight))
    return QSize(metrics.horizontalAdvance(text) + 2 * theme.px(9) + 1, metrics.height() + 2 * theme.px(3))


def draw_pill(
    painter: QPainter, theme: Theme, rect: QRectF, background: str, border: str, width: float = 1
) -> None:
    """Draw a pill in colour roles; no border with ""."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.color(background))
    painter.setPen(QPen(theme.color(border), width) if border else Qt.PenStyle.NoPen)
    inset = width / 2 if border else 0
    shape = rect.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
