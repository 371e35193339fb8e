"""What stands in the window while the whole profile is written anew."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.lock.middle import put_in_middle
from nextrep.ui.widgets.labels import Muted
from nextrep.ui.widgets.progress import ProgressPanel


class WorkingPage(QWidget):
    """A bar with a way out.

    Attributes:
        panel: the bar.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = ProgressPanel(words)
        column = QVBoxLayout()
        column.addWidget(self.panel)
        column.addWidget(Muted(tr("Until it is done and checked, your record stays as it was.")))
        put_in_middle(self, column)
