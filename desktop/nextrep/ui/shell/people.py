"""Who is using NextRep: asked at the start where there is more than one profile."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.services.profiles import Profile
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.dialog_frame import new_foot, put_together
from nextrep.ui.widgets.labels import CardTitle, Muted
from nextrep.ui.widgets.page import ScrollPage

_ROW, _WIDTH, _MOST_SHOWN = 44, 380, 8


class PeopleDialog(QDialog):
    """A button for each person; Esc ends the program.

    Attributes:
        buttons: in the order of the people.
        chosen: the folder that was chosen, None while none was.
    """

    def __init__(self, people: Sequence[Profile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.setWindowTitle(tr("NextRep"))
        self.chosen: Path | None = None
        self.buttons: list[SecondaryButton] = []
        page = ScrollPage()
        page.body.setSpacing(px(8))
        page.body.addWidget(CardTitle(tr("Who is using NextRep?")))
        page.body.addWidget(Muted(tr("Each profile is for itself.")))
        column = QVBoxLayout()
        column.setSpacing(px(8))
        for one in people:
            button = SecondaryButton(one.name)
            button.setMinimumHeight(px(_ROW))
            button.setProperty("folder", str(one.folder))
            button.setAutoDefault(True)  # Enter opens the one that has the keyboard
            button.clicked.connect(self._on_chosen)
            column.addWidget(button)
            self.buttons.append(button)
        page.body.addLayout(column)
        page.body.addStretch(1)
        leave = SecondaryButton(tr("Close"))
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        foot = new_foot()
        foot.addStretch(1)
        foot.addWidget(leave)
        put_together(self, page, foot)
        rows = min(len(people), _MOST_SHOWN)
        self._fit(px(_WIDTH), page.page.sizeHint().height() + foot.sizeHint().height() + px(24), rows)
        self.buttons[0].setFocus()

    def _fit(self, width: int, height: int, rows: int) -> None:
        display = self.screen().availableSize()
        least = current_theme().px(160 + rows * (_ROW + 8))
        self.resize(min(width, display.width()), min(max(height, least), display.height()))

    def _on_chosen(self) -> None:
        button = self.sender()
        if isinstance(button, SecondaryButton):
            self.chosen = Path(button.property("folder"))
            self.accept()
