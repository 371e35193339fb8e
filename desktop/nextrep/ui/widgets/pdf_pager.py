"""Goes through the pages of a preview one by one, and says which one is looked at."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import IconButton
from nextrep.ui.widgets.labels import Secondary
from nextrep.ui.widgets.pdf_preview import Preview


class Pager(QWidget):
    """Hidden where there is one page or none.

    Attributes:
        earlier, later: go to the page before and the next one.
    """

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self.earlier = IconButton("chevron-left", tr("Page before"))
        self.later = IconButton("chevron-right", tr("Next page"))
        self._place = Secondary("", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().px(8))
        row.addStretch(1)
        for widget in (self.earlier, self._place, self.later):
            row.addWidget(widget)
        row.addStretch(1)
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        preview.moved.connect(self._on_moved)
        self.hide()

    def _on_moved(self, number: int, count: int) -> None:
        self._place.setText(tr("Page {number} of {count}", number=number, count=count))
        self.earlier.setEnabled(number > 1)
        self.later.setEnabled(number < count)
        self.setVisible(count > 1)

    def _on_earlier(self) -> None:
        self._preview.go_to(self._preview.current() - 1)

    def _on_later(self) -> None:
        self._preview.go_to(self._preview.current() + 1)
