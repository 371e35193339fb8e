"""Buttons and fields of the Session screen: larger targets than elsewhere, for chalky hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QSizePolicy, QWidget

from nextrep.domain.set_text import TIMES
from nextrep.domain.text import tr
from nextrep.ui.session.columns import Column
from nextrep.ui.session.keys import REPEATED, Command, command_of
from nextrep.ui.theme.theme import BODY, SECONDARY, Theme, current_theme
from nextrep.ui.widgets.buttons import IconButton, LinkButton, PrimaryButton, SecondaryButton

TARGET = 44
"""Least side of a click target on this screen, px at 100 %."""


if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # a second Qt base would be a second Qt object


class _Tall(_Button):
    """Makes a button tall enough."""

    def sizeHint(self) -> QSize:
        """At least 44 px each way."""
        side = current_theme().px(TARGET)
        return super().sizeHint().expandedTo(QSize(side, side))


class TallPrimary(_Tall, PrimaryButton):
    """Main action, 44 px high."""


class TallSecondary(_Tall, SecondaryButton):
    """Other action, 44 px high."""


class TallLink(_Tall, LinkButton):
    """Quiet action, 44 px high."""


class TallIcon(_Tall, IconButton):
    """Button with a drawing, 44 px each way."""

    def __init__(self, drawing: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(drawing, name, parent)
        inner = current_theme().px(TARGET) - 2
        self.setStyleSheet(f"min-width: {inner}px; max-width: {inner}px;")


class TallMenu(QMenu):
    """Menu with entries 44 px high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        room = max(0, px(TARGET) - QFontMetrics(current_theme().font(BODY)).height())
        self.setStyleSheet(f"QMenu::item {{ padding: {(room + 1) // 2}px {px(16)}px; }}")


class RoleLabel(QLabel):
    """Small heading in a colour of the theme, asked for while it paints, so that it follows a change."""

    def __init__(self, text: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the text."""
        metrics = QFontMetrics(current_theme().font(SECONDARY, 600))
        return QSize(metrics.horizontalAdvance(self.text()) + 1, metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(theme.font(SECONDARY, 600))
        painter.setPen(theme.color(self._role))
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text()
        )
        painter.end()


_NUMBER_KEYS = frozenset("0123456789.,/:" + TIMES + TIMES.upper())
LARGE = 2.9
"""So much larger are fields in the large mode. Their figures of 52 px are some 10 mm high on a usual screen
(96 px an inch), which is read with ease from 1.5 m: signs go by a two-hundredth of the distance."""


def large_share(theme: Theme) -> float:
    """Return how much larger fields are in the large mode; less where all text is large already."""
    return LARGE / max(1.0, theme.scale / 1.3)


class Cell(QLineEdit):
    """A number in the grid.

    It takes digits and the signs of "100x5", "10/9" and "1:30"; other keys are the grid's. A band is no
    number: it is chosen by + and −, or from a menu.

    Attributes:
        row, column: where it stands.
        asked: emitted with a `Command`.
        entered: emitted with the cell when it gets the focus.
        quiet: drawn as a dash, because its turn has not come.
        editing_deletes: whether Delete takes a character out, rather than asking for the set to be deleted.
        menu_asked: emitted with the cell when a click asks for the bands.
    """

    asked = Signal(object)
    entered = Signal(object)
    menu_asked = Signal(object)

    def __init__(self, row: int, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row, self.column = row, column
        self.quiet = False
        self.editing_deletes = True
        self._large = False
        self.setReadOnly(column is Column.BAND)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for five figures, or for the name of a band."""
        return self._size(96 if self.column is Column.BAND else 64)

    def minimumSizeHint(self) -> QSize:
        """Room for three figures."""
        return self._size(72 if self.column is Column.BAND else 52)

    def _size(self, width: float) -> QSize:
        theme = current_theme()
        more = large_share(theme) if self._large else 1
        return QSize(theme.px(width * more), theme.px(TARGET * more))

    def set_large(self, large: bool) -> None:
        """Show large figures, or ordinary ones."""
        if large is not self._large:
            self._large = large
            self.setProperty("large", large)
            self.style().unpolish(self)
            self.style().polish(self)
            self.updateGeometry()

    def show_text(self, text: str) -> None:
        """Show a text, leaving cursor and selection alone where it stands already."""
        if text != self.text():
            self.setText(text)
            if self.hasFocus():
                self.selectAll()

    def set_problem(self, message: str) -> None:
        """Mark the field as refused, or not with ""."""
        if self.property("problem") == bool(message):
            return
        self.setProperty("problem", bool(message))
        self.setAccessibleDescription(message)
        self.style().unpolish(self)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand commands on; type what belongs in a number."""
        command = command_of(event)
        if command is Command.LIGHTER and self.column is Column.LOAD and not self.text():
            self.insert("-")
            self.textEdited.emit(self.text())
        elif command is not None and not (command is Command.DELETE and self.editing_deletes):
            if command in REPEATED or not event.isAutoRepeat():
                self.asked.emit(command)
        elif _types_text(event) and (event.text() not in _NUMBER_KEYS or self.isReadOnly()):
            pass  # a letter has no place in a number
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that typing replaces."""
        super().focusInEvent(event)
        self.entered.emit(self)
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            QTimer.singleShot(0, self, self.selectAll)  # after the click that would put the cursor in
        else:
            self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Offer the bands."""
        super().mouseReleaseEvent(event)
        if self.column is Column.BAND and event.button() == Qt.MouseButton.LeftButton:
            self.menu_asked.emit(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, or a dash while its turn has not come."""
        if not self.quiet:
            super().paintEvent(event)
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(theme.font())
        painter.setPen(theme.color("muted"))
        inner = QRectF(self.rect()).adjusted(theme.px(12), 0, 0, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, tr("–"))
        painter.end()


def _types_text(event: QKeyEvent) -> bool:
    """Whether a key types a sign; with Ctrl it is a chord, as for pasting, whatever text comes with it."""
    chord = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.ControlModifier
    return not chord and bool(event.text()) and event.text().isprintable()


def below(widget: QWidget) -> QPoint:
    """Return the place on the display right below a widget, for a menu."""
    return widget.mapToGlobal(QPoint(0, widget.height()))
