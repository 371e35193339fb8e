"""The steps of the dialog in a row: where one is, what one has seen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.icons import pixmap
from nextrep.ui.theme.theme import SECONDARY, current_theme
from nextrep.ui.widgets.flow import FlowLayout

_HEIGHT, _DISC, _EDGE, _GAP, _SPACE = 36, 22, 7, 7, 4


class StepButton(QAbstractButton):
    """A step: its number, or a tick once it was seen, and its title. Enter goes there, as a click does."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._number, self._seen, self._here, self._short = 1, False, False, False

    def set_short(self, short: bool) -> None:
        """Show the disc alone, unless one is at this step."""
        self._short = short
        self.setToolTip(self.text() if short else "")
        self.updateGeometry()
        self.update()

    def show_state(self, number: int, count: int, *, here: bool, seen: bool) -> None:
        """Show its number, and whether one is here or has been."""
        self._number, self._here, self._seen = number, here, seen and not here
        name = tr("Step {n} of {count}, {title}", n=number, count=count, title=self.text())
        if here:
            name = tr("{name}, here", name=name)
        elif seen:
            name = tr("{name}, seen", name=name)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    @property
    def seen(self) -> bool:
        """Whether it has a tick."""
        return self._seen

    @property
    def here(self) -> bool:
        """Whether one is at this step."""
        return self._here

    def sizeHint(self) -> QSize:
        """Room for the disc and the title."""
        theme = current_theme()
        metrics = QFontMetrics(theme.font(SECONDARY, 600))
        width = self.whole_width() if self._titled() else theme.px(2 * _EDGE + _DISC)
        return QSize(width, max(theme.px(_HEIGHT), metrics.height() + theme.px(10)))

    def whole_width(self) -> int:
        """Return the width with the title."""
        theme = current_theme()
        metrics = QFontMetrics(theme.font(SECONDARY, 600))
        return theme.px(2 * _EDGE + _DISC + _GAP) + metrics.horizontalAdvance(self.text()) + 4

    def _titled(self) -> bool:
        return self._here or not self._short

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go to the step, before the dialog takes it for its own."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a pill for the step one is at; every step has its disc."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = "primary" if self.hasFocus() else "muted" if self.underMouse() else ""
        painter.setPen(QPen(theme.color(edge), 2 if self.hasFocus() else 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("tint") if self._here else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        side = theme.px(_DISC)
        disc = QRectF(theme.px(_EDGE), (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen if self._here else QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("primary" if self._here else "surface"))
        painter.drawEllipse(disc)
        if self._seen:
            tick = theme.px(14)
            corner = disc.center().toPoint()
            painter.drawPixmap(
                corner.x() - tick // 2 + 1, corner.y() - tick // 2 + 1, pixmap("check", "primary", 14)
            )
        else:
            painter.setFont(theme.font(SECONDARY, 600, tabular=True))
            painter.setPen(theme.color("on_primary" if self._here else "muted"))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
        if self._titled():
            painter.setFont(theme.font(SECONDARY, 600 if self._here else 500))
            painter.setPen(theme.color("primary" if self._here else "ink"))
            words = box.adjusted(theme.px(_EDGE + _DISC + _GAP) - 1, 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()


class StepBar(QWidget):
    """All steps in a line; any of them can be gone to. Where there is little room, only one has its title.

    Attributes:
        asked: emitted with the position of the step that the person wants to see.
        buttons: the steps in order.
    """

    asked = Signal(int)

    def __init__(self, titles: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Steps"))
        self.buttons = [StepButton(title) for title in titles]
        self._seen: set[int] = set()
        row = FlowLayout(self, spacing=_SPACE)
        for button in self.buttons:
            row.addWidget(button)
            button.clicked.connect(self._on_clicked)

    def show_step(self, here: int, shown: list[int]) -> None:
        """Mark the step one is at; `shown` are the positions of those that the program has."""
        self._seen.add(here)
        for index, button in enumerate(self.buttons):
            button.setVisible(index in shown)
            if index in shown:
                number = shown.index(index) + 1
                button.show_state(number, len(shown), here=index == here, seen=index in self._seen)

        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out titles where they do not fit in a line."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """One line, in the worst case of discs alone and the longest title."""
        return QSize(current_theme().px(_DISC), self.buttons[0].sizeHint().height())

    def _fit(self) -> None:
        shown = [button for button in self.buttons if not button.isHidden()]
        wanted = sum(button.whole_width() for button in shown) + current_theme().px(_SPACE) * len(shown)
        for button in self.buttons:
            button.set_short(wanted > self.width())

    def _on_clicked(self) -> None:
        self.asked.emit(next(i for i, button in enumerate(self.buttons) if button is self.sender()))
