"""The list of keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.session.controls import TallPrimary
from nextrep.ui.session.keys import key_list
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.labels import Body, CardTitle, Strong


class KeyHelp(QDialog):
    """Says what each key of the set grid does. Escape or Enter puts it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys while training"))
        self.setMinimumWidth(px(520))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(20), px(24), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(CardTitle(tr("Keys while training")))
        table = QGridLayout()
        table.setHorizontalSpacing(px(24))
        table.setVerticalSpacing(px(6))
        table.setColumnStretch(1, 1)
        for line, (key, does) in enumerate(key_list()):
            table.addWidget(Strong(key, wrap=False), line, 0)
            table.addWidget(Body(does), line, 1)
        layout.addLayout(table)
        self.close_button = TallPrimary(tr("Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        layout.addLayout(row)
