"""The exercises of the session: how far each is, and which one is shown."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.services.session import BlockView, SessionView
from nextrep.ui.session.controls import TallLink
from nextrep.ui.session.words import count_words
from nextrep.ui.theme.icons import pixmap
from nextrep.ui.theme.theme import BODY, SECONDARY, current_theme
from nextrep.ui.widgets.flow import FlowLayout


class ExerciseItem(QAbstractButton):
    """One exercise: its name, and how many sets are done."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self._count = ""
        self._complete = False
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_block(self, block: BlockView, *, current: bool) -> None:
        """Show an exercise."""
        self.number = block.block
        self._count = count_words(block)
        self._complete = block.complete and not block.skipped  # a tick says done
        self.setText(block.exercise.name)
        self.setToolTip(block.exercise.name)
        self.setChecked(current)
        name = tr("{exercise}, {count}", exercise=block.exercise.name, count=self._count)
        self.setAccessibleName(tr("{name}, shown now", name=name) if current else name)
        self.updateGeometry()
        self.update()

    def count_text(self) -> str:
        """Return how many sets it says are done."""
        return self._count

    def sizeHint(self) -> QSize:
        """Two lines of text."""
        theme = current_theme()
        name, count = QFontMetrics(theme.font(BODY, 600)), QFontMetrics(theme.font(SECONDARY, 600))
        tick = theme.px(22)
        width = max(name.horizontalAdvance(self.text()), count.horizontalAdvance(self._count) + tick)
        return QSize(width + theme.px(26), name.height() + count.height() + theme.px(22))

    def minimumSizeHint(self) -> QSize:
        """Names are cut rather than making the list wider."""
        return QSize(current_theme().px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the name and the count; the current one on a tinted ground and in heavier letters."""
        theme = current_theme()
        on = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.color("primary"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("tint" if on else "bg" if self.underMouse() else "surface"))
        if on and theme.high_contrast:
            painter.setPen(QPen(theme.color("primary"), 1))
        painter.drawRoundedRect(ground, theme.px(8), theme.px(8))
        inner = self.rect().adjusted(theme.px(12), theme.px(10), -theme.px(12), -theme.px(10))
        painter.setFont(theme.font(BODY, 600 if on else 400))
        painter.setPen(theme.color("primary" if on else "ink"))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading, name)
        painter.setFont(theme.font(SECONDARY, 600 if on else 400))
        painter.setPen(theme.color("muted"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading, self._count)
        if self._complete:
            side = theme.px(16)
            at = inner.left() + painter.fontMetrics().horizontalAdvance(self._count) + theme.px(4)
            painter.drawPixmap(at, inner.bottom() - side + 1, pixmap("check", "primary", 16))
        painter.end()


class ExerciseList(QWidget):
    """The exercises as a column, or as lines of names where the window is narrow.

    Attributes:
        chosen: emitted with the number of a block.
        add_button: adds an exercise.
        items: one for each exercise.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: list[ExerciseItem] = []
        self._flat = False
        self.add_button = TallLink(tr("Add exercise"))
        self._column, self._lines = QWidget(), QWidget()
        self._column_layout, self._lines_layout = QVBoxLayout(self._column), FlowLayout(spacing=4)
        self._lines.setLayout(self._lines_layout)
        self._column_layout.setContentsMargins(0, 0, 0, 0)
        self._column_layout.setSpacing(current_theme().px(2))
        self._lines.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._column)
        outer.addWidget(self._lines)
        self._put_in()
        self.setAccessibleName(tr("Exercises of this session"))

    def set_flat(self, flat: bool) -> None:
        """Lay the exercises out in lines, or in a column."""
        if flat == self._flat:
            return
        self._take_out()
        self._flat = flat
        self._put_in()
        self._column.setHidden(flat)
        self._lines.setVisible(flat)

    def show_blocks(self, view: SessionView, current: int) -> None:
        """Show the exercises of a session."""
        if len(view.blocks) != len(self.items):
            self._take_out()
            for item in self.items:
                item.hide()
                item.deleteLater()
            self.items = [ExerciseItem(block.block, self) for block in view.blocks]
            for item in self.items:
                item.clicked.connect(self._on_clicked)
            self._put_in()
        for item, block in zip(self.items, view.blocks, strict=True):
            item.show_block(block, current=block.block == current)

    def _take_out(self) -> None:
        layout = self._lines_layout if self._flat else self._column_layout
        for widget in (*self.items, self.add_button):
            layout.removeWidget(widget)

    def _put_in(self) -> None:
        layout = self._lines_layout if self._flat else self._column_layout
        for widget in (*self.items, self.add_button):
            layout.addWidget(widget)
        if not self._flat:
            layout.setAlignment(self.add_button, Qt.AlignmentFlag.AlignLeft)
        for one, other in pairwise((self, *self.items, self.add_button)):
            QWidget.setTabOrder(one, other)

    def _on_clicked(self) -> None:
        item = self.sender()
        if isinstance(item, ExerciseItem):
            item.setChecked(True)
            self.chosen.emit(item.number)
