"""One exercise of the session that is looked at."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.theme import SECONDARY, current_theme
from nextrep.ui.widgets.menu_key import opens_menu

_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_PAD_Y = 5
_PAD_X = 6
_TALL = 10_000


@dataclass(frozen=True, slots=True)
class RowText:
    """What a row says.

    Attributes:
        mark: the letter of its superset, or "".
        name: of the exercise.
        asked: what is asked for, or what was done.
        more: what else there is to know, or "".
        tip: shown under the mouse.
    """

    name: str
    asked: str
    more: str = ""
    mark: str = ""
    tip: str = ""


class ExerciseRow(QAbstractButton):
    """A line to read, and where it can be changed a button that opens what it asks for.

    Attributes:
        step_asked: emitted with -1 or 1 when the keyboard wants the row above or below.
        move_asked: emitted with -1 or 1 when the exercise shall change its place.
        remove_asked: the exercise shall go.
        swap_asked: another exercise shall take its place.
        menu_asked: emitted with the screen position for a menu.
    """

    step_asked = Signal(int)
    move_asked = Signal(int)
    remove_asked = Signal()
    swap_asked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = RowText("", "")
        self._changeable = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def words(self) -> RowText:
        """What it says."""
        return self._words

    def show_words(self, words: RowText, *, changeable: bool) -> None:
        """Say something; what cannot be changed takes no focus."""
        if (words, changeable) == (self._words, self._changeable):
            return
        self._words, self._changeable = words, changeable
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if changeable else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if changeable else Qt.CursorShape.ArrowCursor)
        said = [words.name, words.asked, words.more]
        if words.mark:
            said.append(tr("superset {letter}", letter=words.mark))
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setAccessibleDescription(
            tr("Enter changes it, S swaps it, Alt with an arrow moves it, Delete removes it.")
            if changeable
            else ""
        )
        self.setToolTip(words.tip)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Long names need a second line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that its lines need."""
        return self._lay_out(width)[-1].bottom() + 1 + current_theme().px(_PAD_Y)

    def sizeHint(self) -> QSize:
        """Ask for the width of a usual name."""
        width = current_theme().px(200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Ask for room for a few words."""
        return QSize(current_theme().px(80), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, swap, move and remove with the keyboard; arrows go to the neighbours."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if step:
            (self.move_asked if alt else self.step_asked).emit(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_S and not event.modifiers():
            self.swap_asked.emit()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove_asked.emit()
        elif not opens_menu(self, event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of this exercise."""
        if self._changeable:
            clicked = event.reason() == QContextMenuEvent.Reason.Mouse
            self.menu_asked.emit(event.globalPos() if clicked else self.below())

    def below(self) -> QPoint:
        """Return where on the screen a menu about it belongs."""
        return self.mapToGlobal(self.rect().bottomLeft())

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines, lit under the mouse, with a ring while it has the focus."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        if self._changeable and (self.underMouse() or self.isDown() or focus):
            painter.setPen(QPen(theme.color("primary"), 2) if focus else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("bg"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        places = self._lay_out(self.width())
        words = self._words
        fonts = (theme.font(), theme.font(SECONDARY), theme.font(SECONDARY))
        texts = zip((words.name, words.asked, words.more), ("ink", "muted", "muted"), fonts, strict=True)
        if words.mark:
            painter.setFont(theme.font(SECONDARY, 600))
            painter.setPen(theme.color("primary"))
            mark = QRect(theme.px(_PAD_X), places[0].top(), self._indent(), places[0].height())
            painter.drawText(mark, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words.mark)
        shown = [(text, role, font) for text, role, font in texts if text]
        for place, (text, role, font) in zip(places, shown, strict=True):
            painter.setFont(font)
            painter.setPen(theme.color(role))
            painter.drawText(place, _WRAP, text)
        painter.end()

    def _indent(self) -> int:
        return current_theme().px(18) if self._words.mark else 0

    def _lay_out(self, width: int) -> list[QRect]:
        """Return the places of the lines that have words."""
        theme = current_theme()
        left = theme.px(_PAD_X) + self._indent()
        room = max(1, width - left - theme.px(_PAD_X))
        places: list[QRect] = []
        y = theme.px(_PAD_Y)
        words = self._words
        for text, size in ((words.name, 14), (words.asked, SECONDARY), (words.more, SECONDARY)):
            if text or not places:
                box = QRect(0, 0, room, _TALL)
                height = QFontMetrics(theme.font(size)).boundingRect(box, _WRAP, text or " ").height()
                places.append(QRect(left, y, room, height))
                y += height
        return places
