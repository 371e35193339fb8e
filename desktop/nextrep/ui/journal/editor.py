"""Where the person writes."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.settling_text import SettlingText


class EntryEditor(SettlingText):
    """An entry, with room to write."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("As much or as little as you like."))
        self.setMinimumHeight(current_theme().px(200))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
