"""What a panel is called and what it shows, beside its plot or above it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.series import Series
from nextrep.domain.series_words import full_detail
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary, Strong

TITLE_WIDTH = 168


class PanelTitle(QWidget):
    """Name, detail and direction of a panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._detail, self._direction = Strong(wrap=False), Secondary(), Secondary(wrap=False)
        self._room: int | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = FlowLayout(spacing=5)  # a long title has its direction below it
        head.addWidget(self._title)
        head.addWidget(self._direction)
        layout.addLayout(head)
        layout.addWidget(self._detail)
        layout.addStretch(1)
        self.apply_theme()

    def show_series(self, series: Series) -> None:
        """Name another series."""
        self._title.setText(series.title)
        self._detail.setText(full_detail(series))
        self._direction.setText(tr(str(series.direction)) if series.direction else "")
        self._direction.setHidden(series.direction is None)

    def stand_above(self, room: int | None) -> None:
        """Take `room` px of width above the plot; None to stand beside it, as wide as all others."""
        if room != self._room:
            self._room = room
            self.apply_theme()

    def sizeHint(self) -> QSize:
        """The height that its width needs; a wrapped label alone would guess a narrower one."""
        width = self.maximumWidth()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """All of the text; above the plot the width may shrink, and the text then takes more lines."""
        return QSize(self.minimumWidth(), self.sizeHint().height())

    def apply_theme(self) -> None:
        """Take the width from the theme, or the room there is."""
        if self._room is None:
            self.setFixedWidth(current_theme().px(TITLE_WIDTH))
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(max(self._room, 1))
        self.updateGeometry()
