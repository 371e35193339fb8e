"""How an entry looks in the list: its day and mood, its line below, what was looked for in strong letters.

In discreet mode bars of one length stand for the mood and the words: a blur of the words themselves would let
some of them, and every figure, be guessed.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nextrep.domain.entry_search import Span
from nextrep.domain.journal import Entry
from nextrep.ui.journal.entry_model import ENTRY_ROLE, MARKS_ROLE, MOOD_ROLE, EntryModel, Index, mood_text
from nextrep.ui.theme.theme import SECONDARY, current_theme
from nextrep.ui.widgets.utf16 import units

_SHOWN = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
"""What shows an entry in discreet mode: the pointer, or the keyboard."""


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry: day and mood, its line below.

    Attributes:
        discreet: only the day is shown of an entry that has neither the pointer nor the keyboard.
    """

    discreet = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entry."""
        theme = current_theme()
        model = index.model()
        entry = index.data(ENTRY_ROLE)
        if not isinstance(model, EntryModel) or not isinstance(entry, Entry):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("tint"))
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(theme.px(6), theme.px(8), -theme.px(6), -theme.px(8))
        painter.setFont(theme.font(SECONDARY, 600))
        top = Qt.AlignmentFlag.AlignTop
        painter.setPen(theme.color("ink"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeading | top, model.day_of(entry))
        if self.discreet and not state & _SHOWN:
            _draw_bars(painter, inner, right_to_left=option.direction == Qt.LayoutDirection.RightToLeft)
        else:
            painter.setPen(theme.color("mood"))
            painter.drawText(inner, Qt.AlignmentFlag.AlignTrailing | top, mood_text(index.data(MOOD_ROLE)))
            _draw_line(painter, inner, str(index.data()), index.data(MARKS_ROLE))
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines with air around them."""
        theme = current_theme()
        line = QFontMetrics(theme.font(SECONDARY)).height()
        return QSize(theme.px(160), 2 * line + theme.px(2 * 8 + 2))


def _draw_bars(painter: QPainter, inner: QRect, *, right_to_left: bool) -> None:
    """Draw what stands for a mood and a line of words: the same for every entry, rated or not."""
    theme = current_theme()
    line = QFontMetrics(theme.font(SECONDARY)).height()
    thick, mood, words = theme.px(8), theme.px(44), inner.width() * 4 // 5
    left = QRect(inner.left(), inner.bottom() - (line + thick) // 2, words, thick)
    right = QRect(inner.right() - mood, inner.top() + (line - thick) // 2, mood, thick)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("line"))
    for bar in (left, right):
        if right_to_left:
            bar.moveLeft(inner.left() + inner.right() - bar.right())
        painter.drawRoundedRect(bar, thick / 2, thick / 2)


def _draw_line(painter: QPainter, inner: QRect, text: str, marks: tuple[Span, ...]) -> None:
    """Draw the line at the bottom of `inner`; marked words are strong and in ink, so not by colour alone."""
    theme = current_theme()
    plain = theme.font(SECONDARY)
    painter.setPen(theme.color("muted"))
    # A strong word is wider, so the line is cut as if all of it were strong where there is one.
    measure = QFontMetrics(theme.font(SECONDARY, 600) if marks else plain)
    shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
    layout = QTextLayout(shown, plain)
    layout.setTextOption(_one_line())
    layout.setFormats([_strong(start, end, shown) for start, end in marks])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(inner.width())
    layout.endLayout()
    layout.draw(painter, QPointF(inner.left(), inner.bottom() + 1 - line.height()))


def _one_line() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setAlignment(Qt.AlignmentFlag.AlignLeading)
    return option


def _strong(start: int, end: int, text: str) -> QTextLayout.FormatRange:
    """Return the look of a found word; Qt counts in UTF-16, where an emoji is two."""
    theme = current_theme()
    strong = QTextCharFormat()
    strong.setFont(theme.font(SECONDARY, 700))
    strong.setForeground(theme.color("ink"))
    strong.setBackground(theme.color("tint"))
    found = QTextLayout.FormatRange()
    found.start = units(text[:start])
    found.length = units(text[start:end])
    found.format = strong
    return found
