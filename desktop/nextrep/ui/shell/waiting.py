"""What stands where a screen will be."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.labels import Muted

QUIET_MS = 200
"""A wait shorter than this needs no word: the eye takes it for one step."""


class WaitingPage(QWidget):
    """Blank at first; says what it waits for once that takes long.

    Attributes:
        painted: emitted after it was painted for the first time.
    """

    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_painted = False
        self._label = Muted()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setHidden(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self._label)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self._label.show)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time, once the picture stands."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def begin(self, title: str) -> None:
        """Start to wait for the screen `title`."""
        self._label.setText(tr("Opening {screen}", screen=title))
        self._label.hide()
        self._timer.start()

    def end(self) -> None:
        """Stop waiting."""
        self._timer.stop()


class FailedPage(QWidget):
    """A screen that could not be opened."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from nextrep.ui.widgets.message import EmptyState  # not before the first paint

        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[current_theme().px(24)] * 4)
        layout.addWidget(
            EmptyState(
                tr("{screen} could not be opened", screen=title),
                tr(
                    "Your data is safe. The other screens go on working; starting the program again may help."
                ),
            )
        )
