"""Says that a set could not be written, and tries again until it can."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.ui.session.controls import TallSecondary
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.labels import Body, Strong

RETRY_MS = 3_000


class UnsavedBand(Card):
    """A band over the sets while one of them is not on the disk.

    Attributes:
        retry: emitted every few seconds, and when the person asks for it.
        cleared: emitted when everything is on the disk again.
    """

    retry = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title, self._words = Strong(), Body()
        self.retry_button = TallSecondary(tr("Try now"))
        self.retry_button.clicked.connect(self.retry)
        self._timer = QTimer(self)
        self._timer.setInterval(RETRY_MS)
        self._timer.timeout.connect(self.retry)
        self.add(self._title)
        row = self.add_row(self._words, stretch=False)
        row.setStretch(0, 1)
        row.addWidget(self.retry_button)
        self.hide()

    def say(self, title: str, error: KnownError, more: int = 0) -> None:
        """Say which set is not saved, how many `more`, and why; from then on it is tried again and again."""
        words = tr("{set} and {n} more are not saved yet.", set=title, n=more)
        self._title.setText(words if more else tr("{set} is not saved yet.", set=title))
        self._words.setText(
            tr(
                "{what} It stays here and is tried again every few seconds. {next}",
                what=error.title,
                next=error.next_step,
            )
        )
        self.setAccessibleName(f"{self._title.text()} {self._words.text()}")
        if self.isHidden():
            self.show()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._timer.start()

    def clear(self) -> None:
        """Put it away: everything is on the disk."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.cleared.emit()
