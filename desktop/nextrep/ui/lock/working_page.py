"""What stands in the window while the whole profile is written anew."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.labels import Muted
from nextrep.ui.widgets.progress import ProgressPanel

_WIDTH = 420


class WorkingPage(QWidget):
    """A bar with a way out.

    Attributes:
        panel: the bar.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.panel = ProgressPanel(words)
        middle = QWidget()
        middle.setMaximumWidth(px(_WIDTH))
        column = QVBoxLayout(middle)
        column.addWidget(self.panel)
        column.addWidget(Muted(tr("Until it is done and checked, your record stays as it was.")))
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(middle, 1000)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[px(24)] * 4)
        layout.addStretch(1)
        layout.addLayout(across)
        layout.addStretch(2)
