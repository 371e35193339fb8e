"""Tables with the program's look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from nextrep.ui.theme.theme import current_theme


class TableView(QTableView):
    """A table without grid, whole rows selected, figures of one width, tall enough rows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make a table; `name` is read out to screen readers."""
        super().__init__(parent)
        theme = current_theme()
        self.setAccessibleName(name)
        self.setFont(theme.font(tabular=True))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(36))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
