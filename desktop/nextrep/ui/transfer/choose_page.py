"""First page of an import: which file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import PrimaryButton
from nextrep.ui.widgets.labels import Body, Muted, PageTitle
from nextrep.ui.widgets.message import InlineMessage


class ChoosePage(QWidget):
    """Says what can be read, and what did not work.

    Attributes:
        asked: the person wants to choose a file.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.choose = PrimaryButton(tr("Choose a file…"))
        self.choose.clicked.connect(self.asked)
        self.problem = InlineMessage(dismissable=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(24), px(24), px(12))
        layout.setSpacing(px(12))
        layout.addWidget(PageTitle(tr("Bring in a log")))
        layout.addWidget(
            Body(
                tr(
                    "NextRep reads what Strong, Hevy and FitNotes export: a CSV file, or a FitNotes backup. "
                    "First it only looks. Nothing is kept until you say so."
                )
            )
        )
        layout.addWidget(self.problem)
        layout.addSpacing(px(8))
        layout.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(Muted(tr("You can also drop the file on this window.")))
        layout.addStretch(1)
