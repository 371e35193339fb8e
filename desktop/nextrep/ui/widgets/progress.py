"""Work in progress, with a way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.labels import Body


class ProgressPanel(QWidget):
    """What is being done, how far it is, and "Cancel". Connect `Jobs.run(progress=panel.set_progress)`.

    Attributes:
        cancelled: emitted when the person asks to stop.
    """

    cancelled = Signal()

    def __init__(self, text: str, parent: QWidget | None = None, *, cancellable: bool = True) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._text = Body(text)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(text)
        self.cancel_button = LinkButton(tr("Cancel"))
        self.cancel_button.clicked.connect(self._on_cancel)
        self.cancel_button.setHidden(not cancellable)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self._text, 1)
        row.addWidget(self.cancel_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addLayout(row)
        layout.addWidget(self._bar)

    def set_text(self, text: str) -> None:
        """Say what is being done."""
        self._text.setText(text)
        self._bar.setAccessibleName(text)

    def begin(self, text: str) -> None:
        """Show that something begins, which can be stopped."""
        self.set_text(text)
        self.set_progress(0, 0)
        self.cancel_button.setEnabled(True)
        self.show()

    def set_progress(self, done: int, total: int) -> None:
        """Show `done` of `total`; `total` 0 where unknown."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _on_cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.set_text(tr("Stopping"))
        self.cancelled.emit()
