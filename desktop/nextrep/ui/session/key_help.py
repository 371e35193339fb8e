"""The list of keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.session.controls import TallPrimary
from nextrep.ui.session.keys import key_list
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.dialog_frame import fit, new_foot, put_together
from nextrep.ui.widgets.labels import Body, CardTitle, Strong
from nextrep.ui.widgets.page import ScrollPage

_WIDTH, _WORDS = 640, 380


class KeyHelp(QDialog):
    """Says what each key of the set grid does. Escape or Enter puts it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys while training"))
        page = ScrollPage()
        page.body.setSpacing(px(12))
        page.body.addWidget(CardTitle(tr("Keys while training")))
        table = QGridLayout()
        table.setHorizontalSpacing(px(24))
        table.setVerticalSpacing(px(6))
        table.setColumnStretch(1, 1)
        for line, (key, does) in enumerate(key_list()):
            words = Body(does)
            words.setMinimumHeight(words.heightForWidth(px(_WORDS)))
            table.addWidget(Strong(key, wrap=False), line, 0, Qt.AlignmentFlag.AlignTop)
            table.addWidget(words, line, 1)
        page.body.addLayout(table)
        page.body.addStretch(1)
        self.close_button = TallPrimary(tr("Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.close)
        foot = new_foot()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        put_together(self, page, foot)
        wanted = page.page.sizeHint().height() + foot.sizeHint().height() + px(24)
        fit(self, px(_WIDTH), wanted)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
