"""What is known, in five sections from well to badly supported."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QDialog, QVBoxLayout, QWidget

from nextrep.domain.evidence import Claim, Tier, in_tier
from nextrep.domain.evidence_words import (
    introduction,
    reading_help,
    source_text,
    tier_meaning,
    tier_title,
)
from nextrep.domain.text import tr
from nextrep.ui.evidence.entry import INDENT, ClaimEntry
from nextrep.ui.evidence.unfold import UnfoldButton
from nextrep.ui.runtime.clipboard import copy_public
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton, SecondaryButton
from nextrep.ui.widgets.card import Card, row_of
from nextrep.ui.widgets.dialog_frame import fit, new_foot, put_together
from nextrep.ui.widgets.labels import Body, PageTitle, Secondary
from nextrep.ui.widgets.page import ScrollPage

_WIDTH, _HEIGHT = 760, 720
_SCROLLS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class EvidenceDialog(QDialog):
    """Reads only. Up and Down go from claim to claim, the page keys scroll, Escape puts it away.

    Attributes:
        entries: the claims in the order in which they are shown.
        page: what scrolls.
        help: how figures are read; has the keyboard first.
        unfold_button: unfolds all, or folds all.
        status: says what was just done.
    """

    def __init__(self, claims: tuple[Claim, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.setWindowTitle(tr("What is known"))
        self.page = ScrollPage()
        self.unfold_button = LinkButton(tr("Unfold all"))
        self.entries: list[ClaimEntry] = []
        self.status = Secondary()
        self.page.body.addWidget(PageTitle(tr("What is known")))
        for text in introduction():
            self.page.body.addWidget(Body(text))
        self.help = FigureHelp()
        self.page.body.addWidget(self.help)
        self.page.body.addLayout(row_of(self.unfold_button))
        for tier in Tier:
            self.page.body.addWidget(self._section(tier, in_tier(claims, tier)))
        self.page.body.addStretch(1)
        self.close_button = SecondaryButton(tr("Close"))
        foot = new_foot()
        foot.addWidget(self.status, 1)
        foot.addWidget(self.close_button)
        put_together(self, self.page, foot)
        self.close_button.clicked.connect(self.reject)
        self.unfold_button.clicked.connect(self._on_unfold_all)
        fit(self, px(_WIDTH), px(_HEIGHT))
        self.help.button.stepped.connect(self._on_stepped)
        self.help.button.setFocus(Qt.FocusReason.OtherFocusReason)  # in view with any text size

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll."""
        key = Qt.Key(event.key())
        if key in _SCROLLS:
            self.page.verticalScrollBar().triggerAction(_SCROLLS[key])
        else:
            super().keyPressEvent(event)

    def _section(self, tier: Tier, claims: tuple[Claim, ...]) -> Card:
        card = Card(tier_title(tier))
        card.body.setSpacing(current_theme().px(4))
        card.add(Secondary(tier_meaning(tier)))
        for claim in claims:
            entry = ClaimEntry(claim)
            entry.copy_asked.connect(self._on_copy)
            entry.button.turned.connect(self._on_turned)
            entry.button.stepped.connect(self._on_stepped)
            self.entries.append(entry)
            card.add(entry)
        return card

    def _on_stepped(self, by: int) -> None:
        """Bring the keyboard to the claim before or after the one that has it."""
        focus = self.focusWidget()
        here = next((n for n, entry in enumerate(self.entries) if entry.isAncestorOf(focus)), None)
        to = here + by if here is not None else 0
        if 0 <= to < len(self.entries):
            button = self.entries[to].button
            button.setFocus(Qt.FocusReason.TabFocusReason)
            self.page.ensureWidgetVisible(button)

    def _all_unfolded(self) -> bool:
        return all(entry.button.unfolded for entry in self.entries)

    def _on_unfold_all(self) -> None:
        unfold = not self._all_unfolded()
        for entry in self.entries:
            entry.button.set_unfolded(unfold)

    def _on_turned(self, _unfolded: bool) -> None:
        self.unfold_button.setText(tr("Fold all") if self._all_unfolded() else tr("Unfold all"))
        self.status.clear()

    def _on_copy(self, claim: Claim) -> None:
        copy_public(source_text(claim))
        self.status.setText(tr("The source is on the clipboard."))


class FigureHelp(QWidget):
    """How the figures are to be read, folded at first.

    Attributes:
        button: the line that unfolds it.
    """

    def __init__(self) -> None:
        super().__init__()
        px = current_theme().px
        self._words = Body(reading_help())
        self._words.setContentsMargins(px(INDENT), 0, px(8), 0)
        self._words.hide()
        self.button = UnfoldButton(tr("How to read the figures"), reading_help())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.button)
        column.addWidget(self._words)
        self.button.turned.connect(self._words.setVisible)
