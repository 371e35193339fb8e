"""Columns side by side where there is room for them, below each other where there is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from nextrep.ui.theme.theme import current_theme


class Columns(QWidget):
    """Parts in a row, or in a pile when the width is below `least` px at 100 %.

    Attributes:
        arranged: emitted with whether the parts are in a pile, when that has changed.
    """

    arranged = Signal(bool)

    def __init__(
        self,
        parts: Sequence[tuple[QWidget, int]],
        least: int,
        parent: QWidget | None = None,
        *,
        spacing: int = 16,
        pile: Sequence[int] = (),
    ) -> None:
        """Make the row.

        Args:
            parts: widgets with their share of the width, from the side where reading starts.
            least: narrowest width for a row, px at 100 %.
            parent: owner.
            spacing: room between the parts, px at 100 %.
            pile: positions of the parts in the order of the pile; that of the row where empty.
        """
        super().__init__(parent)
        self._least = current_theme().px(least)
        self._parts = list(parts)
        self._pile = list(pile) or list(range(len(self._parts)))
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current_theme().px(spacing))
        for index in self._pile:
            self._parts[index][0].setParent(self)  # Tab goes through the parts in the order of the pile
        for widget, share in self._parts:
            self._layout.addWidget(widget, share)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def piled(self) -> bool:
        """Whether the parts are below each other."""
        return self._layout.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between row and pile."""
        self._arrange(event.size().width() < self._least)
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part: the row gives way to the pile."""
        visible = [widget for widget, _share in self._parts if not widget.isHidden()]
        widths = [widget.minimumSizeHint().width() for widget in visible]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def _arrange(self, pile: bool) -> None:
        if pile == self.piled():
            return
        self._layout.setDirection(
            QBoxLayout.Direction.TopToBottom if pile else QBoxLayout.Direction.LeftToRight
        )
        for widget, _share in self._parts:
            self._layout.removeWidget(widget)
        for index in self._pile if pile else range(len(self._parts)):
            widget, share = self._parts[index]
            # In a pile the last part takes what room is left.
            self._layout.addWidget(widget, int(index == self._pile[-1]) if pile else share)
        self.updateGeometry()
        self.arranged.emit(pile)
