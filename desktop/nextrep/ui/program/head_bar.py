"""The title of the page with its buttons beside it, below it where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import PageTitle


class HeadBar(QWidget):
    """A title and buttons."""

    def __init__(
        self, title: PageTitle, buttons: Sequence[QPushButton], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, spacing=8)
        for button in buttons:
            flow.addWidget(button)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current_theme().px(8))
        self._layout.addWidget(title, 1)
        self._layout.addWidget(self._buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Put the buttons beside the title if both fit on one line; call it when the title changed."""
        wanted = self._title.fontMetrics().horizontalAdvance(self._title.text())
        beside = wanted + self._layout.spacing() + self._buttons.sizeHint().width() <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._layout.direction() != direction:
            self._layout.setDirection(direction)
