"""A layout that puts its items in lines like words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from nextrep.ui.theme.theme import current_theme


class FlowLayout(QLayout):
    """Lays items out from left to right and goes on below where the line is full."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8, top: bool = False) -> None:
        """Make the layout.

        Args:
            parent: the widget that it lays out.
            spacing: in px at 100 %.
            top: whether the items of a line hang from its top, as fields with labels do.
        """
        super().__init__(parent)
        self._top = top
        self._items: list[QLayoutItem] = []
        self._gap = current_theme().px(spacing)
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item; `addWidget` calls this."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, or return None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Fewer items on a line need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that `width` needs."""
        found = self._heights.get(width)
        if found is None:  # Qt asks dozens of times for one layout
            found = self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return found

    def invalidate(self) -> None:
        """Forget what was measured: an item is another one, or of another size."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place the items in `rect`."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All items on one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._gap * max(0, len(shown) - 1)
        return self._with_margins(QSize(width, max((size.height() for size in shown), default=0)))

    def minimumSize(self) -> QSize:
        """The widest single item."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Walk the items line by line; returns the height used, margins included."""
        area = rect.marginsRemoved(self.contentsMargins())
        y = area.y()
        for line in self._lines(area.width()):
            height = max(size.height() for _, size in line)
            if move:
                self._place(line, area, QRect(area.x(), y, area.width(), height))
            y += height + self._gap
        if y > area.y():
            y -= self._gap
        return y - rect.y() + self.contentsMargins().bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            size = QSize(min(hint.width(), max(width, item.minimumSize().width())), hint.height())
            if item.hasHeightForWidth():  # words that wrap, such as a problem below a narrow field
                size.setHeight(max(size.height(), item.heightForWidth(size.width())))
            if not lines or used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self._gap
        return lines

    def _place(self, line: list[tuple[QLayoutItem, QSize]], area: QRect, row: QRect) -> None:
        """Put the items of one line side by side, each in the middle of the line's height or at its top."""
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        x = 0
        for item, size in line:
            left = area.right() + 1 - x - size.width() if mirrored else area.x() + x
            top = row.y() + (0 if self._top else (row.height() - size.height()) // 2)
            item.setGeometry(QRect(QPoint(left, top), size))
            x += size.width() + self._gap
