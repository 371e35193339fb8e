"""One claim: its sentence, and below it, once it is unfolded, what stands behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.evidence import Claim
from nextrep.domain.evidence_words import claim_lines
from nextrep.domain.text import tr
from nextrep.ui.evidence.unfold import UnfoldButton
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import row_of
from nextrep.ui.widgets.labels import Body, SmallTitle
from nextrep.ui.widgets.page import reveal

INDENT = 34
"""How far what is unfolded stands to the right, in px at 100 %."""


class ClaimEntry(QWidget):
    """A line that unfolds. What is below it is made when it is unfolded first.

    Attributes:
        claim: what is shown.
        button: the line.
        copy_button: the link below it, None until it was unfolded.
        copy_asked: emitted with the claim whose source is wanted.
    """

    copy_asked = Signal(object)

    def __init__(self, claim: Claim, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.claim = claim
        self._lines = claim_lines(claim)
        self.button = UnfoldButton(
            tr(claim.claim), " ".join(f"{title}: {text}" for title, text in self._lines)
        )
        self.copy_button: LinkButton | None = None
        self._below: QWidget | None = None
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self.button)
        self.button.turned.connect(self._on_turned)

    def _on_turned(self, unfolded: bool) -> None:
        if unfolded and self._below is None:
            self._below = self._made()
            self._body.addWidget(self._below)
            if self.copy_button is not None:
                self.setTabOrder(self.button, self.copy_button)  # made late, it would come last of all
        if self._below is not None:
            self._below.setVisible(unfolded)
        if unfolded and self._below is not None and self.button.hasFocus():
            reveal(self._below)

    def _made(self) -> QWidget:
        px = current_theme().px
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(px(INDENT), 0, px(8), px(12))
        column.setSpacing(px(2))
        for title, text in self._lines:
            head, words = SmallTitle(title), Body(text)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            head.setContentsMargins(0, px(4), 0, 0)
            column.addWidget(head)
            column.addWidget(words)
        self.copy_button = LinkButton(tr("Copy source"))
        self.copy_button.setAccessibleDescription(tr("of: {claim}", claim=tr(self.claim.claim)))
        self.copy_button.clicked.connect(self._on_copy)
        column.addLayout(row_of(self.copy_button))
        return below

    def _on_copy(self) -> None:
        self.copy_asked.emit(self.claim)
