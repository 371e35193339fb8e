"""A dialog with a message that can be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.runtime.clipboard import copy_private
from nextrep.ui.theme.theme import SECONDARY, current_theme
from nextrep.ui.widgets.buttons import LinkButton, PrimaryButton
from nextrep.ui.widgets.labels import Body, CardTitle


class MessageDialog(QDialog):
    """A non-modal message whose text can be copied."""

    def __init__(
        self, title: str, paragraphs: list[str], parent: QWidget | None = None, *, report: str = ""
    ) -> None:
        """Make the dialog.

        Args:
            title: what happened; also the window title.
            paragraphs: the text.
            parent: the window it belongs to.
            report: a technical text below, which scrolls; where there is one, "Copy" takes only that.
        """
        super().__init__(parent)
        px = current_theme().px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(px(440))
        self._copyable = report or "\n".join((title, *paragraphs))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(24), px(24), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(CardTitle(title))
        for text in paragraphs:
            label = Body(text)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(label)
        if report:
            layout.addWidget(_report_view(report))
        row = QHBoxLayout()
        self.copy_button = LinkButton(tr("Copy text"))
        self.copy_button.clicked.connect(self.copy_text)
        self.close_button = PrimaryButton(tr("Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.close)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        layout.addSpacing(px(8))
        layout.addLayout(row)
        self.close_button.setFocus()

    def copy_text(self) -> None:
        """Put the text on the clipboard."""
        copy_private(self._copyable)


def _report_view(report: str) -> QPlainTextEdit:
    theme = current_theme()
    view = QPlainTextEdit(report)
    view.setReadOnly(True)
    view.setFont(theme.font(SECONDARY))
    view.setFixedHeight(theme.px(160))
    view.setTabChangesFocus(True)
    view.setAccessibleName(tr("Report"))
    return view
